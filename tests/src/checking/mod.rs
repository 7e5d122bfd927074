//! Check-ins against real processes: a hub, a tally with keys of its own, a steward. Nothing on disk
//! tells who, when or in what order; a crash loses nothing; a week is published once and destroyed.

pub mod crowd;
pub mod disk;
pub mod holders;

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::{
    faults::clock::{Clock, library},
    ground::{
        place::{Place, SLUG},
        process::Served,
        trial::skipped,
        until, wire,
    },
    load::volley::Volley,
    runner::Verdict,
};
use crowd::{Crowd, DOCUMENT};
use disk::Disk;
use holders::{By, Holder};

/// Wednesday 4 March 2026, noon; the week is 2026-W10.
const WEDNESDAY: i64 = 1_772_625_600;
/// How many check in.
const PEOPLE: usize = 1_000;
/// How many do at once.
const AT_ONCE: usize = 16;

/// A hub whose clock a trial sets.
pub(crate) struct Ground {
    pub(crate) place: Place,
    clock: Clock,
    /// What a process is run by, so that it has that clock.
    pub(crate) words: Vec<String>,
}

impl Ground {
    /// A new one; none where there is no libfaketime.
    pub(crate) fn new() -> Result<Option<Self>> {
        let Some(library) = library() else {
            return Ok(None);
        };
        let place = Place::new(None, None)?;
        let clock = Clock(place.path("clock"));
        let words = clock.words(&library);
        let ground = Self {
            place,
            clock,
            words,
        };
        ground.days_on(0)?;
        Ok(Some(ground))
    }

    /// So many days after that Wednesday.
    pub(crate) fn days_on(&self, days: i64) -> Result<()> {
        let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
        let by = WEDNESDAY + days * 86_400 - i64::try_from(now)?;
        self.clock.set(&format!("{by:+}"))
    }

    /// What the hub's clock says.
    fn now(&self) -> Result<i64> {
        let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
        Ok(i64::try_from(now)? + self.moved_by()?)
    }

    /// By how many seconds that clock is ahead of ours.
    pub(crate) fn moved_by(&self) -> Result<i64> {
        let text = std::fs::read_to_string(&self.clock.0)?;
        Ok(text.trim().parse()?)
    }

    pub(crate) async fn serve(&self) -> Result<Served> {
        self.place.serve_as(&self.words).await
    }
}

/// What the hub says of the check-in.
pub(crate) async fn document(hub: &Served) -> Result<Value> {
    let answer = wire::once(hub.address, &wire::get(DOCUMENT)).await?;
    ensure!(answer.status == 200, "{} {}", answer.status, answer.body);
    Ok(answer.json())
}

pub(crate) fn no_clock() -> Result<Verdict> {
    skipped("libfaketime (Debian: faketime) is not on this machine")
}

/// A thousand check in by way of a proxy that names each; the hub is killed; a thief takes all but the
/// tally's keys; the week is counted by a tally process, and what is left is looked through again.
///
/// # Errors
/// Something is found, lost or published twice.
pub async fn the_disk_tells_nothing() -> Result<Verdict> {
    let Some(ground) = Ground::new()? else {
        return no_clock();
    };
    let place = &ground.place;
    disk::moments_are_found()?;
    let tally = Holder::open(place, By::Tally).await?;
    let hub = ground.serve().await?;
    tally.works(&hub, &ground.words).await?;
    let log = place.log()?.len();
    let mut crowd = Crowd::of(&document(&hub).await?, PEOPLE)?;
    let from = ground.now()?;
    let volley = Volley::fire(hub.address, &crowd.forms, AT_ONCE).await?;
    volley.all_taken(&crowd.forms)?;
    crowd.moments = from..ground.now()? + 1;
    ensure!(
        place.log()?.len() == log,
        "the log has a line about a check-in"
    );
    hub.kill().await?;

    let disk = Disk::of(place, &tally)?;
    disk.has_no_address_and_no_time(&crowd)?;
    disk.has_no_order(&crowd)?;
    disk.gives_a_thief_nothing(&crowd)?;

    // All that was acknowledged is there after the crash; the next week counts it once.
    ground.days_on(7)?;
    let hub = ground.serve().await?;
    for _ in 0..2 {
        tally.works(&hub, &ground.words).await?;
    }
    let pictures = document(&hub).await?["pictures"].clone();
    let pictures = pictures.as_array().context("pictures")?;
    ensure!(pictures.len() == 1, "{} pictures", pictures.len());
    ensure!(pictures[0]["people"] == PEOPLE, "{}", pictures[0]);
    let percent = &pictures[0]["questions"][0]["cells"];
    ensure!(
        percent[0]["percent"] == 50 && percent[3]["percent"] == 50,
        "{percent}"
    );
    place
        .cli(&[
            "backup",
            &place.path("backup.swansfeet").display().to_string(),
        ])
        .await?;
    ensure!(hub.stop().await?.success(), "the hub did not end well");

    let disk = Disk::of(place, &tally)?;
    disk.has_no_address_and_no_time(&crowd)?;
    disk.has_no_check_in(&crowd)?;
    ensure!(!place.log()?.contains("panicked"), "the hub panicked");
    Ok(Verdict::Passed)
}

/// The same hub's week with a steward, who comes by with a command line of their own, late: after two
/// weeks, and gives no other cut when they come again.
///
/// # Errors
/// A week is lost or published twice.
pub async fn a_steward_comes_by() -> Result<Verdict> {
    let Some(ground) = Ground::new()? else {
        return no_clock();
    };
    let place = &ground.place;
    let steward = Holder::open(place, By::Steward).await?;
    let hub = ground.serve().await?;
    steward.works(&hub, &ground.words).await?;
    for days in [0, 7] {
        ground.days_on(days)?;
        // The hub looks at the clock every two seconds.
        let crowd = until("the week", Duration::from_secs(30), async || {
            let document = document(&hub).await?;
            let week = if days == 0 { "2026-W10" } else { "2026-W11" };
            Ok((document["week"]["id"] == week).then_some(document))
        })
        .await?;
        let crowd = Crowd::of(&crowd, 15)?;
        let volley = Volley::fire(hub.address, &crowd.forms, 4).await?;
        volley.all_taken(&crowd.forms)?;
    }
    ground.days_on(14)?;
    for _ in 0..2 {
        steward.works(&hub, &ground.words).await?;
    }
    let document = document(&hub).await?;
    let pictures = document["pictures"].as_array().context("pictures")?;
    ensure!(pictures.len() == 1, "{document}");
    let picture = &pictures[0];
    ensure!(
        picture["people"] == 30 && picture["weeks"] == 2 && picture["week"] == "2026-W11",
        "{picture}"
    );
    ensure!(
        document["setting"] == "steward" && document["campaign"] == SLUG,
        "{document}"
    );
    ensure!(hub.stop().await?.success(), "the hub did not end well");
    Ok(Verdict::Passed)
}
