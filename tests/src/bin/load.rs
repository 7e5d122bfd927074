//! Measures the hub under load and prints each figure beside its goal; ends badly where one is
//! missed, or could not be measured.

use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;
use swansfeet_tests::{
    bench,
    ground::trial::{Ground, On},
    load::{self, Figure, Size},
};

/// Options of the load run.
#[derive(Parser)]
#[command(about = "Measures the hub under load")]
struct Options {
    /// Less of everything
    #[arg(long)]
    quick: bool,
}

fn main() -> Result<ExitCode> {
    let size = match Options::parse().quick {
        true => Size::QUICK,
        false => Size::WHOLE,
    };
    let is_met = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?
        .block_on(measured(size))?;
    Ok(bench::ended(is_met))
}

async fn measured(size: Size) -> Result<bool> {
    let mut ground = Ground::new().await?;
    let mut is_met = true;
    for (on, name) in [(On::Sqlite, "SQLite"), (On::Postgres, "PostgreSQL")] {
        match load::measure(&mut ground, on, size).await? {
            None => {
                println!("{name}: not on this machine, so not measured");
                is_met = false;
            }
            Some(figures) => {
                println!("\nthe hub on {name}, its signers and mail server on the same machine");
                figures.iter().for_each(show);
                is_met &= figures.iter().all(|figure| figure.is_met != Some(false));
            }
        }
    }
    Ok(is_met)
}

fn show(figure: &Figure) {
    let verdict = match figure.is_met {
        Some(true) => "met",
        Some(false) => "NOT met",
        None => "",
    };
    let Figure { what, is, goal, .. } = figure;
    println!("  {what:<35} {is:<48} {goal:<18} {verdict}");
}
