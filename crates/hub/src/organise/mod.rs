//! What organisers do with a campaign: make it, open and close it, change who can read, hand out
//! codes, count, set aside, delete. Used by the command line; a console in the browser would use
//! the same.
//!
//! Time, random bytes and secrets are arguments. Every action that changes something, and every one
//! that hands out records, adds a line to the log, in which no name and no address stands. Refuses
//! to know how to open a signature: that is done where the key is.

mod campaign;
mod codes;
mod counts;
mod ending;
mod error;
mod key_file;
mod keys;
mod pattern;
mod people;
mod wording;

pub use campaign::{Draft, Made, NewOrganiser, Overview};
pub use codes::MOST_CODES;
pub use counts::{Counts, Line};
pub use ending::{EndError, Ended, Ending, PAUSE, PIECE};
pub use error::{Error, Unknown};
pub use key_file::KeyFile;
pub use keys::{Epoch, Given, NewEpoch, Opens, State, keys_of};
pub use pattern::is_given;
pub use wording::Wording;

use chrono::{DateTime, NaiveDate};
use swansfeet_demands::Campaign;
use swansfeet_demands::text::{Moment, Slug};

use crate::store::Store;
use crate::store::model::{CampaignRow, EpochRow, LogRow};

/// The actor of the log where no organiser is named: whoever runs the hub.
pub const HUB: &str = "hub";

/// A desk to work at: one campaign, and who is acting when.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    store: &'a dyn Store,
    campaign: &'a Slug,
    actor: &'a str,
    now: Moment,
}

impl<'a> Desk<'a> {
    /// A desk for `campaign`, which need not be there yet. `actor` is an organiser's id, or [`HUB`].
    #[must_use]
    pub fn new(store: &'a dyn Store, campaign: &'a Slug, actor: &'a str, now: Moment) -> Self {
        Desk {
            store,
            campaign,
            actor,
            now,
        }
    }

    /// The same desk, with somebody else at it.
    #[must_use]
    pub fn with_actor(self, actor: &'a str) -> Self {
        Desk { actor, ..self }
    }

    /// The campaign as the store has it.
    ///
    /// # Errors
    /// There is none of that name.
    pub async fn row(&self) -> Result<CampaignRow, Error> {
        let all = self.store.campaigns().await?;
        let found = all
            .into_iter()
            .find(|row| row.slug == self.campaign.as_str());
        found.ok_or_else(|| Error::NoSuchCampaign(self.campaign.to_string()))
    }

    /// Sees to it that who acts may: an organiser of the campaign, or [`HUB`]. The log is worth
    /// nothing where anybody's name can stand in it.
    ///
    /// # Errors
    /// There is no such campaign; who acts is no organiser of it.
    pub async fn is_known(&self) -> Result<(), Error> {
        self.row().await?;
        let there = self.store.organisers(self.slug()).await?;
        may_act(self.actor, there.iter().map(|row| row.id.as_str()))
    }

    /// Adds a line to the log. `detail` must name nobody.
    ///
    /// # Errors
    /// The store's.
    pub async fn log(&self, action: &str, detail: String) -> Result<(), Error> {
        let line = LogRow {
            at: self.now.0,
            campaign: self.campaign.to_string(),
            actor: self.actor.to_owned(),
            action: action.to_owned(),
            detail,
        };
        Ok(self.store.log(&line).await?)
    }

    /// The log of the campaign, oldest first. It outlives the campaign.
    ///
    /// # Errors
    /// The store's.
    pub async fn log_lines(&self) -> Result<Vec<LogRow>, Error> {
        Ok(self.store.log_of(self.campaign.as_str()).await?)
    }

    fn slug(&self) -> &'a str {
        self.campaign.as_str()
    }

    fn today(&self) -> NaiveDate {
        DateTime::from_timestamp(self.now.0, 0)
            .unwrap_or_default()
            .date_naive()
    }
}

/// Whether `actor` is one of a campaign's organisers, or [`HUB`].
///
/// # Errors
/// It is somebody else.
pub fn may_act<'a>(actor: &str, organisers: impl Iterator<Item = &'a str>) -> Result<(), Error> {
    let there: Vec<&str> = organisers.collect();
    if actor == HUB || there.contains(&actor) {
        return Ok(());
    }
    let there = there.into_iter().map(str::to_owned).collect();
    Err(Error::NotAnOrganiser(actor.to_owned(), there))
}

/// The campaign that a row's file describes.
///
/// # Errors
/// The file in the store is no campaign file: only somebody who wrote into the database can have
/// done that, or a newer hub.
pub fn read(row: &CampaignRow) -> Result<Campaign, Error> {
    Campaign::from_toml(&row.file).map_err(Error::File)
}

/// The latest epoch.
fn latest(row: &CampaignRow) -> Result<&EpochRow, Error> {
    let latest = row.epochs.iter().max_by_key(|epoch| epoch.epoch);
    latest.ok_or_else(|| Error::NoKey(row.slug.clone()))
}
