//! Days and months in words, and years that are not written.

use chrono::{Datelike, Days, NaiveDate};

use super::lex::among;
use crate::names::{MONTHS, WEEKDAYS};

/// A day of the week, from 0 for Monday.
pub(super) fn weekday(word: &str) -> Option<u16> {
    let one = word.strip_suffix('s').filter(|word| word.ends_with("day"));
    named(one.unwrap_or(word), &WEEKDAYS).or_else(|| {
        let at = among(word, "tues weds thur thurs")?;
        u16::try_from([1, 2, 3, 3][at]).ok()
    })
}

/// A word for several days of the week.
pub(super) fn weekdays(word: &str) -> Option<std::ops::Range<u16>> {
    let at = among(word, "weekdays weekday weekends weekend daily everyday")?;
    Some([0..5, 5..7, 0..7][at / 2].clone())
}

/// A month, from 1.
pub(super) fn month(word: &str) -> Option<u32> {
    let word = if word == "sept" { "sep" } else { word };
    Some(u32::from(named(word, &MONTHS)?) + 1)
}

/// Where a name, or its first three letters, stands in a list.
fn named(word: &str, list: &[&str]) -> Option<u16> {
    let named = |name: &&str| *name == word || word.len() == 3 && name.starts_with(word);
    u16::try_from(list.iter().position(named)?).ok()
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
