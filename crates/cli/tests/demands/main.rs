//! `swansfeet demands`, `campaign` and `export`, the real program.

mod check;
#[path = "../support/mod.rs"]
mod support;
