//! The recovery file: a campaign's secret key on paper or a memory stick, for the day when the one
//! person with the password has left.
//!
//! A text file that explains itself. Reading it back looks only at the lines `name: value`.

use core::{error::Error, fmt};

use swansfeet_seal::rand_core::CryptoRng;
use zeroize::Zeroizing;

use super::record::{Binding, Reader, open, seal};
use crate::DemandsHash;
use swansfeet_seal::TextError;
use swansfeet_seal::{Fingerprint, PublicKey, SecretKey};

/// What a recovery file holds.
#[derive(Clone, Debug)]
pub struct Recovery {
    /// The campaign's slug.
    pub campaign: String,
    /// The key epoch.
    pub epoch: u32,
    /// The day it was made, for the person who finds it: `2026-03-02`.
    pub made: String,
    /// The campaign's secret key of that epoch.
    pub key: SecretKey,
}

/// Why a recovery file does not do.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum RecoveryError {
    /// A line is missing: its name.
    Missing(&'static str),
    /// The epoch is not a number.
    Epoch,
    /// The secret key cannot be read.
    Key(TextError),
    /// The fingerprint cannot be read.
    Fingerprint(TextError),
    /// The fingerprint in the file is not that of its key.
    OtherFingerprint,
    /// The file is another campaign's, or of another epoch.
    OtherKey,
}

impl fmt::Display for RecoveryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RecoveryError::Missing(name) => {
                write!(
                    f,
                    "the line `{name}:` is missing: is this the whole recovery file?"
                )
            }
            RecoveryError::Epoch => f.write_str("the line `epoch:` must hold a whole number"),
            RecoveryError::Key(error) => write!(f, "the line `secret:` does not do: {error}"),
            RecoveryError::Fingerprint(error) => {
                write!(f, "the line `fingerprint:` does not do: {error}")
            }
            RecoveryError::OtherFingerprint => f.write_str(
                "the secret key and the fingerprint in this file do not belong together",
            ),
            RecoveryError::OtherKey => f.write_str(
                "this file does not open the campaign's records: it belongs to another campaign, \
                 or to another key epoch of this one",
            ),
        }
    }
}

impl Error for RecoveryError {}

impl Recovery {
    /// The file. Whoever has it can read every signature of the epoch.
    #[must_use]
    pub fn to_text(&self) -> Zeroizing<String> {
        let Recovery {
            campaign,
            epoch,
            made,
            key,
        } = self;
        let secret = key.reveal();
        let fingerprint = key.public().fingerprint();
        Zeroizing::new(format!(
            "Swansfeet recovery file\n\
             \n\
             Whoever has this file can read every signature of the campaign below.\n\
             Print it, or keep it on a memory stick, in two places that are locked and apart.\n\
             Never send it by email and never leave it on the hub.\n\
             Without it, and without an organiser's own key, the signatures are lost for good.\n\
             \n\
             campaign: {campaign}\n\
             epoch: {epoch}\n\
             made: {made}\n\
             fingerprint: {fingerprint}\n\
             secret: {}\n",
            secret.as_str()
        ))
    }

    /// Reads a file that [`Recovery::to_text`] wrote, typed off paper if need be.
    ///
    /// # Errors
    /// What is missing or cannot be read.
    pub fn read(text: &str) -> Result<Recovery, RecoveryError> {
        let line = |name| line(text, name).ok_or(RecoveryError::Missing(name));
        let key = SecretKey::read(line("secret")?).map_err(RecoveryError::Key)?;
        let fingerprint = line("fingerprint")?;
        let fingerprint = Fingerprint::read(fingerprint).map_err(RecoveryError::Fingerprint)?;
        if fingerprint != key.public().fingerprint() {
            return Err(RecoveryError::OtherFingerprint);
        }
        Ok(Recovery {
            campaign: line("campaign")?.to_owned(),
            epoch: line("epoch")?.parse().map_err(|_| RecoveryError::Epoch)?,
            made: line("made")?.to_owned(),
            key,
        })
    }

    /// The test that a campaign must pass before it opens: seals a trial record to the key that
    /// signers will use, and opens it with the key in this file.
    ///
    /// # Errors
    /// [`RecoveryError::OtherKey`] if it does not open.
    pub fn proves(
        &self,
        campaign: &str,
        epoch: u32,
        signers_key: &PublicKey,
        random: &mut impl CryptoRng,
    ) -> Result<(), RecoveryError> {
        const TRIAL: &[u8] = b"If you can read this, the recovery file works.";
        if self.campaign != campaign || self.epoch != epoch {
            return Err(RecoveryError::OtherKey);
        }
        let binding = Binding {
            campaign,
            demands: DemandsHash::from_bytes([0; 32]),
            consent: 0,
            epoch,
            partner: None,
            reader: Reader::Organisers,
        };
        let sealed = seal(signers_key, &binding, TRIAL, random);
        let sealed = sealed.map_err(|_| RecoveryError::OtherKey)?;
        match open(&self.key, &binding, &sealed) {
            Ok(trial) if *trial == TRIAL => Ok(()),
            _ => Err(RecoveryError::OtherKey),
        }
    }
}

fn line<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let mut values = text.lines().filter_map(|line| {
        let (key, value) = line.split_once(':')?;
        key.trim().eq_ignore_ascii_case(name).then(|| value.trim())
    });
    values.rfind(|value| !value.is_empty())
}
