//! What can be wrong with a typed postcode, worded for the person who typed it.

use core::{error::Error, fmt};

use crate::Outcode;

/// Why what was typed is not a postcode.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum PostcodeError {
    /// Nothing was typed.
    Empty,
    /// A character that no postcode has.
    Character(char),
    /// Too few characters.
    TooShort,
    /// Too many characters: often a whole address.
    TooLong,
    /// Only numbers: another country's code, or a telephone number.
    OnlyNumbers,
    /// It starts with a number.
    StartsWithNumber,
    /// The first half alone.
    FirstHalfOnly(Outcode),
    /// The second half alone.
    SecondHalfOnly,
    /// Letters that no UK postcode begins with.
    UnknownArea(Outcode),
    /// The area exists, but what follows its letters has no right shape.
    FirstHalf(Outcode),
    /// The second half is not a number and two letters.
    SecondHalf,
    /// A letter that never stands at the end of a postcode.
    NeverAtTheEnd(char),
    /// A forces' address (`BFPO 57`) where the postcode that goes with it is wanted.
    Bfpo,
    /// An Irish Eircode.
    Irish,
}

impl PostcodeError {
    /// The key of the message in the widgets' languages.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            PostcodeError::Empty => "error-postcode-empty",
            PostcodeError::Character(_) => "error-postcode-character",
            PostcodeError::TooShort => "error-postcode-too-short",
            PostcodeError::TooLong => "error-postcode-too-long",
            PostcodeError::OnlyNumbers => "error-postcode-only-numbers",
            PostcodeError::StartsWithNumber => "error-postcode-starts-with-number",
            PostcodeError::FirstHalfOnly(_) => "error-postcode-first-half-only",
            PostcodeError::SecondHalfOnly => "error-postcode-second-half-only",
            PostcodeError::UnknownArea(_) => "error-postcode-unknown-area",
            PostcodeError::FirstHalf(_) => "error-postcode-first-half",
            PostcodeError::SecondHalf => "error-postcode-second-half",
            PostcodeError::NeverAtTheEnd(_) => "error-postcode-never-at-the-end",
            PostcodeError::Bfpo => "error-postcode-bfpo",
            PostcodeError::Irish => "error-postcode-irish",
        }
    }
}

impl fmt::Display for PostcodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PostcodeError::Empty => f.write_str("Type a postcode, such as LS1 4DY."),
            PostcodeError::Character(found) if found.is_control() => {
                f.write_str("A postcode has only letters and numbers.")
            }
            PostcodeError::Character(found) => {
                write!(f, "A postcode has only letters and numbers, no ‘{found}’.")
            }
            PostcodeError::TooShort => {
                f.write_str("That is too short. Type the whole postcode, such as LS1 4DY.")
            }
            PostcodeError::TooLong => {
                f.write_str("That is too long. Type the postcode alone, such as LS1 4DY.")
            }
            PostcodeError::OnlyNumbers => {
                f.write_str("A UK postcode has letters and numbers, such as LS1 4DY.")
            }
            PostcodeError::StartsWithNumber => {
                f.write_str("A postcode starts with a letter, such as LS1 4DY.")
            }
            PostcodeError::FirstHalfOnly(half) => {
                write!(
                    f,
                    "{half} is the first half. Type the whole postcode, such as {half} 4DY."
                )
            }
            PostcodeError::SecondHalfOnly => {
                f.write_str("That is the second half. Type the whole postcode, such as LS1 4DY.")
            }
            PostcodeError::UnknownArea(letters) => {
                write!(
                    f,
                    "No UK postcode starts with {letters}. Check the first letters."
                )
            }
            PostcodeError::FirstHalf(half) => {
                write!(
                    f,
                    "{half} cannot be the first half of a postcode. Check it."
                )
            }
            PostcodeError::SecondHalf => {
                f.write_str("A postcode ends with a number and two letters, such as 4DY.")
            }
            PostcodeError::NeverAtTheEnd(letter) => {
                write!(
                    f,
                    "The last two letters of a postcode are never {letter}. Check them."
                )
            }
            PostcodeError::Bfpo => f.write_str(
                "Type the postcode that goes with your BFPO number: it starts with BF1.",
            ),
            PostcodeError::Irish => {
                f.write_str("That is an Irish Eircode. We need a UK postcode, such as LS1 4DY.")
            }
        }
    }
}

impl Error for PostcodeError {}
