//! Meetings with the words in them, and who asks for them.

use std::sync::OnceLock;

use chrono::NaiveDateTime;

use super::index::Index;
use super::intern::Interned;
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
#[derive(Default)]
pub struct Catalogue {
    meetings: Vec<Meeting>,
    index: OnceLock<Index>,
}

/// How far learning has come.
#[derive(Default)]
pub struct Lesson {
    words: Interned,
    learnt: usize,
}

impl Catalogue {
    /// Takes the meetings in. `also` gives, for each, further words by which it may be found: the
    /// names of its languages and roles as the page words them; may be empty.
    #[must_use]
    pub fn new(meetings: Vec<Meeting>, also: &dyn Fn(&Meeting) -> String) -> Catalogue {
        let catalogue = Catalogue::unread(meetings);
        catalogue.learn(also);
        catalogue
    }

    /// Takes the meetings in and leaves their words for later, because a first list is shown before
    /// anybody types. Whoever searches before [`Catalogue::learn`] waits for it, and further words
    /// are not known then.
    #[must_use]
    pub fn unread(meetings: Vec<Meeting>) -> Catalogue {
        Catalogue {
            meetings,
            index: OnceLock::new(),
        }
    }

    /// Learns the words, once: to be called when there is time. `also` is that of
    /// [`Catalogue::new`].
    pub fn learn(&self, also: &dyn Fn(&Meeting) -> String) {
        self.learn_some(&mut Lesson::default(), usize::MAX, also);
    }

    /// The same for so many more meetings, so that nothing else has to wait for long. True where all
    /// are learnt; a lesson is good for one catalogue.
    pub fn learn_some(
        &self,
        lesson: &mut Lesson,
        many: usize,
        also: &dyn Fn(&Meeting) -> String,
    ) -> bool {
        if self.index.get().is_some() {
            return true;
        }
        let end = lesson.learnt.saturating_add(many).min(self.meetings.len());
        for index in lesson.learnt..end {
            let meeting = &self.meetings[index];
            Index::read(&mut lesson.words, index, meeting, &also(meeting));
        }
        lesson.learnt = end;
        let is_done = end == self.meetings.len();
        if is_done {
            let words = std::mem::take(&mut lesson.words);
            self.index
                .get_or_init(|| words.into_index(self.meetings.len()));
        }
        is_done
    }

    /// The meetings, in the order in which they came.
    #[must_use]
    pub fn meetings(&self) -> &[Meeting] {
        &self.meetings
    }

    /// One of the meetings, for whoever reads the rest of it: before its words are learnt.
    pub fn meeting_mut(&mut self, index: usize) -> Option<&mut Meeting> {
        self.meetings.get_mut(index)
    }

    /// The meetings back, as they came.
    #[must_use]
    pub fn into_meetings(self) -> Vec<Meeting> {
        self.meetings
    }

    /// How well each meeting has these words ([`Index::search`]).
    pub(super) fn search(&self, text: &str) -> Option<Vec<u8>> {
        if text.trim().is_empty() {
            return None;
        }
        self.learn(&|_| String::new());
        self.index.get()?.search(text)
    }
}
