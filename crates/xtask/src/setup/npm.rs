//! binaryen, esbuild and axe-core from npm, pinned by package-lock.json.

use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

const STAMP: &str = "node_modules/.package-lock.json";

/// Installs the pinned packages when they are missing or the lock file has changed since.
pub(crate) fn find_or_install(root: &Path) -> Result<()> {
    if fresh(root) {
        return Ok(());
    }
    if crate::run::find("npm").is_none() {
        if crate::run::find("apt-get").is_none() {
            bail!(
                "Node.js 20 or newer with npm is needed to shrink the wasm (binaryen); install it from nodejs.org"
            );
        }
        super::apt(&["nodejs", "npm"], "running binaryen and esbuild")?;
    }
    println!("      installing binaryen, esbuild and axe-core into node_modules/");
    crate::run::captured(
        Command::new("npm")
            .args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"])
            .current_dir(root),
    )
    .context("npm could not install the packages of package-lock.json")?;
    Ok(())
}

/// The path of a program that npm installed.
pub(crate) fn program(root: &Path, name: &str) -> PathBuf {
    root.join("node_modules/.bin").join(name)
}

fn fresh(root: &Path) -> bool {
    let time = |file: &str| {
        root.join(file)
            .metadata()
            .and_then(|data| data.modified())
            .ok()
    };
    let wanted = ["wasm-opt", "wasm2js", "esbuild"]
        .iter()
        .all(|name| program(root, name).exists());
    match (time(STAMP), time("package-lock.json")) {
        (Some(installed), Some(locked)) => wanted && installed >= locked,
        _ => false,
    }
}
