//! Messages that other code names at run time: a step of a calculation, a gap, an error.

use crate::Msg;

/// Looks a key up in the list that a build script wrote, which is sorted by key.
#[must_use]
pub fn find(keys: &[(&str, u16)], key: &str) -> Option<Msg> {
    keys.binary_search_by(|(known, _)| (*known).cmp(key))
        .ok()
        .and_then(|at| keys.get(at))
        .map(|(_, line)| Msg(*line))
}
