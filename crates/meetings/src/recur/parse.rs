//! A rule from its text.

use crate::figures::figures;
use crate::names::CODES;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use super::{End, Freq, Nth, Rare, Rule, RuleError, RuleFault};

/// Bits of the parts that have been seen.
const FREQ: u16 = 1;
const INTERVAL: u16 = 1 << 1;
const COUNT: u16 = 1 << 2;
const UNTIL: u16 = 1 << 3;
const BYDAY: u16 = 1 << 4;
const BYMONTHDAY: u16 = 1 << 5;
const BYMONTH: u16 = 1 << 6;
const BYYEARDAY: u16 = 1 << 7;
const BYWEEKNO: u16 = 1 << 8;
const BYSETPOS: u16 = 1 << 9;
const WKST: u16 = 1 << 10;
const BYHOUR: u16 = 1 << 11;
const BYMINUTE: u16 = 1 << 12;
const BYSECOND: u16 = 1 << 13;

const PARTS: [(&str, u16); 14] = [
    ("FREQ", FREQ),
    ("INTERVAL", INTERVAL),
    ("COUNT", COUNT),
    ("UNTIL", UNTIL),
    ("BYDAY", BYDAY),
    ("BYMONTHDAY", BYMONTHDAY),
    ("BYMONTH", BYMONTH),
    ("BYYEARDAY", BYYEARDAY),
    ("BYWEEKNO", BYWEEKNO),
    ("BYSETPOS", BYSETPOS),
    ("WKST", WKST),
    ("BYHOUR", BYHOUR),
    ("BYMINUTE", BYMINUTE),
    ("BYSECOND", BYSECOND),
];

/// Whether somebody is told what is wrong. Otherwise one fault is as good as another.
const TELLS: bool = cfg!(feature = "reports");

impl Rule {
    /// Reads what stands behind `RRULE:`, or with it. Case and blanks around parts do not matter.
    /// BYHOUR, BYMINUTE and BYSECOND are taken with a single value; [`Rule::check`] holds them
    /// against the start.
    ///
    /// # Errors
    /// The first thing that is wrong, with the name of its part.
    pub fn parse(text: &str) -> Result<Rule, RuleError> {
        let text = text.trim();
        let text = match text.get(..6) {
            Some(head) if head.eq_ignore_ascii_case("RRULE:") => text[6..].trim(),
            _ => text,
        };
        if text.is_empty() {
            return Err(error("", RuleFault::Empty));
        }
        let mut rule = empty();
        let mut seen = 0;
        // A semicolon too many, at the end or in between, harms nobody.
        for part in text
            .split(';')
            .map(str::trim)
            .filter(|part| !part.is_empty())
        {
            read(&mut rule, &mut seen, part)?;
        }
        if seen & FREQ == 0 {
            return Err(error("FREQ", RuleFault::NoFreq));
        }
        fits_together(&rule, seen)?;
        Ok(rule)
    }

    /// Holds BYHOUR, BYMINUTE and BYSECOND against the start; expansion takes the start's.
    ///
    /// # Errors
    /// The part that says another time.
    pub fn check(&self, start: NaiveDateTime) -> Result<(), RuleError> {
        let says = [start.hour(), start.minute(), start.second()];
        for ((given, says), part) in self.clock.iter().zip(says).zip(CLOCK) {
            if given.is_some_and(|given| u32::from(given) != says) {
                return Err(error(part, RuleFault::NotTheStart));
            }
        }
        Ok(())
    }
}

pub(super) const CLOCK: [&str; 3] = ["BYHOUR", "BYMINUTE", "BYSECOND"];

fn empty() -> Rule {
    Rule {
        freq: Freq::Daily,
        wkst: 0,
        weekdays: 0,
        clock: [None; 3],
        months: 0,
        interval: 1,
        monthdays: 0,
        nth: Box::default(),
        rare: None,
        end: End::Never,
    }
}

/// Reads one part, `NAME=value`.
fn read(rule: &mut Rule, seen: &mut u16, part: &str) -> Result<(), RuleError> {
    let Some((name, value)) = part.split_once('=') else {
        return Err(error(part, RuleFault::NoValue));
    };
    let (name, value) = (name.trim(), value.trim());
    let known = PARTS
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(name));
    let Some(&(name, bit)) = known else {
        return other(name, value);
    };
    if *seen & bit != 0 {
        return Err(error(name, RuleFault::Twice));
    }
    if value.is_empty() {
        return Err(error(name, RuleFault::NoValue));
    }
    *seen |= bit;
    set(rule, bit, value).map_err(|fault| error(name, fault))
}

