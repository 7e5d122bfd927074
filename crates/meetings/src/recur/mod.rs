//! Recurrence rules (RFC 5545, 3.3.10) and their expansion.
//!
//! A [`Rule`] is read by `parse`, written by `show`. `days` knows which days of one year, month,
//! week or day a rule gives, as bits; `walk` goes from period to period; `expand` merges rules with
//! single dates and turns wall clocks into instants.
//!
//! Where the RFC leaves it open:
//!
//! - **A first start that the rule does not give** is no date of the meeting ("undefined", 3.8.5.3).
//!   COUNT counts what the rule gives from the first start on, so a first start that fits is number
//!   one. Python's dateutil, rrule.js and the crate `rrule` do the same.
//! - **UNTIL as a date** with a start that has a time: all of that day still counts.
//! - **What the rule does not say** comes from the first start: `FREQ=YEARLY;BYWEEKNO=20` is the
//!   start's day of the week in week 20 (RFC 8984, 4.3.3.1 puts it so).
//! - **A day of week 1 or 53 that lies in the neighbouring year** belongs to the year of its date.
//!   That only shows with an INTERVAL.
//!
//! Whoever writes a rule does not decide how long it takes: between two dates a rule has a bound of
//! its own, and all meetings of a feed can share a [`Budget`].
//!
//! Refuses to know: which zones there are, and times within the day. Hours, minutes and seconds
//! recur in no meeting.

mod days;
mod error;
mod expand;
mod parse;
mod show;
mod walk;

use chrono::{NaiveDate, NaiveDateTime};

pub use error::{RuleError, RuleFault};
pub use expand::{Budget, Occurrences};
pub(crate) use show::{day, digits, moment, utc};

/// One RRULE, made by [`Rule::parse`]. Lists are sets of bits, so the longest text makes a small
/// rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    pub(crate) freq: Freq,
    /// 0 is Monday.
    pub(crate) wkst: u8,
    /// BYDAY without ordinals; bit 0 is Monday.
    pub(crate) weekdays: u8,
    /// BYHOUR, BYMINUTE and BYSECOND, which real files have and which must say what the start says.
    pub(crate) clock: [Option<u8>; 3],
    /// Bit 1 is January.
    pub(crate) months: u16,
    pub(crate) interval: u32,
    /// Bit n is the nth day, bit 32 + n the nth from the end.
    pub(crate) monthdays: u64,
    /// BYDAY with ordinals, in order.
    pub(crate) nth: Box<[Nth]>,
    /// What hardly any rule has.
    pub(crate) rare: Option<Box<Rare>>,
    pub(crate) end: End,
}

/// How long the period of a rule is.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Freq {
    /// A day.
    Daily,
    /// A week, from WKST on.
    Weekly,
    /// A calendar month.
    Monthly,
    /// A calendar year.
    Yearly,
}

/// `2TU`, `-1FR`.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Nth {
    /// 0 is Monday.
    pub(crate) weekday: u8,
    /// From 1, or from -1 backwards.
    pub(crate) nth: i8,
}

/// Lists that hardly any rule has, in order and without duplicates.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Rare {
    pub(crate) yeardays: Vec<i16>,
    pub(crate) weeknos: Vec<i16>,
    pub(crate) setpos: Vec<i16>,
}

/// When a rule ends.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// It does not.
    Never,
    /// After so many dates (COUNT).
    Count(u32),
    /// With this day; all of it counts.
    Day(NaiveDate),
    /// With this time on the meeting's clock; a start at it still counts.
    Wall(NaiveDateTime),
    /// With this instant (UTC); a start at it still counts.
    Utc(NaiveDateTime),
}

impl Rule {
    /// How long its period is.
    #[must_use]
    pub const fn freq(&self) -> Freq {
        self.freq
    }

    /// Every how many periods; from 1.
    #[must_use]
    pub const fn interval(&self) -> u32 {
        self.interval
    }

    /// When it ends.
    #[must_use]
    pub const fn end(&self) -> End {
        self.end
    }
}
