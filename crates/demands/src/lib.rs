//! Campaigns, signatures, sealing, duplicates and counts.
#![forbid(unsafe_code)]

pub mod campaign;
pub mod consent;
pub mod seal;
pub mod text;

mod framed;
mod hash;
mod near;

pub use hash::DemandsHash;
