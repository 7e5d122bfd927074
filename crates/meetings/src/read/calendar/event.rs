//! One VEVENT: a meeting, or what differs on one date of it.

use chrono::NaiveDateTime;

use super::place;
use super::value::{Clock, When, length, moment};
use super::zones::{Names, on_clock};
use crate::read::fields::{quoted, said, told};
use crate::read::gather::{At, Gather, MOST_DATES};
use crate::read::given::{self, Asked, Say};
use crate::read::ics::{Component, Property};
use crate::read::{clean, draft, times};
use crate::recur::Rule;
use crate::write::ONCE;
use crate::{Change, Meeting, Override, Schedule, Status};

/// The most rules of one event.
const MOST_RULES: usize = 20;

/// An event before those of one meeting are put together.
pub(super) struct Event {
    /// What it says; its id is the UID.
    pub(super) meeting: Meeting,
    /// Where it stands.
    pub(super) at: At,
    /// SEQUENCE, then LAST-MODIFIED or DTSTAMP: the greater is the newer.
    pub(super) version: (i64, Option<NaiveDateTime>),
    /// The date that it speaks of (RECURRENCE-ID); nothing: all.
    pub(super) on: Option<When>,
    /// The event's own start, on its own clock.
    pub(super) start: When,
}

/// Reads it; nothing where it has no start.
pub(super) fn read(
    event: &Component<'_>,
    entry: u32,
    names: &mut Names<'_>,
    gather: &mut Gather,
) -> Option<Event> {
    let at = At {
        line: event.line,
        entry,
    };
    if event.broken > 0 {
        let at = At {
            line: event.broken,
            entry,
        };
        gather.note(
            at,
            "",
            "this line belongs to the one before and should begin with a space",
        );
    }
    if event.cut {
        gather.note(
            at,
            "",
            "the event has no END:VEVENT, or far too many lines; what there is was read",
        );
    }
    let start = start(event, at, names, gather)?;
    let on = changes(event, at, names, gather);
    let zone = match &start.clock {
        Clock::Zone(zone) => Some(zone.clone()),
        Clock::Utc => Some("UTC".to_owned()),
        Clock::Floating => None,
    };
    let mut schedule = Schedule {
        zone,
        ..Schedule::once(start.wall, 0)
    };
    schedule.minutes = minutes(event, &start, at, names, gather);
    if on.is_none() {
        schedule.rules = rules(event, start.wall, at, gather);
        let out = dates(event, &mut schedule, at, names, gather);
        given::check(&schedule, &out, Say::OtherTime, gather);
    }
    let title = title(event, at, on.is_some(), gather);
    let id = uid(event, &title, &schedule, at, gather);
    let mut meeting = draft::blank(id, title, schedule);
    meeting.about = about(event);
    meeting.status = status(event, at, gather);
    place::read(event, &mut meeting, at, gather);
    Some(Event {
        meeting,
        at,
        version: version(event),
        on,
        start,
    })
}

/// The date that the event speaks of, where it speaks of one.
fn changes(
    event: &Component<'_>,
    at: At,
    names: &mut Names<'_>,
    gather: &mut Gather,
) -> Option<When> {
    let property = event.get("RECURRENCE-ID")?;
    let at = At {
        line: property.line,
        ..at
    };
    if property
        .param("RANGE")
        .is_some_and(|range| range.eq_ignore_ascii_case("THISANDFUTURE"))
    {
        let what = "this changes a date and all later ones; only that date was changed. End the first series and begin a second";
        gather.note(at, "RECURRENCE-ID", what);
    }
    Some(names.times(property, at, gather).into_iter().next()?.0)
}

/// What it is, in plain text; some programs have it in HTML alone.
fn about(event: &Component<'_>) -> String {
    let plain = event
        .get("DESCRIPTION")
        .map(|about| clean::about(&about.text()));
    plain.filter(|about| !about.is_empty()).unwrap_or_else(|| {
        let html = event.get("X-ALT-DESC").map(Property::text);
        html.map(|html| clean::about(&html)).unwrap_or_default()
    })
}

fn start(
    event: &Component<'_>,
    at: At,
    names: &mut Names<'_>,
    gather: &mut Gather,
) -> Option<When> {
    let Some(property) = event.get("DTSTART") else {
        gather.leave_out(at, "DTSTART", "the event has no start (DTSTART)");
        return None;
    };
    let at = At {
        line: property.line,
        ..at
    };
    if moment(&property.value).is_none() {
        gather.leave_out(
            at,
            "DTSTART",
            quoted(&property.value, "is no time like 20260303T193000"),
        );
        return None;
    }
    let mut start = names.times(property, at, gather).into_iter().next()?.0;
    // A whole day is the same day everywhere.
    if start.is_date {
        start.clock = Clock::Floating;
    }
    Some(start)
}

fn minutes(
    event: &Component<'_>,
    start: &When,
    at: At,
    names: &mut Names<'_>,
    gather: &mut Gather,
) -> u32 {
    const DAY: u32 = 24 * 60;
    if let Some(end) = event.get("DTEND") {
        let at = At {
            line: end.line,
            ..at
        };
        let Some((when, _)) = names.times(end, at, gather).into_iter().next() else {
            return 0;
        };
        let zone = match &start.clock {
            Clock::Zone(zone) => Some(zone.as_str()),
            Clock::Utc => Some("UTC"),
            Clock::Floating => None,
        };
        let wall = if start.is_date {
            when.wall
        } else {
            on_clock(&when, zone, start.wall.time(), names.zones)
        };
        if let Some(minutes) = times::minutes(start.wall, wall) {
            return minutes;
        }
        if wall != start.wall {
            gather.note(
                at,
                "DTEND",
                "the end is before the start, or a month later; the length was taken for not known",
            );
        }
        return if start.is_date { DAY } else { 0 };
    }
    if let Some(duration) = event.get("DURATION") {
        return length(&duration.value).unwrap_or_else(|| {
            let at = At {
                line: duration.line,
                ..at
            };
            gather.note(
                at,
                "DURATION",
                quoted(
                    &duration.value,
                    "is no length like PT1H30M; the length was taken for not known",
                ),
            );
            0
        });
    }
    if start.is_date { DAY } else { 0 }
}

