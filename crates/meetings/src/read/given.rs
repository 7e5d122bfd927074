//! Whether a meeting has the dates that are left out, moved or called off. Where it has not, nothing is
//! left out and nobody is told, and people travel to a meeting that was called off.

use chrono::{Duration, NaiveDateTime, NaiveTime};

use super::fields::{quoted, told};
use super::gather::{At, Gather};
use crate::Schedule;
use crate::recur::{Budget, End, Rule};
use crate::zone::London;

/// Dates of one meeting that are looked at: a daily one for thirteen years.
const MOST: usize = 5_000;
/// Steps for all meetings of a feed: a tenth of a second.
const STEPS: u64 = 1_000_000;

/// What is left of the steps.
pub(crate) struct Steps(Budget);

impl Default for Steps {
    fn default() -> Steps {
        Steps(Budget::new(STEPS))
    }
}

/// A start of which something is said.
pub(crate) struct Asked<'f> {
    /// On the meeting's clock.
    pub(crate) start: NaiveDateTime,
    pub(crate) at: At,
    pub(crate) field: &'f str,
}

/// The starts that words leave out.
pub(crate) fn of_words<'f>(
    except: &[NaiveDateTime],
    field: &'f str,
    at: At,
) -> impl Iterator<Item = Asked<'f>> {
    let asked = move |start: &NaiveDateTime| Asked {
        start: *start,
        at,
        field,
    };
    except.iter().map(asked)
}

/// What is said of a start that the meeting does not have.
#[derive(Copy, Clone, PartialEq)]
pub(crate) enum Say {
    /// That there is none.
    Always,
    /// Only that it is at another time of that day: calendars keep exceptions of rules that have long
    /// been changed.
    OtherTime,
}

/// Reports starts that the schedule does not give. Where a bound is hit, nothing is said.
pub(crate) fn check(schedule: &Schedule, asked: &[Asked<'_>], say: Say, gather: &mut Gather) {
    if !cfg!(feature = "reports") {
        return;
    }
    let days = || asked.iter().map(|asked| asked.start.date());
    let (Some(first), Some(last)) = (days().min(), days().max()) else {
        return;
    };
    let plain = plain(schedule);
    let from = first.and_time(NaiveTime::MIN);
    let mut dates = plain.occurrences_within(&London, Some(from), &gather.steps.0);
    let found = dates.by_ref().take(MOST).map(|date| date.start);
    let starts: Vec<NaiveDateTime> = found.take_while(|start| start.date() <= last).collect();
    let is_cut = dates.bounded() || starts.len() == MOST;
    // The day on which it was cut is not known as a whole.
    let end = starts.last().filter(|_| is_cut).map(NaiveDateTime::date);
    if is_cut && end.is_none() {
        return;
    }
    for asked in asked {
        let day = asked.start.date();
        if end.is_some_and(|end| day >= end) || starts.binary_search(&asked.start).is_ok() {
            continue;
        }
        let there = starts.partition_point(|start| start.date() < day);
        let other = starts.get(there).filter(|start| start.date() == day);
        let what = match other {
            Some(other) => {
                let (_, time) = shown(*other);
                told(&["— there is no meeting then; that day it is at ", &time])
            }
            None if say == Say::Always => "— there is no meeting then".to_owned(),
            None => continue,
        };
        let (day, time) = shown(asked.start);
        let start = [day, time].join("T");
        gather.note(asked.at, asked.field, quoted(&start, &what));
    }
}

/// A day and a time as feeds have them, without seconds.
fn shown(start: NaiveDateTime) -> (String, String) {
    let mut time = start.time().to_string();
    time.truncate("19:30".len());
    (start.date().to_string(), time)
}

/// The schedule on every clock, with all its dates.
fn plain(schedule: &Schedule) -> Schedule {
    Schedule {
        rules: schedule.rules.iter().map(a_day_longer).collect(),
        rdates: schedule.rdates.clone(),
        ..Schedule::once_in(None, schedule.start, schedule.minutes)
    }
}

/// An end in UTC is before or after the same figures on the meeting's clock: it gets a day, so that no
/// date is taken for missing that is there.
fn a_day_longer(rule: &Rule) -> Rule {
    let mut rule = rule.clone();
    if let End::Utc(at) = rule.end {
        rule.end = End::Wall(at + Duration::days(1));
    }
    rule
}
