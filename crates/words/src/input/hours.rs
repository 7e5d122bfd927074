//! A length of time worked, in hours and minutes. Knows no clock: "7:30" is a length here.

use rust_decimal::{Decimal, RoundingStrategy};

use super::{InputError, chars, money, number};

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
    (minutes / sixty())
        .round_dp_with_strategy(20, RoundingStrategy::ToZero)
        .normalize()
}

/// More than a year of days and nights: no period that anyone types is longer.
const MOST_HOURS: u32 = 9_999;

fn sixty() -> Decimal {
    Decimal::from(60)
}

/// Hours, from "7.5", "7,5", "7h30", "7:30", "7 hours 30", "45 min", "7½", "7 awr 30 munud".
///
/// # Errors
///
/// Every [`InputError`] about numbers; [`InputError::MinutesOverAnHour`] for "7:75".
pub fn hours(typed: &str) -> Result<Reading, InputError> {
    let text = chars::plain(typed)?;
    let (text, minus) = money::sign(&text);
    let reading = length(text)?;
    if minus && !reading.minutes().is_zero() {
        return Err(InputError::Negative);
    }
    if reading.minutes() > Decimal::from(MOST_HOURS * 60) {
        return Err(InputError::TooLarge);
    }
    Ok(reading)
}

fn length(text: &str) -> Result<Reading, InputError> {
    if text.contains(':') {
        return clock(text);
    }
    // "7 and a half hours": a word for hours at the very end says nothing new.
    let spoken = HOURS
        .iter()
        .find_map(|word| text.strip_suffix(word))
        .unwrap_or(text);
    if let Some(minutes) = with_fraction(spoken.trim_end_matches(' '))? {
        return Ok(Reading::Clear { minutes });
    }
    let (first, unit, rest) = number_and_unit(text);
    match unit {
        Unit::None if rest.is_empty() => decimal_or_minutes(first),
        Unit::Hours if rest.is_empty() => decimal_or_minutes(first),
        Unit::Minutes if rest.is_empty() => Ok(Reading::Clear {
            minutes: whole(first)?,
        }),
        Unit::Hours => hours_then_minutes(first, rest),
        Unit::None | Unit::Minutes => Err(InputError::NotANumber),
    }
}

/// "7:30", "37:30:00" as rota programs export it, with or without a word for hours after it.
fn clock(text: &str) -> Result<Reading, InputError> {
    let text = match number_and_unit(text) {
        (clock, Unit::Hours, "") => clock,
        _ => text,
    };
    let mut parts = text.split(':').map(|part| part.trim_matches(' '));
    let hours = parts.next().unwrap_or_default();
    let minutes = parts.next().unwrap_or_default();
    if !matches!(parts.next(), None | Some("00")) || parts.next().is_some() || minutes.len() != 2 {
        return Err(InputError::NotANumber);
    }
    // ":45" is what is left of "0:45" on a small keyboard.
    let hours = if hours.is_empty() {
        Decimal::ZERO
    } else {
        integer(hours)?
    };
    together(hours, integer(minutes)?)
}

fn hours_then_minutes(hours: &str, rest: &str) -> Result<Reading, InputError> {
    let rest = ["and ", "a ", "& ", ", "]
        .iter()
        .find_map(|word| rest.strip_prefix(word))
        .unwrap_or(rest);
    let (minutes, unit, after) = number_and_unit(rest);
    if !after.is_empty() || unit == Unit::Hours {
        return Err(InputError::NotANumber);
    }
    together(integer(hours)?, integer(minutes)?)
}

fn together(hours: Decimal, minutes: Decimal) -> Result<Reading, InputError> {
    if minutes >= sixty() {
        return Err(InputError::MinutesOverAnHour);
    }
    let minutes = hours
        .checked_mul(sixty())
        .and_then(|m| m.checked_add(minutes));
    Ok(Reading::Clear {
        minutes: minutes.ok_or(InputError::TooLarge)?,
    })
}

/// "7.5" and the trap, "7.30".
///
/// Two digits up to 59 after the mark may be minutes. Not asked about: ".00", and the quarters
/// ".25", ".50", ".75" that people use to write decimal hours (nobody's rota says fifty minutes
/// as often as half an hour). Everything else, ".15", ".30", ".45" above all, is asked about.
fn decimal_or_minutes(text: &str) -> Result<Reading, InputError> {
    let read = number::read(text)?;
    let minutes = read
        .value
        .checked_mul(sixty())
        .ok_or(InputError::TooLarge)?
        .normalize();
    let parts = (read.value.fract() * Decimal::ONE_HUNDRED).trunc();
    let quarter = [0, 25, 50, 75].iter().any(|q| parts == Decimal::from(*q));
    if read.decimals != 2 || quarter || parts >= sixty() {
        return Ok(Reading::Clear { minutes });
    }
    let as_minutes = (read.value.trunc() * sixty() + parts).normalize();
    Ok(Reading::Ambiguous {
        as_decimal: minutes,
        as_minutes,
    })
}

/// A vulgar fraction at the end, in minutes.
fn with_fraction(text: &str) -> Result<Option<Decimal>, InputError> {
    const FRACTIONS: [(&str, u32); 11] = [
        ("½", 30),
        ("¼", 15),
        ("¾", 45),
        ("⅓", 20),
        ("⅔", 40),
        ("1/2", 30),
        ("1/4", 15),
        ("3/4", 45),
        ("1/3", 20),
        ("2/3", 40),
        ("and a half", 30),
    ];
    for (sign, minutes) in FRACTIONS {
        let Some(before) = text.strip_suffix(sign) else {
            continue;
        };
        // "71/2" is not seven and a half.
        if sign.len() > 2 && sign.is_ascii() && !(before.is_empty() || before.ends_with(' ')) {
            return Err(InputError::NotANumber);
        }
        let whole = before.trim_end_matches(' ');
        let hours = if whole.is_empty() {
            Decimal::ZERO
        } else {
            integer(whole)?
        };
        let all = hours.checked_mul(sixty()).ok_or(InputError::TooLarge)?;
        return Ok(Some(all + Decimal::from(minutes)));
    }
    Ok(None)
}

fn whole(text: &str) -> Result<Decimal, InputError> {
    Ok(number::read(text)?.value)
}

fn integer(text: &str) -> Result<Decimal, InputError> {
    let read = number::read(text)?;
    if read.decimals == 0 {
        Ok(read.value)
    } else {
        Err(InputError::NotANumber)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    None,
    Hours,
    Minutes,
}

/// English and Welsh, mutated forms too.
const HOURS: [&str; 6] = ["hours", "hour", "hrs", "hr", "h", "awr"];
const MINUTES: [&str; 9] = [
    "minutes", "minute", "mins", "min", "m", "munudau", "munud", "funud", "'",
];

/// Cuts "7 hours 30" into "7", hours, "30".
fn number_and_unit(text: &str) -> (&str, Unit, &str) {
    let letters = text
        .find(|c: char| c.is_ascii_alphabetic() || c == '\'')
        .unwrap_or(text.len());
    let (number, tail) = text.split_at(letters);
    for (names, unit) in [(&HOURS[..], Unit::Hours), (&MINUTES[..], Unit::Minutes)] {
        for name in names {
            // The word must end where the letters end: "h" is not the start of "holiday".
            if let Some(rest) = tail.strip_prefix(name)
                && !rest.starts_with(|c: char| c.is_ascii_alphabetic())
            {
                let rest = rest.trim_start_matches(['.', ' ']);
                return (number.trim_end_matches(' '), unit, rest);
            }
        }
    }
    (text, Unit::None, "")
}
