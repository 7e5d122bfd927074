//! Check-ins of one campaign and week, in a file of slots. Nothing in it tells who came after whom:
//! the file is made of random bytes, each check-in takes the place of a random slot, and when the
//! file has become too small all of them are dealt anew into a larger one. What is no longer needed
//! is overwritten where it lies.
//!
//! It is no table of the database, because every database writes down order: rows, pages, logs.

use std::{
    collections::{BTreeMap, HashSet},
    fs::{self, File, FileTimes, OpenOptions},
    io::{self, Read, Seek, SeekFrom, Write},
    ops::Bound,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

use sha2::{Digest, Sha256};
use swansfeet_wellbeing::check_in::{BYTES, CheckIn, Nonce};

use crate::careful::{overwrite, private, sync_folder};
use crate::token::random;

/// A mark, and a check-in.
const SLOT: usize = MARK + BYTES;
/// The first bytes of a hash of the rest: no slot of random bytes has it, and none that was cut off.
const MARK: usize = 12;
/// A new file has so many slots.
const FIRST: u32 = 256;

/// The file.
#[derive(Debug)]
pub(crate) struct Slots {
    path: PathBuf,
    file: File,
    /// What the file's own time is set to: no finer than its week.
    time: SystemTime,
    free: Vec<u32>,
    nonces: HashSet<Nonce>,
    /// By the number of the place in the card.
    filled: BTreeMap<u8, BTreeMap<Nonce, u32>>,
}

impl Slots {
    /// Opens the file of a week that began on that day, or makes it.
    pub(crate) fn open(path: PathBuf, monday: chrono::NaiveDate) -> io::Result<Self> {
        let days = monday
            .signed_duration_since(chrono::NaiveDate::default())
            .num_days();
        let seconds = u64::try_from(days).unwrap_or_default() * 86_400;
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
        // One that was not finished before a crash.
        if let Err(error) = fs::remove_file(beside(&path))
            && error.kind() != io::ErrorKind::NotFound
        {
            return Err(error);
        }
        if !path.exists() {
            let mut file = private(&beside(&path))?;
            write_random(&mut file, FIRST)?;
            finish(&file, time, &path)?;
        }
        let file = OpenOptions::new().read(true).write(true).open(&path)?;
        let mut slots = Self {
            path,
            file,
            time,
            free: Vec::new(),
            nonces: HashSet::new(),
            filled: BTreeMap::new(),
        };
        slots.index()?;
        Ok(slots)
    }

    fn index(&mut self) -> io::Result<()> {
        self.file.seek(SeekFrom::Start(0))?;
        let mut reader = io::BufReader::with_capacity(64 * SLOT, &self.file);
        let mut slot = vec![0; SLOT];
        let number = u32::try_from(self.file.metadata()?.len() / SLOT as u64).unwrap_or(u32::MAX);
        for at in 0..number {
            reader.read_exact(&mut slot)?;
            let (mark, bytes) = slot.split_at(MARK);
            match CheckIn::label(bytes).filter(|_| mark == self::mark(bytes)) {
                Some((place, nonce)) => {
                    self.nonces.insert(nonce);
                    self.filled.entry(place).or_default().insert(nonce, at);
                }
                None => self.free.push(at),
            }
        }
        Ok(())
    }

    /// Keeps check-ins; when this answers, they are on disk. Those that are there already are passed
    /// over. How many were new.
    pub(crate) fn take<'a>(
        &mut self,
        batch: impl ExactSizeIterator<Item = &'a [u8]>,
    ) -> io::Result<usize> {
        // A quarter stays free, so that where the next one goes is open to the end.
        let all = self.nonces.len() + self.free.len();
        if self.free.len() < all / 4 + batch.len() {
            self.grow(batch.len())?;
        }
        let mut new = Vec::new();
        for bytes in batch {
            let Some((place, nonce)) = CheckIn::label(bytes) else {
                continue;
            };
            if self.nonces.contains(&nonce) || new.iter().any(|(_, known, _)| *known == nonce) {
                continue;
            }
            let slot = self.free.swap_remove(below(self.free.len()));
            new.push((place, nonce, slot));
            if let Err(error) = put(&self.file, slot, bytes) {
                self.free.extend(new.iter().map(|(_, _, slot)| *slot));
                return Err(error);
            }
        }
        if let Err(error) = self.settle() {
            self.free.extend(new.iter().map(|(_, _, slot)| *slot));
            return Err(error);
        }
        let number = new.len();
        for (place, nonce, slot) in new {
            self.nonces.insert(nonce);
            self.filled.entry(place).or_default().insert(nonce, slot);
        }
        Ok(number)
    }

    /// How many there are of a place.
    pub(crate) fn count(&self, place: u8) -> u32 {
        let number = self.filled.get(&place).map_or(0, BTreeMap::len);
        u32::try_from(number).unwrap_or(u32::MAX)
    }

    /// Check-ins of a place in the order of their nonces, after that one.
    pub(crate) fn page(
        &self,
        place: u8,
        after: Option<Nonce>,
        limit: usize,
    ) -> io::Result<Vec<Vec<u8>>> {
        let Some(filled) = self.filled.get(&place) else {
            return Ok(Vec::new());
        };
        let from = after.map_or(Bound::Unbounded, Bound::Excluded);
        let slots = filled.range((from, Bound::Unbounded)).take(limit);
        slots.map(|(_, slot)| get(&self.file, *slot)).collect()
    }

    /// Overwrites all check-ins of a place.
    pub(crate) fn forget(&mut self, place: u8) -> io::Result<()> {
        let Some(filled) = self.filled.get(&place) else {
            return Ok(());
        };
        let mut slot = vec![0; SLOT];
        for at in filled.values() {
            fill(&mut slot);
            write_at(&self.file, *at, &slot)?;
        }
        self.settle()?;
        for (nonce, slot) in self.filled.remove(&place).unwrap_or_default() {
            self.nonces.remove(&nonce);
            self.free.push(slot);
        }
        Ok(())
    }

    /// Whether there is none left.
    pub(crate) fn is_empty(&self) -> bool {
        self.nonces.is_empty()
    }

    /// Overwrites the whole file and removes it.
    pub(crate) fn destroy(self) -> io::Result<()> {
        overwrite(&self.file)?;
        fs::remove_file(&self.path)
    }

    /// Deals all check-ins anew into a file of twice the size, and overwrites the old one.
    fn grow(&mut self, more: usize) -> io::Result<()> {
        let wanted = 2 * (self.nonces.len() + self.free.len()).max(self.nonces.len() + more);
        let wanted = u32::try_from(wanted).map_err(io::Error::other)?;
        let mut file = private(&beside(&self.path))?;
        write_random(&mut file, wanted)?;
        let mut free: Vec<u32> = (0..wanted).collect();
        let mut filled: BTreeMap<u8, BTreeMap<Nonce, u32>> = BTreeMap::new();
        for (place, slots) in &self.filled {
            for (nonce, slot) in slots {
                let to = free.swap_remove(below(free.len()));
                put(&file, to, &get(&self.file, *slot)?)?;
                filled.entry(*place).or_default().insert(*nonce, to);
            }
        }
        finish(&file, self.time, &self.path)?;
        let old = std::mem::replace(&mut self.file, file);
        (self.free, self.filled) = (free, filled);
        overwrite(&old)
    }

    fn settle(&self) -> io::Result<()> {
        stamp(&self.file, self.time)?;
        self.file.sync_all()
    }
}

