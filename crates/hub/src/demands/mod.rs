//! The demands signer's side of the hub: campaigns out, sealed signatures in, counts out.
//!
//! It never sees a name. It sees an address for as long as it takes to send one mail.

mod board;
mod check;
pub(crate) mod cors;
mod intake;
mod limits;
pub(crate) mod peer;
mod puzzle;
mod refusal;
mod registry;
mod writer;

use std::{
    collections::HashSet,
    sync::{Arc, Mutex, OnceLock, Weak},
    time::Duration,
};

use axum::{
    Router,
    extract::{
        DefaultBodyLimit, Path, Query, State,
        rejection::{PathRejection, QueryRejection},
    },
    http::HeaderMap,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use ipnet::IpNet;
use serde::Deserialize;
use swansfeet_api::demands::Facts;

pub(crate) use intake::is_json;
pub(crate) use limits::Gates;
pub use limits::Limits;
pub(crate) use puzzle::Puzzles;
pub(crate) use registry::{Entry, Registry};
pub(crate) use writer::Writer;

use crate::{
    clock::Clock,
    mail::Outbox,
    metrics::Gauges,
    prepared::Prepared,
    problem::Problem,
    store::{Store, StoreError},
};

/// How often the store is asked whether a campaign or a count has changed.
const EVERY: Duration = Duration::from_secs(2);
/// A count that nothing here has changed is still read every so many rounds: another hub or an
/// organiser may have changed it. That is four seconds at most, and five more in a cache.
const QUIET_ROUNDS: u64 = 2;
/// Pending signatures are kept for this many days.
const PENDING_DAYS: u64 = 7;

/// Everything that the routes share.
pub(crate) struct Demands {
    pub(crate) registry: Registry,
    pub(crate) gates: Gates,
    pub(crate) puzzles: Puzzles,
    pub(crate) writer: Writer,
    pub(crate) outbox: Outbox,
    pub(crate) store: Arc<dyn Store>,
    pub(crate) clock: Clock,
    pub(crate) trusted: Vec<IpNet>,
    /// Where this hub is reached: as its operator says, else where it listens.
    pub(crate) base: Arc<OnceLock<String>>,
    /// Campaigns whose counts may have changed.
    pub(crate) touched: Mutex<HashSet<String>>,
}

impl Demands {
    pub(crate) fn base(&self) -> &str {
        self.base.get().map_or("http://localhost", String::as_str)
    }

    /// Notes that a campaign's counts may have changed.
    pub(crate) fn changed(&self, entry: &Entry) {
        self.changed_in(entry.campaign.slug.as_str());
    }

    pub(crate) fn changed_in(&self, slug: &str) {
        if let Ok(mut touched) = self.touched.lock()
            && !touched.contains(slug)
        {
            touched.insert(slug.to_owned());
        }
    }

    pub(crate) fn facts(&self, entry: &Entry, count: u64) -> Facts {
        Facts {
            signing: entry.signable(self.clock.now()),
            mail: self.outbox.sends(),
            count,
        }
    }

    pub(crate) fn gauges(&self) -> Gauges {
        Gauges {
            signatures_waiting: self.writer.waiting() as u64,
            mails_waiting: self.outbox.waiting() as u64,
            campaigns: self.registry.all().len() as u64,
        }
    }

    /// Reads what has changed: campaigns, then the counts of those that were touched, or of all.
    pub(crate) async fn refresh(&self, all: bool) -> Result<(), StoreError> {
        let renewed = self.registry.refresh(&*self.store).await?;
        let touched = match self.touched.lock() {
            Ok(mut touched) => std::mem::take(&mut *touched),
            Err(_) => HashSet::new(),
        };
        let hour = self.clock.now().0.div_euclid(3_600);
        for entry in self.registry.all() {
            let slug = entry.campaign.slug.as_str();
            if all || renewed || touched.contains(slug) {
                let totals = self.store.totals(slug).await.inspect_err(|_| {
                    self.changed_in(slug);
                })?;
                let facts = self.facts(&entry, totals.counted);
                entry.board.show(&entry, totals, facts);
            }
            entry.board.break_down(&entry, &*self.store, hour).await?;
        }
        Ok(())
    }
}

/// Keeps campaigns and counts up to date, and deletes what was never confirmed, as long as the hub
/// is there.
pub(crate) fn keep_fresh(demands: &Arc<Demands>) {
    let demands = Arc::downgrade(demands);
    tokio::spawn(async move {
        let mut tick = tokio::time::interval(EVERY);
        tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        let mut swept = None;
        for round in 0_u64.. {
            tick.tick().await;
            let Some(demands) = Weak::upgrade(&demands) else {
                return;
            };
            if let Err(error) = demands.refresh(round.is_multiple_of(QUIET_ROUNDS)).await {
                tracing::warn!(%error, "campaigns and counts are not up to date");
            }
            let today = demands.clock.today();
            if swept != Some(today)
                && let Some(before) = today.checked_sub_days(chrono::Days::new(PENDING_DAYS))
            {
                match demands.store.forget_pending(before).await {
                    Ok(number) => {
                        tracing::info!(number, "signatures that were never confirmed are deleted");
                        swept = Some(today);
                    }
                    Err(error) => tracing::warn!(%error, "unconfirmed signatures are still there"),
                }
            }
        }
    });
}

pub(crate) fn routes(demands: Arc<Demands>) -> Router {
    let signatures = post(intake::sign)
        .options(preflight)
        .layer(DefaultBodyLimit::max(intake::LARGEST));
    Router::new()
        .route("/api/demands/{slug}", get(document).options(preflight))
        .route(
            "/api/demands/{slug}/breakdown",
            get(breakdown).options(preflight),
        )
        .route("/api/demands/{slug}/signatures", signatures)
        .with_state(demands)
}

/// Asked for far more often than anything else, so nothing is done for it that need not be.
pub(crate) fn count_route(demands: Arc<Demands>) -> Router {
    Router::new()
        .route("/api/demands/{slug}/count", get(count).options(preflight))
        .method_not_allowed_fallback(no_such_method)
        .with_state(demands)
}

#[derive(Deserialize)]
struct OfPartner {
    partner: Option<String>,
}

/// No layer around this route words its refusals, so it does so itself.
async fn count(
    State(demands): State<Arc<Demands>>,
    slug: Result<Path<String>, PathRejection>,
    of: Result<Query<OfPartner>, QueryRejection>,
    headers: HeaderMap,
) -> Response {
    let Ok(Path(slug)) = slug else {
        return cors::allow(Problem::NotFound.into_response(), None, &headers);
    };
    let entry = demands.registry.find(&slug);
    let Ok(Query(of)) = of else {
        return cors::allow(
            Problem::NotFound.into_response(),
            entry.as_deref(),
            &headers,
        );
    };
    let prepared = entry
        .as_ref()
        .and_then(|entry| entry.board.count(of.partner.as_deref()));
    give(prepared, entry.as_deref(), &headers)
}

async fn no_such_method(
    State(demands): State<Arc<Demands>>,
    slug: Result<Path<String>, PathRejection>,
    headers: HeaderMap,
) -> Response {
    let entry = slug.ok().and_then(|slug| demands.registry.find(&slug));
    let refused = Problem::MethodNotAllowed.into_response();
    cors::allow(refused, entry.as_deref(), &headers)
}

async fn document(
    State(demands): State<Arc<Demands>>,
    Path(slug): Path<String>,
    headers: HeaderMap,
) -> Response {
    let entry = demands.registry.find(&slug);
    let prepared = entry.as_ref().and_then(|entry| entry.board.document());
    give(prepared, entry.as_deref(), &headers)
}

async fn breakdown(
    State(demands): State<Arc<Demands>>,
    Path(slug): Path<String>,
    headers: HeaderMap,
) -> Response {
    let entry = demands.registry.find(&slug);
    let prepared = entry.as_ref().and_then(|entry| entry.board.breakdown());
    give(prepared, entry.as_deref(), &headers)
}

async fn preflight(
    State(demands): State<Arc<Demands>>,
    Path(slug): Path<String>,
    headers: HeaderMap,
) -> Response {
    cors::preflight(demands.registry.find(&slug).as_deref(), &headers)
}

fn give(prepared: Option<Prepared>, entry: Option<&Entry>, headers: &HeaderMap) -> Response {
    let response = match (prepared, entry) {
        (Some(prepared), _) => prepared.answer(headers),
        // Known, but its numbers could not be read yet.
        (None, Some(_)) => Problem::NotReady.into_response(),
        (None, None) => Problem::NoSuchCampaign.into_response(),
    };
    cors::allow(response, entry, headers)
}
