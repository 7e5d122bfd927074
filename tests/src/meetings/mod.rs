//! A feed of invented meetings, as many as one likes: what benches, load runs and examples stand
//! on. Each run gives the same, so that figures can be held against each other.
//!
//! Knows the feed's words (`swansfeet: meetings/1`), not the crate that reads them: a mistake there
//! must not be repeated here.

pub mod deck;

use serde_json::{Value, json};
use swansfeet_places::Area;

use deck::Deck;

/// A feed of so many meetings: half online, a third in rooms all over the country, the rest both;
/// weekly, fortnightly, monthly and single dates; some moved, some called off.
#[must_use]
pub fn feed(count: usize) -> Value {
    let mut deck = Deck::new(0x5_0a45_fee7);
    let meetings: Vec<Value> = (0..count).map(|at| meeting(at, &mut deck)).collect();
    json!({
        "swansfeet": "meetings/1",
        "name": "Invented meetings",
        "updated": "2026-02-27T06:00:00Z",
        "meetings": meetings,
    })
}

const TITLES: [&str; 16] = [
    "Weekly call",
    "Kitchen table",
    "New to care",
    "Sleep-ins: what we are owed",
    "Travel time and mileage",
    "Bring your payslip",
    "Reps' circle",
    "Personal assistants together",
    "Night workers' hour",
    "Visas and sponsors: know your rights",
    "Stewards' training",
    "Quiet room",
    "Home care stand-up",
    "Support workers' supper",
    "Family and friends",
    "Planning the ballot",
];

const ABOUT: [&str; 6] = [
    "Come as you are. Cameras off is fine.",
    "We go round the room, then look at one question for half an hour.",
    "For everybody who works in care or support. Bring what puzzles you.",
    "A short talk, then small groups. Notes are sent to those who could not come.",
    "No minutes are taken and nobody is named outside.",
    "Tea, biscuits, and what to say to a manager who will not listen.",
];

const GROUPS: [&str; 8] = [
    "Care Workers' Circle",
    "Home Care Network",
    "Branch 7",
    "PAs Together",
    "Night Shift Club",
    "Support Workers' Assembly",
    "Migrant Carers' Table",
    "The Fifteen",
];

const ROOMS: [&str; 8] = [
    "Unity Hall",
    "Library, upper room",
    "Methodist church hall",
    "Trades club",
    "Community centre",
    "Railway institute",
    "Sikh temple, langar hall",
    "Leisure centre café",
];

const STREETS: [&str; 8] = [
    "Mill Lane",
    "Station Road",
    "Chapel Street",
    "Wharf Road",
    "Park Terrace",
    "Market Place",
    "Quarry Hill",
    "Orchard Way",
];

const ROLES: [&str; 7] = [
    "home-care",
    "care-home",
    "support-worker",
    "personal-assistant",
    "day-community",
    "draws-on-support",
    "family",
];

const LANGUAGES: [&str; 12] = [
    "pl", "ro", "cy", "pt", "tl", "yo", "ml", "sn", "hi", "ur", "bn", "es",
];

const ACCESS: [&str; 5] = ["step-free", "bsl", "captions", "childcare", "quiet"];

fn meeting(at: usize, deck: &mut Deck) -> Value {
    let area = deck.one(Area::all());
    let how = deck.weighted(&[("online", 5), ("in-person", 3), ("hybrid", 2)]);
    let group = deck.one(&GROUPS);
    let title = deck.one(&TITLES);
    let title = if deck.chance(40) {
        format!("{title}, {}", area.name())
    } else {
        (*title).to_owned()
    };
    let mut meeting = json!({
        "id": format!("meeting-{at}"),
        "title": title,
        "about": deck.one(&ABOUT),
        "minutes": deck.one(&[30, 45, 60, 60, 90, 120]),
        "how": how,
        "organiser": { "name": format!("{group}, {}", area.name()) },
        "languages": languages(deck),
    });
    when(&mut meeting, deck);
    if how != "online" {
        meeting["venue"] = venue(area, deck);
    }
    if how != "in-person" {
        meeting["join"] = joining(at, deck);
    }
    extras(&mut meeting, deck);
    meeting
}

