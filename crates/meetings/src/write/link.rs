//! Links that fill in the form of a calendar on the web. Times are instants in UTC, so that the form
//! is right wherever it is opened.

use chrono::TimeDelta;

use super::event::{details, place};
use crate::recur::{day, digits, moment, utc};
use crate::{Meeting, Occurrence, percent};

/// The longest description in a link, in characters: an address of more than about 2,000 bytes is
/// cut off by some programs.
const DETAILS: usize = 600;

/// A link to Google Calendar's form for one date.
#[must_use]
pub fn google(meeting: &Meeting, occurrence: &Occurrence) -> String {
    let end = end(occurrence);
    let of = if meeting.schedule.zone.is_none() {
        moment
    } else {
        utc
    };
    let dates = [of(occurrence.utc).as_str(), "/", &of(end)].concat();
    let mut link = String::from("https://calendar.google.com/calendar/render?action=TEMPLATE");
    add(&mut link, "text", &meeting.title);
    add(&mut link, "dates", &dates);
    add(&mut link, "details", &short(&details(meeting, "")));
    add(&mut link, "location", &place(meeting));
    link
}

/// A link to the form of Outlook on the web for one date.
#[must_use]
pub fn outlook(meeting: &Meeting, occurrence: &Occurrence) -> String {
    let mut link = String::from(
        "https://outlook.live.com/calendar/0/deeplink/compose?path=/calendar/action/compose&rru=addevent",
    );
    add(&mut link, "subject", &meeting.title);
    let utc = meeting.schedule.zone.is_some();
    add(&mut link, "startdt", &iso(occurrence.utc, utc));
    add(&mut link, "enddt", &iso(end(occurrence), utc));
    add(&mut link, "body", &short(&details(meeting, "")));
    add(&mut link, "location", &place(meeting));
    link
}

/// Without a length an hour is filled in: the forms ask for an end.
fn end(occurrence: &Occurrence) -> chrono::NaiveDateTime {
    let minutes = if occurrence.minutes == 0 {
        60
    } else {
        occurrence.minutes
    };
    let end = occurrence
        .utc
        .checked_add_signed(TimeDelta::minutes(i64::from(minutes)));
    end.unwrap_or(occurrence.utc)
}

/// `2026-03-03T19:30:00Z`.
fn iso(time: chrono::NaiveDateTime, utc: bool) -> String {
    use chrono::Timelike;
    let plain = day(time.date());
    let mut out = [&plain[..4], "-", &plain[4..6], "-", &plain[6..], "T"].concat();
    for (at, part) in [time.hour(), time.minute(), time.second()]
        .into_iter()
        .enumerate()
    {
        if at > 0 {
            out.push(':');
        }
        digits(&mut out, part, 2);
    }
    if utc {
        out.push('Z');
    }
    out
}

fn short(text: &str) -> String {
    let mut out: String = text.chars().take(DETAILS).collect();
    if out.len() < text.len() {
        out.push('…');
    }
    out
}

/// `&name=value`.
fn add(link: &mut String, name: &str, value: &str) {
    if value.is_empty() {
        return;
    }
    link.push('&');
    link.push_str(name);
    link.push('=');
    percent::encode(value, link);
}
