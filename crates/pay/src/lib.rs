//! Pay rules for care and support workers over dated, cited rates.
//!
//! One question: was this worker paid the legal minimum for one pay period, and if not, what is
//! owed? [`check`] takes a [`Case`] (what the worker knows) and the [`Rates`], and gives a
//! [`PayCheck`]: the figures, each step with its rule and source, and the gaps that could change
//! them.
//!
//! What this crate refuses to know: the clock (today is a fact of the case), any language (steps,
//! gaps and errors are keys with arguments; the sentences live in `crates/words`), JSON, the
//! screen, and floating-point numbers.
#![forbid(unsafe_code)]
#![deny(clippy::float_arithmetic)]

pub mod answer;
pub mod case;
pub mod clocks;
pub mod error;
pub mod exact;
pub mod rates;
pub mod source;
pub mod units;

mod check;
mod kinds;
mod rules;
mod validate;

pub use answer::{Arg, Gap, GapKind, PayCheck, Reading, ReadingKind, Reference, ReferenceKind};
pub use answer::{Rule, Share, Step, TaxRelief};
pub use case::DeductionKind;
pub use case::{Accommodation, Age, Apprentice, Case, Charge, Cost, CostKind, Deduction};
pub use case::{Mileage, Nation, NotWages, NotWagesKind, Period, Premium, SleepIn, Time, TimeKind};
pub use check::check;
pub use error::{CaseError, ErrorKind, Field};
pub use rates::{Band, MinimumWage, Rates, Status};
pub use source::Source;
pub use units::{HourlyRate, Hours, Money};
