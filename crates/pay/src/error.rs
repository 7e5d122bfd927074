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

impl CaseError {
    /// The key of the message.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self.kind {
            ErrorKind::EndsBeforeStart => "error-ends-before-start",
            ErrorKind::PeriodTooLong(_) => "error-period-too-long",
            ErrorKind::RateTooOld(_) => "error-rate-too-old",
            ErrorKind::RateNotYet(_) => "error-rate-not-yet",
            ErrorKind::Negative => "error-negative",
            ErrorKind::TooLarge(_) => "error-too-large",
            ErrorKind::TooPrecise(_) => "error-too-precise",
            ErrorKind::TooManyHours(_) => "error-too-many-hours",
            ErrorKind::AwakeLongerThanShift => "error-awake-longer-than-shift",
            ErrorKind::TooManyDays(_) => "error-too-many-days",
            ErrorKind::TooYoung(_) => "error-too-young",
            ErrorKind::TooOld(_) => "error-too-old",
            ErrorKind::BandEmpty => "error-band-empty",
            ErrorKind::AfterPeriodStart => "error-after-period-start",
            ErrorKind::BeforeBirth => "error-before-birth",
            ErrorKind::TodayBeforePeriod => "error-today-before-period",
            ErrorKind::BasicAbovePaid => "error-basic-above-paid",
            ErrorKind::MoreThanPay => "error-more-than-pay",
        }
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
