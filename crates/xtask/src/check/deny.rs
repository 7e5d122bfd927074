//! Licences, bans, sources and advisories of everything that we build on, by `cargo deny`. What
//! is allowed stands in `deny.toml`.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::Result;

use super::Outcome;
use crate::run;

/// The version that `deny.toml` is written for.
const VERSION: &str = "0.20.2";

/// Needs no network once the program is there.
pub(super) fn licences_bans_sources(root: &Path) -> Result<Outcome> {
    let Some(program) = program(root) else {
        return Ok(not_there());
    };
    Ok(check(root, &program, &["bans", "licenses", "sources"]))
}

/// Needs the advisory database. Where that cannot be fetched we say so: an old copy would say
/// "nothing known" about what became known since.
pub(super) fn advisories(root: &Path) -> Result<Outcome> {
    let Some(program) = program(root) else {
        return Ok(not_there());
    };
    let mut fetch = Command::new(&program);
    if let Err(error) = run::captured(fetch.current_dir(root).args(["fetch", "db"])) {
        let why = error.to_string();
        let why = why
            .lines()
            .rfind(|line| !line.trim().is_empty())
            .unwrap_or("no reason given");
        return Ok(Outcome::Skipped(format!(
            "the advisory database cannot be reached: {why}"
        )));
    }
    Ok(check(root, &program, &["advisories"]))
}

fn check(root: &Path, program: &Path, what: &[&str]) -> Outcome {
    let mut deny = Command::new(program);
    deny.current_dir(root)
        .args(["--locked", "--workspace", "--log-level", "error"]);
    deny.args(["check", "--hide-inclusion-graph"]).args(what);
    match run::captured(&mut deny) {
        Ok(_) => Outcome::Passed(Vec::new()),
        Err(error) => Outcome::Failed(vec![error.to_string()]),
    }
}

fn not_there() -> Outcome {
    Outcome::Skipped("cargo-deny is not here and could not be installed".to_owned())
}

/// The program of our version, installed under `target/tools` the first time.
fn program(root: &Path) -> Option<PathBuf> {
    let tools = root.join("target/tools");
    let program = tools.join("bin").join("cargo-deny");
    if is_ours(&program) {
        return Some(program);
    }
    if let Some(program) = run::find("cargo-deny").filter(|program| is_ours(program)) {
        return Some(program);
    }
    println!("  installing cargo-deny {VERSION} into target/tools; this takes some minutes, once");
    let mut install = run::tool("cargo-deny", VERSION, &tools);
    run::shown(install.current_dir(root).arg("--quiet")).ok()?;
    is_ours(&program).then_some(program)
}

fn is_ours(program: &Path) -> bool {
    run::captured(Command::new(program).arg("--version")).is_ok_and(|said| said.contains(VERSION))
}
