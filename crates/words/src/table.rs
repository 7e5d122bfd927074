//! One locale's sentences as one string: a header line, then one line for each message.
//!
//! ```text
//! swan-words 1 cy ltr 5f0c2a91 3        version, locale, direction, fingerprint, number of lines
//! {hours|one={hours} awr|*other=…}      a pattern, see `pattern`
//! ```
//!
//! The fingerprint is that of the keys and their blanks. A table from another build has another
//! one, and is refused: a sentence in the wrong place is worse than a sentence in English.
//!
//! Lines that are needed later may stand in a table of their own, with the same fingerprint.

use crate::split;

/// A table whose header and shape are right.
pub(crate) struct Table {
    text: String,
    /// Where each message starts, just behind the line break of the one before; at last the end.
    starts: Vec<usize>,
}

/// The first line, taken apart whenever something in it is asked for.
struct Header<'a> {
    lang: &'a str,
    direction: &'a str,
    fingerprint: &'a str,
    count: &'a str,
    body: &'a str,
}

impl<'a> Header<'a> {
    fn read(text: &'a str) -> Option<Self> {
        let (lang, fields) = split::at(text.strip_prefix(MAGIC)?, b' ')?;
        let (direction, fields) = split::at(fields, b' ')?;
        let (fingerprint, fields) = split::at(fields, b' ')?;
        let (count, body) = split::at(fields, b'\n')?;
        Some(Self {
            lang,
            direction,
            fingerprint,
            count,
            body,
        })
    }
}

/// What every header begins with; the number grows when the format changes.
pub(crate) const MAGIC: &str = "swan-words 1 ";

impl Table {
    /// Reads a table; `None` if it is not whole or not of this version.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let header = Header::read(text)?;
        if !matches!(header.direction, "ltr" | "rtl") {
            return None;
        }
        let body = text.len() - header.body.len();
        let mut starts = vec![body];
        for (at, byte) in header.body.bytes().enumerate() {
            if byte == b'\n' {
                starts.push(body + at + 1);
            }
        }
        // A download that broke off ends inside a line or has too few of them.
        let is_whole =
            starts.last() == Some(&text.len()) && number(header.count) == starts.len() - 1;
        is_whole.then(|| Self {
            text: text.to_owned(),
            starts,
        })
    }

    /// No sentences at all: what is left when even the built-in table cannot be read.
    pub(crate) fn empty() -> Self {
        Self {
            text: String::new(),
            starts: Vec::new(),
        }
    }

    fn header(&self) -> Header<'_> {
        Header::read(&self.text).unwrap_or(Header {
            lang: "en",
            direction: "ltr",
            fingerprint: "",
            count: "",
            body: "",
        })
    }

    pub(crate) fn lang(&self) -> &str {
        self.header().lang
    }

    pub(crate) fn is_rtl(&self) -> bool {
        self.header().direction == "rtl"
    }

    /// Whether both come from the same list of keys. One may hold more lines of it than the other.
    pub(crate) fn fits(&self, other: &Self) -> bool {
        self.header().fingerprint == other.header().fingerprint
    }

    /// How many messages there are.
    pub(crate) fn lines(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// The pattern on a line; empty if there is no such line.
    pub(crate) fn pattern(&self, line: usize) -> &str {
        match self.starts.get(line..line + 2) {
            Some(&[start, next]) => self.text.get(start..next - 1).unwrap_or(""),
            _ => "",
        }
    }
}

/// A count in decimal digits; it is only compared, so anything else may give any number.
fn number(digits: &str) -> usize {
    digits.bytes().fold(0, |number: usize, digit| {
        number
            .wrapping_mul(10)
            .wrapping_add(usize::from(digit.wrapping_sub(b'0')))
    })
}
