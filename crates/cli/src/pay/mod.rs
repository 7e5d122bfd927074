//! `swansfeet pay`: the rules of the pay calculator by command line. Holds no rule of its own.

mod check;
mod lines;
mod rates;
mod report;
mod schema;

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand};

use crate::words::{Language, msg};

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
    /// The JSON Schema of what `check` reads or writes
    Schema(schema::Schema),
}

/// Why a command could not go on at all. What is wrong with one case is an answer, not an error.
#[derive(Debug)]
pub(crate) enum Error {
    /// The input had no case in it.
    Empty(Source),
    /// The input could not be read.
    Read(Source, io::Error),
    /// The output could not be written.
    Write(io::Error),
}

/// Where cases come from.
#[derive(Clone, Debug)]
pub(crate) struct Source(PathBuf);

impl std::fmt::Display for Source {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.0.as_os_str() == "-" {
            f.write_str("standard input")
        } else {
            self.0.display().fmt(f)
        }
    }
}

/// Runs a `pay` command; messages go to standard error, in the language asked for.
pub(crate) fn run(options: Pay) -> ExitCode {
    let words = options.lang.words();
    let done = match options.command {
        Command::Check(check) => check::run(&check, &words),
        Command::Rates(rates) => rates::run(&rates, &words),
        Command::Schema(schema) => schema::run(&schema),
    };
    let error = match done {
        Ok(code) => return code,
        // Whoever reads along has seen enough, as in `swansfeet pay check big.jsonl | head`.
        Err(Error::Write(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
            return ExitCode::SUCCESS;
        }
        Err(error) => error,
    };
    let message = match error {
        Error::Empty(source) => msg::ErrorEmpty {
            source: source.to_string().into(),
        }
        .say(&words),
        Error::Read(source, why) => msg::ErrorCannotRead {
            source: source.to_string().into(),
            why: why.to_string().into(),
        }
        .say(&words),
        Error::Write(why) => msg::ErrorCannotWrite {
            why: why.to_string().into(),
        }
        .say(&words),
    };
    eprintln!("swansfeet: {message}");
    ExitCode::FAILURE
}
