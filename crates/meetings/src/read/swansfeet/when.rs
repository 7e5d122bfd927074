//! When a meeting of our own feed is: start, length, zone, rule, and what differs on single dates.

use chrono::{NaiveDateTime, NaiveTime};

use crate::read::fields::{flag, no_text, quoted, told, why};
use crate::read::gather::{At, Gather, MOST_DATES};
use crate::read::given::{self, Asked, Names, Say};
use crate::read::{Kind, Value, clean, draft, times};
use crate::{Change, Override, Schedule};

const ONCE: &str = ". The meeting was read as if it were once";
/// Where the day that is typed may be another one in UTC.
const IN_UTC: &str =
    ". It is in UTC, as there is no “zone”; name the zone whose clock the rule goes by";
/// The most rules of one meeting.
const MOST_RULES: usize = 20;

/// Reads what says when; nothing where there is no start.
pub(super) fn schedule(value: &Value, at: At, gather: &mut Gather) -> Option<Schedule> {
    let Some(start) = value.get("start") else {
        return spoken_only(value, at, gather);
    };
    let at_start = At {
        line: start.line,
        ..at
    };
    let Some(stamp) = start.text().and_then(times::stamp) else {
        gather.leave_out(
            at_start,
            "start",
            "the start is no time like 2026-03-03T19:30",
        );
        return None;
    };
    let zone = zone_of(value, stamp.offset.is_some(), at, gather);
    let (wall, zone) = draft::placed(stamp, zone, value.get("rule").is_some());
    let mut schedule = Schedule::once_in(zone, wall, 0);
    let known = (!stamp.is_date).then_some(wall.time());
    let timed = rules(value, &mut schedule, known, at, gather);
    if stamp.is_date && !timed {
        gather.leave_out(
            at_start,
            "start",
            "the start has no time of day; write 2026-03-03T19:30",
        );
        return None;
    }
    rest(value, &mut schedule, at, gather);
    Some(schedule)
}

/// A meeting whose words say it all: `every Tuesday at 7.30pm`.
fn spoken_only(value: &Value, at: At, gather: &mut Gather) -> Option<Schedule> {
    let zone = zone_of(value, false, at, gather);
    let long_ago = times::long_ago().and_time(NaiveTime::MIN);
    let mut schedule = Schedule::once_in(zone, long_ago, 0);
    if value.get("rule").is_some() && rules(value, &mut schedule, None, at, gather) {
        if cfg!(feature = "reports") {
            draft::say_uncounted(schedule.start, &schedule.rules, "rule", at, gather);
        }
        rest(value, &mut schedule, at, gather);
        return Some(schedule);
    }
    gather.leave_out(at, "start", "the start is missing");
    None
}

fn rest(value: &Value, schedule: &mut Schedule, at: At, gather: &mut Gather) {
    let clock = (schedule.start, schedule.zone.as_deref());
    let made = why("the length was taken for not known");
    let minutes = length(value, ["minutes", "end"], clock, made, (at, gather));
    schedule.minutes = minutes.unwrap_or(schedule.minutes);
    schedule.rdates = dates(value, "also", schedule, at, gather);
    let in_words = schedule.exdates.len();
    let except = dates(value, "except", schedule, at, gather);
    schedule.exdates.extend(except);
    changes(value, schedule, at, gather);
    if cfg!(feature = "reports") {
        let mut asked = differing(value, schedule, at);
        let line = value.get("rule").map_or(at.line, |rule| rule.line);
        let of_rule = At { line, ..at };
        let in_words = &schedule.exdates[..in_words];
        asked.extend(given::of_words(in_words, "rule", of_rule));
        given::check(schedule, &asked, Say::Always, gather);
        let line = value.get("start").map(|start| start.line);
        let names = Names {
            start: line.map(|line| ("start", At { line, ..at })),
            rule: ("rule", of_rule),
            but: match schedule.zone.as_deref() {
                Some("UTC") if value.get("zone").is_none() => IN_UTC,
                _ => "",
            },
        };
        given::begins(schedule, &names, gather);
    }
}

