//! Campaigns, signatures, sealing, duplicates and counts.
#![forbid(unsafe_code)]

pub mod campaign;
pub mod consent;
pub mod email;
pub mod name;
pub mod seal;
pub mod text;

mod framed;
mod hash;
mod near;
mod typed;

pub use email::Email;
pub use hash::DemandsHash;
pub use name::Name;
pub use typed::Nfc;
#[cfg(feature = "nfc")]
pub use typed::nfc;
