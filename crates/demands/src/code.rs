//! One-time codes for those who sign without an email address.
//!
//! An organiser prints a sheet of them, as text and as QR codes, and hands out one a person. The hub
//! keeps only a keyed hash ([`CampaignSecret::code_mark`]) and takes each once.
//!
//! [`CampaignSecret::code_mark`]: crate::duplicate::CampaignSecret::code_mark

use core::fmt;

use swansfeet_seal::{TextError, armour};

const PREFIX: &str = "swc1";

/// A one-time code: 56 random bits, and a checksum that tells a slip of the pen from a used code.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Code([u8; Code::BYTES]);

impl Code {
    /// How many random bytes a code is made of. Guessing one of a million codes takes some 70
    /// thousand million tries, each a request to the hub.
    pub const BYTES: usize = 7;

    /// The code of these bytes, which must come from a good source of random bytes.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; Code::BYTES]) -> Code {
        Code(bytes)
    }

    /// Its bytes.
    #[must_use]
    pub const fn to_bytes(&self) -> [u8; Code::BYTES] {
        self.0
    }

    /// Reads a code as it stands on the sheet, with or without its first letters; capitals, spaces
    /// and missing hyphens allowed.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn read(text: &str) -> Result<Code, TextError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(TextError::Empty);
        }
        match armour::read(PREFIX, text) {
            Err(TextError::Prefix(_)) => armour::read(PREFIX, &[PREFIX, "-", text].concat()),
            read => read,
        }
        .map(Code)
    }
}

impl Code {
    /// As it stands on a slip of paper.
    #[must_use]
    pub fn text(&self) -> String {
        armour::write(PREFIX, &self.0)
    }
}

/// `swc1-` and four groups of four.
impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

/// Never the code: it is as good as a signature until it is used.
impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(…)")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn codes_are_read_as_people_type_them() {
        let code = Code::from_bytes([1, 35, 69, 103, 137, 171, 205]);
        let written = code.to_string();
        assert_eq!(written.len(), "swc1-xxxx-xxxx-xxxx-xxxx".len());
        let bare = &written["swc1-".len()..];
        for typed in [
            &*written,
            &written.to_uppercase(),
            bare,
            &bare.replace('-', " "),
            &bare.replace('-', ""),
            &format!("  {bare}\n"),
        ] {
            assert_eq!(Code::read(typed), Ok(code.clone()), "{typed}");
        }
        assert_eq!(format!("{code:?}"), "Code(…)");
    }

    #[test]
    fn mistyped_codes_say_what_is_wrong() {
        let written = Code::from_bytes([7; 7]).to_string();
        for (typed, wanted) in [
            ("", TextError::Empty),
            (" ", TextError::Empty),
            ("swc1-", TextError::Length(0, 16)),
            (&written[..written.len() - 1], TextError::Length(15, 16)),
            ("0000-0000-0000-0000", TextError::Mistyped),
            ("0000-0000-0000-000u", TextError::Character('u')),
        ] {
            assert_eq!(Code::read(typed), Err(wanted), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn every_code_comes_back(bytes: [u8; 7]) {
            let code = Code::from_bytes(bytes);
            prop_assert_eq!(Code::read(&code.to_string()), Ok(code));
        }

        #[test]
        fn anything_may_be_typed_as_a_code(typed in "\\PC*|(swc1-)?[0-9a-z -]{0,24}") {
            let _ = Code::read(&typed);
        }
    }
}
