//! Messages that other code names at run time: a step of a calculation, a gap, an error.

use crate::Msg;

/// Looks a key up in the list that a build script wrote: the line of a run's first key, and the
/// keys of that line and the ones after it, parted by spaces. No list of pointers, which take
/// more room in a widget than the keys; and so few keys need no faster search.
#[must_use]
pub fn find(runs: &[(u16, &str)], key: &str) -> Option<Msg> {
    runs.iter().find_map(|(first, keys)| {
        let mut keys = keys.as_bytes().split(|byte| *byte == b' ');
        let at = keys.position(|known| known == key.as_bytes())?;
        Some(Msg(first + at as u16))
    })
}