/// A part that is none of ours. Two of RFC 7529 say what is so anyway.
fn other(name: &str, value: &str) -> Result<(), RuleError> {
    let is = |part: &str| name.eq_ignore_ascii_case(part);
    let harmless = is("RSCALE") && value.eq_ignore_ascii_case("GREGORIAN")
        || is("SKIP") && value.eq_ignore_ascii_case("OMIT");
    if harmless {
        return Ok(());
    }
    let fault = if TELLS && (is("RSCALE") || is("SKIP") || is("BYEASTER")) {
        RuleFault::Unsupported {
            value: String::new(),
        }
    } else {
        RuleFault::UnknownPart
    };
    Err(error(name, fault))
}

fn set(rule: &mut Rule, bit: u16, value: &str) -> Result<(), RuleFault> {
    match bit {
        FREQ => rule.freq = freq(value)?,
        INTERVAL => rule.interval = number(value, 1, u32::MAX)?,
        COUNT => rule.end = End::Count(number(value, 1, u32::MAX)?),
        UNTIL => rule.end = until(value).ok_or_else(|| wrong(value))?,
        WKST => rule.wkst = weekday(value).ok_or_else(|| wrong(value))?,
        BYDAY => {
            let mut nth = Vec::new();
            list(value, |item| byday(&mut rule.weekdays, &mut nth, item))?;
            rule.nth = nth.into();
        }
        BYMONTHDAY => list(value, |item| {
            let day = signed(item, 31)?;
            rule.monthdays |= 1 << if day < 0 { 32 - day } else { day };
            Ok(())
        })?,
        BYMONTH => list(value, |item| {
            rule.months |= 1 << number(item, 1, 12)?;
            Ok(())
        })?,
        BYYEARDAY => rare(rule).yeardays = numbers(value, 366)?,
        BYWEEKNO => rare(rule).weeknos = numbers(value, 53)?,
        BYSETPOS => rare(rule).setpos = numbers(value, 366)?,
        BYHOUR => rule.clock[0] = Some(clock(value, 23)?),
        BYMINUTE => rule.clock[1] = Some(clock(value, 59)?),
        // 60 is a leap second, which no start has.
        _ => rule.clock[2] = Some(clock(value, 60)?),
    }
    Ok(())
}

fn rare(rule: &mut Rule) -> &mut Rare {
    rule.rare.get_or_insert_default()
}

fn freq(value: &str) -> Result<Freq, RuleFault> {
    let is = |name: &str| value.eq_ignore_ascii_case(name);
    if is("DAILY") {
        Ok(Freq::Daily)
    } else if is("WEEKLY") {
        Ok(Freq::Weekly)
    } else if is("MONTHLY") {
        Ok(Freq::Monthly)
    } else if is("YEARLY") {
        Ok(Freq::Yearly)
    } else if TELLS && (is("HOURLY") || is("MINUTELY") || is("SECONDLY")) {
        Err(RuleFault::Unsupported {
            value: short(value),
        })
    } else {
        Err(wrong(value))
    }
}

/// One item of BYDAY: `TU`, `2TU`, `-1FR`, `+1MO`.
fn byday(weekdays: &mut u8, nth: &mut Vec<Nth>, item: &str) -> Result<(), RuleFault> {
    let split = item.len().checked_sub(2);
    let parts = split.and_then(|split| item.split_at_checked(split));
    let (ordinal, name) = parts.ok_or_else(|| wrong(item))?;
    let weekday = weekday(name).ok_or_else(|| wrong(item))?;
    if ordinal.is_empty() {
        *weekdays |= 1 << weekday;
        return Ok(());
    }
    let ordinal = signed(ordinal, 53).map_err(|_| wrong(item))?;
    let ordinal = i8::try_from(ordinal).map_err(|_| wrong(item))?;
    let day = Nth {
        weekday,
        nth: ordinal,
    };
    // A list of a megabyte makes no more than a few hundred.
    if let Err(at) = nth.binary_search(&day) {
        nth.insert(at, day);
    }
    Ok(())
}

fn weekday(name: &str) -> Option<u8> {
    let at = CODES
        .iter()
        .position(|known| known.eq_ignore_ascii_case(name))?;
    u8::try_from(at).ok()
}

