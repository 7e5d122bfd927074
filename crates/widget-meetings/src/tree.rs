//! JSON as it came, as the tree that `swansfeet-meetings` reads. All of it or nothing: what is no JSON
//! (RFC 8259) is refused, as the browser would refuse it. Asking the browser for each value by name
//! would be several calls for each of a hundred thousand; having it parse the text and write it out
//! anew, to be taken apart here, took several times as long as this.
//!
//! Knows no feed.

use std::borrow::Cow;

use swansfeet_meetings::read::{Kind, Value};

/// How deep lists may lie in one another: a feed needs six, and whoever calls itself must end.
const DEEPEST: u32 = 100;

/// The tree of a text; nothing where it is no JSON, or nested far too deep for a feed.
pub(crate) fn tree(text: &str) -> Option<Value<'_>> {
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(0)?;
    reader.end(value)
}

/// The list that is handed on row by row.
const ROWS: &str = "meetings";

/// The tree of a feed but for its meetings, which are handed on one by one, each with its place in the
/// text: the trees of thousands at once would take as long to make room for as to read. What is
/// handed on counts only if all is JSON in the end.
pub(crate) fn feed<'a>(text: &'a str, each: &mut dyn FnMut(usize, &Value)) -> Option<Value<'a>> {
    let mut reader = Reader { text, at: 0 };
    reader.skip_space();
    if reader.has(b'[') {
        // Others' feeds are lists; of ours, one without anything in it is read as an empty one.
        reader.skip_space();
        let is_empty = reader.has(b']');
        return reader
            .end(whole(Kind::List(Vec::new())))
            .filter(|_| is_empty);
    }
    reader.has(b'{').then_some(())?;
    let (mut all, mut seen) = (Vec::new(), false);
    reader.members(b'}', &mut |reader| {
        let name = reader.name()?;
        // Of two of that name, the first is the feed's.
        let is_first = name == ROWS && !std::mem::replace(&mut seen, true);
        reader.skip_space();
        let value = if is_first && reader.has(b'[') {
            reader.members(b']', &mut |reader| {
                reader.skip_space();
                let at = reader.at;
                each(at, &reader.value(2)?);
                Some(())
            })?;
            whole(Kind::List(Vec::new()))
        } else {
            let at = reader.at;
            let value = reader.value(1)?;
            // One alone is a list of one.
            if is_first {
                each(at, &value);
            }
            value
        };
        all.push((name, value));
        Some(())
    })?;
    reader.end(whole(Kind::Map(all)))
}

