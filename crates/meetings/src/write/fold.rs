//! Content lines: escaped, folded, with the line ends that the format asks for.

use crate::recur::digits;

/// The most octets of a line without its end (RFC 5545, 3.1).
const OCTETS: usize = 75;

/// A file that grows by lines.
#[derive(Default)]
pub(super) struct Sheaf {
    out: String,
}

impl Sheaf {
    /// A line whose value is written as it is.
    pub(super) fn line(&mut self, name: &str, value: &str) {
        let whole = [name, ":", value].concat();
        let mut rest = whole.as_str();
        let mut room = OCTETS;
        while rest.len() > room {
            let (front, end) = rest.split_at(rest.floor_char_boundary(room));
            self.out.push_str(front);
            self.out.push_str("\r\n ");
            rest = end;
            // The space takes one.
            room = OCTETS - 1;
        }
        self.out.push_str(rest);
        self.out.push_str("\r\n");
    }

    /// A line whose value is a text.
    pub(super) fn text(&mut self, name: &str, value: &str) {
        self.line(name, &escaped(value));
    }

    pub(super) fn done(self) -> String {
        self.out
    }
}

/// A text as a value: backslash, semicolon, comma and line ends escaped; other control characters,
/// which no value may hold, left out.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(c);
            }
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\r' => out.push_str("\\n"),
            '\t' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// A value that is no text (a link): what could end the line or begin another is left out.
pub(super) fn bare(value: &str) -> String {
    value.chars().filter(|c| !c.is_control()).collect()
}

/// A number with six places, as GEO has it.
pub(super) fn degrees(value: f64) -> String {
    // Whole numbers are a tenth of the bytes of formatted floats.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a float to an integer saturates, and degrees are small"
    )]
    let millionths = (value * 1e6).round() as i64;
    let mut out = String::new();
    if millionths < 0 {
        out.push('-');
    }
    let size = millionths.unsigned_abs();
    out.push_str(&(size / 1_000_000).to_string());
    out.push('.');
    digits(&mut out, u32::try_from(size % 1_000_000).unwrap_or(0), 6);
    out
}
