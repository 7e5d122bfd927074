//! The second holder as a process of its own: made, named to the hub, put to work.

use std::{path::PathBuf, process::Stdio};

use anyhow::{Context, Result, bail};
use tokio::process::Command;

use crate::{
    ground::{
        place::{Place, SLUG},
        process::Served,
    },
    server::hub::program,
};

/// Which of the two settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// A tally process beside the hub.
    Tally,
    /// A steward elsewhere.
    Steward,
}

/// The second holder.
#[derive(Debug)]
pub struct Holder {
    /// Where their keys are: nowhere that the hub looks.
    pub keys: PathBuf,
    by: By,
}

impl Holder {
    /// Makes a holder, and opens a check-in with them.
    ///
    /// # Errors
    /// The command line refuses.
    pub async fn open(place: &Place, by: By) -> Result<Self> {
        Self::asking(place, by, "ons4").await
    }

    /// The same with the questions of that pack.
    ///
    /// # Errors
    /// As [`Holder::open`].
    pub async fn asking(place: &Place, by: By, pack: &str) -> Result<Self> {
        let holder = Self {
            keys: place.path("holder"),
            by,
        };
        let keys = holder.keys.display().to_string();
        let made = swansfeet(&[], &["wellbeing", "holder", "--keys", &keys]).await?;
        let key = made
            .split_whitespace()
            .find(|word| word.starts_with("swh1-"));
        let key = key.with_context(|| format!("no key in {made}"))?;
        open_with(place, by, key, pack).await?;
        Ok(holder)
    }

    /// Does once what there is to do; what it says.
    ///
    /// # Errors
    /// It fails, with its own words.
    pub async fn works(&self, hub: &Served, before: &[String]) -> Result<String> {
        let keys = self.keys.display().to_string();
        let url = format!("http://{}", hub.address);
        let words: &[&str] = match self.by {
            By::Tally => &[
                "wellbeing",
                "tally",
                SLUG,
                "--hub",
                &url,
                "--keys",
                &keys,
                "--once",
            ],
            By::Steward => &["wellbeing", "steward", SLUG, "--hub", &url, "--keys", &keys],
        };
        swansfeet(before, words).await
    }
}

/// Opens a check-in whose second holder has that public key.
///
/// # Errors
/// The command line refuses.
pub async fn open_with(place: &Place, by: By, key: &str, pack: &str) -> Result<()> {
    let setting = match by {
        By::Tally => "one-hub",
        By::Steward => "steward",
    };
    let words = [
        "wellbeing",
        "open",
        SLUG,
        "--second",
        key,
        "--second-name",
        "Sam",
        "--first-name",
        "Fifteen",
        "--setting",
        setting,
        "--pack",
        pack,
        "--places",
        "wales,london",
    ];
    place.cli(&words).await.map(drop)
}

/// Runs `swansfeet …` by way of other programs; what it prints.
async fn swansfeet(before: &[String], words: &[&str]) -> Result<String> {
    let program = program()?.display().to_string();
    let all: Vec<&str> = before
        .iter()
        .map(String::as_str)
        .chain([program.as_str()])
        .chain(words.iter().copied())
        .collect();
    let (first, rest) = all.split_first().context("nothing to run")?;
    let done = Command::new(first)
        .args(rest)
        .stdin(Stdio::null())
        .output()
        .await?;
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    if !done.status.success() {
        let why = String::from_utf8_lossy(&done.stderr);
        bail!("swansfeet {}: {said}{}", words.join(" "), why.trim());
    }
    Ok(said)
}
