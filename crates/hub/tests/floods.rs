//! Feeds of meetings that nobody meant well: the hub hands them out, soon, and signing waits for none
//! of it.
#![allow(clippy::unwrap_used, reason = "tests; what is not there fails them")]

mod support;

use std::time::{Duration, Instant};

use support::gathering::Gathering;

/// Unoptimised, beside other tests. Optimised all of it is under a second.
const SOON: Duration = Duration::from_secs(30);
/// Shorter than anybody notices; what is worked out here takes seconds.
const MOMENT: Duration = Duration::from_millis(200);
const MANY: usize = 7_000;

fn calendar(rule: &str, start: &str) -> String {
    let mut text = "BEGIN:VCALENDAR\r\n".to_owned();
    for at in 0..MANY {
        text += &format!(
            "BEGIN:VEVENT\r\nUID:{at}\r\nSUMMARY:M{at}\r\nDTSTART:{start}\r\nRRULE:{rule}\r\nEND:VEVENT\r\n"
        );
    }
    text + "END:VCALENDAR\r\n"
}

/// A feed of its own meetings beside a good source.
async fn holding(rule: &str, start: &str) -> Gathering {
    let gathering = Gathering::new().await;
    let text = calendar(rule, start);
    let begun = Instant::now();
    assert_eq!(gathering.take_in(&text).await.new, MANY);
    gathering.hold_the_hub();
    gathering.add_source().await;
    gathering.import().await;
    assert!(begun.elapsed() < SOON, "{:?}", begun.elapsed());
    gathering
}

#[tokio::test]
async fn hostile_rules_are_handed_out_soon_and_health_answers_meanwhile() {
    for (rule, start) in [
        ("FREQ=DAILY;BYMONTHDAY=31;BYMONTH=2", "20260303T193000"),
        (
            "FREQ=DAILY;INTERVAL=29;BYMONTH=1,2;COUNT=4000000000",
            "19000101T193000",
        ),
    ] {
        let gathering = holding(rule, start).await;
        let hub = &gathering.hub;
        assert_eq!(
            gathering.feed().await["meetings"].as_array().unwrap().len(),
            MANY + 2
        );
        for path in [
            "/m/fifteen",
            "/m/fifteen?q=call&lang=cy",
            "/m/fifteen/17",
            "/feeds/fifteen.ics",
            "/feeds/fifteen.ics?how=online",
        ] {
            let begun = Instant::now();
            // On one thread: work that is not put aside would be done before health is even asked.
            let ((reply, done), (asked, health)) = tokio::join!(
                async { (hub.get(path, &[]).await, Instant::now()) },
                async { (Instant::now(), hub.get("/health", &[]).await) }
            );
            assert_eq!(
                (reply.status.as_u16(), health.status.as_u16()),
                (200, 200),
                "{path}"
            );
            // What was made before is there at once: nothing waits for that.
            let is_there = done - begun < MOMENT;
            assert!(is_there || asked < done, "{path}: health waited for it");
            assert!(begun.elapsed() < SOON, "{path}: {:?}", begun.elapsed());
        }
        let page = hub.get("/m/fifteen", &[]).await.text();
        assert!(
            page.contains("Weekly call"),
            "what is honest is found: {page}"
        );
    }
}

#[tokio::test]
async fn a_page_and_a_calendar_are_made_once_while_the_feed_stays_as_it_is() {
    let gathering = Gathering::filled().await;
    let hub = &gathering.hub;
    for path in ["/m/fifteen", "/feeds/fifteen.ics"] {
        let first = hub.get(path, &[]).await;
        let again = hub.get(path, &[]).await;
        assert_eq!(first.body, again.body, "{path}");
    }
    let welsh = hub.get("/m/fifteen?lang=cy", &[]).await.text();
    assert!(
        welsh.contains("lang=\"cy\""),
        "each language has its own: {welsh}"
    );
    let page = hub.get("/m/fifteen", &[]).await.text();
    assert!(page.contains("3 March 2026"), "{page}");
    // Two days on, the first call is over.
    gathering.move_clock(2 * 24 * 3_600);
    let page = hub.get("/m/fifteen", &[]).await.text();
    assert!(!page.contains("3 March 2026"), "{page}");
    let file =
        "[[meetings]]\nid = \"new\"\ntitle = \"New meeting\"\nstart = \"2026-12-07T10:00\"\n";
    assert_eq!(gathering.take_in(file).await.new, 1);
    hub.hub.as_ref().unwrap().refresh().await.unwrap();
    for path in ["/m/fifteen", "/feeds/fifteen.ics"] {
        let fresh = hub.get(path, &[]).await.text();
        assert!(fresh.contains("New meeting"), "{path}: {fresh}");
    }
}
