//! When the meeting of a row is: a day and a time, a date and a time, or words that say both.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};

use super::Row;
use super::columns::Column;
use super::dates;
use crate::Schedule;
use crate::read::fields::quoted;
use crate::read::gather::{At, Gather, MOST_DATES};
use crate::read::given::{self, Asked, Names, Say};
use crate::read::{days, draft, tags, times, value};

const NO_END: &str = "is no time after the start; the length was taken for not known";
const NO_TIME: &str = "the time is missing or is no time like 19:30 or 7.30pm";

/// Reads it; nothing, and a problem, where the cells do not say.
pub(super) fn schedule(row: &Row<'_>, at: At, gather: &mut Gather) -> Option<Schedule> {
    let cell = |column| row.get(column).map(|(cell, _)| cell);
    // A cell may hold a date and a time in one.
    let columns = [Column::Time, Column::Date];
    let both = columns.into_iter().find_map(|column| dated(cell(column)?));
    let span = cell(Column::Time)
        .or_else(|| cell(Column::When))
        .and_then(dates::span);
    let time = both.map(|both| both.time()).or(span.map(|span| span.0));
    let first = both.map(|both| both.date());
    let mut schedule = by_cells(row, first, time, at, gather)?;
    zone(row, &mut schedule, at, gather);
    if let Some((start, Some(end))) = span {
        span_length(row, &mut schedule, (start, end), at, gather);
    }
    length(row, &mut schedule, at, gather);
    Some(schedule)
}

/// How long, where one cell says from when until when.
fn span_length(
    row: &Row<'_>,
    schedule: &mut Schedule,
    (start, end): (NaiveTime, NaiveTime),
    at: At,
    gather: &mut Gather,
) {
    match times::minutes_until(start, end) {
        Some(minutes) => schedule.minutes = minutes,
        None => {
            let found = row.get(Column::Time).or_else(|| row.get(Column::When));
            let (cell, name) = found.unwrap_or_default();
            gather.note(at, name, quoted(cell, NO_END));
        }
    }
}

/// `2026-03-03 19:30`, `3/3/2026 7.30pm`.
fn dated(cell: &str) -> Option<NaiveDateTime> {
    if let Some(stamp) = times::stamp(cell).filter(|stamp| !stamp.is_date) {
        return Some(stamp.wall);
    }
    let (day, time) = cell.trim().rsplit_once(' ')?;
    Some(dates::date(day)?.and_time(times::clock(time)?))
}

fn by_cells(
    row: &Row<'_>,
    first: Option<NaiveDate>,
    time: Option<NaiveTime>,
    at: At,
    gather: &mut Gather,
) -> Option<Schedule> {
    let date = row.get(Column::Date);
    let first = first.or_else(|| dates::date(date?.0));
    if let (Some((cell, name)), None) = (date, first)
        && days::days(cell).is_none()
    {
        let what = quoted(cell, "is no date like 3 March 2026");
        if row.get(Column::Day).is_none() && row.get(Column::When).is_none() {
            gather.leave_out(at, name, what);
            return None;
        }
        gather.note(at, name, what);
    }
    let words = row
        .get(Column::When)
        .or_else(|| row.get(Column::Day))
        .or(date.filter(|_| first.is_none()));
    if let Some((cell, name)) = words.filter(|(cell, _)| !says_once(cell)) {
        // Beside a date, the day of the week says only what day that is; beside a first date, that
        // the meeting is weekly.
        let is_one = date.is_none_or(|(_, name)| tags::plain(name).starts_with("date"));
        if let (Some(first), Some(days)) = (first, days::days(cell))
            && is_one
            && row.get(Column::When).is_none()
        {
            return dated_day(first, days, time, (name, at), gather);
        }
        let schedule = repeated(cell, name, first, time, at, gather)?;
        let column = date.map_or(name, |(_, name)| name);
        let names = Names {
            start: first.map(|_| (column, at)),
            rule: (name, at),
            but: "",
        };
        given::begins(&schedule, &names, gather);
        return Some(schedule);
    }
    let Some(first) = first else {
        gather.leave_out(
            at,
            "Day",
            "the row has neither a day of the week nor a date",
        );
        return None;
    };
    once(first, time, at, gather)
}

fn once(
    first: NaiveDate,
    time: Option<NaiveTime>,
    at: At,
    gather: &mut Gather,
) -> Option<Schedule> {
    let Some(time) = time else {
        gather.leave_out(at, "Time", NO_TIME);
        return None;
    };
    Some(Schedule::once(first.and_time(time), 0))
}

/// A date with the name of its day beside it.
fn dated_day(
    first: NaiveDate,
    days: days::Days,
    time: Option<NaiveTime>,
    (name, at): (&str, At),
    gather: &mut Gather,
) -> Option<Schedule> {
    if days != days::Days::one(first.weekday().num_days_from_monday()) {
        gather.note(
            at,
            name,
            "the date is on another day of the week; the date was taken",
        );
    }
    once(first, time, at, gather)
}

