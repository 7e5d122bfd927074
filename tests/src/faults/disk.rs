//! The disk is full, and then it is not: refusals are clear, nothing acknowledged is lost, nothing
//! refused is there, and the hub goes on by itself.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use anyhow::{Context, Result, ensure};

use crate::{
    ground::{
        place::Place,
        process::Served,
        rows,
        signer::{Drive, Form, Mark},
        sink::Sink,
        until,
        wire::Wire,
    },
    runner::Verdict,
};

/// The size of the disk.
const DISK: &str = "size=8m";
/// What is left free on it, and by how much files may still grow: a few batches.
const ROOM: u64 = 256 * 1_024;
/// More than find room in that.
const FORMS: usize = 900;
/// So many refusals in a row: it is full and not only busy.
const REFUSALS: usize = 12;
const PATIENCE: Duration = Duration::from_secs(60);

/// A whole disk of its own for the data folder, filled up. Only root can make one.
///
/// # Errors
/// A refusal is unclear, something is lost, or the hub does not go on.
pub async fn full() -> Result<Verdict> {
    let sink = Sink::start().await?;
    let mut place = Place::new(None, Some(sink.address))?;
    let Some(disk) = Disk::mount(&place.path("disk"))? else {
        let why = "no file system may be mounted here";
        return Ok(Verdict::Skipped(why.to_owned()));
    };
    place.data = disk.0.join("data");
    let campaign = place.campaign().await?;
    let hub = place.serve().await?;
    let drive = Drive::load(hub.address, campaign).await?;
    let forms = drive.crowd("disk", FORMS)?;
    let ballast = disk.0.join("ballast");
    let held = squeezed(
        &hub,
        &forms,
        || disk.fill(&ballast),
        || Ok(fs::remove_file(&ballast)?),
    )
    .await?;
    judged(&place, hub, &forms, &held).await
}

/// No file may grow further, as under a quota.
///
/// # Errors
/// As [`full`].
pub async fn limited() -> Result<Verdict> {
    let sink = Sink::start().await?;
    let place = Place::new(None, Some(sink.address))?;
    let campaign = place.campaign().await?;
    // Else the system ends a program that writes too much before the program hears of it.
    let shell = ["/bin/sh", "-c", "trap '' XFSZ; exec \"$0\" \"$@\""];
    let hub = place.serve_as(&shell).await?;
    let drive = Drive::load(hub.address, campaign).await?;
    let forms = drive.crowd("quota", FORMS)?;
    let id = hub.id()?;
    let largest = || -> Result<u64> {
        let log = place.path("hub.log").metadata()?.len();
        let wal = place.data.join("swansfeet.sqlite3-wal").metadata()?.len();
        let file = place.data.join("swansfeet.sqlite3").metadata()?.len();
        Ok(wal.max(file).max(log))
    };
    let held = squeezed(
        &hub,
        &forms,
        || limit(id, &(largest()? + ROOM).to_string()),
        || limit(id, "unlimited"),
    )
    .await?;
    judged(&place, hub, &forms, &held).await
}

/// Sends until nothing is taken any more, then makes room and sends again. What was acknowledged.
async fn squeezed(
    hub: &Served,
    forms: &[Form],
    tighten: impl Fn() -> Result<()>,
    loosen: impl Fn() -> Result<()>,
) -> Result<Vec<Mark>> {
    let mut wire = Wire::open(hub.address).await?;
    let mut held = Vec::new();
    let mut forms = forms.iter();
    for form in forms.by_ref().take(20) {
        let status = wire.ask(&form.request).await?.status;
        ensure!(status == 202, "with room: {status}");
        held.push(form.mark);
    }
    tighten()?;
    let mut refusals = 0;
    for form in forms.by_ref() {
        let answer = wire.ask(&form.request).await?.kept();
        match answer.status {
            202 => {
                held.push(form.mark);
                refusals = 0;
            }
            503 => {
                ensure!(answer.code() == "not-ready", "unclear: {}", answer.body);
                refusals += 1;
            }
            other => anyhow::bail!("without room: {other} {}", answer.body),
        }
        if refusals == REFUSALS {
            break;
        }
    }
    ensure!(refusals == REFUSALS, "it was never full");
    loosen()?;
    let form = forms.next().context("no form is left")?;
    // By itself: the same process, told nothing.
    until("signing again", PATIENCE, async || {
        let mut wire = Wire::open(hub.address).await?;
        let answer = wire.ask(&form.request).await?.kept();
        Ok((answer.status == 202).then_some(()))
    })
    .await?;
    held.push(form.mark);
    for form in forms.take(20) {
        let status = wire.ask(&form.request).await?.status;
        ensure!(status == 202, "with room again: {status}");
        held.push(form.mark);
    }
    Ok(held)
}

async fn judged(place: &Place, hub: Served, forms: &[Form], held: &[Mark]) -> Result<Verdict> {
    let ended = hub.stop().await?;
    ensure!(ended.success(), "the hub ended with {ended}");
    let rows = rows::hold_each_once(place, forms, held).await?;
    ensure!(
        rows == held.len(),
        "{} rows were refused and are there",
        rows - held.len()
    );
    rows::file_is_whole(place).await?;
    let log = place.log()?;
    ensure!(!log.contains("panicked"), "the hub panicked: see its log");
    Ok(Verdict::Passed)
}

/// A small file system in memory; gone when dropped.
struct Disk(PathBuf);

impl Disk {
    fn mount(folder: &Path) -> Result<Option<Self>> {
        fs::create_dir(folder)?;
        if !rustix::process::geteuid().is_root() {
            return Ok(None);
        }
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", DISK, "tmpfs"])
            .arg(folder)
            .output();
        Ok(match mounted {
            Ok(done) if done.status.success() => Some(Self(folder.to_owned())),
            // In many containers root may not.
            _ => None,
        })
    }

    /// Writes a file that leaves [`ROOM`].
    fn fill(&self, ballast: &Path) -> Result<()> {
        let all = rustix::fs::statvfs(&self.0)?;
        let free = all.f_bavail * all.f_frsize;
        let size = free.checked_sub(ROOM).context("the disk was full before")?;
        Ok(fs::write(ballast, vec![1; usize::try_from(size)?])?)
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // Lazily: the hub may still be about to end.
        let _ = Command::new("umount").arg("-l").arg(&self.0).output();
    }
}

fn limit(id: u32, bytes: &str) -> Result<()> {
    let done = Command::new("prlimit")
        .args(["--pid", &id.to_string(), &format!("--fsize={bytes}:")])
        .output()
        .context("prlimit (of util-linux) is missing")?;
    let why = String::from_utf8_lossy(&done.stderr);
    ensure!(done.status.success(), "prlimit: {}", why.trim());
    Ok(())
}
