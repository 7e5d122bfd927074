//! What is found, and why it stands where it stands.

use chrono::NaiveDateTime;
use swansfeet_places::Distance;

use crate::fit::{Cause, Fit};
use crate::{AccessNeed, Occurrence};

/// What a search gives.
#[derive(Clone, Debug, Default)]
pub struct Hits {
    /// The best, as many as were asked for.
    pub found: Vec<Found>,
    /// How many there are in all.
    pub total: usize,
    /// How many of them fit around the shifts.
    pub fit: usize,
}

/// A meeting that answers.
#[derive(Clone, Debug)]
pub struct Found {
    /// Which of the catalogue's meetings.
    pub index: usize,
    /// The next date that answers the filter and is not called off. Nothing: all dates that are
    /// known are called off.
    pub next: Option<Date>,
    /// The first date that answers the filter, where it is called off and before `next`; to be shown
    /// as such.
    pub called_off: Option<Date>,
    /// Where `next` cannot be made in full: the first of the dates after it that can be.
    pub later: Option<Date>,
    /// How far it is, where that is known and there is a room.
    pub distance: Option<Distance>,
    /// How far the distance may be off, in miles, at most; 0: exact.
    pub within_miles: u16,
    /// The same as in `next`.
    pub fit: Fit,
    /// How well the words were found: 0 best ([`super::Catalogue::find`]).
    pub words: u8,
    /// Why it stands here, the weightiest first.
    pub reasons: Vec<Reason>,
    /// The first meeting of the catalogue that is the same one, where another feed has it too.
    pub twin_of: Option<usize>,
}

/// A date with what it means for the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Date {
    /// The date.
    pub occurrence: Occurrence,
    /// When it starts on the reader's clock.
    pub local: NaiveDateTime,
    /// When it ends on that clock; the same as `local` where it is not said how long it is. Where clocks
    /// change meanwhile, this is not as much later as the meeting is long.
    pub ends: NaiveDateTime,
    /// Whether it can be made.
    pub fit: Fit,
}

/// One reason, to be put into words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Every date that is known is called off.
    CalledOff,
    /// A word is nowhere as it was typed, but there is one like it.
    Alike,
    /// It fits around the shifts.
    Fits,
    /// It fits, online only.
    FitsOnline,
    /// What is missed is missed online; in the room it would be more.
    PartOnline,
    /// So many minutes are missed at the start.
    Late(u16, Cause),
    /// So many minutes are missed at the end.
    Early(u16, Cause),
    /// It cannot be made.
    Missed(Cause),
    /// A later date fits.
    FitsLater(NaiveDateTime),
    /// It is on now.
    Now,
    /// It can be joined online.
    Online,
    /// So many miles.
    Miles(u32),
    /// About so many miles.
    MilesRough(u32),
    /// Some distance up to so many miles: where it is, or from where, is not known well enough to say more.
    MilesWithin(u32),
    /// In a language that was asked for, as its tag.
    Language(String),
    /// For a role that was asked for, as its id.
    Role(String),
    /// With something that was asked for.
    Access(AccessNeed),
}

impl Reason {
    /// The key of its sentence.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Reason::CalledOff => "reason-called-off",
            Reason::Alike => "reason-alike",
            Reason::Fits => "reason-fits",
            Reason::FitsOnline => "reason-fits-online",
            Reason::PartOnline => "reason-part-online",
            Reason::Late(..) => "reason-late",
            Reason::Early(..) => "reason-early",
            Reason::Missed(_) => "reason-missed",
            Reason::FitsLater(_) => "reason-fits-later",
            Reason::Now => "reason-now",
            Reason::Online => "reason-online",
            Reason::Miles(_) => "reason-miles",
            Reason::MilesRough(_) => "reason-miles-rough",
            Reason::MilesWithin(_) => "reason-miles-within",
            Reason::Language(_) => "reason-language",
            Reason::Role(_) => "reason-role",
            Reason::Access(_) => "reason-access",
        }
    }
}
