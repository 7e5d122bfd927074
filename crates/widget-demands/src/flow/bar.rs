//! What stands against signing here, whatever is typed. First of all the key: a tag that names keys
//! is never signed under another, and nothing is ever sent without one.

use swansfeet_demands::text::Moment;

use super::Flow;
use crate::wire::Signable;

/// Why nobody can sign here now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bar {
    /// Signing has not begun; when it will, if that is known.
    NotYet(Option<Moment>),
    /// Signing has ended; when it did, if that is known.
    Closed(Option<Moment>),
    /// The tag's fingerprints cannot be read: it pins nothing, so it must not sign.
    BadPins,
    /// The hub hands out a key that the tag does not name.
    OtherKey,
    /// The hub hands out no key that can be read.
    NoKey,
}

impl Flow {
    /// What stands against signing; nothing if somebody may.
    #[must_use]
    pub fn bar(&self) -> Option<Bar> {
        let loaded = self.campaign()?;
        match loaded.signing {
            Signable::NotYet => return Some(Bar::NotYet(loaded.campaign.opens)),
            Signable::Closed => return Some(Bar::Closed(loaded.campaign.closes)),
            Signable::Open => {}
        }
        let key = loaded.campaign.current_key().map(|key| &key.key);
        match (&self.terms.pins, key) {
            (Some(Err(_)), _) => Some(Bar::BadPins),
            (_, None) => Some(Bar::NoKey),
            (Some(Ok(pins)), Some(key)) if !pins.admit(key) => Some(Bar::OtherKey),
            _ => None,
        }
    }
}
