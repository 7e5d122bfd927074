//! What a person asks for.

use chrono::{NaiveDateTime, NaiveTime, Timelike, Weekday};

use crate::recur::{Freq, Rule};
use crate::{Access, Attend, Meeting, OpenTo};

/// What a person asks for. What is empty asks for nothing. A postcode or a point is not here, but
/// with the [`super::Asker`]: a filter is shared as an address, and where somebody lives is not.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Filter {
    /// Words, as typed; all of them must be found somewhere.
    pub text: String,
    /// How one wants to be there: any of these.
    pub ways: Ways,
    /// On which days, in the reader's zone: any of these.
    pub days: Days,
    /// At what time of day, in the reader's zone: any of these.
    pub parts: Parts,
    /// Ids of roles; a meeting for any of them or for everybody will do.
    pub roles: Vec<String>,
    /// To whom it must be open.
    pub open: Open,
    /// Languages, as tags; a meeting that says any of them will do.
    pub languages: Vec<String>,
    /// Needs that must all be met.
    pub access: Access,
    /// What is done with meetings for women.
    pub women: Women,
    /// How often.
    pub often: Often,
    /// Not farther than so many miles, where it is known from where. Never hides what can be joined
    /// online.
    pub miles: Option<u16>,
    /// Only what can be made in full.
    pub fits: bool,
}

/// A set of ways to be there; empty: all.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Default)]
pub struct Ways(pub(super) u8);

impl Ways {
    /// All there are, in the order that they are shown.
    pub const ALL: [Attend; 3] = [Attend::Online, Attend::InPerson, Attend::Hybrid];

    /// With this one too, or without it.
    #[must_use]
    pub const fn set(self, how: Attend, on: bool) -> Ways {
        Ways(put(self.0, how as u8, on))
    }

    /// Whether this one is asked for.
    #[must_use]
    pub const fn has(self, how: Attend) -> bool {
        self.0 & 1 << how as u8 != 0
    }

    /// Whether nothing is asked for.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Who asks for online, or for a room, is served by a meeting that is both; who asks for both
    /// at once only by that.
    const fn allow(self, attend: Attend) -> bool {
        self.is_empty() || self.has(attend) || (matches!(attend, Attend::Hybrid))
    }
}

/// A set of days of the week; empty: all.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Default)]
pub struct Days(pub(super) u8);

impl Days {
    /// With this one too, or without it.
    #[must_use]
    pub const fn set(self, day: Weekday, on: bool) -> Days {
        Days(put(self.0, day as u8, on))
    }

    /// Whether this one is asked for.
    #[must_use]
    pub const fn has(self, day: Weekday) -> bool {
        self.0 & 1 << day as u8 != 0
    }

    /// Whether nothing is asked for.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// A part of the day, by when a meeting starts.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum PartOfDay {
    /// From 5 o'clock.
    Morning,
    /// From 12.
    Afternoon,
    /// From 17.
    Evening,
    /// From 22.
    Night,
}

impl PartOfDay {
    /// All four, in order.
    pub const ALL: [PartOfDay; 4] = [
        PartOfDay::Morning,
        PartOfDay::Afternoon,
        PartOfDay::Evening,
        PartOfDay::Night,
    ];

    /// The name in addresses.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            PartOfDay::Morning => "morning",
            PartOfDay::Afternoon => "afternoon",
            PartOfDay::Evening => "evening",
            PartOfDay::Night => "night",
        }
    }

    /// In which part that time is.
    #[must_use]
    pub fn of(time: NaiveTime) -> PartOfDay {
        match time.hour() {
            5..=11 => PartOfDay::Morning,
            12..=16 => PartOfDay::Afternoon,
            17..=21 => PartOfDay::Evening,
            _ => PartOfDay::Night,
        }
    }
}

/// A set of parts of the day; empty: all.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Default)]
pub struct Parts(pub(super) u8);

impl Parts {
    /// With this one too, or without it.
    #[must_use]
    pub const fn set(self, part: PartOfDay, on: bool) -> Parts {
        Parts(put(self.0, part as u8, on))
    }

    /// Whether this one is asked for.
    #[must_use]
    pub const fn has(self, part: PartOfDay) -> bool {
        self.0 & 1 << part as u8 != 0
    }

    /// Whether nothing is asked for.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// To whom a meeting must be open.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Open {
    /// No matter.
    #[default]
    Any,
    /// Everybody.
    All,
    /// Members of this union; what is open to everybody is open to them.
    Union(String),
}

/// What is done with meetings for women.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Default)]
pub enum Women {
    /// They are shown with the others.
    #[default]
    Shown,
    /// They are left out.
    Hidden,
    /// They alone are shown.
    Only,
}

/// How often a meeting takes place.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Default)]
pub enum Often {
    /// No matter.
    #[default]
    Any,
    /// Every week or more often.
    Weekly,
    /// Once.
    Once,
}

impl Filter {
    /// Whether a meeting answers all that can be told without its dates, its words and a person:
    /// ways, roles, openness, languages, access, women, and how often.
    #[must_use]
    pub fn matches(&self, meeting: &Meeting) -> bool {
        self.ways.allow(meeting.attend)
            && (self.roles.is_empty()
                || meeting.roles.is_empty()
                || meeting.roles.iter().any(|role| self.roles.contains(role)))
            && match (&self.open, &meeting.open_to) {
                (Open::Any, _) | (_, OpenTo::All) => true,
                (Open::All, OpenTo::Union(_)) => false,
                (Open::Union(mine), OpenTo::Union(its)) => mine.eq_ignore_ascii_case(its),
            }
            && (self.languages.is_empty()
                || (meeting.languages.iter()).any(|spoken| self.asks_for_language(spoken)))
            && meeting.access.has_all(self.access)
            && match self.women {
                Women::Shown => true,
                Women::Hidden => !meeting.women_only,
                Women::Only => meeting.women_only,
            }
            && match self.often {
                Often::Any => true,
                Often::Once => once(meeting),
                Often::Weekly => meeting.schedule.rules.iter().any(is_weekly),
            }
    }

    pub(super) fn asks_for_language(&self, spoken: &str) -> bool {
        self.languages.iter().any(|asked| is_a(spoken, asked))
    }

    /// Whether a date that starts then, on the reader's clock, answers days and parts of the day.
    #[must_use]
    pub fn matches_start(&self, start: NaiveDateTime) -> bool {
        use chrono::Datelike;
        (self.days.is_empty() || self.days.has(start.weekday()))
            && (self.parts.is_empty() || self.parts.has(PartOfDay::of(start.time())))
    }
}

/// Weekly by what the rule says, also where it says it in days or in months.
fn is_weekly(rule: &Rule) -> bool {
    match rule.freq() {
        Freq::Daily => rule.interval() <= 7,
        Freq::Weekly => rule.interval() == 1,
        Freq::Monthly | Freq::Yearly => {
            let else_ = rule.monthdays != 0 || !rule.nth.is_empty() || rule.rare.is_some();
            rule.interval() == 1 && rule.weekdays != 0 && !else_
        }
    }
}

fn once(meeting: &Meeting) -> bool {
    meeting.schedule.rules.is_empty() && meeting.schedule.rdates.is_empty()
}

/// `en-gb` is an `en`.
fn is_a(spoken: &str, asked: &str) -> bool {
    spoken
        .strip_prefix(asked)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

const fn put(bits: u8, bit: u8, on: bool) -> u8 {
    if on {
        bits | 1 << bit
    } else {
        bits & !(1 << bit)
    }
}
