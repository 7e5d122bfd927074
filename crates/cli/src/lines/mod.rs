//! Lines of any input, one at a time, in bounded memory. Knows nothing of what stands in them.

mod answer;

use std::io::{self, BufRead};

pub(crate) use answer::{Error, Source, answer_all, end, unread};

/// The longest line that is kept. A case with a month's rota has some kilobytes.
pub(crate) const LONGEST: usize = 1 << 20;

/// One line.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Line<'a> {
    /// Text, without its end.
    Text(&'a str),
    /// Longer than [`LONGEST`]; what follows is skipped unread up to the end of the line.
    TooLong,
    /// Not UTF-8 from this byte on, counted from 1.
    NotUtf8(usize),
}

/// Reads lines, however long and whatever is in them.
pub(crate) struct Lines<R> {
    input: R,
    line: Vec<u8>,
    first: bool,
}

impl<R: BufRead> Lines<R> {
    pub(crate) fn new(input: R) -> Lines<R> {
        Lines {
            input,
            line: Vec::new(),
            first: true,
        }
    }

    /// The next line; `None` at the end.
    pub(crate) fn next(&mut self) -> io::Result<Option<Line<'_>>> {
        self.line.clear();
        let mut too_long = false;
        let mut any = false;
        loop {
            let chunk = match self.input.fill_buf() {
                Ok(chunk) => chunk,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if chunk.is_empty() {
                break;
            }
            any = true;
            let end = memchr::memchr(b'\n', chunk);
            let part = &chunk[..end.unwrap_or(chunk.len())];
            too_long |= self.line.len() + part.len() > LONGEST;
            if !too_long {
                self.line.extend_from_slice(part);
            }
            let used = end.map_or(chunk.len(), |end| end + 1);
            self.input.consume(used);
            if end.is_some() {
                break;
            }
        }
        let first = std::mem::replace(&mut self.first, false);
        if !any {
            return Ok(None);
        }
        if too_long {
            return Ok(Some(Line::TooLong));
        }
        Ok(Some(match std::str::from_utf8(&self.line) {
            Ok(text) => {
                // Some editors mark the start of a file, and some end lines with \r\n.
                let text = if first {
                    text.trim_start_matches('\u{feff}')
                } else {
                    text
                };
                Line::Text(text.trim())
            }
            Err(error) => Line::NotUtf8(error.valid_up_to() + 1),
        }))
    }

    /// Whether the next line would have to be waited for.
    pub(crate) fn would_wait(&self) -> bool
    where
        R: Buffered,
    {
        !self.input.has_buffered()
    }
}

/// Input that can say whether something is at hand.
pub(crate) trait Buffered {
    fn has_buffered(&self) -> bool;
}

impl<R> Buffered for io::BufReader<R> {
    fn has_buffered(&self) -> bool {
        !self.buffer().is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(input: &[u8]) -> Vec<String> {
        // A small buffer, so that lines cross its edges.
        let mut lines = Lines::new(io::BufReader::with_capacity(7, input));
        let mut out = Vec::new();
        while let Some(line) = lines.next().expect("memory can be read") {
            out.push(match line {
                Line::Text(text) => text.to_owned(),
                other => format!("{other:?}"),
            });
        }
        out
    }

    #[test]
    fn lines_end_with_a_newline_a_carriage_return_too_or_the_file() {
        assert_eq!(
            read(b"one\ntwo\r\n\nlast line of all"),
            ["one", "two", "", "last line of all"]
        );
        assert_eq!(read(b"one\n"), ["one"]);
        assert_eq!(read(b""), [""; 0]);
    }

    #[test]
    fn a_byte_order_mark_is_left_out_at_the_start_only() {
        assert_eq!(
            read("\u{feff}one\n\u{feff}two".as_bytes()),
            ["one", "\u{feff}two"]
        );
    }

    #[test]
    fn a_line_that_is_not_utf8_spoils_no_other() {
        assert_eq!(read(b"a\nb\xffc\nd"), ["a", "NotUtf8(2)", "d"]);
    }

    #[test]
    fn a_line_too_long_spoils_no_other() {
        let mut input = vec![b'x'; LONGEST];
        input.extend_from_slice(b"\n");
        input.extend(vec![b'y'; LONGEST + 1]);
        input.extend_from_slice(b"\nend");
        let read = read(&input);
        assert_eq!(read[0].len(), LONGEST);
        assert_eq!(read[1..], ["TooLong", "end"]);
    }
}
