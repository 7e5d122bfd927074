//! Every byte that a hub wrote, and what a thief makes of it.

use std::{
    fs,
    ops::Range,
    path::{Path, PathBuf},
    time::{SystemTime, UNIX_EPOCH},
};

use aho_corasick::AhoCorasick;
use anyhow::{Context, Result, ensure};
use swansfeet_wellbeing::{Place as Region, check_in::CheckIn, week_keys::WeekKeys};

use super::{
    WEDNESDAY,
    crowd::{BROWSER, Crowd, network},
    holders::Holder,
};
use crate::{ground::place::Place, secrecy::reader::Thief};

/// Standard deviations beyond which something is no chance: two in a thousand million.
const SIGMAS: f64 = 6.0;

/// All files of a place but the second holder's keys.
pub(super) struct Disk {
    folder: PathBuf,
    but: PathBuf,
    files: Vec<(PathBuf, Vec<u8>)>,
}

impl Disk {
    pub(super) fn of(place: &Place, holder: &Holder) -> Result<Self> {
        let mut disk = Self {
            folder: place.path(""),
            but: holder.keys.clone(),
            files: Vec::new(),
        };
        disk.gather(&place.path(""))?;
        ensure!(
            disk.files.iter().any(|(path, _)| path.ends_with("hub.log")),
            "the wrong files were read"
        );
        Ok(disk)
    }

    fn gather(&mut self, folder: &Path) -> Result<()> {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path == self.but {
                continue;
            }
            if path.is_dir() {
                self.gather(&path)?;
            } else {
                self.files.push((path.clone(), fs::read(&path)?));
            }
        }
        Ok(())
    }

    fn slots(&self) -> Option<&[u8]> {
        let mut files = self.files.iter();
        let slots = files.find(|(path, _)| path.extension().is_some_and(|end| end == "slots"));
        slots.map(|(_, bytes)| bytes.as_slice())
    }

    /// No address, no browser; and of the moments at which the check-ins came, none in figures, and
    /// none as a number of seconds, milliseconds or microseconds in bytes.
    pub(super) fn has_no_address_and_no_time(&self, crowd: &Crowd) -> Result<()> {
        let mut thief = Thief::default();
        thief.seeks(BROWSER);
        for person in 0..crowd.check_ins.len() {
            thief.seeks(&network(person));
        }
        let loot = thief.takes(
            std::slice::from_ref(&self.folder),
            std::slice::from_ref(&self.but),
        )?;
        ensure!(loot.found.is_empty(), "a thief finds {}", loot.found[0]);
        ensure!(
            loot.holds("2026-W10"),
            "not even the week: the wrong files were read"
        );
        for (path, bytes) in &self.files {
            // Its own lines have times; that it has none about check-ins is looked at elsewhere.
            if path.ends_with("hub.log") || path.ends_with("clock") {
                continue;
            }
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let found = moment(bytes, &crowd.moments, name.contains(".sqlite3"));
            ensure!(
                found.is_none(),
                "{} in {}",
                found.unwrap_or_default(),
                path.display()
            );
        }
        self.has_no_time_of_its_own()
    }

    /// Nor do the file's own times tell.
    fn has_no_time_of_its_own(&self) -> Result<()> {
        for (path, _) in &self.files {
            if path.extension().is_some_and(|end| end == "slots") && path.exists() {
                let modified = fs::metadata(path)?.modified()?.duration_since(UNIX_EPOCH)?;
                let age = SystemTime::now()
                    .duration_since(UNIX_EPOCH)?
                    .saturating_sub(modified);
                ensure!(
                    modified.as_secs() % 86_400 == 0,
                    "a file was touched at {modified:?}"
                );
                ensure!(
                    age.as_secs() > 86_400,
                    "a file tells that it was touched just now"
                );
            }
        }
        Ok(())
    }

    /// Where a check-in lies does not tell when it came.
    pub(super) fn has_no_order(&self, crowd: &Crowd) -> Result<()> {
        let slots = self.slots().context("no file of check-ins")?;
        let nonces = crowd.check_ins.iter().map(|bytes| &bytes[34..50]);
        let nonces = AhoCorasick::new(nonces)?;
        let mut places = vec![None; crowd.check_ins.len()];
        for found in nonces.find_iter(slots) {
            places[found.pattern().as_usize()] = Some(found.start());
        }
        let places: Vec<usize> = places
            .into_iter()
            .collect::<Option<_>>()
            .context("one is missing")?;
        let rising = places.windows(2).filter(|pair| pair[0] < pair[1]).count() as f64;
        let pairs = places.len() as f64 - 1.0;
        // Of pairs in random order half rise; neighbours depend on each other, so the variance is
        // a twelfth and not a quarter.
        let off = (rising - pairs / 2.0).abs() / (pairs / 12.0).sqrt();
        ensure!(
            off < SIGMAS,
            "{rising} of {pairs} lie in the order in which they came"
        );
        let others = self
            .files
            .iter()
            .filter(|(_, bytes)| bytes.as_slice() != slots);
        for (path, bytes) in others {
            let is_there = nonces.is_match(bytes);
            ensure!(!is_there, "a check-in lies in {} too", path.display());
        }
        Ok(())
    }

    /// With the hub's own keys, which lie beside its data, a thief opens the hub's halves; they say
    /// nothing about what was answered.
    pub(super) fn gives_a_thief_nothing(&self, crowd: &Crowd) -> Result<()> {
        let mut files = self.files.iter();
        let keys = files.find(|(path, _)| path.ends_with("fifteen-2026-W10.keys"));
        let keys = keys
            .and_then(|(_, bytes)| WeekKeys::read(bytes))
            .context("no keys of the hub")?;
        let key = keys.secret(Region::Wales).context("no key")?;
        let mut ones = [[0_u32; 128]; 2];
        for (person, bytes) in crowd.check_ins.iter().enumerate() {
            let check_in = CheckIn::read(bytes, &crowd.card)
                .ok()
                .context("a check-in")?;
            let half = check_in.half(0, key).context("the hub's half")?;
            ensure!(
                check_in.half(1, key).is_none(),
                "the hub's key opens the other half"
            );
            for (bit, ones) in ones[person % 2].iter_mut().enumerate() {
                *ones += u32::from(half[bit / 8] >> (bit % 8) & 1);
            }
        }
        let each = crowd.check_ins.len() as f64 / 2.0;
        for (bit, (low, high)) in ones[0].iter().zip(&ones[1]).enumerate() {
            let off = (f64::from(*low) - f64::from(*high)).abs() / (each / 2.0).sqrt();
            ensure!(
                off < SIGMAS,
                "bit {bit} of the hub's half tells what was answered"
            );
        }
        Ok(())
    }

    /// Once it is counted, nothing is left: no check-in, and no key of the hub that would open one.
    pub(super) fn has_no_check_in(&self, crowd: &Crowd) -> Result<()> {
        let check_ins = crowd.check_ins.iter();
        let parts =
            AhoCorasick::new(check_ins.flat_map(|bytes| [&bytes[34..50], &bytes[400..416]]))?;
        for (path, bytes) in &self.files {
            let is_left = parts.is_match(bytes);
            ensure!(!is_left, "a check-in is left in {}", path.display());
            if let Some(keys) = WeekKeys::read(bytes) {
                let is_old = keys
                    .card()
                    .is_some_and(|card| card.week() == crowd.card.week());
                ensure!(
                    !is_old || keys.secret(Region::Wales).is_none(),
                    "a key is left in {}",
                    path.display()
                );
            }
        }
        Ok(())
    }
}

