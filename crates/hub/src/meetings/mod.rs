//! Meetings: sources fetched on a schedule, merged with what organisers keep here, and handed out as
//! one feed, as a calendar to subscribe to, and as pages for people and search engines.
//!
//! It refuses to know who looks for a meeting, and who asked how to join one.

mod board;
mod calendar;
pub mod desk;
mod fetch;
mod ids;
mod import;
mod joining;
mod made;
mod merge;
mod organise;
mod page;
mod schema_org;
mod when;
mod wire;

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, Mutex, RwLock, Weak},
    time::Duration,
};

use axum::Router;
use chrono::{DateTime, NaiveDateTime};
use sha2::{Digest, Sha256};
use swansfeet_meetings::{Meeting, percent, read::Feed, zone::Iana};
use tokio::{
    sync::Semaphore,
    task::{JoinHandle, JoinSet},
};

pub use fetch::{Called, FetchError, Fetcher, is_readable};
pub use import::{Report, Said, import, wrong_in};
pub(crate) use merge::Withheld;

use self::{board::Shown, ids::Ids};
use crate::{
    demands::Demands,
    metrics::Metrics,
    problem::Problem,
    store::{
        Store, StoreError,
        meetings::{FeedRow, MeetingRow, SourceRow},
    },
    token::random,
};

/// Every zone there is.
pub(crate) const ZONES: Iana = Iana;

/// How often the store is asked whether a feed has changed, and whether a source is due.
const EVERY: Duration = Duration::from_secs(2);
/// How many sources are fetched at a time.
const AT_A_TIME: u32 = 8;
/// Longer than fetching one takes; a hub that dies in between lets go after it.
const IN_HAND: i64 = 300;
/// How often ids are decided anew where other hubs decide them too.
const MOST_TRIES: u32 = 3;
/// How long calendars are told of a meeting that is no more.
const GONE_FOR: i64 = 30 * 24 * 3_600;

/// Everything that the routes share.
pub(crate) struct Meetings {
    pub(crate) demands: Arc<Demands>,
    fetcher: Fetcher,
    metrics: Arc<Metrics>,
    feeds: RwLock<Feeds>,
    /// Copies that were read already, by source.
    read: Mutex<HashMap<(String, String), ReadCopy>>,
    /// How much may be worked out at a time: half of the machine is for signing.
    hands: Arc<Semaphore>,
}

#[derive(Default)]
struct Feeds {
    version: Option<(i64, i64)>,
    by_slug: BTreeMap<String, Arc<Shown>>,
}

struct ReadCopy {
    digest: [u8; 32],
    feed: Arc<Feed>,
}

impl Meetings {
    pub(crate) fn new(demands: Arc<Demands>, fetcher: Fetcher, metrics: Arc<Metrics>) -> Self {
        Self {
            demands,
            fetcher,
            metrics,
            feeds: RwLock::default(),
            read: Mutex::default(),
            hands: Arc::new(Semaphore::new(
                std::thread::available_parallelism().map_or(1, |all| (all.get() / 2).max(1)),
            )),
        }
    }

    /// Works out an answer off the threads that serve, and few at a time: whatever is in a feed,
    /// signing does not wait for it. Who hangs up while waiting is forgotten.
    async fn aside<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Problem> {
        let hand = Arc::clone(&self.hands).acquire_owned().await;
        let hand = hand.map_err(|_| Problem::Internal)?;
        let working = tokio::task::spawn_blocking(move || {
            let done = work();
            drop(hand);
            done
        });
        working.await.map_err(|error| {
            tracing::error!(%error, "an answer about meetings could not be worked out");
            Problem::Internal
        })
    }

    fn store(&self) -> &dyn Store {
        &*self.demands.store
    }

    fn now(&self) -> i64 {
        self.demands.clock.now().0
    }

    fn find(&self, slug: &str) -> Option<Arc<Shown>> {
        self.feeds.read().ok()?.by_slug.get(slug).cloned()
    }

    /// Makes feeds anew that have changed.
    pub(crate) async fn refresh(&self) -> Result<(), StoreError> {
        let version = self.store().feeds_version().await?;
        let known = self
            .feeds
            .read()
            .is_ok_and(|feeds| feeds.version == Some(version));
        if known {
            return Ok(());
        }
        let rows = self.store().feeds().await?;
        let mut by_slug = BTreeMap::new();
        for row in rows {
            let shown = match self.find(&row.slug) {
                Some(shown) if shown.row == row => shown,
                _ => self.made(row).await?,
            };
            by_slug.insert(shown.row.slug.clone(), shown);
        }
        if let Ok(mut read) = self.read.lock() {
            read.retain(|(feed, _), _| by_slug.contains_key(feed));
        }
        if let Ok(mut feeds) = self.feeds.write() {
            *feeds = Feeds {
                version: Some(version),
                by_slug,
            };
        }
        Ok(())
    }

    async fn made(&self, row: FeedRow) -> Result<Arc<Shown>, StoreError> {
        let kept = self.store().meetings(&row.slug).await?;
        let mut sources = Vec::new();
        for mut source in self.store().sources(&row.slug).await? {
            let copy = source.body.take().unwrap_or_default();
            let feed = self.copy(&source, copy).await;
            sources.push((source, feed));
        }
        let ids = self.ids(&row.slug, &kept, &sources).await?;
        let now = self.now();
        let making =
            tokio::task::spawn_blocking(move || Shown::make(row, &kept, &sources, &ids, now));
        // It panics only where this program is wrong; then the feed as it was stays.
        let shown = making.await;
        shown
            .map(Arc::new)
            .map_err(|_| StoreError::Damaged("a feed that cannot be merged"))
    }

