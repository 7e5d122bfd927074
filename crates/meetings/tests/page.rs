//! A feed as a page reads it: of all zones only London's offsets are known while it is read.
#![cfg(not(feature = "zones"))]

mod support;

use support::time;
use swansfeet_meetings::Schedule;
use swansfeet_meetings::read::{Kind, Value, json};

fn text(text: &'static str) -> Value<'static> {
    Value {
        line: 1,
        kind: Kind::Text(text.into()),
    }
}

fn map(fields: Vec<(&'static str, Value<'static>)>) -> Value<'static> {
    let fields = fields.into_iter();
    Value {
        line: 1,
        kind: Kind::Map(fields.map(|(name, value)| (name.into(), value)).collect()),
    }
}

/// The schedule of a meeting of our own with these fields.
fn schedule(fields: &[(&'static str, &'static str)]) -> Schedule {
    let mut all = vec![("title", text("A")), ("id", text("a"))];
    all.extend(fields.iter().map(|(name, value)| (*name, text(value))));
    let meetings = Value {
        line: 1,
        kind: Kind::List(vec![map(all)]),
    };
    let feed = json(&map(vec![
        ("swansfeet", text("meetings/1")),
        ("meetings", meetings),
    ]));
    feed.meetings
        .into_iter()
        .next()
        .expect("a meeting")
        .schedule
}

#[test]
fn a_time_with_an_offset_is_the_same_instant_where_only_the_browser_knows_the_zone() {
    // Start, zone, rule; what the clock shows, and the zone.
    for (start, zone, rule, wall, of) in [
        (
            "2026-07-07T22:30Z",
            "America/New_York",
            "",
            "2026-07-07T22:30",
            "UTC",
        ),
        (
            "2026-07-07T22:30Z",
            "America/New_York",
            "FREQ=WEEKLY",
            "2026-07-07T22:30",
            "UTC",
        ),
        (
            "2026-07-07T18:30-04:00",
            "America/New_York",
            "",
            "2026-07-07T22:30",
            "UTC",
        ),
        (
            "2026-07-07T18:30-04:00",
            "America/New_York",
            "FREQ=WEEKLY",
            "2026-07-07T18:30",
            "America/New_York",
        ),
        (
            "2026-07-07T18:30",
            "America/New_York",
            "",
            "2026-07-07T18:30",
            "America/New_York",
        ),
        (
            "2026-07-07T18:30Z",
            "Europe/London",
            "FREQ=WEEKLY",
            "2026-07-07T19:30",
            "Europe/London",
        ),
    ] {
        let found = schedule(
            &[("start", start), ("zone", zone), ("rule", rule)]
                [..if rule.is_empty() { 2 } else { 3 }],
        );
        assert_eq!(found.start, time(wall), "{start} {zone} {rule}");
        assert_eq!(found.zone.as_deref(), Some(of), "{start} {zone} {rule}");
    }
}

#[test]
fn other_times_of_such_a_meeting_are_the_same_instants_too() {
    let found = schedule(&[
        ("start", "2026-07-07T22:30Z"),
        ("zone", "America/New_York"),
        ("end", "2026-07-07T23:30Z"),
        ("also", "2026-12-08T18:30-05:00"),
    ]);
    assert_eq!(
        (found.minutes, found.rdates),
        (60, vec![time("2026-12-08T23:30")])
    );
}

#[test]
fn what_only_looks_like_a_zone_is_left_to_the_browser() {
    let zone = |name| schedule(&[("start", "2026-07-07T18:30"), ("zone", name)]).zone;
    assert_eq!(zone("Europe/Londn").as_deref(), Some("Europe/Londn"));
    assert_eq!(zone("Mars").as_deref(), Some("Europe/London"));
}
