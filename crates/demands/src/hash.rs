//! What was demanded, word for word, in 32 bytes.
//!
//! SHA-256 over the label `swansfeet demands hash 1`, the campaign's slug, the number of demands,
//! and for each in its order: its id, then title, text and why, each as a number of languages and
//! for each language, by tag, the tag and the words. Every part has its length in front (four
//! bytes, big-endian); words are taken byte for byte as the campaign file has them.

use core::fmt;

use sha2::{Digest, Sha256};

use crate::campaign::{Campaign, Demand};
use crate::text::Text;
use swansfeet_seal::Framed;

/// The hash of a campaign's demands. A changed comma makes another.
#[derive(Copy, Clone, PartialEq, Eq, Hash)]
pub struct DemandsHash([u8; 32]);

impl DemandsHash {
    /// The hash in these bytes.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> DemandsHash {
        DemandsHash(bytes)
    }

    /// Its 32 bytes.
    #[must_use]
    pub const fn to_bytes(self) -> [u8; 32] {
        self.0
    }

    /// Of this campaign's demands.
    #[must_use]
    pub fn of(campaign: &Campaign) -> DemandsHash {
        let start = Framed::new("swansfeet demands hash 1")
            .text(campaign.slug.as_str())
            .number(count(campaign.demands.len()));
        let facts = campaign.demands.iter().fold(start, demand);
        DemandsHash(Sha256::digest(facts.as_slice()).into())
    }
}

impl DemandsHash {
    /// In hexadecimal digits. Without `fmt`, which is two kilobytes of a widget.
    #[must_use]
    pub fn hex(&self) -> String {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let halves = self.0.iter().flat_map(|byte| [byte >> 4, byte & 15]);
        halves
            .map(|half| char::from(DIGITS[usize::from(half)]))
            .collect()
    }
}

/// Hexadecimal.
impl fmt::Display for DemandsHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.hex())
    }
}

impl fmt::Debug for DemandsHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DemandsHash({self})")
    }
}

fn demand(facts: Framed, demand: &Demand) -> Framed {
    let facts = facts.text(demand.id.as_str());
    [&demand.title, &demand.text, &demand.why]
        .into_iter()
        .fold(facts, words)
}

/// A text in all its languages. [`Text`] keeps them by tag.
pub(crate) fn words(facts: Framed, text: &Text) -> Framed {
    let facts = facts.number(count(text.iter().count()));
    text.iter().fold(facts, |facts, (language, words)| {
        facts.text(language.as_str()).text(words)
    })
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
