//! When a meeting is, as an organiser writes it.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};
use swansfeet_meetings::{
    Schedule,
    phrase::{self, PhraseError},
    read::YEARS,
    recur::{Rule, RuleError},
};
use swansfeet_words::Words;

use super::changes;
use crate::{
    meetings::{ZONES, at_utc, when},
    words::msg,
};

/// As many as the form shows before it is saved.
const NEXT: usize = 6;

/// What was read.
pub(super) struct Read {
    /// Without zone, length and changes.
    pub(super) schedule: Schedule,
    /// Days that the words leave out and on which there is no meeting: a slip, or said to be sure.
    pub(super) idle: Vec<NaiveDateTime>,
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
pub(super) fn read(
    text: &str,
    (first, today): (NaiveDate, NaiveDate),
    old: Option<&Schedule>,
) -> Result<Read, Wrong> {
    if let Some(rule) = of_rule(text) {
        let rule = Rule::parse(rule).map_err(Wrong::Rule)?;
        // A rule says no time of day.
        let time = old.ok_or(Wrong::NoTime)?.start.time();
        let mut schedule = Schedule::once(first.and_time(time), 0);
        schedule.rules = vec![rule];
        // The form says that the dates begin on the first day or after it.
        let begins = schedule.occurrences(&ZONES).next().map(|date| date.id);
        schedule.start = begins.unwrap_or(schedule.start);
        return Ok(Read {
            schedule,
            idle: Vec::new(),
            minutes: None,
        });
    }
    let spoken = phrase::read_on(today, text, first).map_err(Wrong::Words)?;
    if !spoken.has_time {
        return Err(Wrong::NoTime);
    }
    let mut schedule = Schedule::once(spoken.start, 0);
    schedule.rules = spoken.rules;
    let left_out = spoken.except.iter();
    let left_out = left_out.map(|day| day.and_time(spoken.start.time()));
    let (exdates, idle) = left_out.partition(|at| changes::is_date(&schedule, *at));
    schedule.exdates = exdates;
    Ok(Read {
        schedule,
        idle,
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

/// Whether none of its dates is on that day or later.
pub(super) fn is_past(schedule: &Schedule, today: NaiveDate) -> bool {
    let from = today.and_time(NaiveTime::MIN);
    schedule.occurrences_from(&ZONES, from).next().is_none()
}

/// Whether a time on the meeting's clock has passed.
pub(super) fn is_over(schedule: &Schedule, at: NaiveDateTime, now: i64) -> bool {
    let once = Schedule {
        zone: schedule.zone.clone(),
        ..Schedule::once(at, 0)
    };
    let date = once.occurrences(&ZONES).next();
    date.is_none_or(|date| date.utc < at_utc(now))
}

/// The next dates, as the form shows them.
pub(super) fn next(schedule: &Schedule, now: i64, words: &Words) -> Vec<String> {
    let dates = schedule.occurrences_from(&ZONES, at_utc(now)).take(NEXT);
    dates
        .map(|date| when::with_changes(words, schedule, &date))
        .collect()
}
