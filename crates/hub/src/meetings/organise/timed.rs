//! When a meeting is to be, out of a form, and whether its organiser has seen which dates that means.

use std::fmt::Write;

use chrono::{NaiveDate, NaiveDateTime};
use sha2::{Digest, Sha256};
use swansfeet_meetings::{Schedule, zone::Iana};
use swansfeet_words::Words;

use super::{
    changes, times,
    typed::{Before, Typed},
};
use crate::words::msg;

/// Longer is no meeting: a week.
const LONGEST: u32 = 7 * 24 * 60;

/// When a meeting is to be.
pub(super) struct Timed {
    pub(super) schedule: Schedule,
    /// Dates of the old schedule that are still to come, on which something was changed, and which
    /// the new one has no more.
    pub(super) lost: Vec<NaiveDateTime>,
    /// Days that the words leave out and on which there is no meeting.
    pub(super) idle: Vec<NaiveDateTime>,
    /// Whether the dates are others than those that are kept, or there is more to be seen beside them.
    pub(super) is_new: bool,
}

impl Timed {
    /// Stands for these dates, made of that version, in a form that has shown them.
    pub(super) fn mark(&self, version: i64) -> String {
        // How long it lasts is no matter of dates.
        let dates = Schedule {
            minutes: 0,
            ..self.schedule.clone()
        };
        let digest = Sha256::digest(format!("{version} {dates:?}"));
        digest.iter().take(8).fold(String::new(), |mut mark, byte| {
            // Writing to a text does not fail.
            let _ = write!(mark, "{byte:02x}");
            mark
        })
    }
}

/// When it is, if that can be read; what is wrong is noted.
pub(super) fn read(
    typed: &mut Typed,
    before: Option<Before<'_>>,
    today: NaiveDate,
    words: &Words,
) -> Option<Timed> {
    let zone = zone(typed, words);
    let minutes = minutes(typed, words);
    let first = first(typed, today, words);
    let when = typed.line("when");
    if let Some(before) = before
        && when == times::as_typed(&before.meeting.schedule, before.words)
        && first == Some(before.meeting.schedule.start.date())
    {
        let old = &before.meeting.schedule;
        let zone = Some(zone?);
        return Some(Timed {
            is_new: zone != old.zone,
            lost: Vec::new(),
            idle: Vec::new(),
            schedule: Schedule {
                zone,
                minutes: minutes?,
                ..old.clone()
            },
        });
    }
    if when.is_empty() {
        typed.wrong("when", words.get(msg::ORGANISE_WHEN_MISSING));
        return None;
    }
    let old = before.map(|before| &before.meeting.schedule);
    let read = match times::read(&when, (first?, today), old) {
        Ok(read) => read,
        Err(problem) => {
            typed.wrong("when", times::wrong(&problem, words));
            return None;
        }
    };
    if !times::is_of_our_time(read.schedule.start.date()) {
        typed.wrong("when", words.get(msg::ORGANISE_YEAR_WRONG));
        return None;
    }
    if times::is_past(&read.schedule, today) {
        typed.wrong("when", words.get(msg::ORGANISE_WHEN_OVER));
        return None;
    }
    let new = Schedule {
        zone: Some(zone?),
        minutes: read.minutes.or(minutes)?,
        ..read.schedule
    };
    Some(after(new, read.idle, before, today))
}

/// A new schedule, with what was done to single dates of the old one.
fn after(
    new: Schedule,
    idle: Vec<NaiveDateTime>,
    before: Option<Before<'_>>,
    today: NaiveDate,
) -> Timed {
    let Some(before) = before else {
        return Timed {
            schedule: new,
            lost: Vec::new(),
            idle,
            is_new: true,
        };
    };
    let old = &before.meeting.schedule;
    let mut carried = changes::carried(new, old, &changes::of_words(old, before.words, today));
    carried.lost.retain(|at| at.date() >= today);
    let new = &carried.schedule;
    let is_same = (new.start, &new.rules, &new.rdates, &new.exdates, &new.zone)
        == (old.start, &old.rules, &old.rdates, &old.exdates, &old.zone);
    Timed {
        is_new: !is_same || !carried.lost.is_empty() || !idle.is_empty(),
        lost: carried.lost,
        idle,
        schedule: carried.schedule,
    }
}

fn first(typed: &mut Typed, today: NaiveDate, words: &Words) -> Option<NaiveDate> {
    let first = typed.line("first");
    match first.parse::<NaiveDate>() {
        _ if first.is_empty() => Some(today),
        Ok(day) if times::is_of_our_time(day) => Some(day),
        // A browser's field for a day makes the year 0026 of 26.
        Ok(_) => {
            typed.wrong("first", words.get(msg::ORGANISE_YEAR_WRONG));
            None
        }
        Err(_) => {
            typed.wrong("first", words.get(msg::ORGANISE_FIRST_WRONG));
            None
        }
    }
}

fn zone(typed: &mut Typed, words: &Words) -> Option<String> {
    let zone = typed
        .maybe("zone")
        .unwrap_or_else(|| "Europe/London".to_owned());
    let known = Iana::known(&zone).map(str::to_owned);
    if known.is_none() {
        typed.wrong("zone", words.get(msg::ORGANISE_ZONE_WRONG));
    }
    known
}

fn minutes(typed: &mut Typed, words: &Words) -> Option<u32> {
    let minutes = typed.line("minutes");
    if minutes.is_empty() {
        return Some(0);
    }
    let read = minutes.parse().ok().filter(|minutes| *minutes <= LONGEST);
    if read.is_none() {
        typed.wrong("minutes", words.get(msg::ORGANISE_MINUTES_WRONG));
    }
    read
}
