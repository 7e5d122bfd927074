//! When the clocks of the United Kingdom change (Summer Time Act 1972, section 1). Knows no time of day.

use chrono::{Datelike, Days, NaiveDate};

/// The last Sunday of a month of 31 days: clocks go forward on that of March, and back on that of
/// October.
#[must_use]
pub fn last_sunday(year: i32, month: u32) -> Option<NaiveDate> {
    let last = NaiveDate::from_ymd_opt(year, month, 31)?;
    let since_sunday = last.weekday().num_days_from_sunday();
    last.checked_sub_days(Days::new(since_sunday.into()))
}
