//! The clocks of the United Kingdom, from its law.
//!
//! Summer Time Act 1972 (c. 6), section 1, as amended by the Summer Time Order 2002 (S.I. 2002/262):
//! one hour in advance of Greenwich mean time from one o'clock, Greenwich mean time, in the morning
//! of the last Sunday in March until that hour on the last Sunday in October. The Summer Time Orders
//! 1994 and 1997 set the same days from 1996 on. Before 1996 this is less exact: the same days are
//! taken, where the end was a week off in some years.

use chrono::{Datelike, NaiveDateTime, Timelike};

use super::Zones;

/// Knows London and UTC under all their names, and no other zone. The Isle of Man, Jersey and
/// Guernsey have laws of their own that set the same clocks.
#[derive(Copy, Clone, Debug, Default)]
pub struct London;

impl Zones for London {
    fn offset(&self, zone: &str, utc: NaiveDateTime) -> Option<i32> {
        match zone {
            "Europe/London" => Some(summer(utc)),
            "UTC" => Some(0),
            _ => match super::canonical(zone)? {
                "Europe/London" => Some(summer(utc)),
                "UTC" => Some(0),
                _ => None,
            },
        }
    }
}

/// London by its law, and every other zone as this function tells it, by a browser's own tables, say: of
/// a zone's name and an instant in seconds since 1970, seconds east of UTC; nothing where it is not known.
/// Then it is London's: a slip in its name is likelier than a zone that no browser knows.
#[derive(Copy, Clone, Debug)]
pub struct LondonAnd(pub fn(&str, i64) -> Option<i32>);

impl Zones for LondonAnd {
    fn offset(&self, zone: &str, utc: NaiveDateTime) -> Option<i32> {
        London
            .offset(zone, utc)
            .or_else(|| self.0(zone, utc.and_utc().timestamp()))
            .or_else(|| Some(summer(utc)))
    }
}

/// Seconds in advance of Greenwich mean time.
fn summer(utc: NaiveDateTime) -> i32 {
    let is_summer = match utc.month() {
        4..=9 => true,
        3 => after_the_change(utc),
        10 => !after_the_change(utc),
        _ => false,
    };
    if is_summer { 3600 } else { 0 }
}

/// Whether it is one o'clock on the last Sunday of this month, which has 31 days, or later.
fn after_the_change(utc: NaiveDateTime) -> bool {
    let (day, weekday) = (utc.day(), utc.weekday().num_days_from_sunday());
    // The last Sunday is one of the last seven days; the last one that was, counted from here:
    match (day.checked_sub(weekday), weekday) {
        (Some(sunday), 0) if sunday >= 25 => utc.hour() >= 1,
        (Some(sunday), _) => sunday >= 25,
        (None, _) => false,
    }
}
