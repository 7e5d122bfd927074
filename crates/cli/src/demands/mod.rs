//! `swansfeet demands`: the checks of the form that signs demands, by command line. Holds no rule.

mod check;

pub(crate) use check::json;

use std::process::ExitCode;

use clap::{Args, Subcommand};

use crate::lines;
use crate::words::Language;

/// Options of `swansfeet demands`.
#[derive(Args, Debug)]
pub(crate) struct Demands {
    /// The language of the sentences
    #[arg(long, value_enum, default_value_t, global = true)]
    lang: Language,

    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Are name, email address and postcode right? One person in JSON on each line, one answer each
    Check(check::Check),
}

/// Runs a `demands` command; messages go to standard error, in the language asked for.
pub(crate) fn run(options: Demands) -> ExitCode {
    let words = options.lang.words();
    match options.command {
        Command::Check(check) => {
            lines::end(check::run(&check, &words), &words, "error-empty-people")
        }
    }
}
