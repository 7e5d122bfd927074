//! Content lines, unfolded: the lines of a calendar file as its format means them.

use std::borrow::Cow;

/// A content line, unfolded.
pub(super) struct Raw<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) line: u32,
}

/// Content lines.
pub(super) struct Lines<'a> {
    rest: &'a str,
    line: u32,
    back: Option<Raw<'a>>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Lines<'a> {
        Lines {
            rest: text.trim_start_matches('\u{feff}'),
            line: 0,
            back: None,
        }
    }

    pub(super) fn give_back(&mut self, raw: Raw<'a>) {
        self.back = Some(raw);
    }

    /// One line of the file, however it ends, without its end.
    fn physical(&mut self) -> Option<&'a str> {
        if self.rest.is_empty() {
            return None;
        }
        let end = self.rest.find(['\n', '\r']).unwrap_or(self.rest.len());
        let (line, rest) = self.rest.split_at(end);
        self.rest = rest
            .strip_prefix("\r\n")
            .or_else(|| rest.strip_prefix(['\n', '\r']))
            .unwrap_or(rest);
        self.line += 1;
        Some(line)
    }

    /// The next content line with all that is folded into it.
    pub(super) fn next(&mut self, broken: &mut u32) -> Option<Raw<'a>> {
        if let Some(raw) = self.back.take() {
            return Some(raw);
        }
        let first = loop {
            let line = self.physical()?;
            if !line.trim().is_empty() {
                break line;
            }
        };
        let mut raw = Raw {
            text: Cow::Borrowed(first),
            line: self.line,
        };
        loop {
            let (before, number) = (self.rest, self.line);
            let Some(line) = self.physical() else { break };
            if let Some(folded) = line.strip_prefix([' ', '\t']) {
                raw.text.to_mut().push_str(folded);
            } else if line.is_empty() || begins_property(line) {
                // An empty line may stand within a fold; only then is it passed over here.
                if line.is_empty() && self.rest.starts_with([' ', '\t']) {
                    continue;
                }
                (self.rest, self.line) = (before, number);
                break;
            } else {
                // A text with a raw line end in it.
                if *broken == 0 {
                    *broken = self.line;
                }
                raw.text.to_mut().push_str("\\n");
                raw.text.to_mut().push_str(line);
            }
        }
        Some(raw)
    }
}

/// Whether a line begins with a property's name and what may stand behind one.
fn begins_property(line: &str) -> bool {
    let name = line
        .bytes()
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
        .count();
    name > 0 && matches!(line.as_bytes().get(name), Some(b':' | b';'))
}
