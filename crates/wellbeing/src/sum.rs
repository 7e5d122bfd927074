//! What one holder has added up of a place: a half of every count, which says nothing without the
//! other half, and which check-ins are in it.

use prio::codec::{Encode, ParameterizedDecode};
use prio::field::Field128;
use prio::vdaf::{Aggregatable, AggregateShare, Aggregator, Collector};
use sha2::{Digest, Sha256};
use swansfeet_seal::Framed;

use crate::check_in::Nonce;
use crate::desk::Halves;
use crate::histogram;
use crate::pack::Pack;

/// Halves of counts, and of whom.
pub struct Sum {
    pack: &'static Pack,
    shares: Vec<AggregateShare<Field128>>,
    taken: Vec<Nonce>,
}

impl Sum {
    /// Nobody yet.
    #[must_use]
    pub fn new(pack: &'static Pack) -> Sum {
        let questions = pack.questions.iter();
        Sum {
            pack,
            shares: questions
                .map(|question| histogram::of(question).aggregate_init(&()))
                .collect(),
            taken: Vec::new(),
        }
    }

    /// Adds a check-in that both holders have found right. False, and nothing is added, if its halves
    /// are of another pack.
    #[must_use]
    pub fn add(&mut self, nonce: Nonce, halves: &Halves) -> bool {
        let is_alike = halves.0.len() == self.shares.len()
            && halves
                .0
                .iter()
                .zip(self.pack.questions)
                .all(|(half, question)| half.as_ref().len() == question.cells());
        // Looked at before anything is added: half a check-in would spoil the sum for good.
        let is_added = is_alike
            && self
                .shares
                .iter_mut()
                .zip(&halves.0)
                .all(|(share, half)| share.accumulate(half).is_ok());
        if is_added {
            self.taken.push(nonce);
        }
        is_added
    }

    /// How many check-ins are in it.
    #[must_use]
    pub fn people(&self) -> u32 {
        u32::try_from(self.taken.len()).unwrap_or(u32::MAX)
    }

    /// What check-ins are in it, in 32 bytes: the same for both holders exactly if they took the
    /// same ones, in whatever order.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        let mut taken = self.taken.clone();
        taken.sort_unstable();
        let list = Framed::new("swansfeet wellbeing taken 1").bytes(taken.as_flattened());
        Sha256::digest(list.as_slice()).into()
    }

    /// The halves as bytes: each question's cells, 16 bytes each.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for share in &self.shares {
            // Writing numbers into a vector does not fail.
            let _ = share.encode(&mut bytes);
        }
        bytes
    }

    /// Both halves together: how many chose each cell of each question. None if the other half is
    /// none, or the two are not of the same people.
    #[must_use]
    pub fn with(&self, other: &[u8]) -> Option<Vec<Vec<u32>>> {
        let mut rest = other;
        let mut all = Vec::new();
        for (question, own) in self.pack.questions.iter().zip(&self.shares) {
            let prio = histogram::of(question);
            let (half, after) = rest.split_at_checked(question.cells() * 16)?;
            rest = after;
            let half = AggregateShare::get_decoded_with_param(&(&prio, &()), half).ok()?;
            let counts = prio
                .unshard(&(), [own.clone(), half], self.taken.len())
                .ok()?;
            let counts: Vec<u32> = counts
                .into_iter()
                .map(u32::try_from)
                .collect::<Result<_, _>>()
                .ok()?;
            // Everybody is in one cell of each question: halves of different people give nonsense.
            if counts.iter().map(|count| u64::from(*count)).sum::<u64>() != u64::from(self.people())
            {
                return None;
            }
            all.push(counts);
        }
        rest.is_empty().then_some(all)
    }
}

#[cfg(test)]
mod tests {
    use prio::field::FieldElement;
    use prio::vdaf::OutputShare;

    use super::{Field128, Halves, Sum};
    use crate::pack::Pack;

    fn halves(cells: &[usize]) -> Halves {
        let one = |cells: &usize| OutputShare::from(vec![Field128::one(); *cells]);
        Halves(cells.iter().map(one).collect())
    }

    #[test]
    fn a_check_in_of_other_cells_leaves_the_sum_as_it_was() {
        let pack = Pack::named("ons4").expect("a pack");
        let right: Vec<usize> = pack.questions.iter().map(|one| one.cells()).collect();
        let mut sum = Sum::new(pack);
        assert!(sum.add([1; 16], &halves(&right)));
        let (bytes, digest) = (sum.to_bytes(), sum.digest());
        let longer = |at: usize, by: usize| {
            let mut other = right.clone();
            other[at] += by;
            other
        };
        let others = [
            // As many questions; the last of them has one cell more, or the first.
            longer(right.len() - 1, 1),
            longer(0, 1),
            vec![right[0]; right.len() - 1],
            vec![right[0]; right.len() + 1],
            vec![0; right.len()],
        ];
        for other in others {
            assert!(!sum.add([2; 16], &halves(&other)), "{other:?}");
            assert_eq!(sum.to_bytes(), bytes, "{other:?}");
            assert_eq!((sum.people(), sum.digest()), (1, digest), "{other:?}");
        }
    }
}
