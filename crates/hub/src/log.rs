//! One line for each request, method, route, status, time, and one more in the numbers.
//! Never who asked: no address, no browser, no referrer, no query, not even a path that we do not know.

use std::{sync::Arc, time::Instant};

use axum::{
    extract::{MatchedPath, Request, State},
    middleware::Next,
    response::Response,
};

use crate::metrics::Metrics;

pub(crate) async fn requests(
    State(metrics): State<Arc<Metrics>>,
    route: Option<MatchedPath>,
    request: Request,
    next: Next,
) -> Response {
    // When somebody looks at a check-in, or makes one, is told nowhere: not in a line, and not in
    // numbers that are read every few seconds.
    if is_hushed(request.uri().path()) {
        return next.run(request).await;
    }
    let method = request.method().clone();
    let begun = Instant::now();
    let response = next.run(request).await;
    let path = route.as_ref().map_or("none", MatchedPath::as_str);
    metrics.answered(path, response.status().as_u16());
    tracing::info!(
        %method,
        route = path,
        status = response.status().as_u16(),
        ms = begun.elapsed().as_millis(),
        "answered"
    );
    response
}

fn is_hushed(path: &str) -> bool {
    path.starts_with("/api/wellbeing/") || path == "/w/wellbeing"
}

/// The same where a line for each would cost more than the answer: told only when asked for.
pub(crate) async fn quietly(
    State(metrics): State<Arc<Metrics>>,
    request: Request,
    next: Next,
) -> Response {
    const COUNT: &str = "/api/demands/{slug}/count";
    let response = next.run(request).await;
    let status = response.status().as_u16();
    metrics.answered(COUNT, status);
    tracing::debug!(route = COUNT, status, "answered");
    response
}
