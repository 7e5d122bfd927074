//! When a meeting is: a start on the clock of its place, rules, and what differs on single dates.

use chrono::{NaiveDateTime, TimeDelta};

use crate::recur::{Budget, Occurrences, Rule};
use crate::zone::Zones;

/// When a meeting is. Times without a zone are on the clock of [`Schedule::zone`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// The first start.
    pub start: NaiveDateTime,
    /// How long; 0: not said.
    pub minutes: u32,
    /// An IANA name (`Europe/London`); nothing: floating time, the same on every clock.
    pub zone: Option<String>,
    /// RRULEs; none: once. More than one is a union, as RFC 2445 allowed and real files have.
    pub rules: Vec<Rule>,
    /// RDATEs: further starts.
    pub rdates: Vec<NaiveDateTime>,
    /// EXDATEs: starts that the rules give and that are left out.
    pub exdates: Vec<NaiveDateTime>,
    /// Single dates that are moved or called off, by the start that the rules give.
    pub overrides: Vec<Override>,
}

/// What differs on one date (a RECURRENCE-ID).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Override {
    /// The start that the rules give.
    pub at: NaiveDateTime,
    /// What happens instead.
    pub change: Change,
    /// What is said about it: `Bank holiday`; may be empty.
    pub note: String,
}

/// What happens on a date that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is called off, and shown as such.
    Cancelled,
    /// It is at another time.
    Moved {
        /// The new start, on the same clock.
        start: NaiveDateTime,
        /// The new length; nothing: as ever.
        minutes: Option<u32>,
    },
}

/// One date of a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The start that the rules give: names this date for ever, also when it is moved.
    pub id: NaiveDateTime,
    /// When it starts on the clock of its place, moved on where that hour does not exist.
    pub start: NaiveDateTime,
    /// The same instant in UTC; for floating time the same figures as `start`.
    pub utc: NaiveDateTime,
    /// How long; 0: not said.
    pub minutes: u32,
    /// Called off.
    pub cancelled: bool,
    /// At another time than the rules give.
    pub moved: bool,
    /// Index of what is said about it in [`Schedule::overrides`].
    pub over: Option<usize>,
}

impl Occurrence {
    /// Whether it has ended at that instant, in UTC; for floating time as figures on a clock.
    #[must_use]
    pub fn has_ended(&self, at: NaiveDateTime) -> bool {
        let end = TimeDelta::try_minutes(i64::from(self.minutes))
            .and_then(|length| self.utc.checked_add_signed(length));
        match end {
            // Nobody knows how long it is: it has ended when the next moment has come.
            Some(end) if self.minutes == 0 => end < at,
            Some(end) => end <= at,
            None => false,
        }
    }
}

impl Schedule {
    /// Once, at that time, for so long, in London.
    #[must_use]
    pub fn once(start: NaiveDateTime, minutes: u32) -> Schedule {
        Schedule::once_in(Some("Europe/London".to_owned()), start, minutes)
    }

    /// The same on the clock of a zone.
    pub(crate) fn once_in(zone: Option<String>, start: NaiveDateTime, minutes: u32) -> Schedule {
        Schedule {
            start,
            minutes,
            zone,
            rules: Vec::new(),
            rdates: Vec::new(),
            exdates: Vec::new(),
            overrides: Vec::new(),
        }
    }

    /// Every date from the first on, in the order of their instants, lazily. Ends when the rules do,
    /// or when a bound of steps is reached ([`Occurrences::bounded`]).
    #[must_use]
    pub fn occurrences<'a>(&'a self, zones: &'a dyn Zones) -> Occurrences<'a> {
        Occurrences::new(self, zones, None, None)
    }

    /// The same, from the first date that has not ended at that instant (UTC). Does not walk through
    /// years that are over where the rules have no COUNT.
    #[must_use]
    pub fn occurrences_from<'a>(
        &'a self,
        zones: &'a dyn Zones,
        instant: NaiveDateTime,
    ) -> Occurrences<'a> {
        Occurrences::new(self, zones, Some(instant), None)
    }

    /// Either of them, with steps that it shares with others: ends where these do.
    #[must_use]
    pub fn occurrences_within<'a>(
        &'a self,
        zones: &'a dyn Zones,
        instant: Option<NaiveDateTime>,
        budget: &'a Budget,
    ) -> Occurrences<'a> {
        Occurrences::new(self, zones, instant, Some(budget))
    }
}
