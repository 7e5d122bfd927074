//! Runs trials one after another, says how each ended, and counts them.

use std::{
    future::Future,
    pin::Pin,
    time::{Duration, Instant},
};

use anyhow::{Result, anyhow};

use super::{place::last_log, postgres::Postgres};
use crate::runner::{Counts, Verdict};

/// No trial takes as long as this unless it hangs.
const LIMIT: Duration = Duration::from_secs(240);

/// What trials share.
#[derive(Debug)]
pub struct Ground {
    /// A PostgreSQL, where one is installed.
    pub postgres: Option<Postgres>,
}

/// A trial under way.
pub type Under<'a> = Pin<Box<dyn Future<Output = Result<Verdict>> + 'a>>;

/// A claim about the hub, and how to see whether it holds.
pub struct Trial {
    /// `group/claim`.
    pub name: &'static str,
    /// Sees whether it holds.
    pub run: fn(&mut Ground) -> Under<'_>,
}

/// Which database a trial is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On {
    /// The file in the data folder.
    Sqlite,
    /// A server.
    Postgres,
}

impl Ground {
    /// Finds what there is.
    ///
    /// # Errors
    /// PostgreSQL is installed and does not work.
    pub async fn new() -> Result<Self> {
        Ok(Self {
            postgres: Postgres::start().await?,
        })
    }

    /// The address of a fresh database of that kind, none for the file; or why there is none.
    ///
    /// # Errors
    /// PostgreSQL does not answer.
    pub async fn database(&mut self, on: On) -> Result<Result<Option<String>, Verdict>> {
        Ok(match (on, &mut self.postgres) {
            (On::Sqlite, _) => Ok(None),
            (On::Postgres, Some(postgres)) => Ok(Some(postgres.database().await?)),
            (On::Postgres, None) => Err(no_postgres()?),
        })
    }
}

/// What a trial says where something that it needs is missing. CI has everything: there it fails.
///
/// # Errors
/// In CI.
pub fn skipped(why: &str) -> Result<Verdict> {
    match std::env::var_os("CI") {
        Some(_) => Err(anyhow!("{why}, and this is CI")),
        None => Ok(Verdict::Skipped(why.to_owned())),
    }
}

/// What a trial says where PostgreSQL is not installed.
///
/// # Errors
/// As [`skipped`].
pub fn no_postgres() -> Result<Verdict> {
    skipped("PostgreSQL is not on this machine")
}

/// Runs those whose name holds `only`.
///
/// # Errors
/// The ground cannot be prepared.
pub async fn run(trials: &[Trial], only: Option<&str>) -> Result<Counts> {
    let mut ground = Ground::new().await?;
    let mut counts = Counts::default();
    for trial in trials {
        if only.is_some_and(|word| !trial.name.contains(word)) {
            continue;
        }
        let begun = Instant::now();
        let outcome = tokio::time::timeout(LIMIT, (trial.run)(&mut ground)).await;
        let outcome = outcome.unwrap_or_else(|_| {
            let limit = LIMIT.as_secs();
            Err(anyhow!("took more than {limit} s"))
        });
        let (name, took) = (trial.name, begun.elapsed().as_secs_f32());
        match &outcome {
            Ok(Verdict::Passed) => println!("ok      {name} ({took:.1} s)"),
            Ok(Verdict::Skipped(why)) => println!("skipped {name}: {why}"),
            Err(error) => {
                let kept = last_log().with_file_name(format!("{}.log", name.replace('/', "-")));
                // There is none where no hub was started.
                let _ = std::fs::rename(last_log(), &kept);
                println!("FAILED  {name} ({took:.1} s)\n        {error:#}");
                println!("        see {}", kept.display());
            }
        }
        counts.add(&outcome);
    }
    Ok(counts)
}
