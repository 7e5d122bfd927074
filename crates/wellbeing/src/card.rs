//! The task card: what is asked, of whom, by when, and who holds the two keys. Signed by both.
//!
//! A card is good for one campaign and one week. Whoever checks in takes it as it is or not at all;
//! what they send is bound to every byte of it.
//!
//! ```text
//! a list of facts   label, campaign, week, pack, its version, k, setting,
//!                   then for each of the two holders: name, signing key, one sealing key for each place,
//!                   then the places
//! 64 bytes          the first holder's signature of the list
//! 64 bytes          the second holder's
//! ```

use core::{error::Error, fmt};

use sha2::{Digest, Sha256};
use swansfeet_seal::{Facts, Framed, PublicKey};

use crate::identity::{HolderKey, SIGNATURE};
use crate::pack::Pack;
use crate::place::Place;
use crate::week::Week;

/// The fewest people that a published picture may be of: fewer is refused by everybody.
pub const LEAST: u32 = 10;
/// As many people as a picture is of, if nobody chose otherwise.
pub const USUAL: u32 = 20;

const LABEL: &str = "swansfeet wellbeing card 1";
/// What a signature of a card is a signature of.
const SIGNED: &str = "card";

/// Who holds the second key; what may be claimed follows from it.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Setting {
    /// A tally process beside the hub.
    OneHub,
    /// An organiser with a machine of their own.
    Steward,
    /// Another organisation's hub.
    TwoHubs,
}

impl Setting {
    /// All of them.
    pub const ALL: [Setting; 3] = [Setting::OneHub, Setting::Steward, Setting::TwoHubs];

    /// Its name in files and addresses: `one-hub`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Setting::OneHub => "one-hub",
            Setting::Steward => "steward",
            Setting::TwoHubs => "two-hubs",
        }
    }

    /// The setting with this id.
    #[must_use]
    pub fn named(id: &str) -> Option<Setting> {
        Setting::ALL.into_iter().find(|setting| setting.id() == id)
    }
}

/// One of the two who hold keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Who they are, for people to read.
    pub name: String,
    /// Their signing key.
    pub key: HolderKey,
    /// What is sealed to them this week, a key for each place of the card, in its order. One each, so
    /// that what is published can be destroyed while another place is carried over.
    pub sealing: Vec<PublicKey>,
}

/// A task card that both holders have signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    draft: Draft,
    hash: [u8; 32],
    signed: Vec<u8>,
}

/// What stands on a card, before or after it is signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The campaign's slug.
    pub campaign: String,
    /// When check-ins may come.
    pub week: Week,
    /// What is asked.
    pub pack: &'static Pack,
    /// k: the fewest people that a picture of one place may be of.
    pub minimum: u32,
    /// Who holds the second key.
    pub setting: Setting,
    /// The first holder is the hub, the second whom the setting names.
    pub holders: [Holder; 2],
    /// Where people may be from.
    pub places: Vec<Place>,
}

/// Why a card is not taken.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum CardError {
    /// Cut off, or of a layout that this program does not know.
    Layout,
    /// A pack, or a version of one, that this program does not know.
    Pack,
    /// k is under [`LEAST`].
    TooFew(u32),
    /// No place, one that is not known, or one twice.
    Places,
    /// Both halves would be held by one: the same key stands twice.
    OneHolder,
    /// Not signed by the holder of this number, 0 or 1.
    Unsigned(usize),
}

impl CardError {
    /// The key of the message in the widget's languages.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            CardError::Layout => "card-layout",
            CardError::Pack => "card-pack",
            CardError::TooFew(_) => "card-too-few",
            CardError::Places => "card-places",
            CardError::OneHolder => "card-one-holder",
            CardError::Unsigned(_) => "card-unsigned",
        }
    }
}

