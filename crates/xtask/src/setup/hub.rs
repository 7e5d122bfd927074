//! What the hub's trials need beside the hub: a clock that can be moved, and a PostgreSQL.

use crate::run;
use std::path::{Path, PathBuf};

/// Installs the movable clock and looks for PostgreSQL. What can't be had is named, and its trials
/// count as skipped.
pub(crate) fn find_or_install() -> Vec<&'static str> {
    let mut found = Vec::new();
    let has_clock = || !below("/usr/lib", "faketime/libfaketimeMT.so.1").is_empty();
    if !has_clock()
        && let Err(error) = super::apt(&["faketime"], "moving the hub's clock")
    {
        println!("      trials of the clock will be skipped: {error:#}");
    }
    if has_clock() {
        found.push("libfaketime");
    }
    // Not installed unasked: Debian's package would start a server for the whole machine.
    if run::find("initdb").is_some() || !below("/usr/lib/postgresql", "bin/initdb").is_empty() {
        found.push("PostgreSQL");
    } else {
        println!("      trials with PostgreSQL will be skipped: it is not installed");
    }
    found
}

/// `*/name` in a folder.
fn below(folder: &str, name: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(Path::new(folder)).into_iter().flatten();
    let files = entries.filter_map(|entry| Some(entry.ok()?.path().join(name)));
    files.filter(|file| file.exists()).collect()
}
