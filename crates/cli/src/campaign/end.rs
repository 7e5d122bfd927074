//! `swansfeet campaign end`: a campaign goes for good, after its id was typed again.

use std::io::{self, BufRead, IsTerminal, Write};
use std::process::ExitCode;
use std::time::Duration;

use chrono::DateTime;
use clap::Args;
use swansfeet_demands::text::Slug;
use swansfeet_hub::organise::{self, Desk, EndError, Ending};

use super::{counts::totals, slug};
use crate::office::{Done, Office, Trouble};
use crate::words::msg;

/// How long after its closing a campaign may end, in seconds: until then a hub may not have heard of it,
/// and would take signatures for what is gone.
const SETTLED: i64 = 5;

/// Options of `swansfeet campaign end`.
#[derive(Args, Debug)]
pub(super) struct End {
    /// The campaign; it must be closed
    #[arg(value_parser = slug, value_name = "SLUG")]
    campaign: Slug,

    /// Do not ask: the campaign's id once more
    #[arg(long, value_name = "SLUG")]
    yes: Option<String>,
}

impl End {
    pub(super) async fn run(self, office: &Office, actor: &str) -> Done {
        let desk = office.desk(&self.campaign, actor);
        let ending = match desk.ending().await {
            Ok(ending) => ending,
            Err(EndError::Other(error @ organise::Error::NoSuchCampaign(_))) => {
                return self.only_secret(office, &desk, error).await;
            }
            Err(error) => return Err(self.trouble(office, error)),
        };
        let desk = office.desk_of(&self.campaign, actor).await?;
        self.tell(office, &ending);
        if !self.agreed(office)? {
            office.say(&office.words.get(msg::CAMPAIGN_WITHDRAW_NOT));
            return Ok(ExitCode::FAILURE);
        }
        let since = office.now().0 - ending.closed.unwrap_or(0);
        if let Ok(rest @ 1..) = u64::try_from(SETTLED.saturating_sub(since).min(SETTLED)) {
            tokio::time::sleep(Duration::from_secs(rest)).await;
        }
        let ended = desk.end(&office.secrets_folder()).await;
        let ended = ended.map_err(|error| self.trouble(office, error))?;
        let campaign = self.campaign.as_str().into();
        office.say(&msg::CampaignEnded { campaign }.say(&office.words));
        if !ended.cleared {
            office.say(&office.words.get(msg::CAMPAIGN_END_LATER));
        }
        Ok(ExitCode::SUCCESS)
    }

    /// Ended on another hub, or the program was killed on its way.
    async fn only_secret(
        &self,
        office: &Office,
        desk: &Desk<'_>,
        unknown: organise::Error,
    ) -> Done {
        let gone = desk.end_secret(&office.secrets_folder()).await;
        if !gone.map_err(|error| self.trouble(office, error))? {
            return Err(unknown.into());
        }
        let campaign = self.campaign.as_str().into();
        office.say(&msg::CampaignEndSecret { campaign }.say(&office.words));
        Ok(ExitCode::SUCCESS)
    }

    fn tell(&self, office: &Office, ending: &Ending) {
        let words = &office.words;
        let campaign = self.campaign.as_str().into();
        office.say(&msg::CampaignEndGoes { campaign }.say(words));
        office.say(&totals(&ending.totals, words));
        office.say(&match &ending.handed_out {
            None => words.get(msg::CAMPAIGN_END_NEVER_EXPORTED),
            Some((at, what)) => {
                let day = DateTime::from_timestamp(*at, 0).unwrap_or_default();
                msg::CampaignEndExported {
                    day: day.date_naive().into(),
                    what: what.as_str().into(),
                }
                .say(words)
            }
        });
    }

    /// Whether the id was typed once more; nobody there means no.
    fn agreed(&self, office: &Office) -> Result<bool, Trouble> {
        let campaign = self.campaign.as_str();
        let typed = match &self.yes {
            Some(typed) => typed.clone(),
            None if io::stdin().is_terminal() => {
                let question = msg::CampaignEndAsk {
                    campaign: campaign.into(),
                };
                eprint!("{} ", question.say(&office.words));
                let _ = io::stderr().flush();
                let mut line = String::new();
                let read = io::stdin().lock().read_line(&mut line);
                read.map_err(|why| Trouble::File("-".into(), why))?;
                line
            }
            None => {
                let campaign = ("campaign", campaign.to_owned());
                return Err(Trouble::Other("error-campaign-end-yes", vec![campaign]));
            }
        };
        Ok(typed.trim() == campaign)
    }

    fn trouble(&self, office: &Office, error: EndError) -> Trouble {
        match error {
            EndError::Open => {
                let campaign = self.campaign.as_str();
                let arguments = vec![
                    ("campaign", campaign.to_owned()),
                    ("close", office.command(&["campaign", "close", campaign])),
                ];
                Trouble::Other("error-campaign-end-open", arguments)
            }
            EndError::Secret(error) => error.into(),
            EndError::Other(error) => error.into(),
        }
    }
}
