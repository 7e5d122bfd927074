//! Numbers and dates as people type them, on a phone, in a car park, in their own digits.
//!
//! Reads text and says what it means, or why it cannot: knows no field, no limit of law and no
//! sentence to answer with (the keys in [`InputError::key`] are worded in `common.ftl`). Where
//! two readings are likely it says so instead of choosing: a wrong hour is somebody's wage.

mod chars;
mod count;
mod date;
mod hours;
mod money;
mod number;
mod unit;

pub use count::count;
pub use date::{date, date_of};
pub use hours::{Reading, hours};
pub use money::money;

use rust_decimal::Decimal;

/// Why what was typed could not be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputError {
    /// Nothing was typed.
    Empty,
    /// Too long to be a number: something was pasted.
    TooLong,
    /// No number could be made out.
    NotANumber,
    /// Below zero.
    Negative,
    /// More than anyone could mean.
    TooLarge,
    /// A part of one where only whole ones make sense.
    NotWhole,
    /// Sixty minutes or more beside hours: "7:75".
    MinutesOverAnHour,
    /// Two readings, too far apart to choose: "1.234" pounds.
    Ambiguous {
        /// The mark before the last three digits read as the decimal point.
        small: Decimal,
        /// The same mark read as parting thousands.
        large: Decimal,
    },
    /// No date could be made out.
    NotADate,
    /// A day that no calendar has: 31 February.
    NoSuchDay,
}

impl InputError {
    /// The keys of the sentences in `common.ftl`; all begin with `input-`.
    pub const KEYS: [&'static str; 10] = [
        "input-empty",
        "input-too-long",
        "input-not-a-number",
        "input-negative",
        "input-too-large",
        "input-not-whole",
        "input-minutes-over-an-hour",
        "input-ambiguous",
        "input-not-a-date",
        "input-no-such-day",
    ];

    /// Which of the keys is the one for it.
    #[must_use]
    pub const fn place(&self) -> usize {
        match self {
            Self::Empty => 0,
            Self::TooLong => 1,
            Self::NotANumber => 2,
            Self::Negative => 3,
            Self::TooLarge => 4,
            Self::NotWhole => 5,
            Self::MinutesOverAnHour => 6,
            Self::Ambiguous { .. } => 7,
            Self::NotADate => 8,
            Self::NoSuchDay => 9,
        }
    }

    /// The key of the sentence for it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        Self::KEYS[self.place()]
    }
}

/// Why it was not taken, as [`InputError`] but without its numbers: small enough to be handed from
/// function to function.
#[derive(Clone, Copy)]
enum Refused {
    Empty,
    TooLong,
    NotANumber,
    Negative,
    TooLarge,
    NotWhole,
    MinutesOverAnHour,
    NotADate,
    NoSuchDay,
}

impl From<Refused> for InputError {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Empty => Self::Empty,
            Refused::TooLong => Self::TooLong,
            Refused::NotANumber => Self::NotANumber,
            Refused::Negative => Self::Negative,
            Refused::TooLarge => Self::TooLarge,
            Refused::NotWhole => Self::NotWhole,
            Refused::MinutesOverAnHour => Self::MinutesOverAnHour,
            Refused::NotADate => Self::NotADate,
            Refused::NoSuchDay => Self::NoSuchDay,
        }
    }
}
