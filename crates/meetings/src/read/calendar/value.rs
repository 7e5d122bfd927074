//! Values of a calendar file: times, lengths. Forgives what programs get wrong.

use chrono::{NaiveDateTime, NaiveTime};

use crate::read::times;

/// A time as a calendar file has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct When {
    /// What it says.
    pub(super) wall: NaiveDateTime,
    /// On which clock.
    pub(super) clock: Clock,
    /// Only a date: the whole day.
    pub(super) is_date: bool,
}

/// Whose clock a time is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Clock {
    /// Everybody's own.
    Floating,
    /// UTC.
    Utc,
    /// A zone's, by its IANA name.
    Zone(String),
}

/// `20260303T193000Z`, `20260303T1930`, `20260303`, and the same with hyphens and colons: the time,
/// whether it is UTC, whether it is a date alone.
pub(super) fn moment(text: &str) -> Option<(NaiveDateTime, bool, bool)> {
    let text = text.trim();
    if text.len() > 40 {
        return None;
    }
    let plain: String = text.chars().filter(|c| !matches!(c, '-' | ':')).collect();
    let (plain, utc) = match plain.strip_suffix(['Z', 'z']) {
        Some(front) => (front, true),
        None => (plain.as_str(), false),
    };
    let (day, time) = match plain.split_once(['T', 't', ' ']) {
        Some((day, time)) => (day, Some(time)),
        None => (plain, None),
    };
    if day.len() != 8 {
        return None;
    }
    let part = |range| day.get(range).and_then(|part| times::number(part, 4));
    let (year, month, day) = (part(0..4)?, part(4..6)?, part(6..8)?);
    let day = times::day_of(year, month, day)?;
    let Some(time) = time else {
        return Some((day.and_time(NaiveTime::MIN), false, true));
    };
    let time = time.split('.').next().unwrap_or_default();
    let part = |range| time.get(range).and_then(|part| times::number(part, 2));
    let (hour, minute) = (part(0..2)?, part(2..4)?);
    let second = if time.len() == 6 {
        part(4..6)?.min(59)
    } else {
        0
    };
    if !matches!(time.len(), 4 | 6) {
        return None;
    }
    // Midnight at the end of a day, as some write it.
    if (hour, minute, second) == (24, 0, 0) {
        return Some((day.succ_opt()?.and_time(NaiveTime::MIN), utc, false));
    }
    Some((day.and_hms_opt(hour, minute, second)?, utc, false))
}

/// Whole minutes of `PT1H30M`, `P1D`, `P1W`; nothing for a length before the start, or none at all.
pub(super) fn length(text: &str) -> Option<u32> {
    let text = text.trim().to_ascii_uppercase();
    let text = text.strip_prefix('+').unwrap_or(&text).strip_prefix('P')?;
    let (mut seconds, mut figures, mut in_time) = (0_u64, String::new(), false);
    for c in text.chars() {
        let unit = match c {
            '0'..='9' => {
                figures.push(c);
                continue;
            }
            'T' => {
                in_time = true;
                continue;
            }
            'W' => 7 * 86_400,
            'D' => 86_400,
            'H' => 3_600,
            'M' if in_time => 60,
            'S' => 1,
            _ => return None,
        };
        seconds += u64::from(times::number(&figures, 7)?) * unit;
        figures.clear();
    }
    let minutes = u32::try_from(seconds / 60).ok()?;
    (figures.is_empty() && minutes <= times::MOST_MINUTES).then_some(minutes)
}