fn rules(event: &Component<'_>, start: NaiveDateTime, at: At, gather: &mut Gather) -> Vec<Rule> {
    let mut rules = Vec::new();
    for property in event.all("RRULE").take(MOST_RULES) {
        match Rule::parse(property.value.trim()) {
            Ok(rule) => {
                if let Err(why) = rule.check(start) {
                    let at = At {
                        line: property.line,
                        ..at
                    };
                    let what = told(&[&said(&why), "; the start’s time was taken"]);
                    gather.note(at, "RRULE", what);
                }
                // What a series of single dates is given so that none is forgotten.
                if !property.value.trim().eq_ignore_ascii_case(ONCE) {
                    rules.push(rule);
                }
            }
            Err(why) => {
                let at = At {
                    line: property.line,
                    ..at
                };
                let what = told(&[
                    "is no rule that can be used: ",
                    &said(&why),
                    ". The event was read without it",
                ]);
                gather.note(at, "RRULE", quoted(&property.value, &what));
            }
        }
    }
    if let Some(property) = event.get("EXRULE") {
        let at = At {
            line: property.line,
            ..at
        };
        gather.note(
            at,
            "EXRULE",
            "rules of dates to leave out are no longer in use and were not read; write EXDATE",
        );
    }
    rules
}

/// RDATE and EXDATE; the latter with their places.
fn dates(
    event: &Component<'_>,
    schedule: &mut Schedule,
    at: At,
    names: &mut Names<'_>,
    gather: &mut Gather,
) -> Vec<Asked<'static>> {
    let mut out = Vec::new();
    let time = schedule.start.time();
    for (name, is_extra) in [("RDATE", true), ("EXDATE", false)] {
        let mut count = 0;
        for property in event.all(name) {
            let at = At {
                line: property.line,
                ..at
            };
            if count >= MOST_DATES {
                gather.note(at, name, "only the first 2,000 dates were read");
                break;
            }
            for (when, end) in names.times(property, at, gather) {
                count += 1;
                if count > MOST_DATES {
                    break;
                }
                let wall = on_clock(&when, schedule.zone.as_deref(), time, names.zones);
                if is_extra {
                    schedule.rdates.push(wall);
                    schedule
                        .overrides
                        .extend(end.and_then(|end| period(&when, wall, &end, schedule.minutes)));
                } else {
                    schedule.exdates.push(wall);
                    out.push(Asked {
                        start: wall,
                        at,
                        field: "EXDATE",
                    });
                }
            }
        }
    }
    out
}

/// A further date with a length of its own.
fn period(when: &When, wall: NaiveDateTime, end: &str, usual: u32) -> Option<Override> {
    let minutes = match moment(end) {
        Some((end, _, _)) => times::minutes(when.wall, end),
        None => length(end),
    }?;
    (minutes != usual).then_some(Override {
        at: wall,
        change: Change::Moved {
            start: wall,
            minutes: Some(minutes),
        },
        note: String::new(),
    })
}

fn title(event: &Component<'_>, at: At, is_change: bool, gather: &mut Gather) -> String {
    let title = event
        .get("SUMMARY")
        .map(|title| clean::line(&title.text(), clean::NAME))
        .unwrap_or_default();
    if title.is_empty() && !is_change {
        gather.note(
            at,
            "SUMMARY",
            "the event has no title; it is called “Meeting”",
        );
        return "Meeting".to_owned();
    }
    title
}

fn uid(
    event: &Component<'_>,
    title: &str,
    schedule: &Schedule,
    at: At,
    gather: &mut Gather,
) -> String {
    let id = event
        .get("UID")
        .map(|id| clean::line(&id.text(), clean::NAME))
        .unwrap_or_default();
    if id.is_empty() {
        gather.note(
            at,
            "UID",
            "the event has no UID; one was made from title and start, and changes with them",
        );
        return draft::made_id(title, schedule.start);
    }
    id
}

fn status(event: &Component<'_>, at: At, gather: &mut Gather) -> Status {
    let Some(status) = event.get("STATUS") else {
        return Status::Confirmed;
    };
    match status.value.trim().to_ascii_uppercase().as_str() {
        "CONFIRMED" | "" => Status::Confirmed,
        "TENTATIVE" => Status::Tentative,
        "CANCELLED" | "CANCELED" => Status::Cancelled,
        _ => {
            let at = At {
                line: status.line,
                ..at
            };
            gather.note(
                at,
                "STATUS",
                quoted(&status.value, "is no status; it was taken for CONFIRMED"),
            );
            Status::Confirmed
        }
    }
}

fn version(event: &Component<'_>) -> (i64, Option<NaiveDateTime>) {
    let sequence = event
        .get("SEQUENCE")
        .and_then(|s| s.value.trim().parse().ok());
    let stamp = event.get("LAST-MODIFIED").or_else(|| event.get("DTSTAMP"));
    let stamp = stamp.and_then(|stamp| Some(moment(&stamp.value)?.0));
    (sequence.unwrap_or(0), stamp)
}
