//! A sealed record: HPKE (RFC 9180) in base mode, bound to where it belongs.
//!
//! ```text
//! byte 0       version of this layout: 1
//! byte 1       suite: 1 = DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305
//!                     2 is kept for X-Wing (post-quantum)
//! bytes 2–5    key epoch, big-endian
//! bytes 6–37   encapsulated key
//! the rest     ciphertext of the padded plaintext, 16 bytes of it the tag
//! ```
//!
//! `info` is the label `swansfeet demands 1`; the associated data are the header's first six bytes
//! and the [`Binding`]: campaign, demands hash, consent version, key epoch, the partner on whose
//! page it was signed, and who may read it. A record that is moved to another campaign, another
//! consent or another reader does not open.
//!
//! Plaintext is padded to steps of 256 bytes, so that its length does not tell a long name or a
//! comment from a short one.

use core::{error::Error, fmt};

use swansfeet_seal::rand_core::CryptoRng;
use swansfeet_seal::{ENCAPSULATED, Framed, PublicKey, SUITE, SecretKey, TAG, Unopened, WeakKey};
use zeroize::Zeroizing;

use super::pad;
use crate::DemandsHash;

/// The layout that this code writes.
pub const VERSION: u8 = 1;

const HEADER: usize = 6;
const INFO: &[u8] = b"swansfeet demands 1";

/// What a record belongs to. Must be the same, to the letter, when sealing and when opening.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Binding<'a> {
    /// The campaign's slug.
    pub campaign: &'a str,
    /// What was demanded, word for word.
    pub demands: DemandsHash,
    /// The version of the consent wording.
    pub consent: u32,
    /// The key epoch.
    pub epoch: u32,
    /// The partner on whose page it was signed.
    pub partner: Option<&'a str>,
    /// Who may read it.
    pub reader: Reader<'a>,
}

/// Who may read a record.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Reader<'a> {
    /// The organisers of the campaign.
    Organisers,
    /// The partner with this id, whose box the signer ticked.
    Partner(&'a str),
}

impl Binding<'_> {
    fn facts(&self, header: [u8; HEADER]) -> Framed {
        let (kind, reader) = match self.reader {
            Reader::Organisers => (0, None),
            Reader::Partner(id) => (1, Some(id)),
        };
        Framed::new("swansfeet sealed record 1")
            .bytes(&header)
            .text(self.campaign)
            .bytes(&self.demands.to_bytes())
            .number(self.consent)
            .number(self.epoch)
            .optional(self.partner)
            .byte(kind)
            .optional(reader)
    }
}

/// The part of a record that is not sealed.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The key epoch: tells which key opens the rest.
    pub epoch: u32,
}

impl Header {
    /// Reads the first bytes of a record.
    ///
    /// # Errors
    /// Too short for any record; a version or suite that this code does not know.
    pub fn read(record: &[u8]) -> Result<Header, OpenError> {
        if record.len() < HEADER + ENCAPSULATED + TAG {
            return Err(OpenError::TooShort);
        }
        let &[version, suite, a, b, c, d, ..] = record else {
            return Err(OpenError::TooShort);
        };
        if version != VERSION {
            return Err(OpenError::Version(version));
        }
        if suite != SUITE {
            return Err(OpenError::Suite(suite));
        }
        Ok(Header {
            epoch: u32::from_be_bytes([a, b, c, d]),
        })
    }

    fn write(self) -> [u8; HEADER] {
        let [a, b, c, d] = self.epoch.to_be_bytes();
        [VERSION, SUITE, a, b, c, d]
    }
}

/// Why nothing was sealed.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum SealError {
    /// The key is one of the few that would seal nothing.
    WeakKey,
    /// More than [`pad::LONGEST`] bytes.
    TooLong,
}

impl fmt::Display for SealError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            SealError::WeakKey => "this key cannot keep anything secret: make a new one",
            SealError::TooLong => "that is too long to be sealed",
        })
    }
}

impl Error for SealError {}

impl From<WeakKey> for SealError {
    fn from(WeakKey: WeakKey) -> Self {
        SealError::WeakKey
    }
}

/// Why a record did not open.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// Cut off.
    TooShort,
    /// A layout of another version.
    Version(u8),
    /// A suite that this code does not know.
    Suite(u8),
    /// Sealed in another key epoch: the record's own.
    Epoch(u32),
    /// Another key's, changed, or moved from where it belongs. Which of them nobody can tell.
    Refused,
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OpenError::TooShort => f.write_str("the record is cut off"),
            OpenError::Version(found) => {
                write!(
                    f,
                    "the record has layout {found}, which this program does not know"
                )
            }
            OpenError::Suite(found) => {
                write!(
                    f,
                    "the record was sealed by suite {found}, which this program does not know"
                )
            }
            OpenError::Epoch(found) => {
                write!(
                    f,
                    "the record was sealed in key epoch {found}: use that epoch's key"
                )
            }
            OpenError::Refused => f.write_str(
                "the record does not open: it was sealed to another key, changed, or moved",
            ),
        }
    }
}

impl Error for OpenError {}

impl From<Unopened> for OpenError {
    fn from(Unopened: Unopened) -> Self {
        OpenError::Refused
    }
}

/// Seals `plaintext` so that only the holder of the secret half of `key` can read it, and only
/// where it belongs.
///
/// # Errors
/// [`SealError`]; nothing of the plaintext is in it.
pub fn seal(
    key: &PublicKey,
    binding: &Binding<'_>,
    plaintext: &[u8],
    random: &mut impl CryptoRng,
) -> Result<Vec<u8>, SealError> {
    let header = Header {
        epoch: binding.epoch,
    }
    .write();
    let padded = Zeroizing::new(pad::add(plaintext).ok_or(SealError::TooLong)?);
    let (encapsulated, sealed) =
        swansfeet_seal::seal(key, INFO, binding.facts(header).as_slice(), &padded, random)?;
    Ok([&header[..], &encapsulated, &sealed].concat())
}

/// Opens a record that [`seal`] made.
///
/// # Errors
/// [`OpenError`]; never says more than that about a record that was tampered with.
pub fn open(
    key: &SecretKey,
    binding: &Binding<'_>,
    record: &[u8],
) -> Result<Zeroizing<Vec<u8>>, OpenError> {
    let header = Header::read(record)?;
    if header.epoch != binding.epoch {
        return Err(OpenError::Epoch(header.epoch));
    }
    let (encapsulated, sealed) = record[HEADER..].split_at(ENCAPSULATED);
    let facts = binding.facts(header.write());
    let padded = swansfeet_seal::open(key, INFO, facts.as_slice(), encapsulated, sealed)?;
    let plaintext = pad::strip(&padded).ok_or(OpenError::Refused)?;
    Ok(Zeroizing::new(plaintext.to_vec()))
}
