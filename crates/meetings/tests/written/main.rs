//! What is written as a calendar file is what our own dates are, and what others read: the crate
//! `calcard` here, and `ical.js` in `calendar.test.js`, over the same file.

use std::collections::BTreeMap;
use std::fmt::Write;

use chrono::{NaiveDateTime, Offset, TimeZone};
use serde::Deserialize;
use swansfeet_meetings::read::{self, Feed};
use swansfeet_meetings::recur::Rule;
use swansfeet_meetings::write::{self, Sheet};
use swansfeet_meetings::zone::Zones;
use swansfeet_meetings::{Change, Meeting, Override, Status};

/// Every zone, from chrono-tz.
struct Tz;

impl Zones for Tz {
    fn offset(&self, zone: &str, utc: NaiveDateTime) -> Option<i32> {
        let zone: chrono_tz::Tz = zone.parse().ok()?;
        Some(zone.offset_from_utc_datetime(&utc).fix().local_minus_utc())
    }
}

/// The file that the JavaScript test reads too.
const FILE: &str = include_str!("series.ics");

#[derive(Deserialize)]
struct Table {
    meeting: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    title: String,
    #[serde(default)]
    about: String,
    start: String,
    minutes: u32,
    zone: Option<String>,
    #[serde(default)]
    rules: Vec<String>,
    #[serde(default)]
    rdates: Vec<String>,
    #[serde(default)]
    exdates: Vec<String>,
    #[serde(default)]
    moved: Vec<[String; 4]>,
    #[serde(default)]
    cancelled: Vec<[String; 2]>,
    link: Option<String>,
    dates: Vec<String>,
}

fn time(text: &str) -> NaiveDateTime {
    text.parse()
        .unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn rows() -> Vec<Row> {
    let table: Table = toml::from_str(include_str!("meetings.toml")).expect("the table is TOML");
    table.meeting
}

fn meeting(row: &Row) -> Meeting {
    // A calendar file is the shortest way to an empty meeting.
    let empty = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:A\nDTSTART:20260101T000000\nEND:VEVENT\nEND:VCALENDAR\n";
    let mut meeting = read::calendar(empty, &Tz).meetings.remove(0);
    meeting.id.clone_from(&row.id);
    meeting.title.clone_from(&row.title);
    meeting.about.clone_from(&row.about);
    meeting.joining.link.clone_from(&row.link);
    let schedule = &mut meeting.schedule;
    schedule.start = time(&row.start);
    schedule.minutes = row.minutes;
    schedule.zone.clone_from(&row.zone);
    schedule.rules = row
        .rules
        .iter()
        .map(|rule| Rule::parse(rule).expect("a rule"))
        .collect();
    schedule.rdates = row.rdates.iter().map(|date| time(date)).collect();
    schedule.exdates = row.exdates.iter().map(|date| time(date)).collect();
    for [at, start, minutes, note] in &row.moved {
        let change = Change::Moved {
            start: time(start),
            minutes: minutes.parse().ok(),
        };
        schedule.overrides.push(Override {
            at: time(at),
            change,
            note: note.clone(),
        });
    }
    for [at, note] in &row.cancelled {
        schedule.overrides.push(Override {
            at: time(at),
            change: Change::Cancelled,
            note: note.clone(),
        });
    }
    meeting
}

fn sheet() -> Sheet<'static> {
    Sheet {
        name: "Fifteen, and more",
        stamp: time("2026-01-10T10:00:00"),
        sequence: 7,
        host: "hub.example",
        refresh: 60,
    }
}

fn written() -> String {
    let meetings: Vec<Meeting> = rows().iter().map(meeting).collect();
    write::calendar(&meetings.iter().collect::<Vec<_>>(), &sheet(), &Tz)
}

fn dates(meeting: &Meeting) -> Vec<String> {
    let dates = meeting.schedule.occurrences(&Tz).take(20);
    dates
        .map(|date| {
            let mark = if date.cancelled { "!" } else { "" };
            format!(
                "{mark}{} {}",
                date.utc.format("%Y-%m-%dT%H:%M:%S"),
                date.minutes
            )
        })
        .collect()
}

#[test]
fn our_own_dates_are_those_worked_out_by_hand() {
    for row in rows() {
        assert_eq!(dates(&meeting(&row)), row.dates, "{}", row.id);
    }
}

/// So that the other languages' tests read what is written today.
#[test]
fn the_file_beside_this_is_what_is_written() {
    let written = written();
    if written != FILE {
        let place = concat!(env!("CARGO_TARGET_TMPDIR"), "/series.ics");
        std::fs::write(place, &written).expect("a place for the file");
        panic!("series.ics differs; what is written now is in {place}");
    }
}

#[test]
fn lines_are_folded_and_end_as_the_format_asks() {
    for line in written().split_inclusive("\r\n") {
        let line = line
            .strip_suffix("\r\n")
            .expect("every line ends with CRLF");
        assert!(line.len() <= 75, "{line}");
        assert!(!line.contains(['\r', '\n']), "{line}");
    }
}

