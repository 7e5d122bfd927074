//! A campaign: what is demanded, of whom names are asked, and what they agree to.
//!
//! Knows nothing of who signed. Comes from a file (feature `file`) or from the hub.

#[cfg(feature = "file")]
mod entries;
#[cfg(feature = "file")]
mod file;
#[cfg(feature = "file")]
mod problem;
#[cfg(feature = "file")]
mod section;

#[cfg(feature = "file")]
pub use file::FIFTEEN;
#[cfg(feature = "file")]
pub use problem::{FileError, Problem};

use crate::consent::Consent;
use crate::seal::PublicKey;
use crate::text::{Language, Moment, Slug, Text};

/// A campaign and all its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Campaign {
    /// Its id, for good: records are bound to it.
    pub slug: Slug,
    /// The languages that every text is in; the first where a reader's own is missing.
    pub languages: Vec<Language>,
    /// What it is called.
    pub name: Text,
    /// One or two sentences above the demands.
    pub introduction: Text,
    /// How many names it hopes for.
    pub goal: Option<u32>,
    /// When signing starts; at once if missing.
    pub opens: Option<Moment>,
    /// When signing ends; never if missing.
    pub closes: Option<Moment>,
    /// The only pages that may load and sign it, beside the hub's own: `https://north.example`.
    /// Any page may if there are none.
    pub origins: Vec<String>,
    /// What is demanded, at least one.
    pub demands: Vec<Demand>,
    /// Who signers may say that they are, at least one.
    pub categories: Vec<Category>,
    /// What signers agree to.
    pub consent: Consent,
    /// What a signer is offered afterwards.
    pub steps: Vec<Step>,
    /// Letters that a signer may send.
    pub letters: Vec<Letter>,
    /// The keys that signatures are sealed to, by epoch. Empty until the campaign has made one.
    pub keys: Vec<EpochKey>,
}

/// One demand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demand {
    /// Its id within the campaign.
    pub id: Slug,
    /// A few words.
    pub title: Text,
    /// One plain paragraph.
    pub text: Text,
    /// Why it is demanded.
    pub why: Text,
}

/// Who a signer may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// Its id within the campaign.
    pub id: Slug,
    /// What the signer reads.
    pub name: Text,
}

/// Something that a signer is offered after signing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it does.
    pub action: Action,
    /// A few words, for a button or a heading.
    pub title: Text,
    /// A sentence.
    pub text: Text,
}

/// What a step after signing does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Shares the campaign.
    Share,
    /// Writes one of the letters.
    Letter,
    /// Finds a meeting of the same campaign.
    Meetings,
    /// Opens this address (https).
    Link(String),
}

/// A letter that a signer may send. `{name}` and `{place}` in it become the signer's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// To whom.
    pub to: Addressee,
    /// The subject line.
    pub subject: Text,
    /// The letter.
    pub body: Text,
}

/// Whom a letter is to.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Addressee {
    /// The signer's member of parliament.
    Mp,
    /// The leader of the signer's council.
    CouncilLeader,
}

impl Addressee {
    /// Its name in campaign files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Addressee::Mp => "mp",
            Addressee::CouncilLeader => "council-leader",
        }
    }
}

/// A key, and the epoch that it is for. Removing an organiser starts a new epoch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EpochKey {
    /// 1 for the first.
    pub epoch: u32,
    /// What signatures of that epoch are sealed to.
    pub key: PublicKey,
}

/// Whether a campaign can be signed.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Signing {
    /// Not before this moment.
    NotYet(Moment),
    /// Now.
    Open,
    /// Not since this moment.
    Closed(Moment),
}

impl Campaign {
    /// Whether it can be signed at this moment, by its own times.
    #[must_use]
    pub fn signing(&self, now: Moment) -> Signing {
        match (self.opens, self.closes) {
            (Some(opens), _) if now < opens => Signing::NotYet(opens),
            (_, Some(closes)) if closes <= now => Signing::Closed(closes),
            _ => Signing::Open,
        }
    }

    /// The key to seal to: of the latest epoch.
    #[must_use]
    pub fn current_key(&self) -> Option<&EpochKey> {
        self.keys.iter().max_by_key(|key| key.epoch)
    }

    /// The demand with this id.
    #[must_use]
    pub fn demand(&self, id: &str) -> Option<&Demand> {
        self.demands.iter().find(|demand| demand.id.as_str() == id)
    }

    /// The category with this id.
    #[must_use]
    pub fn category(&self, id: &str) -> Option<&Category> {
        self.categories
            .iter()
            .find(|category| category.id.as_str() == id)
    }
}
