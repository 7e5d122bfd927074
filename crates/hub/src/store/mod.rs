//! What the hub remembers, whichever database it lies in: campaigns, keys that are wrapped,
//! signatures that it cannot read, and what it counts by; feeds of meetings;
//! and cards and pictures of check-ins. No name and no address in clear, but what organisers publish
//! of their meetings and who holds keys.

pub mod backup;
mod begin;
pub mod meetings;
pub mod model;
mod open;
pub mod postgres;
mod sql;
pub mod sqlite;
pub mod wellbeing;

use std::{future::Future, path::PathBuf, pin::Pin};

use chrono::NaiveDate;
use swansfeet_demands::duplicate::Mark;

use model::{
    CampaignRow, Confirmed, Dimension, EpochRow, Id, Linked, LogRow, NewSignature, OrganiserRow,
    Pattern, SealedRow, Stage, Taken, TokenHash, Totals, Whose, WrappedRow,
};

pub use begin::{Beginning, begin, is_there};
pub use open::{AnyStore, Database, open};
pub use sql::{Backend, Session};

/// What a store's methods give: an answer to wait for.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// A [`StoreError`] or what was asked for, later.
pub type Asked<'a, T> = Answer<'a, Result<T, StoreError>>;

/// A database that the hub can stand on.
pub trait Store:
    meetings::MeetingStore + wellbeing::WellbeingStore + Send + Sync + 'static
{
    /// Asks the database one question, to see that it answers.
    fn answers(&self) -> Asked<'_, ()>;

    /// Lets work in hand finish and closes the database.
    fn close(&self) -> Answer<'_, ()>;

    // Campaigns and keys.

    /// Every campaign.
    fn campaigns(&self) -> Asked<'_, Vec<CampaignRow>>;

    /// The sum of all campaigns' versions and how many there are: changes whenever one of them does.
    fn campaigns_version(&self) -> Asked<'_, (i64, i64)>;

    /// Adds a campaign with its first epoch, its organisers and their wrapped keys. `false` if the
    /// slug is taken.
    fn add_campaign<'a>(
        &'a self,
        campaign: &'a CampaignRow,
        organisers: &'a [OrganiserRow],
        wrapped: &'a [WrappedRow],
    ) -> Asked<'a, bool>;

    /// Puts another file in place of a campaign's. `false` if there is no such campaign.
    fn replace_file<'a>(&'a self, campaign: &'a str, file: &'a str) -> Asked<'a, bool>;

    /// Every file that a campaign has had, the newest last.
    fn wordings<'a>(&'a self, campaign: &'a str) -> Asked<'a, Vec<String>>;

    /// Opens or closes a campaign. `false` if there is no such campaign.
    fn set_stage<'a>(&'a self, campaign: &'a str, stage: Stage) -> Asked<'a, bool>;

    /// Notes that the recovery file of an epoch opens what is sealed to its key.
    fn set_proven<'a>(&'a self, campaign: &'a str, epoch: u32) -> Asked<'a, bool>;

    /// The organisers of a campaign.
    fn organisers<'a>(&'a self, campaign: &'a str) -> Asked<'a, Vec<OrganiserRow>>;

    /// Adds or removes organisers, wrapped keys and an epoch, all or nothing. Wrapped keys of
    /// organisers that are removed go too.
    fn change_keys<'a>(
        &'a self,
        campaign: &'a str,
        add: &'a [OrganiserRow],
        remove: &'a [String],
        epoch: Option<&'a EpochRow>,
        wrapped: &'a [WrappedRow],
    ) -> Asked<'a, ()>;

    /// The wrapped keys of a campaign, of every epoch.
    fn wrapped<'a>(&'a self, campaign: &'a str) -> Asked<'a, Vec<WrappedRow>>;

    // A campaign's end.

    /// Deletes at most that many signatures and as many codes of a campaign that is not open, so that
    /// nobody waits long for it. How many rows went; 0 when none is left.
    fn end_piece<'a>(&'a self, campaign: &'a str, most: u32) -> Asked<'a, u64>;

    /// Deletes a campaign that is not open, with all that is left of it, and adds the line to the log.
    /// `false` if there is none.
    fn end_campaign<'a>(&'a self, campaign: &'a str, line: &'a LogRow) -> Asked<'a, bool>;

    /// Clears away what deleted rows have left behind in the database's own files. `false` if that had
    /// to be put off, for somebody is still reading from them.
    fn leave_no_trace(&self) -> Asked<'_, bool>;

    // Signatures.

    /// Writes a batch in one transaction; when this answers, it is on disk. One outcome each, in
    /// order; one that is refused does not harm the others.
    fn take<'a>(&'a self, batch: &'a [NewSignature]) -> Asked<'a, Vec<Taken>>;

    /// What a link leads to.
    fn linked<'a>(&'a self, token: &'a TokenHash) -> Asked<'a, Option<Linked>>;

    /// Confirms the signature behind a link, once, judged by `Marks::standing`
    /// (swansfeet_demands::duplicate). The same person's earlier one is replaced by it.
    fn confirm<'a>(&'a self, token: &'a TokenHash) -> Asked<'a, Confirmed>;

    /// Deletes the signature behind a link with its copies, and all others of the same person in
    /// that campaign, pending ones too. How many went; 0 if there is no such link.
    fn withdraw<'a>(&'a self, token: &'a TokenHash) -> Asked<'a, u64>;

    /// How many signatures carry this address mark; with `delete`, they are deleted.
    fn by_address<'a>(
        &'a self,
        campaign: &'a str,
        address: &'a Mark,
        delete: bool,
    ) -> Asked<'a, u64>;

    /// How many signatures are of the person whose signature has this id, pending ones too; with
    /// `delete`, they are deleted. One by code stands alone.
    fn by_id<'a>(&'a self, campaign: &'a str, id: &'a Id, delete: bool) -> Asked<'a, u64>;

    /// Deletes pending signatures signed before that day. How many went.
    fn forget_pending(&self, before: NaiveDate) -> Asked<'_, u64>;

    // Mail: the store knows that one is owed, never to whom.

    /// Notes that a mail was sent, or that it cannot be sent any more: either way it is no longer owed.
    fn mail_done<'a>(&'a self, signatures: &'a [Id]) -> Asked<'a, ()>;

    /// Mails owed that this process does not hold are lost: those not in `held` and from before
    /// that day, or all not in `held` where no other hub shares the database. How many.
    fn mail_lost<'a>(&'a self, held: &'a [Id], before: NaiveDate) -> Asked<'a, u64>;

    /// How many mails are owed.
    fn mail_owed(&self) -> Asked<'_, u64>;

    // Counts.

    /// How many signatures a campaign has.
    fn totals<'a>(&'a self, campaign: &'a str) -> Asked<'a, Totals>;

    /// One table of counts, by key in rising order.
    fn table<'a>(&'a self, campaign: &'a str, by: Dimension) -> Asked<'a, Vec<(String, u64)>>;

    /// What was hidden when a table was last published, by key; empty if it never was.
    fn hidden<'a>(&'a self, campaign: &'a str, by: Dimension) -> Asked<'a, Vec<String>>;

    /// Notes what is hidden as a table is published.
    fn set_hidden<'a>(
        &'a self,
        campaign: &'a str,
        by: Dimension,
        keys: &'a [String],
    ) -> Asked<'a, ()>;

    // Codes.

    /// Adds marks of one-time codes. How many were new.
    fn add_codes<'a>(&'a self, campaign: &'a str, codes: &'a [Mark]) -> Asked<'a, u64>;

    /// How many codes there are, and how many of them are used.
    fn codes<'a>(&'a self, campaign: &'a str) -> Asked<'a, (u64, u64)>;

    // For organisers.

    /// Sealed records of confirmed signatures that are not in quarantine (held ones left out), by
    /// id, after that one; at most `limit`.
    fn records<'a>(
        &'a self,
        campaign: &'a str,
        whose: Whose<'a>,
        after: Option<Id>,
        limit: u32,
    ) -> Asked<'a, Vec<SealedRow>>;

    /// Sets signatures aside under a new batch number. The number, and how many.
    fn quarantine<'a>(&'a self, campaign: &'a str, pattern: &'a Pattern) -> Asked<'a, (i64, u64)>;

    /// Undoes a batch. How many came back.
    fn undo_quarantine<'a>(&'a self, campaign: &'a str, batch: i64) -> Asked<'a, u64>;

    /// Lets held signatures count. How many.
    fn release_held<'a>(&'a self, campaign: &'a str) -> Asked<'a, u64>;

    /// Adds a line to the log; lines can neither be changed nor removed.
    fn log<'a>(&'a self, line: &'a LogRow) -> Asked<'a, ()>;

    /// The log of a campaign, oldest first.
    fn log_of<'a>(&'a self, campaign: &'a str) -> Asked<'a, Vec<LogRow>>;
}

/// Why a store does not do what it should, worded for whoever runs the hub.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The data folder cannot be made or used.
    #[error("the data folder `{path}` cannot be used: {source}; name another with --data")]
    Folder {
        /// The folder.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The database does not open or does not answer.
    #[error("the database does not answer: {0}")]
    Database(#[from] sqlx::Error),
    /// The database cannot be brought up to date.
    #[error("the database could not be brought up to date: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// The setting names a database of a kind that there is not.
    #[error(
        "the database is either `sqlite` (a file in the data folder) or an address such as postgres://user:password@host/database"
    )]
    NoSuchDatabase,
    /// A row holds what no version of the hub writes.
    #[error("the database holds what no hub writes: {0}")]
    Damaged(&'static str),
}
