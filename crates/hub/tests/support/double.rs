//! A database that does what the test says.

use std::{sync::Mutex, time::Duration};

use chrono::NaiveDate;
use swansfeet_demands::duplicate::Mark;
use swansfeet_hub::store::{
    Answer, Asked, Store, StoreError,
    meetings::{FeedRow, LinkRow, MeetingRow, MeetingStore, Outcome, PublicId, SourceRow},
    model::{
        CampaignRow, Confirmed, Dimension, EpochRow, Id, Linked, LogRow, NewSignature,
        OrganiserRow, Pattern, SealedRow, Stage, Taken, TokenHash, Totals, Whose, WrappedRow,
    },
    wellbeing::{CardRow, PictureRow, WellbeingRow, WellbeingStore},
};

/// Long enough to be told to stop in the middle of it.
const SLOWLY: Duration = Duration::from_millis(300);

/// What a database does.
#[derive(Clone, Copy)]
pub(crate) enum Memory {
    Answers,
    AnswersSlowly,
    Refuses,
    Hangs,
    Panics,
    PanicsAtLinks,
}

/// A database that does what the test says, has the campaigns that it was given, and keeps what it
/// is handed so that a test can look at it. It judges nothing.
pub(crate) struct Double {
    pub(crate) memory: Memory,
    pub(crate) campaigns: Vec<CampaignRow>,
    /// What becomes of each signature.
    pub(crate) outcome: Taken,
    pub(crate) taken: Mutex<Vec<NewSignature>>,
    pub(crate) batches: Mutex<Vec<usize>>,
    pub(crate) done: Mutex<Vec<Id>>,
    /// What signers have made it do, in order.
    pub(crate) asked: Mutex<Vec<&'static str>>,
}

impl Double {
    pub(crate) fn new(memory: Memory, campaigns: Vec<CampaignRow>) -> Self {
        Self {
            memory,
            campaigns,
            outcome: Taken::Kept,
            taken: Mutex::default(),
            batches: Mutex::default(),
            done: Mutex::default(),
            asked: Mutex::default(),
        }
    }

    fn asked(&self, what: &'static str) {
        self.asked.lock().unwrap().push(what);
    }

    async fn mood(&self) -> Result<(), StoreError> {
        match self.memory {
            Memory::Answers | Memory::PanicsAtLinks => Ok(()),
            Memory::AnswersSlowly => {
                tokio::time::sleep(SLOWLY).await;
                Ok(())
            }
            Memory::Refuses => Err(StoreError::Database(sqlx::Error::PoolClosed)),
            Memory::Hangs => std::future::pending().await,
            Memory::Panics => panic!("as the test wants"),
        }
    }
}

/// An answer that a double gives at once.
fn now<'a, T: Send + 'a>(value: T) -> Asked<'a, T> {
    Box::pin(async move { Ok(value) })
}

