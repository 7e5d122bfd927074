//! A check-in on its way in: looked at without a key, gathered with others for a moment, and written
//! in no order. The answer is 204 and nothing else, also for one that was there already.

use std::sync::{Arc, Mutex};

use axum::{
    body::Bytes,
    extract::{FromRequest, Path, Request, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use base64::{Engine, prelude::BASE64_STANDARD};
use serde::Deserialize;
use swansfeet_wellbeing::check_in::{CheckIn, Malformed};
use swansfeet_wellbeing::{Card, Week};
use tokio::sync::{mpsc, oneshot};

use super::{Wellbeing, first::locked, shelf::Shelf};
use crate::{
    batch,
    demands::{cors, is_json, peer},
    problem::Problem,
};

/// The most that a request may hold: one check-in in JSON is 4,096 bytes.
pub(super) const LARGEST: usize = 4_096;
/// A check-in to be written, and who wants to know.
struct Waiting {
    week: Week,
    bytes: Vec<u8>,
    reply: oneshot::Sender<bool>,
}

/// The way to the file. When the last of its copies is gone, what waits is written and it ends.
#[derive(Clone, Debug)]
pub(super) struct Intake(mpsc::Sender<Waiting>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Body<'a> {
    wellbeing: &'a str,
}

pub(super) async fn check_in(
    State(wellbeing): State<Arc<Wellbeing>>,
    Path(slug): Path<String>,
    request: Request,
) -> Response {
    let headers = request.headers().clone();
    let response = match received(&wellbeing, &slug, request).await {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(problem) => {
            wellbeing.metrics.check_ins_refused(1);
            problem.into_response()
        }
    };
    cors::allow(cors::telling_when(response), None, &headers)
}

async fn received(wellbeing: &Wellbeing, slug: &str, request: Request) -> Result<(), Problem> {
    if !is_json(request.headers()) {
        return Err(Problem::WrongContentType);
    }
    let demands = &wellbeing.demands;
    let address = peer::address(request.extensions(), request.headers(), &demands.trusted);
    let network = demands.gates.network(address);
    let passed = demands.gates.pass_network(network, demands.clock.now());
    passed.map_err(Problem::TooMany)?;
    let task = wellbeing.task(slug).ok_or(Problem::NoSuchCampaign)?;
    let body = Bytes::from_request(request, &())
        .await
        .map_err(|_| Problem::TooLarge)?;
    let body: Body<'_> = serde_json::from_slice(&body).map_err(|_| Problem::BadCheckIn)?;
    let bytes = BASE64_STANDARD
        .decode(body.wellbeing)
        .map_err(|_| Problem::BadCheckIn)?;
    // What is shown is looked up every two seconds, and may be last week's for as long.
    let week = Week::of(demands.clock.today());
    let card = task.card().filter(|card| card.week() == week);
    let card = card.ok_or(Problem::WeekOver)?;
    look_at(&bytes, &card)?;
    task.intake.write(card.week(), bytes).await
}

/// All that can be seen without a key.
fn look_at(bytes: &[u8], card: &Card) -> Result<(), Problem> {
    match CheckIn::read(bytes, card) {
        Ok(_) => Ok(()),
        Err(Malformed::Card) => Err(Problem::WeekOver),
        Err(Malformed::Layout | Malformed::Place) => Err(Problem::BadCheckIn),
    }
}

impl Intake {
    pub(super) fn start(shelf: Arc<Mutex<Shelf>>) -> Self {
        let (sender, waiting) = mpsc::channel(batch::WAITING);
        tokio::spawn(write_all(shelf, waiting));
        Self(sender)
    }

    async fn write(&self, week: Week, bytes: Vec<u8>) -> Result<(), Problem> {
        let (reply, outcome) = oneshot::channel();
        let waiting = Waiting { week, bytes, reply };
        self.0.try_send(waiting).map_err(|_| Problem::NotReady)?;
        match outcome.await {
            Ok(true) => Ok(()),
            Ok(false) | Err(_) => Err(Problem::NotReady),
        }
    }
}

async fn write_all(shelf: Arc<Mutex<Shelf>>, mut waiting: mpsc::Receiver<Waiting>) {
    let mut batch = Vec::new();
    while batch::gather(&mut waiting, &mut batch).await {
        let shelf = Arc::clone(&shelf);
        let all = std::mem::take(&mut batch);
        // A panic in there is in the log, and those who wait are told to try again.
        let _ = tokio::task::spawn_blocking(move || write(&shelf, all)).await;
    }
}

fn write(shelf: &Mutex<Shelf>, mut batch: Vec<Waiting>) {
    let mut shelf = locked(shelf);
    // Around midnight of a Sunday there are two.
    while let Some(week) = batch.first().map(|waiting| waiting.week) {
        let of_week;
        (of_week, batch) = batch
            .into_iter()
            .partition::<Vec<_>, _>(|waiting| waiting.week == week);
        let taken = shelf.take(week, of_week.iter().map(|waiting| waiting.bytes.as_slice()));
        let is_kept = match taken {
            Ok(_) => true,
            Err(error) => {
                tracing::error!(%error, "check-ins were not written");
                false
            }
        };
        for waiting in of_week {
            // Whoever hung up does not want to know.
            let _ = waiting.reply.send(is_kept);
        }
    }
}
