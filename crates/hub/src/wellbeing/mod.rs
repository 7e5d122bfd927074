//! The check-in's side of the hub: cards and pictures out, sealed check-ins in, and the part of the
//! first holder of keys. It keeps no address, no time finer than a week and no order of arrival, and
//! never sees an answer.

mod cards;
mod facts;
mod first;
mod intake;
mod shelf;
mod slots;

use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError, RwLock, Weak},
    time::Duration,
};

use axum::{
    Json, Router,
    body::Bytes,
    extract::{DefaultBodyLimit, Path, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use base64::{Engine, prelude::BASE64_STANDARD};
use getrandom::SysRng;
use serde::{Deserialize, Serialize};
use swansfeet_api::wellbeing::document::{Document, Holder, PictureShown};
use swansfeet_wellbeing::Card;
use swansfeet_wellbeing::Week;
use swansfeet_wellbeing::identity::HolderKey;
use swansfeet_wellbeing::picture::Picture;
use swansfeet_wellbeing::rand_core::UnwrapErr;
use swansfeet_wellbeing::talk::{OrderError, Reply, Signed};

pub use facts::{Facts, OpenError, Opening, open};

use crate::{
    demands::{Demands, cors},
    metrics::Metrics,
    prepared::Prepared,
    problem::Problem,
    store::{Store, StoreError},
};
use first::{First, Undone};
use intake::Intake;
use shelf::Shelf;

/// How often the store is asked what has changed.
const EVERY: Duration = Duration::from_secs(2);
/// How many weeks of pictures are shown.
const SHOWN: u32 = 12;

/// Random bytes from the system.
pub(crate) fn random_bytes() -> UnwrapErr<SysRng> {
    UnwrapErr(SysRng)
}

/// Everything that the routes share.
pub(crate) struct Wellbeing {
    demands: Arc<Demands>,
    metrics: Arc<Metrics>,
    /// Where check-ins lie, and where keys do.
    folders: (PathBuf, PathBuf),
    tasks: RwLock<HashMap<String, Arc<Task>>>,
}

/// One campaign's check-in.
struct Task {
    first: Arc<First>,
    intake: Intake,
    shown: RwLock<Shown>,
}

#[derive(Default)]
struct Shown {
    card: Option<Arc<Card>>,
    document: Option<Prepared>,
}

impl Task {
    fn card(&self) -> Option<Arc<Card>> {
        let shown = self.shown.read().unwrap_or_else(PoisonError::into_inner);
        shown.card.clone()
    }
}

impl Wellbeing {
    pub(crate) fn new(
        demands: Arc<Demands>,
        metrics: Arc<Metrics>,
        data: PathBuf,
        secrets: PathBuf,
    ) -> Self {
        Self {
            demands,
            metrics,
            folders: (data.join("wellbeing"), secrets),
            tasks: RwLock::default(),
        }
    }

    fn task(&self, slug: &str) -> Option<Arc<Task>> {
        let tasks = self.tasks.read().unwrap_or_else(PoisonError::into_inner);
        tasks.get(slug).cloned()
    }

    fn all(&self) -> Vec<Arc<Task>> {
        let tasks = self.tasks.read().unwrap_or_else(PoisonError::into_inner);
        tasks.values().cloned().collect()
    }

    /// Takes up what was opened, and shows cards and pictures as they are now.
    pub(crate) async fn refresh(&self) -> Result<(), StoreError> {
        let store = &*self.demands.store;
        for row in store.wellbeing().await? {
            if self.task(&row.slug).is_some() {
                continue;
            }
            let task = Facts::of(&row).ok_or_else(|| "it is of a newer version".to_owned());
            match task.and_then(|facts| self.take_up(facts)) {
                Ok(task) => {
                    let mut tasks = self.tasks.write().unwrap_or_else(PoisonError::into_inner);
                    tasks.insert(row.slug, Arc::new(task));
                }
                Err(why) => tracing::warn!(%why, "a check-in cannot be taken up"),
            }
        }
        for task in self.all() {
            self.show(&task).await?;
        }
        Ok(())
    }

    fn take_up(&self, facts: Facts) -> Result<Task, String> {
        let (slots, secrets) = &self.folders;
        let identity = facts::identity(secrets, &facts.slug).map_err(|error| error.to_string())?;
        let identity =
            identity.ok_or("the hub's signing key is missing from the secrets folder")?;
        if identity.key() != facts.holders[0].1 {
            return Err("the hub's signing key is another than the cards name".to_owned());
        }
        let shelf = Shelf::open(&facts.slug, slots, &secrets.join("wellbeing"));
        let shelf = Arc::new(Mutex::new(shelf.map_err(|error| error.to_string())?));
        let metrics = Arc::clone(&self.metrics);
        Ok(Task {
            intake: Intake::start(Arc::clone(&shelf)),
            first: Arc::new(First::new(facts, identity, shelf, metrics)),
            shown: RwLock::default(),
        })
    }

    async fn show(&self, task: &Task) -> Result<(), StoreError> {
        let store = &*self.demands.store;
        let facts = &task.first.facts;
        let week = Week::of(self.demands.clock.today());
        let known = task.card().filter(|card| card.week() == week);
        let card = match known {
            Some(card) => Some(card),
            None => {
                let cards = first::cards(store, &facts.slug).await?;
                let card = cards.into_iter().find(|card| card.week() == week);
                card.map(Arc::new)
            }
        };
        let document = document(facts, card.as_deref(), self.pictures(facts, week).await?);
        let prepared = Prepared::json(&document, "public, max-age=60");
        let mut shown = task.shown.write().unwrap_or_else(PoisonError::into_inner);
        shown.card = card;
        if !shown
            .document
            .as_ref()
            .is_some_and(|known| known.is_same(&prepared))
        {
            shown.document = Some(prepared);
        }
        Ok(())
    }

    async fn pictures(&self, facts: &Facts, week: Week) -> Result<Vec<PictureShown>, StoreError> {
        let oldest = week.minus(SHOWN);
        let rows = self.demands.store.pictures(&facts.slug).await?;
        let pictures = rows.iter().rev().filter_map(|row| {
            let picture = Picture::read(&row.picture).filter(|picture| picture.week >= oldest)?;
            Some(PictureShown::of(
                &picture,
                BASE64_STANDARD.encode(row.signature),
            ))
        });
        Ok(pictures.collect())
    }

    /// Destroys what is over, in every campaign.
    async fn tidy(&self) {
        for task in self.all() {
            let today = self.demands.clock.today();
            if let Err(error) = task.first.tidy(&*self.demands.store, today).await {
                tracing::warn!(%error, "check-ins that are over are still there");
            }
        }
    }
}

fn document(facts: &Facts, card: Option<&Card>, pictures: Vec<PictureShown>) -> Document {
    let holder = |(name, key): &(String, HolderKey)| Holder {
        name: name.clone(),
        key: key.to_string(),
    };
    let mut document = Document {
        campaign: facts.slug.clone(),
        setting: facts.setting.id(),
        holders: facts.holders.iter().map(holder).collect(),
        minimum: facts.minimum,
        pack: facts.pack.id,
        open_to: "anyone",
        places: facts.places.iter().map(|place| place.id()).collect(),
        card: None,
        week: None,
        destroyed: None,
        pictures,
    };
    if let Some(card) = card {
        document.show(card, BASE64_STANDARD.encode(card.as_bytes()));
    }
    document
}

/// Keeps all of it up to date, as long as the hub is there.
pub(crate) fn keep_fresh(wellbeing: &Arc<Wellbeing>) {
    let wellbeing = Arc::downgrade(wellbeing);
    tokio::spawn(async move {
        let mut tick = tokio::time::interval(EVERY);
        tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        let mut tidied = None;
        loop {
            tick.tick().await;
            let Some(wellbeing) = Weak::upgrade(&wellbeing) else {
                return;
            };
            if let Err(error) = wellbeing.refresh().await {
                tracing::warn!(%error, "check-ins are not up to date");
            }
            // After a crash between publishing and destroying, the first round does what is left.
            let today = wellbeing.demands.clock.today();
            if tidied != Some(today) {
                wellbeing.tidy().await;
                tidied = Some(today);
            }
        }
    });
}

/// Answered without a line in the log: when somebody looks at a check-in is nobody's business.
pub(crate) fn routes(wellbeing: Arc<Wellbeing>) -> Router {
    let check_ins = post(intake::check_in)
        .options(preflight)
        .layer(DefaultBodyLimit::max(intake::LARGEST));
    Router::new()
        .route("/api/wellbeing/{slug}", get(shown).options(preflight))
        .route("/api/wellbeing/{slug}/check-ins", check_ins)
        .route("/api/wellbeing/{slug}/second", post(second))
        .with_state(wellbeing)
}

async fn shown(
    State(wellbeing): State<Arc<Wellbeing>>,
    Path(slug): Path<String>,
    headers: HeaderMap,
) -> Response {
    let task = wellbeing.task(&slug);
    let document = task.map(|task| {
        let shown = task.shown.read().unwrap_or_else(PoisonError::into_inner);
        shown.document.clone()
    });
    let response = match document {
        Some(Some(document)) => document.answer(&headers),
        Some(None) => Problem::NotReady.into_response(),
        None => Problem::NoSuchCampaign.into_response(),
    };
    // A frame without an origin may read it, so anybody may: there is nothing in it of anybody.
    cors::allow(response, None, &headers)
}

async fn preflight(headers: HeaderMap) -> Response {
    cors::preflight(None, &headers)
}

#[derive(Deserialize)]
struct OrderBody {
    order: String,
}

#[derive(Serialize)]
struct ReplyBody {
    reply: String,
}

/// An order of the second holder.
async fn second(
    State(wellbeing): State<Arc<Wellbeing>>,
    Path(slug): Path<String>,
    body: Bytes,
) -> Response {
    match follow(&wellbeing, &slug, &body).await {
        Ok(reply) => (StatusCode::OK, Json(ReplyBody { reply })).into_response(),
        Err(response) => *response,
    }
}

async fn follow(wellbeing: &Wellbeing, slug: &str, body: &[u8]) -> Result<String, Box<Response>> {
    let refused = |problem: Problem| Box::new(problem.into_response());
    let task = wellbeing
        .task(slug)
        .ok_or_else(|| refused(Problem::NoSuchCampaign))?;
    let body: OrderBody = serde_json::from_slice(body).map_err(|_| refused(Problem::BadOrder))?;
    let order = BASE64_STANDARD
        .decode(body.order)
        .map_err(|_| refused(Problem::BadOrder))?;
    let demands = &wellbeing.demands;
    let now = u64::try_from(demands.clock.now().0).unwrap_or_default();
    let order = Signed::read(&order, &task.first.facts.holders[1].1, now);
    let signed = order.map_err(|error| {
        refused(match error {
            OrderError::Layout => Problem::BadOrder,
            OrderError::Unsigned => Problem::NotTheSecondHolder,
            OrderError::Clock => Problem::ClocksDiffer,
        })
    })?;
    if signed.campaign != slug {
        return Err(refused(Problem::NotTheSecondHolder));
    }
    let store: &dyn Store = &*demands.store;
    let today = demands.clock.today();
    let reply = match task.first.follow(signed.order, store, today).await {
        Ok(reply) => reply,
        Err(Undone::Refused(why)) => {
            return Err(Box::new(crate::problem::refuse(
                StatusCode::CONFLICT,
                "refused",
                why,
                None,
            )));
        }
        Err(error) => {
            tracing::error!(%error, "an order of the second holder was not followed");
            return Err(refused(Problem::NotReady));
        }
    };
    // A card that was just signed is shown at once, and so is a picture; pages change nothing.
    let is_news = matches!(reply, Reply::Card(_) | Reply::Released);
    if is_news && let Err(error) = wellbeing.show(&task).await {
        tracing::warn!(%error, "a check-in is not up to date");
    }
    Ok(BASE64_STANDARD.encode(reply.to_bytes()))
}
