//! Several sources and what organisers keep here, as one feed. What is handed out only to those who
//! ask is taken out here, before anything else sees it.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use serde::Serialize;
use swansfeet_meetings::{Meeting, Place, Status, read::Feed};
use swansfeet_places::Point;

use super::{ids::Ids, wire};
use crate::store::meetings::{MeetingRow, SourceRow};

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

/// What came of each source.
pub(super) fn parts(sources: &[(SourceRow, Arc<Feed>)]) -> Vec<Part<'_>> {
    let parts = sources.iter().map(|(source, feed)| Part {
        url: &source.url,
        meetings: &feed.meetings,
    });
    parts.collect()
}

/// A merged feed.
#[derive(Debug, Default)]
pub(super) struct Merged {
    /// What everybody may see.
    pub(super) meetings: Vec<Meeting>,
    /// By id, what only those who ask may see.
    pub(super) withheld: HashMap<String, Withheld>,
}

/// Own meetings first, then sources in the order of their addresses, then what they have no more.
pub(super) fn merge(slug: &str, kept: &[MeetingRow], parts: &[Part<'_>], ids: &Ids) -> Merged {
    let mut merged = Merged::default();
    let mut there = HashSet::new();
    for row in kept.iter().filter(|row| row.source.is_empty()) {
        merged.keep(slug, row, ids);
    }
    for part in parts {
        for meeting in part.meetings {
            there.insert((part.url, meeting.id.as_str()));
            merged.gather(slug, part.url, meeting.clone(), ids);
        }
    }
    for row in kept.iter().filter(|row| !row.source.is_empty()) {
        if !there.contains(&(row.source.as_str(), row.id.as_str())) {
            merged.keep(slug, row, ids);
        }
    }
    merged
}

impl Merged {
    /// One that is kept here: cancelled where it is no more.
    fn keep(&mut self, slug: &str, row: &MeetingRow, ids: &Ids) {
        if let Some(mut meeting) = wire::of_one(&row.meeting) {
            if row.gone.is_some() {
                meeting.status = Status::Cancelled;
            }
            self.gather(slug, &row.source, meeting, ids);
        }
    }

    fn gather(&mut self, slug: &str, source: &str, mut meeting: Meeting, ids: &Ids) {
        meeting.id = ids.public(source, &meeting.id);
        if !source.is_empty() {
            meeting.joining.ask = beside(source, meeting.joining.ask.take());
        }
        self.add(slug, meeting);
    }

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
