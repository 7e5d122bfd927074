//! `swansfeet wellbeing`: scores by command line, and both holders of keys. Holds no rule.

mod card;
mod holder;
mod keys;
mod open;
mod say;
mod score;
mod steward;
mod tally;
mod way;
mod work;

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
    /// Show a task card, and look at both signatures
    Card(card::Shown),
    /// Make a second holder's identity, or show its public key
    Holder(holder::Holder),
    /// The hub's operator: open a campaign's check-in, and say who holds the second key
    Open(Box<open::Open>),
    /// What do these answers come to? One check-in in JSON on each line, one answer each
    Score(score::Score),
    /// The second holder in person: this week's work, once
    Steward(steward::Steward),
    /// The second holder as a process beside the hub: now, and then every ten minutes
    Tally(tally::Tally),
}

/// Runs a `wellbeing` command; messages go to standard error, in the language asked for.
pub(crate) fn run(options: Wellbeing) -> ExitCode {
    let words = options.lang.words();
    match options.command {
        Command::Card(card) => card::run(&card, &words),
        Command::Holder(holder) => holder::run(&holder, &words),
        Command::Open(open) => open::run(*open, &words, options.lang.words()),
        Command::Score(score) => {
            lines::end(score::run(&score, &words), &words, "error-empty-score")
        }
        Command::Steward(steward) => steward::run(&steward, &words),
        Command::Tally(tally) => tally::run(&tally, &words),
    }
}
