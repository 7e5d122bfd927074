//! `swansfeet campaign open|close|list|show|update|log`.

use std::path::PathBuf;
use std::process::ExitCode;

use chrono::DateTime;
use clap::Args;
use swansfeet_demands::text::Slug;
use swansfeet_hub::organise::{self, KeyFile};
use swansfeet_hub::store::model::Stage;
use swansfeet_words::{Msg, Words};

use super::{slug, table};
use crate::office::{Done, Office, Trouble, number, random, read_key, read_text};
use crate::words::msg;

/// Options of `swansfeet campaign open`.
#[derive(Args, Debug)]
pub(super) struct Open {
    /// The campaign
    #[arg(value_parser = slug, value_name = "SLUG")]
    campaign: Slug,

    /// The recovery file; needed once for each key of the campaign
    #[arg(long, value_name = "FILE")]
    recovery: Option<PathBuf>,
}

/// Options of `swansfeet campaign update`.
#[derive(Args, Debug)]
pub(super) struct Update {
    /// The campaign
    #[arg(value_parser = slug, value_name = "SLUG")]
    campaign: Slug,

    /// The new campaign file (TOML)
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

impl Open {
    pub(super) async fn run(self, office: &Office, actor: &str) -> Done {
        let desk = office.desk_of(&self.campaign, actor).await?;
        // Without it the hub could take no signature: better said now.
        office.secret(&self.campaign)?;
        let recovery = match &self.recovery {
            None => None,
            Some(path) => match read_key(path)? {
                KeyFile::Recovery(recovery) => Some(recovery),
                KeyFile::Own(_) => {
                    return Err(Trouble::Other(
                        "error-campaign-not-a-recovery-file",
                        Vec::new(),
                    ));
                }
            },
        };
        desk.open(recovery.as_ref(), &mut random()).await?;
        let campaign = self.campaign.as_str().into();
        office.say(&msg::CampaignOpened { campaign }.say(&office.words));
        Ok(ExitCode::SUCCESS)
    }
}

impl Update {
    pub(super) async fn run(self, office: &Office, actor: &str) -> Done {
        let desk = office.desk_of(&self.campaign, actor).await?;
        let file = read_text(&self.file)?;
        desk.update(&file).await?;
        let campaign = self.campaign.as_str().into();
        office.say(&msg::CampaignUpdated { campaign }.say(&office.words));
        Ok(ExitCode::SUCCESS)
    }
}

pub(super) async fn close(office: &Office, campaign: &Slug, actor: &str) -> Done {
    office.desk_of(campaign, actor).await?.close().await?;
    let campaign = campaign.as_str().into();
    office.say(&msg::CampaignClosed { campaign }.say(&office.words));
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn list(office: &Office) -> Done {
    let rows = office.store().campaigns().await?;
    if rows.is_empty() {
        office.say(&office.words.get(msg::CAMPAIGN_NONE));
    }
    let mut lines = Vec::new();
    for row in &rows {
        let name = organise::read(row).map(|campaign| {
            let name = campaign.name.in_language(office.words.lang());
            name.to_owned()
        });
        lines.push([
            row.slug.clone(),
            office.words.get(stage(row.stage)),
            name.unwrap_or_default(),
        ]);
    }
    office.say_lines(&table::lined_up(&lines));
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn show(office: &Office, campaign: &Slug) -> Done {
    let words = &office.words;
    let overview = office.desk(campaign, organise::HUB).overview().await?;
    let totals = &overview.totals;
    let goal = overview.campaign.goal;
    let fingerprint = overview.row.in_use().map(|epoch| {
        let key = swansfeet_demands::seal::PublicKey::from_bytes(&epoch.public);
        key.fingerprint().to_string()
    });
    let line = |label: Msg, value: String| [words.get(label), value];
    let count = |value: u64| words.number(&value.into());
    let (codes, used) = overview.codes;
    let lines = [
        line(
            msg::CAMPAIGN_NAME,
            overview.campaign.name.in_language(words.lang()).to_owned(),
        ),
        line(msg::CAMPAIGN_STAGE, words.get(stage(overview.row.stage))),
        line(msg::CAMPAIGN_COUNTED, count(totals.counted)),
        line(
            msg::CAMPAIGN_GOAL,
            goal.map_or_else(String::new, |goal| count(goal.into())),
        ),
        line(msg::CAMPAIGN_PENDING, count(totals.pending)),
        line(msg::CAMPAIGN_HELD, count(totals.held)),
        line(msg::CAMPAIGN_QUARANTINED_LABEL, count(totals.quarantined)),
        line(
            msg::CAMPAIGN_CODES,
            msg::CampaignCodesUsed {
                codes: number(codes),
                used: number(used),
            }
            .say(words),
        ),
        line(
            msg::CAMPAIGN_CONSENT,
            count(overview.campaign.consent.version.into()),
        ),
        line(
            msg::CAMPAIGN_KEY,
            fingerprint.unwrap_or_else(|| words.get(msg::CAMPAIGN_KEY_UNPROVED)),
        ),
    ];
    office.say_lines(&table::lined_up(&lines));
    Ok(ExitCode::SUCCESS)
}

pub(super) async fn log(office: &Office, campaign: &Slug) -> Done {
    let lines = office.desk(campaign, organise::HUB).log_lines().await?;
    let lines: Vec<[String; 4]> = lines
        .into_iter()
        .map(|line| {
            let at = DateTime::from_timestamp(line.at, 0).unwrap_or_default();
            let at = at.format("%Y-%m-%d %H:%M").to_string();
            [at, line.actor, line.action, line.detail]
        })
        .collect();
    office.say_lines(&table::lined_up(&lines));
    Ok(ExitCode::SUCCESS)
}

fn stage(stage: Stage) -> Msg {
    match stage {
        Stage::Draft => msg::CAMPAIGN_STAGE_DRAFT,
        Stage::Open => msg::CAMPAIGN_STAGE_OPEN,
        Stage::Closed => msg::CAMPAIGN_STAGE_CLOSED,
    }
}

impl Office {
    fn say_lines(&self, lines: &[String]) {
        lines.iter().for_each(|line| self.say(line));
    }
}

/// The name of a day, area, category… in a table; `None` has a word of its own.
pub(super) fn or_none(key: &str, words: &Words) -> String {
    if key.is_empty() {
        words.get(msg::CAMPAIGN_NONE_OF_THEM)
    } else {
        key.to_owned()
    }
}
