//! What the tests of recurrence share.
#![expect(
    dead_code,
    reason = "each test that includes this file is a crate of its own and uses some of it"
)]

pub(crate) mod random;

use chrono::{NaiveDate, NaiveDateTime, Offset, TimeZone};
use swansfeet_meetings::Schedule;
use swansfeet_meetings::recur::Rule;
use swansfeet_meetings::zone::Zones;

/// Every zone, from chrono-tz, without what `zone::Iana` adds.
pub(crate) struct Tz;

impl Zones for Tz {
    fn offset(&self, zone: &str, utc: NaiveDateTime) -> Option<i32> {
        let zone: chrono_tz::Tz = zone.parse().ok()?;
        Some(zone.offset_from_utc_datetime(&utc).fix().local_minus_utc())
    }
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("{text} is a day"))
}

/// `2026-03-03T19:30`, with or without seconds.
pub(crate) fn time(text: &str) -> NaiveDateTime {
    let short = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M");
    short
        .or_else(|_| text.parse())
        .unwrap_or_else(|_| panic!("{text} is a time"))
}

pub(crate) fn schedule(start: NaiveDateTime, rules: &[&str], zone: Option<&str>) -> Schedule {
    let mut schedule = Schedule::once(start, 60);
    schedule.zone = zone.map(str::to_owned);
    schedule.rules = rules
        .iter()
        .map(|rule| Rule::parse(rule).unwrap_or_else(|error| panic!("{rule}: {error}")))
        .collect();
    schedule
}
