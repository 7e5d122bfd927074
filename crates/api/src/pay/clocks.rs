//! How long a stretch was that is told by the clock on the wall, also in the nights when clocks
//! change. Knows no other country's clocks.

use chrono::{Datelike, Days, NaiveDate, NaiveTime};
use swansfeet_pay::{Hours, clocks::last_sunday};

const HOUR: i64 = 60 * 60;
const DAY: i64 = 24 * HOUR;

/// From one time to the next, over midnight where the end is not after the start.
///
/// With the day on which it started, the hour between one and two o'clock that clocks skip in
/// spring is not counted, and the one that they repeat in autumn is counted twice, if all of it is
/// within (Summer Time Act 1972, section 1). Of a stretch that starts or ends within that hour
/// nobody can tell which of the two was meant; it is as long as the clock says.
pub(super) fn length(date: Option<NaiveDate>, start: NaiveTime, end: NaiveTime) -> Hours {
    let start = since_midnight(start);
    let mut end = since_midnight(end);
    if end <= start {
        end += DAY;
    }
    let changed: i64 = (0..=1_u8)
        .map(|later| {
            let hour = i64::from(later) * DAY + HOUR;
            let is_within = start <= hour && hour + HOUR <= end;
            let day = date.and_then(|date| date.checked_add_days(Days::new(later.into())));
            match day {
                Some(day) if is_within => longer(day),
                _ => 0,
            }
        })
        .sum();
    Hours::from_seconds(u32::try_from(end - start + changed).unwrap_or_default())
}

/// By how many seconds a day is longer than others: clocks go forward on the last Sunday of March,
/// and back on the last Sunday of October.
fn longer(day: NaiveDate) -> i64 {
    let is_last_sunday_of = |month| last_sunday(day.year(), month) == Some(day);
    if is_last_sunday_of(3) {
        -HOUR
    } else if is_last_sunday_of(10) {
        HOUR
    } else {
        0
    }
}

fn since_midnight(time: NaiveTime) -> i64 {
    time.signed_duration_since(NaiveTime::MIN).num_seconds()
}
