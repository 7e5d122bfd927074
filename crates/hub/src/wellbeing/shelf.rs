//! What the hub holds of one campaign's check-ins outside the database: files of slots, a week each,
//! and its own keys of each week.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use swansfeet_wellbeing::check_in::Nonce;
use swansfeet_wellbeing::ledger::destroyed_after;
use swansfeet_wellbeing::week_keys::WeekKeys;
use swansfeet_wellbeing::{Card, Place, Week};

use super::slots::Slots;
use crate::careful;

/// One campaign's shelf.
#[derive(Debug)]
pub(crate) struct Shelf {
    slug: String,
    slots: PathBuf,
    keys: PathBuf,
    open: BTreeMap<Week, Slots>,
}

impl Shelf {
    pub(crate) fn open(slug: &str, slots: &Path, keys: &Path) -> io::Result<Self> {
        careful::private_folder(slots)?;
        careful::private_folder(keys)?;
        let mut shelf = Self {
            slug: slug.to_owned(),
            slots: slots.to_owned(),
            keys: keys.to_owned(),
            open: BTreeMap::new(),
        };
        for week in shelf.weeks(slots, "slots")? {
            shelf.slots(week)?;
        }
        Ok(shelf)
    }

    fn file(&self, folder: &Path, week: Week, end: &str) -> PathBuf {
        folder.join(format!("{}-{}.{end}", self.slug, week.id()))
    }

    fn weeks(&self, folder: &Path, end: &str) -> io::Result<Vec<Week>> {
        let mut weeks = Vec::new();
        for entry in fs::read_dir(folder)? {
            let name = entry?.file_name().into_string().unwrap_or_default();
            let rest = name
                .strip_prefix(&self.slug)
                .and_then(|rest| rest.strip_prefix('-'));
            let week = rest.and_then(|rest| rest.strip_suffix(end)?.strip_suffix('.'));
            weeks.extend(week.and_then(Week::read));
        }
        weeks.sort_unstable();
        Ok(weeks)
    }

    fn slots(&mut self, week: Week) -> io::Result<&mut Slots> {
        if !self.open.contains_key(&week) {
            let path = self.file(&self.slots, week, "slots");
            self.open.insert(week, Slots::open(path, week.from())?);
        }
        self.open
            .get_mut(&week)
            .ok_or_else(|| io::Error::other("no slots"))
    }

    // Check-ins.

    /// Keeps check-ins of a week. How many were new.
    pub(crate) fn take<'a>(
        &mut self,
        week: Week,
        batch: impl ExactSizeIterator<Item = &'a [u8]>,
    ) -> io::Result<usize> {
        self.slots(week)?.take(batch)
    }

    /// How many there are of a place and the card of a week.
    pub(crate) fn count(&self, card: &Card, place: Place) -> u32 {
        let slots = self.open.get(&card.week()).zip(number(card, place));
        slots.map_or(0, |(slots, place)| slots.count(place))
    }

    /// Some of them, after that one.
    pub(crate) fn page(
        &self,
        card: &Card,
        place: Place,
        after: Option<Nonce>,
        limit: usize,
    ) -> io::Result<Vec<Vec<u8>>> {
        match self.open.get(&card.week()).zip(number(card, place)) {
            Some((slots, place)) => slots.page(place, after, limit),
            None => Ok(Vec::new()),
        }
    }

    // Keys.

    /// The hub's keys of a week.
    pub(crate) fn keys(&self, week: Week) -> io::Result<Option<WeekKeys>> {
        match fs::read(self.file(&self.keys, week, "keys")) {
            Ok(bytes) => {
                let bytes = zeroize::Zeroizing::new(bytes);
                let keys = WeekKeys::read(&bytes);
                keys.map(Some)
                    .ok_or_else(|| io::Error::other("a file of keys is damaged"))
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    pub(crate) fn keep_keys(&self, week: Week, keys: &WeekKeys) -> io::Result<()> {
        careful::replace(&self.file(&self.keys, week, "keys"), &keys.reveal())
    }

    // The end.

    /// Destroys the check-ins of a place and week, and the key that opens the hub's half of them.
    pub(crate) fn forget(&mut self, card: &Card, place: Place) -> io::Result<()> {
        let week = card.week();
        if let Some(mut keys) = self.keys(week)?
            && keys.forget(place)
        {
            if keys.is_empty() {
                careful::destroy(&self.file(&self.keys, week, "keys"))?;
            } else {
                self.keep_keys(week, &keys)?;
            }
        }
        let Some((slots, place)) = self.open.get_mut(&week).zip(number(card, place)) else {
            return Ok(());
        };
        slots.forget(place)
    }

    /// Destroys what is left of weeks that nobody may count any more.
    pub(crate) fn tidy(&mut self, today: chrono::NaiveDate) -> io::Result<()> {
        let this = Week::of(today);
        let over: Vec<Week> = self.open.keys().copied().collect();
        for week in over {
            let is_empty = week < this && self.open[&week].is_empty();
            if (is_empty || destroyed_after(week) < today)
                && let Some(slots) = self.open.remove(&week)
            {
                slots.destroy()?;
            }
        }
        for week in self.weeks(&self.keys, "keys")? {
            if destroyed_after(week) < today {
                careful::destroy(&self.file(&self.keys, week, "keys"))?;
            }
        }
        Ok(())
    }
}

fn number(card: &Card, place: Place) -> Option<u8> {
    let at = card.places().iter().position(|known| *known == place)?;
    u8::try_from(at).ok()
}
