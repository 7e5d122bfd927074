//! Where a second holder's keys are: a folder, or the one file that the steward's page saves. Used by
//! one process at a time. Knows no hub.

mod folder;

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use swansfeet_hub::careful;
use swansfeet_wellbeing::Week;
use swansfeet_wellbeing::identity::Identity;
use swansfeet_wellbeing::key_file::KeyFile;
use swansfeet_wellbeing::ledger::Ledger;
use swansfeet_wellbeing::second::Vault;
use swansfeet_wellbeing::week_keys::WeekKeys;

pub(super) use folder::Folder;

use crate::office::{Trouble, read_text};

/// A second holder's keys, and nobody else's for as long as this is there.
pub(super) struct Keys {
    identity: Identity,
    kept: Kept,
    _lock: File,
}

enum Kept {
    Folder(Folder),
    File(Box<Single>),
}

/// A key file, and what stands above the keys in it.
struct Single {
    path: PathBuf,
    file: KeyFile,
    about: String,
}

/// The keys of one campaign.
pub(super) struct Shelf<'a> {
    kept: &'a mut Kept,
    campaign: &'a str,
}

impl Keys {
    /// Opens a folder or a file that is there. `about` is what a file says of itself.
    pub(super) fn open(path: &Path, about: String) -> Result<Keys, Trouble> {
        if !path.exists() {
            return Err(told("error-keys-none", path));
        }
        if path.is_dir() {
            let lock = lock(&path.join("lock"), path)?;
            let folder = Folder::open(path)?;
            return Ok(Keys {
                identity: folder.identity()?,
                kept: Kept::Folder(folder),
                _lock: lock,
            });
        }
        let mut beside = path.as_os_str().to_owned();
        beside.push(".lock");
        let lock = lock(Path::new(&beside), path)?;
        let file = read_file(path)?;
        let identity = Identity::read(&file.identity().reveal())
            .map_err(|_| told("error-keys-damaged", path))?;
        let path = path.to_owned();
        let file = Single { path, file, about };
        Ok(Keys {
            identity,
            kept: Kept::File(Box::new(file)),
            _lock: lock,
        })
    }

    /// Who it is, and the keys of a campaign.
    pub(super) fn of<'a>(&'a mut self, campaign: &'a str) -> (&'a Identity, Shelf<'a>) {
        let kept = &mut self.kept;
        (&self.identity, Shelf { kept, campaign })
    }

    /// What of it others than its owner may read.
    pub(super) fn exposed(&self) -> Option<PathBuf> {
        let paths = match &self.kept {
            Kept::Folder(folder) => folder.paths(),
            Kept::File(file) => vec![file.path.clone()],
        };
        paths.into_iter().find(|path| is_exposed(path))
    }
}

/// A key file.
pub(super) fn read_file(path: &Path) -> Result<KeyFile, Trouble> {
    let text = read_text(path)?;
    KeyFile::read(&text).map_err(|error| told(error.key(), path))
}

fn told(key: &'static str, path: &Path) -> Trouble {
    Trouble::Other(key, vec![("file", path.display().to_string())])
}

fn lock(at: &Path, keys: &Path) -> Result<File, Trouble> {
    let trouble = |why| Trouble::File(at.to_owned(), why);
    let file = careful::private(at).map_err(trouble)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(told("error-keys-in-use", keys)),
        Err(TryLockError::Error(why)) => Err(trouble(why)),
    }
}

#[cfg(unix)]
fn is_exposed(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).is_ok_and(|about| about.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
fn is_exposed(path: &Path) -> bool {
    // Who may read it is not in these bits there.
    let _ = fs::metadata(path);
    false
}

impl Single {
    fn save(&mut self) -> Result<(), Trouble> {
        let text = self.file.save(&self.about);
        careful::replace(&self.path, text.as_bytes())
            .map_err(|why| Trouble::File(self.path.clone(), why))
    }
}

impl Vault for Shelf<'_> {
    type Error = Trouble;

    fn weeks(&self) -> Result<Vec<Week>, Trouble> {
        match &*self.kept {
            Kept::Folder(folder) => folder.weeks(self.campaign),
            Kept::File(single) => Ok(single.file.weeks(self.campaign)),
        }
    }

    fn week(&self, week: Week) -> Result<Option<WeekKeys>, Trouble> {
        match &*self.kept {
            Kept::Folder(folder) => folder.week(self.campaign, week),
            Kept::File(single) => Ok(single.file.week(self.campaign, week)),
        }
    }

    fn keep_week(&mut self, week: Week, keys: Option<&WeekKeys>) -> Result<(), Trouble> {
        match &mut *self.kept {
            Kept::Folder(folder) => folder.keep_week(self.campaign, week, keys),
            Kept::File(single) => {
                single.file.keep_week(self.campaign, week, keys);
                single.save()
            }
        }
    }

    fn ledger(&self) -> Result<Ledger, Trouble> {
        match &*self.kept {
            Kept::Folder(folder) => folder.ledger(self.campaign),
            Kept::File(single) => Ok(single.file.ledger(self.campaign)),
        }
    }

    fn keep_ledger(&mut self, ledger: &Ledger) -> Result<(), Trouble> {
        match &mut *self.kept {
            Kept::Folder(folder) => folder.keep_ledger(self.campaign, ledger),
            Kept::File(single) => {
                single.file.keep_ledger(self.campaign, ledger);
                single.save()
            }
        }
    }
}
