//! What is written into a shard is found in it again, and nothing else is.
#![cfg(feature = "directory")]
#![allow(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeMap;

use proptest::prelude::*;
use swansfeet_places::shard::{self, Group, Heading, Named, Row};
use swansfeet_places::{Nation, Outcode, Point, Postcode, Region};

const LETTERS: &[u8; 20] = b"ABDEFGHJLNPQRSTUWXYZ";

const GROUPS: [Group<'static>; 3] = [
    Group {
        region: Region::YorkshireAndTheHumber,
        council: ("E08000035", "Leeds"),
        constituency: ("E14001311", "Leeds Middle and North"),
    },
    Group {
        region: Region::Wales,
        council: ("W06000001", "Ynys Môn"),
        constituency: ("W07000112", ""),
    },
    Group {
        region: Region::IsleOfMan,
        council: ("", ""),
        constituency: ("", ""),
    },
];

fn postcode(number: u16) -> Postcode {
    let letter = |at: u16| char::from(LETTERS[usize::from(at % 20)]);
    let typed = format!(
        "LS1 {}{}{}",
        number / 400,
        letter(number / 20),
        letter(number)
    );
    typed.parse().unwrap()
}

fn heading() -> Heading<'static> {
    Heading {
        outcode: Outcode::read("LS1").unwrap(),
        edition: "2026-08",
        attribution: "Contains invented data © Nobody 2026",
    }
}

fn write(rows: &[(u16, u16, i32, i32)]) -> String {
    let mut rows: Vec<Row> = rows
        .iter()
        .map(|&(number, group, latitude, longitude)| {
            Row::new(&postcode(number), group, latitude, longitude)
        })
        .collect();
    shard::write(&heading(), &GROUPS, &mut rows).unwrap()
}

#[test]
fn a_shard_is_as_its_description_says() {
    let text = write(&[
        (0, 0, 5_379_000, -154_000),
        (3999, 0, 5_379_090, -154_140),
        (91, 1, 5_379_009, -153_986),
    ]);
    // 0 at the corner; 3999 is 44 times 90 and 38 on, ten steps north.
    let far = format!("{}I", "}".repeat(44));
    let expected = format!(
        "swansfeet-places/1 LS1 2026-08\n\
         Contains invented data © Nobody 2026\n\
         5379000 -154140 9 14\n\
         +yorkshire-and-the-humber\tE08000035\tLeeds\tE14001311\tLeeds Middle and North\n\
         ####-{far}#-##\n\
         +wales\tW06000001\tYnys Môn\tW07000112\t\n\
         }}$#$#.\n"
    );
    assert_eq!(text, expected);

    let found = shard::find(&text, &"LS1 9ZZ".parse().unwrap()).unwrap();
    assert_eq!(found.nation(), Nation::England);
    assert_eq!(
        found.council,
        Some(Named {
            code: "E08000035",
            name: "Leeds"
        })
    );
    assert_eq!(
        found.point,
        Point {
            latitude: 53.7909,
            longitude: -1.5414
        }
    );
    let welsh = shard::find(&text, &postcode(91)).unwrap();
    assert_eq!(welsh.region, Region::Wales);
    assert_eq!(welsh.council.unwrap().name, "Ynys Môn");
    assert_eq!(welsh.constituency.unwrap().name, "");
    assert_eq!(shard::find(&text, &postcode(92)), None);
    let head = shard::head(&text).unwrap();
    assert_eq!(
        (head.outcode, head.edition, head.attribution),
        ("LS1", "2026-08", "Contains invented data © Nobody 2026")
    );
}

#[test]
fn what_is_not_known_is_not_there() {
    let text = write(&[(7, 2, 5_415_000, -448_000)]);
    let found = shard::find(&text, &postcode(7)).unwrap();
    assert_eq!((found.council, found.constituency), (None, None));
    assert_eq!(found.nation(), Nation::IsleOfMan);
}

#[test]
fn a_shard_of_another_first_half_tells_nothing() {
    let text = write(&[(7, 0, 5_379_000, -154_000)]);
    let same_end = |first: &str| format!("{first} {}", postcode(7).incode()).parse().unwrap();
    assert!(shard::find(&text, &same_end("LS1")).is_some());
    for other in ["LS2", "LS11", "L1"] {
        assert_eq!(shard::find(&text, &same_end(other)), None, "{other}");
    }
    assert_eq!(shard::file_name(Outcode::read("ec1a").unwrap()), "EC1A.txt");
}

