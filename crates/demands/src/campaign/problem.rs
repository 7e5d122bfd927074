//! What can be wrong in a campaign file, worded for the person who wrote it.

use core::{error::Error, fmt};

use crate::seal::TextError;

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileError {
    /// The line, from 1.
    pub line: usize,
    /// The key, with the tables that it is in: `demands[2].title.cy`, counted from 1. Empty where
    /// the file is not TOML.
    pub key: String,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The file is not TOML: what the reader of TOML says.
    NotToml(String),
    /// No such key here: the one that was probably meant, or all that there are.
    Unknown(Option<&'static str>, &'static [&'static str]),
    /// The key must be there.
    Missing,
    /// Another kind of value is needed: which.
    Needs(&'static str),
    /// Nothing in it.
    Empty,
    /// Longer than this many letters.
    TooLong(usize),
    /// Not a number from the first to the second.
    OutOfRange(u32, u32),
    /// Not an id.
    NotAnId,
    /// Not a language tag.
    NotALanguage,
    /// The words in this language are missing.
    NoWordsIn(String),
    /// A language that `languages` does not name.
    OtherLanguage,
    /// The same id or epoch stands above.
    Twice,
    /// A time without its distance from UTC.
    NoOffset,
    /// It closes before it opens.
    ClosesFirst,
    /// Not one of these words: the one that was probably meant, or all of them.
    NoSuchWord(Option<&'static str>, &'static [&'static str]),
    /// A name in braces that letters do not know.
    Placeholder(String),
    /// Not an address that starts with https://.
    NotHttps,
    /// Not the origin of a website.
    NotAnOrigin,
    /// Not a public key.
    NotAKey(TextError),
    /// A character that no text may have, such as a control character.
    Character(char),
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let FileError { line, key, problem } = self;
        write!(f, "line {line}: ")?;
        if !key.is_empty() {
            write!(f, "`{key}` ")?;
        }
        problem.fmt(f)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::NotToml(why) => write!(f, "this is not TOML: {why}"),
            Problem::Unknown(Some(near), _) => {
                write!(f, "is not known here: do you mean `{near}`?")
            }
            Problem::Unknown(None, known) => {
                f.write_str("is not known here: it can be ")?;
                list(f, known)
            }
            Problem::Missing => f.write_str("is missing"),
            Problem::Needs(what) => write!(f, "must be {what}"),
            Problem::Empty => f.write_str("is empty"),
            Problem::TooLong(most) => write!(f, "is longer than {most} letters"),
            Problem::OutOfRange(from, to) => write!(f, "must be from {from} to {to}"),
            Problem::NotAnId => f.write_str(
                "must be an id: small letters a to z, numbers and hyphens, starting with a letter",
            ),
            Problem::NotALanguage => f.write_str("must be a language tag, such as `en` or `pt-BR`"),
            Problem::NoWordsIn(language) => write!(f, "has no words in `{language}`"),
            Problem::OtherLanguage => f.write_str("is a language that `languages` does not name"),
            Problem::Twice => f.write_str("is the same as one above"),
            Problem::NoOffset => f.write_str(
                "must say how far it is from UTC: 2026-03-02T09:00:00+00:00 in winter, +01:00 in \
                 summer",
            ),
            Problem::ClosesFirst => f.write_str("must be later than `opens`"),
            Problem::NoSuchWord(Some(near), _) => write!(f, "is not known: do you mean `{near}`?"),
            Problem::NoSuchWord(None, known) => {
                f.write_str("is not known: it can be ")?;
                list(f, known)
            }
            Problem::Placeholder(name) => {
                write!(
                    f,
                    "has `{{{name}}}`: letters know only `{{name}}` and `{{place}}`"
                )
            }
            Problem::NotHttps => f.write_str("must be an address that starts with https://"),
            Problem::NotAnOrigin => f.write_str(
                "must be the beginning of an address in small letters, without a path: \
                 https://north.example",
            ),
            Problem::NotAKey(error) => write!(f, "is not a public key: {error}"),
            Problem::Character(found) => {
                write!(
                    f,
                    "has a character that cannot be shown (U+{:04X})",
                    u32::from(*found)
                )
            }
        }
    }
}

fn list(f: &mut fmt::Formatter<'_>, words: &[&str]) -> fmt::Result {
    for (at, word) in words.iter().enumerate() {
        write!(f, "{}`{word}`", if at == 0 { "" } else { ", " })?;
    }
    Ok(())
}

impl Error for FileError {}
