//! Pay checks in JSON: one worker and one pay period a line. Payslip lines and more than one period
//! have no form here yet.
//!
//! In: decimals as strings or numbers, dates as 2026-10-01, an absent field means "not known", and
//! an unknown field is refused. Out: decimals as strings ([`decimals`] says how they are written).
//! Knows no rule about pay and no language: sentences come from the caller.

mod answer;
mod case;
mod clocks;
mod convert;
pub mod decimals;
mod rates;

use schemars::{Schema, SchemaGenerator, generate::SchemaSettings};

pub use crate::read::{Fault, Refusal, id_in};
pub use answer::{Answer, Gap, Reading, Reference, Say, Share, Step, TaxRelief};
pub use case::{
    Accommodation, Age, AgeBand, Apprentice, ApprenticeSince, Case, Cost, Deduction, Journey,
    JourneyKind, Mileage, NotWages, Period, Premium, SleepIn, TimeByKind, Visit,
};
pub use rates::{Rate, rates_on};

use crate::read::{Node, Read, ReadError};

impl Case {
    /// Reads a case from one line of JSON.
    ///
    /// # Errors
    ///
    /// The first fault, with its field.
    pub fn from_json(line: &str) -> Result<Case, ReadError> {
        Case::read(Node::parse(line)?, &crate::read::At::Top)
    }
}

/// The JSON Schema (2020-12) of a case.
#[must_use]
pub fn case_schema() -> Schema {
    generator().into_root_schema_for::<Case>()
}

/// The JSON Schema of an answer: an [`Answer`], or a [`Refusal`] for a line that cannot be right.
#[must_use]
pub fn answer_schema() -> Schema {
    generator().into_root_schema_for::<answer::Line>()
}

fn generator() -> SchemaGenerator {
    SchemaSettings::draft2020_12().into_generator()
}
