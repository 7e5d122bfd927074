//! All cases, by what they claim.

mod harness;

use anyhow::Result;

use crate::runner::Case;

/// Every case, in the order in which they run.
pub fn all() -> Result<Vec<Case>> {
    let mut cases = Vec::new();
    cases.extend(harness::cases());
    Ok(cases)
}
