//! A date, day first as in Britain. Knows no calendar of holidays and no clock: today is given.

use chrono::{Datelike, NaiveDate};

use super::{InputError, chars};

/// A date, from "6/4/2026", "06.04.26", "6 April 2026", "6 Ebrill 2026", "2026-04-06".
/// `today` decides the century of a year in two digits.
///
/// # Errors
///
/// [`InputError::NotADate`] if no day, month and year can be made out, [`InputError::NoSuchDay`]
/// if the calendar has no such day; "04/25/2026" is no such day, because the month comes second.
pub fn date(typed: &str, today: NaiveDate) -> Result<NaiveDate, InputError> {
    let text = chars::plain(typed)?;
    let mut parts = [""; 3];
    let mut count = 0;
    for part in text
        .split([' ', '/', '.', '-', ','])
        .filter(|part| !part.is_empty())
    {
        *parts.get_mut(count).ok_or(InputError::NotADate)? = part;
        count += 1;
    }
    let [first, second, third] = parts;
    match count {
        // The year first is how computers write it.
        3 if small_number(first, 4).is_some() && first.len() == 4 => {
            date_of(third, second, first, today)
        }
        3 => date_of(first, second, third, today),
        _ => Err(InputError::NotADate),
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
    let part = |typed: &str| match chars::plain(typed) {
        Err(InputError::Empty) => Ok(String::new()),
        other => other,
    };
    let (day, month, year) = (part(day)?, part(month)?, part(year)?);
    if day.is_empty() && month.is_empty() && year.is_empty() {
        return Err(InputError::Empty);
    }
    let day = small_number(without_ordinal(&day), 2).ok_or(InputError::NotADate)?;
    let month = month_number(&month).ok_or(InputError::NotADate)?;
    let year = full_year(&year, today).ok_or(InputError::NotADate)?;
    NaiveDate::from_ymd_opt(year, month, day).ok_or(InputError::NoSuchDay)
}

/// "6th", "21st"; in Welsh "1af", "6ed", "7fed", "11eg", "18fed", "2il", "3ydd".
fn without_ordinal(day: &str) -> &str {
    [
        "st", "nd", "rd", "th", "af", "ail", "il", "ydd", "fed", "ed", "eg", "ain",
    ]
    .iter()
    .find_map(|end| day.strip_suffix(end))
    .unwrap_or(day)
}

/// The start of each month's name, as far as it tells it from the others, English then Welsh. The
/// rest of a typed word is not looked at: "sept" and "septembr" are what people type.
const MONTHS: [(&str, u32); 24] = [
    ("jan", 1),
    ("feb", 2),
    ("mar", 3),
    ("apr", 4),
    ("may", 5),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
    ("ion", 1),
    ("chw", 2),
    ("maw", 3),
    ("ebr", 4),
    ("mai", 5),
    ("meh", 6),
    ("gor", 7),
    ("aws", 8),
    ("med", 9),
    ("hyd", 10),
    ("tac", 11),
    ("rha", 12),
];

fn month_number(typed: &str) -> Option<u32> {
    if let Some(number) = small_number(typed, 2) {
        return Some(number);
    }
    if !typed.bytes().all(|b| b.is_ascii_alphabetic()) {
        return None;
    }
    MONTHS
        .iter()
        .find(|(start, _)| typed.starts_with(start))
        .map(|(_, month)| *month)
}

/// Two digits mean the latest such year that is at most one ahead: on a form of 2026 "27" is next
/// year, "62" is when somebody was born.
fn full_year(typed: &str, today: NaiveDate) -> Option<i32> {
    let year = i32::try_from(small_number(typed, 4)?).ok()?;
    match typed.len() {
        4 => Some(year),
        2 => {
            let latest = today.year() + 1;
            let century = latest - latest.rem_euclid(100);
            let this = century + year;
            Some(if this > latest { this - 100 } else { this })
        }
        _ => None,
    }
}

fn small_number(text: &str, most_digits: usize) -> Option<u32> {
    let right = (1..=most_digits).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    right.then(|| text.parse().ok()).flatten()
}
