//! [`Store`] over either database: each method is one read, or one transaction.

use std::time::Duration;

use chrono::NaiveDate;
use swansfeet_demands::duplicate::Mark;

use super::{Session, campaigns, counts, ending, organise, read, signatures, values, write};
use crate::store::{
    Answer, Asked, Store,
    model::{
        CampaignRow, Confirmed, Dimension, EpochRow, Id, Linked, LogRow, NewSignature,
        OrganiserRow, Pattern, SealedRow, Stage, Taken, TokenHash, Totals, Whose, WrappedRow,
    },
};

/// How often, and how far apart, the log of writes is tried to be cut: five seconds or so, in which those
/// who write are never held up for longer than one try.
const TRIES: u32 = 30;
const PAUSE: Duration = Duration::from_millis(100);

/// What differs between the databases: how connections are had, and how a batch is written.
pub trait Backend: Send + Sync + 'static {
    /// A connection to read by, for one statement or several that need not agree.
    fn read(&self) -> Asked<'_, Session>;

    /// A connection to read by that sees one moment, however long it takes.
    fn snapshot(&self) -> Asked<'_, Session>;

    /// A transaction to write in.
    fn write(&self) -> Asked<'_, Session>;

    /// [`Store::take`].
    fn take<'a>(&'a self, batch: &'a [NewSignature]) -> Asked<'a, Vec<Taken>>;

    /// Whether other hubs may stand on the same database.
    fn shared(&self) -> bool;

    /// Clears away what deleted rows may have left behind in the database's own files. `false` where
    /// somebody is in the way.
    fn tidy(&self) -> Asked<'_, bool> {
        Box::pin(async { Ok(true) })
    }

    /// [`Store::close`].
    fn close(&self) -> Answer<'_, ()>;

    /// [`Store::answers`].
    fn answers(&self) -> Asked<'_, ()> {
        Box::pin(async {
            let mut session = self.read().await?;
            session
                .number("SELECT COUNT(*) FROM setting", values![])
                .await
                .map(drop)
        })
    }
}

