//! A text in a text. The standard library's way is made for long ones, and is a kilobyte of a widget.

/// What stands before and behind the first place at which that stands, as `split_once` has it. Of
/// nothing there is none.
#[must_use]
pub fn around<'a>(text: &'a str, at: &str) -> Option<(&'a str, &'a str)> {
    let mut windows = text.as_bytes().windows(at.len().max(1));
    let start = windows.position(|window| window == at.as_bytes())?;
    // What is text itself begins and ends where characters do.
    Some((text.get(..start)?, text.get(start + at.len()..)?))
}

#[cfg(test)]
mod tests {
    use super::around;

    #[test]
    fn it_is_cut_where_the_library_cuts() {
        for text in [
            "",
            "a",
            "a://b",
            "://",
            "a://b://c",
            "é://è",
            "aaab",
            "::/ ://",
        ] {
            for at in ["://", "a", "é", "aab", " : "] {
                assert_eq!(around(text, at), text.split_once(at), "{text} {at}");
            }
            assert_eq!(around(text, ""), None);
        }
    }
}
