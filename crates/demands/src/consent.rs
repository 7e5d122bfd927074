//! What signers agree to, and the record that they did.
//!
//! Signing demands such as these says something of a person's political opinions and of their
//! standing towards trade unions: special category data (UK GDPR, Article 9(1)). The condition is
//! explicit consent (Article 9(2)(a)): a statement that names the kind of data, apart from anything
//! else, and one unticked box for each further purpose and each partner. Article 7(1) asks that
//! consent can be shown later: so each signature keeps which words, in which language, and when.

use sha2::{Digest, Sha256};

use crate::DemandsHash;
use crate::campaign::Campaign;
use crate::hash::words;
use crate::seal::PublicKey;
use crate::text::{Language, Moment, Slug, Text};
use swansfeet_seal::Framed;

/// The words of consent, and everyone they name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// Counts up whenever a word below changes.
    pub version: u32,
    /// What a signer agrees to by signing; names the kind of data.
    pub statement: Text,
    /// How to take it back.
    pub withdrawal: Text,
    /// Further purposes, each with a box of its own.
    pub purposes: Vec<Purpose>,
    /// Partners, each with a box of its own.
    pub partners: Vec<Partner>,
}

/// A further purpose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purpose {
    /// Its id within the campaign.
    pub id: Slug,
    /// The words beside its box.
    pub text: Text,
}

/// A partner that a signer may let have a copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    /// Its id within the campaign.
    pub id: Slug,
    /// Its own name.
    pub name: String,
    /// Its website (https), where it says what it does with data.
    pub website: String,
    /// The words beside its box.
    pub text: Text,
    /// What it gets, and nothing else.
    pub fields: Vec<SharedField>,
    /// The key that its copies are sealed to.
    pub key: PublicKey,
}

/// A part of a signature that a partner may get.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum SharedField {
    Name,
    Email,
    Area,
    Category,
    Union,
    Workplace,
    Comment,
}

impl SharedField {
    /// All of them.
    pub const ALL: [SharedField; 7] = [
        SharedField::Name,
        SharedField::Email,
        SharedField::Area,
        SharedField::Category,
        SharedField::Union,
        SharedField::Workplace,
        SharedField::Comment,
    ];

    /// Its name in campaign files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            SharedField::Name => "name",
            SharedField::Email => "email",
            SharedField::Area => "area",
            SharedField::Category => "category",
            SharedField::Union => "union",
            SharedField::Workplace => "workplace",
            SharedField::Comment => "comment",
        }
    }
}

/// The hash of every word of consent in one language: shows later which words were agreed to.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
pub struct WordingHash(pub [u8; 32]);

impl Consent {
    /// The hash of the words as a reader of this language sees them.
    #[must_use]
    pub fn wording_hash(&self) -> WordingHash {
        let start = Framed::new("swansfeet consent wording 1").number(self.version);
        let start = words(words(start, &self.statement), &self.withdrawal);
        let start = start.text("purposes");
        let purposes = self.purposes.iter().fold(start, |facts, purpose| {
            words(facts.text(purpose.id.as_str()), &purpose.text)
        });
        let facts = self
            .partners
            .iter()
            .fold(purposes.text("partners"), |facts, partner| {
                let facts = facts
                    .text(partner.id.as_str())
                    .text(&partner.name)
                    .text(&partner.website);
                let facts = words(facts, &partner.text);
                partner
                    .fields
                    .iter()
                    .fold(facts, |facts, field| facts.text(field.id()))
            });
        WordingHash(Sha256::digest(facts.as_slice()).into())
    }
}

/// What one signer agreed to, and when. Sealed with the signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsentRecord {
    /// The version of the wording.
    pub version: u32,
    /// The wording, in every language.
    pub wording: WordingHash,
    /// The language that the signer read.
    pub language: Language,
    /// What was demanded.
    pub demands: DemandsHash,
    /// When, by the signer's own clock.
    pub at: Moment,
    /// The boxes of further purposes that were ticked.
    pub purposes: Vec<Slug>,
    /// The boxes of partners that were ticked.
    pub partners: Vec<Slug>,
}

impl ConsentRecord {
    /// The record of a signer who read `campaign` in `language` and ticked these boxes. Boxes that
    /// the campaign does not have are left out: nobody can agree to what was not asked.
    #[must_use]
    pub fn new(
        campaign: &Campaign,
        language: Language,
        at: Moment,
        purposes: &[&str],
        partners: &[&str],
    ) -> ConsentRecord {
        let consent = &campaign.consent;
        let asked_purposes = consent.purposes.iter().map(|purpose| &purpose.id);
        let asked_partners = consent.partners.iter().map(|partner| &partner.id);
        ConsentRecord {
            version: consent.version,
            wording: consent.wording_hash(),
            language,
            demands: DemandsHash::of(campaign),
            at,
            purposes: asked_purposes
                .filter(|id| purposes.contains(&id.as_str()))
                .cloned()
                .collect(),
            partners: asked_partners
                .filter(|id| partners.contains(&id.as_str()))
                .cloned()
                .collect(),
        }
    }
}
