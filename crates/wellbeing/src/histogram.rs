//! One question as a Prio3Histogram (draft-irtf-cfrg-vdaf): which cell was chosen, in two halves of
//! which neither says anything.

use prio::vdaf::prio3::{Prio3, Prio3Histogram};
use swansfeet_seal::Framed;

use crate::card::Card;
use crate::pack::Question;
use crate::place::Place;

/// Measured best for five and six cells: the shortest proof.
const CHUNK: usize = 2;
/// Bytes of a number of the field.
const ELEMENT: usize = 16;
const SEED: usize = 32;

/// Random bytes that one question is split with: for each of the two halves a seed and a blind.
pub(crate) const SEEDS: usize = 2 * 2 * SEED;
/// Bytes of what both holders may see of one question.
pub(crate) const PUBLIC: usize = 2 * SEED;
/// Bytes of the second holder's half of one question: two seeds, from which it is made.
pub(crate) const SECOND: usize = 2 * SEED;

/// Bytes of the first holder's half: the cells, the proof and a seed. The proof is as long as
/// draft-irtf-cfrg-vdaf, 7.3.2 says: two wires for each of the chunk's inputs, and the gadget's
/// polynomial, of degree twice the next power of two above its number of calls.
pub(crate) fn first(cells: usize) -> usize {
    let calls = cells.div_ceil(CHUNK);
    let polynomial = 2 * ((1 + calls).next_power_of_two() - 1) + 1;
    (cells + 2 * CHUNK + polynomial) * ELEMENT + SEED
}

/// Bytes of what a holder tells the other about one question: the verifier and half a seed.
#[cfg(feature = "holder")]
pub(crate) const VERIFIER: usize = (2 * CHUNK + 2) * ELEMENT + SEED;
/// Bytes of what both have made of that.
#[cfg(feature = "holder")]
pub(crate) const MESSAGE: usize = SEED;

pub(crate) fn of(question: &Question) -> Prio3Histogram {
    Prio3::new_histogram(2, question.cells(), CHUNK)
        .expect("packs have at least two cells a question")
}

/// What the halves of a question are bound to.
pub(crate) fn context(card: &Card, place: Place, question: usize) -> Vec<u8> {
    let number = u32::try_from(question).unwrap_or(u32::MAX);
    let list = Framed::new("swansfeet wellbeing question 1")
        .bytes(card.hash())
        .text(place.id())
        .number(number);
    list.as_slice().to_vec()
}
