//! @Title@: the rules, and nothing else.
//!
//! One small rule stands here for a start: which break the law gives in a shift. It is whole, so
//! that the next one has a pattern: units are types, what the law sets is data with its source,
//! what cannot be right is an error with a key, and the cases are rows of a table.
//!
//! ```
//! use swansfeet_@ident@::{Minutes, rest_break};
//!
//! assert_eq!(rest_break(Minutes(8 * 60)), Ok(Some(Minutes(20))));
//! assert_eq!(rest_break(Minutes(4 * 60)), Ok(None));
//! ```
//!
//! What this crate refuses to know: the clock, chance, any language (errors are keys; sentences
//! live with the widget), the screen, storage and the network.
#![forbid(unsafe_code)]

pub mod law;

mod error;
mod rest;

pub use error::ShiftError;
pub use rest::{Minutes, rest_break};
