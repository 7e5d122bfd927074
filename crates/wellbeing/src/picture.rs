//! The group picture of one place: what is published, once, of at least k people.
//!
//! Counts never leave here: per cent do, in steps of 5 below [`FINE`] people, and the ends are
//! clamped, so that "nobody" and "everybody" are not to be seen and one person's answer moves
//! nothing that could be told apart. Weeks are never cut anew, so no two pictures can be subtracted.

use swansfeet_seal::{Facts, Framed};

use crate::card::LEAST;
use crate::identity::{HolderKey, SIGNATURE};
use crate::pack::Pack;
use crate::place::Place;
use crate::week::Week;

/// From so many people on, per cent are whole; below, they are in steps of 5.
pub const FINE: u32 = 50;
/// Nothing is shown below this, and nothing above a hundred less it.
pub const END: u8 = 5;

const LABEL: &str = "swansfeet wellbeing picture 1";
/// What a signature of a picture is a signature of.
const SIGNED: &str = "picture";

/// What is published of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The campaign's slug.
    pub campaign: String,
    /// What was asked.
    pub pack: &'static Pack,
    /// Of where.
    pub place: Place,
    /// The last week in it.
    pub week: Week,
    /// How many weeks are in it, the last one included.
    pub weeks: u32,
    /// About how many people: in steps of 5, rounded down.
    pub people: u32,
    /// Per cent of all who took part, for each question and each of its cells: from 5, which means
    /// 5 or less, to 95, which means 95 or more.
    pub percent: Vec<Vec<u8>>,
}

impl Picture {
    /// The picture of these counts; none of fewer people than `minimum`, nor ever of fewer than
    /// [`LEAST`].
    #[must_use]
    pub fn of(
        campaign: &str,
        pack: &'static Pack,
        place: Place,
        (week, weeks): (Week, u32),
        people: u32,
        minimum: u32,
        counts: &[Vec<u32>],
    ) -> Option<Picture> {
        if people < minimum.max(LEAST) || counts.len() != pack.questions.len() {
            return None;
        }
        let per_cent = |count: &u32| percent(*count, people);
        Some(Picture {
            campaign: campaign.to_owned(),
            pack,
            place,
            week,
            weeks,
            people: people / 5 * 5,
            percent: counts
                .iter()
                .map(|cells| cells.iter().map(per_cent).collect())
                .collect(),
        })
    }

    /// The step of its per cent.
    #[must_use]
    pub const fn rounding(&self) -> u8 {
        step(self.people)
    }

    /// The Monday of its first week.
    #[must_use]
    pub fn from(&self) -> chrono::NaiveDate {
        self.week.minus(self.weeks.saturating_sub(1)).from()
    }

    /// What its holder signs.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let list = Framed::new(LABEL)
            .text(&self.campaign)
            .text(self.pack.id)
            .byte(self.pack.version)
            .text(self.place.id())
            .text(&self.week.id())
            .number(self.weeks)
            .number(self.people);
        let list = self
            .percent
            .iter()
            .fold(list, |list, cells| list.bytes(cells));
        list.as_slice().to_vec()
    }

    /// Reads what [`Picture::to_bytes`] wrote.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Picture> {
        let mut facts = Facts::of(LABEL, bytes)?;
        let campaign = facts.text()?.to_owned();
        let pack = Pack::named(facts.text()?)?;
        let version = facts.byte()?;
        let picture = Picture {
            campaign,
            pack,
            place: Place::named(facts.text()?)?,
            week: Week::read(facts.text()?)?,
            weeks: facts.number()?,
            people: facts.number()?,
            percent: pack
                .questions
                .iter()
                .map(|question| {
                    let cells = facts.bytes()?;
                    (cells.len() == question.cells()).then(|| cells.to_vec())
                })
                .collect::<Option<_>>()?,
        };
        facts.end()?;
        (version == pack.version).then_some(picture)
    }

    /// The first holder's signature of it.
    #[cfg(feature = "holder")]
    #[must_use]
    pub fn sign(&self, identity: &crate::identity::Identity) -> [u8; SIGNATURE] {
        identity.sign(SIGNED, &self.to_bytes())
    }

    /// Whether that holder published it.
    #[must_use]
    pub fn is_signed(&self, by: &HolderKey, signature: &[u8; SIGNATURE]) -> bool {
        by.signed(SIGNED, &self.to_bytes(), signature)
    }
}

const fn step(people: u32) -> u8 {
    if people < FINE { 5 } else { 1 }
}

fn percent(count: u32, people: u32) -> u8 {
    let step = u64::from(step(people));
    let (count, people) = (u64::from(count), u64::from(people.max(1)));
    // Half a step more, so that what is cut off is rounded.
    let steps = (200 * count + step * people) / (2 * step * people);
    let rounded = u8::try_from(steps * step).unwrap_or(100);
    rounded.clamp(END, 100 - END)
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn small_groups_are_shown_in_steps_of_five_and_never_nobody_or_everybody() {
        for (count, people, shown) in [
            (0, 20, 5),
            (1, 20, 5),
            (2, 20, 10),
            (3, 20, 15),
            (20, 20, 95),
            (19, 20, 95),
            (1, 21, 5),
            (7, 24, 30),
            (24, 49, 50),
            (1, 50, 5),
            (4, 50, 8),
            (25, 50, 50),
            (50, 50, 95),
            (333, 1_000, 33),
            (335, 1_000, 34),
        ] {
            assert_eq!(percent(count, people), shown, "{count} of {people}");
        }
    }
}
