//! The clock moves under a running hub, forwards and backwards, by libfaketime under the real
//! process: campaigns open and close by it, what nobody confirmed goes after a week, and a clock
//! that goes back harms nothing.

use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use anyhow::{Context, Result, ensure};

use super::two::confirmed;
use crate::{
    ground::{
        place::Place,
        process::Served,
        rows,
        signer::{COUNT, Drive},
        sink::Sink,
        trial::skipped,
        until,
        wire::{self, Answer},
    },
    runner::Verdict,
};

const DAY: u64 = 86_400;
/// Signing opens and closes after so many days.
const OPENS: u64 = 2;
const CLOSES: u64 = 20;
const PATIENCE: Duration = Duration::from_secs(60);

/// The claim.
///
/// # Errors
/// It does not hold.
pub async fn moved() -> Result<Verdict> {
    let Some(library) = library() else {
        return skipped("libfaketime (Debian: faketime) is not on this machine");
    };
    let sink = Sink::start().await?;
    let place = Place::new(None, Some(sink.address))?;
    let campaign = place.campaign_with(&times()?).await?;
    let clock = Clock(place.path("clock"));
    clock.set("+0")?;
    let hub = place.serve_as(&clock.words(&library)).await?;
    let drive = Drive::load(hub.address, campaign).await?;
    let [early, first, second, late, again] =
        <[_; 5]>::try_from(drive.crowd("clock", 5)?).map_err(|_| anyhow::anyhow!("five forms"))?;

    refused(&hub, &early.request, "not-yet").await?;
    clock.set("+5d")?;
    for form in [&first, &second] {
        taken(&hub, &form.request).await?;
    }
    confirmed(&hub, &sink.token("clock.000001@example.org").await?).await?;
    let pending = sink.token("clock.000002@example.org").await?;

    // Six days later the link still leads somewhere; then the clock goes back, by eight.
    clock.set("+11d")?;
    ensure!(link(&hub, &pending).await?.status == 200, "within a week");
    clock.set("+3d")?;
    taken(&hub, &again.request).await?;
    ensure!(
        link(&hub, &pending).await?.status == 200,
        "the clock went back"
    );

    clock.set("+30d")?;
    refused(&hub, &late.request, "closed").await?;
    until("the end of what nobody confirmed", PATIENCE, async || {
        Ok((link(&hub, &pending).await?.status == 404).then_some(()))
    })
    .await?;
    clock.set("-400d")?;
    refused(&hub, &early.request, "not-yet").await?;
    until("the count", PATIENCE, async || {
        let count = wire::once(hub.address, &wire::get(COUNT)).await?;
        Ok((count.json()["count"] == 1).then_some(()))
    })
    .await?;

    ensure!(hub.stop().await?.success(), "the hub did not end well");
    let rows = rows::records(&place).await?;
    ensure!(
        rows.len() == 1 && rows.contains_key(&first.mark),
        "{} rows",
        rows.len()
    );
    ensure!(!place.log()?.contains("panicked"), "the hub panicked");
    Ok(Verdict::Passed)
}

/// The head of a campaign file: when it opens and closes.
fn times() -> Result<String> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
    let day = |days: u64| {
        let at = i64::try_from(now + days * DAY).ok();
        let at = at.and_then(|at| chrono::DateTime::from_timestamp(at, 0));
        at.map(|at| at.format("%Y-%m-%dT%H:%M:%S+00:00").to_string())
    };
    let (opens, closes) = (day(OPENS), day(CLOSES));
    Ok(format!(
        "opens = {}\ncloses = {}",
        opens.context("a day")?,
        closes.context("a day")?
    ))
}

/// What the hub's clock is set by.
pub(crate) struct Clock(pub(crate) PathBuf);

impl Clock {
    /// So far from the true time.
    pub(crate) fn set(&self, by: &str) -> Result<()> {
        // In one step: half a line would be half a time.
        let next = self.0.with_extension("next");
        fs::write(&next, format!("{by}\n"))?;
        Ok(fs::rename(next, &self.0)?)
    }

    /// What to run the hub by.
    pub(crate) fn words(&self, library: &Path) -> Vec<String> {
        vec![
            "/usr/bin/env".to_owned(),
            format!("LD_PRELOAD={}", library.display()),
            format!("FAKETIME_TIMESTAMP_FILE={}", self.0.display()),
            "FAKETIME_NO_CACHE=1".to_owned(),
            // Only what tells the time of day; waiting is by another clock.
            "FAKETIME_DONT_FAKE_MONOTONIC=1".to_owned(),
            "DONT_FAKE_MONOTONIC=1".to_owned(),
        ]
    }
}

/// Where libfaketime is.
pub(crate) fn library() -> Option<PathBuf> {
    let folders = fs::read_dir("/usr/lib").ok()?;
    let found = folders.filter_map(|entry| {
        let file = entry.ok()?.path().join("faketime/libfaketimeMT.so.1");
        file.exists().then_some(file)
    });
    found.last()
}

async fn taken(hub: &Served, form: &[u8]) -> Result<()> {
    let answer = wire::once(hub.address, form).await?;
    ensure!(answer.status == 202, "{} {}", answer.status, answer.body);
    Ok(())
}

async fn refused(hub: &Served, form: &[u8], code: &str) -> Result<()> {
    let answer = wire::once(hub.address, form).await?;
    ensure!(
        answer.code() == code,
        "wanted {code}: {} {}",
        answer.status,
        answer.body
    );
    Ok(())
}

async fn link(hub: &Served, token: &str) -> Result<Answer> {
    wire::once(hub.address, &wire::get(&format!("/s/{token}"))).await
}