/// The dates that are left out or changed, with their places.
fn differing(value: &Value, schedule: &Schedule, at: At) -> Vec<Asked<'static>> {
    let rows = |name| {
        let rows = value.get(name).map_or(&[][..], Value::one_or_more);
        rows.iter().take(MOST_DATES)
    };
    let except = rows("except").map(|row| (row, Some(row), "except"));
    let changed = rows("changed").map(|row| (row, row.get("on"), "changed.on"));
    let asked = except.chain(changed).filter_map(|(row, on, field)| {
        Some(Asked {
            start: moment(on?.text()?, schedule)?,
            at: At {
                line: row.line,
                ..at
            },
            field,
        })
    });
    asked.collect()
}

fn zone_of(value: &Value, is_fixed: bool, at: At, gather: &mut Gather) -> Option<String> {
    let london = || Some("Europe/London".to_owned());
    let named = value.fields().iter().find(|(name, _)| name == "zone");
    let Some((_, named)) = named else {
        // "Z" and no zone: the feed means UTC.
        return if is_fixed {
            Some("UTC".to_owned())
        } else {
            london()
        };
    };
    if named.kind == Kind::Null {
        return if is_fixed {
            Some("UTC".to_owned())
        } else {
            None
        };
    }
    named.text().and_then(draft::zone_named).or_else(|| {
        let what = quoted(named.text().unwrap_or_default(), draft::NO_ZONE);
        gather.note(
            At {
                line: named.line,
                ..at
            },
            "zone",
            what,
        );
        london()
    })
}

/// A time on the clock of a zone; as it is written, where the zone's offset is not known.
fn on_clock(stamp: times::Stamp, zone: Option<&str>) -> NaiveDateTime {
    draft::on_clock(stamp, zone).unwrap_or(stamp.wall)
}

/// Reads the rules; whether they say the time of day. `known` is the one that was said before.
fn rules(
    value: &Value,
    schedule: &mut Schedule,
    mut known: Option<NaiveTime>,
    at: At,
    gather: &mut Gather,
) -> bool {
    let mut timed = false;
    let is_made = value.get("start").is_none();
    for rule in value
        .get("rule")
        .map_or(&[][..], Value::one_or_more)
        .iter()
        .take(MOST_RULES)
    {
        let at = At {
            line: rule.line,
            ..at
        };
        let text = rule.text().unwrap_or_default().trim();
        if text.is_empty() {
            if let Some(what) = no_text(rule) {
                gather.note(at, "rule", what);
            }
            continue;
        }
        let why = match draft::rrule(text) {
            Some(Ok(rule)) => {
                schedule.rules.push(rule);
                continue;
            }
            Some(Err(why)) => why,
            None => match draft::spoken(text, schedule.start.date(), is_made) {
                Ok(found) => {
                    let times = [found.time, known];
                    given::say_other_time(text, times, ("rule", at), gather);
                    known = found.time.or(known);
                    timed |= found.time.is_some();
                    take_over(found, schedule);
                    continue;
                }
                Err(why) => why,
            },
        };
        // Without a start, that it is left out is said next.
        let made = value.get("start").map_or("", |_| ONCE);
        let what = told(&[&quoted(text, "— "), why.as_str(), made]);
        gather.note(at, "rule", what);
    }
    timed
}

/// What words say. Their time counts before the start's, and their first day: the start may be any day
/// from which they are meant.
fn take_over(found: draft::Repeats, schedule: &mut Schedule) {
    let time = found.time.unwrap_or(schedule.start.time());
    if let Some(day) = found.day {
        schedule.start = day.and_time(time);
    }
    let except = found.except.iter().map(|day| day.and_time(time));
    schedule.exdates.extend(except.take(MOST_DATES));
    schedule.rules.extend(found.rules);
    schedule.minutes = found.minutes.unwrap_or(schedule.minutes);
}

