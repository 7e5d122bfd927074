//! The words and signs that people put after a number.

use super::chars::{POUND, trim};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// No word at all.
    None,
    Hours,
    Minutes,
    Pounds,
    Pence,
    And,
    /// A word that is no unit.
    Unknown,
}

/// English and Welsh, mutated forms too. One text for each unit: no list of pointers.
static NAMES: [(&[u8], Unit); 6] = [
    (b"", Unit::None),
    (b"h hr hrs hour hours awr", Unit::Hours),
    (
        b"m min mins minute minutes munud munudau funud",
        Unit::Minutes,
    ),
    (
        b"\xA3 pound pounds punt bunt punnoedd quid gbp",
        Unit::Pounds,
    ),
    (b"and", Unit::And),
    (b"p penny pence c ceiniog geiniog", Unit::Pence),
];

/// A text cut at its first word: "7 hours 30" is "7", hours, "30".
pub(super) struct Cut<'a> {
    pub(super) number: &'a [u8],
    pub(super) unit: Unit,
    pub(super) rest: &'a [u8],
}

/// Cuts at the first letter or pound sign, and again where the letters end: "h" is not the start
/// of "holiday".
pub(super) fn cut(text: &[u8]) -> Cut<'_> {
    let is_letter = |byte: &u8| matches!(byte, b'a'..=b'z' | &POUND);
    let start = text.iter().position(is_letter).unwrap_or(text.len());
    let (number, tail) = text.split_at(start);
    let end = tail
        .iter()
        .position(|byte| !is_letter(byte))
        .unwrap_or(tail.len());
    let (word, rest) = tail.split_at(end);
    Cut {
        number: trim(number),
        unit: unit(word),
        rest: trim(rest),
    }
}

fn unit(word: &[u8]) -> Unit {
    for (names, unit) in &NAMES {
        if is_in(word, names) {
            return *unit;
        }
    }
    Unit::Unknown
}

/// Whether a list of words, parted by spaces, has a word.
pub(super) fn is_in(word: &[u8], names: &[u8]) -> bool {
    names.split(|byte| *byte == b' ').any(|name| name == word)
}
