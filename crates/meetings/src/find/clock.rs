//! The reader's clock, asked seldom: what a browser takes to tell an offset adds up over thousands
//! of dates.

use std::cell::RefCell;

use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime};

use crate::fit::LONDON;
use crate::zone::Zones;

/// Remembers the offsets of whole days. A day on which clocks change is asked for each time.
pub(super) struct Remembered<'a> {
    zones: &'a dyn Zones,
    /// In the order of zones and days.
    days: RefCell<Vec<(String, i32, Option<i32>)>>,
}

impl<'a> Remembered<'a> {
    pub(super) fn new(zones: &'a dyn Zones) -> Remembered<'a> {
        Remembered {
            zones,
            days: RefCell::new(Vec::new()),
        }
    }

    /// What a reader's clock shows then; London's where their zone is not known.
    pub(super) fn local(&self, zone: &str, utc: NaiveDateTime) -> NaiveDateTime {
        let seconds = self.offset(zone, utc).or_else(|| self.offset(LONDON, utc));
        let offset = Duration::seconds(i64::from(seconds.unwrap_or(0)));
        utc.checked_add_signed(offset).unwrap_or(utc)
    }
}

impl Zones for Remembered<'_> {
    fn offset(&self, zone: &str, utc: NaiveDateTime) -> Option<i32> {
        // London is built in and tells faster than this remembers.
        if zone == LONDON {
            return self.zones.offset(zone, utc);
        }
        let date = utc.date();
        let day = date.num_days_from_ce();
        let Ok(mut days) = self.days.try_borrow_mut() else {
            return self.zones.offset(zone, utc);
        };
        let at = days.binary_search_by(|(name, known, _)| {
            name.as_str().cmp(zone).then_with(|| known.cmp(&day))
        });
        let known = match at {
            Ok(at) => days[at].2,
            Err(at) => {
                let same = self.whole_day(zone, date);
                days.insert(at, (zone.to_owned(), day, same));
                same
            }
        };
        known.or_else(|| self.zones.offset(zone, utc))
    }
}

impl Remembered<'_> {
    /// The offset of a whole day; nothing where it changes, or is not known.
    fn whole_day(&self, zone: &str, date: NaiveDate) -> Option<i32> {
        let midnight = date.and_time(chrono::NaiveTime::MIN);
        let offset = self.zones.offset(zone, midnight)?;
        let next = midnight.checked_add_signed(Duration::days(1))?;
        (self.zones.offset(zone, next)? == offset).then_some(offset)
    }
}
