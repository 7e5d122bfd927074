//! How many, how fast: limits, the puzzle, and many at once.
#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use std::sync::Arc;

use axum::http::StatusCode;
use serde_json::{Value, json};
use support::{
    Double, Memory, NOON, TestHub, built,
    place::{FORM, mailing, open_with},
};
use swansfeet_hub::{Clock, Config, Limits, store::model::Stage};

/// What a browser sends as `proof`.
fn solved(puzzle: &Value) -> Value {
    let text = |name: &str| puzzle[name].as_str().unwrap().to_owned();
    let most = puzzle["maxnumber"].as_u64();
    let number =
        altcha_lib_rs::solve_challenge(&text("challenge"), &text("salt"), None, most, 0).unwrap();
    json!({
        "challenge": text("challenge"), "salt": text("salt"), "number": number,
        "signature": text("signature"),
    })
}

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
    let mut form = place.form();
    form["proof"] = solved(puzzle);
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
async fn a_puzzle_of_one_hub_is_taken_by_another_with_the_same_secrets_and_no_other() {
    let limits = Limits {
        puzzle_above: 0,
        ..Limits::default()
    };
    let one = open_with(limits).await;
    let beside = async |secrets: Option<std::path::PathBuf>| {
        let folder = built();
        if secrets.is_none() {
            one.drive.secret(&folder.path().join("data"));
        }
        let config = Config {
            limits,
            secrets,
            ..mailing("smtp://127.0.0.1:9")
        };
        let rows = vec![one.drive.row(Stage::Open)];
        let store = Arc::new(Double::new(Memory::Answers, rows));
        TestHub::within(folder, store, config, Clock::by(|| NOON)).await
    };
    let other = beside(Some(one.hub.folder.path().join("data/secrets"))).await;
    let stranger = beside(None).await;
    for (from, to, wanted) in [
        (&one.hub, &other, StatusCode::ACCEPTED),
        (&other, &one.hub, StatusCode::ACCEPTED),
        (&one.hub, &stranger, StatusCode::PRECONDITION_REQUIRED),
    ] {
        let mut form = one.form();
        let asked = from.post(FORM, form.to_string()).await;
        assert_eq!(asked.status, StatusCode::PRECONDITION_REQUIRED);
        form["proof"] = solved(&asked.json()["puzzle"]);
        let reply = to.post(FORM, form.to_string()).await;
        assert_eq!(reply.status, wanted, "{}", reply.text());
        let again = to.post(FORM, form.to_string()).await;
        assert_eq!(again.status, StatusCode::PRECONDITION_REQUIRED, "replayed");
    }
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