impl fmt::Display for CardError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CardError::Layout => f.write_str("the card is cut off or of another kind"),
            CardError::Pack => {
                f.write_str("the card asks questions that this program does not know")
            }
            CardError::TooFew(k) => write!(
                f,
                "the card would publish groups of {k}: at least {LEAST} are needed"
            ),
            CardError::Places => {
                f.write_str("the card names no place, an unknown one, or one twice")
            }
            CardError::OneHolder => f.write_str("one holder has both keys of the card"),
            CardError::Unsigned(0) => f.write_str("the first holder has not signed the card"),
            CardError::Unsigned(_) => f.write_str("the second holder has not signed the card"),
        }
    }
}

impl Error for CardError {}

impl Draft {
    /// What both holders sign.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut list = Framed::new(LABEL)
            .text(&self.campaign)
            .text(&self.week.id())
            .text(self.pack.id)
            .byte(self.pack.version)
            .number(self.minimum)
            .text(self.setting.id());
        for holder in &self.holders {
            list = list.text(&holder.name).bytes(&holder.key.to_bytes());
            let keys: Vec<u8> = holder
                .sealing
                .iter()
                .flat_map(PublicKey::to_bytes)
                .collect();
            list = list.bytes(&keys);
        }
        for place in &self.places {
            list = list.text(place.id());
        }
        list.as_slice().to_vec()
    }

    /// Reads a draft that a holder wrote.
    ///
    /// # Errors
    /// What no holder may sign.
    pub fn read(bytes: &[u8]) -> Result<Draft, CardError> {
        let draft = read(bytes)?;
        draft.check()?;
        Ok(draft)
    }

    /// Reads a draft that lacks the second holder's sealing keys.
    ///
    /// # Errors
    /// What no holder may finish.
    #[cfg(feature = "holder")]
    pub fn unfinished(bytes: &[u8]) -> Result<Draft, CardError> {
        let draft = read(bytes)?;
        draft.check_facts()?;
        let [first, second] = &draft.holders;
        let is_half = first.sealing.len() == draft.places.len() && second.sealing.is_empty();
        if is_half {
            Ok(draft)
        } else {
            Err(CardError::Layout)
        }
    }

    fn check(&self) -> Result<(), CardError> {
        self.check_facts()?;
        let [first, second] = &self.holders;
        if first.sealing.len() != self.places.len() || second.sealing.len() != self.places.len() {
            return Err(CardError::Layout);
        }
        let shared = first.sealing.iter().any(|key| second.sealing.contains(key));
        if shared {
            return Err(CardError::OneHolder);
        }
        Ok(())
    }

    fn check_facts(&self) -> Result<(), CardError> {
        let is_twice = |at: usize| self.places[..at].contains(&self.places[at]);
        if self.minimum < LEAST {
            return Err(CardError::TooFew(self.minimum));
        }
        if self.places.is_empty() || (0..self.places.len()).any(is_twice) {
            return Err(CardError::Places);
        }
        if self.holders[0].key == self.holders[1].key {
            return Err(CardError::OneHolder);
        }
        Ok(())
    }

    /// The card, with what the two holders signed.
    ///
    /// # Errors
    /// Not a card that anybody should take.
    pub fn signed(self, signatures: [[u8; SIGNATURE]; 2]) -> Result<Card, CardError> {
        let body = self.to_bytes();
        self.signed_as(&body, &signatures)
    }

    /// The same, where its bytes are there already.
    fn signed_as(self, body: &[u8], signatures: &[[u8; SIGNATURE]; 2]) -> Result<Card, CardError> {
        self.check()?;
        for (number, (holder, signature)) in self.holders.iter().zip(signatures).enumerate() {
            if !holder.key.signed(SIGNED, body, signature) {
                return Err(CardError::Unsigned(number));
            }
        }
        Ok(Card {
            draft: self,
            hash: Sha256::digest(body).into(),
            signed: [body, signatures.as_flattened()].concat(),
        })
    }

    /// A holder's signature of this draft.
    #[cfg(feature = "holder")]
    #[must_use]
    pub fn sign(&self, identity: &crate::identity::Identity) -> [u8; SIGNATURE] {
        identity.sign(SIGNED, &self.to_bytes())
    }
}

