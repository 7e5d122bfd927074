//! `swansfeet meetings`, the real program.

mod rule;
#[path = "../support/mod.rs"]
mod support;
