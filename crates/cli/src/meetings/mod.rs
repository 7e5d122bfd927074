//! `swansfeet meetings`: what the meeting finder does, by command line. Holds no rule.

mod feed;
mod rule;

use std::process::ExitCode;

use clap::{Args, Subcommand};

use crate::lines;
use crate::office::{self, Place};

/// Options of `swansfeet meetings`.
#[derive(Args, Debug)]
pub(crate) struct Meetings {
    #[command(flatten)]
    place: Place,

    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// The hub's feeds: make them, name their sources, let organisers in
    Feed(feed::Feed),
    /// Which dates does a recurrence rule give? One rule in JSON on each line, one answer for each
    Rule(rule::Rule),
}

/// Runs a `meetings` command; messages go to standard error, in the language asked for.
pub(crate) fn run(options: Meetings) -> ExitCode {
    let words = options.place.words();
    match options.command {
        Command::Feed(feed) => {
            let work = options.place.open(async |office| feed.run(&office).await);
            office::run(&words, work)
        }
        Command::Rule(rule) => lines::end(rule::run(&rule, &words), &words, "error-empty-rules"),
    }
}
