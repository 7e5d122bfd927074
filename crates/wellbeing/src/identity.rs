//! Who a key holder is: a signing key (Ed25519, RFC 8032) that outlives the weeks. It signs task
//! cards, pictures and what the second holder asks of the hub; it opens nothing.

use core::fmt;

use ed25519_dalek::{Signature, VerifyingKey};
use swansfeet_seal::{Framed, TextError, armour};
#[cfg(feature = "holder")]
use {
    ed25519_dalek::{Signer, SigningKey},
    swansfeet_seal::rand_core::CryptoRng,
    zeroize::Zeroizing,
};

const PUBLIC: &str = "swh1";
#[cfg(feature = "holder")]
const SECRET: &str = "swi1";

/// Bytes of a signature.
pub const SIGNATURE: usize = 64;

/// The public half of a holder's signing key: `swh1-…`.
#[derive(Copy, Clone, PartialEq, Eq, Hash)]
pub struct HolderKey([u8; 32]);

impl HolderKey {
    /// The key in these bytes. Bytes that are no key verify nothing.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> HolderKey {
        HolderKey(bytes)
    }

    /// Its 32 bytes.
    #[must_use]
    pub const fn to_bytes(self) -> [u8; 32] {
        self.0
    }

    /// Reads a key as it writes itself.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn read(text: &str) -> Result<HolderKey, TextError> {
        armour::read(PUBLIC, text).map(HolderKey)
    }

    /// Whether the holder of this key signed `what`.
    #[must_use]
    pub fn signed(&self, label: &str, what: &[u8], signature: &[u8; SIGNATURE]) -> bool {
        let Ok(key) = VerifyingKey::from_bytes(&self.0) else {
            return false;
        };
        // Strict: no key of small order, which would sign everything.
        key.verify_strict(
            facts(label, what).as_slice(),
            &Signature::from_bytes(signature),
        )
        .is_ok()
    }
}

/// `swh1-` and fourteen groups of four.
impl fmt::Display for HolderKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&armour::write(PUBLIC, &self.0))
    }
}

impl fmt::Debug for HolderKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "HolderKey({self})")
    }
}

fn facts(label: &str, what: &[u8]) -> Framed {
    Framed::new("swansfeet wellbeing signature 1")
        .text(label)
        .bytes(what)
}

/// The secret half. Never printed; wiped from memory when dropped.
#[cfg(feature = "holder")]
pub struct Identity(SigningKey);

#[cfg(feature = "holder")]
impl Identity {
    /// A new one from a good source of random bytes.
    #[must_use]
    pub fn generate(random: &mut impl CryptoRng) -> Identity {
        let mut bytes = Zeroizing::new([0; 32]);
        random.fill_bytes(&mut *bytes);
        Identity(SigningKey::from_bytes(&bytes))
    }

    /// The half that everybody may have.
    #[must_use]
    pub fn key(&self) -> HolderKey {
        HolderKey(self.0.verifying_key().to_bytes())
    }

    /// Signs.
    #[must_use]
    pub fn sign(&self, label: &str, what: &[u8]) -> [u8; SIGNATURE] {
        self.0.sign(facts(label, what).as_slice()).to_bytes()
    }

    /// The key as text for a file that its holder keeps: `swi1-…`.
    #[must_use]
    pub fn reveal(&self) -> Zeroizing<String> {
        Zeroizing::new(armour::write(SECRET, self.0.as_bytes()))
    }

    /// Reads a key as [`Identity::reveal`] writes it.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn read(text: &str) -> Result<Identity, TextError> {
        let bytes = Zeroizing::new(armour::read(SECRET, text)?);
        Ok(Identity(SigningKey::from_bytes(&bytes)))
    }
}

/// Says whose it is, never the key.
#[cfg(feature = "holder")]
impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Identity(of {})", self.key())
    }
}
