//! Several sources and what organisers keep here, as one feed. What is handed out only to those who
//! ask is taken out here, before anything else sees it.

use std::collections::{HashMap, HashSet};

use serde::Serialize;
use sha2::{Digest, Sha256};
use swansfeet_meetings::{Meeting, Place, Status};
use swansfeet_places::Point;

use super::wire;
use crate::store::meetings::MeetingRow;

/// What is handed out only to those who ask for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub(crate) struct Withheld {
    /// Where to join online.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) link: Option<String>,
    /// The number to ring.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) phone: Option<String>,
    /// What else one must know.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) note: String,
    /// Where the room is.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) address: String,
}

/// One source, read.
pub(super) struct Part<'a> {
    /// Where it was fetched: what it asks to be asked at is beside it.
    pub(super) url: &'a str,
    pub(super) meetings: &'a [Meeting],
}

/// A merged feed.
#[derive(Debug, Default)]
pub(super) struct Merged {
    /// What everybody may see.
    pub(super) meetings: Vec<Meeting>,
    /// By id, what only those who ask may see.
    pub(super) withheld: HashMap<String, Withheld>,
}

/// Own meetings first, then sources in the order of their addresses, then what is gone.
pub(super) fn merge(slug: &str, kept: &[MeetingRow], parts: &[Part<'_>]) -> Merged {
    let mut merged = Merged::default();
    let mut ids = HashSet::new();
    let own = kept.iter().filter(|row| row.source.is_empty());
    for row in own {
        if let Some(mut meeting) = wire::of_one(&row.meeting) {
            ids.insert(meeting.id.clone());
            if row.gone.is_some() {
                meeting.status = Status::Cancelled;
            }
            merged.add(slug, meeting);
        }
    }
    for part in parts {
        for meeting in part.meetings {
            let mut meeting = meeting.clone();
            meeting.id = free(meeting.id, part.url, &mut ids);
            meeting.joining.ask = beside(part.url, meeting.joining.ask.take());
            merged.add(slug, meeting);
        }
    }
    for row in kept.iter().filter(|row| !row.source.is_empty()) {
        if let Some(meeting) = wire::of_one(&row.meeting)
            && ids.insert(meeting.id.clone())
        {
            let status = Status::Cancelled;
            merged.add(slug, Meeting { status, ..meeting });
        }
    }
    merged
}

impl Merged {
    fn add(&mut self, slug: &str, mut meeting: Meeting) {
        let withheld = take_out(&mut meeting);
        if withheld != Withheld::default() {
            meeting.joining.ask = Some(asking(slug, &meeting.id));
            self.withheld.insert(meeting.id.clone(), withheld);
        }
        self.meetings.push(meeting);
    }
}

/// Where what is withheld can be asked for.
fn asking(slug: &str, id: &str) -> String {
    format!("/api/meetings/{slug}/{}/joining", super::in_path(id))
}

/// An id that no other meeting of the feed has. Always the same for the same source.
fn free(id: String, url: &str, ids: &mut HashSet<String>) -> String {
    if ids.insert(id.clone()) {
        return id;
    }
    let digest = Sha256::digest(url);
    let own = digest.iter().take(4);
    let own = own.fold(format!("{id}~"), |id, byte| format!("{id}{byte:02x}"));
    ids.insert(own.clone());
    own
}

/// Where another hub hands out what it withholds, as it is reached from anywhere.
fn beside(url: &str, ask: Option<String>) -> Option<String> {
    let whole = url::Url::parse(url).ok()?.join(&ask?).ok()?;
    (whole.scheme() == "https").then(|| whole.to_string())
}

/// Takes out of a meeting what is not for everybody.
fn take_out(meeting: &mut Meeting) -> Withheld {
    let mut withheld = Withheld::default();
    if meeting.joining.withheld {
        withheld.link = meeting.joining.link.take();
        withheld.phone = meeting.joining.phone.take();
        withheld.note = std::mem::take(&mut meeting.joining.note);
    }
    if let Some(venue) = &mut meeting.venue
        && venue.withheld
    {
        let postcode = venue.postcode.take().map(|code| code.to_string());
        let address = std::mem::take(&mut venue.address);
        let parts = [Some(address), postcode].into_iter().flatten();
        let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
        withheld.address = parts.join(", ");
        venue.place = venue.place.map(roughly);
    }
    withheld
}

/// A point that says which part of a town it is, and not which house: to a hundredth of a degree,
/// which is up to half a mile off.
fn roughly(place: Place) -> Place {
    let rough = |degrees: f64| (degrees * 100.0).round() / 100.0;
    Place {
        point: Point {
            latitude: rough(place.point.latitude),
            longitude: rough(place.point.longitude),
        },
        within_miles: place.within_miles.max(1),
    }
}