/// A number from 0 up to but without `end`, each as likely as the other as far as anybody can tell.
fn below(end: usize) -> usize {
    let number = u64::from_le_bytes(random());
    usize::try_from(number % (end.max(1) as u64)).unwrap_or_default()
}

fn mark(bytes: &[u8]) -> [u8; MARK] {
    let mut mark = [0; MARK];
    mark.copy_from_slice(&Sha256::digest(bytes)[..MARK]);
    mark
}

fn put(file: &File, slot: u32, bytes: &[u8]) -> io::Result<()> {
    write_at(file, slot, &[&mark(bytes)[..], bytes].concat())
}

fn write_at(mut file: &File, slot: u32, content: &[u8]) -> io::Result<()> {
    file.seek(SeekFrom::Start(u64::from(slot) * SLOT as u64))?;
    file.write_all(content)
}

fn get(mut file: &File, slot: u32) -> io::Result<Vec<u8>> {
    let mut bytes = vec![0; BYTES];
    file.seek(SeekFrom::Start(u64::from(slot) * SLOT as u64 + MARK as u64))?;
    file.read_exact(&mut bytes)?;
    Ok(bytes)
}

fn fill(bytes: &mut [u8]) {
    getrandom::fill(bytes).expect("the system gives random bytes, or nothing is safe");
}

fn write_random(file: &mut File, slots: u32) -> io::Result<()> {
    let mut chunk = vec![0; 64 * SLOT];
    let mut rest = u64::from(slots) * SLOT as u64;
    while rest > 0 {
        fill(&mut chunk);
        let length = chunk.len().min(usize::try_from(rest).unwrap_or(usize::MAX));
        file.write_all(&chunk[..length])?;
        rest -= length as u64;
    }
    Ok(())
}

