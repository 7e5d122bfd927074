//! `swansfeet campaign keys|organiser|rewrap`.

use std::path::PathBuf;
use std::process::ExitCode;

use chrono::{DateTime, NaiveDate};
use clap::Args;
use swansfeet_demands::seal::{PublicKey, SecretKey};
use swansfeet_demands::text::Slug;
use swansfeet_hub::organise::{HUB, KeyFile, NewOrganiser, State};
use swansfeet_words::Words;

use super::new::recovery_file;
use super::{file_in, slug, table};
use crate::office::{Done, Office, Trouble, keep, made_together, now, random, read_key, say};
use crate::words::msg;

/// Options of `swansfeet campaign organiser`.
#[derive(Args, Debug)]
pub(super) struct Organiser {
    /// An id for the holder
    #[arg(value_parser = slug, value_name = "ID")]
    id: Slug,

    /// The folder for the key file
    #[arg(long, value_name = "DIR")]
    keys: PathBuf,
}

/// Options of `swansfeet campaign rewrap`.
#[derive(Args, Debug)]
#[command(group = clap::ArgGroup::new("change").required(true))]
pub(super) struct Rewrap {
    /// The campaign
    #[arg(value_parser = slug, value_name = "SLUG")]
    campaign: Slug,

    /// The key file of the organiser who acts, or a recovery file
    #[arg(long, value_name = "FILE")]
    key: PathBuf,

    /// An organiser to add, with the public key that they made: `ana=swk1-…`
    #[arg(long, group = "change", value_parser = with_key, value_name = "ID=KEY")]
    add: Option<(Slug, PublicKey)>,

    /// An organiser to remove; a new key epoch begins
    #[arg(long, group = "change", value_parser = slug, value_name = "ID", requires = "keys")]
    remove: Option<Slug>,

    /// The folder for the recovery file of the new key epoch
    #[arg(long, value_name = "DIR")]
    keys: Option<PathBuf>,
}

fn with_key(text: &str) -> Result<(Slug, PublicKey), String> {
    match super::new::organiser(text)? {
        (id, Some(key)) => Ok((id, key)),
        (id, None) => Err(format!(
            "their public key is missing: `{id}=swk1-…`, as `swansfeet campaign organiser {id}` prints it"
        )),
    }
}

impl Organiser {
    pub(super) fn run(&self, words: &Words) -> Done {
        let key = SecretKey::generate(&mut random());
        let file = file_in(&self.keys, &format!("{}.key", self.id));
        keep(&file, &KeyFile::text(self.id.as_str(), &key, today()))?;
        say(&msg::CampaignOrganiserMade {
            file: file.display().to_string().into(),
        }
        .say(words));
        say(&format!("  {}={}", self.id, key.public()));
        Ok(ExitCode::SUCCESS)
    }
}

fn today() -> NaiveDate {
    DateTime::from_timestamp(now().0, 0)
        .unwrap_or_default()
        .date_naive()
}

pub(super) async fn list(office: &Office, campaign: &Slug) -> Done {
    let words = &office.words;
    let epochs = office.desk(campaign, HUB).epochs().await?;
    let lines: Vec<[String; 4]> = epochs
        .iter()
        .map(|epoch| {
            let state = match epoch.state {
                State::InUse => msg::CAMPAIGN_KEY_PROVED,
                State::Earlier => msg::CAMPAIGN_KEY_EARLIER,
                State::NotProved => msg::CAMPAIGN_KEY_UNPROVED,
                State::PassedOver => msg::CAMPAIGN_KEY_PASSED_OVER,
            };
            [
                epoch.epoch.to_string(),
                epoch.fingerprint.to_string(),
                words.get(state),
                epoch.organisers.join(", "),
            ]
        })
        .collect();
    for line in table::lined_up(&lines) {
        office.say(&line);
    }
    Ok(ExitCode::SUCCESS)
}

impl Rewrap {
    pub(super) async fn run(self, office: &Office, actor: &str) -> Done {
        let file = read_key(&self.key)?;
        let desk = office.desk_of(&self.campaign, actor).await?;
        let holder = desk.keys_of(&file).await?.holder;
        // Whoever's key it is acts, unless somebody else was named.
        let actor = match &holder {
            Some(holder) if actor == HUB => holder.as_str(),
            _ => actor,
        };
        match (&self.add, &self.remove, &self.keys) {
            (Some((id, public)), ..) => self.add(office, actor, &file, id, public).await,
            (None, Some(id), Some(keys)) => self.remove(office, actor, &file, id, keys).await,
            _ => Err(Trouble::Other("error-campaign-no-change", Vec::new())),
        }
    }

    async fn add(
        &self,
        office: &Office,
        actor: &str,
        file: &KeyFile,
        id: &Slug,
        public: &PublicKey,
    ) -> Done {
        let new = NewOrganiser {
            id: id.clone(),
            public: public.clone(),
        };
        let desk = office.desk(&self.campaign, actor);
        let given = desk.add_organiser(file, &new, &mut random()).await?;
        let organiser = || id.as_str().into();
        let epochs = listed(&given.epochs).into();
        let sentence = msg::CampaignOrganiserAdded {
            organiser: organiser(),
            epochs,
        };
        office.say(&sentence.say(&office.words));
        if !given.missing.is_empty() {
            let epochs = listed(&given.missing).into();
            let sentence = msg::CampaignOrganiserLacks {
                organiser: organiser(),
                epochs,
            };
            office.say(&sentence.say(&office.words));
        }
        Ok(ExitCode::SUCCESS)
    }

    async fn remove(
        &self,
        office: &Office,
        actor: &str,
        file: &KeyFile,
        id: &Slug,
        keys: &std::path::Path,
    ) -> Done {
        let desk = office.desk(&self.campaign, actor);
        let epoch = desk.without(file, id, &mut random()).await?;
        let recovery = recovery_file(keys, &self.campaign, epoch.recovery.epoch);
        made_together(async |together| {
            together.keep(&recovery, &epoch.recovery.to_text())?;
            Ok(desk.start_epoch(&epoch).await?)
        })
        .await?;
        let words = &office.words;
        let recovery = recovery.display().to_string();
        let fingerprint = epoch.recovery.key.public().fingerprint().to_string();
        let removed = msg::CampaignOrganiserRemoved {
            organiser: id.as_str().into(),
            file: recovery.as_str().into(),
        };
        office.say(&removed.say(words));
        // A new key cannot vouch for itself: the pins of partners come first.
        office.say(
            &msg::CampaignPinFirst {
                fingerprint: fingerprint.into(),
            }
            .say(words),
        );
        let campaign = self.campaign.as_str();
        let next = office.command(&["campaign", "open", campaign, "--recovery", &recovery]);
        office.say(&format!("  {next}"));
        Ok(ExitCode::SUCCESS)
    }
}

fn listed(epochs: &[u32]) -> String {
    let epochs: Vec<String> = epochs.iter().map(u32::to_string).collect();
    epochs.join(", ")
}
