//! What can be wrong with Fluent files, worded for the translator or developer who mends it.

use std::{error::Error, fmt, io, path::Path};

/// One thing to mend. Its text names the key, the locale and the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// A file or folder that cannot be read or written.
    Files {
        /// The path and what the system said.
        what: String,
    },
    /// There are no English files at all.
    NoEnglish,
    /// A line that is no Fluent.
    Syntax {
        /// File and line, `cy.ftl:12`.
        place: String,
        /// What the parser expected.
        what: String,
    },
    /// A key that stands twice in one locale.
    Twice {
        /// The key.
        key: String,
        /// Its locale.
        locale: String,
        /// The two files.
        files: [String; 2],
    },
    /// A key that English has and another locale lacks.
    Missing {
        /// The key.
        key: String,
        /// The locale without it.
        locale: String,
        /// The file where English has it.
        english: String,
    },
    /// A key that English does not have.
    Extra {
        /// The key.
        key: String,
        /// Its locale.
        locale: String,
        /// Its file.
        file: String,
    },
    /// A message whose blanks are not those of English.
    OtherBlanks {
        /// The key.
        key: String,
        /// Its locale.
        locale: String,
        /// Its file.
        file: String,
        /// The blanks it has, then those of English.
        blanks: [Vec<String>; 2],
    },
    /// Anything else within one message.
    InMessage {
        /// The key.
        key: String,
        /// Its locale.
        locale: String,
        /// Its file.
        file: String,
        /// What is wrong, as the end of a sentence.
        what: String,
    },
    /// A prefix given to `keyed` that no key starts with.
    UnusedPrefix {
        /// The prefix.
        prefix: String,
    },
}

impl Problem {
    pub(super) fn unreadable(path: &Path, error: &io::Error) -> Self {
        Self::Files {
            what: format!("cannot read {}: {error}", path.display()),
        }
    }

    pub(super) fn unwritable(path: &Path, error: &io::Error) -> Self {
        Self::Files {
            what: format!("cannot write to {}: {error}", path.display()),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Files { what } => f.write_str(what),
            Self::NoEnglish => f.write_str("no English: every locale is measured by `en`"),
            Self::Syntax { place, what } => write!(f, "{place}: {what}"),
            Self::Twice {
                key,
                locale,
                files: [first, second],
            } => {
                write!(
                    f,
                    "`{key}` stands twice in locale `{locale}`: in {first} and in {second}"
                )
            }
            Self::Missing {
                key,
                locale,
                english,
            } => {
                write!(
                    f,
                    "`{key}` is missing in locale `{locale}`; English has it in {english}"
                )
            }
            Self::Extra { key, locale, file } => {
                write!(f, "`{key}` in locale `{locale}` ({file}) is not in English")
            }
            Self::OtherBlanks {
                key,
                locale,
                file,
                blanks: [own, english],
            } => write!(
                f,
                "`{key}` in locale `{locale}` ({file}) has the blanks [{}], English has [{}]",
                own.join(", "),
                english.join(", "),
            ),
            Self::InMessage {
                key,
                locale,
                file,
                what,
            } => {
                write!(f, "`{key}` in locale `{locale}` ({file}) {what}")
            }
            Self::UnusedPrefix { prefix } => write!(f, "no key starts with `{prefix}`"),
        }
    }
}

impl Error for Problem {}
