//! `swansfeet places`: turns the postcode directory into the small files that widgets ask for, and
//! shows what one postcode would be told. For whoever runs a hub; holds no rule.

mod gather;
mod import;
mod names;
mod progress;
mod shelf;
mod show;
mod source;

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Subcommand};
use swansfeet_places::PostcodeError;
use swansfeet_places::directory::MissingColumn;

/// Options of `swansfeet places`.
#[derive(Args, Debug)]
pub(crate) struct Places {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Read the ONS Postcode Directory into the folder that the hub hands out
    Import(import::Import),
    /// What a postcode is told: where it is, region, council, constituency
    Show(show::Show),
}

/// Runs a `places` command; messages go to standard error.
pub(crate) fn run(options: Places) -> ExitCode {
    let done = match options.command {
        Command::Import(import) => import.run(),
        Command::Show(show) => show.run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("swansfeet: {trouble}");
            ExitCode::FAILURE
        }
    }
}

/// What keeps a command from being done, worded for whoever runs it.
#[derive(Debug, thiserror::Error)]
enum Trouble {
    #[error("{}: {why}", file.display())]
    File { file: PathBuf, why: io::Error },
    #[error("{file}: {why}")]
    Csv { file: String, why: csv::Error },
    #[error("{}: {why}", file.display())]
    Zip {
        file: PathBuf,
        why: zip::result::ZipError,
    },
    #[error("{file}: {missing}. Is it the ONS Postcode Directory?")]
    Column {
        file: String,
        missing: MissingColumn,
    },
    #[error(
        "{}: there is no CSV file of the directory in it. The download has it in the folder Data",
        file.display()
    )]
    NoDirectory { file: PathBuf },
    #[error(
        "{}: its name does not tell the edition. Say it: --edition 2026-08", file.display()
    )]
    Edition { file: PathBuf },
    #[error("`{0}` is no edition. Write year and month: --edition 2026-08")]
    NotAnEdition(String),
    #[error("no postcode in use was found in {lines} lines; nothing was changed")]
    Empty { lines: u64 },
    #[error(
        "{bad} of {lines} lines cannot be read, which is too many for a good directory; nothing \
         was changed"
    )]
    TooManyBad { bad: u64, lines: u64 },
    #[error(
        "{} is there already and holds no places; nothing was changed", .0.display()
    )]
    NotOurs(PathBuf),
    #[error("{0}")]
    Postcode(PostcodeError),
}

impl Trouble {
    fn file(file: &Path) -> impl FnOnce(io::Error) -> Trouble {
        let file = file.to_owned();
        move |why| Trouble::File { file, why }
    }
}
