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

use crate::split;

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
    let mut chars = pattern.chars();
    while let Some(char) = chars.next() {
        let literal = match char {
            '{' => {
                let (placeable, after) = split::outside_braces(chars.as_str(), b'}');
                match split::at(placeable, b'|') {
                    None => blanks.write(placeable, out),
                    Some((name, variants)) if depth > 0 => {
                        fill_at(choose(name, variants, blanks), blanks, out, depth - 1);
                    }
                    Some(_) => {}
                }
                chars = after.chars();
                continue;
            }
            '\\' => match chars.next() {
                Some('n') => '\n',
                Some(literal) => literal,
                None => return,
            },
            literal => literal,
        };
        // At one place only: each `push` is a hundred bytes of a widget.
        out.push(literal);
    }
}

/// The pattern of the first variant that matches, or of the one marked as default.
fn choose<'a>(name: &str, variants: &'a str, blanks: &dyn Blanks) -> &'a str {
    let mut default = "";
    let mut rest = variants;
    while !rest.is_empty() {
        let (variant, more) = split::outside_braces(rest, b'|');
        let (key, pattern) = split::at(variant, b'=').unwrap_or(("", variant));
        let without_mark = key.strip_prefix('*');
        if blanks.matches(name, without_mark.unwrap_or(key)) {
            return pattern;
        }
        if without_mark.is_some() {
            default = pattern;
        }
        rest = more;
    }
    default
}
