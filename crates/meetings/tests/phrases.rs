//! Phrases as organisers type them.
#![cfg(feature = "phrase")]

mod support;

use chrono::NaiveTime;
use proptest::prelude::*;
use serde::Deserialize;
use support::{day, time};
use swansfeet_meetings::phrase::read;

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
}

#[derive(Deserialize)]
struct Wrong {
    said: String,
    key: String,
    what: Option<String>,
}

fn table() -> Table {
    toml::from_str(include_str!("phrases.toml")).expect("the table")
}

#[test]
fn what_organisers_type_is_understood() {
    for case in table().case {
        let spoken = read(&case.said, day("2026-03-01"));
        let spoken = spoken.unwrap_or_else(|error| panic!("{}: {error}", case.said));
        let rule = spoken.rules.first().map(ToString::to_string);
        assert_eq!(rule, case.rule, "{}", case.said);
        let start = match case.start.len() {
            10 => day(&case.start).and_time(NaiveTime::MIN),
            _ => time(&case.start),
        };
        assert_eq!(spoken.start, start, "{}", case.said);
        assert_eq!(spoken.has_time, case.start.len() > 10, "{}", case.said);
        assert_eq!(spoken.minutes, case.minutes, "{}", case.said);
        let except: Vec<_> = case.except.iter().map(|except| day(except)).collect();
        assert_eq!(spoken.except, except, "{}", case.said);
        // Case does not matter.
        assert_eq!(
            read(&case.said.to_uppercase(), day("2026-03-01")).as_ref(),
            Ok(&spoken)
        );
    }
}

#[test]
fn what_is_not_understood_is_named_with_an_example_that_is() {
    for case in table().wrong {
        let error = read(&case.said, day("2026-03-01")).expect_err(&case.said);
        assert_eq!(error.key, case.key, "{}", case.said);
        if let Some(what) = case.what {
            assert_eq!(error.what, what, "{}", case.said);
        }
        assert!(
            read(error.example, day("2026-03-01")).is_ok(),
            "{}",
            error.example
        );
    }
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in ".{0,80}") {
        let _ = read(&text, day("2026-03-01"));
    }

    #[test]
    fn no_order_of_its_own_words_makes_it_panic(words in proptest::collection::vec(
        proptest::sample::select(vec![
            "every", "other", "second", "2nd", "last", "first", "Tuesday", "day", "month", "to",
            "until", "for", "6", "weeks", "7pm", "7.30", "noon", "except", "December", "3", "March",
            "2026", "and", "the", "31", "30", "9999", "0", "12am", "weekdays", "half", "an", "hour",
        ]), 0..12)) {
        let _ = read(&words.join(" "), day("2026-03-01"));
    }
}
