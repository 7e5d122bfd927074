//! A length of time worked, in hours and minutes. Knows no clock: "7:30" is a length here.

use rust_decimal::Decimal;

use crate::decimal;

use super::{
    InputError, Refused,
    chars::{HALF, Plain, QUARTER, THIRD, THREE_QUARTERS, TWO_THIRDS, sign, trim},
    number::{self, Number},
    unit::{Cut, Unit, cut},
};

/// A length of time, and whether there is a second way to read it. Kept in minutes, in which
/// everything that can be typed is exact: 20 minutes are no decimal fraction of an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// One reading only.
    Clear {
        /// The length in minutes.
        minutes: Decimal,
    },
    /// "7.30" is 7.3 hours on most payslips and half past seven in most heads. Ask: "Did you mean
    /// 7 hours 30 minutes?"
    Ambiguous {
        /// The length in minutes if the mark is a decimal point: 7.30 is 438 minutes.
        as_decimal: Decimal,
        /// The length in minutes if minutes stand after the mark: 7.30 is 450 minutes.
        as_minutes: Decimal,
    },
}

impl Reading {
    /// Exact minutes, in the decimal reading if there are two.
    #[must_use]
    pub fn minutes(self) -> Decimal {
        match self {
            Self::Clear { minutes }
            | Self::Ambiguous {
                as_decimal: minutes,
                ..
            } => minutes,
        }
    }

    /// Hours, in the decimal reading if there are two.
    #[must_use]
    pub fn hours(self) -> Decimal {
        in_hours(self.minutes())
    }

    /// Hours in the other reading, if there is one: 7.5 for "7.30".
    #[must_use]
    pub fn hours_if_minutes(self) -> Option<Decimal> {
        match self {
            Self::Clear { .. } => None,
            Self::Ambiguous { as_minutes, .. } => Some(in_hours(as_minutes)),
        }
    }
}

/// Cut, not rounded: a third of an hour must never come out as a little more than was worked, or
/// pay that is exactly right would look a hair too low.
fn in_hours(minutes: Decimal) -> Decimal {
    decimal::sixtieth(&minutes).normalize()
}

/// More than a year of days and nights, in minutes: no period that anyone types is longer.
const MOST: Decimal = Decimal::from_parts(9_999 * 60, 0, 0, false, 0);

/// Hours, from "7.5", "7,5", "7h30", "7:30", "7 hours 30", "45 min", "7½", "7 awr 30 munud".
///
/// # Errors
///
/// Every [`InputError`] about numbers; [`InputError::MinutesOverAnHour`] for "7:75".
pub fn hours(typed: &str) -> Result<Reading, InputError> {
    let length = typed_length(typed)?;
    let minutes = Decimal::new(length.minutes, length.decimals);
    if minutes > MOST {
        return Err(InputError::TooLarge);
    }
    Ok(match length.or_minutes {
        None => Reading::Clear { minutes },
        Some(or_minutes) => Reading::Ambiguous {
            as_decimal: minutes,
            as_minutes: or_minutes.into(),
        },
    })
}

/// Minutes with so many decimals, and the other reading, which has none.
struct Length {
    minutes: i64,
    decimals: u32,
    or_minutes: Option<i64>,
}

impl Length {
    fn clear(minutes: i64) -> Self {
        Self {
            minutes,
            decimals: 0,
            or_minutes: None,
        }
    }
}

fn typed_length(typed: &str) -> Result<Length, Refused> {
    let mut text = Plain::EMPTY;
    text.read(typed)?;
    // "45'" is minutes; of hours nobody has so many that an apostrophe parts them.
    text.respell(b'\'', b'm');
    let (text, minus) = sign(text.some_text()?);
    let length = length(text)?;
    if minus && length.minutes != 0 {
        return Err(Refused::Negative);
    }
    Ok(length)
}

fn length(text: &[u8]) -> Result<Length, Refused> {
    if let Some((hours, rest)) = at_colon(text) {
        return clock(hours, rest);
    }
    let Cut { number, unit, rest } = cut_dotted(text);
    match (unit, rest) {
        (Unit::None | Unit::Hours, []) => match with_fraction(number) {
            Some((hours, minutes)) => together(whole_or_none(hours)?, minutes),
            None => Ok(decimal_or_minutes(number::read(number)?)),
        },
        (Unit::Minutes, []) => {
            let read = number::read(number)?;
            Ok(Length {
                decimals: read.decimals,
                ..Length::clear(read.digits)
            })
        }
        (Unit::Hours, _) => hours_then_minutes(number, rest),
        (Unit::And, [b'a', b' ', b'h', b'a', b'l', b'f', rest @ ..]) => and_a_half(number, rest),
        _ => Err(Refused::NotANumber),
    }
}

