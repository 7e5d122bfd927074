//! Meetings in JSON: feeds of every kind that are read, our own that is written, and rules. Knows no
//! rule about meetings and no language.

mod feed;
mod from_json;
#[cfg(feature = "meetings")]
mod from_toml;
#[cfg(feature = "meetings")]
pub mod rule;
mod text;
mod write;

pub use feed::read;
pub use from_json::value;
#[cfg(feature = "meetings")]
pub use from_toml::value as toml_value;
pub use write::to_json;
