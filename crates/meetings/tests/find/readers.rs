//! What a list means for one reader: on their clock, on their days, from where they are.

use super::*;

#[test]
fn a_reader_elsewhere_has_their_own_days() {
    struct Nairobi;
    impl swansfeet_meetings::zone::Zones for Nairobi {
        fn offset(&self, zone: &str, utc: NaiveDateTime) -> Option<i32> {
            match zone {
                "Africa/Nairobi" => Some(10_800),
                _ => London.offset(zone, utc),
            }
        }
    }
    let late = Meeting {
        schedule: Schedule::once("2026-03-10T22:00:00".parse().expect("a time"), 60),
        ..common::meeting("late")
    };
    let catalogue = Catalogue::new(vec![late], &|_| String::new());
    let mut asker = Asker {
        now: "2026-03-04T09:00:00".parse().expect("now"),
        zone: "Africa/Nairobi",
        near: None,
        shifts: &Shifts::default(),
        settings: Settings::default(),
        zones: &Nairobi,
    };
    let count = |asker: &Asker, filter: &str| {
        let filter = Filter::from_fragment(filter);
        catalogue.find(&catalogue.prepare(asker), &filter, 9).total
    };
    assert_eq!(
        (
            count(&asker, "day=tue"),
            count(&asker, "day=wed&part=night")
        ),
        (0, 1)
    );
    // London's, where the reader's is not known.
    asker.zone = "Moon/Copernicus";
    assert_eq!(
        (
            count(&asker, "day=tue&part=night"),
            count(&asker, "day=wed")
        ),
        (1, 0)
    );
}

/// London, and New York in summer.
struct NewYork;

impl swansfeet_meetings::zone::Zones for NewYork {
    fn offset(&self, zone: &str, utc: NaiveDateTime) -> Option<i32> {
        match zone {
            "America/New_York" => Some(-4 * 3_600),
            _ => London.offset(zone, utc),
        }
    }
}

/// What the first meeting comes to for a reader in that zone at that moment.
fn found_by(meeting: Meeting, now: &str, zone: &str, filter: &str) -> Option<Found> {
    let mut catalogue = Catalogue::new(vec![meeting], &|_| String::new());
    let asker = Asker {
        now: now.parse().expect("now"),
        zone,
        near: None,
        shifts: &Shifts::default(),
        settings: Settings::default(),
        zones: &NewYork,
    };
    let filter = Filter::from_fragment(filter);
    shorter_ways_find_the_same(&mut catalogue, &asker, &filter);
    catalogue
        .find(&catalogue.prepare(&asker), &filter, 9)
        .found
        .pop()
}

#[test]
fn floating_time_is_on_the_reader_s_clock() {
    let floating = || {
        let mut schedule = Schedule::once("2026-07-01T19:30:00".parse().expect("a time"), 60);
        schedule.zone = None;
        Meeting {
            schedule,
            ..common::meeting("floating")
        }
    };
    for (now, zone, is_there, is_on) in [
        // A quarter to eight in London's summer, and nine o'clock.
        ("2026-07-01T18:45:00", "Europe/London", true, true),
        ("2026-07-01T20:00:00", "Europe/London", false, false),
        // Half past three in New York, four hours before.
        ("2026-07-01T19:31:00", "America/New_York", true, false),
        ("2026-07-01T23:31:00", "America/New_York", true, true),
        ("2026-07-02T00:31:00", "America/New_York", false, false),
    ] {
        let found = found_by(floating(), now, zone, "");
        assert_eq!(found.is_some(), is_there, "{now} {zone}");
        let says_so = found.is_some_and(|found| found.reasons.contains(&Reason::Now));
        assert_eq!(says_so, is_on, "{now} {zone}");
    }
}

#[test]
fn a_meeting_of_many_times_a_day_is_found_on_each_of_its_days() {
    let mut schedule = Schedule::once("2026-11-30T09:00:00".parse().expect("a time"), 60);
    let others = [
        "30T13:00", "30T17:00", "01T09:00", "01T13:00", "01T17:00", "02T09:00", "02T13:00",
        "02T17:00", "03T19:00", "05T19:00",
    ];
    schedule.rdates = others
        .iter()
        .map(|at| {
            let month = if at.starts_with('3') { "11" } else { "12" };
            let text = format!("2026-{month}-{at}:00");
            text.parse().expect("a time")
        })
        .collect();
    let meeting = Meeting {
        schedule,
        ..common::meeting("often")
    };
    let found = found_by(meeting, "2026-11-28T12:00:00", "Europe/London", "day=sat");
    let next = found.and_then(|found| found.next).expect("a Saturday");
    assert_eq!(next.local.to_string(), "2026-12-05 19:00:00");
}