/// How long, by `minutes` or else by `end`; nothing where neither can be read, and what is made of that
/// then is said.
fn length(
    value: &Value,
    names: [&str; 2],
    (start, zone): (NaiveDateTime, Option<&str>),
    made: &str,
    (at, gather): (At, &mut Gather),
) -> Option<u32> {
    let [by_minutes, by_end] = names;
    let (found, field, minutes, what) = if let Some(minutes) = value.get("minutes") {
        let number = minutes.whole().and_then(|n| u32::try_from(n).ok());
        let number = number.filter(|n| *n <= times::MOST_MINUTES);
        let what = why("this is a number of minutes, at most 44,640; ");
        (minutes, by_minutes, number, what)
    } else {
        let end = value.get("end")?;
        let until = end.text().and_then(|end| length_to(end, start, zone));
        let what = why("the end is not after the start; ");
        (end, by_end, until, what)
    };
    if minutes.is_none() {
        let line = found.line;
        gather.note(At { line, ..at }, field, told(&[what, made]));
    }
    minutes
}

fn length_to(end: &str, start: NaiveDateTime, zone: Option<&str>) -> Option<u32> {
    if let Some(time) = times::clock(end) {
        return times::minutes_until(start.time(), time);
    }
    times::minutes(start, on_clock(times::stamp(end)?, zone))
}

/// A time on the meeting's clock; a date alone has the meeting's time of day.
fn moment(text: &str, schedule: &Schedule) -> Option<NaiveDateTime> {
    let stamp = times::stamp(text)?;
    if stamp.is_date {
        return Some(stamp.wall.date().and_time(schedule.start.time()));
    }
    Some(on_clock(stamp, schedule.zone.as_deref()))
}

fn dates(
    value: &Value,
    name: &str,
    schedule: &Schedule,
    at: At,
    gather: &mut Gather,
) -> Vec<NaiveDateTime> {
    let rows = value.get(name).map_or(&[][..], Value::one_or_more);
    if rows.len() > MOST_DATES {
        gather.note(at, name, "only the first 2,000 dates were read");
    }
    let mut found = Vec::new();
    for row in rows.iter().take(MOST_DATES) {
        let text = row.text().unwrap_or_default();
        match moment(text, schedule) {
            Some(date) => found.push(date),
            None => gather.note(
                At {
                    line: row.line,
                    ..at
                },
                name,
                quoted(text, "is no time like 2026-03-03T19:30 and was left out"),
            ),
        }
    }
    found
}

fn changes(value: &Value, schedule: &mut Schedule, at: At, gather: &mut Gather) {
    let rows = value.get("changed").map_or(&[][..], Value::one_or_more);
    if rows.len() > MOST_DATES {
        gather.note(at, "changed", "only the first 2,000 changes were read");
    }
    for row in rows.iter().take(MOST_DATES) {
        let at = At {
            line: row.line,
            ..at
        };
        let mut names = super::Fields::new(gather, at, "changed.");
        names.known(row, &["on", "start", "minutes", "end", "cancelled", "note"]);
        names.texts(row, &["note"]);
        match change(row, schedule, at, gather) {
            Ok(found) => schedule.overrides.push(found),
            Err((field, what)) => gather.note(at, field, what),
        }
    }
}

fn change(
    row: &Value,
    schedule: &Schedule,
    at: At,
    gather: &mut Gather,
) -> Result<Override, (&'static str, &'static str)> {
    let on = row
        .get("on")
        .and_then(Value::text)
        .and_then(|text| moment(text, schedule));
    let on = on.ok_or((
        "changed.on",
        why("this is the start that is changed, like 2026-04-07T19:30; the change was left out"),
    ))?;
    let note = row
        .get("note")
        .and_then(Value::text)
        .map_or_else(String::new, |note| clean::block(note, 500));
    if flag(row, "cancelled", "changed.cancelled", at, gather) {
        return Ok(Override {
            at: on,
            change: Change::Cancelled,
            note,
        });
    }
    let start = match row.get("start") {
        None => on,
        Some(start) => start
            .text()
            .and_then(|text| moment(text, schedule))
            .ok_or((
                "changed.start",
                why("the new start is no time like 2026-04-08T19:30; the change was left out"),
            ))?,
    };
    let clock = (start, schedule.zone.as_deref());
    let made = why("the length is as ever");
    let names = ["changed.minutes", "changed.end"];
    let minutes = length(row, names, clock, made, (at, gather));
    Ok(Override {
        at: on,
        change: Change::Moved { start, minutes },
        note,
    })
}