/// Names come from files; none of them may break a shard apart.
#[test]
fn names_with_tabs_and_line_ends_stay_in_their_place() {
    let groups = [Group {
        region: Region::London,
        council: ("E09000001", "City\tof\nLondon"),
        constituency: ("E14000639", "Cities"),
    }];
    let mut rows = [Row::new(&postcode(5), 0, 5_379_000, -154_000)];
    let text = shard::write(&heading(), &groups, &mut rows).unwrap();
    let found = shard::find(&text, &postcode(5)).unwrap();
    assert_eq!(found.council.unwrap().name, "City of London");
    assert_eq!(found.constituency.unwrap().name, "Cities");
    assert_eq!(shard::write(&heading(), &groups, &mut []), None);
}

/// The largest that a first half can be.
#[test]
fn four_thousand_postcodes_take_about_twenty_kilobytes() {
    let rows: Vec<_> = (0..4000)
        .map(|number| {
            let spread = i32::from(number) * 13 % 4_000;
            (number, number % 3, 5_370_000 + spread, -150_000 - spread)
        })
        .collect();
    let size = write(&rows).len();
    assert!((20_000..20_600).contains(&size), "{size}");
}

proptest! {
    #[test]
    fn each_postcode_is_found_within_ten_metres(
        rows in proptest::collection::btree_map(
            0_u16..4000,
            (0_u16..3, 5_300_000..5_360_000_i32, -200_000..-110_000_i32),
            1..60,
        ),
        asked in 0_u16..4000,
    ) {
        let list: Vec<_> = rows.iter().map(|(n, (g, a, o))| (*n, *g, *a, *o)).collect();
        let text = write(&list);
        for (number, (group, latitude, longitude)) in &rows {
            let found = shard::find(&text, &postcode(*number)).unwrap();
            prop_assert_eq!(found.region, GROUPS[usize::from(*group)].region);
            let truth = Point {
                latitude: f64::from(*latitude) / 100_000.0,
                longitude: f64::from(*longitude) / 100_000.0,
            };
            prop_assert!(found.point.distance(truth).km() < 0.010, "{} m", found.point.distance(truth).km() * 1000.0);
        }
        prop_assert_eq!(shard::find(&text, &postcode(asked)).is_some(), rows.contains_key(&asked));
    }

    /// However wide, a position is off by half a step at most, and steps are not longer than needed.
    #[test]
    fn a_wide_shard_is_coarser_but_not_wrong(
        a in 4_990_000..6_090_000_i32, b in 4_990_000..6_090_000_i32,
        x in -860_000..180_000_i32, y in -860_000..180_000_i32,
    ) {
        let text = write(&[(1, 0, a, x), (2, 0, b, y)]);
        for (number, latitude, longitude) in [(1, a, x), (2, b, y)] {
            let point = shard::find(&text, &postcode(number)).unwrap().point;
            let off = |found: f64, truth: i32| (found * 100_000.0 - f64::from(truth)).abs();
            prop_assert!(off(point.latitude, latitude) <= f64::from(((a - b).abs() / 8280 + 1).max(9)) / 2.0 + 0.6);
            prop_assert!(off(point.longitude, longitude) <= f64::from(((x - y).abs() / 8280 + 1).max(14)) / 2.0 + 0.6);
        }
    }

    #[test]
    fn no_text_makes_the_reader_fall_over(text in any::<String>(), number in 0_u16..4000) {
        let _ = shard::find(&text, &postcode(number));
        let _ = shard::head(&text);
    }

    /// A shard with one byte changed, cut or doubled.
    #[test]
    fn no_damage_makes_the_reader_fall_over(
        at in 0_usize..400, byte in 0_u8..128, cut in any::<bool>(), number in 0_u16..4000,
    ) {
        let rows: BTreeMap<u16, i32> = (0..60).map(|n| (n * 61, i32::from(n) * 200)).collect();
        let rows: Vec<_> = rows.iter().map(|(n, d)| (*n, *n % 3, 5_379_000 + d, -154_000 - d)).collect();
        let mut bytes = write(&rows).into_bytes();
        let at = at % bytes.len();
        if cut { bytes.truncate(at); } else { bytes[at] = byte; }
        let text = String::from_utf8_lossy(&bytes);
        let _ = shard::find(&text, &postcode(number));
        let hostile = format!("swansfeet-places/1 LS1 x\n\n{} {} {} {}\n+wales\n{}", i32::MAX, i32::MIN, i32::MAX, i32::MIN, "}".repeat(at));
        let _ = shard::find(&hostile, &postcode(number));
    }
}
