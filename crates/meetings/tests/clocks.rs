//! The clocks of London against chrono-tz, and walls against instants.

mod support;

use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta};
use support::{Tz, time};
use swansfeet_meetings::zone::{London, LondonAnd, Zones, canonical, to_utc, to_wall};

const LONDON: &str = "Europe/London";

fn first(year: i32) -> NaiveDateTime {
    let day = NaiveDate::from_ymd_opt(year, 1, 1).expect("a day");
    day.and_hms_opt(0, 0, 0).expect("a time")
}

#[test]
fn london_by_its_law_is_london_by_the_database_in_every_half_hour_from_1996_to_2099() {
    let mut at = first(1996);
    let mut changes = 0;
    let mut before = Some(0);
    while at.year() < 2100 {
        let ours = London.offset(LONDON, at);
        assert_eq!(ours, Tz.offset(LONDON, at), "{at}");
        changes += u32::from(ours != before);
        before = ours;
        at += TimeDelta::minutes(30);
    }
    // Twice in each of 104 years.
    assert_eq!(changes, 208);
}

#[test]
fn the_last_second_before_each_change_is_on_the_old_clock() {
    for year in 1996..2100 {
        for month in [3, 10] {
            let sunday = (25..=31)
                .filter_map(|day| NaiveDate::from_ymd_opt(year, month, day))
                .find(|day| day.weekday() == chrono::Weekday::Sun)
                .expect("a Sunday");
            let change = sunday.and_hms_opt(1, 0, 0).expect("a time");
            let old = change - TimeDelta::seconds(1);
            for at in [old, change] {
                assert_eq!(London.offset(LONDON, at), Tz.offset(LONDON, at), "{at}");
            }
            assert_ne!(London.offset(LONDON, old), London.offset(LONDON, change));
        }
    }
}

#[test]
fn london_has_many_names_and_knows_no_other_zone() {
    let summer = time("2026-07-01T12:00");
    for name in [
        "Europe/London",
        "europe/london",
        "GMT Standard Time",
        "GB",
        "Europe/Belfast",
        "\"GMT Standard Time\"",
        "(UTC+00:00) Dublin, Edinburgh, Lisbon, London",
        "(GMT) Greenwich Mean Time : Dublin, Edinburgh, Lisbon, London",
        "/example.org/20070129_1/Europe/London",
        "London",
    ] {
        assert_eq!(London.offset(name, summer), Some(3600), "{name}");
        assert_eq!(canonical(name), Some(LONDON), "{name}");
    }
    for name in ["UTC", "GMT", "Etc/UTC", "Z", "utc"] {
        assert_eq!(London.offset(name, summer), Some(0), "{name}");
    }
    for name in [
        "Europe/Paris",
        "W. Europe Standard Time",
        "",
        "Customized Time Zone",
        "/",
        "()",
    ] {
        assert_eq!(London.offset(name, summer), None, "{name}");
    }
    assert_eq!(canonical("W. Europe Standard Time"), Some("Europe/Berlin"));
    assert_eq!(canonical("Romance Standard Time"), Some("Europe/Paris"));
    assert_eq!(canonical("America/New_York"), Some("America/New_York"));
    assert_eq!(canonical("Customized Time Zone"), None);
}

#[test]
fn a_skipped_time_moves_on_and_of_a_double_one_the_first_counts() {
    // Zone, wall, UTC, and the wall where it is another one.
    let rows = [
        (LONDON, "2026-03-29T00:59", "2026-03-29T00:59", None),
        (
            LONDON,
            "2026-03-29T01:00",
            "2026-03-29T01:00",
            Some("2026-03-29T02:00"),
        ),
        (
            LONDON,
            "2026-03-29T01:30",
            "2026-03-29T01:30",
            Some("2026-03-29T02:30"),
        ),
        (LONDON, "2026-03-29T02:00", "2026-03-29T01:00", None),
        (LONDON, "2026-10-25T00:59", "2026-10-24T23:59", None),
        (LONDON, "2026-10-25T01:00", "2026-10-25T00:00", None),
        (LONDON, "2026-10-25T01:30", "2026-10-25T00:30", None),
        (LONDON, "2026-10-25T02:00", "2026-10-25T02:00", None),
        (
            "America/New_York",
            "2026-03-08T02:30",
            "2026-03-08T07:30",
            Some("2026-03-08T03:30"),
        ),
        (
            "America/New_York",
            "2026-11-01T01:30",
            "2026-11-01T05:30",
            None,
        ),
        // Clocks that change by half an hour, and a day that there was not.
        (
            "Australia/Lord_Howe",
            "2026-10-04T02:10",
            "2026-10-03T15:40",
            Some("2026-10-04T02:40"),
        ),
        (
            "Pacific/Apia",
            "2011-12-30T19:30",
            "2011-12-31T05:30",
            Some("2011-12-31T19:30"),
        ),
    ];
    for (zone, wall, utc, moved) in rows {
        let at = to_utc(&Tz, zone, time(wall)).expect("a known zone");
        assert_eq!(at.utc, time(utc), "{zone} {wall}");
        assert_eq!(at.wall, time(moved.unwrap_or(wall)), "{zone} {wall}");
        assert_eq!(to_wall(&Tz, zone, at.utc), Some(at.wall));
        if zone == LONDON {
            assert_eq!(to_utc(&London, zone, time(wall)), Some(at));
        }
    }
    assert_eq!(to_utc(&Tz, "Mars/Olympus", time("2026-01-01T00:00")), None);
    for extreme in [NaiveDateTime::MIN, NaiveDateTime::MAX] {
        // No panic; there is no day before or after to look at.
        assert_eq!(to_utc(&London, LONDON, extreme), None);
    }
}

