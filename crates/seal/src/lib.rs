//! What everything that is sealed here stands on: keys that people can copy, lists of facts as
//! bytes, and sealing to a key.
//!
//! The cryptography is the `hpke` crate's (RFC 9180); this crate chooses the suite and how keys are
//! written down. It refuses to know what is sealed, for whom, and where random bytes come from.
#![forbid(unsafe_code)]

pub mod armour;

mod base;
mod dhkem;
mod framed;
mod key;

pub use armour::TextError;
pub use base::{ENCAPSULATED, SUITE, TAG, Unopened, WeakKey, open, seal};
pub use framed::{Facts, Framed};
pub use hpke::rand_core;
pub use key::{Fingerprint, Pins, PublicKey, SecretKey};
