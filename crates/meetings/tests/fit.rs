//! Who can make what, row by row: `fit.toml`.

use chrono::{NaiveDate, NaiveDateTime};
use serde::Deserialize;
use swansfeet_meetings::fit::{Because, Fit, Settings, fit};
use swansfeet_meetings::shifts::Shifts;
use swansfeet_meetings::zone::{London, Zones};
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
