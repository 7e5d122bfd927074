//! HPKE (RFC 9180) in base mode: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305.

use core::{error::Error, fmt};

use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::rand_core::CryptoRng;
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};
use zeroize::Zeroizing;

use crate::dhkem::Dhkem;
use crate::key::{PublicKey, SecretKey};

/// The number of this suite in every layout; 2 is kept for X-Wing (post-quantum).
pub const SUITE: u8 = 1;
/// Bytes of an encapsulated key.
pub const ENCAPSULATED: usize = 32;
/// Bytes by which a ciphertext is longer than what it holds.
pub const TAG: usize = 16;

/// The key is one of the few that would seal nothing.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct WeakKey;

impl fmt::Display for WeakKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("this key cannot keep anything secret: make a new one")
    }
}

impl Error for WeakKey {}

/// Another key's, changed, or moved from where it belongs. Which of them nobody can tell.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Unopened;

impl fmt::Display for Unopened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("it does not open: it was sealed to another key, changed, or moved")
    }
}

impl Error for Unopened {}

/// Seals as RFC 9180 has it: the encapsulated key and the ciphertext with its tag. `info` says what
/// kind of thing is sealed, `associated` what it belongs to.
///
/// # Errors
/// The key is weak.
pub fn seal(
    key: &PublicKey,
    info: &[u8],
    associated: &[u8],
    plaintext: &[u8],
    random: &mut impl CryptoRng,
) -> Result<([u8; ENCAPSULATED], Vec<u8>), WeakKey> {
    let sealed = hpke::single_shot_seal_with_rng::<ChaCha20Poly1305, HkdfSha256, Dhkem>(
        &OpModeS::Base,
        &key.0,
        info,
        plaintext,
        associated,
        random,
    );
    // Encapsulation fails for keys of small order only; sealing one message never runs out.
    let (encapsulated, ciphertext) = sealed.map_err(|_| WeakKey)?;
    Ok((encapsulated.to_bytes().into(), ciphertext))
}

/// Opens what [`seal`] sealed.
///
/// # Errors
/// [`Unopened`], and no more than that.
pub fn open(
    key: &SecretKey,
    info: &[u8],
    associated: &[u8],
    encapsulated: &[u8],
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, Unopened> {
    let encapsulated =
        <X25519HkdfSha256 as Kem>::EncappedKey::from_bytes(encapsulated).map_err(|_| Unopened)?;
    hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
        &OpModeR::Base,
        &key.0,
        &encapsulated,
        info,
        sealed,
        associated,
    )
    .map(Zeroizing::new)
    .map_err(|_| Unopened)
}
