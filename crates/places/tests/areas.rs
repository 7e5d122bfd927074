//! The table of areas against facts that were not taken from it.

use swansfeet_places::{Area, Distance, Nation, Point, Region};

fn area(code: &str) -> &'static Area {
    Area::by_code(code).unwrap_or_else(|| panic!("{code} is an area"))
}

#[test]
fn there_are_124_areas_each_found_by_its_code() {
    assert_eq!(Area::all().len(), 124);
    for listed in Area::all() {
        assert!(std::ptr::eq(listed, area(listed.code())));
        assert!(listed.regions().next().is_some(), "{}", listed.code());
    }
    for unknown in ["", "A", "AA", "LX", "ls", "XX", "BF", "BX", "GX", "ÅB"] {
        assert!(Area::by_code(unknown).is_none(), "{unknown}");
    }
}

#[test]
fn areas_along_the_borders_name_both_nations() {
    use Nation::{England, Scotland, Wales};
    let rows: [(&str, &[Nation]); 14] = [
        ("CH", &[England, Wales]),
        ("SY", &[England, Wales]),
        ("HR", &[England, Wales]),
        ("GL", &[England, Wales]),
        ("LD", &[Wales, England]),
        ("LL", &[Wales, England]),
        ("NP", &[Wales, England]),
        ("TD", &[Scotland, England]),
        ("DG", &[Scotland, England]),
        ("CA", &[England, Scotland]),
        ("LS", &[England]),
        ("EH", &[Scotland]),
        ("CF", &[Wales]),
        ("BT", &[Nation::NorthernIreland]),
    ];
    for (code, nations) in rows {
        assert_eq!(area(code).nations().collect::<Vec<_>>(), nations, "{code}");
        assert_eq!(area(code).nation().is_some(), nations.len() == 1, "{code}");
    }
    let straddling = Area::all()
        .iter()
        .filter(|area| area.nation().is_none())
        .count();
    assert_eq!(straddling, 10);
}

#[test]
fn crown_dependencies_are_not_in_the_uk() {
    for (code, nation) in [
        ("GY", Nation::Guernsey),
        ("JE", Nation::Jersey),
        ("IM", Nation::IsleOfMan),
    ] {
        assert_eq!(area(code).nation(), Some(nation));
        assert!(!nation.in_the_uk());
    }
    assert_eq!(
        Area::all()
            .iter()
            .filter(|area| area.nations().all(Nation::in_the_uk))
            .count(),
        121
    );
}

#[test]
fn regions_are_named_and_found_by_their_names() {
    for region in Region::ALL {
        assert_eq!(Region::by_id(region.id()), Some(region));
        assert!(
            Area::all()
                .iter()
                .any(|area| area.regions().next() == Some(region)),
            "{region:?}"
        );
    }
    assert_eq!(
        area("S").regions().collect::<Vec<_>>(),
        [Region::YorkshireAndTheHumber, Region::EastMidlands]
    );
    assert_eq!(area("S").region(), None);
    assert_eq!(area("SR").region(), Some(Region::NorthEast));
}

/// Rough boxes: south, north, west, east.
#[test]
fn every_centre_lies_in_its_nation() {
    for area in Area::all() {
        let (south, north, west, east) = match area.nations().next().expect("one at least") {
            Nation::England => (49.9, 55.9, -5.8, 1.8),
            Nation::Scotland => (54.6, 60.9, -7.7, -0.7),
            Nation::Wales => (51.3, 53.5, -5.4, -2.6),
            Nation::NorthernIreland => (54.0, 55.4, -8.2, -5.4),
            Nation::IsleOfMan => (54.0, 54.5, -4.9, -4.3),
            Nation::Guernsey => (49.3, 49.8, -2.7, -2.1),
            Nation::Jersey => (49.1, 49.3, -2.3, -2.0),
        };
        let Point {
            latitude,
            longitude,
        } = area.rough_centre();
        assert!(
            (south..north).contains(&latitude),
            "{} {latitude}",
            area.code()
        );
        assert!(
            (west..east).contains(&longitude),
            "{} {longitude}",
            area.code()
        );
    }
}

/// Post towns and their own positions: a swapped or mistyped row lands far from its town.
#[test]
fn every_centre_is_near_its_town() {
    let rows = [
        ("AB", 57.15, -2.10, 20),
        ("B", 52.48, -1.90, 5),
        ("BT", 54.60, -5.93, 30),
        ("CA", 54.89, -2.93, 15),
        ("CF", 51.48, -3.18, 12),
        ("EH", 55.95, -3.19, 10),
        ("EX", 50.72, -3.53, 12),
        ("G", 55.86, -4.25, 5),
        ("IV", 57.48, -4.22, 20),
        ("L", 53.41, -2.99, 5),
        ("LS", 53.80, -1.55, 5),
        ("M", 53.48, -2.24, 5),
        ("NE", 54.98, -1.61, 10),
        ("NR", 52.63, 1.30, 8),
        ("PL", 50.37, -4.14, 15),
        ("SA", 51.62, -3.94, 25),
        ("SY", 52.71, -2.75, 18),
        ("WC", 51.52, -0.12, 2),
        ("YO", 53.96, -1.08, 12),
        ("ZE", 60.15, -1.14, 15),
    ];
    for (code, latitude, longitude, miles) in rows {
        let away = area(code).rough_centre().distance(Point {
            latitude,
            longitude,
        });
        assert!(
            away < Distance::from_miles(f64::from(miles)),
            "{code}: {} miles",
            away.miles()
        );
    }
}

#[test]
fn neighbours_are_near_and_far_ends_are_far() {
    let miles = |a: &str, b: &str| {
        area(a)
            .rough_centre()
            .distance(area(b).rough_centre())
            .whole_miles()
    };
    assert!(miles("LS", "BD") < 20);
    assert!(miles("E", "EC") < 5);
    assert!(
        (550..680).contains(&miles("TR", "KW")),
        "{}",
        miles("TR", "KW")
    );
    assert_eq!(miles("LS", "LS"), 0);
}

/// Great-circle distances on the WGS 84 ellipsoid (Vincenty), computed elsewhere.
#[test]
fn distances_are_right_to_three_in_a_thousand() {
    let at = |latitude, longitude| Point {
        latitude,
        longitude,
    };
    let rows = [
        // One degree along the equator and one up a meridian from it: WGS 84's own definition.
        (at(0.0, 0.0), at(0.0, 1.0), 111.319, 0.003),
        (at(0.0, 0.0), at(1.0, 0.0), 110.574, 0.007),
        // Land's End to John o' Groats, as usually given: 968 km (602 miles) in a straight line.
        (at(50.066, -5.715), at(58.644, -3.070), 969.0, 0.005),
    ];
    for (a, b, km, within) in rows {
        for distance in [a.distance(b), b.distance(a)] {
            assert!(
                (distance.km() / km - 1.0).abs() < within,
                "{} km, not {km}",
                distance.km()
            );
        }
    }
    let opposite = at(90.0, 0.0).distance(at(-90.0, 0.0)).km();
    assert!((opposite - 20_015.0).abs() < 1.0, "{opposite}");
}
