//! The check itself, in the order of the regulations.

use crate::answer::PayCheck;
use crate::case::Case;
use crate::error::CaseError;
use crate::rates::Rates;

/// Works out whether the pay of one period reached the minimum wage, and what is owed.
///
/// # Errors
///
/// Every fact that cannot be right, with its field. Missing facts are no errors: they make gaps.
pub fn check(_case: &Case, _rates: &Rates) -> Result<PayCheck, Vec<CaseError>> {
    Err(Vec::new())
}
