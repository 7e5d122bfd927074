//! `swansfeet demands`, `campaign` and `export`, the real program.

mod backup;
mod check;
mod end;
mod export;
mod hub;
mod life;
#[path = "../support/signers.rs"]
mod signers;
mod slips;
#[path = "../support/mod.rs"]
mod support;
