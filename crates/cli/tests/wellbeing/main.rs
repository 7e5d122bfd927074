//! `swansfeet wellbeing`, the real program.

mod card;
#[path = "../../../wellbeing/tests/holders/first.rs"]
#[expect(dead_code, reason = "the engine's own tests need more of it")]
mod first;
mod hub;
mod score;
mod second;
#[path = "../support/mod.rs"]
#[expect(dead_code, reason = "nothing here weighs a process")]
mod support;
