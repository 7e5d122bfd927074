//! Our own feed as JSON. What it says can be read back as the same meetings.

use chrono::{NaiveDateTime, Timelike};
use serde::Serialize;
use swansfeet_meetings::read::{Feed, Source};
use swansfeet_meetings::{
    Change, Joining, Meeting, OpenTo, Organiser, Override, Schedule, Status, Venue,
};

/// Writes a feed. What is empty, or as it is when nothing is said, is left out.
#[must_use]
pub fn to_json(feed: &Feed) -> String {
    let wire = Wire {
        swansfeet: "meetings/1",
        name: &feed.name,
        updated: feed.updated.map(utc),
        meetings: feed.meetings.iter().map(meeting).collect(),
        sources: feed.sources.iter().map(source).collect(),
    };
    serde_json::to_string(&wire).expect("texts, numbers and lists can always be written")
}

#[derive(Serialize)]
struct Wire<'a> {
    swansfeet: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    updated: Option<String>,
    meetings: Vec<WireMeeting<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<WireSource<'a>>,
}

#[derive(Serialize)]
struct WireSource<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    checked: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    good: Option<String>,
    #[serde(skip_serializing_if = "str::is_empty")]
    problem: &'a str,
}

#[derive(Serialize)]
struct WireMeeting<'a> {
    id: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    about: &'a str,
    start: String,
    #[serde(skip_serializing_if = "is_zero")]
    minutes: u32,
    #[serde(skip_serializing_if = "is_london")]
    zone: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<OneOrMore>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    also: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    except: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    changed: Vec<WireChange<'a>>,
    how: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    venue: Option<WireVenue<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    join: Option<WireJoining<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    organiser: Option<WireOrganiser<'a>>,
    #[serde(skip_serializing_if = "slice_is_empty")]
    roles: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    open_to: Option<WireUnion<'a>>,
    #[serde(skip_serializing_if = "slice_is_empty")]
    languages: &'a [String],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    access: Vec<&'static str>,
    #[serde(skip_serializing_if = "is_false")]
    women_only: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum OneOrMore {
    One(String),
    More(Vec<String>),
}

#[derive(Serialize)]
struct WireChange<'a> {
    on: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minutes: Option<u32>,
    #[serde(skip_serializing_if = "is_false")]
    cancelled: bool,
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'a str,
}

#[derive(Serialize)]
struct WireVenue<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    address: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    postcode: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    latitude: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    longitude: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    within_miles: Option<u8>,
    #[serde(skip_serializing_if = "is_false")]
    withheld: bool,
}

#[derive(Serialize)]
struct WireJoining<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone: Option<&'a str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'a str,
    #[serde(skip_serializing_if = "is_false")]
    withheld: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    ask: Option<&'a str>,
}

#[derive(Serialize)]
struct WireOrganiser<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<&'a str>,
}

#[derive(Serialize)]
struct WireUnion<'a> {
    union: &'a str,
}

fn source(source: &Source) -> WireSource<'_> {
    WireSource {
        name: &source.name,
        checked: source.checked.map(utc),
        good: source.good.map(utc),
        problem: &source.problem,
    }
}

fn meeting(meeting: &Meeting) -> WireMeeting<'_> {
    let schedule = &meeting.schedule;
    WireMeeting {
        id: &meeting.id,
        title: &meeting.title,
        about: &meeting.about,
        start: wall(schedule.start),
        minutes: schedule.minutes,
        zone: schedule.zone.as_deref(),
        rule: rule(schedule),
        also: schedule.rdates.iter().copied().map(wall).collect(),
        except: schedule.exdates.iter().copied().map(wall).collect(),
        changed: schedule.overrides.iter().map(change).collect(),
        how: meeting.attend.id(),
        venue: meeting.venue.as_ref().map(venue),
        join: joining(&meeting.joining),
        organiser: organiser(&meeting.organiser),
        roles: &meeting.roles,
        open_to: match &meeting.open_to {
            OpenTo::All => None,
            OpenTo::Union(union) => Some(WireUnion { union }),
        },
        languages: &meeting.languages,
        access: meeting.access.needs().map(|need| need.id()).collect(),
        women_only: meeting.women_only,
        status: match meeting.status {
            Status::Confirmed => None,
            Status::Tentative => Some("tentative"),
            Status::Cancelled => Some("cancelled"),
        },
        page: meeting.page.as_deref(),
    }
}

fn rule(schedule: &Schedule) -> Option<OneOrMore> {
    match schedule.rules.as_slice() {
        [] => None,
        [rule] => Some(OneOrMore::One(rule.to_string())),
        rules => Some(OneOrMore::More(
            rules.iter().map(ToString::to_string).collect(),
        )),
    }
}

fn change(over: &Override) -> WireChange<'_> {
    let (start, minutes) = match &over.change {
        Change::Cancelled => (None, None),
        Change::Moved { start, minutes } => (Some(wall(*start)), *minutes),
    };
    WireChange {
        on: wall(over.at),
        start,
        minutes,
        cancelled: over.change == Change::Cancelled,
        note: &over.note,
    }
}

fn venue(venue: &Venue) -> WireVenue<'_> {
    let place = venue.place;
    WireVenue {
        name: &venue.name,
        address: &venue.address,
        postcode: venue.postcode.map(|postcode| postcode.to_string()),
        latitude: place.map(|place| place.point.latitude),
        longitude: place.map(|place| place.point.longitude),
        within_miles: place
            .map(|place| place.within_miles)
            .filter(|miles| *miles > 0),
        withheld: venue.withheld,
    }
}

fn joining(joining: &Joining) -> Option<WireJoining<'_>> {
    (*joining != Joining::default()).then(|| WireJoining {
        link: joining.link.as_deref(),
        phone: joining.phone.as_deref(),
        note: &joining.note,
        withheld: joining.withheld,
        ask: joining.ask.as_deref(),
    })
}

fn organiser(organiser: &Organiser) -> Option<WireOrganiser<'_>> {
    (*organiser != Organiser::default()).then(|| WireOrganiser {
        name: &organiser.name,
        link: organiser.link.as_deref(),
    })
}

/// `2026-03-03T19:30`, with seconds only where there are some.
fn wall(time: NaiveDateTime) -> String {
    let text = time.to_string().replacen(' ', "T", 1);
    match text.strip_suffix(":00") {
        Some(short) if time.second() == 0 => short.to_owned(),
        _ => text,
    }
}

fn utc(time: NaiveDateTime) -> String {
    let mut text = time.to_string().replacen(' ', "T", 1);
    text.push('Z');
    text
}

fn is_zero(minutes: &u32) -> bool {
    *minutes == 0
}

fn is_false(yes: &bool) -> bool {
    !*yes
}

fn is_london(zone: &Option<&str>) -> bool {
    *zone == Some("Europe/London")
}

fn slice_is_empty(list: &&[String]) -> bool {
    list.is_empty()
}
