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

/// A date without a year: the one on the weekday that is named, if any of the nearest three is;
/// otherwise the first that is no more than two months ago.
pub(super) fn nearest(
    day: u32,
    month: u32,
    weekday: Option<u16>,
    today: NaiveDate,
) -> Option<NaiveDate> {
    let lately = today.checked_sub_days(Days::new(61))?;
    let in_year = |plus: i32| NaiveDate::from_ymd_opt(today.year() + plus, month, day);
    let years = [in_year(0), in_year(1), in_year(-1)];
    let known = years.into_iter().flatten();
    let on_it = |date: &NaiveDate| weekday.is_some_and(|named| is_on(*date, named));
    (known.clone().filter(|date| *date >= lately))
        .find(on_it)
        .or_else(|| known.clone().find(on_it))
        .or_else(|| known.clone().find(|date| *date >= lately))
        // 29 February, which the nearest years may not have.
        .or_else(|| (2..8).find_map(in_year))
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
