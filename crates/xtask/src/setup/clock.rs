//! A clock that can be moved, under the hub's own program.

use std::path::Path;

/// Debian's folders of libraries, one for each kind of machine.
const LIBRARIES: &str = "/usr/lib";

/// Installs the movable clock where it is missing. Where it can't be had, that is said, and its
/// trials count as skipped.
pub(crate) fn find_or_install() -> bool {
    if !is_here()
        && let Err(error) = super::apt(&["faketime"], "moving the hub's clock")
    {
        println!("      trials of the clock will be skipped: {error:#}");
    }
    is_here()
}

fn is_here() -> bool {
    let folders = std::fs::read_dir(Path::new(LIBRARIES))
        .into_iter()
        .flatten();
    folders
        .flatten()
        .any(|folder| folder.path().join("faketime/libfaketimeMT.so.1").exists())
}
