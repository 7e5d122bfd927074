//! Phrases as organisers type them.
#![cfg(feature = "phrase")]

mod support;

use std::ops::Range;

use chrono::{Datelike, Months, NaiveDate, NaiveDateTime, NaiveTime};
use proptest::prelude::*;
use serde::Deserialize;
use support::{day, time};
use swansfeet_meetings::Schedule;
use swansfeet_meetings::phrase::{Day, Shape, read, shape};
use swansfeet_meetings::zone::London;

#[derive(Deserialize)]
struct Table {
    case: Vec<Case>,
    wrong: Vec<Wrong>,
}

#[derive(Deserialize)]
struct Case {
    said: String,
    rule: Option<String>,
    start: String,
    minutes: Option<u32>,
    except: Option<String>,
    /// Whether it says from which date it counts; nothing: not looked at.
    dated: Option<bool>,
    /// Whether it says on which days.
    day: Option<bool>,
}

#[derive(Deserialize)]
struct Wrong {
    said: String,
    key: String,
    what: Option<String>,
    example: Option<String>,
}

fn table() -> Table {
    let mut all = Table {
        case: Vec::new(),
        wrong: Vec::new(),
    };
    for text in [
        include_str!("phrases/plain.toml"),
        include_str!("phrases/hours.toml"),
        include_str!("phrases/dates.toml"),
        include_str!("phrases/days.toml"),
    ] {
        let table: Table = toml::from_str(text).expect("a table");
        all.case.extend(table.case);
        all.wrong.extend(table.wrong);
    }
    all
}

/// What the words came to, in a line.
fn told(said: &str) -> String {
    match read(said, day("2026-03-01")) {
        Ok(spoken) => line(
            spoken.rules.first().map(ToString::to_string),
            spoken.start,
            spoken.has_time,
            spoken.minutes,
            &spoken.except,
        ),
        Err(error) => error.to_string(),
    }
}

fn line(
    rule: Option<String>,
    start: NaiveDateTime,
    has_time: bool,
    minutes: Option<u32>,
    except: &[NaiveDate],
) -> String {
    let rule = rule.unwrap_or_else(|| "once".to_owned());
    format!("{rule} {start} {has_time} {minutes:?} {except:?}")
}

impl Case {
    fn told(&self) -> String {
        let has_time = self.start.len() > 10;
        let start = if has_time {
            time(&self.start)
        } else {
            day(&self.start).and_time(NaiveTime::MIN)
        };
        let except = self.except.iter().flat_map(|days| days.split_whitespace());
        let except: Vec<NaiveDate> = except.map(day).collect();
        line(self.rule.clone(), start, has_time, self.minutes, &except)
    }
}

