//! `swansfeet meetings expand`: the dates of every meeting in a feed, between two days.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use clap::Args;
use serde::Serialize;
use swansfeet_meetings::zone::{Iana, Zones, canonical, to_utc, to_wall};
use swansfeet_meetings::{Meeting, Occurrence, Status};
use swansfeet_words::Words;

use super::feed;
use crate::lines::Error;
use crate::words::msg;

/// Options of `swansfeet meetings expand`.
#[derive(Args, Debug)]
pub(crate) struct Expand {
    /// A feed of any kind that `meetings check` reads; `-` is standard input
    #[arg(default_value = "-", value_name = "FEED")]
    file: PathBuf,

    /// The first day, such as 2026-10-01
    #[arg(long, value_name = "DATE", value_parser = day)]
    from: NaiveDate,

    /// The last day; all of it counts
    #[arg(long, value_name = "DATE", value_parser = day)]
    to: NaiveDate,

    /// The zone in which days begin and starts are written
    #[arg(long, value_name = "ZONE", default_value = "Europe/London", value_parser = zone)]
    zone: String,
}

/// One date. `start` is on the clock of the zone that was asked for; `utc` is null for a meeting
/// that is at the same time on every clock.
#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    title: &'a str,
    start: String,
    utc: Option<String>,
    minutes: u32,
    cancelled: bool,
    moved: bool,
    /// What is said about this date.
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'a str,
}

fn day(text: &str) -> Result<NaiveDate, String> {
    text.parse()
        .map_err(|_| "write it as 2026-10-01: year, month, day".to_owned())
}

fn zone(text: &str) -> Result<String, String> {
    let name = canonical(text).filter(|name| Iana.offset(name, NaiveDateTime::default()).is_some());
    name.map(str::to_owned)
        .ok_or_else(|| "there is no zone of this name; write it as Europe/London".to_owned())
}

/// Writes the dates in the order of their starts. Ends with 1 where something of the feed had to be
/// left out, or where a meeting has more dates than are looked for.
pub(super) fn run(options: &Expand, words: &Words) -> Result<ExitCode, Error> {
    let feed = feed::open(&options.file)?;
    let mut found = Vec::new();
    let mut cut = false;
    for meeting in &feed.meetings {
        cut |= dates(meeting, options, &mut found);
    }
    found.sort_by_key(|(start, _, _)| *start);
    let mut out = io::BufWriter::new(io::stdout().lock());
    let written = found
        .iter()
        .try_for_each(|(start, meeting, date)| write(&mut out, *start, meeting, date));
    written.and_then(|()| out.flush()).map_err(Error::Write)?;
    let left_out = feed
        .problems
        .iter()
        .filter(|problem| problem.left_out)
        .count();
    if left_out > 0 {
        let left_out = swansfeet_words::Value::Number(left_out.into());
        eprintln!("swansfeet: {}", msg::FeedLeftOut { left_out }.say(words));
    }
    if cut {
        eprintln!("swansfeet: {}", words.get(msg::FEED_BOUNDED));
    }
    Ok(if left_out > 0 || cut {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

type Found<'a> = (NaiveDateTime, &'a Meeting, Occurrence);

/// Adds a meeting's dates that start on the days asked for. True: a bound was reached.
fn dates<'a>(meeting: &'a Meeting, options: &Expand, found: &mut Vec<Found<'a>>) -> bool {
    let floats = meeting.schedule.zone.is_none();
    let begin = options.from.and_time(NaiveTime::MIN);
    let instant = if floats {
        begin
    } else {
        utc_of(options, begin)
    };
    let mut dates = meeting.schedule.occurrences_from(&Iana, instant);
    for date in dates.by_ref() {
        let start = if floats {
            date.start
        } else {
            to_wall(&Iana, &options.zone, date.utc).unwrap_or(date.utc)
        };
        if start.date() > options.to {
            break;
        }
        // What began before and goes on is no start on these days.
        if start >= begin {
            found.push((start, meeting, date));
        }
    }
    dates.bounded()
}

fn utc_of(options: &Expand, wall: NaiveDateTime) -> NaiveDateTime {
    to_utc(&Iana, &options.zone, wall).map_or(wall, |instant| instant.utc)
}

fn write(
    out: &mut dyn Write,
    start: NaiveDateTime,
    meeting: &Meeting,
    date: &Occurrence,
) -> io::Result<()> {
    let over = date.over.and_then(|at| meeting.schedule.overrides.get(at));
    let iso = |time: NaiveDateTime| time.to_string().replacen(' ', "T", 1);
    let line = Line {
        id: &meeting.id,
        title: &meeting.title,
        start: iso(start),
        utc: meeting.schedule.zone.is_some().then(|| iso(date.utc) + "Z"),
        minutes: date.minutes,
        cancelled: date.cancelled || meeting.status == Status::Cancelled,
        moved: date.moved,
        note: over.map_or("", |over| over.note.as_str()),
    };
    serde_json::to_writer(&mut *out, &line)?;
    out.write_all(b"\n")
}
