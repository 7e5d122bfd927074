//! Every example of RFC 5545, 3.8.5.3, that uses the parts that meetings use.

mod support;

use serde::Deserialize;
use support::{Tz, day, schedule};
use swansfeet_meetings::recur::Rule;

#[derive(Deserialize)]
struct Table {
    case: Vec<Case>,
    refused: Vec<Refused>,
}

#[derive(Deserialize)]
struct Case {
    what: String,
    start: String,
    rule: String,
    exdate: Option<String>,
    dates: String,
    #[serde(default)]
    whole: bool,
    count: Option<usize>,
    last: Option<String>,
}

#[derive(Deserialize)]
struct Refused {
    what: String,
    rule: String,
    part: String,
}

fn table() -> Table {
    toml::from_str(include_str!("rfc5545.toml")).expect("the table")
}

/// Days with the year left out where it is the one before's.
fn days(text: &str) -> Vec<String> {
    let mut year = "";
    text.split_whitespace()
        .map(|day| match day.len() {
            10 => {
                year = &day[..4];
                day.to_owned()
            }
            _ => format!("{year}-{day}"),
        })
        .collect()
}

#[test]
fn the_examples_of_the_rfc_come_out_as_it_lists_them() {
    for case in table().case {
        let start = day(&case.start).and_hms_opt(9, 0, 0).expect("a time");
        let mut schedule = schedule(start, &[&case.rule], Some("America/New_York"));
        schedule.exdates.extend(
            case.exdate
                .iter()
                .map(|exdate| day(exdate).and_time(start.time())),
        );
        let wanted = days(&case.dates);
        let mut dates = schedule.occurrences(&Tz);
        let found: Vec<String> = dates
            .by_ref()
            .take(wanted.len())
            .map(|date| {
                assert_eq!(date.start.time(), start.time(), "{}", case.what);
                date.start.date().to_string()
            })
            .collect();
        assert_eq!(found, wanted, "{}", case.what);
        if case.whole {
            let rest: Vec<_> = dates.by_ref().collect();
            assert_eq!(
                found.len() + rest.len(),
                case.count.unwrap_or(wanted.len()),
                "{}",
                case.what
            );
            assert!(!dates.bounded(), "{}", case.what);
            if let Some(last) = case.last {
                assert_eq!(
                    rest.last().expect("more").start.date(),
                    day(&last),
                    "{}",
                    case.what
                );
            }
        } else {
            assert!(dates.next().is_some(), "{}", case.what);
        }
    }
}

#[test]
fn the_examples_within_a_day_are_refused_by_name() {
    for case in table().refused {
        let error = Rule::parse(&case.rule).expect_err(&case.what);
        assert_eq!(error.part, case.part, "{}", case.what);
        assert!(error.to_string().contains("not supported"), "{error}");
    }
}