fn stamp(file: &File, time: SystemTime) -> io::Result<()> {
    file.set_times(FileTimes::new().set_modified(time).set_accessed(time))
}

/// Puts a file that is written under its name.
fn finish(file: &File, time: SystemTime, path: &Path) -> io::Result<()> {
    stamp(file, time)?;
    file.sync_all()?;
    fs::rename(beside(path), path)?;
    sync_folder(path)
}

fn beside(path: &Path) -> PathBuf {
    path.with_extension("new")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_in(place: u8, number: u32) -> Vec<u8> {
        let mut bytes = vec![7; BYTES];
        bytes[33] = place;
        bytes[34..50].fill(0);
        bytes[34..38].copy_from_slice(&number.to_be_bytes());
        bytes
    }

    fn open(path: &Path) -> Slots {
        let monday = "2026-11-23".parse().unwrap();
        Slots::open(path.to_owned(), monday).unwrap()
    }

    #[test]
    fn what_is_kept_comes_back_after_growing_and_after_opening_again() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("a.slots");
        let mut slots = open(&path);
        let all: Vec<_> = (0..1_000)
            .map(|number| check_in((number % 2) as u8, number))
            .collect();
        for batch in all.chunks(90) {
            let new = slots.take(batch.iter().map(Vec::as_slice)).unwrap();
            assert_eq!(new, batch.len());
        }
        assert_eq!(slots.take(all[..5].iter().map(Vec::as_slice)).unwrap(), 0);
        let twice = [check_in(0, 5_000), check_in(0, 5_000)];
        assert_eq!(slots.take(twice.iter().map(Vec::as_slice)).unwrap(), 1);
        for slots in [slots, open(&path)] {
            assert_eq!(
                (slots.count(0), slots.count(1), slots.count(2)),
                (501, 500, 0)
            );
            let mut seen = Vec::new();
            let mut after = None;
            loop {
                let page = slots.page(1, after, 64).unwrap();
                let Some(last) = page.last() else { break };
                after = CheckIn::label(last).map(|(_, nonce)| nonce);
                seen.extend(page);
            }
            let wanted: Vec<_> = all.iter().skip(1).step_by(2).cloned().collect();
            assert!(seen == wanted);
        }
    }

    #[test]
    fn what_is_forgotten_is_not_in_the_file_any_more() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("a.slots");
        let mut slots = open(&path);
        let some = [check_in(0, 1), check_in(1, 2)];
        slots.take(some.iter().map(Vec::as_slice)).unwrap();
        slots.forget(0).unwrap();
        let file = fs::read(&path).unwrap();
        let has = |bytes: &[u8]| file.windows(20).any(|window| window == &bytes[30..50]);
        assert!(!has(&some[0]));
        assert!(has(&some[1]));
        assert_eq!(open(&path).count(0), 0);
        slots.forget(1).unwrap();
        assert!(slots.is_empty());
        slots.destroy().unwrap();
        assert!(!path.exists());
    }

    #[test]
    fn the_file_tells_no_time_and_a_slot_that_was_cut_off_is_free() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("a.slots");
        let mut slots = open(&path);
        slots
            .take([check_in(0, 1)].iter().map(Vec::as_slice))
            .unwrap();
        let modified = fs::metadata(&path).unwrap().modified().unwrap();
        let seconds = modified
            .duration_since(SystemTime::UNIX_EPOCH)
            .unwrap()
            .as_secs();
        assert_eq!(
            seconds, 1_795_392_000,
            "the first moment of 23 November 2026"
        );
        let slot = *slots.filled[&0].values().next().unwrap();
        write_at(&slots.file, slot, &[0; 100]).unwrap();
        let again = open(&path);
        assert!(again.is_empty());
        assert_eq!(again.free.len(), FIRST as usize);
    }

    #[test]
    fn where_a_check_in_lies_does_not_tell_when_it_came() {
        let folder = tempfile::TempDir::new().unwrap();
        let mut slots = open(&folder.path().join("a.slots"));
        for number in 0..180 {
            slots
                .take([check_in(0, number)].iter().map(Vec::as_slice))
                .unwrap();
        }
        // Pairs that came one after the other and lie so: half of them, by chance.
        let places: Vec<u32> = slots.filled[&0].values().copied().collect();
        let rising = places.windows(2).filter(|pair| pair[0] < pair[1]).count();
        // Six standard deviations of 179 pairs: one run in a thousand million is outside.
        assert!((66..=113).contains(&rising), "{rising} of 179");
    }
}
