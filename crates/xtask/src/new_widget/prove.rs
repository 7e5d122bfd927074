//! Whether what `new-widget` makes builds, is clean and passes its own tests, unedited.
//!
//! In a workspace of its own under `target/`, which names our crates by their path and shares the
//! target folder: only the two new crates and those of ours that they stand on are compiled.

use super::name::{Name, Taken};
use super::scaffold;
use crate::{dist, run};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};

/// A name that nobody gives a widget.
const NAME: &str = "proof-of-the-scaffold";

/// What must end well, as arguments of cargo.
const CHECKS: [&[&str]; 4] = [
    &["fmt", "--check"],
    &[
        "clippy",
        "--workspace",
        "--all-targets",
        "--offline",
        "--quiet",
        "--",
        "--deny",
        "warnings",
    ],
    &["doc", "--workspace", "--no-deps", "--offline", "--quiet"],
    &["test", "--workspace", "--offline", "--quiet"],
];

/// Format, lints, documentation and tests of both crates, offline. Gives the folder of their
/// workspace; the error is what the tool said.
pub(crate) fn prove(root: &Path) -> Result<PathBuf> {
    let house = house(root)?;
    for args in CHECKS {
        let mut cargo = run::cargo();
        cargo.current_dir(&house).args(args);
        cargo.env("CARGO_TARGET_DIR", root.join("target"));
        cargo.env("RUSTDOCFLAGS", "--deny warnings");
        let out = cargo.output().context("cargo could not be started")?;
        if !out.status.success() {
            let said = [out.stdout, out.stderr].concat();
            bail!(
                "cargo {}\n{}",
                args.join(" "),
                String::from_utf8_lossy(&said).trim()
            );
        }
    }
    Ok(house)
}

/// What is not as it must be of the same widget as scripts: its budgets, the loader that knows it,
/// the manifest, the gallery. It stands beside those of `dist/`, which must be there.
pub(crate) fn prove_as_script(root: &Path) -> Result<Vec<String>> {
    let house = house(root)?;
    let mut cargo = run::cargo();
    cargo.args(["update", "--workspace", "--offline"]);
    run::captured(cargo.current_dir(&house))?;
    dist::of_another_workspace(root, &house, NAME)
}

/// The workspace with nothing in it but the new crates.
fn house(root: &Path) -> Result<PathBuf> {
    let name = Name::new(NAME, &Taken::default())?;
    let house = root.join("target/new-widget");
    if house.exists() {
        std::fs::remove_dir_all(&house)?;
    }
    std::fs::create_dir_all(house.join("crates"))?;
    let manifest = std::fs::read_to_string(root.join("Cargo.toml"))?;
    std::fs::write(house.join("Cargo.toml"), beside(&manifest))?;
    for file in ["Cargo.lock", "rustfmt.toml", "clippy.toml"] {
        std::fs::copy(root.join(file), house.join(file)).context(file)?;
    }
    scaffold(&house, &name)?;
    Ok(house)
}

/// The workspace's manifest as it reads two folders further down, with the new crates its only
/// members.
fn beside(manifest: &str) -> String {
    let mut out = String::new();
    for line in manifest.lines() {
        match line.split_once(" = ").map(|(key, _)| key) {
            Some("members") => out.push_str("members = [\"crates/*\"]"),
            Some("default-members") => continue,
            _ => out.push_str(&line.replace("path = \"crates/", "path = \"../../crates/")),
        }
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_two_folders_down() {
        let manifest = "[workspace]\nmembers = [\"crates/*\", \"tests\"]\ndefault-members = [\"crates/cli\"]\n\
            [workspace.dependencies]\nswansfeet-ui = { path = \"crates/ui\" }\nserde = \"1\"\n";
        let wanted = "[workspace]\nmembers = [\"crates/*\"]\n\
            [workspace.dependencies]\nswansfeet-ui = { path = \"../../crates/ui\" }\nserde = \"1\"\n";
        assert_eq!(beside(manifest), wanted);
    }
}
