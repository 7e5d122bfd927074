//! Calendar files (RFC 5545) into meetings: what their properties mean. Lines and escapes are
//! [`super::ics`]'s.

mod event;
mod merge;
mod place;
mod value;
mod zones;

use super::clean;
use super::fields::{said, told};
use super::gather::{At, Gather, MOST_MEETINGS};
use super::ics::{Component, Reader, is_calendar};
use crate::zone::Zones;
use event::Event;

/// Reads a whole file.
pub(crate) fn read(text: &str, zones: &dyn Zones, gather: &mut Gather) {
    if !is_calendar(text) {
        gather.leave_out(
            At { line: 1, entry: 0 },
            "",
            "this is no calendar file: it does not begin with BEGIN:VCALENDAR",
        );
        return;
    }
    // Zones may stand behind the events that name them.
    let mut known = zones::Names::new(zones);
    let mut called_off = false;
    for component in Reader::new(text) {
        if component.is("VTIMEZONE") {
            known.define(&component);
        } else if component.is("VCALENDAR") {
            called_off = head(&component, &mut known, gather);
        }
    }
    let mut events: Vec<Event> = Vec::new();
    let (mut number, mut others) = (0, 0_u32);
    for component in Reader::new(text) {
        if component.is("VEVENT") {
            number += 1;
            if events.len() >= MOST_MEETINGS * 2 {
                let at = At {
                    line: component.line,
                    entry: number,
                };
                gather.leave_out(
                    at,
                    "",
                    "the calendar has too many events; the rest was left out",
                );
                break;
            }
            events.extend(event::read(&component, number, &mut known, gather));
        } else if component.is("VTODO") || component.is("VJOURNAL") {
            others += 1;
        }
    }
    if others > 0 {
        let what = told(&[
            &said(&others),
            " tasks or notes are no events and were passed over",
        ]);
        gather.note(At::default(), "", what);
    }
    if called_off {
        for event in &mut events {
            event.meeting.status = crate::Status::Cancelled;
        }
    }
    merge::merge(events, zones, gather);
}

/// The calendar's own properties; whether all that is in it is called off.
fn head(calendar: &Component<'_>, known: &mut zones::Names<'_>, gather: &mut Gather) -> bool {
    let name = calendar
        .get("NAME")
        .or_else(|| calendar.get("X-WR-CALNAME"));
    if let Some(name) = name {
        gather.feed.name = clean::line(&name.text(), clean::NAME);
    }
    if let Some(zone) = calendar.get("X-WR-TIMEZONE") {
        known.default = known.resolve(&zone.text());
    }
    let method = calendar.get("METHOD");
    method.is_some_and(|method| method.value.trim().eq_ignore_ascii_case("CANCEL"))
}