/// "7:30", "37:30:00" as rota programs export it, with or without a word for hours after it.
fn clock(hours: &[u8], rest: &[u8]) -> Result<Length, Refused> {
    let Cut { number, unit, rest } = cut_dotted(rest);
    let minutes = match at_colon(number) {
        None => number,
        Some((minutes, b"00")) => minutes,
        Some(_) => return Err(Refused::NotANumber),
    };
    match (unit, rest, minutes) {
        // ":45" is what is left of "0:45" on a small keyboard.
        (Unit::None | Unit::Hours, [], [_, _]) => together(whole_or_none(hours)?, whole(minutes)?),
        _ => Err(Refused::NotANumber),
    }
}

fn hours_then_minutes(hours: &[u8], rest: &[u8]) -> Result<Length, Refused> {
    const BETWEEN: [&[u8]; 4] = [b"and ", b"a ", b"& ", b", "];
    let rest = BETWEEN
        .iter()
        .find_map(|word| rest.strip_prefix(*word))
        .unwrap_or(rest);
    match cut_dotted(rest) {
        Cut {
            number,
            unit: Unit::None | Unit::Minutes,
            rest: [],
        } => together(whole(hours)?, whole(number)?),
        _ => Err(Refused::NotANumber),
    }
}

/// "7 and a half", with or without a word for hours after it.
fn and_a_half(hours: &[u8], rest: &[u8]) -> Result<Length, Refused> {
    match cut(rest) {
        Cut {
            number: [],
            unit: Unit::None | Unit::Hours,
            rest: [],
        } => together(whole_or_none(hours)?, 30),
        _ => Err(Refused::NotANumber),
    }
}

fn together(hours: i64, minutes: i64) -> Result<Length, Refused> {
    if minutes >= 60 {
        return Err(Refused::MinutesOverAnHour);
    }
    Ok(Length::clear(hours * 60 + minutes))
}

/// "7.5" and the trap, "7.30".
///
/// Two digits up to 59 after the mark may be minutes. Not asked about: ".00", and the quarters
/// ".25", ".50", ".75" that people use to write decimal hours (nobody's rota says fifty minutes
/// as often as half an hour). Everything else, ".15", ".30", ".45" above all, is asked about.
fn decimal_or_minutes(read: Number) -> Length {
    let parts = read.digits % 100;
    let asked = read.decimals == 2 && parts < 60 && parts % 25 != 0;
    Length {
        minutes: read.digits * 60,
        decimals: read.decimals,
        or_minutes: asked.then_some(read.digits / 100 * 60 + parts),
    }
}

/// A vulgar fraction at the end, in minutes, and the hours before it.
fn with_fraction(text: &[u8]) -> Option<(&[u8], i64)> {
    const FRACTIONS: [(u8, [u8; 3], u8); 5] = [
        (HALF, *b"1/2", 30),
        (QUARTER, *b"1/4", 15),
        (THREE_QUARTERS, *b"3/4", 45),
        (THIRD, *b"1/3", 20),
        (TWO_THIRDS, *b"2/3", 40),
    ];
    FRACTIONS.iter().find_map(|(sign, spelled, minutes)| {
        let hours = match text.strip_suffix(spelled) {
            // "71/2" is not seven and a half.
            Some(before @ ([] | [.., b' '])) => before,
            _ => text.strip_suffix(&[*sign])?,
        };
        Some((trim(hours), i64::from(*minutes)))
    })
}

fn whole(text: &[u8]) -> Result<i64, Refused> {
    let read = number::read(text)?;
    if read.decimals == 0 {
        Ok(read.digits)
    } else {
        Err(Refused::NotANumber)
    }
}

fn whole_or_none(text: &[u8]) -> Result<i64, Refused> {
    if text.is_empty() { Ok(0) } else { whole(text) }
}

fn at_colon(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let at = text.iter().position(|byte| *byte == b':')?;
    let (before, after) = text.split_at(at);
    Some((trim(before), trim(after.get(1..)?)))
}

/// As [`cut`]; "7 hrs. 30" has a dot after the word.
fn cut_dotted(text: &[u8]) -> Cut<'_> {
    let mut cut = cut(text);
    while let [b'.' | b' ', rest @ ..] = cut.rest {
        cut.rest = rest;
    }
    cut
}
