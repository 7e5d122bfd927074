//! Events as Action Network (OSDI) and Mobilize hand them out: single dates, a description in HTML,
//! the place as OSDI's address.

use chrono::{DateTime, Datelike};

use super::fields::{link, quoted, text_of};
use super::gather::{At, Gather, MOST_DATES};
use super::{Kind, Value, clean, draft, times};
use crate::{Attend, Change, Meeting, Organiser, Override, Place, Schedule, Status, Venue};

/// Reads the rows.
pub(crate) fn read(rows: &[Value], gather: &mut Gather) {
    gather.rows(rows, one);
}

fn one(row: &Value, at: At, gather: &mut Gather) -> Option<Meeting> {
    let visibility = text_of(row, "visibility", 20);
    let hidden = row.get("action_network:hidden").and_then(Value::yes);
    if visibility.eq_ignore_ascii_case("private") || hidden == Some(true) {
        return None;
    }
    let mut title = text_of(row, "title", clean::NAME);
    if title.is_empty() {
        title = text_of(row, "name", clean::NAME);
    }
    if title.is_empty() {
        gather.leave_out(at, "title", "the title is missing");
        return None;
    }
    let schedule = match row.get("timeslots") {
        Some(slots) => timeslots(slots, row, at, gather),
        None => single(row, at, gather),
    }?;
    let id = id(row).unwrap_or_else(|| draft::made_id(&title, schedule.start));
    let mut meeting = draft::blank(id, title, schedule);
    let parts = ["summary", "description", "instructions"];
    let parts: Vec<String> = parts
        .iter()
        .filter_map(|name| Some(clean::about(row.get(name)?.text()?)))
        .filter(|part| !part.is_empty())
        .collect();
    meeting.about = clean::block(&parts.join("\n\n"), clean::ABOUT);
    meeting.venue = row.get("location").and_then(venue);
    meeting.page = link(row, "browser_url", "browser_url", at, gather, clean::https);
    let join = "virtual_action_url";
    meeting.joining.link = link(row, join, join, at, gather, clean::https);
    if meeting.joining.link.is_none() {
        let room = clean::first_https(&meeting.about).filter(|found| clean::is_room(found));
        meeting.joining.link = room.and_then(|room| clean::https(room).ok());
    }
    let by = row
        .get("sponsor")
        .or_else(|| row.get("action_network:sponsor"));
    meeting.organiser = by.map_or_else(Organiser::default, |by| Organiser {
        name: text_of(
            by,
            if by.get("name").is_some() {
                "name"
            } else {
                "title"
            },
            clean::NAME,
        ),
        link: None,
    });
    meeting.status = status(row);
    meeting.attend = draft::attend(&meeting);
    if row.get("is_virtual").and_then(Value::yes) == Some(true) {
        meeting.attend = Attend::Online;
        meeting.venue = None;
    }
    Some(meeting)
}

fn id(row: &Value) -> Option<String> {
    let own = text_of(row, "id", clean::NAME);
    if !own.is_empty() {
        return Some(own);
    }
    let ids = row.get("identifiers")?.one_or_more();
    let id = clean::line(ids.first()?.text()?, clean::NAME);
    (!id.is_empty()).then_some(id)
}

fn status(row: &Value) -> Status {
    match text_of(row, "status", 20).as_str() {
        "cancelled" | "canceled" => Status::Cancelled,
        "tentative" => Status::Tentative,
        _ => Status::Confirmed,
    }
}

/// One date, as OSDI has it.
fn single(row: &Value, at: At, gather: &mut Gather) -> Option<Schedule> {
    let stamp = |name| {
        let stamp = times::stamp(row.get(name)?.text()?)?;
        let offset = stamp.offset.filter(|_| !is_action_network(row));
        Some(times::Stamp { offset, ..stamp })
    };
    let start = stamp("start_date");
    let Some(start) = start.filter(|start| !start.is_date) else {
        gather.leave_out(
            at,
            "start_date",
            "the start is missing or is no time like 2026-03-03T19:30:00Z",
        );
        return None;
    };
    let (wall, zone) = draft::placed(start, Some(zone_of(row, at, gather)), false);
    let mut schedule = Schedule {
        zone,
        ..Schedule::once(wall, 0)
    };
    let Some(text) = row.get("end_date").and_then(Value::text) else {
        return Some(schedule);
    };
    let end = stamp("end_date");
    let end = end.and_then(|end| draft::on_clock(end, schedule.zone.as_deref()));
    match end.and_then(|end| times::minutes(wall, end)) {
        Some(minutes) => schedule.minutes = minutes,
        None => gather.note(
            at,
            "end_date",
            quoted(
                text,
                "is not after the start; the length was taken for not known",
            ),
        ),
    }
    Some(schedule)
}

