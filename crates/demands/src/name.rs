//! Names as people have them.
//!
//! One word or twenty, in any script, with apostrophes, hyphens, initials, numbers, brackets. Only
//! what cannot be a name is refused: control characters, web and email addresses, nothing at all.
//! Refuses to know which part is a first name.

use crate::email::is_in;
use crate::typed::{Unicode, is_hidden, is_letter_like, tidy};

/// A name as it will be kept: composed, with single spaces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    name: String,
    comparable: String,
}

/// Why what was typed is no name.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum NameError {
    /// Nothing was typed.
    Empty,
    /// More than [`Name::LONGEST`] characters.
    TooLong,
    /// A line break, a tab, or a character that hides others.
    Hidden,
    /// No letter of any script.
    NoLetter,
    /// A web address.
    WebAddress,
    /// An email address: probably in the wrong field.
    EmailAddress,
    /// A sign that no name has: `<` or `>`.
    Sign(char),
}

impl NameError {
    /// The key of the message in the widgets' languages.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            NameError::Empty => "error-name-empty",
            NameError::TooLong => "error-name-too-long",
            NameError::Hidden => "error-name-hidden",
            NameError::NoLetter => "error-name-no-letter",
            NameError::WebAddress => "error-name-web-address",
            NameError::EmailAddress => "error-name-email-address",
            NameError::Sign(_) => "error-name-sign",
        }
    }
}

impl Name {
    /// The longest name, in characters. Long enough for any that a passport office has seen.
    pub const LONGEST: usize = 200;

    /// Reads a name as somebody typed it.
    ///
    /// # Errors
    /// What cannot be in a name.
    pub fn read(typed: &str, unicode: Unicode) -> Result<Name, NameError> {
        // Far longer than any name: not worth composing.
        if typed.len() > 64 * Name::LONGEST {
            return Err(NameError::TooLong);
        }
        let tidy = tidy(typed, unicode);
        if tidy.is_empty() {
            return Err(NameError::Empty);
        }
        if tidy.chars().any(is_hidden) {
            return Err(NameError::Hidden);
        }
        let name = single_spaces(&tidy);
        if name.chars().count() > Name::LONGEST {
            return Err(NameError::TooLong);
        }
        if name.contains('@') {
            return Err(NameError::EmailAddress);
        }
        if name.split(' ').any(is_web_address) {
            return Err(NameError::WebAddress);
        }
        if let Some(sign) = name.chars().find(|c| matches!(c, '<' | '>')) {
            return Err(NameError::Sign(sign));
        }
        if !name
            .chars()
            .any(|c| is_letter_like(c) && !c.is_ascii_digit())
        {
            return Err(NameError::NoLetter);
        }
        let letters: String = name.chars().filter(|c| is_letter_like(*c)).collect();
        Ok(Name {
            comparable: (unicode.small)(&letters),
            name,
        })
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.name
    }

    /// The name for comparing with others: small letters and digits alone, so that `Ana O'Neill`
    /// and `ana  oneill` are one.
    #[must_use]
    pub fn comparable(&self) -> &str {
        &self.comparable
    }
}

/// One space where there were spaces of any kind and number.
fn single_spaces(text: &str) -> String {
    let mut single = String::new();
    for c in text.chars() {
        match (c.is_whitespace(), single.ends_with(' ')) {
            (false, _) => single.push(c),
            (true, false) => single.push(' '),
            (true, true) => {}
        }
    }
    single
}

/// `J.R.`, `St.John` and `Dr.Okafor` are names; `visit-us.com` is not.
fn is_web_address(word: &str) -> bool {
    const ENDINGS: &str = "com net org info biz io ru xyz site shop";
    let word = word.to_ascii_lowercase();
    let host = word.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let dot = host.bytes().rposition(|byte| byte == b'.');
    let ends_like_one = dot.is_some_and(|dot| {
        let (before, ending) = (&host[..dot], &host[dot + 1..]);
        before.chars().count() > 1 && (is_in(ENDINGS, ending) || before.ends_with(".co"))
    });
    word.as_bytes().windows(3).any(|part| part == b"://")
        || host.starts_with("www.")
        || ends_like_one
}
