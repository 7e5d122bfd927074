//! Which column says what: headings as people write them.

use crate::read::tags;

/// What a column can say.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Id,
    Title,
    About,
    Day,
    Time,
    End,
    Date,
    When,
    Minutes,
    Zone,
    How,
    Venue,
    Address,
    Town,
    Postcode,
    Latitude,
    Longitude,
    Link,
    Phone,
    JoinNote,
    Organiser,
    Page,
    Roles,
    OpenTo,
    Languages,
    Access,
    WomenOnly,
    Status,
    Tags,
}

use Column as C;

const NAMES: [(Column, &[&str]); 29] = [
    (C::Id, &["id", "slug", "uid", "ref", "reference"]),
    (
        C::Title,
        &[
            "name",
            "title",
            "meeting",
            "meeting name",
            "event",
            "event name",
            "what",
            "subject",
        ],
    ),
    (
        C::About,
        &[
            "about",
            "description",
            "notes",
            "details",
            "info",
            "information",
            "summary",
        ],
    ),
    (
        C::Day,
        &["day", "days", "weekday", "day of week", "day of the week"],
    ),
    (
        C::Time,
        &[
            "time",
            "start",
            "start time",
            "from",
            "starts",
            "begins",
            "times",
        ],
    ),
    (
        C::End,
        &[
            "end",
            "end time",
            "until",
            "to",
            "finish",
            "finishes",
            "ends",
            "finish time",
        ],
    ),
    (
        C::Date,
        &["date", "start date", "first date", "first meeting", "dates"],
    ),
    (
        C::When,
        &[
            "when",
            "rule",
            "repeats",
            "how often",
            "frequency",
            "recurrence",
            "pattern",
            "rrule",
        ],
    ),
    (
        C::Minutes,
        &[
            "minutes",
            "duration",
            "length",
            "duration minutes",
            "how long",
            "length minutes",
        ],
    ),
    (C::Zone, &["zone", "timezone", "time zone"]),
    (
        C::How,
        &[
            "how",
            "type",
            "format",
            "online",
            "attendance option",
            "online or in person",
            "mode",
        ],
    ),
    (
        C::Venue,
        &[
            "venue",
            "location",
            "where",
            "place",
            "building",
            "room",
            "venue name",
            "location name",
        ],
    ),
    (
        C::Address,
        &[
            "address",
            "street",
            "formatted address",
            "venue address",
            "street address",
        ],
    ),
    (C::Town, &["town", "city", "town or city", "town/city"]),
    (
        C::Postcode,
        &[
            "postcode",
            "post code",
            "postal code",
            "zip",
            "venue postcode",
        ],
    ),
    (C::Latitude, &["latitude", "lat"]),
    (C::Longitude, &["longitude", "long", "lng", "lon"]),
    (
        C::Link,
        &[
            "link",
            "zoom",
            "zoom link",
            "join",
            "join link",
            "joining link",
            "meeting link",
            "conference url",
            "online link",
            "teams link",
            "video link",
        ],
    ),
    (
        C::Phone,
        &[
            "phone",
            "telephone",
            "dial in",
            "conference phone",
            "phone number",
            "dial in number",
        ],
    ),
    (
        C::JoinNote,
        &[
            "passcode",
            "password",
            "joining notes",
            "conference url notes",
            "how to join",
            "meeting id",
            "joining instructions",
        ],
    ),
    (
        C::Organiser,
        &[
            "organiser",
            "organizer",
            "run by",
            "group",
            "host",
            "hosted by",
            "organisation",
            "who runs it",
        ],
    ),
    (
        C::Page,
        &[
            "page",
            "url",
            "website",
            "web page",
            "webpage",
            "more information",
            "more info",
        ],
    ),
    (
        C::Roles,
        &[
            "roles",
            "role",
            "for",
            "who for",
            "who is it for",
            "audience",
        ],
    ),
    (C::OpenTo, &["open to", "union", "members of"]),
    (C::Languages, &["language", "languages"]),
    (C::Access, &["access", "accessibility", "access needs"]),
    (C::WomenOnly, &["women only", "women"]),
    (C::Status, &["status", "cancelled"]),
    (
        C::Tags,
        &["tags", "types", "categories", "category", "kind"],
    ),
];

/// What a heading stands for.
pub(super) fn of(heading: &str) -> Option<Column> {
    let plain = tags::plain(heading);
    let plain: String = plain
        .chars()
        .filter(|c| !matches!(c, '?' | ':' | '*' | '(' | ')'))
        .collect();
    let plain = plain.trim();
    let named = |(_, names): &&(Column, &[&str])| names.contains(&plain);
    NAMES.iter().find(named).map(|(column, _)| *column)
}
