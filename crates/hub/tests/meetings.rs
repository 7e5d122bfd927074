//! Sources of meetings: what is fetched and when, and what is kept whatever they do wrong.
#![allow(
    clippy::too_many_lines,
    clippy::unwrap_used,
    reason = "tests; tables, and whole ways"
)]

mod support;

use std::time::{Duration, Instant};

use serde_json::json;
use support::{
    feed::{self, Manner},
    gathering::{Gathering, PATIENCE, good, has, ids, slug},
};
use swansfeet_hub::meetings::{Fetcher, Said, desk, import};

const HOURS: i64 = 3_600;

#[tokio::test]
async fn whatever_a_source_does_the_last_good_copy_stays_with_a_note() {
    let good_bytes = good().to_string().into_bytes();
    let half = good_bytes[..good_bytes.len() / 2].to_vec();
    let calendar = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:One\r\n\
        DTSTART:20260401T180000Z\r\nEND:VEVENT\r\n";
    let rows: Vec<(&str, Manner, &str)> = vec![
        (
            "hangs up",
            Manner::HangsUp,
            "The server stopped in the middle",
        ),
        ("silent", Manner::Silent, "too slow"),
        ("trickles", Manner::Trickles, "too slow"),
        (
            "half sent",
            Manner::Half(half.clone()),
            "stopped in the middle",
        ),
        (
            "half in chunks",
            Manner::HalfChunked(half.clone()),
            "stopped in the middle",
        ),
        (
            "half as if whole",
            Manner::Has(half, "application/json"),
            "No meeting could be read",
        ),
        (
            "half a calendar",
            Manner::Has(calendar.to_vec(), "text/calendar"),
            "stops in the middle",
        ),
        (
            "404",
            Manner::Says(404),
            "status 404 (there is nothing at that address",
        ),
        (
            "500",
            Manner::Says(500),
            "status 500 (something is wrong with it)",
        ),
        ("204", Manner::Says(204), "status 204"),
        ("loops", Manner::Loops, "from one address to another"),
        (
            "sends to a file",
            Manner::SendsTo("file:///etc/passwd".to_owned()),
            "status 301",
        ),
        ("huge", Manner::Huge, "larger than 5 MB"),
        ("huge in chunks", Manner::HugeChunked, "larger than 5 MB"),
        ("a bomb", feed::bomb(), "larger than 5 MB"),
        (
            "half of gzip",
            Manner::HalfPacked(good_bytes.clone()),
            "packed in a way",
        ),
        ("no HTTP", Manner::Nonsense, "stopped in the middle"),
        (
            "nothing",
            Manner::Has(Vec::new(), "application/json"),
            "sent nothing",
        ),
        (
            "a page, said to be JSON",
            Manner::Has(
                b"<!doctype html><title>Sign in</title>".to_vec(),
                "application/json",
            ),
            "a web page",
        ),
        (
            "a picture, said to be a calendar",
            Manner::Has(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), "text/calendar"),
            "No meeting could be read",
        ),
        (
            "bytes that are no text",
            Manner::Has(vec![0xff, 0xfe, 0xfd, 0x80, 0x81], "application/json"),
            "No meeting could be read",
        ),
        (
            "JSON of something else",
            Manner::Has(b"{\"error\":\"no such list\"}".to_vec(), "application/json"),
            "No meeting could be read",
        ),
    ];
    let gathering = Gathering::filled().await;
    let before = gathering.feed().await;
    assert_eq!(ids(&before), ["weekly-call", "quiet room"]);
    let good_at = before["sources"][0]["good"].clone();
    for (what, manner, problem) in rows {
        gathering.server.now(manner);
        let begun = Instant::now();
        let patience = match problem {
            "too slow" => Duration::from_millis(400),
            _ => PATIENCE,
        };
        let said = gathering.fetched(2 * HOURS, patience).await;
        let took = begun.elapsed();
        assert!(took < PATIENCE, "{what}: {took:?}");
        assert!(
            matches!(&said, Said::Failed { why, .. } if why.contains(problem)),
            "{what}: {said:?}"
        );
        let feed = gathering.feed().await;
        assert_eq!(feed["meetings"], before["meetings"], "{what}");
        let source = &feed["sources"][0];
        assert_eq!(source["good"], good_at, "{what}");
        assert_ne!(source["checked"], good_at, "{what}");
        assert!(
            source["problem"].as_str().unwrap().contains(problem),
            "{what}: {source}"
        );
        assert!(!feed.to_string().contains("secret"), "{what}: {feed}");
        let hours = (gathering.now() - support::NOON.0) / HOURS;
        let page = gathering.hub.get("/m/fifteen", &[]).await.text();
        let note = format!(
            "could not be brought up to date. They are as they were on 2 March 2026, {hours} hours ago."
        );
        assert!(page.contains(&note), "{what}: {page}");
    }
    // And well again.
    gathering
        .server
        .now(Manner::Packed(good().to_string().into_bytes()));
    assert!(matches!(
        gathering.later(HOURS).await,
        Said::Fresh {
            meetings: 2,
            gone: 0,
            ..
        }
    ));
    let feed = gathering.feed().await;
    assert_eq!(feed["sources"][0]["problem"], json!(null), "{feed}");
    assert_eq!(feed["sources"][0]["good"], feed["sources"][0]["checked"]);
}

