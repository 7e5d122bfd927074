//! `swansfeet pay`: the rules of the pay calculator by command line. Holds no rule of its own.

mod check;
mod rates;
mod report;
mod schema;

use std::process::ExitCode;

use clap::{Args, Subcommand};

pub(crate) use report::wrapped;

use crate::lines;
use crate::words::Language;

/// Options of `swansfeet pay`.
#[derive(Args, Debug)]
pub(crate) struct Pay {
    /// The language of the sentences
    #[arg(long, value_enum, default_value_t, global = true)]
    lang: Language,

    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Was the legal minimum paid? One case in JSON on each line, one answer for each
    Check(check::Check),
    /// Every rate in force on a day, with its source
    Rates(rates::Rates),
    /// The JSON Schema of what `check` reads or writes: one worker, one pay period; no payslip lines
    /// and no lists of periods
    Schema(schema::Schema),
}

/// Runs a `pay` command; messages go to standard error, in the language asked for.
pub(crate) fn run(options: Pay) -> ExitCode {
    let words = options.lang.words();
    let done = match options.command {
        Command::Check(check) => check::run(&check, &words),
        Command::Rates(rates) => rates::run(&rates, &words),
        Command::Schema(schema) => schema::run(&schema),
    };
    lines::end(done, &words, "error-empty")
}
