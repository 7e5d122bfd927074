//! `swansfeet meetings check`: what is wrong in a feed, line by line.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;
use swansfeet_meetings::read::{Feed, Problem};
use swansfeet_words::Words;

use super::feed;
use crate::lines::Error;
use crate::pay::wrapped;
use crate::words::msg;

/// Options of `swansfeet meetings check`.
#[derive(Args, Debug)]
pub(crate) struct Check {
    /// A feed: our own JSON or TOML, a calendar file, Meeting Guide or BMLT, events of Action Network
    /// or Mobilize, a table as CSV; `-` is standard input
    #[arg(default_value = "-", value_name = "FEED")]
    file: PathBuf,

    /// Write what is wrong as JSON, one on each line
    #[arg(long)]
    json: bool,
}

/// What is wrong, as JSON. Numbers that are not known are null.
#[derive(Serialize)]
struct Line<'a> {
    line: Option<u32>,
    entry: Option<u32>,
    field: &'a str,
    what: &'a str,
    left_out: bool,
}

/// Ends with 1 where something had to be left out.
pub(super) fn run(options: &Check, words: &Words) -> Result<ExitCode, Error> {
    let feed = feed::open(&options.file)?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    let write = if options.json { json } else { text };
    write(&mut out, &feed, words)
        .and_then(|()| out.flush())
        .map_err(Error::Write)?;
    let left_out = feed.problems.iter().any(|problem| problem.left_out);
    Ok(if left_out {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

fn json(out: &mut dyn Write, feed: &Feed, _: &Words) -> io::Result<()> {
    for problem in &feed.problems {
        let known = |number: u32| (number > 0).then_some(number);
        let line = Line {
            line: known(problem.line),
            entry: known(problem.entry),
            field: &problem.field,
            what: &problem.what,
            left_out: problem.left_out,
        };
        serde_json::to_writer(&mut *out, &line)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

fn text(out: &mut dyn Write, feed: &Feed, words: &Words) -> io::Result<()> {
    for problem in &feed.problems {
        writeln!(out, "{}", place(problem, words))?;
        wrapped(out, "  ", &problem.what)?;
    }
    let count = |number: usize| swansfeet_words::Value::Number(number.into());
    let sum = msg::FeedSum {
        meetings: count(feed.meetings.len()),
        problems: count(feed.problems.len()),
        out: count(
            feed.problems
                .iter()
                .filter(|problem| problem.left_out)
                .count(),
        ),
    };
    writeln!(out, "{}", sum.say(words))
}

/// `Line 7, entry 4, end_time`, as much of it as is known.
fn place(problem: &Problem, words: &Words) -> String {
    let mut parts = Vec::new();
    if problem.line > 0 {
        parts.push(
            msg::FeedLine {
                line: problem.line.to_string().into(),
            }
            .say(words),
        );
    }
    if problem.entry > 0 {
        parts.push(
            msg::FeedEntry {
                entry: problem.entry.to_string().into(),
            }
            .say(words),
        );
    }
    if !problem.field.is_empty() {
        parts.push(problem.field.clone());
    }
    if parts.is_empty() {
        parts.push(words.get(msg::FEED_WHOLE));
    }
    parts.join(", ")
}
