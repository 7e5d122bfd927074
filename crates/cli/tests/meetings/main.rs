//! `swansfeet meetings`, the real program.

mod feeds;
mod hostile;
mod rule;
#[path = "../support/mod.rs"]
mod support;
