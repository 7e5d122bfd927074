//! What the store keeps of meetings: feeds, where they come from with the last good copy of each,
//! what organisers keep here, and their links. Nothing of whoever looks for a meeting.

use chrono::NaiveDate;

use super::{
    Asked, Backend,
    model::TokenHash,
    sql::{meetings as sql, read, write},
};

/// A feed by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedRow {
    /// Its id in addresses.
    pub slug: String,
    /// What it is called.
    pub name: String,
    /// Counts up with every change of what it shows.
    pub version: i64,
    /// When a meeting in it last changed, in seconds since 1970; 0: never yet.
    pub updated: i64,
}

/// A place that a feed is gathered from, and what came of it. Times are seconds since 1970.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceRow {
    /// The feed's slug.
    pub feed: String,
    /// Where it is fetched.
    pub url: String,
    /// What its operator calls it; may be empty.
    pub name: String,
    /// How often it is fetched.
    pub minutes: u32,
    /// The `ETag` of the last good copy.
    pub etag: Option<String>,
    /// Its `Last-Modified`.
    pub modified: Option<String>,
    /// Its `Content-Type`, without parameters.
    pub kind: String,
    /// The last good copy, gzipped.
    pub body: Option<Vec<u8>>,
    /// When that was last known to be the newest.
    pub good: Option<i64>,
    /// When it was last asked for.
    pub tried: Option<i64>,
    /// When it is to be asked for next.
    pub due: i64,
    /// How often in a row that failed.
    pub failures: u32,
    /// Why it failed the last time; empty if it did not.
    pub problem: String,
}

/// What came of asking a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A copy that is good and newer.
    Fresh(Copy),
    /// The last good copy is still the newest.
    Same,
    /// Nothing usable, and why, in plain words. The last good copy stays.
    Failed(String),
}

/// A good copy.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copy {
    /// The `ETag`.
    pub etag: Option<String>,
    /// The `Last-Modified`.
    pub modified: Option<String>,
    /// The `Content-Type`, without parameters.
    pub kind: String,
    /// The bytes, gzipped.
    pub body: Vec<u8>,
    /// Meetings that the copy before had and this one has not: gone, or no more than unreadable in it.
    pub missing: Vec<MeetingRow>,
    /// Ids of all that this one has: what was gone and is among them is back.
    pub ids: Vec<String>,
}

/// A meeting that is kept here: an organiser's own, one that its source no longer has, or one that can
/// no longer be read there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingRow {
    /// The feed's slug.
    pub feed: String,
    /// The address of the source that it was in; empty for an organiser's own.
    pub source: String,
    /// Its id.
    pub id: String,
    /// A Swansfeet feed of this one meeting, as JSON.
    pub meeting: String,
    /// When it is, as its organiser wrote it.
    pub words: String,
    /// Counts up with every change.
    pub version: i64,
    /// Since when it is no more.
    pub gone: Option<i64>,
    /// The version that it had when it was last taken in from a file.
    pub filed: Option<i64>,
}

/// By which id a meeting is handed out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicId {
    /// The address of its source; empty for an organiser's own.
    pub source: String,
    /// Its id there.
    pub id: String,
    /// What it is handed out as: no other of the feed is.
    pub public: String,
    /// Since when nobody has it any more.
    pub gone: Option<i64>,
}

/// An organiser's link, without its token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkRow {
    /// The feed that it lets change.
    pub feed: String,
    /// Whose it is, as the operator calls them.
    pub label: String,
    /// The day it was made.
    pub made: NaiveDate,
}

/// The part of a store that meetings need.
pub trait MeetingStore: Send + Sync + 'static {
    /// Every feed.
    fn feeds(&self) -> Asked<'_, Vec<FeedRow>>;

    /// The sum of all feeds' versions and how many there are: changes whenever one of them does.
    fn feeds_version(&self) -> Asked<'_, (i64, i64)>;

    /// Adds a feed. `false` if the slug is taken.
    fn add_feed<'a>(&'a self, slug: &'a str, name: &'a str) -> Asked<'a, bool>;

    /// Deletes a feed and all that belongs to it. `false` if there is none.
    fn remove_feed<'a>(&'a self, slug: &'a str) -> Asked<'a, bool>;

    /// The sources of a feed, by address.
    fn sources<'a>(&'a self, feed: &'a str) -> Asked<'a, Vec<SourceRow>>;

    /// Adds a source that is to be fetched at once. `false` if it is there already.
    fn add_source<'a>(
        &'a self,
        feed: &'a str,
        url: &'a str,
        name: &'a str,
        minutes: u32,
    ) -> Asked<'a, bool>;

    /// Removes a source with its copy. `false` if it was not there.
    fn remove_source<'a>(&'a self, feed: &'a str, url: &'a str) -> Asked<'a, bool>;

    /// Takes in hand up to `most` sources that are due and that nobody else has in hand; they are
    /// this caller's until `until`.
    fn claim(&self, now: i64, until: i64, most: u32) -> Asked<'_, Vec<SourceRow>>;

    /// Notes what came of asking a source at `at`, and when it is due again.
    fn asked<'a>(
        &'a self,
        feed: &'a str,
        url: &'a str,
        at: i64,
        due: i64,
        outcome: &'a Outcome,
    ) -> Asked<'a, ()>;

    /// Meetings kept here, by source and id: own ones first.
    fn meetings<'a>(&'a self, feed: &'a str) -> Asked<'a, Vec<MeetingRow>>;

    /// Keeps an organiser's meeting, at that time. `row.version` is the version that was changed, 0 for a new
    /// one. `false` if somebody else has changed it since, or the id is taken.
    fn keep_meeting<'a>(&'a self, row: &'a MeetingRow, at: i64) -> Asked<'a, bool>;

    /// The same for several in one transaction, with an answer for each.
    fn keep_meetings<'a>(&'a self, rows: &'a [MeetingRow], at: i64) -> Asked<'a, Vec<bool>>;

    /// By which ids the meetings of a feed are handed out.
    fn public_ids<'a>(&'a self, feed: &'a str) -> Asked<'a, Vec<PublicId>>;

    /// Keeps them, those that are new; of those that are kept already, since when they are gone. One
    /// that is taken meanwhile is passed over.
    fn keep_public_ids<'a>(&'a self, feed: &'a str, ids: &'a [PublicId]) -> Asked<'a, ()>;

    /// Forgets meetings that are gone since before that time, and ids. How many meetings.
    fn forget_gone(&self, before: i64) -> Asked<'_, u64>;

    /// Adds an organiser's link. `false` if the feed has one of that label.
    fn add_link<'a>(&'a self, token: &'a TokenHash, link: &'a LinkRow) -> Asked<'a, bool>;

    /// The links of a feed, by label.
    fn links<'a>(&'a self, feed: &'a str) -> Asked<'a, Vec<LinkRow>>;

    /// Ends a link. `false` if there is none of that label.
    fn remove_link<'a>(&'a self, feed: &'a str, label: &'a str) -> Asked<'a, bool>;

    /// Whose link that is.
    fn link<'a>(&'a self, token: &'a TokenHash) -> Asked<'a, Option<LinkRow>>;
}

