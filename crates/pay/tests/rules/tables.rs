//! The case tables: each row a worker, with the source of what is expected.

use crate::row::{case, compare, rows};
use swansfeet_pay::{Field, Rates, check};
use toml::Table;

fn run(text: &str) {
    let rates = Rates::built_in();
    for row in rows(text, "case") {
        let name = row["name"].as_str().expect("a name");
        assert!(
            row["source"]
                .as_str()
                .is_some_and(|source| !source.is_empty()),
            "{name}"
        );
        let got = check(&case(&row), &rates);
        match row.get("error").and_then(|error| error.as_table()) {
            Some(expected) => {
                let errors = got.expect_err(name);
                let first = &errors[0];
                assert_eq!(
                    expected["field"].as_str(),
                    Some(place(first.field).as_str()),
                    "{name}"
                );
                let key = first.key().trim_start_matches("error-");
                assert_eq!(expected["is"].as_str(), Some(key), "{name}");
            }
            None => {
                let expect: &Table = row["expect"].as_table().expect("what is expected");
                compare(
                    name,
                    expect,
                    &got.unwrap_or_else(|e| panic!("{name}: {e:?}")),
                );
            }
        }
    }
}

fn place(field: Field) -> String {
    match field.row {
        Some(row) => format!("{}[{row}].{}", field.name, field.part),
        None => field.name.to_owned(),
    }
}

#[test]
fn the_rate_is_that_of_the_first_day() {
    run(include_str!("cases/minimum.toml"));
}

#[test]
fn hours_count_as_the_regulations_say() {
    run(include_str!("cases/hours.toml"));
}

#[test]
fn pay_counts_as_the_regulations_say() {
    run(include_str!("cases/pay.toml"));
}

#[test]
fn arrears_follow_section_17() {
    run(include_str!("cases/arrears.toml"));
}

#[test]
fn what_is_missing_is_told_with_what_it_could_change() {
    run(include_str!("cases/gaps.toml"));
}

#[test]
fn what_cannot_be_right_is_refused_with_its_field() {
    run(include_str!("cases/errors.toml"));
}
