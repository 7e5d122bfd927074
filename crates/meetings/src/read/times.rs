//! Times, days and dates as people and programs write them in feeds. Knows no zone and no clock.

use chrono::{Duration, NaiveDate, NaiveDateTime, NaiveTime};

/// Longer than this nothing lasts; a longer length is a slip.
pub(crate) const MOST_MINUTES: u32 = 31 * 24 * 60;

/// A year beyond these is a slip, and no feed's reader takes it.
pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// From when a weekly meeting runs where a feed does not say: the first Monday of 2024. It is fixed,
/// so that the dates of a meeting have the same names whenever the feed is read.
pub(crate) fn long_ago() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 1, 1).unwrap_or_default()
}

/// A time of day: `19:30`, `19:30:00`, `7.30pm`, `7.3pm`, `7 pm`, `1930`, `noon`.
pub(crate) fn clock(text: &str) -> Option<NaiveTime> {
    let lower = text.trim().to_ascii_lowercase();
    match lower.as_str() {
        "noon" | "midday" | "12 noon" => return NaiveTime::from_hms_opt(12, 0, 0),
        "midnight" | "12 midnight" | "24:00" | "24:00:00" => return Some(NaiveTime::MIN),
        _ => {}
    }
    let cut = |half: &str, short: &str| {
        let end = lower
            .strip_suffix(half)
            .or_else(|| lower.strip_suffix(short));
        end.map(|front| front.trim_end().to_owned())
    };
    let (figures, half) = if let Some(front) = cut("pm", "p.m.") {
        (front, Some(12))
    } else if let Some(front) = cut("am", "a.m.") {
        (front, Some(0))
    } else {
        (lower.clone(), None)
    };
    let (hour, minute, second) = figures_of(&figures, half.is_some())?;
    let hour = match half {
        Some(_) if hour == 0 || hour > 12 => return None,
        Some(add) => hour % 12 + add,
        None => hour,
    };
    NaiveTime::from_hms_opt(hour, minute, second)
}

fn figures_of(text: &str, alone: bool) -> Option<(u32, u32, u32)> {
    if let Some(sign) = text.find([':', '.']) {
        let mut parts = text[sign + 1..].split([':', '.']).map(str::trim);
        let (hour, minutes) = (number(text[..sign].trim(), 2)?, parts.next()?);
        // A spreadsheet takes 19.30 for a number, and writes 19.3.
        let is_cut = minutes.len() == 1 && text.as_bytes()[sign] == b'.';
        let minute = number(minutes, 2)? * if is_cut { 10 } else { 1 };
        // A fraction of a second is of no account.
        let second = parts.next().map_or(Some(0), |part| number(part, 2))?;
        return Some((hour, minute, second));
    }
    match text.len() {
        4 => Some((number(text.get(..2)?, 2)?, number(text.get(2..)?, 2)?, 0)),
        1 | 2 if alone => Some((number(text, 2)?, 0, 0)),
        _ => None,
    }
}

/// A figure of at most so many digits.
pub(crate) fn number(text: &str, most: usize) -> Option<u32> {
    if text.is_empty() || text.len() > most {
        return None;
    }
    let add = |number: u32, digit: u8| {
        let digit = char::from(digit).to_digit(10)?;
        number.checked_mul(10)?.checked_add(digit)
    };
    text.bytes().try_fold(0, add)
}

/// A date with a time.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stamp {
    /// What the text says.
    pub(crate) wall: NaiveDateTime,
    /// Seconds east of UTC, where the text says so; `Z` is 0.
    pub(crate) offset: Option<i32>,
    /// Only a date was there; the time is midnight.
    pub(crate) is_date: bool,
}

impl Stamp {
    /// In UTC, where the offset is known.
    pub(crate) fn utc(self) -> Option<NaiveDateTime> {
        let offset = Duration::seconds(i64::from(self.offset?));
        self.wall.checked_sub_signed(offset)
    }
}