#[tokio::test]
async fn a_server_that_is_down_or_has_no_name_is_said_to_be() {
    let gathering = Gathering::new().await;
    let gone = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let nobody = format!("http://{}/", gone.local_addr().unwrap());
    drop(gone);
    let rows = [
        (nobody.as_str(), "did not answer"),
        ("http://no-such-host.invalid/", "no server of that name"),
        ("https://127.0.0.1:1/", "did not answer"),
    ];
    for (url, problem) in rows {
        desk::add_source(&*gathering.store, &slug(), url, "", 30)
            .await
            .unwrap();
        let said = gathering.import().await;
        assert!(
            matches!(&said, Said::Failed { why, .. } if why.contains(problem)),
            "{url}: {said:?}"
        );
        let page = gathering.hub.get("/m/fifteen", &[]).await.text();
        assert!(page.contains("could not be loaded yet"), "{page}");
        desk::remove_source(&*gathering.store, &slug(), url)
            .await
            .unwrap();
    }
    for wrong in [
        "file:///etc/passwd",
        "ftp://host.example/",
        "host.example",
        "https://a:b@host.example/",
        "http://",
    ] {
        let refused = desk::add_source(&*gathering.store, &slug(), wrong, "", 30).await;
        assert!(
            matches!(refused, Err(desk::DeskError::Address(_))),
            "{wrong}"
        );
    }
}

#[tokio::test]
async fn nothing_is_fetched_from_a_private_network_unless_it_is_allowed() {
    let gathering = Gathering::new().await;
    gathering.hold_the_hub();
    gathering.add_source().await;
    let port = gathering.server.address.port();
    let fetcher = Fetcher::new(false, PATIENCE);
    let refused = async |url: &str| {
        let reports = import(&*gathering.store, &fetcher, "fifteen", support::NOON.0, 0)
            .await
            .unwrap();
        let said = &reports[0].said;
        assert!(
            matches!(said, Said::Failed { why, .. } if why.contains("private network")),
            "{url}: {said:?}"
        );
    };
    refused("by address").await;
    desk::remove_source(&*gathering.store, &slug(), &gathering.server.url())
        .await
        .unwrap();
    for url in [
        format!("http://localhost:{port}/"),
        format!("http://[::1]:{port}/"),
        format!("http://[::ffff:127.0.0.1]:{port}/"),
        format!("http://2130706433:{port}/"),
        format!("http://0x7f.1:{port}/"),
        "http://169.254.169.254/latest/meta-data/".to_owned(),
    ] {
        desk::add_source(&*gathering.store, &slug(), &url, "", 30)
            .await
            .unwrap();
        refused(&url).await;
        desk::remove_source(&*gathering.store, &slug(), &url)
            .await
            .unwrap();
    }
    assert_eq!(gathering.server.asked(), [""; 0], "nothing was asked there");
}