/// One of these moments in bytes: as figures, or as a number of seconds, milliseconds or microseconds
/// in eight bytes; where the file is a table of a database, in four, as SQLite writes such numbers.
fn moment(bytes: &[u8], moments: &Range<i64>, is_table: bool) -> Option<&'static str> {
    let is_moment = |number: i64| {
        [1, 1_000, 1_000_000]
            .iter()
            .any(|unit| number > 0 && moments.contains(&(number / unit)))
    };
    let in_eight = bytes.windows(8).any(|window| {
        let eight = window.try_into().unwrap_or_default();
        is_moment(i64::from_be_bytes(eight)) || is_moment(i64::from_le_bytes(eight))
    });
    let in_four = is_table
        && bytes.windows(4).any(|window| {
            let four = window.try_into().unwrap_or_default();
            moments.contains(&i64::from(i32::from_be_bytes(four)))
        });
    let in_figures = bytes.windows(10).any(|window| {
        let text = std::str::from_utf8(window).ok();
        text.filter(|_| window[0].is_ascii_digit())
            .is_some_and(|text| text.parse().is_ok_and(|number| moments.contains(&number)))
    });
    let found = [
        (in_eight, "a moment in eight bytes"),
        (in_four, "a moment in four bytes"),
        (in_figures, "a moment in figures"),
    ];
    found
        .into_iter()
        .find_map(|(is_there, what)| is_there.then_some(what))
}

/// Hides a moment in every way and sees that each is found.
pub(super) fn moments_are_found() -> Result<()> {
    let moments = WEDNESDAY..WEDNESDAY + 60;
    let at = WEDNESDAY + 7;
    let hidden = [
        (at.to_be_bytes().to_vec(), false),
        (at.to_le_bytes().to_vec(), false),
        ((at * 1_000 + 3).to_be_bytes().to_vec(), false),
        ((at * 1_000_000 + 3).to_le_bytes().to_vec(), false),
        (at.to_be_bytes()[4..].to_vec(), true),
        (at.to_string().into_bytes(), false),
    ];
    for (bytes, is_table) in hidden {
        let file = [&[7; 99][..], &bytes, &[7; 99]].concat();
        ensure!(
            moment(&file, &moments, is_table).is_some(),
            "{bytes:?} is not found"
        );
    }
    ensure!(
        moment(&[7; 99], &moments, true).is_none(),
        "nothing is taken for something"
    );
    Ok(())
}
