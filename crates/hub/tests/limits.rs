//! How many, how fast: limits, the puzzle, and many at once.
#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use std::sync::Arc;

use axum::http::StatusCode;
use serde_json::json;
use support::place::{FORM, open_with};
use swansfeet_hub::Limits;

#[tokio::test]
async fn one_network_may_send_so_many_a_minute() {
    let limits = Limits {
        per_network: 2,
        ..Limits::default()
    };
    let place = open_with(limits).await;
    for wanted in [
        StatusCode::ACCEPTED,
        StatusCode::ACCEPTED,
        StatusCode::TOO_MANY_REQUESTS,
    ] {
        let reply = place.hub.post(FORM, place.form().to_string()).await;
        assert_eq!(reply.status, wanted);
        let wait = reply.header("retry-after").map(str::to_owned);
        assert_eq!(wait.is_some(), wanted == StatusCode::TOO_MANY_REQUESTS);
    }
}

#[tokio::test]
async fn a_puzzle_is_asked_for_while_many_sign_and_its_solution_is_taken_once() {
    let limits = Limits {
        puzzle_above: 1,
        per_campaign: 6,
        ..Limits::default()
    };
    let place = open_with(limits).await;
    let first = place.hub.post(FORM, place.form().to_string()).await;
    assert_eq!(first.status, StatusCode::ACCEPTED);
    let asked = place.hub.post(FORM, place.form().to_string()).await;
    assert_eq!(
        asked.status,
        StatusCode::PRECONDITION_REQUIRED,
        "{}",
        asked.text()
    );
    let puzzle = &asked.json()["puzzle"];
    assert_eq!(puzzle["algorithm"], "SHA-256");
    let text = |name: &str| puzzle[name].as_str().unwrap().to_owned();
    let most = puzzle["maxnumber"].as_u64();
    let number =
        altcha_lib_rs::solve_challenge(&text("challenge"), &text("salt"), None, most, 0).unwrap();
    let mut form = place.form();
    form["proof"] = json!({
        "challenge": text("challenge"), "salt": text("salt"), "number": number,
        "signature": text("signature"),
    });
    for (wanted, what) in [
        (StatusCode::ACCEPTED, "solved"),
        (StatusCode::PRECONDITION_REQUIRED, "replayed"),
    ] {
        let reply = place.hub.post(FORM, form.to_string()).await;
        assert_eq!(reply.status, wanted, "{what}: {}", reply.text());
    }
    // Never alone: above the limit a solution does not help.
    for _more in 0..2 {
        place.hub.post(FORM, place.form().to_string()).await;
    }
    let reply = place.hub.post(FORM, form.to_string()).await;
    assert_eq!(reply.status, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn many_at_once_are_written_together() {
    let place = Arc::new(
        open_with(Limits {
            per_network: 1_000,
            ..Limits::default()
        })
        .await,
    );
    let mut posting = tokio::task::JoinSet::new();
    for _one in 0..100 {
        let place = Arc::clone(&place);
        posting.spawn(async move { place.hub.post(FORM, place.form().to_string()).await.status });
    }
    while let Some(status) = posting.join_next().await {
        assert_eq!(status.unwrap(), StatusCode::ACCEPTED);
    }
    let batches = place.store.batches.lock().unwrap().clone();
    assert_eq!(batches.iter().sum::<usize>(), 100);
    assert!(batches.len() < 50, "{batches:?}");
}
