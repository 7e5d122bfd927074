//! Wire types: the only place where data is read from or written to JSON.
//!
//! Each widget has a feature and a module of its name. Holds no rules: it turns JSON into what a
//! domain crate asks for, and a domain crate's answer into JSON.
#![forbid(unsafe_code)]

#[cfg(feature = "demands")]
pub mod demands;
#[cfg(feature = "pay")]
pub mod pay;
#[cfg(any(feature = "demands", feature = "pay"))]
pub mod read;
