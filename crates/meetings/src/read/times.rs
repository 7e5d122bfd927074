//! Times, days and dates as people and programs write them in feeds. Knows no zone and no clock.

use chrono::{Duration, NaiveDate, NaiveDateTime, NaiveTime};

/// Longer than this nothing lasts; a longer length is a slip.
pub(crate) const MOST_MINUTES: u32 = 31 * 24 * 60;

/// Days of the week: bit 0 is Monday.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Days(pub(crate) u8);

const CODES: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const NAMES: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];
const MONTHS: [&str; 12] = [
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

impl Days {
    /// One day, 0 is Monday.
    pub(crate) fn one(day: u32) -> Days {
        Days(1 << (day % 7))
    }

    pub(crate) fn with(self, other: Days) -> Days {
        Days(self.0 | other.0)
    }

    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// `FREQ=WEEKLY;BYDAY=TU,TH`.
    pub(crate) fn weekly(self) -> String {
        let mut rule = String::from("FREQ=WEEKLY;BYDAY=");
        let days = (0..7).filter(|day| self.0 & 1 << day != 0);
        for (at, day) in days.enumerate() {
            if at > 0 {
                rule.push(',');
            }
            rule.push_str(CODES[day]);
        }
        rule
    }

    /// The first of them from a Monday on.
    pub(crate) fn first_from(self, monday: NaiveDate) -> NaiveDate {
        monday + Duration::days(i64::from(self.0.trailing_zeros() % 8))
    }
}

/// From when a weekly meeting runs where a feed does not say: the first Monday of 2024. It is fixed,
/// so that the dates of a meeting have the same names whenever the feed is read.
pub(crate) fn long_ago() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 1, 1).unwrap_or_default()
}

/// Days by name: `Tue`, `Mondays and Thursdays`, `Mon-Fri`, `weekdays`, `daily`. Nothing where any
/// other word is among them.
pub(crate) fn days(text: &str) -> Option<Days> {
    let text = text.trim().to_lowercase();
    match text.as_str() {
        "daily" | "every day" | "everyday" | "all" | "all days" => return Some(Days(0x7f)),
        "weekday" | "weekdays" => return Some(Days(0x1f)),
        "weekend" | "weekends" => return Some(Days(0x60)),
        _ => {}
    }
    let mut found = Days::default();
    let (mut last, mut through) = (None, false);
    let mut word = String::new();
    for c in text.chars().chain([' ']) {
        if c.is_alphabetic() {
            word.push(c);
            continue;
        }
        if !word.is_empty() {
            match (day(&word), word.as_str()) {
                (Some(day), _) => {
                    let from = if through { last.unwrap_or(day) } else { day };
                    let count = (day + 7 - from) % 7;
                    for step in 0..=count {
                        found = found.with(Days::one(from + step));
                    }
                    (last, through) = (Some(day), false);
                }
                (None, "to" | "till" | "until" | "through") => through = true,
                (None, "and" | "every" | "on" | "each" | "weekly") => {}
                (None, _) => return None,
            }
            word.clear();
        }
        match c {
            '-' | '–' => through = true,
            c if c.is_whitespace() || matches!(c, ',' | ';' | '/' | '&' | '+' | '.') => {}
            _ => return None,
        }
    }
    (!found.is_empty()).then_some(found)
}

/// 0 is Monday. Whole names, their plurals, and what they are cut to.
pub(crate) fn day(word: &str) -> Option<u32> {
    let word = word
        .strip_suffix('s')
        .filter(|w| w.len() > 3)
        .unwrap_or(word);
    if word.len() < 2 {
        return None;
    }
    let place = NAMES.iter().position(|name| name.starts_with(word))?;
    u32::try_from(place).ok()
}

/// A time of day: `19:30`, `19:30:00`, `7.30pm`, `7 pm`, `1930`, `noon`.
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
    if text.contains([':', '.']) {
        let mut parts = text.split([':', '.']).map(|part| number(part.trim(), 2));
        let (hour, minute) = (parts.next()??, parts.next()??);
        // A fraction of a second is of no account.
        let second = parts.next().map_or(Some(0), |part| part)?;
        return Some((hour, minute, second));
    }
    match text.len() {
        4 => Some((number(&text[..2], 2)?, number(&text[2..], 2)?, 0)),
        1 | 2 if alone => Some((number(text, 2)?, 0, 0)),
        _ => None,
    }
}

/// A figure of at most so many digits.
pub(crate) fn number(text: &str, most: usize) -> Option<u32> {
    if text.is_empty() || text.len() > most || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

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
    if !(1900..=2200).contains(&year) {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

fn month_of(word: &str) -> Option<u32> {
    if word.len() < 3 {
        return None;
    }
    let word = if word == "sept" { "sep" } else { word };
    let place = MONTHS.iter().position(|name| name.starts_with(word))?;
    u32::try_from(place + 1).ok()
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

fn iso_date(text: &str) -> Option<NaiveDate> {
    let bytes = text.as_bytes();
    if bytes.get(4) != Some(&b'-') || bytes.get(7) != Some(&b'-') {
        return None;
    }
    let part = |range| text.get(range).and_then(|part| number(part, 4));
    let (year, month, day) = (part(0..4)?, part(5..7)?, part(8..10)?);
    if !(1900..=2200).contains(&year) {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
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

/// How long from one time of day to the next time that it is the other; the same time is nothing.
pub(crate) fn minutes_until(start: NaiveTime, end: NaiveTime) -> Option<u32> {
    let minutes = (end - start).num_minutes().rem_euclid(24 * 60);
    u32::try_from(minutes).ok().filter(|minutes| *minutes > 0)
}

/// A time span in one text: `7.30pm - 9pm`, `7-9pm`, `19:30 to 21:00`, `7.30pm`.
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
    // "7-9pm": the half of the day stands once.
    let start = clock(start)
        .filter(|_| start.contains(['m', ':', 'n']))
        .or_else(|| {
            let half = if end.trim_end().ends_with('m') {
                end.trim_end()
                    .trim_end_matches('.')
                    .get(end.trim_end().len().checked_sub(2)?..)?
            } else {
                ""
            };
            clock(&[start.trim(), half].concat())
        })?;
    Some((start, Some(finish)))
}
