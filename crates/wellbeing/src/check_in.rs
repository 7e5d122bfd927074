//! A check-in on its way: two sealed halves of every question, and nothing else.
//!
//! ```text
//! byte 0        version of this layout: 1
//! bytes 1–32    hash of the card
//! byte 33       place: its number in the card
//! bytes 34–49   nonce: random, tells this check-in from every other, and from nobody
//! then          64 bytes for each question that both holders may see
//! then          the first holder's half, sealed: 32 bytes of key, then the halves and a tag
//! then          the second holder's half, the same
//! the rest      zeros, up to 3,060 bytes
//! ```
//!
//! All questions are there, whatever was answered, so all check-ins of a card look alike. Every byte
//! before the seals is bound into both of them: one that is moved or changed does not open.

use core::{error::Error, fmt};

use prio::codec::Encode;
use prio::vdaf::test_utils::TestVectorClient;
use swansfeet_seal::rand_core::CryptoRng;
use swansfeet_seal::{ENCAPSULATED, Framed, PublicKey, TAG};
use zeroize::Zeroizing;

use crate::card::Card;
use crate::histogram;
use crate::place::Place;

/// Bytes of every check-in. In base 64 within its JSON they are 4,096.
pub const BYTES: usize = 3_060;

const VERSION: u8 = 1;
const HASH: usize = 1;
const PLACE: usize = HASH + 32;
const NONCE: usize = PLACE + 1;
const SHARES: usize = NONCE + 16;
const INFO: &[u8] = b"swansfeet wellbeing check-in 1";

/// Tells one check-in from every other. Random, so it says nothing about whose or when.
pub type Nonce = [u8; 16];

/// Why nothing was sealed.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum CheckInError {
    /// The card does not name this place.
    Place,
    /// Not one cell for each question, or one that there is not.
    Cells,
    /// A key of the card would seal nothing.
    WeakKey,
    /// More than fits: no pack of this program is so long.
    TooLong,
}

impl fmt::Display for CheckInError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            CheckInError::Place => "the card does not name this place",
            CheckInError::Cells => "one cell for each question is needed",
            CheckInError::WeakKey => "a key of the card cannot keep anything secret",
            CheckInError::TooLong => "the pack has too many questions for one check-in",
        })
    }
}

impl Error for CheckInError {}

/// Splits and seals the chosen cells, one for each question of the card's pack: [`BYTES`] bytes.
///
/// `random` is for the nonce, the halves and the seals: the same bytes make the same check-in.
///
/// # Errors
/// [`CheckInError`]; nothing that was answered is in it.
pub fn seal(
    card: &Card,
    place: Place,
    cells: &[usize],
    random: &mut impl CryptoRng,
) -> Result<Vec<u8>, CheckInError> {
    let at = card.places().iter().position(|known| *known == place);
    let (Some(at), Some(keys)) = (at.and_then(|at| u8::try_from(at).ok()), card.keys(place)) else {
        return Err(CheckInError::Place);
    };
    let mut nonce: Nonce = [0; 16];
    random.fill_bytes(&mut nonce);
    let mut open = Vec::with_capacity(BYTES);
    open.push(VERSION);
    open.extend_from_slice(card.hash());
    open.push(at);
    open.extend_from_slice(&nonce);
    let halves = split(card, place, cells, &nonce, &mut open, random)?;
    let mut sealed = Vec::new();
    for (role, (key, half)) in keys.into_iter().zip(halves).enumerate() {
        seal_half(key, role, &open, &half, random, &mut sealed)?;
    }
    open.extend_from_slice(&sealed);
    if open.len() > BYTES {
        return Err(CheckInError::TooLong);
    }
    open.resize(BYTES, 0);
    Ok(open)
}

/// Both holders' halves; what both may see is added to `open`.
fn split(
    card: &Card,
    place: Place,
    cells: &[usize],
    nonce: &Nonce,
    open: &mut Vec<u8>,
    random: &mut impl CryptoRng,
) -> Result<[Zeroizing<Vec<u8>>; 2], CheckInError> {
    let questions = card.pack().questions;
    if cells.len() != questions.len() {
        return Err(CheckInError::Cells);
    }
    let mut halves = [Zeroizing::new(Vec::new()), Zeroizing::new(Vec::new())];
    for (number, (question, cell)) in questions.iter().zip(cells).enumerate() {
        // The library panics on a cell that there is not.
        if *cell >= question.cells() {
            return Err(CheckInError::Cells);
        }
        let context = histogram::context(card, place, number);
        let mut seeds = Zeroizing::new([0; histogram::SEEDS]);
        random.fill_bytes(&mut *seeds);
        // Named after test vectors; what `shard` itself calls, with bytes of its own.
        let (public, shares) = histogram::of(question)
            .shard_with_random(&context, cell, nonce, &*seeds)
            .map_err(|_| CheckInError::Cells)?;
        public.encode(open).map_err(|_| CheckInError::Cells)?;
        for (half, share) in halves.iter_mut().zip(&shares) {
            share.encode(half).map_err(|_| CheckInError::Cells)?;
        }
    }
    Ok(halves)
}

