//! Dates and spans of time as people write them in a table.

use chrono::{NaiveDate, NaiveTime};

use crate::names::MONTHS;
use crate::read::days::day;
use crate::read::times::{clock, day_of, number};

/// A date: `2026-03-03`, `3/3/2026` as in Britain, `3 March 2026`, `Tue 3rd Mar 26`.
pub(crate) fn date(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    if text.len() > 40 {
        return None;
    }
    let mut figures = [0_u32; 3];
    let (mut count, mut month) = (0, None);
    let mut long = [false; 3];
    for word in text.split(|c: char| c.is_whitespace() || matches!(c, '-' | '/' | '.' | ',')) {
        let lower = word.to_ascii_lowercase();
        let bare = ["st", "nd", "rd", "th"]
            .iter()
            .find_map(|end| lower.strip_suffix(end))
            .unwrap_or(&lower);
        if lower.is_empty() || lower == "of" {
        } else if let Some(n) = number(bare, 4) {
            *figures.get_mut(count)? = n;
            long[count] = bare.len() == 4;
            count += 1;
        } else if let Some(at) = month_of(&lower) {
            if month.replace(at).is_some() {
                return None;
            }
        } else if day(&lower).is_none() {
            return None;
        }
    }
    let century = |year: u32, long: bool| if long { year } else { year + 2000 };
    let (year, month, day) = match (count, month) {
        (2, Some(month)) if long[0] => (figures[0], month, figures[1]),
        (2, Some(month)) => (century(figures[1], long[1]), month, figures[0]),
        (3, None) if long[0] => (figures[0], figures[1], figures[2]),
        (3, None) => (century(figures[2], long[2]), figures[1], figures[0]),
        _ => return None,
    };
    day_of(year, month, day)
}

fn month_of(word: &str) -> Option<u32> {
    if word.len() < 3 {
        return None;
    }
    let word = if word == "sept" { "sep" } else { word };
    let place = MONTHS.iter().position(|name| name.starts_with(word))?;
    u32::try_from(place + 1).ok()
}

/// A time span in one text: `7.30pm - 9pm`, `7-9pm`, `11-1pm`, `19:30 to 21:00`, `7.30pm`.
pub(crate) fn span(text: &str) -> Option<(NaiveTime, Option<NaiveTime>)> {
    if let Some(start) = clock(text) {
        return Some((start, None));
    }
    let lower = text.to_lowercase();
    let (start, end) = lower
        .split_once(['-', '–', '—'])
        .or_else(|| lower.split_once(" to "))
        .or_else(|| lower.split_once(" until "))?;
    let finish = clock(end)?;
    Some((beginning(start.trim(), end.trim(), finish)?, Some(finish)))
}

/// When a span starts. Where the half of the day stands once, at the end, it is meant for the start
/// as well, or the span goes over noon or midnight: what is shortest is meant.
fn beginning(start: &str, end: &str, finish: NaiveTime) -> Option<NaiveTime> {
    let as_written = clock(start);
    let has_half = |text: &str| text.contains('m') || text.ends_with("noon");
    // From 13 on, or with a nought before it, an hour is one of 24; `clock` takes no half with the former.
    if has_half(start) || start.starts_with('0') || !has_half(end) {
        return as_written;
    }
    let halves = ["am", "pm"].map(|half| clock(&[start, half].concat()));
    let starts = [as_written].into_iter().chain(halves).flatten();
    // The same time twice would be a day.
    starts.min_by_key(
        |start| match (finish - *start).num_minutes().rem_euclid(24 * 60) {
            0 => 24 * 60,
            length => length,
        },
    )
}
