//! When a meeting is, as an organiser writes it, and changes of single dates.

use std::{collections::HashSet, ops::RangeInclusive};

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};
use swansfeet_meetings::{
    Change, Override, Schedule,
    phrase::{self, PhraseError},
    recur::{Rule, RuleError},
};
use swansfeet_words::Words;

use crate::{
    meetings::{ZONES, at_utc, when},
    words::msg,
};

/// How many dates are looked at to see whether a change still belongs to one.
const LOOKED_AT: usize = 500;
/// As many as the form shows before it is saved.
const NEXT: usize = 6;
/// Those that the reader of feeds takes: another is a slip.
const YEARS: RangeInclusive<i32> = 1900..=2200;

/// What was read.
pub(super) struct Read {
    /// Without zone, length and changes.
    pub(super) schedule: Schedule,
    /// How long, where the words say so.
    pub(super) minutes: Option<u32>,
}

/// Why it could not be read.
pub(super) enum Wrong {
    /// It is in words.
    Words(PhraseError),
    /// It says no time of day.
    NoTime,
    /// It is a rule.
    Rule(RuleError),
}

/// Whether somebody can mean that day, so that it comes back when it is kept.
pub(super) fn is_of_our_time(day: NaiveDate) -> bool {
    YEARS.contains(&day.year())
}

/// Reads words, or a rule where the start is known from before.
pub(super) fn read(text: &str, first: NaiveDate, old: Option<&Schedule>) -> Result<Read, Wrong> {
    if let Some(rule) = of_rule(text) {
        let rule = Rule::parse(rule).map_err(Wrong::Rule)?;
        let time = old.map_or(NaiveTime::MIN, |old| old.start.time());
        let mut schedule = Schedule::once(first.and_time(time), 0);
        schedule.rules = vec![rule];
        return Ok(Read {
            schedule,
            minutes: None,
        });
    }
    let spoken = phrase::read(text, first).map_err(Wrong::Words)?;
    if !spoken.has_time {
        return Err(Wrong::NoTime);
    }
    let mut schedule = Schedule::once(spoken.start, 0);
    schedule.rules = spoken.rules;
    let left_out = spoken.except.iter();
    let left_out = left_out.map(|day| day.and_time(spoken.start.time()));
    schedule.exdates = left_out.collect();
    Ok(Read {
        schedule,
        minutes: spoken.minutes,
    })
}

fn of_rule(text: &str) -> Option<&str> {
    let text = text.strip_prefix("RRULE:").unwrap_or(text);
    text.starts_with("FREQ=").then_some(text)
}

/// What is wrong, with an example of what would be right.
pub(super) fn wrong(wrong: &Wrong, words: &Words) -> String {
    match wrong {
        Wrong::Words(error) => {
            let key = msg::keyed(error.key).or_else(|| msg::keyed("phrase-unknown"));
            let what = ("what", error.what.as_str().into());
            let arguments = [what, ("example", error.example.into())];
            key.map_or_else(|| error.to_string(), |key| words.say(key, &arguments))
        }
        Wrong::NoTime => words.get(msg::ORGANISE_WHEN_NO_TIME),
        Wrong::Rule(error) => msg::OrganiseRuleWrong {
            part: error.part.clone().into(),
        }
        .say(words),
    }
}

/// A schedule as it would have been typed: as it was, else as a rule, else as its date.
pub(super) fn as_typed(schedule: &Schedule, words: &str) -> String {
    match &schedule.rules[..] {
        _ if !words.is_empty() => words.to_owned(),
        [rule] => rule.to_string(),
        [] => schedule.start.format("%-d %B %Y at %H:%M").to_string(),
        [..] => String::new(),
    }
}

/// The new schedule with what was changed on single dates of the old one, where it still has those.
pub(super) fn with_old_changes(mut new: Schedule, old: Option<&Schedule>) -> Schedule {
    let Some(old) = old else {
        return new;
    };
    let earliest = old.overrides.iter().map(|over| over.at);
    let earliest = earliest.chain(old.exdates.iter().copied()).min();
    let Some(earliest) = earliest else {
        return new;
    };
    let from = earliest - chrono::TimeDelta::days(2);
    let starts = new.occurrences_from(&ZONES, from).take(LOOKED_AT);
    let starts: HashSet<NaiveDateTime> = starts.map(|date| date.id).collect();
    let left_out = old.exdates.iter().copied();
    let left_out = left_out.filter(|at| starts.contains(at) && !new.exdates.contains(at));
    let left_out: Vec<NaiveDateTime> = left_out.collect();
    new.exdates.extend(left_out);
    let changed = old.overrides.iter();
    new.overrides = changed
        .filter(|over| starts.contains(&over.at))
        .cloned()
        .collect();
    new
}

/// The next dates, as the form shows them.
pub(super) fn next(schedule: &Schedule, now: i64, words: &Words) -> Vec<String> {
    let dates = schedule.occurrences_from(&ZONES, at_utc(now)).take(NEXT);
    dates
        .map(|date| when::with_changes(words, schedule, &date))
        .collect()
}

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
    let bare = Schedule {
        exdates: Vec::new(),
        overrides: Vec::new(),
        ..schedule.clone()
    };
    let from = at - chrono::TimeDelta::days(2);
    let mut dates = bare.occurrences_from(&ZONES, from).take(LOOKED_AT);
    dates.any(|date| date.id == at)
}