#[test]
fn what_is_rough_is_called_within_so_many_miles() {
    let there = |within_miles| Meeting {
        attend: Attend::InPerson,
        venue: Some(Venue {
            place: Some(place((53.9, -1.55), within_miles)),
            ..Venue::default()
        }),
        ..common::meeting("room")
    };
    let reason = |within_miles, from_within| {
        let catalogue = Catalogue::new(vec![there(within_miles)], &|_| String::new());
        let asker = Asker {
            now: "2026-03-04T09:00:00".parse().expect("now"),
            zone: "Europe/London",
            near: Some(place((53.8, -1.55), from_within)),
            shifts: &Shifts::default(),
            settings: Settings::default(),
            zones: &London,
        };
        let hits = catalogue.find(&catalogue.prepare(&asker), &Filter::default(), 9);
        hits.found[0].reasons.last().cloned()
    };
    // A tenth of a degree north is 6.9 miles.
    assert_eq!(reason(0, 0), Some(Reason::Miles(7)));
    assert_eq!(reason(0, 5), Some(Reason::MilesRough(7)));
    assert_eq!(reason(5, 5), Some(Reason::MilesWithin(17)));
    assert_eq!(reason(0, 70), Some(Reason::MilesWithin(77)));
}

#[test]
fn where_clocks_change_meanwhile_the_end_is_what_they_show_then() {
    for (start, hours, floats, zone, local, ends) in [
        // Three hours around one o'clock, at which clocks go on to two, or from two back to one.
        (
            "2027-03-28T00",
            3,
            false,
            "Europe/London",
            "2027-03-28T00",
            "2027-03-28T04",
        ),
        (
            "2027-10-31T00",
            3,
            false,
            "Europe/London",
            "2027-10-31T00",
            "2027-10-31T02",
        ),
        // Elsewhere that night has as many hours as ever, and floating time never has another number.
        (
            "2027-03-28T00",
            3,
            false,
            "America/New_York",
            "2027-03-27T20",
            "2027-03-27T23",
        ),
        (
            "2027-03-28T00",
            3,
            true,
            "Europe/London",
            "2027-03-28T00",
            "2027-03-28T03",
        ),
        // Nobody said how long.
        (
            "2027-03-28T00",
            0,
            false,
            "Europe/London",
            "2027-03-28T00",
            "2027-03-28T00",
        ),
    ] {
        let start = format!("{start}:00:00").parse().expect("a time");
        let mut schedule = Schedule::once(start, hours * 60);
        if floats {
            schedule.zone = None;
        }
        let meeting = Meeting {
            schedule,
            ..common::meeting("night")
        };
        let found = found_by(meeting, "2027-03-20T12:00:00", zone, "");
        let next = found.and_then(|found| found.next).expect("a date");
        let shown = [next.local, next.ends].map(|at| at.format("%Y-%m-%dT%H").to_string());
        assert_eq!(shown, [local, ends], "{start} {zone}");
    }
}

#[test]
fn what_is_on_for_days_is_on_each_of_them_in_a_week() {
    let once = |id: &str, start: &str, hours: u32| Meeting {
        schedule: Schedule::once(start.parse().expect("a time"), hours * 60),
        ..common::meeting(id)
    };
    let catalogue = Catalogue::new(
        vec![
            // From a Friday until eleven on Tuesday.
            once("strike", "2026-11-27T10:00:00", 97),
            // Friday to Sunday, until midnight: not on Monday.
            once("school", "2026-12-04T10:00:00", 62),
            // Into the night, which is not another day.
            once("call", "2026-12-02T22:00:00", 8),
        ],
        &|_| String::new(),
    );
    let asker = Asker {
        now: "2026-11-26T12:00:00".parse().expect("now"),
        zone: "Europe/London",
        near: None,
        shifts: &Shifts::default(),
        settings: Settings::default(),
        zones: &London,
    };
    let filter = Filter::default();
    let found = catalogue.find(&catalogue.prepare(&asker), &filter, 9).found;
    let told = |monday: &str| {
        let monday = monday.parse().expect("a day");
        week(&catalogue, &found, &filter, &asker, monday).map(|day| {
            let ids = day.entries.iter().map(|entry| entry.index.to_string());
            ids.collect::<Vec<_>>().join(" ")
        })
    };
    assert_eq!(told("2026-11-23"), ["", "", "", "", "0", "0", "0"]);
    assert_eq!(told("2026-11-30"), ["0", "0", "2", "", "1", "1", "1"]);
    assert_eq!(told("2026-12-07"), [""; 7]);
}
