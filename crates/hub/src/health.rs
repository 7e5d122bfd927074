//! Whether the hub is alive, whether it is ready for traffic, and its numbers. Nothing else.

use std::sync::Arc;

use axum::{
    Json, Router,
    extract::State,
    http::header,
    response::{IntoResponse, Response},
    routing::get,
};
use serde_json::json;

use crate::{demands::Demands, metrics::Metrics, problem::Problem};

pub(crate) fn routes(demands: Arc<Demands>, metrics: Arc<Metrics>) -> Router {
    let numbers = Arc::clone(&demands);
    Router::new()
        .route("/health", get(alive))
        .route("/ready", get(ready))
        .route(
            "/metrics",
            get(async move || {
                let kind = "text/plain; version=0.0.4; charset=utf-8";
                let headers = [
                    (header::CONTENT_TYPE, kind),
                    (header::CACHE_CONTROL, "no-store"),
                ];
                (headers, metrics.text(numbers.gauges()))
            }),
        )
        .with_state(demands)
}

async fn alive() -> Response {
    status("alive")
}

async fn ready(State(demands): State<Arc<Demands>>) -> Response {
    match demands.store.answers().await {
        Ok(()) => status("ready"),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            Problem::NotReady.into_response()
        }
    }
}

fn status(word: &str) -> Response {
    (
        [(header::CACHE_CONTROL, "no-store")],
        Json(json!({ "status": word })),
    )
        .into_response()
}
