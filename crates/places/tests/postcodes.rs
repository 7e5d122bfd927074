//! What people type as a postcode, row by row, and what holds for anything at all.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde::Deserialize;
use swansfeet_places::{Outcode, Place, Postcode, Reading};

#[derive(Deserialize)]
struct Table {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    typed: String,
    postcode: Option<String>,
    #[serde(default)]
    mended: bool,
    half: Option<String>,
    place: Option<String>,
    why: Option<String>,
    says: Option<String>,
}

#[test]
fn postcodes_are_read_as_people_type_them() {
    let table: Table = toml::from_str(include_str!("postcodes.toml")).unwrap();
    let failures: Vec<String> = table
        .case
        .iter()
        .filter_map(|case| differs(case).err())
        .collect();
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

fn differs(case: &Case) -> Result<(), String> {
    let typed = &case.typed;
    let check = |what: &str, wanted: &Option<String>, got: String| match wanted {
        Some(wanted) if *wanted != got => Err(format!("{typed:?}: {what} {got:?}, not {wanted:?}")),
        _ => Ok(()),
    };
    match (Postcode::read(typed), &case.why) {
        (Ok(Reading { postcode, mended }), None) => {
            check("read as", &case.postcode, postcode.to_string())?;
            check("first half", &case.half, postcode.outcode().to_string())?;
            check("place", &case.place, place(postcode))?;
            check("mended", &Some(case.mended.to_string()), mended.to_string())
        }
        (Err(error), Some(_)) => {
            check("refused as", &case.why, error.key().to_owned())?;
            check("says", &case.says, error.to_string())
        }
        (got, _) => Err(format!("{typed:?}: {got:?}")),
    }
}

fn place(postcode: Postcode) -> String {
    match postcode.place() {
        Place::Area(area) => area.name(),
        Place::Territory(territory) => territory.name(),
        Place::Forces => "forces",
        Place::Nowhere => "nowhere",
    }
    .to_owned()
}

/// Every first half of two and three characters: no two that need no mending are one swap away.
/// (In the fourth place of `AA99` a swap gives the same digit; `AA94` takes no swap there.)
#[test]
fn no_first_half_can_be_mended_in_two_ways() {
    let all: Vec<char> = ('A'..='Z').chain('0'..='9').collect();
    let add_one = |halves: Vec<String>| -> Vec<String> {
        halves
            .iter()
            .flat_map(|half| all.iter().map(move |next| format!("{half}{next}")))
            .collect()
    };
    let two = add_one(add_one(vec![String::new()]));
    let three = add_one(two.clone());
    for half in two
        .iter()
        .chain(&three)
        .filter(|half| !stands_unmended(half))
    {
        let near: BTreeSet<String> = one_swap_away(half)
            .filter(|near| stands_unmended(near))
            .collect();
        assert!(near.len() <= 1, "{half} may be any of {near:?}");
        if let Some(only) = near.first() {
            assert_eq!(
                Outcode::read(half).map(|read| read.to_string()).as_ref(),
                Ok(only)
            );
        }
    }
}

fn stands_unmended(half: &str) -> bool {
    Outcode::read(half).is_ok_and(|read| read.as_str() == half)
}

fn one_swap_away(half: &str) -> impl Iterator<Item = String> + '_ {
    half.char_indices().flat_map(move |(at, letter)| {
        let others = match letter {
            '0' => "O",
            '1' => "IL",
            'O' => "0",
            'I' | 'L' => "1",
            _ => "",
        };
        others
            .chars()
            .map(move |other| format!("{}{other}{}", &half[..at], &half[at + 1..]))
    })
}

proptest! {
    #[test]
    fn anything_may_be_typed(typed in "\\PC*|[A-Za-z0-9 ]{0,9}|\\s*[01OIL]{2,4}\\s*[01OIL9][A-Z]{2}") {
        let _ = Outcode::read(&typed);
        if let Err(error) = Postcode::read(&typed) {
            prop_assert!(!error.to_string().is_empty());
        }
    }

    #[test]
    fn what_is_written_reads_back_unmended(typed in "[A-Z01OIL]{1,2}[0-9OIL][0-9A-Z]? ?[0-9OIL][A-Z]{2}") {
        if let Ok(Reading { postcode, .. }) = Postcode::read(&typed) {
            let again = Postcode::read(&postcode.to_string());
            prop_assert_eq!(again, Ok(Reading { postcode, mended: false }));
            prop_assert_eq!(Outcode::read(postcode.outcode().as_str()), Ok(postcode.outcode()));
        }
    }

    #[test]
    fn case_and_spacing_change_nothing(typed in "[A-Z]{1,2}[0-9][0-9A-Z]?[0-9][A-Z]{2}", gaps in "[ \t-]{0,3}") {
        let spaced: String = typed.to_lowercase().chars().flat_map(|c| gaps.chars().chain([c])).collect();
        prop_assert_eq!(Postcode::read(&typed), Postcode::read(&spaced));
    }
}
