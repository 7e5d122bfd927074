//! What the hub hands out about a campaign, to whom, and when.
#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use std::sync::Arc;

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use support::{
    Memory, NOON,
    place::{FORM, mailing, open_place, place},
    signer::Drive,
};
use swansfeet_demands::text::Moment;
use swansfeet_hub::{Clock, store::model::Stage};

#[tokio::test]
async fn answers_may_be_read_by_the_pages_that_the_campaign_names() {
    let open = open_place().await;
    let listed = Drive::changed("goal = 15_000", "origins = [\"https://north.example\"]");
    let config = mailing("smtp://127.0.0.1:9");
    let listed = place(
        listed,
        Memory::Answers,
        Stage::Open,
        config,
        Clock::by(|| NOON),
    )
    .await;
    let rows = [
        (&open, "https://any.example", Some("*"), None, 202),
        (
            &listed,
            "https://north.example",
            Some("https://north.example"),
            Some("origin"),
            202,
        ),
        (&listed, "https://evil.example", None, Some("origin"), 404),
        (&listed, "https://hub.example", None, Some("origin"), 202),
    ];
    for (place, origin, allowed, vary, signed) in rows {
        for path in ["/api/demands/fifteen", "/api/demands/fifteen/count"] {
            let reply = place.hub.get(path, &[("origin", origin)]).await;
            assert_eq!(
                reply.header("access-control-allow-origin"),
                allowed,
                "{origin} {path}"
            );
            assert_eq!(reply.header("vary"), vary);
        }
        let before = place.hub.ask("OPTIONS", FORM, &[("origin", origin)]).await;
        assert_eq!(before.status, StatusCode::NO_CONTENT);
        assert_eq!(before.header("access-control-allow-origin"), allowed);
        assert_eq!(before.header("access-control-max-age"), Some("86400"));
        let request = Request::post(FORM).header("content-type", "application/json");
        let request = request.header("origin", origin);
        let request = request.body(Body::from(place.form().to_string())).unwrap();
        assert_eq!(
            place.hub.send(request).await.status.as_u16(),
            signed,
            "{origin}"
        );
    }
}

#[tokio::test]
async fn campaigns_and_counts_are_known_by_their_tags() {
    let place = open_place().await;
    for path in ["", "/count", "/count?partner=north-branch", "/breakdown"] {
        let path = format!("/api/demands/fifteen{path}");
        let reply = place.hub.get(&path, &[]).await;
        assert_eq!(reply.status, StatusCode::OK, "{path} {}", reply.text());
        let cached = reply.header("cache-control").unwrap();
        let seconds = cached.strip_prefix("public, max-age=").unwrap();
        let seconds = seconds.split(',').next().unwrap().parse::<u32>().unwrap();
        // Four seconds until the hub sees it, and the count is to be at most ten seconds old.
        let holds_the_count = !path.ends_with("/breakdown");
        assert!(seconds <= 6 || !holds_the_count, "{path}: {cached}");
        let tag = reply.header("etag").unwrap();
        for known in [tag, &format!("W/{tag}"), &format!("\"other\", {tag}"), "*"] {
            let again = place.hub.get(&path, &[("if-none-match", known)]).await;
            assert_eq!(again.status, StatusCode::NOT_MODIFIED, "{path}");
            assert!(again.body.is_empty());
        }
        let other = place
            .hub
            .get(&path, &[("if-none-match", "\"other\"")])
            .await;
        assert_eq!(other.status, StatusCode::OK);
    }
    let reply = place.hub.get("/api/demands/other/count", &[]).await;
    assert_eq!(reply.json()["error"]["code"], "no-such-campaign");
}

#[tokio::test]
async fn what_is_not_there_is_said_in_the_one_envelope_and_any_page_can_read_it() {
    let place = open_place().await;
    for (method, path, wanted) in [
        ("GET", "/other/count", "404 no-such-campaign"),
        ("GET", "/%ff", "404 not-found"),
        ("GET", "/%ff/count", "404 not-found"),
        ("GET", "/fifteen/count?partner=a&partner=b", "404 not-found"),
        ("GET", "/fifteen/counts", "404 not-found"),
        ("POST", "/fifteen/count", "405 method-not-allowed"),
        ("POST", "/%ff/count", "405 method-not-allowed"),
        ("DELETE", "/fifteen", "405 method-not-allowed"),
    ] {
        let reply = place
            .hub
            .ask(method, &format!("/api/demands{path}"), &[])
            .await;
        let code = reply.json()["error"]["code"].as_str().unwrap().to_owned();
        let said = format!("{} {code}", reply.status.as_u16());
        assert_eq!(said, wanted, "{method} {path}");
        for (name, value) in [
            ("access-control-allow-origin", Some("*")),
            ("cache-control", Some("no-store")),
            ("content-type", Some("application/json")),
            ("x-content-type-options", Some("nosniff")),
        ] {
            assert_eq!(reply.header(name), value, "{method} {path}");
        }
    }
}

#[tokio::test]
async fn a_campaign_opens_by_the_clock_without_a_restart() {
    let time = Arc::new(std::sync::atomic::AtomicI64::new(NOON.0));
    let told = Arc::clone(&time);
    let clock = Clock::by(move || Moment(told.load(std::sync::atomic::Ordering::Relaxed)));
    let drive = Drive::changed("goal = 15_000", "opens = 2026-03-02T13:00:00+00:00");
    let config = mailing("smtp://127.0.0.1:9");
    let place = place(drive, Memory::Answers, Stage::Open, config, clock).await;
    assert_eq!(
        place.refused(place.form().to_string()).await,
        "403 not-yet -"
    );
    time.fetch_add(3_600, std::sync::atomic::Ordering::Relaxed);
    let reply = place.hub.post(FORM, place.form().to_string()).await;
    assert_eq!(reply.status, StatusCode::ACCEPTED);
}
