//! Who can make what, row by row: `fit.toml`.

use chrono::{Duration, NaiveDate, NaiveDateTime};
use proptest::prelude::*;
use serde::Deserialize;
use swansfeet_meetings::fit::{Because, Fit, Settings, fit, is_night};
use swansfeet_meetings::shifts::{Shifts, Span};
use swansfeet_meetings::zone::{London, Zones, to_utc};
use swansfeet_meetings::{Attend, Meeting, Schedule};

mod common;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rows {
    row: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    why: String,
    shifts: String,
    start: String,
    #[serde(default = "an_hour")]
    minutes: u32,
    /// Empty: floating.
    #[serde(default = "london")]
    zone: String,
    how: String,
    #[serde(default = "half_an_hour")]
    journey: u16,
    rest: Option<u16>,
    fit: String,
}

fn an_hour() -> u32 {
    60
}

fn half_an_hour() -> u16 {
    30
}

fn london() -> String {
    "Europe/London".to_owned()
}

/// London, and Nairobi, three hours from UTC all year.
struct Two;

impl Zones for Two {
    fn offset(&self, zone: &str, utc: NaiveDateTime) -> Option<i32> {
        match zone {
            "Africa/Nairobi" => Some(10_800),
            _ => London.offset(zone, utc),
        }
    }
}

#[test]
fn a_meeting_fits_or_it_is_said_what_is_missed() {
    let rows: Rows = toml::from_str(include_str!("fit.toml")).expect("rows");
    let mut wrong = Vec::new();
    for row in &rows.row {
        let got = answer(row);
        if got != row.fit {
            wrong.push(format!("{}: {got}, not {}", row.why, row.fit));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn answer(row: &Row) -> String {
    let today = NaiveDate::from_ymd_opt(2026, 3, 4).expect("a day");
    let reading = Shifts::read(&row.shifts, today);
    assert!(
        reading.notes.iter().all(|note| !note.what.left_out()),
        "{}",
        row.why
    );
    let zone = Some(row.zone.clone()).filter(|zone| !zone.is_empty());
    let meeting = Meeting {
        attend: match row.how.as_str() {
            "online" => Attend::Online,
            "in-person" => Attend::InPerson,
            _ => Attend::Hybrid,
        },
        schedule: Schedule {
            zone,
            ..Schedule::once(row.start.parse().expect("a time"), row.minutes)
        },
        ..common::meeting("any")
    };
    let settings = Settings {
        journey_minutes: row.journey,
        rest_minutes_after_night: row.rest.unwrap_or(480),
        ..Settings::default()
    };
    let date = meeting.schedule.occurrences(&Two).next().expect("a date");
    worded(fit(&meeting, &date, &reading.shifts, &settings, &Two))
}

fn worded(fit: Fit) -> String {
    let side = |name: &str, side: Option<(u16, Because)>| {
        side.map(|(minutes, by)| format!("{name} {minutes} {}", by.cause.id()))
    };
    match fit {
        Fit::Unknown => "unknown".to_owned(),
        Fit::Fits => "fits".to_owned(),
        Fit::FitsOnline => "fits online".to_owned(),
        Fit::Missed(by) => format!("missed {}", by.cause.id()),
        Fit::Part(part) => {
            let online = part.online.then(|| "online".to_owned());
            let parts = [side("late", part.late), side("early", part.early), online];
            parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
        }
    }
}

/// Minute by minute, what [`fit`] says in spans: the first of the longest stretches in which one can
/// be there, as minutes missed before and after it; nothing where it is too short.
fn minute_by_minute(
    start: NaiveDateTime,
    length: i64,
    taken: &[(NaiveDateTime, NaiveDateTime)],
    journey: i64,
) -> Option<(i64, i64)> {
    let free = |minute: i64| {
        let (from, to) = (
            start + Duration::minutes(minute),
            start + Duration::minutes(minute + 1),
        );
        taken.iter().all(|(begin, end)| {
            to <= *begin - Duration::minutes(journey) || *end + Duration::minutes(journey) <= from
        })
    };
    let mut best = (0, 0);
    let mut run = 0;
    for minute in 0..length {
        run = if free(minute) { run + 1 } else { 0 };
        if run > best.0 {
            best = (run, minute + 1);
        }
    }
    (best.0 >= length.min(15)).then(|| (best.1 - best.0, length - best.1))
}

proptest! {
    #[test]
    fn it_is_what_counting_minutes_gives(
        spring in any::<bool>(),
        spans in prop::collection::vec((0_i64..5_000, 1_i64..900), 1..6),
        start in 0_i64..5_000,
        length in 1_i64..400,
        journey in 0_u16..120,
        rest in 0_u16..600,
    ) {
        let first = if spring { "2026-03-27T12:00:00" } else { "2026-10-23T12:00:00" };
        let first: NaiveDateTime = first.parse().expect("a time");
        let at = |minute| first + Duration::minutes(minute);
        let spans: Vec<_> = (spans.iter())
            .map(|(from, length)| Span { start: at(*from), end: at(from + length) })
            .collect();
        let mut taken = Vec::new();
        for span in &spans {
            let utc = |wall| to_utc(&London, "Europe/London", wall).expect("London").utc;
            if utc(span.start) >= utc(span.end) {
                continue;
            }
            taken.push((utc(span.start), utc(span.end)));
            if is_night(*span) {
                taken.push((utc(span.end), utc(span.end) + Duration::minutes(i64::from(rest))));
            }
        }
        let shifts = Shifts::weekly(Vec::new()).with_dates(spans, Vec::new());
        let settings = Settings {
            journey_minutes: journey,
            rest_minutes_after_night: rest,
            ..Settings::default()
        };
        let meeting = |attend| Meeting {
            attend,
            schedule: Schedule {
                zone: Some("UTC".to_owned()),
                ..Schedule::once(at(start), u32::try_from(length).expect("minutes"))
            },
            ..common::meeting("any")
        };
        for (attend, journey) in [(Attend::Online, 0), (Attend::InPerson, i64::from(journey))] {
            let meeting = meeting(attend);
            let date = meeting.schedule.occurrences(&London).next().expect("a date");
            let got = match fit(&meeting, &date, &shifts, &settings, &London) {
                Fit::Fits => Some((0, 0)),
                Fit::Part(part) => {
                    let minutes = |side: Option<(u16, Because)>| side.map_or(0, |side| i64::from(side.0));
                    Some((minutes(part.late), minutes(part.early)))
                }
                Fit::Missed(_) => None,
                Fit::FitsOnline | Fit::Unknown => return Err(TestCaseError::fail("neither asked for")),
            };
            prop_assert_eq!(got, minute_by_minute(date.utc, length, &taken, journey));
        }
    }
}
