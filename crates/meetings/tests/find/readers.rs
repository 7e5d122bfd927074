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
        zone: "Africa/Nairobi",
        zones: &Nairobi,
        ..in_london("2026-03-04T09:00:00")
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
        zone,
        zones: &NewYork,
        ..in_london(now)
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
            near: Some(place((53.8, -1.55), from_within)),
            ..in_london("2026-03-04T09:00:00")
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
    let asker = in_london("2026-11-26T12:00:00");
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

#[test]
fn a_postcode_alone_is_as_rough_as_its_area() {
    let room = |postcode: &str| Meeting {
        attend: Attend::InPerson,
        venue: Some(Venue {
            postcode: Some(postcode.parse().expect("a postcode")),
            ..Venue::default()
        }),
        ..common::meeting("room")
    };
    let found = |town: &str, postcode: &str, miles: u16| {
        let catalogue = Catalogue::new(vec![room(postcode)], &|_| String::new());
        let near = swansfeet_meetings::locate(town).expect("a town");
        let asker = Asker {
            near: Some(place(
                (near.point.latitude, near.point.longitude),
                near.within_miles,
            )),
            ..in_london("2026-03-04T09:00:00")
        };
        let filter = Filter {
            miles: Some(miles),
            ..Filter::default()
        };
        let hits = catalogue.find(&catalogue.prepare(&asker), &filter, 9);
        hits.found
            .first()
            .and_then(|found| found.reasons.last().cloned())
    };
    // In the same town each; areas that reach far, whose middles are elsewhere. What may be near is kept.
    for (town, postcode) in [
        ("Paisley", "PA1 1AA"),
        ("Swansea", "SA1 3SN"),
        ("Perth", "PH1 1AA"),
    ] {
        let reason = found(town, postcode, 5);
        assert!(
            matches!(reason, Some(Reason::MilesWithin(_))),
            "{town}: {reason:?}"
        );
    }
    // And so is what may be as far as the area reaches.
    for (town, postcode, really) in [
        ("Inverness", "IV51 9DB", 80),
        ("Shrewsbury", "SY23 2AX", 60),
        ("York", "YO21 1DL", 40),
    ] {
        let reason = found(town, postcode, 5);
        let Some(Reason::MilesWithin(miles)) = reason else {
            panic!("{town}: {reason:?}");
        };
        assert!(miles >= really, "{town}: {miles}");
    }
    // Where even the nearest end of the area is too far, it is not.
    assert_eq!(found("Plymouth", "PA1 1AA", 50), None);
}

#[test]
fn the_next_six_dates_of_a_month_s_meeting_are_known() {
    let mut schedule = Schedule::once("2026-12-03T19:00:00".parse().expect("a time"), 60);
    schedule.rules = vec![Rule::parse("FREQ=MONTHLY;BYDAY=1TH").expect("a rule")];
    schedule.overrides = vec![Override {
        at: "2027-02-04T19:00:00".parse().expect("a time"),
        change: Change::Cancelled,
        note: String::new(),
    }];
    let catalogue = Catalogue::new(
        vec![Meeting {
            schedule,
            ..common::meeting("monthly")
        }],
        &|_| String::new(),
    );
    let asker = in_london("2026-11-28T12:00:00");
    let prepared = catalogue.prepare(&asker);
    let shown = prepared.dates(0).iter().map(|date| {
        let off = if date.occurrence.cancelled {
            " off"
        } else {
            ""
        };
        format!("{}{off}", date.local.format("%d.%m"))
    });
    let shown: Vec<_> = shown.take(6).collect();
    assert_eq!(
        shown,
        ["03.12", "07.01", "04.02 off", "04.03", "01.04", "06.05"]
    );
}

#[test]
fn who_can_make_more_of_it_online_is_told_so() {
    let meeting = |attend| Meeting {
        // A Monday, from two to four; work is over at three, and the way takes half an hour.
        schedule: Schedule::once("2026-03-09T14:00:00".parse().expect("a time"), 120),
        attend,
        ..common::meeting("course")
    };
    let reasons = |attend| {
        let catalogue = Catalogue::new(vec![meeting(attend)], &|_| String::new());
        let today = NaiveDate::from_ymd_opt(2026, 3, 4).expect("a day");
        let shifts = Shifts::read("Mon 7am-3pm", today);
        let asker = Asker {
            shifts: &shifts.shifts,
            ..in_london("2026-03-04T09:00:00")
        };
        let hits = catalogue.find(&catalogue.prepare(&asker), &Filter::default(), 9);
        hits.found[0].reasons.clone()
    };
    let hybrid = reasons(Attend::Hybrid);
    assert!(
        matches!(hybrid[..2], [Reason::PartOnline, Reason::Late(60, _)]),
        "{hybrid:?}"
    );
    let room = reasons(Attend::InPerson);
    assert!(matches!(room[0], Reason::Late(90, _)), "{room:?}");
}

#[test]
fn a_room_is_one_line() {
    for (name, address, postcode, withheld, line) in [
        (
            "Unity Hall",
            "12 Swan Street, Leeds",
            "LS2 7DR",
            false,
            "Unity Hall, 12 Swan Street, Leeds, LS2 7DR",
        ),
        ("", "", "LS2 7DR", false, "LS2 7DR"),
        (
            "Unity Hall",
            "Unity Hall, Leeds LS2 7DR",
            "LS2 7DR",
            false,
            "Unity Hall, Leeds LS2 7DR",
        ),
        (
            "Unity Hall",
            "12 Swan Street",
            "LS2 7DR",
            true,
            "Unity Hall",
        ),
        ("", "12 Swan Street", "", true, ""),
    ] {
        let venue = Venue {
            name: name.to_owned(),
            address: address.to_owned(),
            postcode: postcode.parse().ok(),
            withheld,
            ..Venue::default()
        };
        assert_eq!(venue.line(), line);
    }
}