/// `2026-03-03T19:30`, with seconds or without, with `Z` or `+01:00` or without, a space instead of
/// the T; or a date alone.
pub(crate) fn stamp(text: &str) -> Option<Stamp> {
    if let Some(wall) = plainest(text) {
        return Some(Stamp {
            wall,
            offset: None,
            is_date: false,
        });
    }
    let text = text.trim();
    let day = text.get(..10).and_then(iso_date)?;
    let rest = &text[10..];
    if rest.is_empty() {
        return Some(Stamp {
            wall: day.and_time(NaiveTime::MIN),
            offset: None,
            is_date: true,
        });
    }
    let time = rest.strip_prefix(['T', 't', ' '])?;
    let end = time.find(['Z', 'z', '+', '-']).unwrap_or(time.len());
    let (time, offset) = time.split_at(end);
    let time = time.split('.').next().unwrap_or_default().trim();
    let figures = || clock(time).filter(|_| time.contains(':'));
    Some(Stamp {
        wall: day.and_time(figures()?),
        offset: if offset.is_empty() {
            None
        } else {
            Some(offset_of(offset)?)
        },
        is_date: false,
    })
}

/// `2026-03-03T19:30`, as nearly all are written; anything else is left to the reader of all forms.
fn plainest(text: &str) -> Option<NaiveDateTime> {
    let &[_, _, _, _, _, _, _, _, _, _, b'T', _, _, b':', _, _] = text.as_bytes() else {
        return None;
    };
    let part = |range| text.get(range).and_then(|part| number(part, 2));
    let day = text.get(..10).and_then(iso_date)?;
    day.and_hms_opt(part(11..13)?, part(14..16)?, 0)
}

fn iso_date(text: &str) -> Option<NaiveDate> {
    let bytes = text.as_bytes();
    if bytes.get(4) != Some(&b'-') || bytes.get(7) != Some(&b'-') {
        return None;
    }
    let part = |range| text.get(range).and_then(|part| number(part, 4));
    let (year, month, day) = (part(0..4)?, part(5..7)?, part(8..10)?);
    day_of(year, month, day)
}

/// A day of a year that is no slip.
pub(crate) fn day_of(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    let year = i32::try_from(year)
        .ok()
        .filter(|year| YEARS.contains(year))?;
    NaiveDate::from_ymd_opt(year, month, day)
}

fn offset_of(text: &str) -> Option<i32> {
    if text.eq_ignore_ascii_case("z") {
        return Some(0);
    }
    let figures: String = text[1..].chars().filter(|c| *c != ':').collect();
    let (hours, minutes) = match figures.len() {
        2 => (number(&figures, 2)?, 0),
        4 => (number(figures.get(..2)?, 2)?, number(figures.get(2..)?, 2)?),
        _ => return None,
    };
    if hours > 15 || minutes > 59 {
        return None;
    }
    let seconds = i32::try_from(hours * 3600 + minutes * 60).ok()?;
    Some(if text.starts_with('-') {
        -seconds
    } else {
        seconds
    })
}

/// Whole minutes between two times on one clock; nothing where the second is not later, or by more
/// than [`MOST_MINUTES`].
pub(crate) fn minutes(start: NaiveDateTime, end: NaiveDateTime) -> Option<u32> {
    let minutes = u32::try_from((end - start).num_minutes()).ok()?;
    (1..=MOST_MINUTES).contains(&minutes).then_some(minutes)
}

/// Where only two times of day are said, longer than this is a slip: an end before the start would be
/// nearly a day. A night away is shorter.
const MOST_OF_A_DAY: u32 = 16 * 60;

/// How long from one time of day to the next time that it is the other; nothing where that is the same
/// time, or more than sixteen hours later.
pub(crate) fn minutes_until(start: NaiveTime, end: NaiveTime) -> Option<u32> {
    let minutes = (end - start).num_minutes().rem_euclid(24 * 60);
    let minutes = u32::try_from(minutes).ok()?;
    (1..=MOST_OF_A_DAY).contains(&minutes).then_some(minutes)
}
