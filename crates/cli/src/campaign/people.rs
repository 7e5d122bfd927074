//! `swansfeet campaign withdraw|quarantine|release`.

use std::io::{self, BufRead, IsTerminal, Write};
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::Args;
use swansfeet_demands::text::Slug;
use swansfeet_demands::{Email, UNICODE};
use swansfeet_hub::store::model::{Id, Pattern};

use super::slug;
use crate::export::unhex;
use crate::office::{Done, Office, Trouble, number};
use crate::words::msg;

/// Options of `swansfeet campaign withdraw`.
#[derive(Args)]
#[command(group = clap::ArgGroup::new("whose").required(true))]
pub(super) struct Withdraw {
    /// The campaign
    #[arg(value_parser = slug, value_name = "SLUG")]
    campaign: Slug,

    /// The address; `-` reads it from standard input, so that it does not stay in the shell's history
    #[arg(long, value_name = "ADDRESS", group = "whose")]
    email: Option<String>,

    /// The id of a signature, as exports have it: for who signed by one-time code
    #[arg(long, value_name = "ID", value_parser = id, group = "whose")]
    id: Option<Id>,

    /// Do not ask
    #[arg(long)]
    yes: bool,
}

/// Never the address.
impl std::fmt::Debug for Withdraw {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Withdraw({})", self.campaign)
    }
}

/// Options of `swansfeet campaign quarantine`. What is given must fit together.
#[derive(Args, Debug)]
pub(super) struct Quarantine {
    /// The campaign
    #[arg(value_parser = slug, value_name = "SLUG")]
    campaign: Slug,

    /// From this partner's page; the empty text for none
    #[arg(long, value_name = "ID")]
    partner: Option<String>,

    /// Signed on this day: 2026-03-02
    #[arg(long, value_name = "DAY")]
    day: Option<NaiveDate>,

    /// From this postcode area: LS
    #[arg(long, value_name = "AREA")]
    area: Option<String>,

    /// With this role
    #[arg(long, value_name = "ID")]
    role: Option<String>,

    /// In this language
    #[arg(long, value_name = "TAG")]
    language: Option<String>,

    /// Filled in faster than people type
    #[arg(long)]
    held: bool,

    /// Undo: let the batch of this number count again
    #[arg(
        long,
        value_name = "BATCH",
        conflicts_with_all = ["partner", "day", "area", "role", "language", "held"]
    )]
    undo: Option<i64>,
}

/// Options of `swansfeet campaign release`.
#[derive(Args, Debug)]
pub(super) struct Release {
    /// The campaign
    #[arg(value_parser = slug, value_name = "SLUG")]
    campaign: Slug,

    /// Those that were filled in faster than people type
    #[arg(long, required = true)]
    held: bool,
}

/// 32 hexadecimal digits, as CSV has them; OSDI says before them whose they are.
fn id(text: &str) -> Result<Id, String> {
    let digits = text.trim().trim_start_matches("swansfeet:");
    unhex(digits).map(Id).ok_or_else(|| {
        "an id has 32 digits and letters from a to f; copy it from the column `id` of an export"
            .to_owned()
    })
}

impl Withdraw {
    pub(super) async fn run(self, office: &Office, actor: &str) -> Done {
        let desk = office.desk_of(&self.campaign, actor).await?;
        let words = &office.words;
        if let Some(id) = &self.id {
            let count = desk.with_id(id).await?;
            let found = msg::CampaignWithdrawFoundId {
                count: number(count),
            };
            office.say(&found.say(words));
            if !self.goes_on(office, count)? {
                return Ok(ExitCode::FAILURE);
            }
            return Ok(gone(office, desk.withdraw_id(id).await?));
        }
        let email = self.address()?;
        let secret = office.secret(&self.campaign)?;
        let count = desk.from_address(&secret, &email).await?;
        let found = msg::CampaignWithdrawFound {
            count: number(count),
        };
        office.say(&found.say(words));
        if !self.goes_on(office, count)? {
            return Ok(ExitCode::FAILURE);
        }
        Ok(gone(office, desk.withdraw(&secret, &email).await?))
    }

    fn address(&self) -> Result<Email, Trouble> {
        let mut typed = self.email.clone().unwrap_or_default();
        if typed == "-" {
            typed.clear();
            let read = io::stdin().lock().read_line(&mut typed);
            read.map_err(|why| Trouble::File("-".into(), why))?;
        }
        Email::read(&typed, UNICODE).map_err(Trouble::Email)
    }

    /// Whether there is something to be deleted, and whoever acts is sure.
    fn goes_on(&self, office: &Office, found: u64) -> Result<bool, Trouble> {
        let words = &office.words;
        if found == 0 {
            return Ok(false);
        }
        if !self.yes && !agreed(&words.get(msg::CAMPAIGN_WITHDRAW_ASK))? {
            office.say(&words.get(msg::CAMPAIGN_WITHDRAW_NOT));
            return Ok(false);
        }
        Ok(true)
    }
}

fn gone(office: &Office, count: u64) -> ExitCode {
    let gone = msg::CampaignWithdrawn {
        count: number(count),
    };
    office.say(&gone.say(&office.words));
    ExitCode::SUCCESS
}

/// Asks a person at a terminal; nobody there means no.
fn agreed(question: &str) -> Result<bool, Trouble> {
    if !io::stdin().is_terminal() {
        return Err(Trouble::Other("error-campaign-withdraw-yes", Vec::new()));
    }
    eprint!("{question} ");
    let _ = io::stderr().flush();
    let mut answer = String::new();
    let read = io::stdin().lock().read_line(&mut answer);
    read.map_err(|why| Trouble::File("-".into(), why))?;
    // Yes in English, ie or ydw in Welsh.
    let answer = answer.trim().to_lowercase();
    Ok(["y", "yes", "i", "ie", "ydw"].contains(&answer.as_str()))
}

impl Quarantine {
    pub(super) async fn run(self, office: &Office, actor: &str) -> Done {
        let desk = office.desk_of(&self.campaign, actor).await?;
        let words = &office.words;
        if let Some(batch) = self.undo {
            let count = desk.undo_quarantine(batch).await?;
            office.say(
                &msg::CampaignQuarantineUndone {
                    count: number(count),
                }
                .say(words),
            );
            return Ok(ExitCode::SUCCESS);
        }
        let pattern = Pattern {
            partner: self.partner,
            day: self.day,
            area: self.area.map(|area| area.to_uppercase()),
            category: self.role,
            language: self.language,
            held: self.held,
        };
        let (batch, count) = desk.quarantine(&pattern).await?;
        let batch = batch.to_string();
        let campaign = self.campaign.as_str();
        let undo = office.command(&["campaign", "quarantine", campaign, "--undo", &batch]);
        let sentence = msg::CampaignQuarantined {
            count: number(count),
            batch: batch.into(),
            undo: undo.into(),
        };
        office.say(&sentence.say(words));
        Ok(ExitCode::SUCCESS)
    }
}

impl Release {
    pub(super) async fn run(self, office: &Office, actor: &str) -> Done {
        let desk = office.desk_of(&self.campaign, actor).await?;
        let count = desk.release_held().await?;
        office.say(
            &msg::CampaignReleased {
                count: number(count),
            }
            .say(&office.words),
        );
        Ok(ExitCode::SUCCESS)
    }
}
