//! Whether a meeting has the dates that are left out, moved or called off. Where it has not, nothing is
//! left out and nobody is told, and people travel to a meeting that was called off. And whether its start
//! is one of its dates.

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
        gather.note(asked.at, asked.field, quoted(&written(asked.start), &what));
    }
}

/// What a feed calls the start and the rule.
pub(crate) struct Names<'f> {
    /// Nothing: the start is made up, and may be any day.
    pub(crate) start: Option<(&'f str, At)>,
    pub(crate) rule: (&'f str, At),
    /// What is to be known beside it where there is no meeting at the start.
    pub(crate) but: &'static str,
}

/// Reports a start that the rules do not give: that date would be dropped; and rules that give none.
/// One date of each rule is looked for, so a rule takes a third of a millisecond at most.
pub(crate) fn begins(schedule: &Schedule, names: &Names<'_>, gather: &mut Gather) {
    if !cfg!(feature = "reports") {
        return;
    }
    let mut first = None;
    for rule in &schedule.rules {
        let plain = Schedule {
            rules: vec![a_day_longer(rule)],
            ..Schedule::once_in(None, schedule.start, 0)
        };
        let dates = &mut plain.occurrences_within(&London, None, &gather.steps.0);
        let date = dates.next().map(|date| date.start);
        if gather.steps.0.is_spent() {
            return;
        }
        // Its own bound is hit where there is no date for centuries.
        if date.is_none() {
            let what = "— this gives no date, so no meeting comes of it. Look at its days and months, and whether it ends before it begins";
            let (field, at) = names.rule;
            gather.note(at, field, quoted(&rule.to_string(), what));
        }
        first = first.into_iter().chain(date).min();
    }
    let (Some(first), Some((field, at))) = (first, names.start) else {
        return;
    };
    let start = schedule.start;
    let changed = schedule.overrides.iter().map(|over| &over.at);
    let mut said = schedule.rdates.iter().chain(&schedule.exdates);
    if first != start && !said.any(|at| *at == start) && !changed.into_iter().any(|at| *at == start)
    {
        let what = "— this is not among the dates that repeat, so there is no meeting then";
        let what = told(&[what, names.but, ". The first is ", &written(first)]);
        gather.note(at, field, quoted(&written(start), &what));
    }
}

/// Says that words have another time of day than the start beside them. The words' one is taken.
pub(crate) fn say_other_time(
    words: &str,
    [taken, other]: [Option<NaiveTime>; 2],
    (field, at): (&str, At),
    gather: &mut Gather,
) {
    let (Some(taken), Some(other)) = (taken, other) else {
        return;
    };
    if cfg!(feature = "reports") && taken != other {
        let [taken, other] = [of_day(taken), of_day(other)];
        let both = ["— this is at ", &taken, ", and elsewhere ", &other];
        let what = told(&[&both.concat(), " is said; ", &taken, " was taken"]);
        gather.note(at, field, quoted(words, &what));
    }
}

/// A start as feeds have it.
fn written(start: NaiveDateTime) -> String {
    let (day, time) = shown(start);
    [day, time].join("T")
}

/// A day and a time as feeds have them, without seconds.
fn shown(start: NaiveDateTime) -> (String, String) {
    (start.date().to_string(), of_day(start.time()))
}

fn of_day(time: NaiveTime) -> String {
    let mut time = time.to_string();
    time.truncate("19:30".len());
    time
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
