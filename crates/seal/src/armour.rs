//! Keys and fingerprints as text that people can read out, type and paste.
//!
//! Crockford's base 32 in lower case, in groups of four, behind a prefix that says what it is, with
//! 24 bits of checksum: a slip of the pen is told apart from another key. Reading takes capitals,
//! spaces and missing hyphens, and i, l and o for 1, 1 and 0.

use core::{error::Error, fmt};

use sha2::{Digest, Sha256};

use crate::framed::Framed;

/// No i, l, o, u: Crockford's choice, hard to mistake for one another.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const GROUP: usize = 4;
const CHECK: usize = 3;

/// Why a text is no key or fingerprint.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum TextError {
    /// Nothing there.
    Empty,
    /// It begins like something else: what was wanted (`sw1`).
    Prefix(&'static str),
    /// A character that these texts do not have.
    Character(char),
    /// Characters are missing or too many: how many there are, how many there should be.
    Length(usize, usize),
    /// The checksum does not fit: mistyped.
    Mistyped,
}

impl TextError {
    /// The key of the message in the widgets' languages.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            TextError::Empty => "error-key-empty",
            TextError::Prefix(_) => "error-key-prefix",
            TextError::Character(_) => "error-key-character",
            TextError::Length(..) => "error-key-length",
            TextError::Mistyped => "error-key-mistyped",
        }
    }
}

impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TextError::Empty => f.write_str("nothing is written here"),
            TextError::Prefix("sw1") => f.write_str("a fingerprint begins with `sw1-`"),
            TextError::Prefix("swk1") => f.write_str("a public key begins with `swk1-`"),
            TextError::Prefix("sws1") => f.write_str("a secret key begins with `sws1-`"),
            TextError::Prefix(wanted) => write!(f, "it begins with `{wanted}-`"),
            TextError::Character(found) => write!(f, "`{found}` does not belong in it"),
            TextError::Length(got, wanted) => {
                write!(
                    f,
                    "{got} letters and numbers after the first hyphen, {wanted} are needed"
                )
            }
            TextError::Mistyped => f.write_str("it was mistyped or cut: copy it again"),
        }
    }
}

impl Error for TextError {}

/// `bytes` as text. Their number plus three must be a multiple of five, so that nothing is left
/// over: 7, 17 and 32 fit.
pub fn write(prefix: &'static str, bytes: &[u8]) -> String {
    let check = checksum(prefix, bytes);
    let mut text = String::from(prefix);
    let mut waiting: u32 = 0;
    let mut bits = 0;
    let mut letters = 0;
    for byte in bytes.iter().chain(&check) {
        waiting = (waiting << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            if letters % GROUP == 0 {
                text.push('-');
            }
            text.push(char::from(ALPHABET[(waiting >> bits) as usize & 31]));
            letters += 1;
        }
    }
    text
}

/// The bytes that [`write()`] was given.
///
/// # Errors
/// What is wrong with the text.
pub fn read<const N: usize>(prefix: &'static str, text: &str) -> Result<[u8; N], TextError> {
    let mut bytes = [0; N];
    read_into(&mut bytes, prefix, text)?;
    Ok(bytes)
}

/// For bytes of any number: a widget would carry a copy for each.
#[inline(never)]
fn read_into(bytes: &mut [u8], prefix: &'static str, text: &str) -> Result<(), TextError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(TextError::Empty);
    }
    let body = strip_prefix(text, prefix).ok_or(TextError::Prefix(prefix))?;
    let wanted = (bytes.len() + CHECK) * 8 / 5;
    let mut check = [0; CHECK];
    let mut places = bytes.iter_mut().chain(&mut check);
    let mut waiting: u32 = 0;
    let mut bits = 0;
    let mut letters = 0;
    for character in body.chars().filter(|c| *c != '-' && !c.is_whitespace()) {
        let value = value_of(character).ok_or(TextError::Character(character))?;
        letters += 1;
        waiting = (waiting << 5) | value;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            if let Some(place) = places.next() {
                *place = (waiting >> bits & 0xff) as u8;
            }
        }
    }
    if letters != wanted {
        return Err(TextError::Length(letters, wanted));
    }
    if check != checksum(prefix, bytes) {
        return Err(TextError::Mistyped);
    }
    Ok(())
}

fn strip_prefix<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (head, body) = text.split_at_checked(prefix.len())?;
    let body = body.strip_prefix(['-', ' '])?;
    head.eq_ignore_ascii_case(prefix).then_some(body)
}

fn value_of(character: char) -> Option<u32> {
    let letter = match character.to_ascii_lowercase() {
        'o' => '0',
        'i' | 'l' => '1',
        other => other,
    };
    let at = ALPHABET
        .iter()
        .position(|known| char::from(*known) == letter)?;
    u32::try_from(at).ok()
}

fn checksum(prefix: &str, bytes: &[u8]) -> [u8; CHECK] {
    let digest = Sha256::digest(
        Framed::new("swansfeet text 1")
            .text(prefix)
            .bytes(bytes)
            .as_slice(),
    );
    let mut check = [0; CHECK];
    check.copy_from_slice(&digest[..CHECK]);
    check
}
