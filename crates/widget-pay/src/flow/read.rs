//! From typed text to a value. Knows how people write numbers through `swansfeet_words::input`
//! and no limit of the law: those are `swansfeet-pay`'s.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use swansfeet_pay::exact::{Round, rounded};
use swansfeet_words::cut;
use swansfeet_words::input::{self, InputError, Reading};

use super::fields::{Field, Kind, UNKNOWN};

/// What an answer means.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Meaning {
    /// Not answered, or "I don't know".
    Nothing,
    /// Pounds.
    Money(Decimal),
    /// Hours, and the other reading of "7.30" where there is one.
    Hours(Decimal, Option<Decimal>),
    /// A whole number.
    Count(u32),
    /// A day.
    Date(NaiveDate),
    /// One of a few, by its place.
    Choice(usize),
    /// Ages from, to under.
    Ages(u16, Option<u16>),
}

/// Reads what was typed for `field`. `today` settles the century of "26".
///
/// # Errors
///
/// Whatever the reader of that kind finds wrong; never for an empty answer.
pub(super) fn read(field: Field, typed: &str, today: NaiveDate) -> Result<Meaning, InputError> {
    let typed = typed.trim_ascii();
    if typed.is_empty() || typed == UNKNOWN {
        return Ok(Meaning::Nothing);
    }
    match field.spec().kind {
        Kind::Money => input::money(typed).map(Meaning::Money),
        Kind::Hours => input::hours(typed).map(hours),
        Kind::Count => input::count(typed).map(Meaning::Count),
        Kind::Date => input::date(typed, today).map(Meaning::Date),
        Kind::Choice(options) => options
            .iter()
            .position(|(code, _)| *code == typed)
            .map(Meaning::Choice)
            .ok_or(InputError::Empty),
        Kind::AgeBand => ages(typed).ok_or(InputError::NotANumber),
    }
}

/// The rules reckon with so many places of an hour. A third is cut, not rounded: time that was
/// not worked must never be added.
const PLACES: u32 = 15;

fn hours(reading: Reading) -> Meaning {
    let cut = |hours: Decimal| rounded(&hours, PLACES, Round::Cut);
    Meaning::Hours(cut(reading.hours()), reading.hours_if_minutes().map(cut))
}

/// "35" is one age, "18-20" a band with both ends in it, "21-" an open one.
fn ages(code: &str) -> Option<Meaning> {
    let number = |text: &str| u16::try_from(input::count(text).ok()?).ok();
    let (from, below) = match cut(code, b'-') {
        None => {
            let age = number(code)?;
            (age, Some(age.checked_add(1)?))
        }
        Some((from, "")) => (number(from)?, None),
        Some((from, to)) => (number(from)?, Some(number(to)?.checked_add(1)?)),
    };
    Some(Meaning::Ages(from, below))
}
