//! Meeting Guide JSON (github.com/code4recovery/spec): weekly meetings, a day from 0 for Sunday, and
//! kinds as codes. Only its form is known here, not the fellowship that it was made for.

use super::fields::{link, quoted, text_of};
use super::gather::{At, Gather};
use super::{Value, clean, days, draft, tags, times};
use crate::{AccessNeed, Attend, Meeting, Organiser, Schedule, Status, Venue};

/// Codes of kinds that name a language.
const LANGUAGES: [(&str, &str); 18] = [
    ("EN", "en"),
    ("S", "es"),
    ("FR", "fr"),
    ("DE", "de"),
    ("ITA", "it"),
    ("POL", "pl"),
    ("POR", "pt"),
    ("PUN", "pa"),
    ("RUS", "ru"),
    ("LT", "lt"),
    ("SK", "sk"),
    ("UK", "uk"),
    ("HI", "hi"),
    ("ML", "ml"),
    ("TL", "tl"),
    ("HU", "hu"),
    ("EL", "el"),
    ("FA", "fa"),
];

/// Reads the rows.
pub(crate) fn read(rows: &[Value], gather: &mut Gather) {
    gather.rows(rows, one);
}

fn one(row: &Value, at: At, gather: &mut Gather) -> Option<Meeting> {
    let mut title = text_of(row, "name", clean::NAME);
    if title.is_empty() {
        title = text_of(row, "group", clean::NAME);
    }
    if title.is_empty() {
        gather.leave_out(at, "name", "the name is missing");
        return None;
    }
    let schedule = schedule(row, at, gather)?;
    let mut id = text_of(row, "slug", clean::NAME);
    if id.is_empty() {
        id = text_of(row, "id", clean::NAME);
    }
    if id.is_empty() {
        id = draft::made_id(&title, schedule.start);
        gather.note(
            at,
            "slug",
            "the slug is missing; one was made from name and time",
        );
    }
    let mut meeting = draft::blank(id, title, schedule);
    meeting.about = notes(row);
    meeting.venue = venue(row);
    joining(row, &mut meeting, at, gather);
    meeting.organiser = organiser(row, at, gather);
    meeting.page = link(row, "url", "url", at, gather, clean::https);
    kinds(row, &mut meeting);
    meeting.attend = attend(row, &mut meeting);
    if meeting.attend == Attend::Online {
        // What stands there is where the group is from, not a room.
        meeting.venue = None;
    }
    Some(meeting)
}

fn schedule(row: &Value, at: At, gather: &mut Gather) -> Option<Schedule> {
    let days = days(row, at, gather);
    let Some(time) = row.get("time").and_then(Value::text).and_then(times::clock) else {
        gather.leave_out(at, "time", "the time is missing or is no time like 19:30; a meeting by appointment cannot be listed");
        return None;
    };
    if days.is_empty() {
        gather.leave_out(
            at,
            "day",
            "the day is missing or is none from 0 (Sunday) to 6 (Saturday)",
        );
        return None;
    }
    let start = days.first_from(times::long_ago()).and_time(time);
    let mut schedule = Schedule::once(start, 60);
    schedule.rules = draft::weekly(days);
    if let Some(end) = row
        .get("end_time")
        .and_then(Value::text)
        .filter(|end| !end.trim().is_empty())
    {
        match times::clock(end).and_then(|end| times::minutes_until(time, end)) {
            Some(minutes) => schedule.minutes = minutes,
            None => gather.note(
                at,
                "end_time",
                quoted(end, "is no later time; an hour was taken"),
            ),
        }
    }
    let zone = text_of(row, "timezone", 80);
    draft::take_zone(&mut schedule, &zone, "timezone", at, gather);
    Some(schedule)
}

fn days(row: &Value, at: At, gather: &mut Gather) -> days::Days {
    let mut found = days::Days::default();
    for day in row
        .get("day")
        .map_or(&[][..], Value::one_or_more)
        .iter()
        .take(20)
    {
        let text = day.text().unwrap_or_default();
        let at = At {
            line: day.line,
            ..at
        };
        match day.whole() {
            // 0 is Sunday here, Monday there.
            Some(number @ 0..=6) => {
                found = found.with(days::Days::one(
                    u32::try_from(number).unwrap_or_default() + 6,
                ));
            }
            Some(7) => {
                gather.note(
                    at,
                    "day",
                    "7 is no day of this format; it was taken for Sunday, which is 0",
                );
                found = found.with(days::Days::one(6));
            }
            Some(_) => gather.note(
                at,
                "day",
                quoted(text, "is no day from 0 (Sunday) to 6 (Saturday)"),
            ),
            None => match days::days(text) {
                Some(days) => {
                    gather.note(at, "day", quoted(text, "was read as a day’s name; the format has 0 for Sunday to 6 for Saturday"));
                    found = found.with(days);
                }
                None if text.is_empty() => {}
                None => gather.note(
                    at,
                    "day",
                    quoted(text, "is no day from 0 (Sunday) to 6 (Saturday)"),
                ),
            },
        }
    }
    found
}

