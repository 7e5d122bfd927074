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
