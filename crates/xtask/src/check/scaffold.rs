//! That a widget just made by `cargo xtask new-widget` would pass all that is asked of the others.
//! Knows nothing of what is in it.

use std::path::Path;

use anyhow::Result;

use super::{Outcome, arrows, wasm};
use crate::new_widget;

/// Format, lints, documentation, its own tests, arrows, and nothing forbidden.
pub(super) fn check(root: &Path) -> Result<Outcome> {
    let house = match new_widget::prove(root) {
        Ok(house) => house,
        Err(error) => return Ok(Outcome::Failed(vec![format!("{error:#}")])),
    };
    for holds in [arrows::check, wasm::check] {
        let outcome = holds(&house)?;
        if !matches!(outcome, Outcome::Passed(_)) {
            return Ok(outcome);
        }
    }
    Ok(Outcome::Passed(Vec::new()))
}
