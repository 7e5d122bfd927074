//! Runs every trial of the hub that needs no browser; the last line counts them.

use std::process::ExitCode;

use clap::Parser;
use swansfeet_tests::{faults::TRIALS, ground::trial};

/// Options of the trials.
#[derive(Parser)]
#[command(about = "Runs the hub under load, faults and thieves")]
struct Options {
    /// Only trials whose name holds this
    #[arg(long, value_name = "WORD")]
    only: Option<String>,
}

fn main() -> anyhow::Result<ExitCode> {
    let options = Options::parse();
    let counts = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?
        .block_on(trial::run(&TRIALS, options.only.as_deref()))?;
    println!("{}", counts.line());
    Ok(match counts.is_good() {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    })
}
