//! By which id each meeting of a feed is handed out. It is decided once and kept: where two lists have
//! the same id, the first that came keeps it, whoever comes or goes later. So no calendar takes one
//! meeting for another.

use std::collections::{HashMap, HashSet};

use sha2::{Digest, Sha256};

use super::merge::Part;
use crate::store::meetings::{MeetingRow, PublicId};

/// Which meetings have which ids, by source and by their id there.
#[derive(Debug, Default)]
pub(super) struct Ids(HashMap<String, HashMap<String, String>>);

impl Ids {
    /// What a meeting is handed out as.
    pub(super) fn public(&self, source: &str, id: &str) -> String {
        let known = self.0.get(source).and_then(|ids| ids.get(id));
        known.map_or_else(|| id.to_owned(), Clone::clone)
    }

    fn note(&mut self, source: &str, id: &str, public: String) {
        let ids = self.0.entry(source.to_owned()).or_default();
        ids.insert(id.to_owned(), public);
    }
}

/// What was decided, and what of it is to be kept.
#[derive(Debug, Default)]
pub(super) struct Decided {
    pub(super) ids: Ids,
    pub(super) new: Vec<PublicId>,
}

/// Decides for all meetings that have none yet: own ones first, then those of sources in the order of
/// their addresses, then what is gone. So did the versions that kept nothing of it, so that what they
/// have handed out stays.
pub(super) fn decide(
    kept: &[MeetingRow],
    parts: &[Part<'_>],
    known: &[PublicId],
    now: i64,
) -> Decided {
    let of_parts = parts.iter().flat_map(|part| {
        let ids = part.meetings.iter().map(|meeting| meeting.id.as_str());
        ids.map(|id| (part.url, id))
    });
    let rows = |is_own: bool| {
        let rows = kept.iter();
        rows.filter(move |row| row.source.is_empty() == is_own)
            .map(|row| (row.source.as_str(), row.id.as_str()))
    };
    let all = rows(true).chain(of_parts).chain(rows(false));
    let by_place: HashMap<(&str, &str), &PublicId> = known
        .iter()
        .map(|row| ((row.source.as_str(), row.id.as_str()), row))
        .collect();
    let mut taken: HashSet<String> = known.iter().map(|row| row.public.clone()).collect();
    let mut decided = Decided::default();
    let mut there = HashSet::new();
    for (source, id) in all.filter(|place| there.insert(*place)) {
        let row = match by_place.get(&(source, id)) {
            Some(row) => PublicId {
                gone: None,
                ..(*row).clone()
            },
            None => PublicId {
                source: source.to_owned(),
                id: id.to_owned(),
                public: free(id, source, &mut taken),
                gone: None,
            },
        };
        decided.ids.note(source, id, row.public.clone());
        if by_place.get(&(source, id)) != Some(&&row) {
            decided.new.push(row);
        }
    }
    let is_there = |row: &PublicId| there.contains(&(row.source.as_str(), row.id.as_str()));
    let gone = known
        .iter()
        .filter(|row| row.gone.is_none() && !is_there(row));
    decided.new.extend(gone.map(|row| PublicId {
        gone: Some(now),
        ..row.clone()
    }));
    decided
}

/// The id itself, or with as much of a mark of its source behind it as makes it one of its own.
fn free(id: &str, source: &str, taken: &mut HashSet<String>) -> String {
    let mut public = id.to_owned();
    let digest = Sha256::digest(source);
    let marks = digest.chunks(4).enumerate();
    for (at, four) in marks {
        if !taken.contains(&public) {
            break;
        }
        public.push_str(if at == 0 { "~" } else { "" });
        public.extend(four.iter().map(|byte| format!("{byte:02x}")));
    }
    taken.insert(public.clone());
    public
}
