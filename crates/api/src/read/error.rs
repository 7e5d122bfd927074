//! What can be wrong with a line of JSON.

/// A fault, and the field that has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// `sleep_ins[2].hours`; empty for the line as a whole.
    pub field: String,
    /// What is wrong.
    pub fault: ReadFault,
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadFault {
    /// The line is no JSON; the column where that shows.
    NotJson {
        /// Counted from 1.
        column: usize,
    },
    /// No field of this name exists here.
    UnknownField {
        /// The one that was likely meant.
        nearest: Option<&'static str>,
    },
    /// It has to be there.
    Missing,
    /// It is there twice.
    GivenTwice,
    /// Two fields that say the same, both given: this and the other one.
    GivenBoth {
        /// The other one.
        other: &'static str,
    },
    /// No object `{…}`.
    NotObject,
    /// No list `[…]`.
    NotList,
    /// No number such as 12.50.
    NotNumber,
    /// No whole number such as 35.
    NotWhole,
    /// No date such as 2026-10-01.
    NotDate,
    /// No time such as 07:30.
    NotTime,
    /// Neither true nor false.
    NotYesNo,
    /// Neither text nor a number.
    NotId,
    /// No text.
    NotText,
    /// No bytes in base64url without padding.
    NotBytes,
    /// None of the names that are possible here.
    NotAChoice {
        /// All of them, with commas between.
        choices: String,
    },
    /// Of no form that is possible here.
    NotAnyForm,
    /// A day that is not in the period.
    OutsidePeriod,
}

impl ReadError {
    /// The key of the message.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self.fault {
            ReadFault::NotJson { .. } => "error-not-json",
            ReadFault::UnknownField { nearest: Some(_) } => "error-unknown-field-nearest",
            ReadFault::UnknownField { nearest: None } => "error-unknown-field",
            ReadFault::Missing => "error-missing",
            ReadFault::GivenTwice => "error-given-twice",
            ReadFault::GivenBoth { .. } => "error-given-both",
            ReadFault::NotObject => "error-not-object",
            ReadFault::NotList => "error-not-list",
            ReadFault::NotNumber => "error-not-number",
            ReadFault::NotWhole => "error-not-whole",
            ReadFault::NotDate => "error-not-date",
            ReadFault::NotTime => "error-not-time",
            ReadFault::NotYesNo => "error-not-yes-no",
            ReadFault::NotId => "error-not-id",
            ReadFault::NotText => "error-not-text",
            ReadFault::NotBytes => "error-not-bytes",
            ReadFault::NotAChoice { .. } => "error-not-a-choice",
            ReadFault::NotAnyForm => "error-not-any-form",
            ReadFault::OutsidePeriod => "error-outside-period",
        }
    }

    /// The argument of the message, where it has one.
    #[must_use]
    pub fn arg(&self) -> Option<(&'static str, String)> {
        match &self.fault {
            ReadFault::NotJson { column } => Some(("column", column.to_string())),
            ReadFault::UnknownField {
                nearest: Some(name),
            } => Some(("nearest", (*name).to_owned())),
            ReadFault::GivenBoth { other } => Some(("other", (*other).to_owned())),
            ReadFault::NotAChoice { choices } => Some(("choices", choices.clone())),
            _ => None,
        }
    }
}