/// Start, zone and rule; for some of them moved, called off and left out dates.
fn when(meeting: &mut Value, deck: &mut Deck) {
    const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    // The week of 5 January 2026 began on a Monday.
    let weekday = deck.below(7);
    let day = 5 + weekday + 7 * deck.below(3);
    let hour = deck.weighted(&[
        (7, 1),
        (10, 3),
        (12, 2),
        (14, 2),
        (18, 5),
        (19, 8),
        (20, 4),
        (22, 1),
    ]);
    let minute = deck.one(&["00", "00", "30", "15"]);
    let name = DAYS[weekday];
    let rule = deck.weighted(&[
        ("weekly", 9),
        ("fortnightly", 4),
        ("monthly", 5),
        ("last", 2),
        ("twice", 1),
        ("ends", 1),
        ("once", 4),
    ]);
    let nth = (day - 1) / 7 + 1;
    // The last week of January 2026, so that the first date is one of the rule's.
    let last = if weekday == 6 { 25 } else { 26 + weekday };
    let day = if rule == "last" { last } else { day };
    let start = format!("2026-01-{day:02}T{hour:02}:{minute}");
    let rule = match rule {
        "weekly" => format!("FREQ=WEEKLY;BYDAY={name}"),
        "fortnightly" => format!("FREQ=WEEKLY;INTERVAL=2;BYDAY={name}"),
        "monthly" => format!("FREQ=MONTHLY;BYDAY={nth}{name}"),
        "last" => format!("FREQ=MONTHLY;BYDAY=-1{name}"),
        "twice" => format!("FREQ=WEEKLY;BYDAY={name},{}", DAYS[(weekday + 3) % 7]),
        "ends" => format!("FREQ=WEEKLY;BYDAY={name};COUNT={}", 12 + deck.below(40)),
        _ => String::new(),
    };
    let repeats = !rule.is_empty();
    if repeats {
        meeting["start"] = start.clone().into();
        meeting["rule"] = rule.clone().into();
    } else {
        // Single dates lie in the months ahead.
        let month = 3 + deck.below(6);
        let day = 1 + deck.below(28);
        meeting["start"] = format!("2026-{month:02}-{day:02}T{hour:02}:{minute}").into();
    }
    if deck.chance(3) {
        meeting["zone"] = (*deck.one(&["Europe/Dublin", "Europe/Warsaw", "Asia/Manila"])).into();
    }
    // Weekly ones meet on this day again eight to eleven weeks on.
    if rule.starts_with("FREQ=WEEKLY;BYDAY") && deck.chance(10) {
        exception(meeting, weekday, &format!("{hour:02}:{minute}"), deck);
    }
}

/// One date in March 2026 that is left out, called off or moved to the day after.
fn exception(meeting: &mut Value, weekday: usize, time: &str, deck: &mut Deck) {
    let day = weekday + 2 + 7 * deck.below(3);
    let on = format!("2026-03-{day:02}T{time}");
    if deck.chance(50) {
        meeting["except"] = json!([on]);
    } else if deck.chance(50) {
        meeting["changed"] = json!([{ "on": on, "cancelled": true, "note": "Nobody can host" }]);
    } else {
        let moved = format!("2026-03-{:02}T{time}", day + 1);
        meeting["changed"] = json!([{ "on": on, "start": moved }]);
    }
}

fn languages(deck: &mut Deck) -> Value {
    let mut spoken = vec!["en"];
    if deck.chance(15) {
        spoken.push(*deck.one(&LANGUAGES));
    }
    if deck.chance(3) {
        spoken.remove(0);
    }
    json!(spoken)
}