fn notes(row: &Value) -> String {
    let parts = ["notes", "location_notes", "group_notes"];
    let parts: Vec<&str> = parts
        .iter()
        .filter_map(|name| row.get(name)?.text())
        .collect();
    clean::about(&parts.join("\n\n"))
}

fn venue(row: &Value) -> Option<Venue> {
    let name = text_of(row, "location", clean::NAME);
    let mut address = text_of(row, "formatted_address", clean::NAME * 2);
    if address.is_empty() {
        let parts = ["address", "city", "postal_code"].map(|part| text_of(row, part, clean::NAME));
        address = parts
            .iter()
            .filter(|part| !part.is_empty())
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(", ");
    }
    if name.is_empty() && address.is_empty() {
        return None;
    }
    let of = |name: &str| {
        row.get(name)
            .and_then(Value::text)
            .unwrap_or_default()
            .to_owned()
    };
    let mut place = draft::point(&of("latitude"), &of("longitude"));
    if let Some(place) = &mut place
        && row.get("approximate").and_then(Value::yes) == Some(true)
    {
        place.within_miles = 5;
    }
    let postcode = draft::postcode(&of("postal_code")).or_else(|| draft::postcode_in(&address));
    Some(Venue {
        name,
        address,
        postcode,
        place,
        withheld: false,
    })
}

fn joining(row: &Value, meeting: &mut Meeting, at: At, gather: &mut Gather) {
    meeting.joining.link = link(
        row,
        "conference_url",
        "conference_url",
        at,
        gather,
        clean::https,
    );
    if let Some(phone) = row
        .get("conference_phone")
        .and_then(Value::text)
        .filter(|phone| !phone.trim().is_empty())
    {
        meeting.joining.phone = clean::phone(phone);
        if meeting.joining.phone.is_none() {
            gather.note(
                at,
                "conference_phone",
                quoted(phone, "is no telephone number and was left out"),
            );
        }
    }
    let notes = ["conference_url_notes", "conference_phone_notes"];
    let notes: Vec<&str> = notes
        .iter()
        .filter_map(|name| row.get(name)?.text())
        .collect();
    meeting.joining.note = clean::block(&notes.join("\n"), 1_000);
}

fn organiser(row: &Value, at: At, gather: &mut Gather) -> Organiser {
    let group = text_of(row, "group", clean::NAME);
    let entity = text_of(row, "entity", clean::NAME);
    let field = ["website", "entity_website_url", "entity_url"]
        .into_iter()
        .find(|field| row.get(field).is_some());
    Organiser {
        name: if group.is_empty() { entity } else { group },
        link: field.and_then(|field| link(row, field, field, at, gather, clean::https)),
    }
}

fn kinds(row: &Value, meeting: &mut Meeting) {
    let kinds = row.get("types").map_or(&[][..], Value::one_or_more);
    for kind in kinds
        .iter()
        .take(60)
        .filter_map(Value::text)
        .flat_map(|text| text.split(','))
        .take(60)
    {
        let code = kind.trim().to_ascii_uppercase();
        if let Some((_, tag)) = LANGUAGES.iter().find(|(known, _)| *known == code) {
            tags::add(&mut meeting.languages, tag);
            continue;
        }
        let need = match code.as_str() {
            "X" => AccessNeed::StepFree,
            "BSL" => AccessNeed::Bsl,
            // The form has one code for signing, and it is America's; what is signed in Britain is BSL.
            "ASL" if meeting.schedule.zone.as_deref() == Some("Europe/London") => AccessNeed::Bsl,
            "BA" => AccessNeed::Childcare,
            "W" => {
                meeting.women_only = true;
                continue;
            }
            _ => {
                tags::take(meeting, kind);
                continue;
            }
        };
        meeting.access = meeting.access.with(need);
    }
}

fn has_kind(row: &Value, code: &str) -> bool {
    let kinds = row.get("types").map_or(&[][..], Value::one_or_more);
    let mut codes = kinds
        .iter()
        .take(60)
        .filter_map(Value::text)
        .flat_map(|text| text.split(','));
    codes.any(|kind| kind.trim().eq_ignore_ascii_case(code))
}

/// The form says it with a word (`attendance_option`), with codes, or with what there is.
fn attend(row: &Value, meeting: &mut Meeting) -> Attend {
    let seen = draft::attend(meeting);
    let joins = seen.is_online();
    let option = text_of(row, "attendance_option", 40);
    let word = tags::plain(&option);
    if word == "inactive" {
        meeting.status = Status::Cancelled;
    } else if let Some(attend) = tags::attend(&word) {
        return attend;
    }
    // The room is closed for now.
    if has_kind(row, "TC") {
        if !joins {
            meeting.status = Status::Cancelled;
            return Attend::InPerson;
        }
        return Attend::Online;
    }
    let approximate = row.get("approximate").and_then(Value::yes) == Some(true);
    if joins && approximate || has_kind(row, "ONL") && meeting.venue.is_none() {
        return Attend::Online;
    }
    seen
}
