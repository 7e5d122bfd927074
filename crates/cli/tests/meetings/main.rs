//! `swansfeet meetings`, the real program.

mod feeds;
mod rule;
#[path = "../support/mod.rs"]
mod support;
