//! Meetings in JSON: feeds of every kind that are read, our own that is written, and rules. Knows no
//! rule about meetings and no language.

mod feed;
mod from_json;
mod from_toml;
pub mod rule;
mod text;
mod write;

pub use feed::read;
pub use from_json::value;
pub use from_toml::value as toml_value;
pub use write::to_json;