fn says_once(cell: &str) -> bool {
    let word = cell.trim().to_lowercase();
    matches!(
        word.as_str(),
        "once" | "one-off" | "one off" | "does not repeat" | "never"
    ) || dates::date(cell).is_some()
}

/// A day of the week, an RRULE, or words.
fn repeated(
    cell: &str,
    name: &str,
    first: Option<NaiveDate>,
    time: Option<NaiveTime>,
    at: At,
    gather: &mut Gather,
) -> Option<Schedule> {
    let from = first.unwrap_or_else(times::long_ago);
    let days = days::days(cell).or_else(|| numbered(cell, name, at, gather));
    if let Some(days) = days {
        let Some(time) = time else {
            gather.leave_out(at, "Time", NO_TIME);
            return None;
        };
        let start = first
            .unwrap_or_else(|| days.first_from(from))
            .and_time(time);
        let mut schedule = Schedule::once(start, 0);
        schedule.rules = draft::weekly(days);
        return Some(schedule);
    }
    match draft::repeats(cell, from, first.is_none()) {
        Ok(found) => {
            given::say_other_time(cell, [found.time, time], (name, at), gather);
            let Some(time) = found.time.or(time) else {
                gather.leave_out(at, "Time", NO_TIME);
                return None;
            };
            let start = found.day.unwrap_or(from).and_time(time);
            let mut schedule = Schedule::once(start, found.minutes.unwrap_or(0));
            let except = found.except.iter().map(|day| day.and_time(time));
            schedule.exdates = except.take(MOST_DATES).collect();
            schedule.rules = found.rules;
            let except: Vec<Asked<'_>> = given::of_words(&schedule.exdates, name, at).collect();
            given::check(&schedule, &except, Say::Always, gather);
            if first.is_none() {
                draft::say_uncounted(start, &schedule.rules, name, at, gather);
            }
            Some(schedule)
        }
        Err(why) => {
            let what = [&quoted(cell, "— "), why.as_str()];
            gather.leave_out(at, name, what.concat());
            None
        }
    }
}

/// A day as a figure: 1 is Monday; Sunday is 0 or 7.
fn numbered(cell: &str, name: &str, at: At, gather: &mut Gather) -> Option<days::Days> {
    let number = times::number(cell.trim(), 1).filter(|number| *number <= 7)?;
    gather.note(
        at,
        name,
        quoted(
            cell,
            "was read as a day, 1 for Monday to 7 or 0 for Sunday; write the day’s name",
        ),
    );
    Some(days::Days::one(number + 6))
}

fn zone(row: &Row<'_>, schedule: &mut Schedule, at: At, gather: &mut Gather) {
    if let Some((cell, name)) = row.get(Column::Zone) {
        draft::take_zone(schedule, cell, name, at, gather);
    }
}

fn length(row: &Row<'_>, schedule: &mut Schedule, at: At, gather: &mut Gather) {
    if let Some((cell, name)) = row.get(Column::End) {
        let start = schedule.start;
        let minutes = times::clock(cell)
            .and_then(|end| times::minutes_until(start.time(), end))
            .or_else(|| times::minutes(start, dated(cell)?));
        match minutes {
            Some(minutes) => schedule.minutes = minutes,
            None => gather.note(at, name, quoted(cell, NO_END)),
        }
    } else if let Some((cell, name)) = row.get(Column::Minutes) {
        match minutes_in(cell) {
            Some(minutes) => schedule.minutes = minutes,
            None => gather.note(
                at,
                name,
                quoted(
                    cell,
                    "is no length like 90 or 1h 30; it was taken for not known",
                ),
            ),
        }
    }
}

/// `90`, `90 minutes`, `1:30`, `1 hour`, `1.5 hours`, `1h 30m`.
fn minutes_in(cell: &str) -> Option<u32> {
    let text = cell.trim().to_lowercase();
    if let Some((hours, minutes)) = text.split_once(':') {
        let minutes = minutes.split(':').next()?;
        return Some(times::number(hours, 2)? * 60 + times::number(minutes, 2)?);
    }
    let (hours, rest) = match text.split_once('h') {
        Some((hours, rest)) => (hours.trim(), rest),
        None => ("", text.as_str()),
    };
    let (whole, part) = hours.split_once(['.', ',']).unwrap_or((hours, ""));
    let mut total = if hours.is_empty() {
        0
    } else {
        times::number(whole, 2)? * 60
    };
    total += match part {
        "" => 0,
        "25" => 15,
        "5" | "50" => 30,
        "75" => 45,
        _ => return None,
    };
    let figures: String = rest.chars().filter(char::is_ascii_digit).collect();
    if !figures.is_empty() {
        total += times::number(&figures, 4)?;
    }
    let known = value::yes(cell) != Some(false) && (1..=times::MOST_MINUTES).contains(&total);
    known.then_some(total)
}
