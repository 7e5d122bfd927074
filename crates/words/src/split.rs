//! Cutting texts at ASCII marks. The standard library's own tools take any pattern and are made
//! anew for each kind of it; in a widget one small function for bytes serves everything.

/// What stands before and after the first such ASCII mark; nothing if there is none.
pub fn at(text: &str, mark: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == mark)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// What stands before and after the first such mark outside braces, or all and nothing. A
/// backslash takes its meaning from the mark behind it.
pub(crate) fn outside_braces(text: &str, mark: u8) -> (&str, &str) {
    let mut depth = 0_u32;
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        if escaped {
            escaped = false;
        } else if depth == 0 && byte == mark {
            return (
                text.get(..at).unwrap_or(""),
                text.get(at + 1..).unwrap_or(""),
            );
        } else {
            match byte {
                b'\\' => escaped = true,
                b'{' => depth += 1,
                b'}' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
    }
    (text, "")
}
