//! Where somebody is who types a postcode, half of one or a town, from a table.
#![allow(clippy::unwrap_used, reason = "tests")]

use proptest::prelude::*;
use serde::Deserialize;
use swansfeet_places::{Area, LocateError, Point, locate, towns};

#[derive(Deserialize)]
struct Table {
    said: Vec<(String, String)>,
    ends: Vec<(String, f64, f64)>,
}

fn table() -> Table {
    toml::from_str(include_str!("locate.toml")).unwrap()
}

fn answer(typed: &str) -> String {
    match locate(typed) {
        Ok(found) => {
            let code = found
                .postcode
                .map(|postcode| postcode.to_string())
                .or(found.outcode.map(|outcode| outcode.to_string()));
            let code = code.unwrap_or_default();
            format!("{} {} {code}", found.area.code(), found.within_miles)
        }
        Err(error) => {
            let key = error.key();
            match error {
                LocateError::Several(areas) => {
                    let codes: Vec<&str> = areas.iter().map(|area| area.code()).collect();
                    format!("{key} {}", codes.join(" "))
                }
                _ => key.to_owned(),
            }
        }
    }
}

#[test]
fn each_place_is_found_as_the_table_says() {
    for (typed, expected) in table().said {
        assert_eq!(answer(&typed).trim(), expected.trim(), "{typed}");
    }
}

/// "Within 30 miles" must hold at the far ends of an area, or it is no honest radius.
#[test]
fn no_place_is_outside_the_reach_of_its_area() {
    for (code, latitude, longitude) in table().ends {
        let area = Area::by_code(&code).unwrap();
        let end = Point {
            latitude,
            longitude,
        };
        let away = area.rough_centre().distance(end).miles();
        let reach = f64::from(area.reach_miles());
        assert!(away < reach, "{code}: {away} miles, not {reach}");
        // And not so wide that it says nothing.
        assert!(away > reach / 3.0, "{code}: {away} miles of {reach}");
    }
}

#[test]
fn each_town_is_in_its_area_and_found_by_its_name() {
    for area in Area::all() {
        let away = area.rough_centre().distance(area.town_centre()).miles();
        assert!(
            away < f64::from(area.reach_miles()),
            "{}: {away}",
            area.code()
        );
        let found = towns(area.name());
        assert!(found.contains(&area), "{}", area.name());
        assert!(found.len() == 1 || ["NP", "SM"].contains(&area.code()));
    }
}

proptest! {
    #[test]
    fn nothing_that_is_typed_makes_it_fall_over(typed in any::<String>()) {
        if let Ok(found) = locate(&typed) {
            prop_assert!(found.within_miles > 0);
        }
    }
}
