//! `swansfeet backup` and `swansfeet restore`: everything that the hub keeps, in one file. Safe while
//! the hub runs. The campaigns' secrets are not in it: they lie in a folder of their own.

use std::fs::File;
use std::io::BufReader;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use swansfeet_hub::store::Store;
use swansfeet_hub::store::backup::{self, Rows};

use crate::office::{self, Done, Output, Place, Trouble, number, say};
use crate::words::msg;

/// Options of `swansfeet backup`.
#[derive(Args, Debug)]
pub(crate) struct Backup {
    #[command(flatten)]
    place: Place,

    /// The new file; never overwritten
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// Options of `swansfeet restore`.
#[derive(Args, Debug)]
pub(crate) struct Restore {
    #[command(flatten)]
    place: Place,

    /// A file that `swansfeet backup` wrote
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

impl Backup {
    pub(crate) fn run(&self) -> ExitCode {
        office::run(&self.place.words(), self.write())
    }

    async fn write(&self) -> Done {
        let mut out = Output::start(&self.file)?;
        let store = self.place.database().await?;
        let written = backup::write(&store, &mut out).await;
        store.close().await;
        let rows = written?;
        out.finish()?;
        let file = self.file.display().to_string().into();
        let count = number(all(&rows));
        say(&msg::BackupWritten { count, file }.say(&self.place.words()));
        Ok(ExitCode::SUCCESS)
    }
}

impl Restore {
    pub(crate) fn run(&self) -> ExitCode {
        office::run(&self.place.words(), self.read())
    }

    async fn read(&self) -> Done {
        let file = File::open(&self.file);
        let file = file.map_err(|why| Trouble::File(self.file.clone(), why))?;
        let begun = self.place.beginning().await?;
        let mut file = BufReader::with_capacity(1 << 16, file);
        let read = backup::read(&*begun.store(), &mut file).await;
        let rows = office::ended(begun, read.map_err(Trouble::from)).await?;
        let count = number(all(&rows));
        say(&msg::BackupRestored { count }.say(&self.place.words()));
        Ok(ExitCode::SUCCESS)
    }
}

fn all(rows: &Rows) -> u64 {
    rows.values().sum()
}
