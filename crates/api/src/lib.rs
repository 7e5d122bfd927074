//! Wire types: the only place where data is read from or written to JSON.
//!
//! Each widget has a feature and a module of its name. Holds no rules: it turns JSON into what a
//! domain crate asks for, and a domain crate's answer into JSON.
#![forbid(unsafe_code)]

#[cfg(feature = "lists")]
pub mod counts;
#[cfg(feature = "demands")]
pub mod demands;
#[cfg(feature = "feeds")]
pub mod meetings;
#[cfg(feature = "lists")]
pub mod osdi;
#[cfg(feature = "pay")]
pub mod pay;
#[cfg(feature = "lists")]
pub mod people;
#[cfg(feature = "read")]
pub mod read;
#[cfg(feature = "lists")]
pub mod sealed;
#[cfg(feature = "wellbeing")]
pub mod wellbeing;
