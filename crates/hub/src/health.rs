//! Whether the hub is alive, and whether it is ready for traffic. Answers with nothing else.

use std::sync::Arc;

use axum::{
    Json, Router,
    extract::State,
    http::header,
    response::{IntoResponse, Response},
    routing::get,
};
use serde_json::json;

use crate::{problem::Problem, store::Store};

pub(crate) fn routes(store: Arc<dyn Store>) -> Router {
    Router::new()
        .route("/health", get(alive))
        .route("/ready", get(ready))
        .with_state(store)
}

async fn alive() -> Response {
    status("alive")
}

async fn ready(State(store): State<Arc<dyn Store>>) -> Response {
    match store.answers().await {
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
