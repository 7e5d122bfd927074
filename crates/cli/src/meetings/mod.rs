//! `swansfeet meetings`: what feeds of meetings hold, and the feeds of the hub, by command line. Holds
//! no rule.

mod check;
mod expand;
mod feed;
mod gather;
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
    /// What is wrong in a feed? Line by line, and what was made of it
    Check(check::Check),
    /// The dates of every meeting in a feed, in JSON, one on each line
    Expand(expand::Expand),
    /// The hub's feeds: make them, name their sources, let organisers in
    Feed(gather::Feed),
    /// Fetch all sources of one of the hub's feeds now; short for `meetings feed import`
    Import(gather::Named),
    /// Which dates does a recurrence rule give? One rule in JSON on each line, one answer for each
    Rule(rule::Rule),
}

/// Runs a `meetings` command; messages go to standard error, in the language asked for.
pub(crate) fn run(options: Meetings) -> ExitCode {
    let words = options.place.words();
    match options.command {
        // A feed with nothing in it is answered like any other, so the last key is never used.
        Command::Check(check) => {
            lines::end(check::run(&check, &words), &words, "error-cannot-read")
        }
        Command::Expand(expand) => {
            lines::end(expand::run(&expand, &words), &words, "error-cannot-read")
        }
        Command::Feed(feed) => {
            let place = &options.place;
            if feed.begins() {
                let work = place.begin(async |office| feed.run(&office).await);
                return office::run(&words, work);
            }
            let work = place.open(async |office| feed.run(&office).await);
            office::run(&words, work)
        }
        Command::Import(named) => {
            let work = options
                .place
                .open(async |office| gather::fetch(&office, &named.feed).await);
            office::run(&words, work)
        }
        Command::Rule(rule) => lines::end(rule::run(&rule, &words), &words, "error-empty-rules"),
    }
}
