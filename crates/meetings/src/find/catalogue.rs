//! Meetings with the words in them, and who asks for them.

use chrono::NaiveDateTime;

use super::index::Index;
use crate::fit::Settings;
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
    pub(super) index: Index,
}

impl Catalogue {
    /// Takes the meetings in. `also` gives, for each, further words by which it may be found: the
    /// names of its languages and roles as the page words them; may be empty.
    #[must_use]
    pub fn new(meetings: Vec<Meeting>, also: &dyn Fn(&Meeting) -> String) -> Catalogue {
        let index = Index::new(&meetings, also);
        Catalogue { meetings, index }
    }

    /// The meetings, in the order in which they came.
    #[must_use]
    pub fn meetings(&self) -> &[Meeting] {
        &self.meetings
    }
}