#[tokio::test]
async fn what_has_not_changed_is_not_sent_again() {
    let gathering = Gathering::filled().await;
    assert_eq!(gathering.later(HOURS).await, Said::Same);
    let asked = gathering.server.asked();
    assert!(!asked[0].contains("if-none-match"), "{}", asked[0]);
    assert!(asked[1].contains("if-none-match: \""), "{}", asked[1]);
    for request in &asked {
        assert!(
            request.starts_with("GET /private-secret/feed?key=secret HTTP/1.1\r\n"),
            "{request}"
        );
        for line in [
            "user-agent: swansfeet-hub/",
            "accept-encoding: br, gzip\r\n",
            "host: 127.0.0.1:",
        ] {
            assert!(request.contains(line), "no {line} in {request}");
        }
        for line in ["cookie", "referer", "authorization"] {
            assert!(!request.contains(line), "{line} in {request}");
        }
    }
    let feed = gathering.feed().await;
    assert_eq!(feed["sources"][0]["good"], feed["sources"][0]["checked"]);
    assert_eq!(ids(&feed), ["weekly-call", "quiet room"]);
    // Said before anything was sent, it is no answer.
    let other = Gathering::new().await;
    other.add_source().await;
    other.server.now(Manner::NothingNew);
    assert!(matches!(other.import().await, Said::Failed { .. }));
}

#[tokio::test]
async fn a_source_that_moved_is_followed() {
    let gathering = Gathering::new().await;
    gathering.add_source().await;
    let elsewhere = feed::FeedServer::start(has(&good())).await;
    gathering.server.now(Manner::SendsTo(elsewhere.url()));
    assert!(matches!(
        gathering.import().await,
        Said::Fresh { meetings: 2, .. }
    ));
    assert_eq!(ids(&gathering.feed().await), ["weekly-call", "quiet room"]);
}

#[tokio::test]
async fn the_hub_fetches_by_itself_when_a_source_is_due() {
    let gathering = Gathering::new().await;
    gathering.add_source().await;
    let asked = async |number: usize| {
        let enough = async {
            while gathering.server.asked().len() < number {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        let waited = tokio::time::timeout(Duration::from_secs(10), enough).await;
        assert!(waited.is_ok(), "{:?}", gathering.server.asked());
    };
    asked(1).await;
    // As long as a whole round, and some to spare.
    tokio::time::sleep(Duration::from_millis(2_500)).await;
    assert_eq!(gathering.server.asked().len(), 1, "not before its time");
    assert_eq!(ids(&gathering.feed().await), ["weekly-call", "quiet room"]);
    gathering.move_clock(HOURS);
    asked(2).await;
    let metrics = async {
        loop {
            let text = gathering.hub.get("/metrics", &[]).await.text();
            if text.contains("swansfeet_sources_same_total 1\n") {
                return text;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    let metrics = tokio::time::timeout(Duration::from_secs(10), metrics)
        .await
        .unwrap();
    assert!(
        metrics.contains("swansfeet_sources_fresh_total 1\n"),
        "{metrics}"
    );
    assert!(!metrics.contains("127.0.0.1"), "{metrics}");
    // A busy server is left alone as long as it asks.
    gathering.server.now(Manner::Busy(50_000));
    gathering.move_clock(HOURS);
    asked(3).await;
    let noted = async {
        loop {
            let source = gathering.store.sources("fifteen").await.unwrap().remove(0);
            if source.failures > 0 {
                return source;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    let source = tokio::time::timeout(PATIENCE, noted).await.unwrap();
    assert!(source.due >= gathering.now() + 50_000, "{source:?}");
}

#[tokio::test]
async fn it_stops_while_a_source_is_silent() {
    let mut gathering = Gathering::new().await;
    gathering.server.now(Manner::Silent);
    gathering.add_source().await;
    let enough = async {
        while gathering.server.asked().is_empty() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), enough)
        .await
        .unwrap();
    let hub = gathering.hub.hub.take().unwrap();
    gathering.hub.router = axum::Router::new();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let begun = Instant::now();
    hub.serve(listener, async {}).await.unwrap();
    assert!(begun.elapsed() < PATIENCE, "{:?}", begun.elapsed());
    assert!(
        gathering.store.answers().await.is_err(),
        "the database is closed"
    );
}