fn seal_half(
    key: &PublicKey,
    role: usize,
    open: &[u8],
    half: &[u8],
    random: &mut impl CryptoRng,
    into: &mut Vec<u8>,
) -> Result<(), CheckInError> {
    let (encapsulated, sealed) =
        swansfeet_seal::seal(key, INFO, bound(role, open).as_slice(), half, random)
            .map_err(|_| CheckInError::WeakKey)?;
    into.extend_from_slice(&encapsulated);
    into.extend_from_slice(&sealed);
    Ok(())
}

/// What a half is bound to: whose it is, and everything before the seals.
fn bound(role: usize, open: &[u8]) -> Framed {
    Framed::new("swansfeet wellbeing half 1")
        .byte(u8::from(role != 0))
        .bytes(open)
}

/// How long the parts of a check-in of this card are: what is open, and the two sealed halves.
fn lengths(card: &Card) -> (usize, [usize; 2]) {
    let questions = card.pack().questions;
    let first: usize = questions
        .iter()
        .map(|question| histogram::first(question.cells()))
        .sum();
    let open = SHARES + questions.len() * histogram::PUBLIC;
    let sealed = |half: usize| ENCAPSULATED + half + TAG;
    (
        open,
        [sealed(first), sealed(questions.len() * histogram::SECOND)],
    )
}

/// Why a check-in is not taken. None of it needs a key.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Malformed {
    /// Not [`BYTES`] bytes, of another version, or with something behind its end.
    Layout,
    /// Of another card.
    Card,
    /// A place that the card does not name.
    Place,
}

/// A check-in that looks right; whether it is, only its two holders can tell.
#[derive(Clone, Copy, Debug)]
pub struct CheckIn<'a> {
    pub(crate) open: &'a [u8],
    pub(crate) halves: [&'a [u8]; 2],
    /// Where it is from.
    pub place: Place,
    /// Tells it from every other.
    pub nonce: Nonce,
}

impl<'a> CheckIn<'a> {
    /// The card that these bytes say they belong to.
    #[must_use]
    pub fn card_of(bytes: &[u8]) -> Option<[u8; 32]> {
        bytes.get(HASH..PLACE)?.try_into().ok()
    }

    /// The number of the place in the card, and the nonce: what a check-in is kept by.
    #[must_use]
    pub fn label(bytes: &[u8]) -> Option<(u8, Nonce)> {
        let nonce = bytes.get(NONCE..SHARES)?.try_into().ok()?;
        Some((*bytes.get(PLACE)?, nonce))
    }

    /// Looks at a check-in without opening anything.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(bytes: &'a [u8], card: &Card) -> Result<CheckIn<'a>, Malformed> {
        let (open, [first, second]) = lengths(card);
        if bytes.len() != BYTES {
            return Err(Malformed::Layout);
        }
        let (open, rest) = bytes.split_at_checked(open).ok_or(Malformed::Layout)?;
        let (first, rest) = rest.split_at_checked(first).ok_or(Malformed::Layout)?;
        let (second, rest) = rest.split_at_checked(second).ok_or(Malformed::Layout)?;
        let check_in = Self::of(open, [first, second], card)?;
        if rest.iter().any(|byte| *byte != 0) {
            return Err(Malformed::Layout);
        }
        Ok(check_in)
    }

    /// From its parts; what both holders may see is as long as the card's.
    fn of(open: &'a [u8], halves: [&'a [u8]; 2], card: &Card) -> Result<CheckIn<'a>, Malformed> {
        if open[0] != VERSION {
            return Err(Malformed::Layout);
        }
        if Self::card_of(open) != Some(*card.hash()) {
            return Err(Malformed::Card);
        }
        let (place, nonce) = Self::label(open).ok_or(Malformed::Layout)?;
        let place = card.places().get(usize::from(place));
        Ok(CheckIn {
            open,
            halves,
            place: *place.ok_or(Malformed::Place)?,
            nonce,
        })
    }

    /// What the second holder needs of it: all but the first holder's half.
    #[must_use]
    pub fn for_second(&self) -> Vec<u8> {
        [self.open, self.halves[1]].concat()
    }

    /// Reads what [`CheckIn::for_second`] wrote.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read_second(bytes: &'a [u8], card: &Card) -> Result<CheckIn<'a>, Malformed> {
        let (open, [_, second]) = lengths(card);
        if bytes.len() != open + second {
            return Err(Malformed::Layout);
        }
        let (open, second) = bytes.split_at(open);
        Self::of(open, [&[], second], card)
    }

    /// What both holders may see of one question.
    #[cfg(feature = "holder")]
    pub(crate) fn public(&self, question: usize) -> Option<&'a [u8]> {
        let from = SHARES + question * histogram::PUBLIC;
        self.open.get(from..from + histogram::PUBLIC)
    }

    /// A holder's half (0 for the first, 1 for the second), opened; none if it is not theirs, changed
    /// or moved.
    #[cfg(feature = "holder")]
    #[must_use]
    pub fn half(&self, role: usize, key: &swansfeet_seal::SecretKey) -> Option<Zeroizing<Vec<u8>>> {
        let (encapsulated, sealed) = self.halves.get(role)?.split_at_checked(ENCAPSULATED)?;
        swansfeet_seal::open(
            key,
            INFO,
            bound(role, self.open).as_slice(),
            encapsulated,
            sealed,
        )
        .ok()
    }
}
