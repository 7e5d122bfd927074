//! One spelling for each character that people's keyboards spell in many ways.

use super::Refused;

/// The longest text that could still be a number or a date. "7 hours and 30 minutes" has 22.
const LONGEST: usize = 48;

/// What was typed, one byte for each character: ASCII digits, marks and small letters, single
/// spaces, the signs below, and [`OTHER`]. Bytes in place, because a `String` and the text tools
/// of the standard library are a multiple of this module in a widget.
#[derive(Clone, Copy)]
pub(super) struct Plain {
    bytes: [u8; LONGEST],
    len: usize,
}

/// The pound sign, and vulgar fractions.
pub(super) const POUND: u8 = 0xA3;
pub(super) const QUARTER: u8 = 0xBC;
pub(super) const HALF: u8 = 0xBD;
pub(super) const THREE_QUARTERS: u8 = 0xBE;
pub(super) const THIRD: u8 = 0xB1;
pub(super) const TWO_THIRDS: u8 = 0xB2;

/// Any character that nothing here reads.
const OTHER: u8 = b'?';

/// A mark that nobody sees.
const UNSEEN: u8 = 0;

/// Characters outside ASCII, first and last of a row, and how they are spelled here; a row of
/// digits counts up. A table is a third of the code that a `match` becomes.
static SPELLED: [(u16, u16, u8); 38] = [
    // Arabic-Indic, Persian and Urdu, Devanagari, Bengali, Gurmukhi, full-width.
    (0x660, 0x669, b'0'),
    (0x6F0, 0x6F9, b'0'),
    (0x966, 0x96F, b'0'),
    (0x9E6, 0x9EF, b'0'),
    (0xA66, 0xA6F, b'0'),
    (0xFF10, 0xFF19, b'0'),
    // Arabic decimal mark, full-width full stop, middle dot.
    (0x66B, 0x66B, b'.'),
    (0xFF0E, 0xFF0E, b'.'),
    (0xB7, 0xB7, b'.'),
    // Arabic mark of thousands, curly apostrophes, prime.
    (0x66C, 0x66C, b'\''),
    (0x2018, 0x2019, b'\''),
    (0x2032, 0x2032, b'\''),
    // Arabic and full-width comma, full-width colon.
    (0x60C, 0x60C, b','),
    (0xFF0C, 0xFF0C, b','),
    (0xFF1A, 0xFF1A, b':'),
    // Minus, hyphens and dashes, full-width hyphen.
    (0x2212, 0x2212, b'-'),
    (0x2010, 0x2014, b'-'),
    (0xFF0D, 0xFF0D, b'-'),
    // £, ￡, ¼, ½, ¾, ⅓, ⅔.
    (0xA3, 0xA3, POUND),
    (0xFFE1, 0xFFE1, POUND),
    (0xBC, 0xBC, QUARTER),
    (0xBD, 0xBD, HALF),
    (0xBE, 0xBE, THREE_QUARTERS),
    (0x2153, 0x2153, THIRD),
    (0x2154, 0x2154, TWO_THIRDS),
    // Direction marks, which Arabic and Hebrew keyboards add unseen, and spaces without width.
    (0x200E, 0x200F, UNSEEN),
    (0x202A, 0x202E, UNSEEN),
    (0x2066, 0x2069, UNSEEN),
    (0x61C, 0x61C, UNSEEN),
    (0xFEFF, 0xFEFF, UNSEEN),
    (0x200B, 0x200B, UNSEEN),
    // Tab and line breaks, and spaces of every width.
    (0x09, 0x0A, b' '),
    (0x0D, 0x0D, b' '),
    (0xA0, 0xA0, b' '),
    (0x2000, 0x200A, b' '),
    (0x202F, 0x202F, b' '),
    (0x205F, 0x205F, b' '),
    (0x3000, 0x3000, b' '),
];

fn byte(char: u32) -> u8 {
    if (0x20..0x7F).contains(&char) {
        return (char as u8).to_ascii_lowercase();
    }
    for (first, last, plain) in &SPELLED {
        let (first, last) = (u32::from(*first), u32::from(*last));
        if (first..=last).contains(&char) {
            return match plain {
                b'0' => b'0' + (char - first) as u8,
                other => *other,
            };
        }
    }
    OTHER
}

impl Plain {
    pub(super) const EMPTY: Self = Self {
        bytes: [b' '; LONGEST],
        len: 0,
    };

    /// Takes in what was typed, without spaces at its ends. In place: an array that is handed
    /// back is copied at every `?`.
    pub(super) fn read(&mut self, typed: &str) -> Result<(), Refused> {
        for (count, char) in typed.chars().enumerate() {
            if count >= LONGEST {
                return Err(Refused::TooLong);
            }
            let byte = byte(u32::from(char));
            let after_space = matches!(self.text(), [] | [.., b' ']);
            if byte != UNSEEN && !(byte == b' ' && after_space) {
                self.bytes[self.len] = byte;
                self.len += 1;
            }
        }
        if let [.., b' '] = self.text() {
            self.len -= 1;
        }
        Ok(())
    }

    pub(super) fn text(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }

    /// The text, if anything was typed.
    pub(super) fn some_text(&self) -> Result<&[u8], Refused> {
        match self.text() {
            [] => Err(Refused::Empty),
            text => Ok(text),
        }
    }

    /// Spells one mark as another, where a field gives it that meaning.
    pub(super) fn respell(&mut self, from: u8, to: u8) {
        for byte in &mut self.bytes {
            if *byte == from {
                *byte = to;
            }
        }
    }
}

/// Without a minus in front; bookkeepers write it as brackets.
pub(super) fn sign(text: &[u8]) -> (&[u8], bool) {
    match text {
        [b'-', rest @ ..] => (trim(rest), true),
        [b'(', inside @ .., b')'] => (inside, true),
        _ => (text, false),
    }
}

/// Without the space at either end; there is never more than one.
pub(super) fn trim(text: &[u8]) -> &[u8] {
    let text = text.strip_prefix(b" ").unwrap_or(text);
    text.strip_suffix(b" ").unwrap_or(text)
}
