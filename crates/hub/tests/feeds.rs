//! Feeds of meetings by URL: what is handed out, in which forms, and what is not.
#![allow(
    clippy::too_many_lines,
    clippy::unwrap_used,
    reason = "tests; tables, and whole ways"
)]

mod support;

use std::collections::BTreeSet;

use serde_json::json;
use support::{
    feed::{FeedServer, Manner},
    gathering::{Gathering, HIDDEN, good, has, ids, slug},
};
use swansfeet_hub::meetings::{Said, desk};

const FEED: &str = "/feeds/fifteen.json";
const CALENDAR: &str = "/feeds/fifteen.ics";
const HOURS: i64 = 3_600;

#[tokio::test]
async fn the_feed_lies_ready_in_three_forms_with_a_tag() {
    let gathering = Gathering::filled().await;
    let hub = &gathering.hub;
    let plain = hub.get(FEED, &[]).await;
    let rows = [
        (
            "cache-control",
            "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400",
        ),
        ("content-type", "application/json"),
        ("access-control-allow-origin", "*"),
        ("vary", "accept-encoding"),
        ("referrer-policy", "no-referrer"),
    ];
    for (name, value) in rows {
        assert_eq!(plain.header(name), Some(value), "{name}");
    }
    let feed = plain.json();
    assert_eq!(feed["swansfeet"], "meetings/1");
    assert_eq!(
        (&feed["name"], &feed["updated"]),
        (&json!("Fifteen"), &json!("2026-03-02T12:00:00Z"))
    );
    let mut tags = Vec::new();
    for (wish, form) in [
        ("identity", None),
        ("gzip", Some("gzip")),
        ("gzip, br", Some("br")),
    ] {
        let asked = [("accept-encoding", wish)];
        let reply = hub.get(FEED, &asked).await;
        assert_eq!(reply.header("content-encoding"), form);
        let unpacked = match form {
            None => reply.body.clone(),
            Some("gzip") => {
                let mut out = Vec::new();
                std::io::Read::read_to_end(
                    &mut flate2::read::GzDecoder::new(&reply.body[..]),
                    &mut out,
                )
                .unwrap();
                out
            }
            Some(_) => {
                let mut out = Vec::new();
                brotli::BrotliDecompress(&mut &reply.body[..], &mut out).unwrap();
                out
            }
        };
        assert_eq!(unpacked, plain.body);
        let tag = reply.header("etag").unwrap().to_owned();
        let known = [("accept-encoding", wish), ("if-none-match", tag.as_str())];
        let again = hub.get(FEED, &known).await;
        assert_eq!((again.status.as_u16(), again.body.len()), (304, 0));
        tags.push(tag);
    }
    tags.dedup();
    assert_eq!(tags.len(), 3, "a strong tag names bytes: {tags:?}");
    for path in [
        "/feeds/other.json",
        "/feeds/fifteen.xml",
        "/feeds/fifteen",
        "/feeds/.json",
        "/feeds/%ff.json",
        "/m/%ff",
        "/m/fifteen/%ff/calendar.ics",
        "/organise/fifteen/%ff",
        "/m/other",
        "/m/fifteen/none",
    ] {
        assert_eq!(hub.get(path, &[]).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn what_is_withheld_is_nowhere_until_it_is_asked_for() {
    let gathering = Gathering::filled().await;
    let hub = &gathering.hub;
    let feed = gathering.feed().await;
    let quiet = &feed["meetings"][1];
    assert_eq!(
        quiet["join"]["ask"],
        "/api/meetings/fifteen/quiet%20room/joining"
    );
    assert_eq!(
        (&quiet["join"]["withheld"], &quiet["venue"]["withheld"]),
        (&json!(true), &json!(true))
    );
    let room = "/m/fifteen/quiet%20room";
    for path in [
        FEED,
        CALENDAR,
        "/m/fifteen",
        room,
        "/m/fifteen/quiet%20room/calendar.ics",
        "/feeds/fifteen.ics?q=quiet",
    ] {
        let reply = hub.get(path, &[]).await;
        assert_eq!(reply.status, 200, "{path}");
        for hidden in HIDDEN {
            assert!(
                !reply.text().contains(hidden),
                "{hidden} at {path}: {}",
                reply.text()
            );
        }
    }
    let ask = quiet["join"]["ask"].as_str().unwrap();
    let told = hub.get(ask, &[]).await;
    assert_eq!(
        told.json(),
        json!({ "link": "https://meet.example/hidden-room", "phone": "0113 496 0000",
                "note": "hidden-code", "address": "4 Hidden Lane, Leeds, LS1 4AP" })
    );
    assert_eq!(told.header("cache-control"), Some("no-store"));
    assert_eq!(told.header("access-control-allow-origin"), Some("*"));
    // For people: a button, and the answer to it.
    let page = hub.get(room, &[]).await.text();
    let form = "<form method=\"post\" action=\"/m/fifteen/quiet%20room/joining?lang=en#join\">";
    assert!(page.contains(form), "{page}");
    let told = gathering
        .send("/m/fifteen/quiet%20room/joining?lang=en", &[])
        .await;
    assert_eq!(told.header("cache-control"), Some("no-store"));
    for shown in [
        "https://meet.example/hidden-room",
        "tel:01134960000",
        "hidden-code",
        "4 Hidden Lane, Leeds, LS1 4AP",
    ] {
        assert!(told.text().contains(shown), "{shown}: {}", told.text());
    }
    assert!(
        !told.text().contains("application/ld+json"),
        "not for search engines"
    );
    // Nothing is withheld of the other.
    assert_eq!(
        hub.get("/api/meetings/fifteen/weekly-call/joining", &[])
            .await
            .status,
        404
    );
    // Not as often as a machine would that gathers them.
    for _ in 0..70 {
        hub.get(ask, &[]).await;
    }
    let refused = hub.get(ask, &[]).await;
    assert_eq!(
        (
            refused.status.as_u16(),
            refused.header("retry-after").is_some()
        ),
        (429, true)
    );
}

#[tokio::test]
async fn several_sources_and_own_meetings_are_one_feed_with_twins_marked() {
    let gathering = Gathering::filled().await;
    let other = FeedServer::start(Manner::Has(Vec::new(), "text/calendar")).await;
    let calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:weekly-call\r\n\
        SUMMARY:weekly CALL\r\nDTSTART;TZID=Europe/London:20260303T193000\r\nDTEND;TZID=Europe/London:20260303T203000\r\n\
        RRULE:FREQ=WEEKLY;BYDAY=TU\r\nORGANIZER;CN=Circle:mailto:x@circle.example\r\n\
        LOCATION:https://meet.example/open\r\nURL:https://circle.example/call\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    other.now(Manner::Has(calendar.as_bytes().to_vec(), "text/calendar"));
    let url = other.url();
    desk::add_source(&*gathering.store, &slug(), &url, "Branch", 30)
        .await
        .unwrap();
    let file = "name = \"Own\"\n[[meetings]]\nid = \"own\"\ntitle = \"Own meeting\"\nstart = \"2026-03-07T10:00\"\n\
        how = \"in-person\"\n[meetings.venue]\nname = \"Room 2\"\n";
    let taken = gathering.take_in(file).await;
    assert_eq!(
        (taken.new, taken.replaced, taken.problems.len()),
        (1, 0, 0),
        "{taken:?}"
    );
    gathering.import().await;
    let feed = gathering.feed().await;
    let found = ids(&feed);
    assert_eq!(found.len(), 4, "{found:?}");
    assert_eq!(found[0], "own");
    let twice: Vec<_> = found
        .iter()
        .filter(|id| id.starts_with("weekly-call"))
        .collect();
    assert!(twice.len() == 2 && twice[0] != twice[1], "{found:?}");
    let same: Vec<_> = feed["meetings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|m| m["same_as"].is_string())
        .collect();
    assert_eq!(same.len(), 1, "{feed}");
    let calendar = gathering.hub.get(CALENDAR, &[]).await.text();
    let uids: BTreeSet<&str> = calendar
        .lines()
        .filter(|line| line.starts_with("UID:"))
        .collect();
    assert_eq!(uids.len(), 3, "the twin is left out: {calendar}");
    let names: Vec<_> = feed["sources"]
        .as_array()
        .unwrap()
        .iter()
        .map(|s| s["name"].as_str().unwrap())
        .collect();
    assert!(
        names.contains(&"Circle") && names.contains(&"Branch"),
        "{names:?}"
    );
    // Taken in again, it takes the place of itself.
    let taken = gathering.take_in(file).await;
    assert_eq!((taken.new, taken.replaced), (0, 1));
}

#[tokio::test]
async fn what_a_source_drops_stays_for_a_while_as_cancelled() {
    let gathering = Gathering::filled().await;
    let mut without = good();
    let meetings = without["meetings"].as_array_mut().unwrap();
    meetings.remove(0);
    meetings.push(json!({ "id": "once", "title": "Once", "start": "2026-03-02T13:00", "minutes": 30, "how": "online" }));
    // An entry that is broken is not one that was taken out.
    let mut broken = good();
    broken["meetings"][0]["start"] = json!("some day");
    gathering.server.now(has(&broken));
    assert!(matches!(
        gathering.later(60).await,
        Said::Fresh {
            gone: 0,
            meetings: 1,
            ..
        }
    ));
    let feed = gathering.feed().await;
    assert_eq!(ids(&feed), ["quiet room", "weekly-call"]);
    assert_eq!(feed["meetings"][1]["status"], json!(null));
    gathering.server.now(has(&good()));
    gathering.later(60).await;
    gathering.server.now(has(&without));
    assert!(matches!(
        gathering.later(600).await,
        Said::Fresh { gone: 1, .. }
    ));
    let feed = gathering.feed().await;
    let gone = &feed["meetings"][2];
    assert_eq!(
        (&gone["id"], &gone["status"]),
        (&json!("weekly-call"), &json!("cancelled"))
    );
    let calendar = gathering.hub.get(CALENDAR, &[]).await.text();
    let series = calendar
        .split("BEGIN:VEVENT")
        .find(|event| event.contains("UID:weekly-call"));
    assert!(series.unwrap().contains("STATUS:CANCELLED"), "{calendar}");
    let page = gathering
        .hub
        .get("/m/fifteen/weekly-call", &[])
        .await
        .text();
    assert!(
        page.contains("This meeting is cancelled.") && page.contains("schema.org/EventCancelled"),
        "{page}"
    );
    // One that is over just goes.
    without["meetings"].as_array_mut().unwrap().pop();
    gathering.server.now(has(&without));
    assert!(matches!(
        gathering.later(2 * HOURS).await,
        Said::Fresh { gone: 0, .. }
    ));
    // Back again.
    gathering.server.now(has(&good()));
    gathering.later(HOURS).await;
    let feed = gathering.feed().await;
    assert_eq!(ids(&feed), ["weekly-call", "quiet room"]);
    assert_eq!(feed["meetings"][0]["status"], json!(null));
}

#[tokio::test]
async fn a_calendar_subscribes_to_what_was_found() {
    let gathering = Gathering::filled().await;
    let hub = &gathering.hub;
    let all = hub.get(CALENDAR, &[]).await;
    assert_eq!(
        all.header("content-type"),
        Some("text/calendar; charset=utf-8")
    );
    let text = all.text();
    for line in [
        "X-WR-CALNAME:Fifteen\r\n",
        "RRULE:FREQ=WEEKLY;BYDAY=TU\r\n",
        "STATUS:CANCELLED\r\n",
        "BEGIN:VTIMEZONE\r\n",
        "RECURRENCE-ID;TZID=Europe/London:20260317T193000\r\n",
    ] {
        assert!(text.contains(line), "no {line} in {text}");
    }
    let rows = [
        ("", 2),
        ("?how=online", 2),
        ("?how=in-person", 1),
        ("?q=quiet", 1),
        ("?day=tue", 1),
        ("?part=morning", 1),
        ("?role=care-home", 1),
        ("?q=nothing-like-that", 0),
        ("?unknown=1", 2),
    ];
    for (filter, number) in rows {
        let reply = hub.get(&format!("{CALENDAR}{filter}"), &[]).await;
        let uids: BTreeSet<_> = reply
            .text()
            .lines()
            .filter(|line| line.starts_with("UID:"))
            .map(str::to_owned)
            .collect();
        assert_eq!(uids.len(), number, "{filter}: {}", reply.text());
        let tag = reply.header("etag").unwrap().to_owned();
        // Also a while later, when nothing has changed.
        gathering.move_clock(60);
        let again = hub
            .get(&format!("{CALENDAR}{filter}"), &[("if-none-match", &tag)])
            .await;
        assert_eq!(again.status, 304, "{filter}");
    }
}

#[tokio::test]
async fn search_engines_read_dates_and_nothing_can_end_their_data() {
    let gathering = Gathering::filled().await;
    let page = gathering.hub.get("/m/fifteen/weekly-call", &[]).await;
    assert!(
        page.header("content-security-policy")
            .unwrap()
            .starts_with("default-src 'none'; style-src 'self';")
    );
    let text = page.text();
    let (_, rest) = text
        .split_once("<script type=\"application/ld+json\">")
        .unwrap();
    let (data, rest) = rest.split_once("</script>").unwrap();
    assert!(!rest.contains("<script"), "{rest}");
    let data: serde_json::Value = serde_json::from_str(data).unwrap();
    let events = data["@graph"].as_array().unwrap();
    assert_eq!(events.len(), 20);
    let first = &events[0];
    let schema = |name: &str| json!(format!("https://schema.org/{name}"));
    for (key, value) in [
        ("@type", json!("Event")),
        ("name", json!("Weekly call")),
        ("startDate", json!("2026-03-03T19:30:00+00:00")),
        ("endDate", json!("2026-03-03T20:30:00+00:00")),
        ("eventStatus", schema("EventScheduled")),
        ("eventAttendanceMode", schema("OnlineEventAttendanceMode")),
        (
            "location",
            json!({ "@type": "VirtualLocation", "url": "https://meet.example/open" }),
        ),
        (
            "organizer",
            json!({ "@type": "Organization", "name": "Circle" }),
        ),
        ("url", json!("https://hub.example/m/fifteen/weekly-call")),
    ] {
        assert_eq!(first[key], value, "{key}");
    }
    assert_eq!(events[1]["eventStatus"], schema("EventCancelled"));
    assert_eq!(events[2]["eventStatus"], schema("EventRescheduled"));
    assert_eq!(events[2]["startDate"], "2026-03-18T20:00:00+00:00");
    assert_eq!(events[2]["previousStartDate"], "2026-03-17T19:30:00+00:00");
    assert_eq!(
        events[4]["startDate"], "2026-03-31T19:30:00+01:00",
        "summer time"
    );
    for shown in [
        "Tuesday 3 March 2026, 7.30pm to 8.30pm",
        "cancelled. Bank holiday",
        "(instead of Tuesday 17 March 2026, 7.30pm)",
    ] {
        assert!(text.contains(shown), "no {shown} in {text}");
    }
    let welsh = gathering
        .hub
        .get("/m/fifteen/weekly-call?lang=cy", &[])
        .await
        .text();
    assert!(
        welsh.contains("Dydd Mawrth 3 Mawrth 2026, 19:30 tan 20:30"),
        "{welsh}"
    );
    // The list finds without script.
    let found = gathering
        .hub
        .get("/m/fifteen?q=quiet&how=&lang=en", &[])
        .await
        .text();
    assert!(
        found.contains("Quiet meeting") && !found.contains(">Weekly call<"),
        "{found}"
    );
    // A comma is between two days.
    let asked = "/m/fifteen?day=tue,thu&lang=en";
    let found = gathering.hub.get(asked, &[]).await.text();
    assert!(
        found.contains("/feeds/fifteen.ics?day=tue,thu\"") && found.contains(">Weekly call<"),
        "{found}"
    );
}

#[tokio::test]
async fn a_page_may_ask_whether_there_is_anything_new() {
    let gathering = Gathering::filled().await;
    for path in [FEED, CALENDAR, "/api/meetings/fifteen/quiet%20room/joining"] {
        let request = axum::http::Request::builder().method("OPTIONS").uri(path);
        let request = request
            .header("origin", "https://marsh.example")
            .header("access-control-request-method", "GET")
            .header("access-control-request-headers", "if-none-match");
        let request = request.body(axum::body::Body::empty()).unwrap();
        let reply = gathering.hub.send(request).await;
        assert!(reply.status.is_success(), "{path}: {}", reply.status);
        let allowed = |name| reply.header(name).unwrap_or_default().to_lowercase();
        assert_eq!(allowed("access-control-allow-origin"), "*", "{path}");
        assert!(
            allowed("access-control-allow-methods").contains("get"),
            "{path}"
        );
        assert_eq!(
            allowed("access-control-allow-headers"),
            "if-none-match",
            "{path}"
        );
    }
}
