//! What the compiler and its companions can tell: format, lints, documentation.

use std::{path::Path, process::Command};

use anyhow::Result;

use super::Outcome;
use crate::run;

/// Every file as rustfmt writes it.
pub(super) fn format(root: &Path) -> Result<Outcome> {
    let mut fmt = run::cargo();
    fmt.current_dir(root)
        .args(["fmt", "--all", "--check", "--", "--files-with-diff"]);
    let out = fmt.output()?;
    if out.status.success() {
        return Ok(Outcome::Passed(Vec::new()));
    }
    let files = String::from_utf8_lossy(&out.stdout);
    let mut findings: Vec<_> = files
        .lines()
        .map(|file| format!("{} (mended by `cargo fmt --all`)", short(root, file)))
        .collect();
    if findings.is_empty() {
        // Not the files' fault: rustfmt is missing, or a manifest cannot be read.
        findings.push(String::from_utf8_lossy(&out.stderr).trim().to_owned());
    }
    Ok(Outcome::Failed(findings))
}

/// No warning from compiler or clippy in any target of any crate; build scripts check the locales.
pub(super) fn lints(root: &Path) -> Result<Outcome> {
    let mut clippy = run::cargo();
    clippy.args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--locked",
        "--quiet",
    ]);
    clippy.args(["--", "--deny", "warnings"]);
    Ok(silent(root, clippy))
}

/// No broken link and no missing text in the documentation.
pub(super) fn documentation(root: &Path) -> Result<Outcome> {
    let mut doc = run::cargo();
    doc.args(["doc", "--workspace", "--no-deps", "--locked", "--quiet"]);
    doc.env("RUSTDOCFLAGS", "--deny warnings");
    Ok(silent(root, doc))
}

/// Runs what speaks only when something is wrong, and lets it speak for itself: its output is
/// long, coloured, and best read as it comes.
fn silent(root: &Path, mut command: Command) -> Outcome {
    match run::shown(command.current_dir(root)) {
        Ok(()) => Outcome::Passed(Vec::new()),
        Err(error) => Outcome::Failed(vec![error.to_string()]),
    }
}

fn short<'a>(root: &Path, file: &'a str) -> &'a str {
    Path::new(file)
        .strip_prefix(root)
        .ok()
        .and_then(Path::to_str)
        .unwrap_or(file)
}
