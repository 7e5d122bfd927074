//! Sealing: what a signer writes, readable by the organisers alone.
//!
//! A browser [`seal`]s a signature to the campaign's [`PublicKey`] before it touches the network;
//! the hub keeps bytes that it cannot read; an organiser [`open`]s them where the [`SecretKey`] is.
//! A partner's tag pins the key's [`Fingerprint`], so that a hub which hands out another key gets
//! nothing. There is no way to write a record without a key.
//!
//! Keys and the suite (RFC 9180) are `swansfeet-seal`'s; this module chooses what a record is bound
//! to and how it is laid out. It refuses to know what is inside a record.

mod pad;
mod record;
mod recovery;
mod wrap;

pub use pad::LONGEST;
pub use record::{Binding, Header, OpenError, Reader, SealError, VERSION, open, seal};
pub use recovery::{Recovery, RecoveryError};
pub use swansfeet_seal::{Fingerprint, Pins, PublicKey, SUITE, SecretKey, TextError, rand_core};
pub use wrap::{Holder, unwrap, wrap};

#[cfg(test)]
mod tests;
