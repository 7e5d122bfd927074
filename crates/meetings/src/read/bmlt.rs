//! BMLT's search results (`GetSearchResults` as JSON): weekly meetings, a day from 1 for Sunday, and
//! every value a text.

use super::fields::{link, quoted, text_of};
use super::gather::{At, Gather};
use super::{Value, clean, days, draft, tags, times};
use crate::{AccessNeed, Attend, Meeting, Organiser, Schedule, Status, Venue};

/// Reads the rows.
pub(crate) fn read(rows: &[Value], gather: &mut Gather) {
    gather.rows(rows, one);
}

fn one(row: &Value, at: At, gather: &mut Gather) -> Option<Meeting> {
    // What is not published is not there, for a reader.
    if row.get("published").and_then(Value::yes) == Some(false) {
        return None;
    }
    let title = text_of(row, "meeting_name", clean::NAME);
    if title.is_empty() {
        gather.leave_out(at, "meeting_name", "the name is missing");
        return None;
    }
    let schedule = schedule(row, at, gather)?;
    let mut id = text_of(row, "id_bigint", clean::NAME);
    if id.is_empty() {
        id = draft::made_id(&title, schedule.start);
        gather.note(
            at,
            "id_bigint",
            "the id is missing; one was made from name and time",
        );
    }
    let mut meeting = draft::blank(id, title, schedule);
    let about = ["comments", "location_info"];
    let about: Vec<&str> = about
        .iter()
        .filter_map(|name| row.get(name)?.text())
        .collect();
    meeting.about = clean::about(&about.join("\n\n"));
    meeting.venue = venue(row);
    meeting.joining.link = link(
        row,
        "virtual_meeting_link",
        "virtual_meeting_link",
        at,
        gather,
        clean::https,
    );
    meeting.joining.phone = row
        .get("phone_meeting_number")
        .and_then(Value::text)
        .and_then(clean::phone);
    meeting.joining.note = text_of(row, "virtual_meeting_additional_info", 1_000);
    meeting.organiser = Organiser {
        name: text_of(row, "service_body_name", clean::NAME),
        link: None,
    };
    if let Some(tag) = row
        .get("lang_enum")
        .and_then(Value::text)
        .and_then(tags::language)
    {
        tags::add(&mut meeting.languages, &tag);
    }
    let closed = formats(row, &mut meeting);
    meeting.attend = attend(row, &mut meeting, closed, at, gather);
    if meeting.attend == Attend::Online {
        meeting.venue = None;
    }
    Some(meeting)
}

fn schedule(row: &Value, at: At, gather: &mut Gather) -> Option<Schedule> {
    let field = if row.get("weekday_tinyint").is_some() {
        "weekday_tinyint"
    } else {
        "weekday"
    };
    let day = row.get(field);
    let days = match day.and_then(Value::whole) {
        // 1 is Sunday here; 0 is Monday there.
        Some(number @ 1..=7) => Some(days::Days::one(
            u32::try_from(number).unwrap_or_default() + 5,
        )),
        Some(_) => None,
        None => day.and_then(Value::text).and_then(days::days),
    };
    let Some(days) = days else {
        gather.leave_out(
            at,
            field,
            "the day is missing or is none from 1 (Sunday) to 7 (Saturday)",
        );
        return None;
    };
    let Some(time) = row
        .get("start_time")
        .and_then(Value::text)
        .and_then(times::clock)
    else {
        gather.leave_out(
            at,
            "start_time",
            "the time is missing or is no time like 19:30:00",
        );
        return None;
    };
    let start = days.first_from(times::long_ago()).and_time(time);
    let mut schedule = Schedule::once(start, 60);
    schedule.rules = draft::weekly(days);
    let length = text_of(row, "duration_time", 20);
    match length_of(&length) {
        Some(minutes) => schedule.minutes = minutes,
        None if length.is_empty() => {}
        None => gather.note(
            at,
            "duration_time",
            quoted(&length, "is no length like 01:30:00; an hour was taken"),
        ),
    }
    let zone = text_of(row, "time_zone", 80);
    draft::take_zone(&mut schedule, &zone, "time_zone", at, gather);
    Some(schedule)
}

/// `01:30:00`, and `24:00:00` for a day.
fn length_of(text: &str) -> Option<u32> {
    let mut parts = text.split(':').map(|part| times::number(part, 2));
    let (hours, minutes) = (parts.next()??, parts.next()??);
    let length = hours * 60 + minutes;
    (1..=24 * 60).contains(&length).then_some(length)
}

fn venue(row: &Value) -> Option<Venue> {
    let of = |name: &str| text_of(row, name, clean::NAME);
    let name = of("location_text");
    let parts = [
        "location_street",
        "location_city_subsection",
        "location_neighborhood",
        "location_municipality",
        "location_sub_province",
        "location_postal_code_1",
    ];
    let parts = parts.map(of);
    let address: Vec<&str> = parts
        .iter()
        .filter(|part| !part.is_empty())
        .map(String::as_str)
        .collect();
    let address = address.join(", ");
    let place = draft::point(&of("latitude"), &of("longitude"));
    if name.is_empty() && address.is_empty() {
        return None;
    }
    let postcode =
        draft::postcode(&of("location_postal_code_1")).or_else(|| draft::postcode_in(&address));
    Some(Venue {
        name,
        address,
        postcode,
        place,
        withheld: false,
    })
}

/// Takes the codes in; whether the room is closed for now.
fn formats(row: &Value, meeting: &mut Meeting) -> bool {
    let formats = row.get("formats").and_then(Value::text).unwrap_or_default();
    let mut closed = false;
    for code in formats.split(',').take(60) {
        match code.trim() {
            "WC" | "WCHR" => meeting.access = meeting.access.with(AccessNeed::StepFree),
            "BSL" => meeting.access = meeting.access.with(AccessNeed::Bsl),
            "W" => meeting.women_only = true,
            "TC" => closed = true,
            _ => {}
        }
    }
    closed
}

fn attend(row: &Value, meeting: &mut Meeting, closed: bool, at: At, gather: &mut Gather) -> Attend {
    let formats = row.get("formats").and_then(Value::text).unwrap_or_default();
    let has = |code: &str| {
        formats
            .split(',')
            .take(60)
            .any(|known| known.trim() == code)
    };
    let seen = draft::attend(meeting);
    let attend = match row.get("venue_type").map(Value::text) {
        Some(Some("1")) if !closed => Attend::InPerson,
        Some(Some("2")) => Attend::Online,
        Some(Some("3")) if !closed => Attend::Hybrid,
        Some(Some("1" | "3" | "")) | None => match (has("VM"), has("HY")) {
            (_, true) if !closed => Attend::Hybrid,
            (true, _) => Attend::Online,
            _ => seen,
        },
        Some(_) => {
            gather.note(
                at,
                "venue_type",
                "this is 1 for in person, 2 for online or 3 for both; it was guessed",
            );
            seen
        }
    };
    if closed {
        if seen.is_online() {
            return Attend::Online;
        }
        meeting.status = Status::Cancelled;
    }
    attend
}
