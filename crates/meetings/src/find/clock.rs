//! The reader's clock, asked seldom: what a browser takes to tell an offset adds up over thousands
//! of dates.

use std::cell::RefCell;

use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime};

use crate::fit::LONDON;
use crate::zone::Zones;

/// Remembers the offset at midnights. On a day on which it changes, it is asked for each time.
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

    /// The offset as a day begins in UTC; nothing where it is not known.
    fn midnight(&self, zone: &str, date: NaiveDate) -> Option<i32> {
        let ask = || {
            self.zones
                .offset(zone, date.and_time(chrono::NaiveTime::MIN))
        };
        let day = date.num_days_from_ce();
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
}

impl Zones for Remembered<'_> {
    fn offset(&self, zone: &str, utc: NaiveDateTime) -> Option<i32> {
        // London is built in and tells faster than this remembers.
        if zone == LONDON {
            return self.zones.offset(zone, utc);
        }
        let date = utc.date();
        let next = date.succ_opt().and_then(|next| self.midnight(zone, next));
        self.midnight(zone, date)
            .filter(|offset| next == Some(*offset))
            .or_else(|| self.zones.offset(zone, utc))
    }
}
