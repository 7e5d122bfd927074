//! What was not understood in a phrase.

use std::fmt;

/// What was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhraseError {
    /// The key of the sentence; its arguments are `what` and `example`.
    pub key: &'static str,
    /// The words that were not understood, some 40 characters at most; may be empty.
    pub what: String,
    /// A phrase that would be understood.
    pub example: &'static str,
}

impl fmt::Display for PhraseError {
    /// In English, for whoever keeps a feed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.key {
            "phrase-am-or-pm" => "morning or evening is not said",
            "phrase-backwards" => "the last date is before the first",
            "phrase-no-day" => "no day is said",
            "phrase-never" => "there is no such date",
            "phrase-no-time" => "there is no such time",
            "phrase-once-or-often" => "is it once, or again and again",
            "phrase-twice" => "this is said twice",
            "phrase-two-things" => "this is more than one meeting",
            "phrase-weekday" => "the day and the date do not fit",
            "phrase-which-date" => "the date is not said",
            _ => "this is not understood",
        })?;
        if !self.what.is_empty() {
            f.write_str(": ")?;
            f.write_str(&self.what)?;
        }
        f.write_str("; write for example ")?;
        f.write_str(self.example)
    }
}

impl std::error::Error for PhraseError {}

pub(super) fn error(key: &'static str, what: &str) -> PhraseError {
    PhraseError {
        key,
        what: what.chars().take(40).collect(),
        example: match key {
            "phrase-am-or-pm" | "phrase-no-time" => "Tuesdays at 7.30pm",
            "phrase-backwards" => "every Tuesday from 5 January to 9 March at 7pm",
            "phrase-once-or-often" => "every Tuesday from 7 April at 7pm",
            "phrase-two-things" => "every Tuesday at 7.30pm",
            "phrase-weekday" => "3 March at 7pm",
            "phrase-which-date" => "14 March at 7pm",
            "phrase-twice" => "3 March at 7pm",
            "phrase-no-day" => "every Monday at 10am",
            _ => "first Tuesday of the month at 7.30pm",
        },
    }
}

impl PhraseError {
    /// With an example that is nearer to what was meant.
    pub(super) fn like(self, example: &'static str) -> PhraseError {
        PhraseError { example, ..self }
    }
}
