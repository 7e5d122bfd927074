//! Who can help: by nation, and nothing that nobody has verified.

use swansfeet_wellbeing::support::{Hours, Nation, SOURCES, Support, Way};

fn ids(nation: Nation) -> Vec<&'static str> {
    let there = Support::ALL.iter().filter(|row| row.is_in(nation));
    there.map(|row| row.id).collect()
}

#[test]
fn each_nation_has_its_own_lines_in_one_order() {
    let rows = [
        (
            Nation::England,
            "emergency samaritans shout nhs-england care-workers-charity modern-slavery peers",
        ),
        (
            Nation::Wales,
            "emergency samaritans shout nhs-wales care-workers-charity modern-slavery peers",
        ),
        (
            Nation::Scotland,
            "emergency samaritans shout nhs-scotland breathing-space care-workers-charity modern-slavery peers",
        ),
        (
            Nation::NorthernIreland,
            "emergency samaritans shout lifeline care-workers-charity modern-slavery peers",
        ),
    ];
    for (nation, wanted) in rows {
        assert_eq!(ids(nation).join(" "), wanted, "{}", nation.id());
    }
}

#[test]
fn what_is_not_verified_has_no_number_and_no_address() {
    for row in Support::ALL {
        assert!(row.verified.is_some() || row.ways.is_empty(), "{}", row.id);
    }
}

#[test]
fn every_row_says_what_it_was_verified_by() {
    let sources: Vec<_> = SOURCES.iter().map(|(id, _)| *id).collect();
    let all: Vec<_> = Support::ALL.iter().map(|row| row.id).collect();
    assert_eq!(sources, all);
    assert!(SOURCES.iter().all(|(_, source)| source.len() > 10));
}

#[test]
fn numbers_can_be_rung_and_pages_are_secure() {
    for row in Support::ALL {
        for way in row.ways {
            match way {
                Way::Tel(number) | Way::Text(_, number) => {
                    assert!(
                        number.bytes().all(|b| b.is_ascii_digit() || b == b' '),
                        "{}",
                        row.id
                    );
                }
                Way::Web(page) => assert!(page.starts_with("https://"), "{}", row.id),
                Way::Meetings => assert_eq!(row.hours, Hours::Form),
            }
        }
    }
}
