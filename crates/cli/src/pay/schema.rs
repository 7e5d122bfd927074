//! `swansfeet pay schema`: the forms of `pay check`, for other tools. Holds no form for payslip lines
//! or for more than one period.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use swansfeet_api::pay::{answer_schema, case_schema};

use crate::lines::Error;

/// Options of `swansfeet pay schema`.
#[derive(Args, Debug)]
pub(crate) struct Schema {
    /// What goes in, or what comes out
    #[arg(value_enum, default_value_t)]
    of: Side,
}

#[derive(Copy, Clone, Debug, Default, ValueEnum)]
enum Side {
    /// One case, as `check` reads it
    #[default]
    Case,
    /// One answer, as `check` writes it
    Answer,
}

/// Writes the schema.
pub(crate) fn run(options: &Schema) -> Result<ExitCode, Error> {
    let schema = match options.of {
        Side::Case => case_schema(),
        Side::Answer => answer_schema(),
    };
    let mut out = io::stdout().lock();
    let written = serde_json::to_writer_pretty(&mut out, &schema).map_err(io::Error::from);
    written.and_then(|()| writeln!(out)).map_err(Error::Write)?;
    Ok(ExitCode::SUCCESS)
}
