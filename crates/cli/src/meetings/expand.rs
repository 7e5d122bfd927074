//! `swansfeet meetings expand`: the dates of every meeting in a feed, between two days. Holds one date
//! of each meeting at a time, and writes as it goes.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};
use clap::Args;
use serde::Serialize;
use swansfeet_api::meetings::rule::Moment;
use swansfeet_meetings::recur::{Budget, Occurrences};
use swansfeet_meetings::zone::{Iana, Steady, Zones, canonical, to_utc, to_wall};
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

    /// How many dates are written at most: ten thousand weekly meetings in a year; where there are more,
    /// it says so and ends with 1
    #[arg(long, value_name = "DATES", default_value_t = 600_000)]
    most: u64,
}

/// Steps of looking for dates that all meetings of a feed share, for each of them: they count a
/// weekly meeting through thirty years.
const STEPS: u64 = 4_000;

/// One date. `start` is on the clock of the zone that was asked for; `utc` is null for a meeting
/// that is at the same time on every clock, `minutes` where nobody says how long it is.
#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    title: &'a str,
    start: Moment,
    utc: Option<Moment>,
    minutes: Option<u32>,
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
/// left out, or where there are more dates than are looked for or written.
pub(super) fn run(options: &Expand, words: &Words) -> Result<ExitCode, Error> {
    if options.from > options.to {
        eprintln!("swansfeet: {}", words.get(msg::FEED_NO_DAYS));
        return Ok(ExitCode::from(2));
    }
    let feed = feed::open(&options.file)?;
    let mut out = io::BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let cut = dates(&mut out, &feed.meetings, options);
    let cut = cut
        .and_then(|cut| out.flush().map(|()| cut))
        .map_err(Error::Write)?;
    let left_out = feed
        .problems
        .iter()
        .filter(|problem| problem.left_out)
        .count();
    if left_out > 0 {
        let left_out = swansfeet_words::Value::Number(left_out.into());
        eprintln!("swansfeet: {}", msg::FeedLeftOut { left_out }.say(words));
    }
    if cut.bounded {
        eprintln!("swansfeet: {}", words.get(msg::FEED_BOUNDED));
    }
    if cut.more {
        let most = options.most.to_string().into();
        eprintln!("swansfeet: {}", msg::FeedMoreDates { most }.say(words));
    }
    Ok(if left_out > 0 || cut.bounded || cut.more {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

/// Why not all dates are written.
#[derive(Default)]
struct Cut {
    /// A meeting has more, or none for longer, than is looked for.
    bounded: bool,
    /// There are more than are to be written.
    more: bool,
}

/// The meetings by their next dates.
type Heap = BinaryHeap<Reverse<(NaiveDateTime, usize)>>;

/// A meeting, its next date with its start on the clock that was asked for, and those after it.
struct Series<'a> {
    meeting: &'a Meeting,
    next: Option<(NaiveDateTime, Occurrence)>,
    later: Occurrences<'a>,
}

/// Writes each date that starts on the days asked for.
fn dates(out: &mut dyn Write, meetings: &[Meeting], options: &Expand) -> io::Result<Cut> {
    let own = meetings.iter().map(|meeting| {
        let zone = meeting.schedule.zone.as_deref();
        Steady::new(&Iana, zone.unwrap_or_default())
    });
    let own: Vec<Steady<'_>> = own.collect();
    let asked = Steady::new(&Iana, &options.zone);
    let begin = options.from.and_time(NaiveTime::MIN);
    let instant = to_utc(&Iana, &options.zone, begin).map_or(begin, |instant| instant.utc);
    let steps = STEPS * (10_000 + meetings.len() as u64);
    let budget = Budget::new(steps.saturating_add(options.most));
    let (mut cut, mut heap) = (Cut::default(), Heap::new());
    let mut all = Vec::with_capacity(meetings.len());
    for (at, (meeting, zones)) in meetings.iter().zip(&own).enumerate() {
        let from = Some(match meeting.schedule.zone {
            Some(_) => instant,
            None => begin,
        });
        let mut series = Series {
            meeting,
            next: None,
            later: meeting.schedule.occurrences_within(zones, from, &budget),
        };
        cut.bounded |= series.go_on(at, &mut heap, options, &asked);
        all.push(series);
    }
    let mut written = 0;
    while let Some(Reverse((_, at))) = heap.pop() {
        let series = &mut all[at];
        let Some((start, date)) = series.next.take() else {
            continue;
        };
        if written == options.most {
            cut.more = true;
            break;
        }
        written += 1;
        write(out, start, series.meeting, &date)?;
        cut.bounded |= series.go_on(at, &mut heap, options, &asked);
    }
    Ok(cut)
}

impl Series<'_> {
    /// Finds the next date. True: a bound was reached.
    fn go_on(&mut self, at: usize, heap: &mut Heap, options: &Expand, asked: &Steady<'_>) -> bool {
        let floats = self.meeting.schedule.zone.is_none();
        for date in self.later.by_ref() {
            let wall = |utc| to_wall(asked, &options.zone, utc).unwrap_or(utc);
            let start = if floats { date.start } else { wall(date.utc) };
            // Years are written with four figures.
            if date.utc.year().max(start.year()) > 9_999 {
                return true;
            }
            if start.date() > options.to {
                return false;
            }
            // What began before and goes on is no start on these days.
            if start.date() < options.from {
                continue;
            }
            // In the night when an hour comes twice, instants have an order and clocks have none.
            let instant = match floats {
                true => to_utc(asked, &options.zone, start).map_or(start, |instant| instant.utc),
                false => date.utc,
            };
            heap.push(Reverse((instant, at)));
            self.next = Some((start, date));
            return false;
        }
        self.later.bounded()
    }
}

fn write(
    out: &mut dyn Write,
    start: NaiveDateTime,
    meeting: &Meeting,
    date: &Occurrence,
) -> io::Result<()> {
    let over = date.over.and_then(|at| meeting.schedule.overrides.get(at));
    let line = Line {
        id: &meeting.id,
        title: &meeting.title,
        start: Moment::on_the_wall(start),
        utc: (meeting.schedule.zone.as_ref()).map(|_| Moment::in_utc(date.utc)),
        minutes: Some(date.minutes).filter(|minutes| *minutes > 0),
        cancelled: date.cancelled || meeting.status == Status::Cancelled,
        moved: date.moved,
        note: over.map_or("", |over| over.note.as_str()),
    };
    serde_json::to_writer(&mut *out, &line)?;
    out.write_all(b"\n")
}
