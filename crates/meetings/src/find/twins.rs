//! The same meeting in two feeds.

use chrono::NaiveDateTime;

use super::fold::{fold, fold_into};
use super::intern::hash;
use crate::Meeting;

/// With so many of the same title and start each is compared; a feed in which all are called the
/// same must not take a day.
const MOST: usize = 32;

/// For each meeting, the first one that is the same: the same title but for case and accents, the
/// same next start, and the same link, room or organiser. `starts` are the next starts in UTC;
/// nothing where a meeting is over, which has no twin.
#[must_use]
pub fn twins(meetings: &[Meeting], starts: &[Option<NaiveDateTime>]) -> Vec<Option<usize>> {
    // By start, by title (in short), and by place in the list.
    let mut order = Vec::with_capacity(meetings.len());
    let mut title = String::new();
    for (index, (meeting, start)) in meetings.iter().zip(starts).enumerate() {
        if let Some(start) = start {
            let start = start.and_utc().timestamp() as u32;
            title.clear();
            fold_into(&meeting.title, &mut title);
            let title = u128::from(hash(title.as_bytes()));
            order.push(u128::from(start) << 96 | title << 32 | index as u128);
        }
    }
    order.sort_unstable();
    let mut twins = vec![None; meetings.len()];
    let mut from = 0;
    for (at, key) in order.iter().enumerate() {
        if key >> 32 != order[from] >> 32 {
            from = at;
        }
        let index = (key & 0xFFFF_FFFF) as usize;
        // Who has a twin is not looked at as the first of a pair.
        twins[index] = (order[from..at].iter())
            .take(MOST)
            .map(|key| (key & 0xFFFF_FFFF) as usize)
            .find(|first| twins[*first].is_none() && alike(&meetings[*first], &meetings[index]));
    }
    twins
}

fn alike(one: &Meeting, other: &Meeting) -> bool {
    let link = |meeting: &Meeting| {
        let link = meeting.joining.link.as_deref().unwrap_or_default();
        link.trim_end_matches('/').to_owned()
    };
    let postcode = |meeting: &Meeting| meeting.venue.as_ref().and_then(|venue| venue.postcode);
    let room = |meeting: &Meeting| {
        let venue = meeting.venue.as_ref();
        fold(venue.map_or("", |venue| venue.name.as_str()))
    };
    let same = |one: String, other: String| !one.is_empty() && one == other;
    // Both are good words for the same meeting only if the titles are the same in full.
    fold(&one.title) == fold(&other.title)
        && (same(link(one), link(other))
            || postcode(one).is_some() && postcode(one) == postcode(other)
            || same(room(one), room(other))
            || same(fold(&one.organiser.name), fold(&other.organiser.name)))
}
