//! Meetings as bytes, by way of `api`: what is fetched, what is kept, what is handed out.

use swansfeet_api::meetings as api;
use swansfeet_meetings::{Meeting, read::Feed};

use super::ZONES;

/// Reads a feed of any kind.
pub(super) fn read(bytes: &[u8]) -> Feed {
    api::read(bytes, &ZONES)
}

/// A feed of this one meeting, as it is kept.
pub(super) fn one(meeting: &Meeting) -> String {
    api::to_json(&Feed {
        meetings: vec![meeting.clone()],
        ..Feed::default()
    })
}

/// A meeting as it was kept.
pub(super) fn of_one(text: &str) -> Option<Meeting> {
    read(text.as_bytes()).meetings.into_iter().next()
}

/// A feed as it is handed out.
pub(super) fn feed(feed: &Feed) -> String {
    api::to_json(feed)
}
