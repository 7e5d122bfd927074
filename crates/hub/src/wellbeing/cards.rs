//! Cards: the first holder writes a draft, the second finishes and signs it, and the first signs what
//! is its own draft and no other.

use chrono::NaiveDate;
use swansfeet_wellbeing::card::{Draft, Holder};
use swansfeet_wellbeing::talk::Reply;
use swansfeet_wellbeing::week_keys::WeekKeys;
use swansfeet_wellbeing::{PublicKey, Week};

use super::facts::Facts;
use super::first::{Done, First, Undone, locked};
use crate::store::{Store, wellbeing::CardRow};

/// How many weeks ahead a card may be signed.
const AHEAD: u32 = 26;

impl First {
    pub(super) fn draft(&self, week: Week, today: NaiveDate) -> Done<Draft> {
        let ahead = Week::of(today).until(week);
        if ahead.is_none_or(|weeks| weeks > AHEAD) {
            return Err(Undone::Refused("no card is written for that week"));
        }
        let shelf = locked(&self.shelf);
        let keys = match shelf.keys(week)? {
            Some(keys) => keys,
            None => {
                let keys = WeekKeys::generate(&self.facts.places, &mut super::random_bytes());
                shelf.keep_keys(week, &keys)?;
                keys
            }
        };
        Ok(self.facts.draft(week, keys.publics()))
    }

    pub(super) async fn sign(
        &self,
        draft: &[u8],
        signature: [u8; 64],
        verify_key: [u8; 32],
        store: &dyn Store,
        today: NaiveDate,
    ) -> Done<Reply> {
        let draft = Draft::read(draft).map_err(|_| Undone::Refused("this is no card"))?;
        let mut own = self.draft(draft.week, today)?;
        own.holders[1].sealing.clone_from(&draft.holders[1].sealing);
        if own != draft {
            return Err(Undone::Refused("this is another card than the hub wrote"));
        }
        let own = draft.sign(&self.identity);
        let card = draft
            .signed([own, signature])
            .map_err(|_| Undone::Refused("the card is not signed"))?;
        {
            let shelf = locked(&self.shelf);
            let keys = shelf.keys(card.week())?;
            let mut keys = keys.ok_or(Undone::Refused("the keys of that week are gone"))?;
            if keys.card().is_some_and(|known| *known != card) {
                return Err(Undone::Refused(
                    "another card of that week is signed already",
                ));
            }
            keys.set_verify_key(verify_key);
            keys.set_card(card.clone());
            shelf.keep_keys(card.week(), &keys)?;
        }
        let row = CardRow {
            slug: self.facts.slug.clone(),
            week: card.week().id(),
            card: card.as_bytes().to_vec(),
        };
        store.add_card(&row).await?;
        Ok(Reply::Card(row.card))
    }
}

impl Facts {
    fn draft(&self, week: Week, sealing: Vec<PublicKey>) -> Draft {
        let [first, second] = &self.holders;
        let holder = |(name, key): &(String, _), sealing| Holder {
            name: name.clone(),
            key: *key,
            sealing,
        };
        Draft {
            campaign: self.slug.clone(),
            week,
            pack: self.pack,
            minimum: self.minimum,
            setting: self.setting,
            holders: [holder(first, sealing), holder(second, Vec::new())],
            places: self.places.clone(),
        }
    }
}