/// `20261231`, `20261231T235959`, `20261231T235959Z`.
fn until(value: &str) -> Option<End> {
    let digits = |range: std::ops::Range<usize>| figures(value.get(range)?);
    let year = i32::try_from(digits(0..4)?).ok()?;
    let day = NaiveDate::from_ymd_opt(year, digits(4..6)?, digits(6..8)?)?;
    if value.len() == 8 {
        return Some(End::Day(day));
    }
    // A leap second is the second before it.
    let second = digits(13..15)?;
    let second = if second == 60 { 59 } else { second };
    let time = NaiveTime::from_hms_opt(digits(9..11)?, digits(11..13)?, second)?;
    let at = day.and_time(time);
    if !value.get(8..9)?.eq_ignore_ascii_case("T") {
        return None;
    }
    match value.get(15..)? {
        "" => Some(End::Wall(at)),
        "Z" | "z" => Some(End::Utc(at)),
        _ => None,
    }
}

fn list(value: &str, mut each: impl FnMut(&str) -> Result<(), RuleFault>) -> Result<(), RuleFault> {
    value.split(',').try_for_each(|item| each(item.trim()))
}

/// Whole numbers from 1 to `most` or from -1 down, in order and without duplicates.
fn numbers(value: &str, most: i32) -> Result<Vec<i16>, RuleFault> {
    let mut all = Vec::new();
    list(value, |item| {
        let number = signed(item, most)?;
        let number = i16::try_from(number).map_err(|_| wrong(item))?;
        if let Err(at) = all.binary_search(&number) {
            all.insert(at, number);
        }
        Ok(())
    })?;
    Ok(all)
}

fn signed(item: &str, most: i32) -> Result<i32, RuleFault> {
    let (digits, sign) = match item.as_bytes().first() {
        Some(b'-') => (&item[1..], -1),
        Some(b'+') => (&item[1..], 1),
        _ => (item, 1),
    };
    let number = number(digits, 1, most.unsigned_abs()).map_err(|_| wrong(item))?;
    let number = i32::try_from(number).map_err(|_| wrong(item))?;
    Ok(sign * number)
}

fn number(item: &str, least: u32, most: u32) -> Result<u32, RuleFault> {
    figures(item)
        .filter(|number| (least..=most).contains(number))
        .ok_or_else(|| wrong(item))
}

/// The one value of BYHOUR, BYMINUTE or BYSECOND. Several would be several meetings a day.
fn clock(value: &str, most: u32) -> Result<u8, RuleFault> {
    if TELLS && value.contains(',') {
        return Err(RuleFault::Unsupported {
            value: short(value),
        });
    }
    let number = number(value, 0, most)?;
    u8::try_from(number).map_err(|_| wrong(value))
}

/// What RFC 5545, 3.3.10, forbids.
fn fits_together(rule: &Rule, seen: u16) -> Result<(), RuleError> {
    let has = |bit| seen & bit != 0;
    let not_with = |part, other| Err(error(part, RuleFault::NotWith { other }));
    let freq = freq_name(rule.freq);
    if has(COUNT) && has(UNTIL) {
        return not_with("UNTIL", "COUNT");
    }
    if has(BYWEEKNO) && rule.freq != Freq::Yearly {
        return not_with("BYWEEKNO", freq);
    }
    if has(BYYEARDAY) && rule.freq != Freq::Yearly {
        return not_with("BYYEARDAY", freq);
    }
    if has(BYMONTHDAY) && rule.freq == Freq::Weekly {
        return not_with("BYMONTHDAY", freq);
    }
    if !rule.nth.is_empty() {
        if matches!(rule.freq, Freq::Daily | Freq::Weekly) {
            return not_with("BYDAY", freq);
        }
        if has(BYWEEKNO) {
            return not_with("BYDAY", "BYWEEKNO");
        }
    }
    let by = BYDAY | BYMONTHDAY | BYMONTH | BYYEARDAY | BYWEEKNO | BYHOUR | BYMINUTE | BYSECOND;
    if has(BYSETPOS) && seen & by == 0 {
        return Err(error("BYSETPOS", RuleFault::Alone));
    }
    Ok(())
}

pub(super) const fn freq_name(freq: Freq) -> &'static str {
    match freq {
        Freq::Daily => "FREQ=DAILY",
        Freq::Weekly => "FREQ=WEEKLY",
        Freq::Monthly => "FREQ=MONTHLY",
        Freq::Yearly => "FREQ=YEARLY",
    }
}

fn error(part: &str, fault: RuleFault) -> RuleError {
    RuleError {
        part: short(part),
        fault,
    }
}

fn wrong(value: &str) -> RuleFault {
    RuleFault::Value {
        value: short(value),
    }
}

/// A rule of a megabyte is not said again in full.
fn short(text: &str) -> String {
    if !TELLS {
        return String::new();
    }
    text.chars().take(40).collect()
}
