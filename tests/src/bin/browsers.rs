//! Runs every case in Chromium, Firefox and WebKit; the last line counts them.

use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;
use swansfeet_tests::runner::{self, Options};

fn main() -> Result<ExitCode> {
    let options = Options::parse();
    // One thread: cases run one after another, and what they look at stays where it is.
    let counts = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?
        .block_on(runner::run(&options))?;
    if options.list {
        return Ok(ExitCode::SUCCESS);
    }
    println!("{}", counts.line());
    Ok(if counts.is_good() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
