//! A folder of keys: `identity.key`, a file for each campaign and week in `weeks`, a ledger for each
//! campaign. What replaces a file is on the disk before the file goes, and what goes is overwritten.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use swansfeet_hub::careful;
use swansfeet_wellbeing::Week;
use swansfeet_wellbeing::identity::Identity;
use swansfeet_wellbeing::ledger::Ledger;
use swansfeet_wellbeing::week_keys::WeekKeys;
use zeroize::Zeroizing;

use super::told;
use crate::office::{Trouble, keep, random, read_text};

const IDENTITY: &str = "identity.key";

/// A folder of keys.
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// Makes a new identity in a folder that has none. Whether there was none.
    pub(crate) fn make(path: &Path) -> Result<bool, Trouble> {
        if path.join(IDENTITY).exists() {
            return Ok(false);
        }
        careful::private_folder(path).map_err(|why| Trouble::File(path.to_owned(), why))?;
        let secret = Identity::generate(&mut random()).reveal();
        keep(&path.join(IDENTITY), &format!("{}\n", *secret))?;
        Ok(true)
    }

    /// Opens a folder, and destroys what a crash has left in it.
    pub(super) fn open(path: &Path) -> Result<Folder, Trouble> {
        let folder = Folder(path.to_owned());
        if !path.join(IDENTITY).exists() {
            return Err(told("error-keys-none", path));
        }
        let weeks = folder.folder_of_weeks();
        careful::private_folder(&weeks).map_err(|why| Trouble::File(weeks.clone(), why))?;
        for path in folder.names(&weeks)? {
            // Written and not yet in its place: nobody was told of it.
            if path.extension() == Some(OsStr::new("new")) {
                careful::destroy(&path).map_err(|why| Trouble::File(path, why))?;
            }
        }
        Ok(folder)
    }

    /// Who it is.
    pub(crate) fn identity_in(path: &Path) -> Result<Identity, Trouble> {
        Folder(path.to_owned()).identity()
    }

    pub(super) fn identity(&self) -> Result<Identity, Trouble> {
        let path = self.0.join(IDENTITY);
        let text: Zeroizing<String> = read_text(&path)?;
        Identity::read(text.trim()).map_err(|_| told("error-keys-damaged", &path))
    }

    /// What nobody but its owner should be able to read.
    pub(super) fn paths(&self) -> Vec<PathBuf> {
        vec![
            self.0.clone(),
            self.0.join(IDENTITY),
            self.folder_of_weeks(),
        ]
    }

    fn folder_of_weeks(&self) -> PathBuf {
        self.0.join("weeks")
    }

    fn names(&self, folder: &Path) -> Result<Vec<PathBuf>, Trouble> {
        let names = fs::read_dir(folder).and_then(|entries| {
            let paths = entries.map(|entry| entry.map(|entry| entry.path()));
            paths.collect::<io::Result<Vec<_>>>()
        });
        names.map_err(|why| Trouble::File(self.0.clone(), why))
    }

    fn file(&self, campaign: &str, week: Week) -> PathBuf {
        self.folder_of_weeks()
            .join(format!("{campaign}-{week}.key"))
    }

    pub(super) fn weeks(&self, campaign: &str) -> Result<Vec<Week>, Trouble> {
        let names = self.names(&self.folder_of_weeks())?;
        let week = |path: &PathBuf| {
            let name = path.file_name()?.to_str()?.strip_suffix(".key")?;
            // The week of a campaign whose name goes on reads as no week.
            Week::read(name.strip_prefix(campaign)?.strip_prefix('-')?)
        };
        let mut weeks: Vec<_> = names.iter().filter_map(week).collect();
        weeks.sort_unstable();
        Ok(weeks)
    }

    pub(super) fn week(&self, campaign: &str, week: Week) -> Result<Option<WeekKeys>, Trouble> {
        let path = self.file(campaign, week);
        let Some(bytes) = read(&path)? else {
            return Ok(None);
        };
        let keys = WeekKeys::read(&bytes);
        keys.map(Some)
            .ok_or_else(|| told("error-keys-damaged", &path))
    }

    pub(super) fn keep_week(
        &self,
        campaign: &str,
        week: Week,
        keys: Option<&WeekKeys>,
    ) -> Result<(), Trouble> {
        let path = self.file(campaign, week);
        let kept = match keys {
            Some(keys) => careful::replace(&path, &keys.reveal()),
            None => careful::destroy(&path),
        };
        kept.map_err(|why| Trouble::File(path, why))
    }

    fn ledger_of(&self, campaign: &str) -> PathBuf {
        self.0.join(format!("ledger-{campaign}"))
    }

    pub(super) fn ledger(&self, campaign: &str) -> Result<Ledger, Trouble> {
        let path = self.ledger_of(campaign);
        let Some(bytes) = read(&path)? else {
            return Ok(Ledger::default());
        };
        Ledger::read(&bytes).ok_or_else(|| told("error-keys-damaged", &path))
    }

    pub(super) fn keep_ledger(&self, campaign: &str, ledger: &Ledger) -> Result<(), Trouble> {
        let path = self.ledger_of(campaign);
        careful::replace(&path, &ledger.to_bytes()).map_err(|why| Trouble::File(path, why))
    }
}

fn read(path: &Path) -> Result<Option<Zeroizing<Vec<u8>>>, Trouble> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(Zeroizing::new(bytes))),
        Err(why) if why.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(why) => Err(Trouble::File(path.to_owned(), why)),
    }
}
