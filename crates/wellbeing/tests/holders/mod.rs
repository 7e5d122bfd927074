//! Two holders, a card, and people who check in.

use rand::SeedableRng;
use rand::rngs::ChaCha12Rng;
use swansfeet_seal::SecretKey;
use swansfeet_wellbeing::card::{Draft, Holder, Setting};
use swansfeet_wellbeing::check_in::{CheckIn, Nonce, seal};
use swansfeet_wellbeing::desk::{Desk, VerifyKey};
use swansfeet_wellbeing::identity::Identity;
use swansfeet_wellbeing::sum::Sum;
use swansfeet_wellbeing::{Card, Pack, Place, Week};

pub(crate) const VERIFY_KEY: VerifyKey = [7; 32];

pub(crate) struct World {
    pub(crate) random: ChaCha12Rng,
    pub(crate) identities: [Identity; 2],
    pub(crate) keys: [Vec<SecretKey>; 2],
    pub(crate) draft: Draft,
    pub(crate) card: Card,
}

pub(crate) fn world(pack: &str, places: &[Place]) -> World {
    let mut random = ChaCha12Rng::seed_from_u64(1);
    let identities = [(); 2].map(|()| Identity::generate(&mut random));
    let keys = [(); 2].map(|()| {
        let keys = places.iter().map(|_| SecretKey::generate(&mut random));
        keys.collect::<Vec<_>>()
    });
    let holder = |at: usize, name: &str| Holder {
        name: name.to_owned(),
        key: identities[at].key(),
        sealing: keys[at].iter().map(SecretKey::public).collect(),
    };
    let draft = Draft {
        campaign: "fifteen".to_owned(),
        week: Week::read("2026-W48").expect("a week"),
        pack: Pack::named(pack).expect("a pack"),
        minimum: 20,
        setting: Setting::Steward,
        holders: [holder(0, "Fifteen"), holder(1, "Sam Steward")],
        places: places.to_vec(),
    };
    let card = signed(draft.clone(), &identities);
    World {
        random,
        identities,
        keys,
        draft,
        card,
    }
}

pub(crate) fn signed(draft: Draft, by: &[Identity; 2]) -> Card {
    let signatures = [draft.sign(&by[0]), draft.sign(&by[1])];
    draft.signed(signatures).expect("a card")
}

impl World {
    pub(crate) fn check_in(&mut self, place: Place, cells: &[usize]) -> Vec<u8> {
        seal(&self.card, place, cells, &mut self.random).expect("a check-in")
    }

    pub(crate) fn desks(&self, place: Place) -> [Desk<'_>; 2] {
        let at = self.card.places().iter().position(|known| *known == place);
        let at = at.expect("a place of the card");
        [
            Desk::first(&self.card, place, &self.keys[0][at], VERIFY_KEY),
            Desk::second(&self.card, place, &self.keys[1][at], VERIFY_KEY),
        ]
    }

    /// Both holders' sums of these check-ins, as two processes would make them.
    pub(crate) fn sums(&self, place: Place, check_ins: &[Vec<u8>]) -> [Sum; 2] {
        let [first, second] = self.desks(place);
        let mut sums = [Sum::new(self.card.pack()), Sum::new(self.card.pack())];
        for bytes in check_ins {
            take(&self.card, [&first, &second], bytes, &mut sums);
        }
        sums
    }
}

/// Takes one check-in through both desks; its nonce if both have found it right.
pub(crate) fn take(
    card: &Card,
    [first, second]: [&Desk<'_>; 2],
    bytes: &[u8],
    sums: &mut [Sum; 2],
) -> Option<Nonce> {
    let check_in = CheckIn::read(bytes, card).ok()?;
    let (begun, told) = first.begin(&check_in)?;
    let forwarded = check_in.for_second();
    let theirs = CheckIn::read_second(&forwarded, card).ok()?;
    let (answer, halves) = second.answer(&theirs, &told)?;
    let finished = first.finish(begun, &answer)?;
    assert!(sums[0].add(check_in.nonce, &finished));
    assert!(sums[1].add(theirs.nonce, &halves));
    Some(check_in.nonce)
}
