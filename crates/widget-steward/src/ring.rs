//! A key file that is open: what the engine keeps goes into it, and counts as kept only when its
//! person has saved the new file.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use swansfeet_wellbeing::Week;
use swansfeet_wellbeing::identity::HolderKey;
use swansfeet_wellbeing::key_file::KeyFile;
use swansfeet_wellbeing::ledger::Ledger;
use swansfeet_wellbeing::second::Vault;
use swansfeet_wellbeing::week_keys::WeekKeys;
use yew::Callback;
use zeroize::Zeroizing;

use crate::gate::Gate;

/// An open key file.
pub struct Ring {
    file: RefCell<KeyFile>,
    is_changed: Cell<bool>,
    /// The file as it is to be saved: the same text, however often it is handed over.
    text: RefCell<Option<Zeroizing<String>>>,
    /// Where the engine waits, while it does.
    saved: RefCell<Option<Gate<bool>>>,
    /// Told when the engine waits for the file to be saved.
    wanted: Callback<()>,
}

/// The new file was not saved, so nothing went out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotSaved;

impl Ring {
    /// Opens a file. `wanted` is called when it has to be saved.
    #[must_use]
    pub fn new(file: KeyFile, wanted: Callback<()>) -> Rc<Ring> {
        Rc::new(Ring {
            file: RefCell::new(file),
            is_changed: Cell::new(false),
            text: RefCell::default(),
            saved: RefCell::default(),
            wanted,
        })
    }

    /// Whose it is.
    #[must_use]
    pub fn key(&self) -> HolderKey {
        self.file.borrow().identity().key()
    }

    /// How often it was saved.
    #[must_use]
    pub fn times_saved(&self) -> u32 {
        self.file.borrow().saved()
    }

    /// The first campaign that there is something of.
    #[must_use]
    pub fn campaign(&self) -> Option<String> {
        let file = self.file.borrow();
        file.campaigns()
            .first()
            .map(|campaign| (*campaign).to_owned())
    }

    /// Weeks before this one that there are still keys of.
    #[must_use]
    pub fn waiting(&self, campaign: &str, this: Week) -> Vec<Week> {
        let weeks = self.file.borrow().weeks(campaign).into_iter();
        weeks.filter(|week| *week < this).collect()
    }

    /// What is in it.
    pub(crate) fn file(&self) -> std::cell::Ref<'_, KeyFile> {
        self.file.borrow()
    }

    /// Whether there is something in it that is in no file yet.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.is_changed.get()
    }

    /// Whether the engine waits for it to be saved.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.saved.borrow().is_some()
    }

    /// A new identity is in no file either.
    pub fn change(&self) {
        self.is_changed.set(true);
        self.text.take();
    }

    /// As if the engine waited: for states that are shown without one.
    pub(crate) fn pretend_to_wait(&self) {
        self.change();
        self.saved.replace(Some(Gate::new()));
    }

    /// The new file.
    #[must_use]
    pub fn text(&self, about: &str) -> Zeroizing<String> {
        let mut text = self.text.borrow_mut();
        let saved = text.get_or_insert_with(|| self.file.borrow_mut().save(about));
        saved.clone()
    }

    /// The person has saved it, or has not and stops.
    pub fn settled(&self, is_saved: bool) {
        if is_saved {
            self.is_changed.set(false);
            self.text.take();
        }
        let waits = self.saved.take();
        if let Some(waits) = waits {
            waits.give(is_saved);
        }
    }
}

/// The keys of one campaign in an open file.
pub struct Shelf {
    /// The file.
    pub ring: Rc<Ring>,
    /// The campaign's slug.
    pub campaign: String,
}

impl Vault for Shelf {
    type Error = NotSaved;

    fn weeks(&self) -> Result<Vec<Week>, NotSaved> {
        Ok(self.ring.file().weeks(&self.campaign))
    }

    fn week(&self, week: Week) -> Result<Option<WeekKeys>, NotSaved> {
        Ok(self.ring.file().week(&self.campaign, week))
    }

    fn keep_week(&mut self, week: Week, keys: Option<&WeekKeys>) -> Result<(), NotSaved> {
        let mut file = self.ring.file.borrow_mut();
        file.keep_week(&self.campaign, week, keys);
        self.ring.change();
        Ok(())
    }

    fn ledger(&self) -> Result<Ledger, NotSaved> {
        Ok(self.ring.file().ledger(&self.campaign))
    }

    fn keep_ledger(&mut self, ledger: &Ledger) -> Result<(), NotSaved> {
        let mut file = self.ring.file.borrow_mut();
        file.keep_ledger(&self.campaign, ledger);
        self.ring.change();
        Ok(())
    }

    async fn settle(&mut self) -> Result<(), NotSaved> {
        if !self.ring.is_changed() {
            return Ok(());
        }
        let saved = Gate::new();
        self.ring.saved.replace(Some(saved.same()));
        self.ring.wanted.emit(());
        if saved.taken().await {
            Ok(())
        } else {
            Err(NotSaved)
        }
    }
}
