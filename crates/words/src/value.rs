//! Which message, and what goes into its blanks. Knows no locale.

use chrono::NaiveDate;
use rust_decimal::Decimal;

/// A message: its line in every locale's table of the same build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Msg(pub u16);

/// What fills a blank. The type decides how it is shown, so a translator never formats a number.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Shown as it is. Selects by its exact text.
    Text(String),
    /// A plain number, at most three decimals shown. Selects by plural category or exact value.
    Number(Decimal),
    /// Pounds, shown with pence: "£12.71".
    Money(Decimal),
    /// Hours, shown in words: 7.5 is "7 hours 30 minutes".
    Hours(Decimal),
    /// Shown with the month in letters: "6 April 2026".
    Date(NaiveDate),
    /// Parts of a hundred: 12.07 is "12.07%".
    Percent(Decimal),
}

impl Value {
    /// So many minutes, shown as hours and minutes.
    #[must_use]
    pub fn minutes(minutes: u32) -> Self {
        // To the millionth of an hour: shown to the minute.
        Self::Hours(Decimal::new(i64::from(minutes) * 1_000_000 / 60, 6))
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Number(number.into())
    }
}

impl From<Decimal> for Value {
    fn from(number: Decimal) -> Self {
        Self::Number(number)
    }
}

impl From<NaiveDate> for Value {
    fn from(date: NaiveDate) -> Self {
        Self::Date(date)
    }
}
