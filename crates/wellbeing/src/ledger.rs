//! What a holder has given away, so that nothing is given twice in another cut: two sums that
//! overlap could be subtracted, and the difference would be a person.

use std::collections::BTreeMap;

use swansfeet_seal::{Facts, Framed};

use crate::place::Place;
use crate::week::Week;

const LABEL: &str = "swansfeet wellbeing ledger 1";

/// How many weeks later an answer may still be counted. After that it is destroyed unread.
pub const CARRIED: u32 = 4;

/// The first week whose answers may be in a picture of that week.
#[must_use]
pub fn earliest(week: Week) -> Week {
    week.minus(CARRIED)
}

/// The last day on which an unread answer of this week may still be there: it is destroyed the day
/// after.
#[must_use]
pub fn destroyed_after(week: Week) -> chrono::NaiveDate {
    week.plus(CARRIED + 1).to()
}

/// Which weeks of a place may be added up on a day, the first and the last: cuts to be tried in this
/// order, until one has enough people.
///
/// `published` is the last week that is out. `given` is what the second holder has in its ledger,
/// the last week and how many: if that is not out, it was cut short on the way. Then the same cut
/// comes once more, because no other cut through its weeks will ever be given.
#[must_use]
pub fn cuts(
    today: chrono::NaiveDate,
    published: Option<Week>,
    given: Option<(Week, u32)>,
) -> Vec<(Week, Week)> {
    let last = Week::of(today).minus(1);
    let given = given.filter(|(week, weeks)| {
        *week <= last && Some(*week) > published && (1..=CARRIED + 1).contains(weeks)
    });
    let same = given.map(|(week, weeks)| (week.minus(weeks - 1), week));
    let over = published.max(given.map(|(week, _)| week));
    let from = over.map_or(earliest(last), |over| earliest(last).max(over.plus(1)));
    let next = (from <= last).then_some((from, last));
    // What is destroyed by now cannot be added up again.
    let same = same.filter(|(from, _)| destroyed_after(*from) >= today);
    same.into_iter().chain(next).collect()
}

/// One sum that was given away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Given {
    /// Its last week.
    pub week: Week,
    /// How many weeks are in it.
    pub weeks: u32,
    /// What check-ins are in it.
    pub digest: [u8; 32],
}

/// All that were given away of one campaign.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger(BTreeMap<Place, Vec<Given>>);

/// It would be a second cut through the same weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a sum over some of these weeks was given already, and this one differs from it")]
pub struct CutAnew;

impl Ledger {
    /// Whether a sum may be given: none of its weeks was, or it is the very same once more. Keep the
    /// ledger before the sum leaves.
    ///
    /// # Errors
    /// It is another cut.
    pub fn enter(&mut self, place: Place, given: Given) -> Result<(), CutAnew> {
        let known = self.0.entry(place).or_default();
        if known.contains(&given) {
            return Ok(());
        }
        if known.iter().any(|other| overlap(other, &given)) {
            return Err(CutAnew);
        }
        known.push(given);
        Ok(())
    }

    /// The ledger as bytes, for where its holder keeps it.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let list = self
            .entries()
            .fold(Framed::new(LABEL), |list, (place, given)| {
                list.text(place.id())
                    .text(&given.week.id())
                    .number(given.weeks)
                    .bytes(&given.digest)
            });
        list.as_slice().to_vec()
    }

    /// Reads what [`Ledger::to_bytes`] wrote.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Ledger> {
        let mut facts = Facts::of(LABEL, bytes)?;
        let mut ledger = Ledger::default();
        while !facts.is_over() {
            let place = Place::named(facts.text()?)?;
            let given = Given {
                week: Week::read(facts.text()?)?,
                weeks: facts.number()?,
                digest: facts.exactly()?,
            };
            ledger.enter(place, given).ok()?;
        }
        Some(ledger)
    }

    /// The last of each place: its last week, and how many.
    #[must_use]
    pub fn latest(&self) -> Vec<(Place, Week, u32)> {
        let latest = self.0.iter().filter_map(|(place, given)| {
            let last = given.iter().max_by_key(|given| given.week)?;
            Some((*place, last.week, last.weeks))
        });
        latest.collect()
    }

    /// All entries, by place.
    pub fn entries(&self) -> impl Iterator<Item = (Place, Given)> + '_ {
        self.0
            .iter()
            .flat_map(|(place, given)| given.iter().map(|given| (*place, *given)))
    }
}

