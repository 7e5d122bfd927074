//! A holder's keys of one week: one for each place, so that those of a published place can be
//! destroyed while another is carried over.

use swansfeet_seal::rand_core::CryptoRng;
use swansfeet_seal::{Facts, Framed, PublicKey, SecretKey};
use zeroize::Zeroizing;

use crate::card::Card;
use crate::desk::VerifyKey;
use crate::place::Place;

const LABEL: &str = "swansfeet wellbeing keys 1";

/// The keys, what halves are checked with, and the card once it is signed.
#[derive(Debug)]
pub struct WeekKeys {
    keys: Vec<(Place, SecretKey)>,
    verify_key: VerifyKey,
    card: Option<Card>,
}

impl WeekKeys {
    /// New keys from a good source of random bytes.
    #[must_use]
    pub fn generate(places: &[Place], random: &mut impl CryptoRng) -> WeekKeys {
        let keys = places
            .iter()
            .map(|place| (*place, SecretKey::generate(random)))
            .collect();
        let mut verify_key = [0; 32];
        random.fill_bytes(&mut verify_key);
        WeekKeys {
            keys,
            verify_key,
            card: None,
        }
    }

    /// The places that there are keys of, in the card's order.
    #[must_use]
    pub fn places(&self) -> Vec<Place> {
        self.keys.iter().map(|(place, _)| *place).collect()
    }

    /// What is sealed to.
    #[must_use]
    pub fn publics(&self) -> Vec<PublicKey> {
        self.keys.iter().map(|(_, key)| key.public()).collect()
    }

    /// The key of a place, unless it was destroyed.
    #[must_use]
    pub fn secret(&self, place: Place) -> Option<&SecretKey> {
        self.keys
            .iter()
            .find(|(known, _)| *known == place)
            .map(|(_, key)| key)
    }

    /// What both holders check halves with.
    #[must_use]
    pub const fn verify_key(&self) -> &VerifyKey {
        &self.verify_key
    }

    /// Takes over what the second holder chose.
    pub fn set_verify_key(&mut self, verify_key: VerifyKey) {
        self.verify_key = verify_key;
    }

    /// The card, once both have signed it.
    #[must_use]
    pub const fn card(&self) -> Option<&Card> {
        self.card.as_ref()
    }

    /// Both have signed.
    pub fn set_card(&mut self, card: Card) {
        self.card = Some(card);
    }

    /// Forgets the key of a place. Whether there was one.
    pub fn forget(&mut self, place: Place) -> bool {
        let before = self.keys.len();
        self.keys.retain(|(known, _)| *known != place);
        self.keys.len() < before
    }

    /// Whether all keys are forgotten.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// The keys as bytes, for where their holder keeps them. Whoever has these can open every half
    /// that is sealed to them.
    #[must_use]
    pub fn reveal(&self) -> Zeroizing<Vec<u8>> {
        let card = self.card.as_ref().map_or(&[][..], Card::as_bytes);
        let list = Framed::new(LABEL).bytes(&self.verify_key).bytes(card);
        let list = self.keys.iter().fold(list, |list, (place, key)| {
            list.text(place.id()).bytes(&*key.to_bytes())
        });
        Zeroizing::new(list.as_slice().to_vec())
    }

    /// Reads what [`WeekKeys::reveal`] wrote.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<WeekKeys> {
        let mut facts = Facts::of(LABEL, bytes)?;
        let verify_key = facts.exactly()?;
        let card = match facts.bytes()? {
            [] => None,
            card => Some(Card::read(card).ok()?),
        };
        let mut keys = Vec::new();
        while !facts.is_over() {
            let place = Place::named(facts.text()?)?;
            keys.push((
                place,
                SecretKey::from_bytes(&Zeroizing::new(facts.exactly()?)),
            ));
        }
        Some(WeekKeys {
            keys,
            verify_key,
            card,
        })
    }
}
