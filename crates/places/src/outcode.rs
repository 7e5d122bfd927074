//! The first half of a postcode (`LS1`, `EC1A`): its shapes, and reading it with mends.
//!
//! Knows which areas exist, not which districts do: new ones open every year.

use core::fmt;

use crate::{Area, PostcodeError, Territory, read};

/// Codes that stand where an area does but are no place: BF for the forces, BX for banks and tax
/// offices, whose mail goes anywhere. GX is Gibraltar's.
const NOT_AREAS: [&str; 2] = ["BF", "BX"];

/// The first half of a postcode, in capitals.
#[derive(Copy, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Outcode {
    /// Padded with zeros; ASCII capitals and digits.
    bytes: [u8; 4],
}

impl Outcode {
    /// Reads a first half alone, as somebody typed it, mending it as [`Postcode::read`] does.
    ///
    /// # Errors
    /// What [`PostcodeError`] says: also for a whole postcode, which is more than a first half.
    ///
    /// [`Postcode::read`]: crate::Postcode::read
    pub fn read(typed: &str) -> Result<Outcode, PostcodeError> {
        let letters = read::clean(typed)?;
        let letters = letters.as_slice();
        match letters.len() {
            0 => Err(PostcodeError::Empty),
            1 => Err(PostcodeError::TooShort),
            2..=4 => Mended::outward(letters).map(|mended| mended.outcode),
            _ => Err(PostcodeError::TooLong),
        }
    }

    /// Capitals and digits: `"EC1A"`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let end = self
            .bytes
            .iter()
            .position(|byte| *byte == 0)
            .unwrap_or(self.bytes.len());
        ascii(&self.bytes[..end])
    }

    /// The letters that it begins with: `"EC"`, or `"GIR"`, `"ASCN"` for the few without a number.
    #[must_use]
    pub fn letters(&self) -> &str {
        let whole = self.as_str();
        let end = whole
            .bytes()
            .position(|byte| byte.is_ascii_digit())
            .unwrap_or(whole.len());
        &whole[..end]
    }

    /// The postcode area; none for territories, the forces and offices without a place.
    #[must_use]
    pub fn area(&self) -> Option<&'static Area> {
        Area::by_code(self.letters())
    }

    /// `text` must be two to four ASCII capitals and digits.
    pub(crate) fn from_ascii(text: &[u8]) -> Outcode {
        let mut bytes = [0; 4];
        for (to, from) in bytes.iter_mut().zip(text) {
            *to = *from;
        }
        Outcode { bytes }
    }
}

impl fmt::Display for Outcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Outcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Outcode({self})")
    }
}

/// Bytes that this crate has checked to be ASCII, as text.
pub(crate) fn ascii(bytes: &[u8]) -> &str {
    core::str::from_utf8(bytes).unwrap_or_default()
}

/// A first half, and how many characters had to be swapped to get it.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mended {
    pub(crate) outcode: Outcode,
    pub(crate) swaps: u8,
}

/// What may stand at each place of a first half: `A` a letter of the area, `9` a digit, `3` and `4`
/// the letter that ends the first half in third or fourth place.
const SHAPES: [&[u8]; 6] = [b"A9", b"A99", b"AA9", b"A93", b"AA99", b"AA94"];

/// The only letters in third place (E1W, N1C, W1A) and in fourth (EC1A, SE1P, NW1W).
const THIRD: &[u8] = b"ABCDEFGHJKPSTUW";
const FOURTH: &[u8] = b"ABEHMNPRVWXY";

impl Mended {
    /// The reading of two to four capitals and digits that needs the fewest swaps.
    pub(crate) fn outward(typed: &[u8]) -> Result<Mended, PostcodeError> {
        let outcode = Outcode::from_ascii(typed);
        if Territory::by_outward(outcode.as_str()).is_some() {
            return Ok(Mended { outcode, swaps: 0 });
        }
        if let [b'G', i @ (b'I' | b'1'), b'R'] = typed {
            return Ok(Mended {
                outcode: Outcode::from_ascii(b"GIR"),
                swaps: u8::from(*i != b'I'),
            });
        }
        let shapes = SHAPES.iter().filter(|shape| shape.len() == typed.len());
        // A 1 where a letter belongs was meant as I (`1P1`) or as a small L (`1s1`).
        let readings = shapes.flat_map(|shape| {
            [b'I', b'L']
                .into_iter()
                .filter_map(|one| Mended::into_shape(typed, shape, one))
        });
        // Ties give the same code: `no_first_half_can_be_mended_in_two_ways` tries them all.
        readings
            .min_by_key(|mended| mended.swaps)
            .ok_or_else(|| why_not(typed))
    }

    fn into_shape(typed: &[u8], shape: &[u8], one: u8) -> Option<Mended> {
        let mut bytes = [0; 4];
        let mut swaps = 0;
        for ((to, from), place) in bytes.iter_mut().zip(typed).zip(shape) {
            *to = match place {
                b'A' => area_letter(*from, one)?,
                b'9' => read::digit(*from)?,
                b'3' => Some(*from).filter(|letter| THIRD.contains(letter))?,
                _ => Some(*from).filter(|letter| FOURTH.contains(letter))?,
            };
            swaps += u8::from(*to != *from);
        }
        let outcode = Outcode { bytes };
        let area = outcode.letters();
        // No district is written with a nought in front: S01 is SO1 mistyped.
        let nought_in_front = shape.ends_with(b"99") && bytes[area.len()] == b'0';
        let known = NOT_AREAS.contains(&area) || Area::by_code(area).is_some();
        (known && !nought_in_front).then_some(Mended { outcode, swaps })
    }
}

fn area_letter(typed: u8, one: u8) -> Option<u8> {
    match typed {
        b'A'..=b'Z' => Some(typed),
        b'0' => Some(b'O'),
        b'1' => Some(one),
        _ => None,
    }
}

/// Why these two to four characters are no first half.
fn why_not(typed: &[u8]) -> PostcodeError {
    if typed.iter().all(u8::is_ascii_digit) {
        return PostcodeError::OnlyNumbers;
    }
    let letters = typed
        .iter()
        .take_while(|byte| byte.is_ascii_alphabetic())
        .count();
    let area = Outcode::from_ascii(&typed[..letters]);
    match letters {
        0 => PostcodeError::StartsWithNumber,
        1 | 2 if Area::by_code(area.as_str()).is_none() => PostcodeError::UnknownArea(area),
        _ => PostcodeError::FirstHalf(Outcode::from_ascii(typed)),
    }
}
