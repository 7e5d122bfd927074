//! A text as rows of cells (RFC 4180, and what spreadsheets make of it). Knows no column.

/// The longest cell that is kept, in bytes.
const CELL: usize = 40_000;
/// The most cells of a row.
const CELLS: usize = 200;

/// Rows, one at a time, with the line that each begins on.
pub(super) struct Table<'a> {
    rest: &'a str,
    line: u32,
    delimiter: u8,
    /// The line of the first quote that never ends; 0: none.
    pub(super) unclosed: u32,
}

impl<'a> Table<'a> {
    pub(super) fn new(text: &'a str) -> Table<'a> {
        let text = text.trim_start_matches('\u{feff}');
        // Excel's own first line says what separates.
        let head = text.get(..5).filter(|head| {
            head.eq_ignore_ascii_case("sep=,")
                || head.eq_ignore_ascii_case("sep=;")
                || head.eq_ignore_ascii_case("sep=\t")
        });
        if let Some(head) = head {
            let rest = text[5..].trim_start_matches('\r');
            return Table {
                rest: rest.strip_prefix('\n').unwrap_or(rest),
                line: 2,
                delimiter: head.as_bytes()[4],
                unclosed: 0,
            };
        }
        Table {
            rest: text,
            line: 1,
            delimiter: delimiter(text),
            unclosed: 0,
        }
    }

    /// The next row that is not empty. A quote that never ends is taken as it stands.
    pub(super) fn next(&mut self) -> Option<(u32, Vec<String>)> {
        loop {
            if self.rest.is_empty() {
                return None;
            }
            let line = self.line;
            let row = self.row();
            if row.iter().any(|cell| !cell.trim().is_empty()) {
                return Some((line, row));
            }
        }
    }

    fn row(&mut self) -> Vec<String> {
        let mut row = Vec::new();
        loop {
            let (cell, ends) = if self.rest.starts_with('"') {
                self.quoted()
            } else {
                self.plain()
            };
            if row.len() < CELLS {
                row.push(cell);
            }
            if ends {
                return row;
            }
        }
    }

    /// A cell up to the delimiter or the end of the line; whether the row ends with it.
    fn plain(&mut self) -> (String, bool) {
        let bytes = self.rest.as_bytes();
        let is_end = |b: &u8| *b == self.delimiter || matches!(b, b'\n' | b'\r');
        let end = bytes.iter().position(is_end).unwrap_or(bytes.len());
        let cell = &self.rest[..end];
        let cell = cell[..cell.floor_char_boundary(CELL)].to_owned();
        (cell, self.over(end))
    }

    /// Goes on behind what ends a cell; whether the row ends there.
    fn over(&mut self, end: usize) -> bool {
        let rest = &self.rest[end..];
        if rest.as_bytes().first() == Some(&self.delimiter) {
            self.rest = &rest[1..];
            return false;
        }
        self.line += 1;
        let after = rest.strip_prefix("\r\n");
        self.rest = after
            .or_else(|| rest.strip_prefix(['\n', '\r']))
            .unwrap_or("");
        true
    }

    fn quoted(&mut self) -> (String, bool) {
        let bytes = self.rest.as_bytes();
        let mut at = 1;
        let close = loop {
            match bytes.get(at) {
                None => break None,
                Some(b'"') if bytes.get(at + 1) == Some(&b'"') => at += 2,
                Some(b'"') => break Some(at),
                Some(_) => at += 1,
            }
        };
        let Some(close) = close else {
            // The rest of the file would be one cell. Only this line is.
            self.unclosed = self.line;
            self.rest = &self.rest[1..];
            return self.plain();
        };
        let inner = &self.rest[1..close];
        let lines = inner.bytes().filter(|b| *b == b'\n').count();
        self.line += u32::try_from(lines).unwrap_or(0);
        let mut cell = inner[..inner.floor_char_boundary(CELL)].replace("\"\"", "\"");
        // What stands between the quote and the delimiter belongs to the cell.
        let bytes = &self.rest.as_bytes()[close + 1..];
        let is_end = |b: &u8| *b == self.delimiter || matches!(b, b'\n' | b'\r');
        let tail = bytes.iter().position(is_end).unwrap_or(bytes.len());
        let after = &self.rest[close + 1..close + 1 + tail];
        cell.push_str(&after[..after.floor_char_boundary(CELL)]);
        (cell, self.over(close + 1 + tail))
    }
}

/// What separates the cells of the first line: whichever of comma, semicolon, tab comes most often
/// outside quotes.
fn delimiter(text: &str) -> u8 {
    let mut counts = [0_u32; 3];
    let mut quoted = false;
    for byte in text.bytes().take(20_000) {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted && counts != [0; 3] => break,
            b',' if !quoted => counts[0] += 1,
            b';' if !quoted => counts[1] += 1,
            b'\t' if !quoted => counts[2] += 1,
            _ => {}
        }
    }
    let best = (0..3).rev().max_by_key(|at| counts[*at]).unwrap_or(0);
    [b',', b';', b'\t'][best]
}