impl<T: Backend> Store for T {
    fn answers(&self) -> Asked<'_, ()> {
        Backend::answers(self)
    }

    fn close(&self) -> Answer<'_, ()> {
        Backend::close(self)
    }

    fn campaigns(&self) -> Asked<'_, Vec<CampaignRow>> {
        read!(self, s => campaigns::all(s))
    }

    fn campaigns_version(&self) -> Asked<'_, (i64, i64)> {
        read!(self, s => campaigns::version(s))
    }

    fn add_campaign<'a>(
        &'a self,
        campaign: &'a CampaignRow,
        organisers: &'a [OrganiserRow],
        wrapped: &'a [WrappedRow],
    ) -> Asked<'a, bool> {
        write!(self, s => campaigns::add(s, campaign, organisers, wrapped))
    }

    fn replace_file<'a>(&'a self, campaign: &'a str, file: &'a str) -> Asked<'a, bool> {
        write!(self, s => campaigns::replace_file(s, campaign, file))
    }

    fn wordings<'a>(&'a self, campaign: &'a str) -> Asked<'a, Vec<String>> {
        read!(self, s => campaigns::wordings(s, campaign))
    }

    fn set_stage<'a>(&'a self, campaign: &'a str, stage: Stage) -> Asked<'a, bool> {
        write!(self, s => campaigns::set_stage(s, campaign, stage))
    }

    fn set_proven<'a>(&'a self, campaign: &'a str, epoch: u32) -> Asked<'a, bool> {
        write!(self, s => campaigns::set_proven(s, campaign, epoch))
    }

    fn organisers<'a>(&'a self, campaign: &'a str) -> Asked<'a, Vec<OrganiserRow>> {
        read!(self, s => campaigns::organisers(s, campaign))
    }

    fn change_keys<'a>(
        &'a self,
        campaign: &'a str,
        add: &'a [OrganiserRow],
        remove: &'a [String],
        epoch: Option<&'a EpochRow>,
        wrapped: &'a [WrappedRow],
    ) -> Asked<'a, ()> {
        write!(self, s => campaigns::change_keys(s, campaign, (add, remove), epoch, wrapped))
    }

    fn wrapped<'a>(&'a self, campaign: &'a str) -> Asked<'a, Vec<WrappedRow>> {
        read!(self, s => campaigns::wrapped(s, campaign))
    }

    fn end_piece<'a>(&'a self, campaign: &'a str, most: u32) -> Asked<'a, u64> {
        write!(self, s => ending::piece(s, campaign, most))
    }

    fn end_campaign<'a>(&'a self, campaign: &'a str, line: &'a LogRow) -> Asked<'a, bool> {
        write!(self, s => ending::campaign(s, campaign, line))
    }

    fn leave_no_trace(&self) -> Asked<'_, bool> {
        Box::pin(async move {
            for _ in 0..TRIES {
                if self.tidy().await? {
                    return Ok(true);
                }
                tokio::time::sleep(PAUSE).await;
            }
            Ok(false)
        })
    }

    fn take<'a>(&'a self, batch: &'a [NewSignature]) -> Asked<'a, Vec<Taken>> {
        Backend::take(self, batch)
    }

    fn linked<'a>(&'a self, token: &'a TokenHash) -> Asked<'a, Option<Linked>> {
        read!(self, s => signatures::linked(s, token))
    }

    fn confirm<'a>(&'a self, token: &'a TokenHash) -> Asked<'a, Confirmed> {
        write!(self, s => signatures::confirm(s, token))
    }

    fn withdraw<'a>(&'a self, token: &'a TokenHash) -> Asked<'a, u64> {
        write!(self, s => signatures::withdraw(s, token))
    }

    fn by_address<'a>(
        &'a self,
        campaign: &'a str,
        address: &'a Mark,
        delete: bool,
    ) -> Asked<'a, u64> {
        write!(self, s => signatures::by_address(s, campaign, address, delete))
    }

    fn by_id<'a>(&'a self, campaign: &'a str, id: &'a Id, delete: bool) -> Asked<'a, u64> {
        write!(self, s => signatures::by_id(s, campaign, id, delete))
    }

    fn forget_pending(&self, before: NaiveDate) -> Asked<'_, u64> {
        Box::pin(async move {
            let mut session = self.write().await?;
            let forgotten = signatures::forget_pending(&mut session, before).await?;
            session.commit().await?;
            self.tidy().await?;
            Ok(forgotten)
        })
    }

    fn mail_done<'a>(&'a self, signatures: &'a [Id]) -> Asked<'a, ()> {
        write!(self, s => signatures::mail_done(s, signatures))
    }

    fn mail_lost<'a>(&'a self, held: &'a [Id], before: NaiveDate) -> Asked<'a, u64> {
        // Where hubs share a database, what this one does not hold may be another's.
        let before = self.shared().then_some(before);
        write!(self, s => signatures::mail_lost(s, held, before))
    }

    fn mail_owed(&self) -> Asked<'_, u64> {
        read!(self, s => signatures::mail_owed(s))
    }

    fn totals<'a>(&'a self, campaign: &'a str) -> Asked<'a, Totals> {
        read!(self, s => counts::totals(s, campaign))
    }

    fn table<'a>(&'a self, campaign: &'a str, by: Dimension) -> Asked<'a, Vec<(String, u64)>> {
        read!(self, s => counts::table(s, campaign, by))
    }

    fn hidden<'a>(&'a self, campaign: &'a str, by: Dimension) -> Asked<'a, Vec<String>> {
        read!(self, s => counts::hidden(s, campaign, by))
    }

    fn set_hidden<'a>(
        &'a self,
        campaign: &'a str,
        by: Dimension,
        keys: &'a [String],
    ) -> Asked<'a, ()> {
        write!(self, s => counts::set_hidden(s, campaign, by, keys))
    }

    fn add_codes<'a>(&'a self, campaign: &'a str, codes: &'a [Mark]) -> Asked<'a, u64> {
        write!(self, s => organise::add_codes(s, campaign, codes))
    }

    fn codes<'a>(&'a self, campaign: &'a str) -> Asked<'a, (u64, u64)> {
        read!(self, s => organise::codes(s, campaign))
    }

    fn records<'a>(
        &'a self,
        campaign: &'a str,
        whose: Whose<'a>,
        after: Option<Id>,
        limit: u32,
    ) -> Asked<'a, Vec<SealedRow>> {
        read!(self, s => organise::records(s, campaign, whose, after, limit))
    }

    fn quarantine<'a>(&'a self, campaign: &'a str, pattern: &'a Pattern) -> Asked<'a, (i64, u64)> {
        write!(self, s => organise::quarantine(s, campaign, pattern))
    }

    fn undo_quarantine<'a>(&'a self, campaign: &'a str, batch: i64) -> Asked<'a, u64> {
        write!(self, s => organise::undo_quarantine(s, campaign, batch))
    }

    fn release_held<'a>(&'a self, campaign: &'a str) -> Asked<'a, u64> {
        write!(self, s => organise::release_held(s, campaign))
    }

    fn log<'a>(&'a self, line: &'a LogRow) -> Asked<'a, ()> {
        write!(self, s => organise::log(s, line))
    }

    fn log_of<'a>(&'a self, campaign: &'a str) -> Asked<'a, Vec<LogRow>> {
        read!(self, s => organise::log_of(s, campaign))
    }
}