/// The tree of what begins at that place of a text.
pub(crate) fn tree_at(text: &str, at: usize) -> Option<Value<'_>> {
    Reader { text, at }.value(2)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn value(&mut self, depth: u32) -> Option<Value<'a>> {
        let kind = match self.token() {
            _ if depth > DEEPEST => return None,
            b'{' => {
                // A meeting has a dozen members, or a few more; what lies in it may be nothing at all.
                let mut all = Vec::with_capacity(if depth <= 2 { 16 } else { 0 });
                self.members(b'}', &mut |reader| {
                    all.push((reader.name()?, reader.value(depth + 1)?));
                    Some(())
                })?;
                Kind::Map(all)
            }
            b'[' => {
                let mut all = Vec::new();
                self.members(b']', &mut |reader| {
                    all.push(reader.value(depth + 1)?);
                    Some(())
                })?;
                Kind::List(all)
            }
            b'"' => Kind::Text(self.string()?),
            b't' => self.word(b"rue", Kind::Bool(true))?,
            b'f' => self.word(b"alse", Kind::Bool(false))?,
            b'n' => self.word(b"ull", Kind::Null)?,
            _ => Kind::Number(self.number()?.into()),
        };
        Some(whole(kind))
    }

    /// What was read, if nothing follows.
    fn end(mut self, value: Value<'a>) -> Option<Value<'a>> {
        self.skip_space();
        (self.at == self.text.len()).then_some(value)
    }

    /// The name of a member, with the colon.
    fn name(&mut self) -> Option<Cow<'a, str>> {
        self.expect(b'"')?;
        let name = self.string()?;
        self.expect(b':')?;
        Some(name)
    }

    fn members(&mut self, end: u8, member: &mut dyn FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.skip_space();
        if self.has(end) {
            return Some(());
        }
        loop {
            member(self)?;
            let next = self.token();
            if next == end {
                return Some(());
            }
            if next != b',' {
                return None;
            }
        }
    }

    /// The rest of a word, of which the first letter has been taken.
    fn word(&mut self, rest: &[u8], kind: Kind<'a>) -> Option<Kind<'a>> {
        let is_there = self.rest().starts_with(rest);
        self.at += rest.len();
        is_there.then_some(kind)
    }

    /// A number as it is written, of which the first letter has been taken.
    fn number(&mut self) -> Option<&'a str> {
        self.at -= 1;
        let start = self.at;
        self.has(b'-');
        // No figure stands behind a nought in front.
        if !self.has(b'0') {
            self.digits()?;
        }
        if self.has(b'.') {
            self.digits()?;
        }
        if self.has(b'e') || self.has(b'E') {
            let _ = self.has(b'+') || self.has(b'-');
            self.digits()?;
        }
        self.text.get(start..self.at)
    }

    /// One digit or more.
    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while self.peek().is_ascii_digit() {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }

    /// A text as it stands there, unless something in it is written in another way. The mark before it
    /// has been taken.
    fn string(&mut self) -> Option<Cow<'a, str>> {
        let mut out = Cow::Borrowed("");
        loop {
            let start = self.at;
            self.at += length(self.rest());
            let part = self.text.get(start..self.at)?;
            match &mut out {
                Cow::Borrowed("") => out = Cow::Borrowed(part),
                out => out.to_mut().push_str(part),
            }
            match self.take() {
                b'"' => return Some(out),
                b'\\' => {
                    let escaped = self.escape()?;
                    out.to_mut().push(escaped);
                }
                // The end, or a control character.
                _ => return None,
            }
        }
    }

    /// What stands after a backslash. Half of a pair alone belongs in no text.
    fn escape(&mut self) -> Option<char> {
        Some(match self.take() {
            b'n' => '\n',
            b't' => '\t',
            b'r' => '\r',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            kind @ (b'"' | b'\\' | b'/') => char::from(kind),
            b'u' => {
                let mut code = self.four()?;
                if code >> 10 == 0xD800 >> 10 && self.rest().starts_with(b"\\u") {
                    let between = self.at;
                    self.at += 2;
                    let low = self.four()?;
                    if low >> 10 == 0xDC00 >> 10 {
                        code = 0x1_0000 + ((code & 0x3FF) << 10 | low & 0x3FF);
                    } else {
                        self.at = between;
                    }
                }
                char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
            }
            _ => return None,
        })
    }

    fn four(&mut self) -> Option<u32> {
        (0..4).try_fold(0, |code, _| {
            Some(code << 4 | char::from(self.take()).to_digit(16)?)
        })
    }

    fn expect(&mut self, byte: u8) -> Option<()> {
        (self.token() == byte).then_some(())
    }

    /// The next byte that is no space.
    fn token(&mut self) -> u8 {
        loop {
            let byte = self.take();
            // One look tells of nearly all.
            if byte > b' ' || !is_space(byte) {
                return byte;
            }
        }
    }

    fn skip_space(&mut self) {
        while is_space(self.peek()) {
            self.at += 1;
        }
    }

    /// Whether that byte comes; then it is taken.
    fn has(&mut self, byte: u8) -> bool {
        let has = self.peek() == byte;
        self.at += usize::from(has);
        has
    }

    /// The next byte; 0 at the end, which is no part of JSON.
    fn take(&mut self) -> u8 {
        let byte = self.peek();
        self.at += 1;
        byte
    }

    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    fn rest(&self) -> &'a [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }
}

/// A value of which nobody is told the line.
fn whole(kind: Kind<'_>) -> Value<'_> {
    Value { line: 0, kind }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\r' | b'\t')
}

const ONES: u32 = 0x0101_0101;
const HIGH: u32 = 0x8080_8080;

/// How many bytes there are before one that ends a text or is none of it: a mark, a backslash, a
/// control character. Four are looked at at a time: a bit stays set where taking away has borrowed,
/// and the lowest one is never set by a neighbour's.
fn length(bytes: &[u8]) -> usize {
    let (fours, rest) = bytes.as_chunks();
    let is = |four: u32, byte: u8| (four ^ (ONES * u32::from(byte))).wrapping_sub(ONES);
    let mut at = 0;
    for four in fours {
        let four = u32::from_le_bytes(*four);
        let low = four.wrapping_sub(ONES * 0x20) | is(four, b'"') | is(four, b'\\');
        let ends = low & !four & HIGH;
        if ends != 0 {
            return at + ends.trailing_zeros() as usize / 8;
        }
        at += 4;
    }
    let ends = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..0x20);
    at + rest.iter().position(ends).unwrap_or(rest.len())
}

#[cfg(test)]
mod tests;
