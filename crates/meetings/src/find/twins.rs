//! The same meeting in two feeds.

use chrono::NaiveDateTime;

use super::fold::{fold, fold_into};
use super::intern::hash_of;
use crate::Meeting;

/// With so many of the same title and start each is compared; a feed in which all are called the
/// same must not take a day.
const MOST: usize = 32;

/// For each meeting, the first one that is the same: the same title but for case and accents, the
/// same next start, and the same link, room or organiser. `starts` are the next starts in UTC;
/// nothing where a meeting is over, which has no twin.
#[must_use]
pub fn twins(meetings: &[Meeting], starts: &[Option<NaiveDateTime>]) -> Vec<Option<usize>> {
    let starts = starts.iter().copied();
    of(meetings, &order(meetings, starts))
}

/// Start and title (in short), and the place in the list. Two numbers: a browser has none of 128 bits.
pub(super) type Key = (u64, u64);

/// By start, by title, and by place in the list.
pub(super) fn order(
    meetings: &[Meeting],
    starts: impl Iterator<Item = Option<NaiveDateTime>>,
) -> Vec<Key> {
    let mut order = Vec::with_capacity(meetings.len());
    let mut folded = String::new();
    for (index, (meeting, start)) in meetings.iter().zip(starts).enumerate() {
        if let Some(start) = start {
            let start = start.and_utc().timestamp() as u32;
            let mut title = meeting.title.as_str();
            if !title.is_ascii() {
                folded.clear();
                fold_into(title, &mut folded);
                title = &folded;
            }
            let title = u64::from(likeness(title));
            order.push((u64::from(start) << 32 | title, index as u64));
        }
    }
    order.sort_unstable();
    order
}

/// Names those that may be twins, some of them twice: of the same start and title as a neighbour.
pub(super) fn likely(order: &[Key], name: &mut dyn FnMut(usize)) {
    for two in order.windows(2) {
        if two[0].0 == two[1].0 {
            name(two[0].1 as usize);
            name(two[1].1 as usize);
        }
    }
}

pub(super) fn of(meetings: &[Meeting], order: &[Key]) -> Vec<Option<usize>> {
    let mut twins = vec![None; meetings.len()];
    let mut from = 0;
    for (at, key) in order.iter().enumerate() {
        if key.0 != order[from].0 {
            from = at;
        }
        let index = key.1 as usize;
        // Who has a twin is not looked at as the first of a pair.
        twins[index] = (order[from..at].iter())
            .take(MOST)
            .map(|key| key.1 as usize)
            .find(|first| twins[*first].is_none() && alike(&meetings[*first], &meetings[index]));
    }
    twins
}

/// A number that is the same for titles that differ in case and in what stands between words.
fn likeness(title: &str) -> u32 {
    let letters = title.bytes().map(|byte| byte.to_ascii_lowercase());
    hash_of(letters.filter(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii()))
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
