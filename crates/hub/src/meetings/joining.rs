//! How to join a meeting whose organiser wants people to ask first. Nobody is told who asked, and
//! the hub does not know it either.

use std::sync::Arc;

use axum::{
    Json, Router,
    extract::{Path, Request, State},
    http::{HeaderName, HeaderValue, header},
    response::{IntoResponse, Response},
    routing::get,
};

use super::{
    Meetings,
    board::{asked_before, open_to_all},
    merge::Withheld,
};
use crate::{demands::peer, problem::Problem};

pub(super) fn routes(meetings: Arc<Meetings>) -> Router {
    Router::new()
        .route(
            "/api/meetings/{feed}/{id}/joining",
            get(joining).options(asked_before),
        )
        .with_state(meetings)
        .layer(open_to_all())
}

async fn joining(
    State(meetings): State<Arc<Meetings>>,
    Path((feed, id)): Path<(String, String)>,
    request: Request,
) -> Response {
    match ask(&meetings, &feed, &id, &request) {
        Ok(withheld) => private(Json(withheld).into_response()),
        Err(problem) => problem.into_response(),
    }
}

/// What is withheld, for whoever asks; not as often as a machine would ask that gathers it.
pub(super) fn ask(
    meetings: &Meetings,
    feed: &str,
    id: &str,
    request: &Request,
) -> Result<Withheld, Problem> {
    let demands = &meetings.demands;
    let from = peer::address(request.extensions(), request.headers(), &demands.trusted);
    let network = demands.gates.network(from);
    demands
        .gates
        .pass_question(network, demands.clock.now())
        .map_err(Problem::TooMany)?;
    let shown = meetings.find(feed).ok_or(Problem::NoSuchFeed)?;
    shown.withheld.get(id).cloned().ok_or(Problem::NotFound)
}

/// Not for caches, and not for search engines.
pub(super) fn private(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let robots = HeaderName::from_static("x-robots-tag");
    headers.insert(robots, HeaderValue::from_static("noindex"));
    response
}
