//! Where an event is, and how one joins it: from the many properties that programs use for that.

use crate::read::gather::{At, Gather};
use crate::read::ics::{Component, Property, parts, unescape};
use crate::read::{clean, draft, tags};
use crate::{Meeting, Organiser, Venue};

/// Properties that hold a link into an online room.
const ROOMS: [&str; 5] = [
    "X-GOOGLE-CONFERENCE",
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-MICROSOFT-ONLINEMEETINGCONFLINK",
    "X-ZOOM-MEETING-URL",
    "X-MEETING-URL",
];

/// Reads place, way to join, organiser, page and tags.
pub(super) fn read(event: &Component<'_>, meeting: &mut Meeting, at: At, gather: &mut Gather) {
    conference(event, meeting, at, gather);
    location(event, meeting, at, gather);
    if let Some(url) = event.get("URL") {
        let text = url.text();
        if clean::is_room(text.trim()) && meeting.joining.link.is_none() {
            meeting.joining.link = checked(&text, url, at, gather);
        } else if !text.trim().is_empty() {
            meeting.page = checked(&text, url, at, gather);
        }
    }
    // Many paste the link into the description and nowhere else.
    if meeting.joining.link.is_none() {
        meeting.joining.link = room_in(&meeting.about);
    }
    meeting.organiser = organiser(event);
    meeting.attend = draft::attend(meeting);
    for categories in event.all("CATEGORIES").take(20) {
        for part in parts(&categories.value).take(40) {
            tags::take(meeting, &unescape(part));
        }
    }
}

/// So many links of a description are looked at.
const MOST_LINKS: usize = 50;

/// The first link into an online room, also one within another: mail programs wrap them.
fn room_in(about: &str) -> Option<String> {
    let starts = about.match_indices("https://").take(MOST_LINKS);
    let mut links = starts.filter_map(|(start, _)| clean::first_https(&about[start..]));
    let room = links.find(|link| clean::is_room(link))?;
    clean::https(room).ok()
}

fn checked(text: &str, property: &Property<'_>, at: At, gather: &mut Gather) -> Option<String> {
    let at = At {
        line: property.line,
        ..at
    };
    match clean::https(text) {
        Ok(link) => Some(link),
        Err(why) => {
            gather.note(at, &property.name, why);
            None
        }
    }
}

fn conference(event: &Component<'_>, meeting: &mut Meeting, at: At, gather: &mut Gather) {
    for property in event.all("CONFERENCE").take(20) {
        let text = property.text();
        let text = text.trim();
        if text
            .get(..4)
            .is_some_and(|head| head.eq_ignore_ascii_case("tel:"))
        {
            meeting.joining.phone = meeting
                .joining
                .phone
                .take()
                .or_else(|| clean::phone(&text[4..]));
        } else if meeting.joining.link.is_none() {
            meeting.joining.link = checked(text, property, at, gather);
        }
        if let Some(label) = property
            .param("LABEL")
            .filter(|_| meeting.joining.note.is_empty())
        {
            meeting.joining.note = clean::line(label, 500);
        }
    }
    for property in ROOMS.iter().filter_map(|name| event.get(name)) {
        if meeting.joining.link.is_none() {
            meeting.joining.link = checked(&property.text(), property, at, gather);
        }
    }
}

fn location(event: &Component<'_>, meeting: &mut Meeting, at: At, gather: &mut Gather) {
    if let Some(location) = event.get("LOCATION") {
        let text = location.text();
        let link = clean::first_https(&text);
        let around = link.map_or_else(|| text.clone(), |link| text.replacen(link, " ", 1));
        if let Some(link) = link {
            if meeting.joining.link.is_none() {
                meeting.joining.link = checked(link, location, at, gather);
            }
        } else if text
            .trim_start()
            .get(..7)
            .is_some_and(|head| head.eq_ignore_ascii_case("http://"))
        {
            checked(&text, location, at, gather);
            return;
        }
        // Outlook writes "Unity Hall; Microsoft Teams Meeting".
        let rooms = around
            .split(';')
            .map(str::trim)
            .filter(|part| !part.is_empty());
        let (online, rooms): (Vec<&str>, Vec<&str>) =
            rooms.partition(|part| draft::is_online_word(part));
        let room = rooms.join(", ").replace('\n', ", ");
        meeting.venue = draft::venue(room.trim_matches(|c| !clean::is_letter(c) && c != ')'));
        if !online.is_empty() && meeting.joining.link.is_none() {
            // It says that it is online and not how: whoever runs it hands that out.
            meeting.joining.withheld = true;
        }
    }
    if let Some(geo) = event.get("GEO") {
        let text = geo.text();
        let place = text
            .split_once([';', ','])
            .and_then(|(n, e)| draft::point(n, e));
        if place.is_none() {
            let at = At {
                line: geo.line,
                ..at
            };
            gather.note(
                at,
                "GEO",
                "this is no point like 53.8;-1.55 and was left out",
            );
        } else {
            meeting.venue.get_or_insert_with(Venue::default).place = place;
        }
    }
}

fn organiser(event: &Component<'_>) -> Organiser {
    let Some(organiser) = event.get("ORGANIZER") else {
        return Organiser::default();
    };
    // The address is often somebody's own; only the name that was given is shown.
    Organiser {
        name: clean::line(organiser.param("CN").unwrap_or_default(), clean::NAME),
        link: None,
    }
}
