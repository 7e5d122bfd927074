//! Typed numbers and dates against the table in `input.toml`, and against anything at all.

use chrono::NaiveDate;
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde::Deserialize;
use swansfeet_words::input::{self, InputError};

#[derive(Deserialize)]
struct Table {
    money: Vec<Row>,
    hours: Vec<Row>,
    count: Vec<Row>,
    date: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    typed: String,
    is: Option<String>,
    or: Option<String>,
    minutes: Option<String>,
    error: Option<String>,
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).expect("a real day")
}

fn table() -> Table {
    toml::from_str(include_str!("input.toml")).expect("input.toml is a table of rows")
}

/// One row against what was read, shown as the row would write it.
fn check(field: &str, row: &Row, read: Result<Row, InputError>) {
    let name = |error: InputError| {
        let shown = format!("{error:?}");
        shown
            .split([' ', '{'])
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    match (read, &row.error) {
        (Err(error), Some(expected)) => {
            assert_eq!(&name(error), expected, "{field} {:?}", row.typed)
        }
        (Err(error), None) => panic!("{field} {:?} was refused: {error:?}", row.typed),
        (Ok(read), Some(expected)) => {
            panic!(
                "{field} {:?} should be {expected}, was {:?}",
                row.typed, read.is
            )
        }
        (Ok(read), None) => {
            let number = |text: &Option<String>| {
                text.as_ref().map(|text| {
                    text.parse::<Decimal>()
                        .map_or_else(|_| text.clone(), |n| n.normalize().to_string())
                })
            };
            assert!(
                row.is.is_some() || row.minutes.is_some(),
                "{field} {:?} expects nothing",
                row.typed
            );
            if row.is.is_some() {
                assert_eq!(number(&read.is), number(&row.is), "{field} {:?}", row.typed);
            }
            if row.minutes.is_some() {
                assert_eq!(
                    number(&read.minutes),
                    number(&row.minutes),
                    "{field} {:?}",
                    row.typed
                );
            }
            assert_eq!(number(&read.or), number(&row.or), "{field} {:?}", row.typed);
        }
    }
}

fn read(value: impl ToString) -> Row {
    Row {
        typed: String::new(),
        is: Some(value.to_string()),
        or: None,
        minutes: None,
        error: None,
    }
}

#[test]
fn money_is_read_as_people_type_it() {
    for row in table().money {
        check("money", &row, input::money(&row.typed).map(read));
    }
}

#[test]
fn hours_are_read_as_people_type_them() {
    for row in table().hours {
        let got = input::hours(&row.typed).map(|reading| Row {
            or: reading.hours_if_minutes().map(|hours| hours.to_string()),
            minutes: Some(reading.minutes().to_string()),
            ..read(reading.hours())
        });
        check("hours", &row, got);
    }
}

#[test]
fn counts_are_read_as_people_type_them() {
    for row in table().count {
        check("count", &row, input::count(&row.typed).map(read));
    }
}

#[test]
fn dates_are_read_as_people_type_them() {
    for row in table().date {
        check("date", &row, input::date(&row.typed, today()).map(read));
    }
}

#[test]
fn a_date_in_three_fields_is_empty_only_when_all_are() {
    assert_eq!(input::date_of("", " ", "", today()), Err(InputError::Empty));
    assert_eq!(
        input::date_of("6", "", "2026", today()),
        Err(InputError::NotADate)
    );
    assert_eq!(
        input::date_of("6", "Apr", "26", today()),
        Ok(NaiveDate::from_ymd_opt(2026, 4, 6).unwrap())
    );
}

#[test]
fn three_thirds_of_an_hour_are_never_more_than_an_hour() {
    let third = input::hours("20 min").unwrap().hours();
    assert!(third * Decimal::from(3) <= Decimal::ONE);
    let two_thirds = input::hours("40 min").unwrap().hours();
    assert!(two_thirds + third <= Decimal::ONE);
}

/// What a worker can type: mostly digits and marks, now and then anything.
fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9.,:' h£p½/-]{0,20}",
        "[0-9]{1,4}( ?(h|hours|min|awr|p|pounds|£|:|\\.|,) ?[0-9]{0,3}){0,3}",
        "\\PC{0,60}",
        any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn nothing_that_can_be_typed_makes_it_fall_over(typed in typed()) {
        let _ = input::money(&typed);
        let _ = input::hours(&typed);
        let _ = input::count(&typed);
        let _ = input::date(&typed, today());
        let _ = input::date_of(&typed, &typed, &typed, today());
    }

    #[test]
    fn what_is_taken_is_never_negative_nor_beyond_its_bound(typed in typed()) {
        if let Ok(pounds) = input::money(&typed) {
            prop_assert!((Decimal::ZERO..=Decimal::from(1_000_000)).contains(&pounds));
        }
        if let Ok(reading) = input::hours(&typed) {
            prop_assert!((Decimal::ZERO..=Decimal::from(9_999)).contains(&reading.hours()));
        }
    }

    #[test]
    fn pounds_and_pence_come_back_however_they_are_written(pence in 0_i64..100_000_000) {
        let pounds = Decimal::new(pence, 2);
        let plain = format!("{pounds:.2}");
        let (whole, frac) = plain.split_once('.').expect("two decimals");
        let mut grouped = String::new();
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at) % 3 == 0 {
                grouped.push('~');
            }
            grouped.push(digit);
        }
        for (thousands, mark) in [("", '.'), ("", ','), (",", '.'), (".", ','), (" ", ','), ("'", '.')] {
            let typed = format!("£{}{mark}{frac}", grouped.replace('~', thousands));
            prop_assert_eq!(input::money(&typed), Ok(pounds), "{}", typed);
        }
    }

    #[test]
    fn hours_and_minutes_come_back_however_they_are_written(hours in 0_u32..1_000, minutes in 0_u32..60) {
        let all = Decimal::from(hours * 60 + minutes);
        for typed in [
            format!("{hours}:{minutes:02}"),
            format!("{hours}h{minutes:02}"),
            format!("{hours} hours {minutes} minutes"),
            format!("{hours} awr {minutes} munud"),
            format!("{} min", hours * 60 + minutes),
        ] {
            prop_assert_eq!(input::hours(&typed).map(|r| r.minutes()), Ok(all), "{}", typed);
        }
    }
}
