//! Single words of a phrase: days, months, ordinals, numbers. Knows no order of words.

use crate::names::{MONTHS, WEEKDAYS};
use chrono::NaiveDate;

/// A phrase in lower case, cut into words. A dash between two things is "to", an ampersand is "and",
/// and so is a stroke between days.
pub(super) fn cut(text: &str) -> Vec<String> {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{2013}' | '\u{2014}' => plain.push_str(" to "),
            '&' | '+' => plain.push_str(" and "),
            '@' => plain.push_str(" at "),
            '\u{2019}' => plain.push('\''),
            ',' | ';' | '(' | ')' | '!' | '"' => plain.push(' '),
            c => plain.extend(c.to_lowercase()),
        }
    }
    let mut words = Vec::new();
    for word in plain.split_whitespace() {
        let word = word.trim_end_matches(['.', ':']);
        // "7-9pm", but neither 2026-03-03 nor a dash of its own.
        match word.split_once('-') {
            Some((from, to)) if word.matches('-').count() == 1 => {
                let parts = [from, "to", to];
                words.extend(
                    parts
                        .iter()
                        .filter(|part| !part.is_empty())
                        .map(|part| (*part).to_owned()),
                );
            }
            _ if word.is_empty() => {}
            _ if word.contains('/') && word.split('/').all(is_day) => {
                for day in word.split('/') {
                    words.push(day.to_owned());
                    words.push("and".to_owned());
                }
                words.pop();
            }
            _ => words.push(word.to_owned()),
        }
    }
    words
}

fn is_day(word: &str) -> bool {
    weekday(word).is_some() || ordinal(word).is_some()
}

/// 0 is Monday. `tue`, `tues`, `tuesday`, `tuesdays`.
pub(super) fn weekday(word: &str) -> Option<u8> {
    among(&WEEKDAYS, word)
}

/// `tuesdays`; not `tues`, and not `weds`, which is short for one.
pub(super) fn is_plural(word: &str) -> bool {
    let is_short = WEEKDAYS.iter().any(|name| name.starts_with(word));
    word.ends_with('s') && !is_short && word != "weds"
}

/// From 1. `dec`, `sept`, `december`.
pub(super) fn month(word: &str) -> Option<u8> {
    among(&MONTHS, word).map(|month| month + 1)
}

/// A name, its beginning of three letters or more, or either with an s.
fn among(names: &[&str], word: &str) -> Option<u8> {
    let word = word.strip_suffix("'s").unwrap_or(word);
    let begins = |name: &&str, word: &str| word.len() >= 3 && name.starts_with(word);
    let find = |word: &str| names.iter().position(|name| begins(name, word));
    let at = find(word).or_else(|| find(word.strip_suffix('s')?))?;
    u8::try_from(at).ok()
}

/// `first`, `1st`, `last` (-1); up to 31st.
pub(super) fn ordinal(word: &str) -> Option<i8> {
    const NAMES: [&str; 5] = ["first", "second", "third", "fourth", "fifth"];
    if word == "last" {
        return Some(-1);
    }
    if let Some(at) = NAMES.iter().position(|name| *name == word) {
        return i8::try_from(at + 1).ok();
    }
    let digits = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|end| word.strip_suffix(end))?;
    number(digits)
        .filter(|n| (1..=31).contains(n))
        .and_then(|n| i8::try_from(n).ok())
}

/// `6`, `six`; up to twelve in letters, four figures.
pub(super) fn number(word: &str) -> Option<u32> {
    const NAMES: [&str; 12] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    if let Some(at) = NAMES.iter().position(|name| *name == word) {
        return u32::try_from(at + 1).ok();
    }
    let digits = (1..=4).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| word.parse().ok()).flatten()
}

/// `2026-03-03`, `3/3/2026`.
pub(super) fn date(word: &str) -> Option<NaiveDate> {
    let is_iso = word.len() == 10 && word.as_bytes()[4] == b'-';
    let mut parts = word.split(if is_iso { '-' } else { '/' }).map(number);
    let (first, month, last) = (parts.next()??, parts.next()??, parts.next()??);
    let (day, year) = match is_iso {
        true => (last, first),
        false if last < 100 => (first, 2000 + last),
        false => (first, last),
    };
    if parts.next().is_some() {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}