impl Store for Double {
    fn answers(&self) -> Asked<'_, ()> {
        Box::pin(self.mood())
    }
    fn close(&self) -> Answer<'_, ()> {
        Box::pin(async {})
    }
    fn campaigns(&self) -> Asked<'_, Vec<CampaignRow>> {
        now(self.campaigns.clone())
    }
    fn campaigns_version(&self) -> Asked<'_, (i64, i64)> {
        now((1, 1))
    }
    fn add_campaign<'a>(
        &'a self,
        _: &'a CampaignRow,
        _: &'a [OrganiserRow],
        _: &'a [WrappedRow],
    ) -> Asked<'a, bool> {
        now(false)
    }
    fn replace_file<'a>(&'a self, _: &'a str, _: &'a str) -> Asked<'a, bool> {
        now(false)
    }
    fn wordings<'a>(&'a self, _: &'a str) -> Asked<'a, Vec<String>> {
        now(Vec::new())
    }
    fn end_piece<'a>(&'a self, _: &'a str, _: u32) -> Asked<'a, u64> {
        now(0)
    }
    fn end_campaign<'a>(&'a self, _: &'a str, _: &'a LogRow) -> Asked<'a, bool> {
        now(false)
    }
    fn leave_no_trace(&self) -> Asked<'_, bool> {
        now(true)
    }
    fn set_stage<'a>(&'a self, _: &'a str, _: Stage) -> Asked<'a, bool> {
        now(false)
    }
    fn set_proven<'a>(&'a self, _: &'a str, _: u32) -> Asked<'a, bool> {
        now(false)
    }
    fn organisers<'a>(&'a self, _: &'a str) -> Asked<'a, Vec<OrganiserRow>> {
        now(Vec::new())
    }
    fn change_keys<'a>(
        &'a self,
        _: &'a str,
        _: &'a [OrganiserRow],
        _: &'a [String],
        _: Option<&'a EpochRow>,
        _: &'a [WrappedRow],
    ) -> Asked<'a, ()> {
        now(())
    }
    fn wrapped<'a>(&'a self, _: &'a str) -> Asked<'a, Vec<WrappedRow>> {
        now(Vec::new())
    }
    fn take<'a>(&'a self, batch: &'a [NewSignature]) -> Asked<'a, Vec<Taken>> {
        Box::pin(async {
            self.mood().await?;
            self.asked("take");
            self.batches.lock().unwrap().push(batch.len());
            self.taken.lock().unwrap().extend_from_slice(batch);
            Ok(vec![self.outcome; batch.len()])
        })
    }
    fn linked<'a>(&'a self, _: &'a TokenHash) -> Asked<'a, Option<Linked>> {
        Box::pin(async {
            self.mood().await?;
            self.asked("linked");
            assert!(
                !matches!(self.memory, Memory::PanicsAtLinks),
                "as the test wants"
            );
            Ok(None)
        })
    }
    fn confirm<'a>(&'a self, _: &'a TokenHash) -> Asked<'a, Confirmed> {
        self.asked("confirm");
        now(Confirmed::NoSuchLink)
    }
    fn withdraw<'a>(&'a self, _: &'a TokenHash) -> Asked<'a, u64> {
        now(0)
    }
    fn by_address<'a>(&'a self, _: &'a str, _: &'a Mark, _: bool) -> Asked<'a, u64> {
        self.asked("by_address");
        now(0)
    }
    fn by_id<'a>(&'a self, _: &'a str, _: &'a Id, _: bool) -> Asked<'a, u64> {
        now(0)
    }
    fn forget_pending(&self, _: NaiveDate) -> Asked<'_, u64> {
        now(0)
    }
    fn mail_done<'a>(&'a self, signatures: &'a [Id]) -> Asked<'a, ()> {
        self.done.lock().unwrap().extend_from_slice(signatures);
        now(())
    }
    fn mail_lost<'a>(&'a self, _: &'a [Id], _: NaiveDate) -> Asked<'a, u64> {
        now(0)
    }
    fn mail_owed(&self) -> Asked<'_, u64> {
        now(0)
    }
    fn totals<'a>(&'a self, _: &'a str) -> Asked<'a, Totals> {
        now(Totals::default())
    }
    fn table<'a>(&'a self, _: &'a str, _: Dimension) -> Asked<'a, Vec<(String, u64)>> {
        now(Vec::new())
    }
    fn hidden<'a>(&'a self, _: &'a str, _: Dimension) -> Asked<'a, Vec<String>> {
        now(Vec::new())
    }
    fn set_hidden<'a>(&'a self, _: &'a str, _: Dimension, _: &'a [String]) -> Asked<'a, ()> {
        now(())
    }
    fn add_codes<'a>(&'a self, _: &'a str, _: &'a [Mark]) -> Asked<'a, u64> {
        now(0)
    }
    fn codes<'a>(&'a self, _: &'a str) -> Asked<'a, (u64, u64)> {
        now((0, 0))
    }
    fn records<'a>(
        &'a self,
        _: &'a str,
        _: Whose<'a>,
        _: Option<Id>,
        _: u32,
    ) -> Asked<'a, Vec<SealedRow>> {
        now(Vec::new())
    }
    fn quarantine<'a>(&'a self, _: &'a str, _: &'a Pattern) -> Asked<'a, (i64, u64)> {
        now((0, 0))
    }
    fn undo_quarantine<'a>(&'a self, _: &'a str, _: i64) -> Asked<'a, u64> {
        now(0)
    }
    fn release_held<'a>(&'a self, _: &'a str) -> Asked<'a, u64> {
        now(0)
    }
    fn log<'a>(&'a self, _: &'a LogRow) -> Asked<'a, ()> {
        now(())
    }
    fn log_of<'a>(&'a self, _: &'a str) -> Asked<'a, Vec<LogRow>> {
        now(Vec::new())
    }
}