    /// By which ids meetings are handed out; what is new of that is kept first. Looked at again then,
    /// since another hub may have been quicker.
    async fn ids(
        &self,
        slug: &str,
        kept: &[MeetingRow],
        sources: &[(SourceRow, Arc<Feed>)],
    ) -> Result<Ids, StoreError> {
        let parts = merge::parts(sources);
        let mut tries = 0;
        loop {
            let known = self.store().public_ids(slug).await?;
            let decided = ids::decide(kept, &parts, &known, self.now());
            tries += 1;
            if decided.new.is_empty() || tries > MOST_TRIES {
                return Ok(decided.ids);
            }
            for some in decided.new.chunks(desk::AT_ONCE) {
                self.store().keep_public_ids(slug, some).await?;
            }
        }
    }

    /// A copy, read; the same bytes are read once.
    async fn copy(&self, source: &SourceRow, packed: Vec<u8>) -> Arc<Feed> {
        let digest: [u8; 32] = Sha256::digest(&packed).into();
        let key = (source.feed.clone(), source.url.clone());
        if let Ok(read) = self.read.lock()
            && let Some(copy) = read.get(&key)
            && copy.digest == digest
        {
            return Arc::clone(&copy.feed);
        }
        let reading = tokio::task::spawn_blocking(move || {
            import::unpack(&packed).map(|body| wire::read(&body))
        });
        let feed = Arc::new(reading.await.ok().flatten().unwrap_or_default());
        if let Ok(mut read) = self.read.lock() {
            let feed = Arc::clone(&feed);
            read.insert(key, ReadCopy { digest, feed });
        }
        feed
    }

    /// Fetches what is due and in nobody else's hands.
    async fn fetch_due(self: &Arc<Self>) -> Result<(), StoreError> {
        let now = self.now();
        let claimed = self.store().claim(now, now + IN_HAND, AT_A_TIME).await?;
        let mut fetching = JoinSet::new();
        for source in claimed {
            let meetings = Arc::clone(self);
            fetching.spawn(async move { meetings.fetch(&source).await });
        }
        while let Some(fetched) = fetching.join_next().await {
            if let Ok(Err(error)) = fetched {
                tracing::warn!(%error, "what came of a source of meetings could not be noted");
            }
        }
        Ok(())
    }

    async fn fetch(&self, source: &SourceRow) -> Result<(), StoreError> {
        let jitter = u16::from_le_bytes(random());
        let now = self.now();
        let said = import::one(self.store(), &self.fetcher, source, now, jitter).await?;
        self.metrics.imported(&said);
        // Which feed, but not the address, which may be a secret of its own.
        match said {
            Said::Same => tracing::debug!(feed = source.feed, "a source has nothing new"),
            Said::Fresh { meetings, .. } => {
                tracing::info!(feed = source.feed, meetings, "a source was fetched");
            }
            Said::Failed { why, .. } => {
                tracing::warn!(
                    feed = source.feed,
                    why,
                    "a source cannot be used; the last good copy stays"
                );
            }
        }
        Ok(())
    }
}

/// Keeps feeds up to date, as long as the hub is there.
pub(crate) fn keep_fresh(meetings: &Arc<Meetings>) {
    let weak = Arc::downgrade(meetings);
    tokio::spawn(async move {
        let mut tick = tokio::time::interval(EVERY);
        tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            tick.tick().await;
            let Some(meetings) = Weak::upgrade(&weak) else {
                return;
            };
            if let Err(error) = meetings.refresh().await {
                tracing::warn!(%error, "feeds of meetings are not up to date");
            }
        }
    });
}

/// Fetches sources when they are due, and forgets what has been gone for long, until it is aborted.
pub(crate) fn keep_fetching(meetings: &Arc<Meetings>) -> JoinHandle<()> {
    let weak = Arc::downgrade(meetings);
    tokio::spawn(async move {
        let mut tick = tokio::time::interval(EVERY);
        tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        let mut swept = None;
        loop {
            tick.tick().await;
            let Some(meetings) = Weak::upgrade(&weak) else {
                return;
            };
            if let Err(error) = meetings.fetch_due().await {
                tracing::warn!(%error, "sources of meetings are not fetched");
            }
            let today = meetings.demands.clock.today();
            if swept != Some(today) {
                let before = meetings.now() - GONE_FOR;
                match meetings.store().forget_gone(before).await {
                    Ok(_) => swept = Some(today),
                    Err(error) => tracing::warn!(%error, "meetings long gone are still there"),
                }
            }
        }
    })
}

pub(crate) fn routes(meetings: Arc<Meetings>) -> Router {
    Router::new()
        .merge(board::routes(Arc::clone(&meetings)))
        .merge(joining::routes(Arc::clone(&meetings)))
        .merge(page::routes(Arc::clone(&meetings)))
        .merge(organise::routes(meetings))
}

/// Whether a meeting has dates that are not over.
pub(crate) fn is_coming(meeting: &Meeting, now: i64) -> bool {
    let mut dates = meeting.schedule.occurrences_from(&ZONES, at_utc(now));
    dates.next().is_some()
}

fn at_utc(seconds: i64) -> NaiveDateTime {
    DateTime::from_timestamp(seconds, 0)
        .unwrap_or_default()
        .naive_utc()
}

/// An id as one step of a path: only what needs no explaining stays as it is.
fn in_path(id: &str) -> String {
    let mut out = String::with_capacity(id.len());
    percent::encode(id, &mut out);
    out
}
