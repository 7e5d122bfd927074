//! Days and months in words, and years that are not written.

use chrono::{Datelike, Days, NaiveDate};

/// A day of the week, from 0 for Monday.
pub(super) fn weekday(word: &str) -> Option<u16> {
    let names = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    let word = word
        .strip_suffix('s')
        .filter(|word| word.ends_with("day"))
        .unwrap_or(word);
    let short = match word {
        "tues" => "tue",
        "weds" | "wednes" => "wed",
        "thur" | "thurs" => "thu",
        _ if word.len() == 3 || word.ends_with("day") => word,
        _ => return None,
    };
    let at = names.iter().position(|name| name.starts_with(short))?;
    u16::try_from(at).ok()
}

/// A word for several days of the week.
pub(super) fn weekdays(word: &str) -> Option<std::ops::Range<u16>> {
    match word {
        "weekdays" | "weekday" => Some(0..5),
        "weekends" | "weekend" => Some(5..7),
        "daily" | "everyday" => Some(0..7),
        _ => None,
    }
}

/// A month, from 1.
pub(super) fn month(word: &str) -> Option<u32> {
    let names = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = if word == "sept" { "sep" } else { word };
    let at = (names.iter())
        .position(|name| *name == word || word.len() == 3 && name.starts_with(word))?;
    u32::try_from(at + 1).ok()
}

/// A date without a year: of those that are no more than half a year ago, the one on the weekday that
/// is named; if none is, the first that is no more than two months ago.
pub(super) fn nearest(
    day: u32,
    month: u32,
    weekday: Option<u16>,
    today: NaiveDate,
) -> Option<NaiveDate> {
    let ago = |days| today.checked_sub_days(Days::new(days));
    let (long, short) = (ago(183)?, ago(61)?);
    // 29 February is not in every year, or in every fourth.
    let years = (-1..9).filter_map(|plus| NaiveDate::from_ymd_opt(today.year() + plus, month, day));
    let named = weekday.and_then(|named| {
        let mut near = years.clone().take(3).filter(|date| *date >= long);
        near.find(|date| is_on(*date, named))
    });
    named.or_else(|| years.clone().find(|date| *date >= short))
}

/// Whether a date is on that day of the week.
pub(super) fn is_on(date: NaiveDate, weekday: u16) -> bool {
    date.weekday().num_days_from_monday() == u32::from(weekday)
}

/// The Monday of a date's week.
pub(super) fn monday(date: NaiveDate) -> NaiveDate {
    let past = date.weekday().num_days_from_monday();
    date.checked_sub_days(Days::new(u64::from(past)))
        .unwrap_or(date)
}