/// It has no feeds.
impl MeetingStore for Double {
    fn feeds(&self) -> Asked<'_, Vec<FeedRow>> {
        now(Vec::new())
    }
    fn feeds_version(&self) -> Asked<'_, (i64, i64)> {
        now((0, 0))
    }
    fn add_feed<'a>(&'a self, _: &'a str, _: &'a str) -> Asked<'a, bool> {
        now(false)
    }
    fn remove_feed<'a>(&'a self, _: &'a str) -> Asked<'a, bool> {
        now(false)
    }
    fn sources<'a>(&'a self, _: &'a str) -> Asked<'a, Vec<SourceRow>> {
        now(Vec::new())
    }
    fn add_source<'a>(&'a self, _: &'a str, _: &'a str, _: &'a str, _: u32) -> Asked<'a, bool> {
        now(false)
    }
    fn remove_source<'a>(&'a self, _: &'a str, _: &'a str) -> Asked<'a, bool> {
        now(false)
    }
    fn claim(&self, _: i64, _: i64, _: u32) -> Asked<'_, Vec<SourceRow>> {
        now(Vec::new())
    }
    fn asked<'a>(
        &'a self,
        _: &'a str,
        _: &'a str,
        _: i64,
        _: i64,
        _: &'a Outcome,
    ) -> Asked<'a, ()> {
        now(())
    }
    fn meetings<'a>(&'a self, _: &'a str) -> Asked<'a, Vec<MeetingRow>> {
        now(Vec::new())
    }
    fn keep_meeting<'a>(&'a self, _: &'a MeetingRow, _: i64) -> Asked<'a, bool> {
        now(false)
    }
    fn keep_meetings<'a>(&'a self, rows: &'a [MeetingRow], _: i64) -> Asked<'a, Vec<bool>> {
        now(vec![false; rows.len()])
    }
    fn public_ids<'a>(&'a self, _: &'a str) -> Asked<'a, Vec<PublicId>> {
        now(Vec::new())
    }
    fn keep_public_ids<'a>(&'a self, _: &'a str, _: &'a [PublicId]) -> Asked<'a, ()> {
        now(())
    }
    fn forget_gone(&self, _: i64) -> Asked<'_, u64> {
        now(0)
    }
    fn add_link<'a>(&'a self, _: &'a TokenHash, _: &'a LinkRow) -> Asked<'a, bool> {
        now(false)
    }
    fn links<'a>(&'a self, _: &'a str) -> Asked<'a, Vec<LinkRow>> {
        now(Vec::new())
    }
    fn remove_link<'a>(&'a self, _: &'a str, _: &'a str) -> Asked<'a, bool> {
        now(false)
    }
    fn link<'a>(&'a self, _: &'a TokenHash) -> Asked<'a, Option<LinkRow>> {
        now(None)
    }
}

impl WellbeingStore for Double {
    fn wellbeing(&self) -> Asked<'_, Vec<WellbeingRow>> {
        now(Vec::new())
    }
    fn add_wellbeing<'a>(&'a self, _: &'a WellbeingRow) -> Asked<'a, bool> {
        now(false)
    }
    fn cards<'a>(&'a self, _: &'a str) -> Asked<'a, Vec<CardRow>> {
        now(Vec::new())
    }
    fn add_card<'a>(&'a self, _: &'a CardRow) -> Asked<'a, bool> {
        now(false)
    }
    fn pictures<'a>(&'a self, _: &'a str) -> Asked<'a, Vec<PictureRow>> {
        now(Vec::new())
    }
    fn add_picture<'a>(&'a self, _: &'a PictureRow) -> Asked<'a, bool> {
        now(false)
    }
}
