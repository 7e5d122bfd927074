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

#[test]
fn the_help_says_what_the_schema_has_no_form_for() {
    let help = text(&run(&["--help"], b"").stdout);
    assert!(help.contains("no payslip lines"), "{help}");
}
