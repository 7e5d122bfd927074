//! Shifts out of a calendar.

use chrono::{Duration, NaiveDateTime, NaiveTime};

use super::{Note, Reading, Shifts, Span, What};
use crate::read::calendar;
use crate::zone::{Zones, to_wall};
use crate::{Meeting, Status};

/// More shifts than these are not taken from a calendar.
const MOST: usize = 5_000;
/// Longer entries than these hours are no shifts.
const LONGEST_HOURS: i64 = 48;

impl Shifts {
    /// Reads the shifts of a calendar file (iCalendar) between two times on the clock in London, as
    /// [`Shifts::from_entries`] does. What of the file cannot be read is noted with its line.
    #[must_use]
    pub fn from_calendar(
        text: &str,
        zones: &dyn Zones,
        from: NaiveDateTime,
        to: NaiveDateTime,
    ) -> Reading {
        let feed = calendar(text, zones);
        let mut reading = Shifts::from_entries(&feed.meetings, zones, from, to);
        let left_out = feed.problems.into_iter().filter(|problem| problem.left_out);
        reading.notes.extend(left_out.map(|problem| Note {
            line: problem.line,
            what: What::NotUnderstood,
            text: problem.what,
        }));
        reading
    }

    /// The entries of a calendar between two times on the clock in London, as dated shifts:
    /// `read::calendar` makes entries of a file. What is called off is left out. What lasts whole
    /// days, or longer than two, is no shift but leave, or a birthday, and is noted; its line is
    /// its place among the entries.
    #[must_use]
    pub fn from_entries(
        entries: &[Meeting],
        zones: &dyn Zones,
        from: NaiveDateTime,
        to: NaiveDateTime,
    ) -> Reading {
        let mut reading = Reading::default();
        let mut spans = Vec::new();
        for (place, entry) in entries.iter().enumerate() {
            let line = u32::try_from(place + 1).unwrap_or(u32::MAX);
            let mut note = |what| {
                reading.notes.push(Note {
                    line,
                    what,
                    text: entry.title.chars().take(40).collect(),
                });
            };
            if entry.status == Status::Cancelled {
                continue;
            }
            if is_no_shift(entry) {
                note(What::WholeDay);
                continue;
            }
            // London is an hour from UTC at most.
            let start = from.checked_sub_signed(Duration::hours(1)).unwrap_or(from);
            for date in entry.schedule.occurrences_from(zones, start) {
                let london = match entry.schedule.zone {
                    Some(_) => to_wall(zones, crate::fit::LONDON, date.utc),
                    None => Some(date.start),
                };
                let Some(start) = london else { continue };
                if start >= to {
                    break;
                }
                if spans.len() >= MOST {
                    note(What::TooMuch);
                    break;
                }
                let length = Duration::minutes(i64::from(date.minutes));
                let end = match entry.schedule.zone {
                    Some(_) => (date.utc.checked_add_signed(length))
                        .and_then(|end| to_wall(zones, crate::fit::LONDON, end)),
                    None => start.checked_add_signed(length),
                };
                if let Some(end) = end.filter(|end| !date.cancelled && *end > from && *end > start)
                {
                    spans.push(Span { start, end });
                }
            }
        }
        reading.understood = u32::try_from(spans.len()).unwrap_or(u32::MAX);
        reading.shifts = Shifts::dated(spans);
        reading
    }
}

fn is_no_shift(entry: &Meeting) -> bool {
    let minutes = i64::from(entry.schedule.minutes);
    let days = minutes % 1_440 == 0 && entry.schedule.start.time() == NaiveTime::MIN;
    minutes == 0 || days || minutes > LONGEST_HOURS * 60
}
