//! A week of what was found, day by day.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::clock::Remembered;
use super::prepare::days_from;
use super::{Asker, Catalogue, Date, Filter, Found};
use crate::Status;
use crate::fit::{Blocks, Stay};

/// More dates of one meeting in a week are not looked at.
const MOST: usize = 64;

/// In minutes.
const DAY: i64 = 1_440;

/// A day of a week.
#[derive(Clone, Debug)]
pub struct Day {
    /// Which, on the reader's clock.
    pub date: NaiveDate,
    /// What starts on it, in the order of starts, and what has been on for days; what starts at the same
    /// time, in the order of the list.
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
/// answers the filter's days, times and fits.
#[must_use]
pub fn week(
    catalogue: &Catalogue,
    found: &[Found],
    filter: &Filter,
    asker: &Asker,
    monday: NaiveDate,
) -> [Day; 7] {
    let zones = Remembered::new(asker.zones);
    let asker = Asker {
        zones: &zones,
        ..*asker
    };
    let midnight = monday.and_time(NaiveTime::MIN);
    // A reader's clock is a day from UTC at most; so are the first and the last hour of the week.
    let (from, to) = (days_from(midnight, -1), days_from(midnight, 8));
    let blocks = Blocks::new(
        asker.shifts,
        &asker.settings,
        asker.zones,
        days_from(from, -1),
        days_from(to, 1),
    );
    let mut entries = Vec::new();
    for found in found {
        let Some(meeting) = catalogue.meetings().get(found.index) else {
            continue;
        };
        let dates = meeting.schedule.occurrences_from(asker.zones, from);
        for mut occurrence in dates.take_while(|date| date.utc < to).take(MOST) {
            let stay = Stay::new(meeting, &occurrence, &asker.settings, asker.zones);
            let fit = if blocks.cover(&stay) {
                blocks.fit(&stay)
            } else {
                stay.fit(asker.shifts, &asker.settings, asker.zones)
            };
            let must_fit = filter.fits && !asker.shifts.is_empty();
            occurrence.cancelled |= meeting.status == Status::Cancelled;
            let date = Date::new(meeting, occurrence, fit, asker.zone, &zones);
            if filter.matches_start(date.local) && (!must_fit || fit.fits()) {
                entries.push(Entry {
                    index: found.index,
                    date,
                });
            }
        }
    }
    by_day(entries, monday)
}

fn by_day(entries: Vec<Entry>, monday: NaiveDate) -> [Day; 7] {
    let midnight = monday.and_time(NaiveTime::MIN);
    let mut order = Vec::with_capacity(entries.len());
    for (place, entry) in entries.iter().enumerate() {
        let since = |at: NaiveDateTime| at.signed_duration_since(midnight).num_minutes();
        let (start, end) = (since(entry.date.local), since(entry.date.ends));
        // One that goes into the night is that day's alone; one of days is on each of them.
        let last = if end - start < DAY { start } else { end - 1 };
        for day in start.div_euclid(DAY).max(0)..=last.div_euclid(DAY).min(6) {
            let minutes = start.max(day * DAY) as u64;
            order.push((minutes, place as u64));
        }
    }
    order.sort_unstable();
    let mut day = monday;
    let mut days = std::array::from_fn(|_| {
        let date = day;
        day = date.succ_opt().unwrap_or(date);
        Day {
            date,
            entries: Vec::new(),
        }
    });
    for (minutes, place) in order {
        days[(minutes / DAY as u64) as usize]
            .entries
            .push(entries[place as usize].clone());
    }
    days
}
