//! One locale's sentences as one string: a header line, then one line for each message.
//!
//! ```text
//! swan-words 1 cy ltr 5f0c2a91 3        version, locale, direction, fingerprint, number of lines
//! {hours|one={hours} awr|*other=…}      a pattern, see `pattern`
//! ```
//!
//! The fingerprint is that of the keys and their blanks. A table from another build has another
//! one, and is refused: a sentence in the wrong place is worse than a sentence in English.

/// A table whose header and shape are right.
pub(crate) struct Table {
    text: String,
    /// Where each message starts; its end is the next line break.
    starts: Vec<u32>,
    lang_end: usize,
    rtl: bool,
    fingerprint: u32,
}

/// What every header begins with; the number grows when the format changes.
pub(crate) const MAGIC: &str = "swan-words 1 ";

impl Table {
    /// Reads a table; `None` if it is not whole or not of this version.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let (header, body) = text.split_once('\n')?;
        let mut fields = header.strip_prefix(MAGIC)?.split(' ');
        let lang = fields.next()?;
        let rtl = match fields.next()? {
            "ltr" => false,
            "rtl" => true,
            _ => return None,
        };
        let fingerprint = u32::from_str_radix(fields.next()?, 16).ok()?;
        let count: usize = fields.next()?.parse().ok()?;
        // A download that broke off ends inside a line or has too few of them.
        if !(body.is_empty() || body.ends_with('\n')) {
            return None;
        }
        let mut starts = Vec::new();
        let mut at = header.len() + 1;
        for line in body.split_terminator('\n') {
            starts.push(u32::try_from(at).ok()?);
            at += line.len() + 1;
        }
        (starts.len() == count).then(|| Self {
            lang_end: MAGIC.len() + lang.len(),
            text: text.to_owned(),
            starts,
            rtl,
            fingerprint,
        })
    }

    /// No sentences at all: what is left when even the built-in table cannot be read.
    pub(crate) fn empty() -> Self {
        Self {
            text: String::new(),
            starts: Vec::new(),
            lang_end: 0,
            rtl: false,
            fingerprint: 0,
        }
    }

    pub(crate) fn lang(&self) -> &str {
        self.text.get(MAGIC.len()..self.lang_end).unwrap_or("en")
    }

    pub(crate) fn is_rtl(&self) -> bool {
        self.rtl
    }

    /// Whether both come from the same list of keys.
    pub(crate) fn fits(&self, other: &Self) -> bool {
        self.fingerprint == other.fingerprint && self.starts.len() == other.starts.len()
    }

    /// The pattern on a line; empty if there is no such line.
    pub(crate) fn pattern(&self, line: u16) -> &str {
        let tail = self
            .starts
            .get(usize::from(line))
            .and_then(|&start| self.text.get(start as usize..))
            .unwrap_or("");
        tail.split('\n').next().unwrap_or("")
    }
}
