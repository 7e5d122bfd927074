//! Random bytes from the page's `crypto.getRandomValues`, as sealing wants them.
//!
//! Never falls back: a page without a source of random bytes gets no [`Random`], and nothing is
//! sealed.

use core::convert::Infallible;

use rand_core::{TryCryptoRng, TryRng};

use crate::Page;

/// A page's source of random bytes.
pub struct Random<'a>(&'a dyn Page);

impl<'a> Random<'a> {
    /// The source, if the page has one that works.
    #[must_use]
    pub fn of(page: &'a dyn Page) -> Option<Self> {
        page.fill_random(&mut [0; 1]).then_some(Self(page))
    }
}

impl TryRng for Random<'_> {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let mut bytes = [0; 4];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let mut bytes = [0; 8];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, into: &mut [u8]) -> Result<(), Infallible> {
        // It worked a moment ago. If it does not now, the program must end: the calm sentence is
        // better than a record that anybody could open.
        assert!(self.0.fill_random(into), "no random bytes");
        Ok(())
    }
}

impl TryCryptoRng for Random<'_> {}
