//! The rule against its case table, and what must always hold.

use serde::Deserialize;

use swansfeet_@ident@::{Minutes, ShiftError, rest_break};

#[derive(Deserialize)]
struct Table {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    shift: u32,
    rest: Option<u32>,
    error: Option<String>,
    source: String,
}

#[test]
fn the_law_gives_what_the_table_says() {
    let table: Table = toml::from_str(include_str!("rest.toml")).expect("rest.toml is valid");
    for case in table.case {
        let found = rest_break(Minutes(case.shift)).map_err(ShiftError::key);
        let wanted = match &case.error {
            Some(key) => Err(key.as_str()),
            None => Ok(case.rest.map(Minutes)),
        };
        assert_eq!(found, wanted, "{} ({})", case.name, case.source);
    }
}

#[test]
fn a_longer_shift_never_loses_a_break() {
    let breaks = (1..=24 * 60).map(|minutes| rest_break(Minutes(minutes)));
    let breaks: Result<Vec<_>, _> = breaks.collect();
    assert!(breaks.expect("every length up to a day").is_sorted());
}

#[test]
fn no_length_is_a_panic() {
    for minutes in [0, 1, 360, 361, 1440, 1441, u32::MAX - 1, u32::MAX] {
        let _ = rest_break(Minutes(minutes));
    }
}
