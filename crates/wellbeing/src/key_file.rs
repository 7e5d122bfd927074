//! All that a second holder keeps, in one text file: who it is, its keys of the weeks, what it has
//! given away. For a page, which has no folder, and for whoever carries the keys on a stick.
//!
//! ```text
//! What this file is, in the language of whoever made it.
//! -----BEGIN SWANSFEET CHECK-IN KEYS-----
//! base 64 of a list of facts: label, how often it was saved, the identity,
//!                             then kind, campaign, week, bytes of each thing that is kept;
//!                             last, 32 bytes of SHA-256 of all before
//! -----END SWANSFEET CHECK-IN KEYS-----
//! ```
//!
//! A file cannot forget: a copy of an earlier one still holds what was destroyed in this one. It
//! counts how often it was saved, so that its holder can tell them apart.

use core::fmt;
use std::collections::BTreeMap;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};
use swansfeet_seal::{Facts, Framed};
use zeroize::Zeroizing;

use crate::identity::Identity;
use crate::ledger::Ledger;
use crate::week::Week;
use crate::week_keys::WeekKeys;

const LABEL: &str = "swansfeet wellbeing key file 1";
const BEGIN: &str = "-----BEGIN SWANSFEET CHECK-IN KEYS-----";
const END: &str = "-----END SWANSFEET CHECK-IN KEYS-----";
const LINE: usize = 64;

/// What is in a key file.
pub struct KeyFile {
    identity: Identity,
    saved: u32,
    /// As [`WeekKeys::reveal`] writes them: reading them looks at two signatures, which a page feels.
    weeks: BTreeMap<(String, Week), Zeroizing<Vec<u8>>>,
    ledgers: BTreeMap<String, Ledger>,
}

/// Why a text is no key file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyFileError {
    /// Neither its first line nor its last is there.
    #[error("this is no file of check-in keys")]
    Other,
    /// Something is missing or changed.
    #[error("the file of check-in keys is damaged or cut off")]
    Damaged,
    /// It is whole, but of a kind that this program does not know.
    #[error("the file of check-in keys is of another version of this program")]
    Version,
}

impl KeyFileError {
    /// The key of the message in the languages of whoever shows it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            KeyFileError::Other => "key-file-other",
            KeyFileError::Damaged => "key-file-damaged",
            KeyFileError::Version => "key-file-version",
        }
    }
}

/// Says whose it is, never a key.
impl fmt::Debug for KeyFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "KeyFile({:?}, saved {} times)",
            self.identity, self.saved
        )
    }
}

impl KeyFile {
    /// One with nothing in it yet.
    #[must_use]
    pub const fn new(identity: Identity) -> KeyFile {
        KeyFile {
            identity,
            saved: 0,
            weeks: BTreeMap::new(),
            ledgers: BTreeMap::new(),
        }
    }

    /// Whose it is.
    #[must_use]
    pub const fn identity(&self) -> &Identity {
        &self.identity
    }

    /// How often it was saved: the highest number is the file to keep.
    #[must_use]
    pub const fn saved(&self) -> u32 {
        self.saved
    }

    /// The weeks of a campaign that there are keys of.
    #[must_use]
    pub fn weeks(&self, campaign: &str) -> Vec<Week> {
        let known = self.weeks.keys().filter(|(of, _)| of == campaign);
        known.map(|(_, week)| *week).collect()
    }

    /// The keys of a week.
    #[must_use]
    pub fn week(&self, campaign: &str, week: Week) -> Option<WeekKeys> {
        // They were read once before they came in here.
        WeekKeys::read(self.weeks.get(&(campaign.to_owned(), week))?)
    }

    /// Keeps the keys of a week in place of what was there, or with none forgets them.
    pub fn keep_week(&mut self, campaign: &str, week: Week, keys: Option<&WeekKeys>) {
        let at = (campaign.to_owned(), week);
        match keys {
            Some(keys) => drop(self.weeks.insert(at, keys.reveal())),
            None => drop(self.weeks.remove(&at)),
        }
    }

