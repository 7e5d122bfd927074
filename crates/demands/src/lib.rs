//! Campaigns, signatures, sealing, duplicates and counts: what the demands signer is made of.
//!
//! A [`Campaign`] says what is demanded and what signers agree to. A [`Form`] is checked into a
//! [`Signature`], which is [sealed](seal) in the browser so that only the organisers can read it.
//! The hub knows it again by [keyed hashes](duplicate), and shows only [counts](count) that name
//! nobody.
//!
//! What this crate refuses to know: the clock, randomness, storage, the network, the screen, and
//! the words of messages. Times, random bytes and Unicode's composed form come in as arguments;
//! errors are keys.
//!
//! # Size in a widget
//!
//! MEASURED
#![forbid(unsafe_code)]

pub mod campaign;
pub mod consent;
pub mod count;
pub mod duplicate;
pub mod email;
pub mod form;
pub mod name;
pub mod seal;
pub mod signature;
pub mod text;

mod framed;
mod hash;
mod near;
mod typed;

pub use campaign::Campaign;
pub use email::Email;
pub use form::Form;
pub use hash::DemandsHash;
pub use name::Name;
pub use signature::Signature;
#[cfg(feature = "unicode")]
pub use typed::UNICODE;
pub use typed::Unicode;
