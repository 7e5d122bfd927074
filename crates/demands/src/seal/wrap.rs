//! A campaign's secret key, sealed once for each organiser.
//!
//! ```text
//! byte 0       version of this layout: 1
//! byte 1       suite: 1
//! bytes 2–33   encapsulated key
//! bytes 34–81  the campaign's secret key, encrypted, with its tag
//! ```
//!
//! Bound to the campaign, the key epoch and the organiser: a wrapped key that is filed under
//! another organiser's name or another campaign does not open.

use zeroize::Zeroizing;

use swansfeet_seal::rand_core::CryptoRng;
use swansfeet_seal::{ENCAPSULATED, Framed, PublicKey, SUITE, SecretKey};

use super::record::{OpenError, SealError, VERSION};

const INFO: &[u8] = b"swansfeet key wrap 1";

/// What a wrapped key belongs to.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Holder<'a> {
    /// The campaign's slug.
    pub campaign: &'a str,
    /// The key epoch.
    pub epoch: u32,
    /// The organiser's id.
    pub organiser: &'a str,
}

impl Holder<'_> {
    fn facts(&self) -> Framed {
        Framed::new("swansfeet wrapped key 1")
            .byte(VERSION)
            .byte(SUITE)
            .text(self.campaign)
            .number(self.epoch)
            .text(self.organiser)
    }
}

/// Seals `campaign_key` for one organiser.
///
/// # Errors
/// The organiser's key is weak.
pub fn wrap(
    campaign_key: &SecretKey,
    organiser_key: &PublicKey,
    holder: &Holder<'_>,
    random: &mut impl CryptoRng,
) -> Result<Vec<u8>, SealError> {
    let (encapsulated, sealed) = swansfeet_seal::seal(
        organiser_key,
        INFO,
        holder.facts().as_slice(),
        &*campaign_key.to_bytes(),
        random,
    )?;
    Ok([&[VERSION, SUITE][..], &encapsulated, &sealed].concat())
}

/// Opens what [`wrap`] sealed.
///
/// # Errors
/// As for any record.
pub fn unwrap(
    organiser_key: &SecretKey,
    holder: &Holder<'_>,
    wrapped: &[u8],
) -> Result<SecretKey, OpenError> {
    let &[version, suite, ref rest @ ..] = wrapped else {
        return Err(OpenError::TooShort);
    };
    if version != VERSION {
        return Err(OpenError::Version(version));
    }
    if suite != SUITE {
        return Err(OpenError::Suite(suite));
    }
    let (encapsulated, sealed) = rest
        .split_at_checked(ENCAPSULATED)
        .ok_or(OpenError::TooShort)?;
    let facts = holder.facts();
    let bytes = swansfeet_seal::open(organiser_key, INFO, facts.as_slice(), encapsulated, sealed)?;
    let bytes = <[u8; 32]>::try_from(&bytes[..]).map_err(|_| OpenError::Refused)?;
    Ok(SecretKey::from_bytes(&Zeroizing::new(bytes)))
}
