//! Meetings with the words in them, and what they mean for one person.

use chrono::NaiveDateTime;

use super::{Date, Filter, Found, Hits};
use crate::fit::{Fit, Settings};
use crate::shifts::Shifts;
use crate::zone::Zones;
use crate::{Meeting, Place};

/// Who asks, and when.
#[derive(Copy, Clone)]
pub struct Asker<'a> {
    /// Now, in UTC.
    pub now: NaiveDateTime,
    /// The reader's zone, as an IANA name.
    pub zone: &'a str,
    /// From where distances are, and how rough that is.
    pub near: Option<Place>,
    /// When they work; [`Shifts::default`] where they do not say.
    pub shifts: &'a Shifts,
    /// How they get there.
    pub settings: Settings,
    /// Offsets of zones.
    pub zones: &'a dyn Zones,
}

/// Meetings and the words in them.
pub struct Catalogue {
    meetings: Vec<Meeting>,
}

/// What a catalogue's meetings mean for one person at one moment. Good until they say something
/// new about themselves or some minutes have passed; a new filter needs no new one.
pub struct Prepared {
    pub(super) dates: Vec<Vec<Date>>,
}

impl Catalogue {
    /// Takes the meetings in. `also` gives, for each, further words by which it may be found: the
    /// names of its languages and roles as the page words them; may be empty.
    #[must_use]
    pub fn new(meetings: Vec<Meeting>, also: &dyn Fn(&Meeting) -> String) -> Catalogue {
        let _ = also;
        Catalogue { meetings }
    }

    /// The meetings, in the order in which they came.
    #[must_use]
    pub fn meetings(&self) -> &[Meeting] {
        &self.meetings
    }

    /// Works out what the meetings mean for one person.
    #[must_use]
    pub fn prepare(&self, asker: &Asker) -> Prepared {
        let dates = self.meetings.iter().map(|meeting| {
            meeting
                .schedule
                .occurrences_from(asker.zones, asker.now)
                .take(8)
                .map(|occurrence| Date {
                    local: occurrence.start,
                    fit: Fit::Unknown,
                    occurrence,
                })
                .collect()
        });
        Prepared {
            dates: dates.collect(),
        }
    }

    /// The meetings that answer a filter, best first, at most `limit` of them.
    #[must_use]
    pub fn find(&self, prepared: &Prepared, filter: &Filter, limit: usize) -> Hits {
        let found = (self.meetings.iter().zip(&prepared.dates).enumerate())
            .filter(|(_, (meeting, _))| filter.matches(meeting))
            .map(|(index, (_, dates))| Found {
                index,
                next: dates.first().cloned(),
                called_off: None,
                later: None,
                distance: None,
                within_miles: 0,
                fit: Fit::Unknown,
                words: 0,
                reasons: Vec::new(),
                twin_of: None,
            })
            .collect::<Vec<_>>();
        let total = found.len();
        let mut found = found;
        found.truncate(limit);
        Hits { found, total }
    }
}
