//! `swansfeet wellbeing`, the real program.

mod score;
#[path = "../support/mod.rs"]
mod support;
