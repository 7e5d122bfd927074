//! What cannot be right in a case: the field, what is wrong with it, and what mends it.
//!
//! Holds no sentences: [`CaseError::key`] names the message in `crates/words`.

use chrono::NaiveDate;

use crate::answer::Arg;

/// The place of a fact in a case: `period.to`, `sleep_ins[2].awake`.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The fact, or the list that it is in: `"period.to"`, `"sleep_ins"`.
    pub name: &'static str,
    /// The row in the list, from 0.
    pub row: Option<usize>,
    /// The fact within the row; empty outside lists.
    pub part: &'static str,
}

impl Field {
    /// A fact outside any list.
    #[must_use]
    pub const fn of(name: &'static str) -> Field {
        Field {
            name,
            row: None,
            part: "",
        }
    }

    /// A fact in a row of a list.
    #[must_use]
    pub const fn in_row(name: &'static str, row: usize, part: &'static str) -> Field {
        Field {
            name,
            row: Some(row),
            part,
        }
    }
}

/// One fact that cannot be right.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct CaseError {
    /// Which fact.
    pub field: Field,
    /// What is wrong with it.
    pub kind: ErrorKind,
}

/// What can be wrong with a fact.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// The period ends before it starts.
    EndsBeforeStart,
    /// The period is longer than a month (NMWR 6): the last day that it may have.
    PeriodTooLong(NaiveDate),
    /// We have rates from this day on, none before.
    RateTooOld(NaiveDate),
    /// The rate is not published yet: the first day without one.
    RateNotYet(NaiveDate),
    /// Below nought.
    Negative,
    /// More than it can be.
    TooLarge(u32),
    /// More decimal places than we can reckon with exactly.
    TooPrecise(u32),
    /// More hours than the period has: at most this many.
    TooManyHours(u32),
    /// More hours awake than the sleep-in has.
    AwakeLongerThanShift,
    /// More days than the period has: at most this many.
    TooManyDays(u32),
    /// Below the lowest age of the minimum wage.
    TooYoung(u32),
    /// Nobody at work is that old.
    TooOld(u32),
    /// An age band that ends before it starts.
    BandEmpty,
    /// Born after the period began.
    AfterPeriodStart,
    /// An apprentice before being born.
    BeforeBirth,
    /// Today is before the period.
    TodayBeforePeriod,
    /// The basic rate is higher than the one that was paid.
    BasicAbovePaid,
    /// A part of the pay that is more than the pay.
    MoreThanPay,
}

impl ErrorKind {
    /// The keys of the messages.
    pub const KEYS: [&'static str; 18] = [
        "error-ends-before-start",
        "error-period-too-long",
        "error-rate-too-old",
        "error-rate-not-yet",
        "error-negative",
        "error-too-large",
        "error-too-precise",
        "error-too-many-hours",
        "error-awake-longer-than-shift",
        "error-too-many-days",
        "error-too-young",
        "error-too-old",
        "error-band-empty",
        "error-after-period-start",
        "error-before-birth",
        "error-today-before-period",
        "error-basic-above-paid",
        "error-more-than-pay",
    ];

    /// Which of the keys is the one for it.
    #[must_use]
    pub const fn place(&self) -> usize {
        match self {
            ErrorKind::EndsBeforeStart => 0,
            ErrorKind::PeriodTooLong(_) => 1,
            ErrorKind::RateTooOld(_) => 2,
            ErrorKind::RateNotYet(_) => 3,
            ErrorKind::Negative => 4,
            ErrorKind::TooLarge(_) => 5,
            ErrorKind::TooPrecise(_) => 6,
            ErrorKind::TooManyHours(_) => 7,
            ErrorKind::AwakeLongerThanShift => 8,
            ErrorKind::TooManyDays(_) => 9,
            ErrorKind::TooYoung(_) => 10,
            ErrorKind::TooOld(_) => 11,
            ErrorKind::BandEmpty => 12,
            ErrorKind::AfterPeriodStart => 13,
            ErrorKind::BeforeBirth => 14,
            ErrorKind::TodayBeforePeriod => 15,
            ErrorKind::BasicAbovePaid => 16,
            ErrorKind::MoreThanPay => 17,
        }
    }
}

impl CaseError {
    /// The key of the message.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        ErrorKind::KEYS[self.kind.place()]
    }

    /// The argument of the message, where it has one: `$date` or `$most`.
    #[must_use]
    pub fn arg(&self) -> Option<(&'static str, Arg)> {
        match self.kind {
            ErrorKind::PeriodTooLong(day)
            | ErrorKind::RateTooOld(day)
            | ErrorKind::RateNotYet(day) => Some(("date", Arg::Date(day))),
            ErrorKind::TooLarge(most)
            | ErrorKind::TooPrecise(most)
            | ErrorKind::TooManyHours(most)
            | ErrorKind::TooManyDays(most)
            | ErrorKind::TooYoung(most)
            | ErrorKind::TooOld(most) => Some(("most", Arg::Count(most))),
            _ => None,
        }
    }
}
