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
//! Added to a bare Yew counter, after wasm-opt and brotli (opt-level z, immediate-abort, MVP):
//!
//! | | kB |
//! |---|---|
//! | sealing, with key and pins | 11.6 |
//! | the same with the compact SHA-256 (`--cfg sha2_backend="soft" --cfg sha2_backend_soft="compact"`) | 10.0 |
//! | the checks of a form, hints, warnings and rough areas | 14.5 |
//! | all of it | 22.3 |
//!
//! Unicode's own tables, which a widget asks the browser for ([`Unicode`]), would add 4 kB.
#![forbid(unsafe_code)]

pub mod campaign;
pub mod code;
pub mod consent;
pub mod count;
pub mod duplicate;
pub mod email;
pub mod form;
pub mod name;
pub mod seal;
pub mod signature;
pub mod text;

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