    /// What was given away of a campaign.
    #[must_use]
    pub fn ledger(&self, campaign: &str) -> Ledger {
        self.ledgers.get(campaign).cloned().unwrap_or_default()
    }

    /// Keeps what was given away.
    pub fn keep_ledger(&mut self, campaign: &str, ledger: &Ledger) {
        self.ledgers.insert(campaign.to_owned(), ledger.clone());
    }

    /// The campaigns that there is something of.
    #[must_use]
    pub fn campaigns(&self) -> Vec<&str> {
        let of_weeks = self.weeks.keys().map(|(campaign, _)| campaign.as_str());
        let of_ledgers = self.ledgers.keys().map(String::as_str);
        let mut campaigns: Vec<_> = of_weeks.chain(of_ledgers).collect();
        campaigns.sort_unstable();
        campaigns.dedup();
        campaigns
    }

    /// The file as it is saved next, below lines that say what it is. Whoever has it can open every
    /// half that is sealed to this holder.
    pub fn save(&mut self, about: &str) -> Zeroizing<String> {
        self.saved = self.saved.saturating_add(1);
        let mut list = Framed::new(LABEL)
            .number(self.saved)
            .text(&self.identity.reveal());
        for ((campaign, week), keys) in &self.weeks {
            list = list.text("week").text(campaign).text(&week.id());
            list = list.bytes(keys);
        }
        for (campaign, ledger) in &self.ledgers {
            list = list.text("ledger").text(campaign).text("");
            list = list.bytes(&ledger.to_bytes());
        }
        let digest = Sha256::digest(list.as_slice());
        let bytes = Zeroizing::new([list.as_slice(), &digest].concat());
        let encoded = Zeroizing::new(BASE64_STANDARD.encode(&*bytes));
        let mut text = Zeroizing::new(String::with_capacity(encoded.len() * 2));
        for line in about.lines().chain([BEGIN]) {
            text.push_str(line);
            text.push('\n');
        }
        for line in encoded.as_bytes().chunks(LINE) {
            text.extend(line.iter().map(|byte| char::from(*byte)));
            text.push('\n');
        }
        text.push_str(END);
        text.push('\n');
        text
    }

    /// Reads what [`KeyFile::save`] wrote.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn read(text: &str) -> Result<KeyFile, KeyFileError> {
        let (_, rest) = text.split_once(BEGIN).ok_or(KeyFileError::Other)?;
        let (body, _) = rest.split_once(END).ok_or(KeyFileError::Damaged)?;
        let body = Zeroizing::new(body.split_whitespace().collect::<String>());
        let bytes = BASE64_STANDARD.decode(&*body);
        let bytes = Zeroizing::new(bytes.map_err(|_| KeyFileError::Damaged)?);
        let (list, digest) = bytes
            .split_last_chunk::<32>()
            .ok_or(KeyFileError::Damaged)?;
        if Sha256::digest(list).as_slice() != digest {
            return Err(KeyFileError::Damaged);
        }
        let facts = Facts::of(LABEL, list).ok_or(KeyFileError::Version)?;
        read(facts).ok_or(KeyFileError::Version)
    }
}

fn read(mut facts: Facts<'_>) -> Option<KeyFile> {
    let saved = facts.number()?;
    let mut file = KeyFile::new(Identity::read(facts.text()?).ok()?);
    file.saved = saved;
    while !facts.is_over() {
        let (kind, campaign) = (facts.text()?, facts.text()?.to_owned());
        let (week, bytes) = (facts.text()?, facts.bytes()?);
        match kind {
            "week" => {
                WeekKeys::read(bytes)?;
                let keys = Zeroizing::new(bytes.to_vec());
                file.weeks.insert((campaign, Week::read(week)?), keys);
            }
            "ledger" => drop(file.ledgers.insert(campaign, Ledger::read(bytes)?)),
            _ => return None,
        }
    }
    Some(file)
}
