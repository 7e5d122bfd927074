//! What is done to single dates of a meeting, and what becomes of it when the dates of all are others.

use std::collections::{BTreeMap, HashSet};

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use swansfeet_meetings::{Change, Override, Schedule};
use swansfeet_words::Words;

use super::times;
use crate::{
    meetings::{ZONES, board::budget, when},
    words::msg,
};

/// How many dates are looked at to see whether there is one at a time.
const LOOKED_AT: usize = 500;
/// How many to see where changes belong: years of a daily meeting.
const LOOKED_THROUGH: usize = 5_000;

/// What an organiser does with a single date.
pub(super) enum Act {
    /// It is off, and shown as such.
    Cancel,
    /// It is left out, as if it had never been.
    Skip,
    /// It is at another time.
    Move(NaiveDateTime),
    /// As the rules have it.
    Undo,
}

/// Does it, to the date that the rules put there.
pub(super) fn act(schedule: &mut Schedule, at: NaiveDateTime, act: &Act, note: &str) {
    schedule.exdates.retain(|left_out| *left_out != at);
    schedule.overrides.retain(|over| over.at != at);
    let change = match act {
        Act::Undo => return,
        Act::Skip => return schedule.exdates.push(at),
        Act::Cancel => Change::Cancelled,
        Act::Move(start) => Change::Moved {
            start: *start,
            minutes: None,
        },
    };
    schedule.overrides.push(Override {
        at,
        change,
        note: note.to_owned(),
    });
}

/// Whether the rules put a date there.
pub(super) fn is_date(schedule: &Schedule, at: NaiveDateTime) -> bool {
    let bare = bare(schedule);
    let from = at.checked_sub_signed(TimeDelta::days(2)).unwrap_or(at);
    let mut dates = bare.occurrences_from(&ZONES, from).take(LOOKED_AT);
    dates.any(|date| date.id == at)
}

/// All dates that the rules give.
fn bare(schedule: &Schedule) -> Schedule {
    Schedule {
        exdates: Vec::new(),
        overrides: Vec::new(),
        ..schedule.clone()
    }
}

/// Whether something was done to that date.
pub(super) fn is_changed(schedule: &Schedule, at: NaiveDateTime) -> bool {
    schedule.exdates.contains(&at) || schedule.overrides.iter().any(|over| over.at == at)
}

/// A date in words, by itself, with what was done to it.
pub(super) fn said(words: &Words, schedule: &Schedule, at: NaiveDateTime) -> String {
    let overrides = schedule.overrides.iter().filter(|over| over.at == at);
    let once = Schedule {
        zone: schedule.zone.clone(),
        overrides: overrides.cloned().collect(),
        ..Schedule::once(at, schedule.minutes)
    };
    let date = once.occurrences(&ZONES).next();
    let said = date.map(|date| when::with_changes(words, &once, &date));
    let said = said.unwrap_or_default();
    match schedule.exdates.contains(&at) {
        true => msg::OrganiseSkipped { date: said.into() }.say(words),
        false => said,
    }
}

/// A new schedule with what was done to single dates of the old one.
pub(super) struct Carried {
    pub(super) schedule: Schedule,
    /// Dates of the old one on which something was changed, and which the new one has no more.
    pub(super) lost: Vec<NaiveDateTime>,
}

/// The dates that the words themselves leave out: these go when the words do.
pub(super) fn of_words(
    schedule: &Schedule,
    words: &str,
    today: NaiveDate,
) -> HashSet<NaiveDateTime> {
    let days = (schedule.start.date(), today);
    let read = times::read(words, days, Some(schedule));
    let left_out = read.map(|read| [read.schedule.exdates, read.idle].concat());
    left_out.unwrap_or_default().into_iter().collect()
}

/// Carries over what was done by hand. A date is the same where it is at the same time, or is the
/// only one of its day in both.
pub(super) fn carried(
    mut new: Schedule,
    old: &Schedule,
    of_words: &HashSet<NaiveDateTime>,
) -> Carried {
    let by_hand = old.exdates.iter().filter(|at| !of_words.contains(at));
    let by_hand: Vec<NaiveDateTime> = by_hand.copied().collect();
    let changed = by_hand.iter().copied();
    let changed = changed.chain(old.overrides.iter().map(|over| over.at));
    let changed: Vec<NaiveDateTime> = changed.collect();
    let (before, after) = (Days::of(old, &changed), Days::of(&new, &changed));
    let mut lost = Vec::new();
    for at in by_hand {
        match after.same(at, &before) {
            Some(to) if new.exdates.contains(&to) => {}
            Some(to) => new.exdates.push(to),
            None => lost.push(at),
        }
    }
    for over in &old.overrides {
        match after.same(over.at, &before) {
            // The new words leave it out.
            Some(to) if new.exdates.contains(&to) => {}
            Some(to) => new.overrides.extend(along(over, to)),
            None => lost.push(over.at),
        }
    }
    lost.sort_unstable();
    Carried {
        schedule: new,
        lost,
    }
}

/// The same change on a date that is at another time of day now; nothing where it is none any more.
fn along(over: &Override, to: NaiveDateTime) -> Option<Override> {
    let change = match &over.change {
        // To another day at the time of all: that is another one now.
        Change::Moved { start, minutes } if start.time() == over.at.time() => Change::Moved {
            start: start.date().and_time(to.time()),
            minutes: *minutes,
        },
        change => change.clone(),
    };
    let start = Change::Moved {
        start: to,
        minutes: None,
    };
    let is_none = change == start && over.note.is_empty() && over.at != to;
    (!is_none).then(|| Override {
        at: to,
        change,
        note: over.note.clone(),
    })
}

/// The dates that rules give around some that were changed, by day.
struct Days(BTreeMap<NaiveDate, Vec<NaiveDateTime>>);

impl Days {
    fn of(schedule: &Schedule, changed: &[NaiveDateTime]) -> Self {
        let mut days = BTreeMap::<_, Vec<_>>::new();
        if let (Some(first), Some(last)) = (changed.iter().min(), changed.iter().max()) {
            let bare = bare(schedule);
            let from = first.checked_sub_signed(TimeDelta::days(2));
            let budget = budget(1);
            let dates = bare.occurrences_within(&ZONES, from, &budget);
            let until = last.checked_add_signed(TimeDelta::days(2));
            let until = until.unwrap_or(*last);
            let dates = dates.take(LOOKED_THROUGH).map(|date| date.id);
            for at in dates.take_while(|at| *at <= until) {
                days.entry(at.date()).or_default().push(at);
            }
        }
        Self(days)
    }

    /// Where a date that was at that time `before` is now.
    fn same(&self, at: NaiveDateTime, before: &Self) -> Option<NaiveDateTime> {
        let now = self.0.get(&at.date())?;
        if now.contains(&at) {
            return Some(at);
        }
        match (&now[..], &before.0.get(&at.date())?[..]) {
            ([to], [_]) => Some(*to),
            _ => None,
        }
    }
}
