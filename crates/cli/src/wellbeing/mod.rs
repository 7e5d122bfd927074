//! `swansfeet wellbeing`: scores by command line. Holds no rule.

mod open;
mod score;

use std::process::ExitCode;

use clap::{Args, Subcommand};

use crate::lines;
use crate::words::Language;

/// Options of `swansfeet wellbeing`.
#[derive(Args, Debug)]
pub(crate) struct Wellbeing {
    /// The language of the sentences
    #[arg(long, value_enum, default_value_t, global = true)]
    lang: Language,

    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// The hub's operator: open a campaign's check-in, and say who holds the second key
    Open(Box<open::Open>),
    /// What do these answers come to? One check-in in JSON on each line, one answer each
    Score(score::Score),
}

/// Runs a `wellbeing` command; messages go to standard error, in the language asked for.
pub(crate) fn run(options: Wellbeing) -> ExitCode {
    let words = options.lang.words();
    match options.command {
        Command::Open(open) => open::run(*open, &words, options.lang.words()),
        Command::Score(score) => {
            lines::end(score::run(&score, &words), &words, "error-empty-score")
        }
    }
}
