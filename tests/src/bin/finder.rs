//! Measures how fast the meeting finder answers; ends badly where a goal is missed.

use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;
use swansfeet_tests::bench;

/// Options of the bench.
#[derive(Parser)]
#[command(about = "Measures how fast the meeting finder answers")]
struct Options {
    /// One run in place of five
    #[arg(long)]
    quick: bool,
}

fn main() -> Result<ExitCode> {
    let runs = if Options::parse().quick { 1 } else { 5 };
    let (table, is_met) = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?
        .block_on(bench::finder::run(runs))?;
    println!("{table}");
    Ok(bench::ended(is_met))
}
