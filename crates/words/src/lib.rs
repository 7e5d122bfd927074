//! What a widget says, and how it reads what people type.
//!
//! Translators write Fluent files. A build script turns them into one compact table per locale
//! (`compile`, only for build scripts), so that no parser reaches a phone. At run time [`Words`]
//! fills the blanks; plurals, numbers, money and dates come from a [`Locale`]: the browser's own
//! `Intl` in a widget, the `native` module on a server or in a terminal.
//!
//! This crate knows no page, no clock, no network and no rule about pay. It never decides which
//! language a person reads: it is given a table and uses it.

#![forbid(unsafe_code)]

#[cfg(feature = "compile")]
pub mod compile;
mod decimal;
pub mod input;
mod keyed;
mod locale;
#[cfg(feature = "native")]
pub mod native;
mod pattern;
mod split;
mod table;
mod value;
mod words;

pub use decimal::plain;
pub use keyed::find;
pub use locale::{Locale, MONTHS_CY, MONTHS_EN, Plural, formatting_tag};
pub use split::at as cut;
pub use value::{Msg, Value};
pub use words::Words;
