//! The swansfeet command line.

mod backup;
mod campaign;
mod demands;
mod export;
mod html;
mod lines;
mod meetings;
mod office;
mod pay;
mod places;
mod serve;
mod wellbeing;
mod words;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Tools for care and support workers: the hub, and the widgets' checks by command line.
#[derive(Parser)]
#[command(name = "swansfeet", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Write everything that the hub keeps into one file, while it runs
    Backup(backup::Backup),
    /// What organisers do: make, open and close campaigns, keys, codes, counts, withdrawals
    Campaign(Box<campaign::Campaign>),
    /// Names, addresses and postcodes: the checks of the form that signs demands
    Demands(demands::Demands),
    /// Open sealed signatures where the key is, and write them for others to read
    Export(Box<export::Export>),
    /// Meetings: what is wrong in a feed, its dates, the dates that rules give, and the feeds of the hub
    Meetings(meetings::Meetings),
    /// Was this pay right? Checks, rates and their schema
    Pay(pay::Pay),
    /// The postcode directory: import it for the hub, and look one postcode up
    Places(places::Places),
    /// Fill an empty hub from a file that `backup` wrote
    Restore(backup::Restore),
    /// Run the hub: hands out the widgets and a page for each
    Serve(serve::Serve),
    /// Wellbeing check-ins: open one, hold the second key, count a week, score answers
    Wellbeing(wellbeing::Wellbeing),
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Backup(options) => return options.run(),
        Command::Restore(options) => return options.run(),
        Command::Campaign(options) => return campaign::run(*options),
        Command::Export(options) => return export::run(*options),
        Command::Demands(options) => return demands::run(options),
        Command::Meetings(options) => return meetings::run(options),
        Command::Pay(options) => return pay::run(options),
        Command::Places(options) => return places::run(options),
        Command::Wellbeing(options) => return wellbeing::run(options),
        Command::Serve(options) => serve::run(options).map_err(|error| error.to_string()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("swansfeet: {message}");
            ExitCode::FAILURE
        }
    }
}
