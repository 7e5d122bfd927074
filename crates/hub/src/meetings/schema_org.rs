//! Meetings as search engines read them: schema.org's Event, as JSON-LD. One for each date, since
//! that is what they list. Nothing that is withheld.

use serde_json::{Value as Json, json};
use swansfeet_meetings::{Attend, Meeting, Occurrence, Status, find::Prepared};

use super::{ZONES, at_utc, board::Shown, in_path};

/// How many dates are told to search engines.
const TOLD: usize = 20;

/// The next dates of a feed.
pub(super) fn of_list(shown: &Shown, prepared: &Prepared, base: &str, now: i64) -> String {
    let from = at_utc(now);
    let meetings = shown.meetings().iter().enumerate();
    let distinct = meetings.filter(|(at, _)| shown.is_distinct(*at));
    let mut first: Vec<_> = distinct
        .filter_map(|(at, meeting)| {
            let date = prepared.dates(at).first()?;
            Some((date.occurrence.utc, meeting))
        })
        .collect();
    // The first dates of all are among the dates of those that begin first.
    first.sort_by_key(|(utc, _)| *utc);
    first.truncate(TOLD);
    let mut dates: Vec<(&Meeting, Occurrence)> = first
        .into_iter()
        .flat_map(|(_, meeting)| {
            let dates = meeting.schedule.occurrences_from(&ZONES, from);
            dates.take(TOLD).map(move |date| (meeting, date))
        })
        .collect();
    dates.sort_by_key(|(_, date)| date.utc);
    dates.truncate(TOLD);
    let events = dates.iter();
    let events: Vec<Json> = events
        .map(|(meeting, date)| event(shown, meeting, date, base))
        .collect();
    in_page(&json!({ "@context": "https://schema.org", "@graph": events }))
}

/// The next dates of a meeting.
pub(super) fn of_one(shown: &Shown, meeting: &Meeting, base: &str, now: i64) -> Option<String> {
    let dates = meeting.schedule.occurrences_from(&ZONES, at_utc(now));
    let events: Vec<Json> = dates
        .take(TOLD)
        .map(|date| event(shown, meeting, &date, base))
        .collect();
    let whole = json!({ "@context": "https://schema.org", "@graph": events });
    (!events.is_empty()).then(|| in_page(&whole))
}

fn event(shown: &Shown, meeting: &Meeting, date: &Occurrence, base: &str) -> Json {
    let url = format!("{base}/m/{}/{}", shown.row.slug, in_path(&meeting.id));
    let status = match (meeting.status, date.cancelled, date.moved) {
        (Status::Cancelled, ..) | (_, true, _) => "EventCancelled",
        (_, _, true) => "EventRescheduled",
        _ => "EventScheduled",
    };
    let attendance = match meeting.attend {
        Attend::Online => "OnlineEventAttendanceMode",
        Attend::InPerson => "OfflineEventAttendanceMode",
        Attend::Hybrid => "MixedEventAttendanceMode",
    };
    let mut event = json!({
        "@type": "Event",
        "name": meeting.title,
        "url": url,
        "startDate": local(meeting, date.utc),
        "eventStatus": format!("https://schema.org/{status}"),
        "eventAttendanceMode": format!("https://schema.org/{attendance}"),
        "isAccessibleForFree": true,
        "location": locations(meeting, &url),
    });
    if date.minutes > 0 {
        let end = date.utc + chrono::TimeDelta::minutes(i64::from(date.minutes));
        event["endDate"] = local(meeting, end).into();
    }
    if date.moved {
        event["previousStartDate"] = before(meeting, date).into();
    }
    if !meeting.about.is_empty() {
        event["description"] = meeting.about.as_str().into();
    }
    if !meeting.organiser.name.is_empty() {
        let mut organizer = json!({ "@type": "Organization", "name": meeting.organiser.name });
        if let Some(link) = &meeting.organiser.link {
            organizer["url"] = link.as_str().into();
        }
        event["organizer"] = organizer;
    }
    if !meeting.languages.is_empty() {
        event["inLanguage"] = meeting.languages.clone().into();
    }
    event
}

/// Where it is. A link that is withheld leads to the page that has the button.
fn locations(meeting: &Meeting, page: &str) -> Json {
    let mut locations = Vec::new();
    if meeting.attend.is_online() {
        let link = meeting.joining.link.as_deref().unwrap_or(page);
        locations.push(json!({ "@type": "VirtualLocation", "url": link }));
    }
    if meeting.attend.in_a_room() {
        let mut place = json!({ "@type": "Place" });
        if let Some(venue) = &meeting.venue {
            place["name"] = venue.name.as_str().into();
            let mut address = json!({ "@type": "PostalAddress", "addressCountry": "GB" });
            if !venue.address.is_empty() {
                address["streetAddress"] = venue.address.as_str().into();
            }
            if let Some(postcode) = &venue.postcode {
                address["postalCode"] = postcode.to_string().into();
            }
            place["address"] = address;
        }
        locations.push(place);
    }
    match locations.len() {
        1 => locations.remove(0),
        _ => locations.into(),
    }
}

/// ISO 8601 on the clock of the meeting's place, with its offset; without one for floating time.
fn local(meeting: &Meeting, utc: chrono::NaiveDateTime) -> String {
    use swansfeet_meetings::zone::Zones;
    let Some(zone) = &meeting.schedule.zone else {
        return utc.format("%Y-%m-%dT%H:%M:%S").to_string();
    };
    let offset = ZONES.offset(zone, utc).unwrap_or(0);
    let wall = utc + chrono::TimeDelta::seconds(i64::from(offset));
    let sign = if offset < 0 { '-' } else { '+' };
    let minutes = offset.unsigned_abs() / 60;
    let wall = wall.format("%Y-%m-%dT%H:%M:%S");
    format!("{wall}{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

fn before(meeting: &Meeting, date: &Occurrence) -> String {
    let zone = meeting.schedule.zone.as_deref();
    let utc = zone.and_then(|zone| swansfeet_meetings::zone::to_utc(&ZONES, zone, date.id));
    local(meeting, utc.map_or(date.id, |instant| instant.utc))
}

/// JSON that may stand inside a `script` element: nothing in it can end that.
fn in_page(json: &Json) -> String {
    let mut out = String::new();
    for letter in json.to_string().chars() {
        match letter {
            '<' => out.push_str("\\u003c"),
            '>' => out.push_str("\\u003e"),
            '&' => out.push_str("\\u0026"),
            '\u{2028}' => out.push_str("\\u2028"),
            '\u{2029}' => out.push_str("\\u2029"),
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_cannot_end_its_element() {
        let hostile = json!({ "name": "</script><!--<script>\u{2028}&amp;" });
        let text = in_page(&hostile);
        assert!(!text.contains(['<', '>', '&', '\u{2028}']), "{text}");
        assert_eq!(serde_json::from_str::<Json>(&text).unwrap(), hostile);
    }
}
