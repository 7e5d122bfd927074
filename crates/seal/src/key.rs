//! The keys of a campaign, and the fingerprint that a partner's tag pins.

use core::fmt;

use hpke::kem::X25519HkdfSha256;
use hpke::{Deserializable, Kem, Serializable, rand_core::CryptoRng};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::armour::{self, TextError};
use crate::base::SUITE;
use crate::framed::Framed;

const PUBLIC: &str = "swk1";
const SECRET: &str = "sws1";
const FINGERPRINT: &str = "sw1";

/// A key that seals. Anybody may have it.
#[derive(Clone, PartialEq, Eq)]
pub struct PublicKey(pub(crate) <X25519HkdfSha256 as Kem>::PublicKey);

impl PublicKey {
    /// The key in these 32 bytes. Any 32 bytes are a key; a weak one is refused when sealing.
    #[must_use]
    pub fn from_bytes(bytes: &[u8; 32]) -> PublicKey {
        let key = Deserializable::from_bytes(bytes);
        PublicKey(key.expect("any 32 bytes are an X25519 public key"))
    }

    /// The 32 bytes of the key.
    #[must_use]
    pub fn to_bytes(&self) -> [u8; 32] {
        self.0.to_bytes().into()
    }

    /// Reads a key as [`PublicKey`] writes itself: `swk1-…`.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn read(text: &str) -> Result<PublicKey, TextError> {
        Ok(PublicKey::from_bytes(&armour::read(PUBLIC, text)?))
    }

    /// The fingerprint for `data-key`.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        let facts = Framed::new("swansfeet key fingerprint 1")
            .byte(SUITE)
            .bytes(&self.to_bytes());
        let digest = Sha256::digest(facts.as_slice());
        let mut bits = [0; Fingerprint::BYTES];
        bits.copy_from_slice(&digest[..Fingerprint::BYTES]);
        Fingerprint(bits)
    }
}

/// `swk1-` and fourteen groups of four.
impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&armour::write(PUBLIC, &self.to_bytes()))
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({})", self.fingerprint())
    }
}

/// A key that opens what its public half sealed. Never printed; wiped from memory when dropped.
#[derive(Clone)]
pub struct SecretKey(pub(crate) <X25519HkdfSha256 as Kem>::PrivateKey);

impl SecretKey {
    /// A new key from a good source of random bytes.
    #[must_use]
    pub fn generate(random: &mut impl CryptoRng) -> SecretKey {
        SecretKey(X25519HkdfSha256::gen_keypair_with_rng(random).0)
    }

    /// The key in these 32 bytes.
    #[must_use]
    pub fn from_bytes(bytes: &[u8; 32]) -> SecretKey {
        let key = Deserializable::from_bytes(bytes);
        SecretKey(key.expect("any 32 bytes are an X25519 secret key"))
    }

    /// The 32 bytes of the key, wiped when dropped.
    #[must_use]
    pub fn to_bytes(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.0.to_bytes().into())
    }

    /// The half that seals.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        PublicKey(X25519HkdfSha256::sk_to_pk(&self.0))
    }

    /// The key as text for a file that its holder keeps: `sws1-…`. Whoever has it can read every
    /// record sealed to this key.
    #[must_use]
    pub fn reveal(&self) -> Zeroizing<String> {
        Zeroizing::new(armour::write(SECRET, &*self.to_bytes()))
    }

    /// Reads a key as [`SecretKey::reveal`] writes it.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn read(text: &str) -> Result<SecretKey, TextError> {
        let bytes = Zeroizing::new(armour::read(SECRET, text)?);
        Ok(SecretKey::from_bytes(&bytes))
    }
}

/// Says whose key it is, never the key.
impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SecretKey(of {})", self.public().fingerprint())
    }
}

/// 136 bits of a hash of a public key: enough that nobody can make another key with the same.
#[derive(Copy, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint([u8; Fingerprint::BYTES]);

impl Fingerprint {
    const BYTES: usize = 17;

    /// Reads a fingerprint as it stands in a partner's tag: `sw1-…`, capitals and spaces allowed.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn read(text: &str) -> Result<Fingerprint, TextError> {
        armour::read(FINGERPRINT, text).map(Fingerprint)
    }
}

/// `sw1-` and eight groups of four.
impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&armour::write(FINGERPRINT, &self.0))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fingerprint({self})")
    }
}

/// The fingerprints that a partner's tag accepts: one, or two while a campaign changes its key.
///
/// A new key cannot vouch for itself: whoever took part in the old one could forge that. So partners
/// add the new fingerprint beside the old one before the campaign changes over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pins(Vec<Fingerprint>);

impl Pins {
    /// Reads `data-key`: fingerprints with commas between them.
    ///
    /// # Errors
    /// What is wrong with the first that cannot be read. A tag that pins badly pins nothing, so it
    /// must not sign.
    pub fn read(text: &str) -> Result<Pins, TextError> {
        let mut pins = Vec::new();
        for fingerprint in text.split(',') {
            pins.push(Fingerprint::read(fingerprint)?);
        }
        Ok(Pins(pins))
    }

    /// Whether the tag accepts this key.
    #[must_use]
    pub fn admit(&self, key: &PublicKey) -> bool {
        self.0.contains(&key.fingerprint())
    }
}
