//! A date, day first as in Britain. Knows no calendar of holidays and no clock: today is given.

use chrono::{Datelike, NaiveDate};

use super::{InputError, Refused, chars::Plain, unit::is_in};

/// A date, from "6/4/2026", "06.04.26", "6 April 2026", "6 Ebrill 2026", "2026-04-06".
/// `today` decides the century of a year in two digits.
///
/// # Errors
///
/// [`InputError::NotADate`] if no day, month and year can be made out, [`InputError::NoSuchDay`]
/// if the calendar has no such day; "04/25/2026" is no such day, because the month comes second.
pub fn date(typed: &str, today: NaiveDate) -> Result<NaiveDate, InputError> {
    Ok(in_one(typed, today)?)
}

fn in_one(typed: &str, today: NaiveDate) -> Result<NaiveDate, Refused> {
    let mut text = Plain::EMPTY;
    text.read(typed)?;
    let mut parts: [&[u8]; 3] = [b""; 3];
    let mut count = 0;
    for part in text.some_text()?.split(|byte| b" /.-,".contains(byte)) {
        if !part.is_empty() {
            *parts.get_mut(count).ok_or(Refused::NotADate)? = part;
            count += 1;
        }
    }
    let [first, second, third] = parts;
    if count < 3 {
        Err(Refused::NotADate)
    } else if first.len() == 4 && small_number(first).is_some() {
        // The year first is how computers write it.
        from_parts(third, second, first, today)
    } else {
        from_parts(first, second, third, today)
    }
}

/// A date from three fields; the month as a number or a name.
///
/// # Errors
///
/// As [`date`]; [`InputError::Empty`] if nothing was typed in any field.
pub fn date_of(
    day: &str,
    month: &str,
    year: &str,
    today: NaiveDate,
) -> Result<NaiveDate, InputError> {
    let mut parts = [Plain::EMPTY; 3];
    for (part, typed) in parts.iter_mut().zip([day, month, year]) {
        part.read(typed)?;
    }
    match parts.each_ref().map(Plain::text) {
        [[], [], []] => Err(InputError::Empty),
        [day, month, year] => Ok(from_parts(day, month, year, today)?),
    }
}

fn from_parts(
    day: &[u8],
    month: &[u8],
    year: &[u8],
    today: NaiveDate,
) -> Result<NaiveDate, Refused> {
    let (Some(day), Some(month), Some(year)) =
        (day_number(day), month_number(month), full_year(year, today))
    else {
        return Err(Refused::NotADate);
    };
    NaiveDate::from_ymd_opt(year, month, day).ok_or(Refused::NoSuchDay)
}

/// "6th", "21st"; in Welsh "1af", "6ed", "7fed", "11eg", "18fed", "2il", "3ydd".
fn day_number(day: &[u8]) -> Option<u32> {
    const ENDS: &[u8] = b"st nd rd th af ail il ydd fed ed eg ain";
    let digits = match day {
        [b'0'..=b'9', b'0'..=b'9', ..] => 2,
        _ => day.len().min(1),
    };
    let (number, end) = day.split_at(digits);
    (end.is_empty() || is_in(end, ENDS))
        .then(|| small_number(number))
        .flatten()
}

/// The start of each month's name, as far as it tells it from the others, English then Welsh. The
/// rest of a typed word is not looked at: "sept" and "septembr" are what people type.
const MONTHS: &[u8] = b"janfebmaraprmayjunjulaugsepoctnovdecionchwmawebrmaimehgorawsmedhydtacrha";

fn month_number(typed: &[u8]) -> Option<u32> {
    if let [_] | [_, _] = typed {
        return small_number(typed);
    }
    if !typed.iter().all(u8::is_ascii_lowercase) {
        return None;
    }
    let at = MONTHS
        .chunks_exact(3)
        .position(|start| typed.starts_with(start))?;
    Some(at as u32 % 12 + 1)
}

/// Two digits mean the latest such year that is at most one ahead: on a form of 2026 "27" is next
/// year, "62" is when somebody was born.
fn full_year(typed: &[u8], today: NaiveDate) -> Option<i32> {
    let year = small_number(typed)?;
    match typed.len() {
        4 => Some(year as i32),
        2 => {
            let latest = today.year() + 1;
            // How far back from the latest: 0 to 99 years.
            Some(latest - (latest - year as i32).rem_euclid(100))
        }
        _ => None,
    }
}

/// One to four digits.
fn small_number(text: &[u8]) -> Option<u32> {
    let fits = (1..=4).contains(&text.len()) && text.iter().all(u8::is_ascii_digit);
    fits.then(|| {
        text.iter()
            .fold(0, |number, byte| number * 10 + u32::from(byte - b'0'))
    })
}
