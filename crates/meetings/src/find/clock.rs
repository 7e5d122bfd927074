//! The reader's clock, asked seldom: what a browser takes to tell an offset adds up over thousands
//! of dates.

use std::cell::RefCell;

use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime, NaiveTime};

use crate::fit::LONDON;
use crate::zone::Zones;

/// Remembers the offset at midnights, of the ends of weeks and, where it changes in one, of its days. On
/// a day on which it changes, it is asked for each time.
pub(super) struct Remembered<'a> {
    zones: &'a dyn Zones,
    /// In the order of days and zones.
    midnights: RefCell<Vec<(String, i32, Option<i32>)>>,
}

impl<'a> Remembered<'a> {
    pub(super) fn new(zones: &'a dyn Zones) -> Remembered<'a> {
        Remembered {
            zones,
            midnights: RefCell::new(Vec::new()),
        }
    }

    /// What a reader's clock shows then; London's where their zone is not known.
    pub(super) fn local(&self, zone: &str, utc: NaiveDateTime) -> NaiveDateTime {
        let seconds = self.offset(zone, utc).or_else(|| self.offset(LONDON, utc));
        let offset = Duration::seconds(i64::from(seconds.unwrap_or(0)));
        utc.checked_add_signed(offset).unwrap_or(utc)
    }

    /// The offset as a day begins in UTC, by its number; nothing where it is not known.
    fn midnight(&self, zone: &str, day: i32) -> Option<i32> {
        let ask = || {
            let date = NaiveDate::from_num_days_from_ce_opt(day)?;
            self.zones.offset(zone, date.and_time(NaiveTime::MIN))
        };
        let Ok(mut midnights) = self.midnights.try_borrow_mut() else {
            return ask();
        };
        let at = midnights.binary_search_by(|(name, known, _)| {
            known.cmp(&day).then_with(|| name.as_str().cmp(zone))
        });
        match at {
            Ok(at) => midnights[at].2,
            Err(at) => {
                let offset = ask();
                midnights.insert(at, (zone.to_owned(), day, offset));
                offset
            }
        }
    }

    /// The offset all through so many days, one of which that is; nothing where it changes.
    fn through(&self, zone: &str, day: i32, days: i32) -> Option<i32> {
        let first = day - day.rem_euclid(days);
        let offset = self.midnight(zone, first)?;
        (self.midnight(zone, first + days) == Some(offset)).then_some(offset)
    }
}

impl Zones for Remembered<'_> {
    fn offset(&self, zone: &str, utc: NaiveDateTime) -> Option<i32> {
        // These two are built in and tell faster than this remembers.
        if matches!(zone, LONDON | "UTC") {
            return self.zones.offset(zone, utc);
        }
        let day = utc.date().num_days_from_ce();
        // What changes within a week is not back before it ends: Ramadan, for which some clocks are put
        // back, is four.
        self.through(zone, day, 7)
            .or_else(|| self.through(zone, day, 1))
            .or_else(|| self.zones.offset(zone, utc))
    }
}

#[cfg(all(test, feature = "zones"))]
mod tests {
    use super::Remembered;
    use crate::zone::{Iana, Zones};
    use chrono::{Duration, NaiveDate};

    #[test]
    fn what_is_remembered_is_what_would_be_told() {
        let start = NaiveDate::from_ymd_opt(2010, 1, 1).and_then(|day| day.and_hms_opt(0, 30, 0));
        let start = start.expect("a time");
        // Among them clocks that are put back for Ramadan, by half an hour, and by a day.
        for zone in [
            "Africa/Cairo",
            "Africa/Casablanca",
            "America/New_York",
            "Asia/Gaza",
            "Asia/Manila",
            "Australia/Lord_Howe",
            "Europe/Berlin",
            "Europe/London",
            "Pacific/Apia",
            "UTC",
            "No/Where",
        ] {
            let remembered = Remembered::new(&Iana);
            for hours in (0..20 * 366 * 24).step_by(23) {
                let at = start + Duration::hours(hours);
                let told = Iana.offset(zone, at);
                assert_eq!(remembered.offset(zone, at), told, "{zone} {at}");
            }
        }
    }
}
