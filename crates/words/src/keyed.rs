//! Messages that other code names by key: a step of a calculation, a gap, an error.

use crate::Msg;

/// Looks a key up in the list that a build script wrote: the line of a run's first key, and the
/// keys of that line and the ones after it, parted by spaces.
///
/// For `const`: a widget that finds its messages while it is compiled carries none of the keys.
/// No list of pointers, which take more room than the keys where they are carried after all.
#[must_use]
pub const fn find(runs: &[(u16, &str)], key: &str) -> Option<Msg> {
    let mut run = 0;
    while run < runs.len() {
        let (first, keys) = runs[run];
        if let Some(place) = place(keys.as_bytes(), key.as_bytes()) {
            return Some(Msg(first + place));
        }
        run += 1;
    }
    None
}

/// Which of the words parted by spaces it is.
const fn place(words: &[u8], wanted: &[u8]) -> Option<u16> {
    let (mut place, mut start) = (0, 0);
    while start < words.len() {
        let mut same = 0;
        while same < wanted.len()
            && start + same < words.len()
            && words[start + same] == wanted[same]
        {
            same += 1;
        }
        let mut end = start + same;
        if same == wanted.len() && (end == words.len() || words[end] == b' ') {
            return Some(place);
        }
        while end < words.len() && words[end] != b' ' {
            end += 1;
        }
        start = end + 1;
        place += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::Msg;

    #[test]
    fn whole_keys_alone_are_found() {
        let runs = [(3, "step-pay step-pay-more"), (9, "gap-pay")];
        for (key, line) in [
            ("step-pay", Some(3)),
            ("step-pay-more", Some(4)),
            ("gap-pay", Some(9)),
            ("step", None),
            ("step-pay-", None),
            ("pay", None),
            ("gap-pay-more", None),
        ] {
            assert_eq!(find(&runs, key), line.map(Msg), "{key}");
        }
    }
}