#[cfg(feature = "zones")]
#[test]
fn every_name_of_windows_is_a_zone_that_there_is() {
    use swansfeet_meetings::zone::Iana;
    for (name, zone) in [
        ("GMT Standard Time", "Europe/London"),
        ("Eastern Standard Time", "America/New_York"),
        ("India Standard Time", "Asia/Calcutta"),
        ("UTC-11", "Etc/GMT+11"),
        ("europe/warsaw", "Europe/Warsaw"),
        ("Tasmania Standard Time", "Australia/Hobart"),
    ] {
        assert_eq!(Iana::known(name), Some(zone), "{name}");
    }
    for name in Iana::windows() {
        assert!(Iana::known(name).is_some(), "{name}");
    }
    assert_eq!(Iana::known("Europe/Lodnon"), None);
}

#[test]
fn a_zone_that_neither_we_nor_the_page_know_has_londons_clocks() {
    let page = |zone: &str, _| (zone == "Europe/Paris").then_some(7200);
    let zones = LondonAnd(page);
    let (summer, winter) = (time("2026-07-01T12:00"), time("2026-12-01T12:00"));
    for (zone, offsets) in [
        (LONDON, [3600, 0]),
        ("Europe/Londn", [3600, 0]),
        ("UTC", [0, 0]),
        ("Europe/Paris", [7200, 7200]),
    ] {
        let told = [summer, winter].map(|at| zones.offset(zone, at));
        assert_eq!(told, offsets.map(Some), "{zone}");
    }
}

#[cfg(feature = "zones")]
mod after_the_tables {
    use super::*;
    use chrono::Weekday;
    use swansfeet_meetings::zone::{Iana, Steady};

    #[test]
    fn london_is_london_by_its_law_for_ever() {
        let mut at = first(2099);
        let steady = Steady::new(&Iana, LONDON);
        while at.year() < 2400 {
            let law = London.offset(LONDON, at);
            assert_eq!(Iana.offset(LONDON, at), law, "{at}");
            assert_eq!(steady.offset(LONDON, at), law, "{at}");
            // Clocks change in the last week of a month that has 31 days.
            let is_near = matches!(at.month(), 3 | 10) && at.day() > 23;
            at += TimeDelta::hours(if is_near { 1 } else { 24 });
        }
    }

    /// The nth Sunday of a month.
    fn sunday(year: i32, month: u32, nth: u8) -> NaiveDate {
        NaiveDate::from_weekday_of_month_opt(year, month, Weekday::Sun, nth).expect("a Sunday")
    }

    #[test]
    fn other_zones_keep_their_last_rules() {
        let hour = TimeDelta::hours(1);
        let at = |day: NaiveDate, hour| day.and_hms_opt(hour, 0, 0).expect("a time");
        for year in 2090..2400 {
            // Summer from the second Sunday in March at two to the first in November at two.
            let (from, to) = (at(sunday(year, 3, 2), 7), at(sunday(year, 11, 1), 6));
            let york = |at| Iana.offset("America/New_York", at);
            assert_eq!(york(from - hour), Some(-5 * 3600), "{year}");
            assert_eq!(york(from), Some(-4 * 3600), "{year}");
            assert_eq!(york(to - hour), Some(-4 * 3600), "{year}");
            assert_eq!(york(to), Some(-5 * 3600), "{year}");
            // Summer from the first Sunday in October at two to the first in April at three.
            let (to, from) = (at(sunday(year, 4, 1), 0), at(sunday(year, 10, 1), 0));
            let sydney = |at| Iana.offset("Australia/Sydney", at - hour * 8);
            assert_eq!(sydney(to - hour), Some(11 * 3600), "{year}");
            assert_eq!(sydney(to), Some(10 * 3600), "{year}");
            assert_eq!(sydney(from - hour), Some(10 * 3600), "{year}");
            assert_eq!(sydney(from), Some(11 * 3600), "{year}");
            let midnight = first(year);
            for off in [-1, 0, 1, 24] {
                assert_eq!(sydney(midnight + hour * off), Some(11 * 3600), "{year}");
            }
        }
    }

    #[test]
    fn a_zone_without_a_summer_gets_none() {
        let mut at = first(2100);
        while at.year() < 2200 {
            for (zone, hours) in [
                ("Africa/Casablanca", 1),
                ("Asia/Tokyo", 9),
                ("Etc/GMT+3", -3),
                ("UTC", 0),
            ] {
                assert_eq!(Iana.offset(zone, at), Some(hours * 3600), "{zone} {at}");
            }
            at += TimeDelta::days(5);
        }
    }
}
