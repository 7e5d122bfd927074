//! Sealing: what a signer writes, readable by the organisers alone.
//!
//! A browser [`seal`]s a signature to the campaign's [`PublicKey`] before it touches the network;
//! the hub keeps bytes that it cannot read; an organiser [`open`]s them where the [`SecretKey`] is.
//! A partner's tag pins the key's [`Fingerprint`], so that a hub which hands out another key gets
//! nothing. There is no way to write a record without a key.
//!
//! The cryptography is the `hpke` crate's (RFC 9180); this module chooses the suite, what a record
//! is bound to, and how keys are written down. It refuses to know what is inside a record.

pub(crate) mod armour;
mod key;
mod pad;
mod record;
mod recovery;
mod wrap;

pub use armour::TextError;
pub use hpke::rand_core;
pub use key::{Fingerprint, Pins, PublicKey, SecretKey};
pub use pad::LONGEST;
pub use record::{Binding, Header, OpenError, Reader, SUITE, SealError, VERSION, open, seal};
pub use recovery::{Recovery, RecoveryError};
pub use wrap::{Holder, unwrap, wrap};

#[cfg(test)]
mod tests;
