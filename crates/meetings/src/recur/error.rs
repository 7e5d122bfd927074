//! What can be wrong with a rule.

use std::fmt;

/// Why a text is no rule that can be used here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleError {
    /// The part, as it was written: `BYDAY`; empty for the rule as a whole. At most 40 characters.
    pub part: String,
    /// What is wrong with it.
    pub fault: RuleFault,
}

/// What is wrong with a part of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleFault {
    /// The text is empty.
    Empty,
    /// There is no FREQ.
    NoFreq,
    /// Nothing like `NAME=value`.
    NoValue,
    /// No part has this name.
    UnknownPart,
    /// It exists, and no meeting needs it.
    Unsupported {
        /// What it was to be: `SECONDLY`; empty where the part as such is meant.
        value: String,
    },
    /// It is there twice.
    Twice,
    /// The value is none that this part can have.
    Value {
        /// As it was written, at most 40 characters.
        value: String,
    },
    /// RFC 5545 forbids the two together.
    NotWith {
        /// The other part, or the frequency.
        other: &'static str,
    },
    /// BYSETPOS chooses among what other parts give, and there is none.
    Alone,
    /// BYHOUR, BYMINUTE or BYSECOND says another time than the start.
    NotTheStart,
}

impl RuleFault {
    /// The key of the sentence in the command line's words; its arguments are `part` and, from
    /// [`RuleError::argument`], `value`.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            RuleFault::Empty => "error-rule-empty",
            RuleFault::NoFreq => "error-rule-no-freq",
            RuleFault::NoValue => "error-rule-no-value",
            RuleFault::UnknownPart => "error-rule-unknown-part",
            RuleFault::Unsupported { value } if value.is_empty() => "error-rule-unsupported",
            RuleFault::Unsupported { .. } => "error-rule-unsupported-value",
            RuleFault::Twice => "error-rule-twice",
            RuleFault::Value { .. } => "error-rule-value",
            RuleFault::NotWith { .. } => "error-rule-not-with",
            RuleFault::Alone => "error-rule-alone",
            RuleFault::NotTheStart => "error-rule-not-the-start",
        }
    }
}

impl RuleError {
    /// What was written, or the other part; empty where the sentence needs neither.
    #[must_use]
    pub fn argument(&self) -> &str {
        match &self.fault {
            RuleFault::Unsupported { value } | RuleFault::Value { value } => value,
            RuleFault::NotWith { other } => other,
            _ => "",
        }
    }
}

impl fmt::Display for RuleError {
    /// In English, for whoever keeps a feed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words: [&str; 3] = match &self.fault {
            RuleFault::Empty => ["the rule is empty", "", ""],
            RuleFault::NoFreq => ["the rule has no FREQ, such as FREQ=WEEKLY", "", ""],
            RuleFault::NoValue => [&self.part, " has no value; write NAME=value", ""],
            RuleFault::UnknownPart => [&self.part, " is no part of a rule", ""],
            RuleFault::Unsupported { value } if value.is_empty() => {
                [&self.part, " is not supported", ""]
            }
            RuleFault::Unsupported { value } => [&self.part, " is not supported: ", value],
            RuleFault::Twice => [&self.part, " is there twice", ""],
            RuleFault::Value { value } => [&self.part, " cannot be ", value],
            RuleFault::NotWith { other } => [&self.part, " must not stand with ", other],
            RuleFault::Alone => [&self.part, " needs another BY part to choose from", ""],
            RuleFault::NotTheStart => [&self.part, " says another time than the start", ""],
        };
        words.iter().try_for_each(|word| f.write_str(word))
    }
}

impl std::error::Error for RuleError {}
