//! What tally and steward have in common: whose keys, which hub, and one run of the second holder.

use std::path::PathBuf;

use chrono::{DateTime, NaiveDate};
use clap::Args;
use swansfeet_demands::text::Slug;
use swansfeet_wellbeing::Week;
use swansfeet_wellbeing::second::{self, Second, Step, Vault};
use swansfeet_words::Words;

use super::keys::Keys;
use super::way::Line;
use crate::campaign::slug;
use crate::office::{Trouble, now, random};
use crate::words::msg;

/// Which check-in, and whose keys.
#[derive(Args, Debug)]
pub(super) struct Holding {
    /// The campaign's id
    #[arg(value_parser = slug, value_name = "SLUG")]
    campaign: Slug,

    /// The hub, as `https://hub.example`
    #[arg(long, value_name = "URL")]
    hub: String,

    /// The folder that `swansfeet wellbeing holder` made, or the key file of the steward's page
    #[arg(long, value_name = "FOLDER")]
    keys: PathBuf,
}

/// A second holder with its keys and its way to the hub.
pub(super) struct Holder {
    keys: Keys,
    line: Line,
    campaign: String,
    least: u32,
    ahead: u32,
}

impl Holding {
    pub(super) fn open(&self, least: u32, ahead: u32, words: &Words) -> Result<Holder, Trouble> {
        let campaign = self.campaign.to_string();
        let line = Line::new(&self.hub, &campaign)?;
        let keys = Keys::open(&self.keys, words.get(msg::KEY_FILE_ABOUT))?;
        if let Some(path) = keys.exposed() {
            let file = path.display().to_string().into();
            eprintln!("swansfeet: {}", msg::KeysExposed { file }.say(words));
        }
        Ok(Holder {
            keys,
            line,
            campaign,
            least,
            ahead,
        })
    }
}

impl Holder {
    /// All that there is to do today.
    pub(super) async fn run(&mut self, watch: &mut dyn FnMut(Step)) -> Result<(), Trouble> {
        let (identity, vault) = self.keys.of(&self.campaign);
        let mut second = Second {
            identity,
            campaign: &self.campaign,
            least: self.least,
            hub: self.line.of(identity),
            vault,
            watch,
        };
        let done = second.run(today(), self.ahead, &mut random()).await;
        done.map_err(|trouble| match trouble {
            second::Trouble::Hub(trouble) | second::Trouble::Vault(trouble) => trouble,
            second::Trouble::Reply(why) => {
                Trouble::Other("error-hub-nonsense", vec![("why", why.to_owned())])
            }
            second::Trouble::Refused(why) => Trouble::Other(why.key(), Vec::new()),
        })
    }

    /// Weeks that are over and that there are still keys of.
    pub(super) fn waiting(&mut self) -> Result<Vec<Week>, Trouble> {
        let this = Week::of(today());
        let weeks = self.keys.of(&self.campaign).1.weeks()?;
        Ok(weeks.into_iter().filter(|week| *week < this).collect())
    }
}

/// Today, in UTC, as the hub has it.
pub(super) fn today() -> NaiveDate {
    let now = DateTime::from_timestamp(now().0, 0);
    now.unwrap_or_default().date_naive()
}