fn overlap(one: &Given, other: &Given) -> bool {
    let begins =
        |given: &Given| given.week.from() - chrono::TimeDelta::weeks(i64::from(given.weeks) - 1);
    begins(one) <= other.week.to() && begins(other) <= one.week.to()
}

#[cfg(test)]
mod tests {
    use super::{CutAnew, Given, Ledger, cuts, destroyed_after, earliest};
    use crate::{Place, Week};

    fn given(week: &str, weeks: u32, mark: u8) -> Given {
        Given {
            week: Week::read(week).expect("a week"),
            weeks,
            digest: [mark; 32],
        }
    }

    #[test]
    fn the_same_sum_may_be_given_again_and_no_other_cut_of_its_weeks() {
        let mut ledger = Ledger::default();
        let wales = Place::Wales;
        assert_eq!(ledger.enter(wales, given("2026-W48", 3, 1)), Ok(()));
        assert_eq!(ledger.enter(wales, given("2026-W48", 3, 1)), Ok(()));
        for cut in [
            given("2026-W48", 3, 2),
            given("2026-W48", 1, 1),
            given("2026-W47", 1, 1),
            given("2026-W46", 2, 3),
            given("2026-W49", 2, 3),
        ] {
            assert_eq!(ledger.enter(wales, cut), Err(CutAnew));
        }
        assert_eq!(ledger.enter(wales, given("2026-W49", 1, 3)), Ok(()));
        assert_eq!(ledger.enter(wales, given("2026-W45", 2, 3)), Ok(()));
        assert_eq!(ledger.enter(Place::London, given("2026-W48", 1, 2)), Ok(()));
        assert_eq!(ledger.entries().count(), 4);
        let week = |text| Week::read(text).expect("a week");
        assert_eq!(
            ledger.latest(),
            [
                (Place::London, week("2026-W48"), 1),
                (wales, week("2026-W49"), 1)
            ]
        );
        assert_eq!(Ledger::read(&ledger.to_bytes()), Some(ledger));
    }

    #[test]
    fn a_cut_that_was_begun_comes_again_as_long_as_its_answers_are_there() {
        let week = |number: u32| Week::read("2026-W48").expect("a week").plus(number);
        let of = |today: u32, published: Option<u32>, given: Option<(u32, u32)>| {
            cuts(
                week(today).to(),
                published.map(week),
                given.map(|(last, weeks)| (week(last), weeks)),
            )
        };
        let cut = |from, last| (week(from), week(last));
        assert_eq!(of(7, None, None), [cut(2, 6)]);
        assert_eq!(of(7, Some(4), None), [cut(5, 6)]);
        assert_eq!(of(7, Some(6), None), []);
        // It is out, so it is over.
        assert_eq!(of(7, Some(4), Some((4, 2))), [cut(5, 6)]);
        // It is not out.
        assert_eq!(of(7, Some(2), Some((4, 2))), [cut(3, 4), cut(5, 6)]);
        assert_eq!(of(7, None, Some((6, 5))), [cut(2, 6)]);
        assert_eq!(
            of(7, None, Some((5, 5))),
            [cut(6, 6)],
            "its first week is destroyed"
        );
        // What no second holder has in its ledger.
        assert_eq!(of(7, None, Some((7, 1))), [cut(2, 6)]);
        assert_eq!(of(7, None, Some((6, 0))), [cut(2, 6)]);
        assert_eq!(of(7, None, Some((6, 6))), [cut(2, 6)]);
    }

    #[test]
    fn answers_are_carried_over_four_weeks_and_then_destroyed() {
        let week = Week::read("2026-W48").expect("a week");
        assert_eq!(earliest(week.plus(4)), week);
        assert_eq!(destroyed_after(week).to_string(), "2027-01-03");
    }
}
