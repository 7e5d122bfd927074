//! Days of the week as people and programs write them.

use chrono::{Duration, NaiveDate};

use crate::names::{CODES, WEEKDAYS};

/// Days of the week: bit 0 is Monday.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Days(pub(crate) u8);

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
    let place = WEEKDAYS.iter().position(|name| name.starts_with(word))?;
    u32::try_from(place).ok()
}
