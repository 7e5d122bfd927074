//! Telling whether somebody has signed before, without keeping who signed.
//!
//! The hub keeps three keyed hashes of each signature: of the canonical address, of the address
//! with the name, and of the address with the area. The key is the campaign's own secret, kept
//! outside the database; when it is destroyed, the hashes say nothing any more.
//!
//! Two people may share an address: a couple, a parent and a grown child. They may both sign if
//! their names differ and the area is the same. The hub never sees a name, so the widget sends
//! twelve bits of a hash of it ([`NameTag`]): enough to tell two people at one address apart, far
//! too little to find a name by.
//!
//! What the answer is must not be seen from outside: same page, same timing. That is the hub's to
//! keep; this module only judges.

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::code::Code;
use crate::email::Email;
use crate::name::Name;
use swansfeet_seal::Framed;

/// How many people may sign from one address.
pub const MOST_AT_ONE_ADDRESS: usize = 4;

/// Twelve bits that differ for two names at the same address, but for one pair in 4,096. They say
/// nothing about names at other addresses or in other campaigns.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub struct NameTag(u16);

impl NameTag {
    /// The tag of a name at an address.
    #[must_use]
    pub fn of(campaign: &str, email: &Email, name: &Name) -> NameTag {
        let facts = Framed::new("swansfeet name tag 1")
            .text(campaign)
            .text(&email.canonical())
            .text(name.comparable());
        let digest = Sha256::digest(facts.as_slice());
        NameTag::from_bits(u16::from_be_bytes([digest[0], digest[1]]))
    }

    /// The tag in the lower twelve bits; the rest is dropped.
    #[must_use]
    pub const fn from_bits(bits: u16) -> NameTag {
        NameTag(bits & 0x0fff)
    }

    /// As a number under 4,096.
    #[must_use]
    pub const fn bits(self) -> u16 {
        self.0
    }
}

/// The secret of one campaign. Kept outside the database; wiped from memory when dropped.
pub struct CampaignSecret(Zeroizing<[u8; 32]>);

impl CampaignSecret {
    /// The secret in these bytes, which must come from a good source of random bytes.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 32]) -> CampaignSecret {
        CampaignSecret(Zeroizing::new(bytes))
    }

    /// The marks of a signature: what is kept in place of who signed.
    #[must_use]
    pub fn marks(&self, email: &Email, name: NameTag, area: &str) -> Marks {
        let address = email.canonical();
        let about = |what: &str| Framed::new("swansfeet mark 1").text(what).text(&address);
        Marks {
            address: self.mark(&about("address")),
            person: self.mark(&about("person").number(u32::from(name.bits()))),
            place: self.mark(&about("place").text(area)),
        }
    }

    /// The mark of a one-time code: kept in place of the code.
    #[must_use]
    pub fn code_mark(&self, code: &Code) -> Mark {
        self.mark(&Framed::new("swansfeet code 1").bytes(&code.to_bytes()))
    }

    /// What the link of a signature by code is made from: the same for the same sealed record with
    /// the same code, so that an answer that was lost on the way can be given again. Whoever has
    /// the code alone, or all that the hub keeps, cannot make it.
    #[must_use]
    pub fn code_link(&self, code: &Code, record: &[u8]) -> Mark {
        let facts = Framed::new("swansfeet code link 1").bytes(&code.to_bytes());
        self.mark(&facts.bytes(record))
    }

    /// The key of the puzzles that are given out while many sign: the same wherever this secret is,
    /// so that one hub takes what another gave out. It leads back to no mark and to no secret.
    #[must_use]
    pub fn puzzle_key(&self) -> Mark {
        self.mark(&Framed::new("swansfeet puzzle 1"))
    }

    fn mark(&self, facts: &Framed) -> Mark {
        let keyed = <Hmac<Sha256> as KeyInit>::new_from_slice(&*self.0);
        let keyed = keyed.expect("HMAC takes keys of any length");
        Mark(
            keyed
                .chain_update(facts.as_slice())
                .finalize()
                .into_bytes()
                .into(),
        )
    }
}

/// Never the secret.
impl core::fmt::Debug for CampaignSecret {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("CampaignSecret(…)")
    }
}

/// HMAC-SHA256 under the campaign's secret.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Mark(pub [u8; 32]);

/// What is kept of a signature to know it again.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub struct Marks {
    /// Of the address alone: finds all signatures from it.
    pub address: Mark,
    /// Of the address and the name tag.
    pub person: Mark,
    /// Of the address and the area.
    pub place: Mark,
}

/// How a new signature stands to those that are there.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nobody has signed from this address.
    New,
    /// Another person at the same address, in the same area.
    SharesAddress,
    /// The same person again, or somebody who cannot be told from them.
    Again,
}

impl Marks {
    /// Judges a new signature by those already there; of these only such with the same address
    /// count.
    #[must_use]
    pub fn standing(&self, there: &[Marks]) -> Standing {
        let mut others = there
            .iter()
            .filter(|other| other.address == self.address)
            .peekable();
        if others.peek().is_none() {
            return Standing::New;
        }
        let others: Vec<&Marks> = others.collect();
        let another_name = others.iter().all(|other| other.person != self.person);
        let same_area = others.iter().all(|other| other.place == self.place);
        if another_name && same_area && others.len() < MOST_AT_ONE_ADDRESS {
            Standing::SharesAddress
        } else {
            Standing::Again
        }
    }
}
