//! What a second holder keeps, in memory: at once, or only when its person is there to save it. What
//! was not kept when it fell is gone.

use std::cell::RefCell;
use std::collections::BTreeMap;

use swansfeet_wellbeing::Week;
use swansfeet_wellbeing::ledger::Ledger;
use swansfeet_wellbeing::second::Vault;
use swansfeet_wellbeing::week_keys::WeekKeys;

use super::Fuse;

/// What is on the disk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Disk {
    pub(crate) weeks: BTreeMap<Week, Vec<u8>>,
    pub(crate) ledger: Option<Vec<u8>>,
}

pub(crate) struct Memory<'a> {
    disk: &'a RefCell<Disk>,
    /// What the holder has in hand; the same as the disk, unless it is saved late.
    hand: Disk,
    is_late: bool,
    fuse: &'a Fuse,
}

impl<'a> Memory<'a> {
    pub(crate) fn open(disk: &'a RefCell<Disk>, is_late: bool, fuse: &'a Fuse) -> Memory<'a> {
        Memory {
            disk,
            hand: disk.borrow().clone(),
            is_late,
            fuse,
        }
    }

    fn change(&mut self, change: impl FnOnce(&mut Disk)) -> Result<(), &'static str> {
        self.fuse.around(|| {
            change(&mut self.hand);
            if !self.is_late {
                self.disk.replace(self.hand.clone());
            }
        })
    }
}

impl Vault for Memory<'_> {
    type Error = &'static str;

    fn weeks(&self) -> Result<Vec<Week>, Self::Error> {
        Ok(self.hand.weeks.keys().copied().collect())
    }

    fn week(&self, week: Week) -> Result<Option<WeekKeys>, Self::Error> {
        let Some(bytes) = self.hand.weeks.get(&week) else {
            return Ok(None);
        };
        WeekKeys::read(bytes).map(Some).ok_or("no keys")
    }

    fn keep_week(&mut self, week: Week, keys: Option<&WeekKeys>) -> Result<(), Self::Error> {
        let bytes = keys.map(|keys| keys.reveal().to_vec());
        self.change(|disk| match bytes {
            Some(bytes) => drop(disk.weeks.insert(week, bytes)),
            None => drop(disk.weeks.remove(&week)),
        })
    }

    fn ledger(&self) -> Result<Ledger, Self::Error> {
        let bytes = self.hand.ledger.as_ref();
        bytes.map_or(Ok(Ledger::default()), |bytes| {
            Ledger::read(bytes).ok_or("no ledger")
        })
    }

    fn keep_ledger(&mut self, ledger: &Ledger) -> Result<(), Self::Error> {
        let bytes = ledger.to_bytes();
        self.change(|disk| disk.ledger = Some(bytes))
    }

    async fn settle(&mut self) -> Result<(), Self::Error> {
        if *self.disk.borrow() == self.hand {
            return Ok(());
        }
        self.fuse
            .around(|| drop(self.disk.replace(self.hand.clone())))
    }
}
