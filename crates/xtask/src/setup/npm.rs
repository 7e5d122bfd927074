//! binaryen, esbuild and axe-core from npm, pinned by package-lock.json.

use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The first Node.js with all that our tools and tests use.
const OLDEST: u32 = 20;
const STAMP: &str = "node_modules/.package-lock.json";

/// Installs the pinned packages when they are missing or the lock file has changed since.
pub(crate) fn find_or_install(root: &Path) -> Result<()> {
    if fresh(root) {
        return new_enough();
    }
    if crate::run::find("npm").is_none() {
        if crate::run::find("apt-get").is_none() {
            bail!(
                "Node.js 20 or newer with npm is needed to shrink the wasm (binaryen); install it from nodejs.org"
            );
        }
        super::apt(&["nodejs", "npm"], "running binaryen and esbuild")?;
    }
    new_enough()?;
    println!("      installing binaryen, esbuild and axe-core into node_modules/");
    crate::run::captured(
        Command::new("npm")
            .args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"])
            .current_dir(root),
    )
    .context("npm could not install the packages of package-lock.json")?;
    Ok(())
}

/// Debian 12 and Ubuntu 22.04 have an older Node.js, which fails much later and says nothing.
fn new_enough() -> Result<()> {
    let version = crate::run::captured(Command::new("node").arg("--version"))?;
    if major(&version).is_none_or(|major| major < OLDEST) {
        bail!(
            "Node.js {OLDEST} or newer is needed (here: {}). Debian 12's own is too old: nodejs.org has a newer one, \
             and so have nvm, Homebrew and deb.nodesource.com",
            version.trim()
        );
    }
    Ok(())
}

/// `20` of `v20.19.2`.
fn major(version: &str) -> Option<u32> {
    let number = version.trim().strip_prefix('v')?;
    number.split('.').next()?.parse().ok()
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

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn a_version_of_node_is_read() {
        for (version, wanted) in [
            ("v20.19.2\n", Some(20)),
            ("v18.13.0", Some(18)),
            ("v9.11.0", Some(9)),
            ("bun 1.1", None),
            ("", None),
        ] {
            assert_eq!(major(version), wanted, "{version}");
        }
    }
}
