//! Writes facts into bytes so that no two lists of facts give the same bytes.
//!
//! Everything that is hashed, authenticated or bound to a sealed record goes through here: a label
//! first, then each fact with its length in front. Without lengths, `ab` + `c` and `a` + `bc` would
//! be one.

/// The bytes of a list of facts.
pub struct Framed(Vec<u8>);

impl Framed {
    /// Starts a list; `label` says what kind it is, so that lists of two kinds never meet.
    #[must_use]
    pub fn new(label: &str) -> Framed {
        Framed(Vec::new()).text(label)
    }

    /// Adds a text.
    #[must_use]
    pub fn text(self, text: &str) -> Framed {
        self.bytes(text.as_bytes())
    }

    /// Adds bytes.
    #[must_use]
    pub fn bytes(mut self, bytes: &[u8]) -> Framed {
        // Nothing that comes here is near 4 GiB; a length cut short would still not collide with
        // anything that was accepted by the limits on its parts.
        let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        self.0.extend_from_slice(&length.to_be_bytes());
        self.0.extend_from_slice(bytes);
        self
    }

    /// Adds a number.
    #[must_use]
    pub fn number(self, number: u32) -> Framed {
        self.bytes(&number.to_be_bytes())
    }

    /// Adds one byte.
    #[must_use]
    pub fn byte(self, byte: u8) -> Framed {
        self.bytes(&[byte])
    }

    /// A fact that may be missing: missing and empty differ.
    #[must_use]
    pub fn optional(self, text: Option<&str>) -> Framed {
        match text {
            Some(text) => self.byte(1).text(text),
            None => self.byte(0),
        }
    }

    /// The bytes so far.
    #[must_use]
    pub fn as_slice(&self) -> &[u8] {
        &self.0
    }
}

/// Reads a list of facts that [`Framed`] wrote. Each call takes the next fact; none where it is
/// missing, cut off or of another kind.
#[derive(Clone, Debug)]
pub struct Facts<'a>(&'a [u8]);

impl<'a> Facts<'a> {
    /// Starts to read; none if the list is of another kind.
    #[must_use]
    pub fn of(label: &str, bytes: &'a [u8]) -> Option<Facts<'a>> {
        let mut facts = Facts(bytes);
        (facts.text()? == label).then_some(facts)
    }

    /// Starts to read a list of any kind; the first fact is its label.
    #[must_use]
    pub const fn any(bytes: &'a [u8]) -> Facts<'a> {
        Facts(bytes)
    }

    /// Bytes.
    pub fn bytes(&mut self) -> Option<&'a [u8]> {
        let (length, rest) = self.0.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let (fact, rest) = rest.split_at_checked(length)?;
        self.0 = rest;
        Some(fact)
    }

    /// So many bytes and no others.
    pub fn exactly<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.bytes()?.try_into().ok()
    }

    /// A text.
    pub fn text(&mut self) -> Option<&'a str> {
        core::str::from_utf8(self.bytes()?).ok()
    }

    /// A number.
    pub fn number(&mut self) -> Option<u32> {
        self.exactly().map(u32::from_be_bytes)
    }

    /// One byte.
    pub fn byte(&mut self) -> Option<u8> {
        self.exactly::<1>().map(|[byte]| byte)
    }

    /// Nothing, if all has been read.
    #[must_use]
    pub fn end(self) -> Option<()> {
        self.0.is_empty().then_some(())
    }

    /// Whether all has been read.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::{Facts, Framed};

    #[test]
    fn facts_are_read_as_they_were_written() {
        let list = Framed::new("a kind")
            .text("ab")
            .number(7)
            .byte(3)
            .bytes(&[1, 2]);
        let mut facts = Facts::of("a kind", list.as_slice()).expect("the kind");
        assert_eq!(facts.text(), Some("ab"));
        assert_eq!(facts.number(), Some(7));
        assert_eq!(facts.byte(), Some(3));
        assert_eq!(facts.exactly::<2>(), Some([1, 2]));
        assert_eq!(facts.clone().end(), Some(()));
        assert_eq!(facts.bytes(), None);
    }

    #[test]
    fn another_kind_or_a_list_that_is_cut_off_is_not_read() {
        let list = Framed::new("a kind").text("ab");
        assert!(Facts::of("another", list.as_slice()).is_none());
        let cut = &list.as_slice()[..list.as_slice().len() - 1];
        assert_eq!(
            Facts::of("a kind", cut).and_then(|mut facts| facts.text()),
            None
        );
        assert_eq!(
            Facts::of("a kind", list.as_slice()).and_then(Facts::end),
            None
        );
    }
}
