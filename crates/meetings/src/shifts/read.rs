//! Shifts as people type them or paste them.

use chrono::{NaiveDate, NaiveDateTime};

use super::{Note, Reading, Shifts, What};
use crate::zone::Zones;

impl Shifts {
    /// Reads shifts as people type or paste them, a line at a time: `Mon-Fri 9-5`, `Weds 10pm to
    /// 8am`, `03/03/2026 0700-1500`, `week 1: Mon 7-3`.
    ///
    /// `today` settles years that are not written, and the first day of a rota where the text does
    /// not give it.
    #[must_use]
    pub fn read(text: &str, today: NaiveDate) -> Reading {
        let _ = (text, today);
        Reading::default()
    }

    /// Reads the shifts of a calendar file (iCalendar) between two times on the clock in London.
    #[must_use]
    pub fn from_calendar(
        text: &str,
        zones: &dyn Zones,
        from: NaiveDateTime,
        to: NaiveDateTime,
    ) -> Reading {
        let _ = (text, zones, from, to);
        Reading::default()
    }
}

/// Reads the times of one day: `7-3, 4-8pm` as minutes after midnight and lengths. For a form with
/// a field for each day. Empty, or `off`: none.
///
/// # Errors
/// What is wrong with it.
pub fn times(text: &str) -> Result<Vec<(u16, u16)>, Note> {
    Err(Note {
        line: 1,
        what: What::NotUnderstood,
        text: text.to_owned(),
    })
}
