//! Measures what a check-in costs, on the device and at the hub; ends badly where a goal is missed.

use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;
use swansfeet_tests::bench;

/// Options of the bench.
#[derive(Parser)]
#[command(about = "Measures what a check-in costs")]
struct Options {
    /// Fewer runs and fewer people
    #[arg(long)]
    quick: bool,
}

fn main() -> Result<ExitCode> {
    let (runs, people) = if Options::parse().quick {
        (3, 2_000)
    } else {
        (7, 10_000)
    };
    let (table, is_met) = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?
        .block_on(bench::checkin::run(runs, people))?;
    println!("{table}");
    Ok(bench::ended(is_met))
}