#[test]
fn what_is_written_reads_back() {
    let feed = read::calendar(&written(), &Tz);
    assert_eq!(feed.problems, vec![]);
    assert_eq!(feed.name, "Fifteen, and more");
    assert_eq!(feed.meetings.len(), rows().len());
    for (found, row) in feed.meetings.iter().zip(rows()) {
        assert_eq!(found.id, format!("{}@hub.example", row.id));
        assert_eq!(found.title, row.title);
        assert_eq!(found.joining.link, row.link);
        assert!(found.about.starts_with(&row.about), "{}", found.about);
        assert_eq!(dates(found), row.dates, "{}", row.id);
    }
}

#[test]
fn another_library_shows_the_same_dates() {
    let calendar = calcard::icalendar::ICalendar::parse(FILE).expect("a calendar");
    let expanded = calendar.expand_dates(calcard::common::timezone::Tz::Floating, 200);
    assert!(expanded.errors.is_empty(), "{:?}", expanded.errors);
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for event in expanded.events {
        let component = &calendar.components[event.comp_id as usize];
        let uid = component.uid().expect("a UID").to_owned();
        let cancelled = component.status() == Some(&calcard::icalendar::ICalendarStatus::Cancelled);
        let (start, mut end) = event.timestamps();
        if component
            .property(&calcard::icalendar::ICalendarProperty::Duration)
            .is_none()
            && component
                .property(&calcard::icalendar::ICalendarProperty::Dtend)
                .is_none()
        {
            // No length is said; calcard goes on to the end of the day.
            end = start;
        }
        let start = chrono::DateTime::from_timestamp(start, 0).expect("a time");
        let mut date = String::from(if cancelled { "!" } else { "" });
        write!(
            date,
            "{} {}",
            start.format("%Y-%m-%dT%H:%M:%S"),
            (end - start.timestamp()) / 60
        )
        .expect("room");
        found.entry(uid).or_default().push(date);
    }
    for row in rows() {
        // calcard 0.3 holds an UNTIL in UTC against the wall clock and loses the last date in summer;
        // ical.js shows it.
        if row.id == "until" {
            continue;
        }
        let mut dates = found
            .remove(&format!("{}@hub.example", row.id))
            .unwrap_or_default();
        dates.sort_by(|a, b| a.trim_start_matches('!').cmp(b.trim_start_matches('!')));
        assert_eq!(dates, row.dates, "{}", row.id);
    }
}

#[test]
fn one_date_is_an_instant_beside_the_series() {
    let row = &rows()[0];
    let meeting = meeting(row);
    let dates: Vec<_> = meeting.schedule.occurrences(&Tz).collect();
    let moved = read::calendar(&write::date(&meeting, &dates[2], &sheet()), &Tz);
    assert_eq!(moved.problems, vec![]);
    let [found] = moved.meetings.as_slice() else {
        panic!("one date: {moved:?}");
    };
    assert_eq!(found.id, "spring/20260407T193000@hub.example");
    assert_eq!(found.schedule.start, time("2026-04-08T19:00:00"));
    assert_eq!(found.schedule.zone.as_deref(), Some("UTC"));
    assert_eq!(found.schedule.minutes, 90);
    assert_eq!(found.about, "A day later");
    let Feed { meetings, .. } = read::calendar(&write::date(&meeting, &dates[3], &sheet()), &Tz);
    assert_eq!(meetings[0].status, Status::Cancelled);
}

#[test]
fn links_fill_in_a_calendars_form() {
    let row = &rows()[10];
    let meeting = meeting(row);
    let date = meeting.schedule.occurrences(&Tz).next().expect("a date");
    let google = write::google(&meeting, &date);
    assert!(google.starts_with("https://calendar.google.com/calendar/render?action=TEMPLATE&text=Tea%2C%20talk%3B%20%E2%80%9Cquiet%E2%80%9D%20%5C%20end&dates=20260501T110000Z%2F20260501T120000Z&details="), "{google}");
    let outlook = write::outlook(&meeting, &date);
    assert!(
        outlook.contains("&subject=Tea%2C%20talk")
            && outlook.contains("&startdt=2026-05-01T11%3A00%3A00Z&enddt=2026-05-01T12%3A00%3A00Z"),
        "{outlook}"
    );
    assert!(google.is_ascii() && outlook.is_ascii());
}

#[test]
fn what_is_withheld_is_in_no_file() {
    let mut meeting = meeting(&rows()[10]);
    meeting.joining.withheld = true;
    meeting.joining.link = None;
    meeting.joining.ask = Some("/api/meetings/fifteen/words/joining".to_owned());
    let text = write::calendar(&[&meeting], &sheet(), &Tz);
    assert!(
        !text.contains("zoom") && !text.contains("joining"),
        "{text}"
    );
}
