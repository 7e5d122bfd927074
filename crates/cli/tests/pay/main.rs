//! `swansfeet pay`, the real program.

mod check;
mod sentences;
#[path = "../support/mod.rs"]
mod support;

use std::process::{Command, Output};

use support::{file, json, text};

/// The program, ready for arguments.
fn swansfeet() -> Command {
    let mut command = support::swansfeet();
    command.arg("pay");
    command
}

/// Runs the program on some input.
fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = swansfeet();
    command.args(arguments);
    support::run(command, input)
}
