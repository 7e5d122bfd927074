//! `swansfeet campaign wording`: what people agreed to, word for word, under any version.

use std::fmt::Write as _;
use std::process::ExitCode;

use clap::Args;
use swansfeet_demands::consent::{Consent, SharedField};
use swansfeet_demands::text::Slug;
use swansfeet_hub::organise::{HUB, Wording};

use super::{slug, table};
use crate::office::{Done, Office, Trouble, number};
use crate::words::msg;

/// Options of `swansfeet campaign wording`.
#[derive(Args, Debug)]
pub(super) struct Words {
    /// The campaign
    #[arg(value_parser = slug, value_name = "SLUG")]
    campaign: Slug,

    /// The version of the consent; the newest if not given
    #[arg(long, value_name = "N")]
    version: Option<u32>,

    /// The campaign files of that version as they were written, demands and all
    #[arg(long)]
    toml: bool,
}

impl Words {
    pub(super) async fn run(self, office: &Office) -> Done {
        let wordings = office.desk(&self.campaign, HUB).wordings().await?;
        let newest = wordings.last().map(version);
        let wanted = self.version.or(newest).unwrap_or_default();
        let chosen: Vec<&Wording> = wordings
            .iter()
            .filter(|one| version(one) == wanted)
            .collect();
        let Some(newest) = chosen.last() else {
            let arguments = vec![
                ("campaign", self.campaign.to_string()),
                ("version", wanted.to_string()),
            ];
            return Err(Trouble::Other("error-campaign-no-such-wording", arguments));
        };
        if self.toml {
            for one in &chosen {
                office.say(&format!("# {}\n{}", one.demands(), one.file));
            }
            return Ok(ExitCode::SUCCESS);
        }
        for line in listed(office, &wordings) {
            office.say(&line);
        }
        let version = number(wanted.into());
        office.say(&format!(
            "\n{}",
            msg::CampaignWordingOf { version }.say(&office.words)
        ));
        for language in &newest.campaign.languages {
            office.say(&format!("\n[{language}]"));
            said(&newest.campaign.consent, language.as_str())
                .iter()
                .for_each(|line| office.say(line));
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn version(wording: &Wording) -> u32 {
    wording.campaign.consent.version
}

/// Every version with what signatures hold of it.
fn listed(office: &Office, wordings: &[Wording]) -> Vec<String> {
    let words = &office.words;
    let head = [
        words.get(msg::CAMPAIGN_CONSENT),
        words.get(msg::CAMPAIGN_WORDING_HASH),
        words.get(msg::CAMPAIGN_DEMANDS_HASH),
    ];
    let rows = wordings.iter().map(|one| {
        let consent = one.consent().0.iter().fold(String::new(), |mut hex, byte| {
            // Writing to a string does not fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        });
        [version(one).to_string(), consent, one.demands().to_string()]
    });
    let rows: Vec<[String; 3]> = [head].into_iter().chain(rows).collect();
    table::lined_up(&rows)
}

/// All that the hash of the wording is over, as a reader of this language saw it.
fn said(consent: &Consent, language: &str) -> Vec<String> {
    let mut lines = vec![
        consent.statement.in_language(language).to_owned(),
        consent.withdrawal.in_language(language).to_owned(),
    ];
    for purpose in &consent.purposes {
        let text = purpose.text.in_language(language);
        lines.push(format!("{}: {text}", purpose.id));
    }
    for partner in &consent.partners {
        let text = partner.text.in_language(language);
        let fields: Vec<&str> = partner
            .fields
            .iter()
            .copied()
            .map(SharedField::id)
            .collect();
        lines.push(format!(
            "{} ({}, {}; {}): {text}",
            partner.id,
            partner.name,
            partner.website,
            fields.join(", ")
        ));
    }
    lines
}
