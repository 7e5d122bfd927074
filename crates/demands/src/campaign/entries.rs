//! Lists of a campaign file, in which nothing may stand twice.

use core::hash::Hash;
use std::collections::HashSet;

use super::problem::Problem;
use super::section::{Reader, Section};
use super::{Action, Category, Demand, EpochKey, Letter, Step};
use crate::consent::{Partner, Purpose};

/// What tells one entry of a list from another, and the key that says it.
pub(super) trait Entry {
    type Id: Hash + Eq;
    const ID: &'static str;
    fn id(&self) -> Self::Id;
}

macro_rules! entries_by_id {
    ($($entry:ty),*) => {$(
        impl Entry for $entry {
            type Id = String;
            const ID: &'static str = "id";
            fn id(&self) -> String {
                self.id.to_string()
            }
        }
    )*};
}
entries_by_id!(Demand, Category, Purpose, Partner);

impl Entry for EpochKey {
    type Id = u32;
    const ID: &'static str = "epoch";
    fn id(&self) -> u32 {
        self.epoch
    }
}

impl Entry for Letter {
    type Id = &'static str;
    const ID: &'static str = "to";
    fn id(&self) -> &'static str {
        self.to.id()
    }
}

impl Entry for Step {
    type Id = String;
    const ID: &'static str = "do";
    fn id(&self) -> String {
        match &self.action {
            Action::Share => "share".to_owned(),
            Action::Letter => "letter".to_owned(),
            Action::Meetings => "meetings".to_owned(),
            Action::Link(address) => address.clone(),
        }
    }
}

/// A list in which nothing stands twice.
pub(super) fn each<'s, E: Entry>(
    reader: &mut Reader<'s>,
    section: &Section<'_>,
    key: &str,
    read: fn(&mut Reader<'s>, &Section<'_>) -> Option<E>,
) -> Vec<E> {
    let sections = reader.tables(section, key, false);
    entries(reader, sections, read)
}

pub(super) fn at_least_one<'s, E: Entry>(
    reader: &mut Reader<'s>,
    section: &Section<'_>,
    key: &str,
    read: fn(&mut Reader<'s>, &Section<'_>) -> Option<E>,
) -> Vec<E> {
    let sections = reader.tables(section, key, true);
    entries(reader, sections, read)
}

fn entries<'s, E: Entry>(
    reader: &mut Reader<'s>,
    sections: Vec<Section<'_>>,
    read: fn(&mut Reader<'s>, &Section<'_>) -> Option<E>,
) -> Vec<E> {
    let mut seen = HashSet::new();
    let mut entries = Vec::new();
    for section in sections {
        let Some(entry) = read(reader, &section) else {
            continue;
        };
        if !seen.insert(entry.id()) {
            reader.wrong(&section, E::ID, Problem::Twice);
        }
        entries.push(entry);
    }
    entries
}
