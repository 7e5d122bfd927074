//! Reads a postcode as people type and paste it.
//!
//! Takes off what GOV.UK's design system asks forms to allow (spaces anywhere, either case,
//! hyphens, brackets, dashes, full stops), then swaps look-alikes where a place in the postcode
//! allows only a letter or only a number.

use crate::outcode::Mended;
use crate::{Postcode, PostcodeError, Territory};

/// A postcode, and whether a character had to be swapped to get it.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The postcode.
    pub postcode: Postcode,
    /// True where an O, I or L was read as a number or the other way round: show it to the person.
    pub mended: bool,
}

/// The longest code that is looked at: `AA99 9AA`, and `BFPO 1234`, which is refused by name.
const LONGEST: usize = 8;

/// Letters that never end a postcode: too like others in handwriting.
const NOT_AT_THE_END: &[u8] = b"CIKMOV";

pub(crate) fn postcode(typed: &str) -> Result<Reading, PostcodeError> {
    let letters = clean(typed)?;
    let letters = letters.as_slice();
    if let [b'B', b'F', b'P', b'O' | b'0', number @ ..] = letters
        && number.iter().all(u8::is_ascii_digit)
    {
        return Err(PostcodeError::Bfpo);
    }
    if !letters.is_empty() && letters.iter().all(u8::is_ascii_digit) {
        return Err(PostcodeError::OnlyNumbers);
    }
    match letters.len() {
        0 => Err(PostcodeError::Empty),
        1 => Err(PostcodeError::TooShort),
        2..=4 => Err(half(letters)),
        5..=7 => whole(letters),
        _ => Err(PostcodeError::TooLong),
    }
}

/// What to say of two to four characters.
fn half(letters: &[u8]) -> PostcodeError {
    match Mended::outward(letters) {
        Ok(mended) => PostcodeError::FirstHalfOnly(mended.outcode),
        Err(_) if inward(letters).is_ok() => PostcodeError::SecondHalfOnly,
        Err(error @ PostcodeError::UnknownArea(_)) => error,
        Err(_) => PostcodeError::TooShort,
    }
}

fn whole(letters: &[u8]) -> Result<Reading, PostcodeError> {
    read_halves(letters).map_err(|error| {
        if is_irish(letters) {
            PostcodeError::Irish
        } else {
            error
        }
    })
}

fn read_halves(letters: &[u8]) -> Result<Reading, PostcodeError> {
    let (first, second) = letters.split_at(letters.len() - 3);
    let inward = inward(second)?;
    let Mended { outcode, swaps } = Mended::outward(first)?;
    let only = match outcode.as_str() {
        "GIR" => Some("0AA"),
        territory => Territory::by_outward(territory).map(|(_, only)| only),
    };
    if only.is_some_and(|only| only.as_bytes() != inward) {
        return Err(PostcodeError::SecondHalf);
    }
    let mended = swaps > 0 || second != inward;
    Ok(Reading {
        postcode: Postcode::from_parts(outcode, inward),
        mended,
    })
}

/// A number and two letters. Only the number is mended: no letter that looks like a number may
/// stand at the end.
fn inward(typed: &[u8]) -> Result<[u8; 3], PostcodeError> {
    let [number, letters @ ..] = typed else {
        return Err(PostcodeError::SecondHalf);
    };
    let &[first, last] = letters else {
        return Err(PostcodeError::SecondHalf);
    };
    let number = digit(*number).ok_or(PostcodeError::SecondHalf)?;
    for letter in [first, last] {
        if !letter.is_ascii_uppercase() {
            return Err(PostcodeError::SecondHalf);
        }
        if NOT_AT_THE_END.contains(&letter) {
            return Err(PostcodeError::NeverAtTheEnd(char::from(letter)));
        }
    }
    Ok([number, first, last])
}

/// A digit, or the letter that looks like one.
pub(crate) fn digit(typed: u8) -> Option<u8> {
    match typed {
        b'0'..=b'9' => Some(typed),
        b'O' => Some(b'0'),
        b'I' | b'L' => Some(b'1'),
        _ => None,
    }
}

/// An Eircode (`D02 AF30`): no UK postcode of seven characters has a number in second place.
fn is_irish(letters: &[u8]) -> bool {
    matches!(
        letters,
        [b'A'..=b'Y', b'0'..=b'9', b'0'..=b'9' | b'W', _, _, _, _]
    )
}

/// Up to [`LONGEST`] capitals and digits.
pub(crate) struct Letters {
    bytes: [u8; LONGEST],
    len: usize,
}

impl Letters {
    pub(crate) fn as_slice(&self) -> &[u8] {
        &self.bytes[..self.len]
    }
}

/// What is left of the typed text in capitals, without spaces and punctuation.
pub(crate) fn clean(typed: &str) -> Result<Letters, PostcodeError> {
    let mut letters = Letters {
        bytes: [0; LONGEST],
        len: 0,
    };
    for character in typed.chars() {
        if is_filling(character) {
            continue;
        }
        let Some(letter) = plain(character) else {
            return Err(PostcodeError::Character(character));
        };
        let Some(place) = letters.bytes.get_mut(letters.len) else {
            return Err(PostcodeError::TooLong);
        };
        *place = letter;
        letters.len += 1;
    }
    Ok(letters)
}

fn is_filling(character: char) -> bool {
    match character {
        '-' | '.' | ',' | '(' | ')' | '[' | ']' | '_' | '\'' | '"' => true,
        // Soft hyphen; hyphens and dashes.
        '\u{ad}' | '\u{2010}'..='\u{2015}' | '\u{2212}' => true,
        // Marks without width that come along when text is pasted.
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' => true,
        '\u{feff}' => true,
        _ => character.is_whitespace(),
    }
}

/// The ASCII capital or digit that a character is: full-width letters and the digits of Arabic
/// and Persian keyboards too.
fn plain(character: char) -> Option<u8> {
    let code = u32::from(character);
    let ascii = match character {
        '\u{660}'..='\u{669}' => code - 0x660 + 0x30,
        '\u{6f0}'..='\u{6f9}' => code - 0x6f0 + 0x30,
        '\u{ff01}'..='\u{ff5e}' => code - 0xff01 + 0x21,
        _ => code,
    };
    let ascii = u8::try_from(ascii).ok().filter(u8::is_ascii_alphanumeric)?;
    Some(ascii.to_ascii_uppercase())
}