/// Whether it is of Action Network, where the `Z` behind a time says nothing: "events are in the timezone
/// in which they physically take place" (one of its makers in github.com/opensupporter/osdi-docs,
/// issue 256; seen in github.com/affinityworks/main, issue 484).
fn is_action_network(row: &Value) -> bool {
    let begins = |text: &str| text.starts_with("action_network:");
    let ids = row.get("identifiers").map_or(&[][..], Value::one_or_more);
    ids.iter().take(20).filter_map(Value::text).any(begins)
        || row.fields().iter().any(|(name, _)| begins(name))
}

/// The event's zone; London's, where it names none.
fn zone_of(row: &Value, at: At, gather: &mut Gather) -> String {
    let fields = ["timezone", "time_zone"];
    let named = fields
        .iter()
        .find_map(|field| Some((*field, row.get(field)?)));
    let zone = named.and_then(|(field, zone)| {
        let name = text_of(row, field, 80);
        let known = draft::zone_named(&name);
        if known.is_none() && !name.is_empty() {
            let what = quoted(&name, draft::NO_ZONE);
            gather.note(
                At {
                    line: zone.line,
                    ..at
                },
                field,
                what,
            );
        }
        known
    });
    zone.unwrap_or_else(|| "Europe/London".to_owned())
}

/// A moment in seconds since 1970.
fn seconds(slot: &Value, name: &str) -> Option<times::Stamp> {
    let utc = DateTime::from_timestamp(slot.get(name)?.whole()?, 0)?.naive_utc();
    times::YEARS.contains(&utc.year()).then_some(times::Stamp {
        wall: utc,
        offset: Some(0),
        is_date: false,
    })
}

/// Mobilize's dates: seconds since 1970.
fn timeslots(slots: &Value, row: &Value, at: At, gather: &mut Gather) -> Option<Schedule> {
    let mut found = Vec::new();
    let mut zone = Some(zone_of(row, at, gather));
    for slot in slots.one_or_more().iter().take(MOST_DATES) {
        let at = At {
            line: slot.line,
            ..at
        };
        let Some(start) = seconds(slot, "start_date") else {
            gather.note(
                at,
                "timeslots",
                "a date without a start in seconds was left out",
            );
            continue;
        };
        let wall;
        (wall, zone) = draft::placed(start, zone, false);
        let end = seconds(slot, "end_date");
        let end = end.and_then(|end| draft::on_clock(end, zone.as_deref()));
        let minutes = end.and_then(|end| times::minutes(wall, end));
        if minutes.is_none() {
            gather.note(
                at,
                "timeslots",
                "a date does not end after its start; its length was taken for not known",
            );
        }
        found.push((wall, minutes.unwrap_or(0)));
    }
    found.sort_unstable();
    found.dedup_by_key(|(start, _)| *start);
    let Some((first, rest)) = found.split_first() else {
        gather.leave_out(at, "timeslots", "there is no date in it");
        return None;
    };
    let mut schedule = Schedule {
        zone,
        ..Schedule::once(first.0, first.1)
    };
    for (start, minutes) in rest {
        schedule.rdates.push(*start);
        if *minutes != first.1 {
            schedule.overrides.push(Override {
                at: *start,
                change: Change::Moved {
                    start: *start,
                    minutes: Some(*minutes),
                },
                note: String::new(),
            });
        }
    }
    Some(schedule)
}

fn venue(location: &Value) -> Option<Venue> {
    let lines = location
        .get("address_lines")
        .map_or(&[][..], Value::one_or_more);
    let postcode = text_of(location, "postal_code", 20);
    let parts = lines
        .iter()
        .take(6)
        .filter_map(Value::text)
        .map(|line| clean::line(line, clean::NAME))
        .chain([text_of(location, "locality", clean::NAME), postcode.clone()]);
    let address: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    let name = text_of(location, "venue", clean::NAME);
    if name.is_empty() && address.is_empty() {
        return None;
    }
    Some(Venue {
        name,
        address: address.join(", "),
        postcode: draft::postcode(&postcode),
        place: location.get("location").and_then(point),
        withheld: false,
    })
}

fn point(location: &Value) -> Option<Place> {
    let of = |name: &str| location.get(name).and_then(Value::text).unwrap_or_default();
    let mut place = draft::point(of("latitude"), of("longitude"))?;
    // OSDI: `Rooftop` is the house; anything else is a street, a postcode or a town.
    if let Some(Kind::Text(accuracy)) = location.get("accuracy").map(|accuracy| &accuracy.kind)
        && !accuracy.eq_ignore_ascii_case("rooftop")
    {
        place.within_miles = 5;
    }
    Some(place)
}
