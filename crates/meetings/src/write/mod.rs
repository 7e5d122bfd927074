//! Meetings as calendar files (RFC 5545) and as links that fill in a calendar's form.
//!
//! What a [`Meeting`] withholds is not written: a way to join, or an address, that is handed out only to
//! whoever asks is in a file only when whoever asked has been given it. Knows no clock: when a file is made
//! is an argument.

mod event;
mod fold;
mod link;
mod zone;

use chrono::NaiveDateTime;

pub use link::{google, outlook};

use crate::zone::Zones;
use crate::{Meeting, Occurrence};
pub(crate) use event::ONCE;
use fold::Sheaf;

/// What a calendar file says about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet<'a> {
    /// What the calendar is called; empty: nothing is said.
    pub name: &'a str,
    /// When the file is made, in UTC.
    pub stamp: NaiveDateTime,
    /// Grows with every change, so that calendars take the newer copy: the count of changes, or
    /// minutes since a fixed day.
    pub sequence: u32,
    /// What stands behind the `@` of a UID, so that it is unique in the world (`hub.example`); empty:
    /// the meeting's id alone.
    pub host: &'a str,
    /// After how many minutes a subscribed calendar may ask again; 0: nothing is said.
    pub refresh: u32,
}

/// 1 January 2026: changes are counted in minutes since.
const COUNTED_FROM: i64 = 1_767_225_600;

/// The sequence of a file of that moment, in seconds since 1970. Whoever makes files of the same
/// meetings must count alike: a calendar holds what has the lower number for the older.
#[must_use]
pub fn sequence(seconds: i64) -> u32 {
    u32::try_from((seconds - COUNTED_FROM).max(0) / 60).unwrap_or(u32::MAX)
}

/// A file with these meetings as series: rules, further dates, dates left out, dates that differ.
/// Cancelled dates stay in it, marked; a whole meeting that is off does too.
#[must_use]
pub fn calendar(meetings: &[&Meeting], sheet: &Sheet<'_>, zones: &dyn Zones) -> String {
    let mut out = head(sheet);
    for (zone, from) in zones_of(meetings) {
        zone::write(&mut out, zone, from, sheet.stamp, zones);
    }
    for meeting in meetings {
        event::series(&mut out, meeting, sheet, zones);
    }
    out.line("END", "VCALENDAR");
    out.done()
}

/// A file with one date of a meeting. Its UID is the date's own, so that it stands beside the series
/// and takes the place of nothing.
#[must_use]
pub fn date(meeting: &Meeting, occurrence: &Occurrence, sheet: &Sheet<'_>) -> String {
    let mut out = head(sheet);
    event::date(&mut out, meeting, occurrence, sheet);
    out.line("END", "VCALENDAR");
    out.done()
}

fn head(sheet: &Sheet<'_>) -> Sheaf {
    let mut out = Sheaf::default();
    out.line("BEGIN", "VCALENDAR");
    out.line("VERSION", "2.0");
    out.line("PRODID", "-//Swansfeet//Meetings//EN");
    out.line("CALSCALE", "GREGORIAN");
    out.line("METHOD", "PUBLISH");
    if !sheet.name.is_empty() {
        out.text("NAME", sheet.name);
        out.text("X-WR-CALNAME", sheet.name);
    }
    if sheet.refresh > 0 {
        let every = ["PT", &sheet.refresh.to_string(), "M"].concat();
        out.line("REFRESH-INTERVAL;VALUE=DURATION", &every);
        out.line("X-PUBLISHED-TTL", &every);
    }
    out
}

/// Every zone that is named, once, with the earliest start in it.
fn zones_of<'a>(meetings: &[&'a Meeting]) -> Vec<(&'a str, NaiveDateTime)> {
    let mut found: Vec<(&str, NaiveDateTime)> = Vec::new();
    for meeting in meetings {
        let schedule = &meeting.schedule;
        let Some(zone) = event::named_zone(schedule) else {
            continue;
        };
        let first = schedule
            .rdates
            .iter()
            .min()
            .map_or(schedule.start, |date| schedule.start.min(*date));
        match found.iter_mut().find(|(known, _)| *known == zone) {
            Some((_, from)) => *from = first.min(*from),
            None => found.push((zone, first)),
        }
    }
    found
}
