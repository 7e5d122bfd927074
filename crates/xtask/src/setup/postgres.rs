//! PostgreSQL, which the hub's store is tested on beside SQLite.

use anyhow::{Context, Result};
use std::fs;
use std::path::PathBuf;

/// Where Debian puts the programs of each version.
const VERSIONS: &str = "/usr/lib/postgresql";

/// Installs PostgreSQL where it is missing. Where it can't be had, the tests count their part as
/// skipped, except in CI: there every store has to be tested.
pub(crate) fn find_or_install() -> Result<Option<PathBuf>> {
    if find().is_none()
        && let Err(error) = super::apt(&["postgresql"], "testing the hub's store on PostgreSQL")
    {
        if std::env::var_os("CI").is_some() {
            return Err(error).context("CI tests the store on PostgreSQL too");
        }
        println!("      PostgreSQL will be skipped: {error:#}");
    }
    Ok(find())
}

/// The folder with `initdb`, of any version.
fn find() -> Option<PathBuf> {
    fs::read_dir(VERSIONS)
        .ok()?
        .filter_map(|version| Some(version.ok()?.path().join("bin")))
        .find(|programs| programs.join("initdb").exists())
}
