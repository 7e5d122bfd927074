//! Runs every case in Chromium, Firefox and WebKit; the last line counts them.

use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::Parser;
use swansfeet_tests::runner::{self, Counts, Options};

fn main() -> ExitCode {
    let options = Options::parse();
    match counted(&options) {
        Ok(_) if options.list => ExitCode::SUCCESS,
        Ok(counts) => {
            println!("{}", counts.line());
            if counts.is_good() {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            }
        }
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn counted(options: &Options) -> Result<Counts> {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?
        .block_on(async {
            tokio::select! {
                counts = runner::run(options) => counts,
                // Left this way, so that drivers and browsers end with this program.
                () = told_to_stop() => bail!("stopped"),
            }
        })
}

async fn told_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}