impl Card {
    /// Reads a card and looks at both signatures.
    ///
    /// # Errors
    /// Why nobody should take it.
    pub fn read(signed: &[u8]) -> Result<Card, CardError> {
        let split = signed.split_last_chunk::<SIGNATURE>();
        let (rest, second) = split.ok_or(CardError::Layout)?;
        let (body, first) = rest
            .split_last_chunk::<SIGNATURE>()
            .ok_or(CardError::Layout)?;
        read(body)?.signed_as(body, &[*first, *second])
    }

    /// The card as it was signed.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.signed
    }

    /// What all that belongs to this card is bound to.
    #[must_use]
    pub const fn hash(&self) -> &[u8; 32] {
        &self.hash
    }

    /// What was signed.
    #[must_use]
    pub const fn draft(&self) -> &Draft {
        &self.draft
    }

    /// The campaign's slug.
    #[must_use]
    pub fn campaign(&self) -> &str {
        &self.draft.campaign
    }

    /// When check-ins may come.
    #[must_use]
    pub const fn week(&self) -> Week {
        self.draft.week
    }

    /// What is asked.
    #[must_use]
    pub const fn pack(&self) -> &'static Pack {
        self.draft.pack
    }

    /// k: the fewest people that a picture of one place may be of.
    #[must_use]
    pub const fn minimum(&self) -> u32 {
        self.draft.minimum
    }

    /// Who holds the second key.
    #[must_use]
    pub const fn setting(&self) -> Setting {
        self.draft.setting
    }

    /// The hub, and whom the setting names.
    #[must_use]
    pub const fn holders(&self) -> &[Holder; 2] {
        &self.draft.holders
    }

    /// Where people may be from.
    #[must_use]
    pub fn places(&self) -> &[Place] {
        &self.draft.places
    }

    /// Both holders' keys for a place; none if the card does not name it.
    #[must_use]
    pub fn keys(&self, place: Place) -> Option<[&PublicKey; 2]> {
        let at = self.draft.places.iter().position(|known| *known == place)?;
        let [first, second] = &self.draft.holders;
        Some([first.sealing.get(at)?, second.sealing.get(at)?])
    }
}

fn read(body: &[u8]) -> Result<Draft, CardError> {
    let mut facts = Facts::of(LABEL, body).ok_or(CardError::Layout)?;
    let campaign = facts.text().ok_or(CardError::Layout)?.to_owned();
    let week = facts.text().and_then(Week::read).ok_or(CardError::Layout)?;
    let pack = facts.text().ok_or(CardError::Layout)?;
    let version = facts.byte().ok_or(CardError::Layout)?;
    let pack = Pack::named(pack).filter(|pack| pack.version == version);
    let minimum = facts.number().ok_or(CardError::Layout)?;
    let setting = facts
        .text()
        .and_then(Setting::named)
        .ok_or(CardError::Layout)?;
    let holders = [holder(&mut facts), holder(&mut facts)];
    let [Some(first), Some(second)] = holders else {
        return Err(CardError::Layout);
    };
    let mut places = Vec::new();
    while !facts.is_over() {
        let id = facts.text().ok_or(CardError::Layout)?;
        places.push(Place::named(id).ok_or(CardError::Places)?);
    }
    Ok(Draft {
        campaign,
        week,
        pack: pack.ok_or(CardError::Pack)?,
        minimum,
        setting,
        holders: [first, second],
        places,
    })
}

fn holder(facts: &mut Facts<'_>) -> Option<Holder> {
    Some(Holder {
        name: facts.text()?.to_owned(),
        key: HolderKey::from_bytes(facts.exactly()?),
        sealing: public_keys(facts.bytes()?)?,
    })
}

/// Sealing keys that stand one after the other.
#[must_use]
pub fn public_keys(bytes: &[u8]) -> Option<Vec<PublicKey>> {
    let (keys, rest) = bytes.as_chunks::<32>();
    rest.is_empty()
        .then(|| keys.iter().map(PublicKey::from_bytes).collect())
}
