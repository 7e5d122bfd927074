//! Phrases as organisers type them.
#![cfg(feature = "phrase")]

mod support;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
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
    example: Option<String>,
}

fn table() -> Table {
    toml::from_str(include_str!("phrases.toml")).expect("the table")
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
    fn no_order_of_its_own_words_makes_it_panic(words in proptest::collection::vec(
        proptest::sample::select(vec![
            "every", "other", "second", "2nd", "last", "first", "Tuesday", "day", "month", "to",
            "until", "for", "6", "weeks", "7pm", "7.30", "noon", "except", "December", "3", "March",
            "2026", "and", "the", "31", "30", "9999", "0", "12am", "weekdays", "half", "an", "hour",
        ]), 0..12)) {
        let _ = read(&words.join(" "), day("2026-03-01"));
    }
}
