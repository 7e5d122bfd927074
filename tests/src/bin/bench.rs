//! Measures how long the pay check takes to be usable, beside a bare Yew counter; ends badly where a
//! goal is missed.

use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;
use swansfeet_tests::bench;

/// Options of the bench.
#[derive(Parser)]
#[command(about = "Measures how soon a widget can be used")]
struct Options {
    /// Three runs in place of seven
    #[arg(long)]
    quick: bool,
}

fn main() -> Result<ExitCode> {
    let runs = if Options::parse().quick { 3 } else { 7 };
    let rows = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?
        .block_on(bench::run(runs))?;
    let (table, is_met) = bench::table::of(&rows);
    println!("{table}");
    Ok(bench::ended(is_met))
}