impl<T: Backend> MeetingStore for T {
    fn feeds(&self) -> Asked<'_, Vec<FeedRow>> {
        read!(self, s => sql::feeds(s))
    }

    fn feeds_version(&self) -> Asked<'_, (i64, i64)> {
        read!(self, s => sql::version(s))
    }

    fn add_feed<'a>(&'a self, slug: &'a str, name: &'a str) -> Asked<'a, bool> {
        write!(self, s => sql::add_feed(s, slug, name))
    }

    fn remove_feed<'a>(&'a self, slug: &'a str) -> Asked<'a, bool> {
        write!(self, s => sql::remove_feed(s, slug))
    }

    fn sources<'a>(&'a self, feed: &'a str) -> Asked<'a, Vec<SourceRow>> {
        read!(self, s => sql::sources(s, feed))
    }

    fn add_source<'a>(
        &'a self,
        feed: &'a str,
        url: &'a str,
        name: &'a str,
        minutes: u32,
    ) -> Asked<'a, bool> {
        write!(self, s => sql::add_source(s, feed, url, name, minutes))
    }

    fn remove_source<'a>(&'a self, feed: &'a str, url: &'a str) -> Asked<'a, bool> {
        write!(self, s => sql::remove_source(s, feed, url))
    }

    fn claim(&self, now: i64, until: i64, most: u32) -> Asked<'_, Vec<SourceRow>> {
        Box::pin(async move {
            // Most of the time there is nothing to do, and that needs no turn at writing.
            if !sql::any_due(&mut self.read().await?, now).await? {
                return Ok(Vec::new());
            }
            let mut session = self.write().await?;
            let claimed = sql::claim(&mut session, now, until, most).await?;
            session.commit().await?;
            Ok(claimed)
        })
    }

    fn asked<'a>(
        &'a self,
        feed: &'a str,
        url: &'a str,
        at: i64,
        due: i64,
        outcome: &'a Outcome,
    ) -> Asked<'a, ()> {
        write!(self, s => sql::asked(s, (feed, url), at, due, outcome))
    }

    fn meetings<'a>(&'a self, feed: &'a str) -> Asked<'a, Vec<MeetingRow>> {
        read!(self, s => sql::meetings(s, feed))
    }

    fn keep_meeting<'a>(&'a self, row: &'a MeetingRow, at: i64) -> Asked<'a, bool> {
        write!(self, s => sql::keep_meeting(s, row, at))
    }

    fn keep_meetings<'a>(&'a self, rows: &'a [MeetingRow], at: i64) -> Asked<'a, Vec<bool>> {
        Box::pin(async move {
            let mut session = self.write().await?;
            let mut kept = Vec::with_capacity(rows.len());
            for row in rows {
                kept.push(sql::keep_meeting(&mut session, row, at).await?);
            }
            session.commit().await?;
            Ok(kept)
        })
    }

    fn public_ids<'a>(&'a self, feed: &'a str) -> Asked<'a, Vec<PublicId>> {
        read!(self, s => sql::public_ids(s, feed))
    }

    fn keep_public_ids<'a>(&'a self, feed: &'a str, ids: &'a [PublicId]) -> Asked<'a, ()> {
        write!(self, s => sql::keep_public_ids(s, feed, ids))
    }

    fn forget_gone(&self, before: i64) -> Asked<'_, u64> {
        write!(self, s => sql::forget_gone(s, before))
    }

    fn add_link<'a>(&'a self, token: &'a TokenHash, link: &'a LinkRow) -> Asked<'a, bool> {
        write!(self, s => sql::add_link(s, token, link))
    }

    fn links<'a>(&'a self, feed: &'a str) -> Asked<'a, Vec<LinkRow>> {
        read!(self, s => sql::links(s, feed))
    }

    fn remove_link<'a>(&'a self, feed: &'a str, label: &'a str) -> Asked<'a, bool> {
        write!(self, s => sql::remove_link(s, feed, label))
    }

    fn link<'a>(&'a self, token: &'a TokenHash) -> Asked<'a, Option<LinkRow>> {
        read!(self, s => sql::link(s, token))
    }
}