/// A room within a few miles of the middle of a postcode area.
fn venue(area: &Area, deck: &mut Deck) -> Value {
    let centre = area.town_centre();
    let mut around = |middle: f64, reach: f64| {
        let part = f64::from(u32::try_from(deck.below(2001)).unwrap_or_default()) / 1000.0 - 1.0;
        ((middle + part * reach) * 10_000.0).round() / 10_000.0
    };
    let latitude = around(centre.latitude, 0.05);
    let longitude = around(centre.longitude, 0.08);
    let letters: Vec<char> = "ABDEFGHJLNPQRSTUWXYZ".chars().collect();
    let district = 1 + deck.below(9);
    let inward = format!(
        "{}{}{}",
        deck.below(10),
        deck.one(&letters),
        deck.one(&letters)
    );
    // Areas whose first district has a letter behind it have others without.
    let postcode = format!("{}{district} {inward}", area.code());
    let mut venue = json!({
        "name": deck.one(&ROOMS),
        "address": format!("{} {}, {}", 1 + deck.below(120), deck.one(&STREETS), area.name()),
        "postcode": postcode,
        "latitude": latitude,
        "longitude": longitude,
    });
    if deck.chance(8) {
        venue["withheld"] = true.into();
        venue["within_miles"] = 3.into();
    }
    venue
}

fn joining(at: usize, deck: &mut Deck) -> Value {
    if deck.chance(12) {
        return json!({ "withheld": true, "ask": format!("/api/meetings/invented/meeting-{at}/joining") });
    }
    let mut join = json!({ "link": format!("https://meet.example/room-{at}") });
    if deck.chance(30) {
        // Ofcom keeps these numbers for drama.
        join["phone"] = format!("020 7946 0{:03}", deck.below(1000)).into();
    }
    join
}

fn extras(meeting: &mut Value, deck: &mut Deck) {
    if deck.chance(55) {
        meeting["roles"] = json!(deck.some(&ROLES, 3));
    }
    if deck.chance(45) {
        meeting["access"] = json!(deck.some(&ACCESS, 3));
    }
    if deck.chance(20) {
        meeting["open_to"] = json!({ "union": "Union of Care Trades" });
    }
    if deck.chance(3) {
        meeting["women_only"] = true.into();
    }
    if deck.chance(2) {
        meeting["status"] = (*deck.one(&["tentative", "cancelled"])).into();
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn it_is_the_same_each_time_and_each_meeting_has_a_name_of_its_own() {
        let feed = feed(2_000);
        assert_eq!(feed, super::feed(2_000));
        let meetings = feed["meetings"].as_array().expect("a list");
        let ids: BTreeSet<&str> = meetings.iter().filter_map(|m| m["id"].as_str()).collect();
        assert_eq!(ids.len(), 2_000);
        // The first so many of a larger one: a longer feed is the same feed, longer.
        let small = super::feed(10);
        assert_eq!(
            small["meetings"].as_array().expect("a list")[..],
            meetings[..10]
        );
    }

    #[test]
    fn there_is_some_of_everything() {
        let feed = feed(2_000);
        let meetings = feed["meetings"].as_array().expect("a list");
        let count = |is: &dyn Fn(&Value) -> bool| meetings.iter().filter(|m| is(m)).count();
        let rows: [(&str, usize, usize); 10] = [
            ("online", count(&|m| m["how"] == "online"), 900),
            ("in a room", count(&|m| m["how"] == "in-person"), 500),
            (
                "weekly",
                count(&|m| m["rule"].as_str().is_some_and(|r| r.contains("WEEKLY"))),
                900,
            ),
            (
                "monthly",
                count(&|m| m["rule"].as_str().is_some_and(|r| r.contains("MONTHLY"))),
                400,
            ),
            ("once", count(&|m| m["rule"].is_null()), 200),
            (
                "changed",
                count(&|m| !m["changed"].is_null() || !m["except"].is_null()),
                40,
            ),
            ("withheld", count(&|m| m["join"]["withheld"] == true), 80),
            (
                "in Welsh",
                count(&|m| m["languages"].to_string().contains("cy")),
                5,
            ),
            (
                "step-free",
                count(&|m| m["access"].to_string().contains("step-free")),
                200,
            ),
            ("of a union", count(&|m| !m["open_to"].is_null()), 300),
        ];
        for (what, found, least) in rows {
            assert!(found >= least, "{what}: {found} of {least}");
        }
    }
}