#[test]
fn what_organisers_type_is_understood() {
    let mut wrong = Vec::new();
    for case in table().case {
        let wanted = case.told();
        let spoken = read(&case.said, day("2026-03-01"));
        let counts = spoken.map(|spoken| (spoken.has_date, spoken.has_day));
        if counts.is_ok_and(|(date, day)| {
            case.dated.unwrap_or(date) != date || case.day.unwrap_or(day) != day
        }) {
            wrong.push(format!("{}: what it counts from", case.said));
        }
        // Case does not matter.
        for said in [case.said.clone(), case.said.to_uppercase()] {
            let got = told(&said);
            if got != wanted {
                wrong.push(format!("{said}\n  got    {got}\n  wanted {wanted}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_not_understood_is_named_with_an_example_that_is() {
    let mut wrong = Vec::new();
    for case in table().wrong {
        match read(&case.said, day("2026-03-01")) {
            Ok(spoken) => wrong.push(format!("{}: {spoken:?}", case.said)),
            Err(error) => {
                let what = case.what.as_ref().is_none_or(|what| *what == error.what);
                let example = case.example.as_ref();
                let example = example.is_none_or(|example| *example == error.example);
                let helps = read(error.example, day("2026-03-01")).is_ok();
                if error.key != case.key || !what || !example || !helps {
                    wrong.push(format!("{}: {error:?}", case.said));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in ".{0,80}") {
        let _ = read(&text, day("2026-03-01"));
    }

    #[test]
    fn no_order_of_its_own_words_makes_it_panic(words in some(&WORDS, 0..12)) {
        let _ = read(&words.join(" "), day("2026-03-01"));
    }

    #[test]
    fn what_is_read_agrees_with_its_dates(words in some(&PIECES, 1..5)) {
        match read(&words.join(" "), day("2026-03-01")) {
            Ok(spoken) if !spoken.rules.is_empty() => {
                let mut schedule = Schedule::once(spoken.start, 0);
                schedule.zone = None;
                schedule.rules = spoken.rules;
                let first = schedule.occurrences(&London).next().map(|first| first.start);
                prop_assert_eq!(first, Some(spoken.start));
                let dates = schedule.occurrences(&London).take(20).map(|date| date.start.date());
                for date in dates {
                    prop_assert!(fits(&shape(&schedule), date), "{:?} {}", words, date);
                }
            }
            Ok(_) => {}
            Err(error) => prop_assert!(read(error.example, day("2026-03-01")).is_ok(), "{}", error),
        }
    }
}

const WORDS: [&str; 48] = [
    "every",
    "other",
    "second",
    "2nd",
    "last",
    "first",
    "Tuesday",
    "day",
    "month",
    "to",
    "until",
    "for",
    "6",
    "weeks",
    "7pm",
    "7.30",
    "noon",
    "except",
    "December",
    "3",
    "March",
    "2026",
    "and",
    "the",
    "31",
    "30",
    "9999",
    "0",
    "12am",
    "weekdays",
    "half",
    "an",
    "hour",
    "in",
    "at",
    "night",
    "evening",
    "12",
    "1930",
    "2030",
    "from",
    "starting",
    "13pm",
    "next",
    "week",
    "Thursdays",
    "o'clock",
    "year",
];

/// Longer pieces, of which more are understood.
const PIECES: [&str; 36] = [
    "Tuesdays",
    "every Tuesday",
    "every other Thursday",
    "first Monday",
    "last Friday",
    "and the third Wednesday",
    "of the month",
    "of every other month",
    "first weekday",
    "weekdays",
    "Monday to Friday",
    "monthly",
    "weekly",
    "fortnightly",
    "on the 15th",
    "last day",
    "yearly",
    "at 7.30pm",
    "7 to 9 in the evening",
    "from January",
    "starting 3 March",
    "until 30 June",
    "for 6 weeks",
    "for 5 times",
    "3 March",
    "Tuesday 3 March",
    "5 January to 9 March",
    "daily",
    "except August",
    "except 22 and 29 December",
    "in March",
    "and Thursday",
    "1st and 3rd",
    "every 3 months",
    "every second Tuesday",
    "every week day",
];

fn some(
    words: &'static [&'static str],
    many: Range<usize>,
) -> impl Strategy<Value = Vec<&'static str>> {
    proptest::collection::vec(proptest::sample::select(words), many)
}

/// Whether a date is one of those that are put into words.
fn fits(shape: &Shape, date: NaiveDate) -> bool {
    let weekday = date.weekday().num_days_from_monday();
    let last = date + Months::new(1);
    let last = last.with_day(1).and_then(|first| first.pred_opt());
    let left = last.map_or(0, |last| last.day() - date.day());
    match shape {
        Shape::Weeks { weekdays, .. } => weekdays & 1 << weekday != 0,
        Shape::Months { days, except, .. } => {
            let on = days.iter().any(|day| match *day {
                Day::Weekday(nth, on) if nth > 0 => {
                    u32::from(on) == weekday && (date.day() - 1) / 7 + 1 == nth as u32
                }
                Day::Weekday(_, on) => u32::from(on) == weekday && left < 7,
                Day::Date(day) if day > 0 => date.day() == day as u32,
                Day::Date(_) => left == 0,
            });
            on && except & 1 << date.month() == 0
        }
        Shape::Once | Shape::Days(_) | Shape::Other => true,
    }
}
