//! Fills the blanks of one line of a table. Knows the notation, and nothing of any language.
//!
//! ```text
//! {amount}                                   a blank
//! {visits|1=one visit|*other={visits} visits} a choice: first match in order, else the one with *
//! \{ \| \} \\ \n                             the characters themselves, and a line break
//! ```
//!
//! Patterns come from our own compiler, but over the network: whatever a line holds, filling it
//! ends, and does not panic.

/// Where a pattern gets its facts.
pub(crate) trait Blanks {
    /// Writes the value of a blank.
    fn write(&self, name: &str, out: &mut String);
    /// Whether the value of a blank is what a variant's key asks for.
    fn matches(&self, name: &str, key: &str) -> bool;
}

/// Appends the filled pattern to `out`.
pub(crate) fn fill(pattern: &str, blanks: &dyn Blanks, out: &mut String) {
    fill_at(pattern, blanks, out, DEPTH);
}

/// Sentences nest choices two or three deep; beyond this a line is damaged.
const DEPTH: u8 = 8;

fn fill_at(pattern: &str, blanks: &dyn Blanks, out: &mut String, depth: u8) {
    let mut rest = pattern;
    while let Some(at) = rest.find(['{', '\\']) {
        let (before, marked) = rest.split_at(at);
        out.push_str(before);
        if let Some(escaped) = marked.strip_prefix('\\') {
            let mut chars = escaped.chars();
            match chars.next() {
                Some('n') => out.push('\n'),
                Some(literal) => out.push(literal),
                None => {}
            }
            rest = chars.as_str();
            continue;
        }
        let inside = &marked[1..];
        let end = end_of(inside, "}");
        let (placeable, after) = inside.split_at(end);
        match placeable.split_once('|') {
            None => blanks.write(placeable, out),
            Some((name, variants)) if depth > 0 => {
                fill_at(choose(name, variants, blanks), blanks, out, depth - 1);
            }
            Some(_) => {}
        }
        rest = after.strip_prefix('}').unwrap_or(after);
    }
    out.push_str(rest);
}

/// The pattern of the first variant that matches, or of the one marked as default.
fn choose<'a>(name: &str, variants: &'a str, blanks: &dyn Blanks) -> &'a str {
    let mut default = "";
    let mut rest = variants;
    loop {
        let end = end_of(rest, "|");
        let (variant, after) = rest.split_at(end);
        let (key, pattern) = variant.split_once('=').unwrap_or(("", variant));
        let (key, is_default) = match key.strip_prefix('*') {
            Some(key) => (key, true),
            None => (key, false),
        };
        if blanks.matches(name, key) {
            return pattern;
        }
        if is_default {
            default = pattern;
        }
        match after.strip_prefix('|') {
            Some(more) => rest = more,
            None => return default,
        }
    }
}

/// Where `stop` stands outside inner braces, or the end of the text.
fn end_of(text: &str, stop: &str) -> usize {
    let mut depth = 0_u32;
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        if escaped {
            escaped = false;
            continue;
        }
        match byte {
            b'\\' => escaped = true,
            _ if depth == 0 && stop.as_bytes().contains(&byte) => return at,
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    text.len()
}
