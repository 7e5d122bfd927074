//! Whether anything has changed since `dist/` was built.
//!
//! Looks at names, sizes and times of all that a build reads, as cargo itself does, so that a
//! second run ends before a compiler has even started. What changed, and what must be made anew
//! for it, is the affair of the steps themselves.

use super::{compress, manifest::Manifest};
use anyhow::Result;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

/// What a build reads: folders with all below them, and files.
const INPUTS: [&str; 7] = [
    "crates",
    "tests/counter",
    "www",
    ".cargo",
    "Cargo.toml",
    "Cargo.lock",
    "package-lock.json",
];

/// The state of the tree, the tools and this program, in one word.
pub(crate) fn of(root: &Path) -> Result<String> {
    let mut list = crate::run::captured(Command::new("rustc").arg("-vV").current_dir(root))?;
    line(&mut list, &std::env::current_exe()?)?;
    for input in INPUTS {
        walk(&mut list, &root.join(input))?;
    }
    Ok(compress::short_hash(list.as_bytes()))
}

/// Whether the last build began at this state and all that it made is still there.
pub(crate) fn holds(root: &Path, stamp: &str) -> bool {
    let Ok(manifest) = Manifest::read(&root.join("dist")) else {
        return false;
    };
    let is_whole = manifest.files.iter().all(|file| {
        root.join("dist")
            .join(&file.path)
            .metadata()
            .is_ok_and(|data| usize::try_from(data.len()).is_ok_and(|length| length == file.raw))
    });
    is_whole && std::fs::read_to_string(place(root)).is_ok_and(|kept| kept == stamp)
}

/// Keeps the state at which a build that went well began.
pub(crate) fn keep(root: &Path, stamp: &str) -> Result<()> {
    Ok(std::fs::write(place(root), stamp)?)
}

fn place(root: &Path) -> PathBuf {
    root.join("target/dist/stamp")
}

/// Folders in the order of their names, since the disk's own order may change.
fn walk(list: &mut String, path: &Path) -> Result<()> {
    if !path.is_dir() {
        return line(list, path);
    }
    let mut below = std::fs::read_dir(path)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<_>>>()?;
    below.sort();
    below.iter().try_for_each(|path| walk(list, path))
}

fn line(list: &mut String, path: &Path) -> Result<()> {
    // One that is not there is a state too.
    let Ok(data) = path.metadata() else {
        return Ok(writeln!(list, "{} is missing", path.display())?);
    };
    let changed = data.modified()?.duration_since(SystemTime::UNIX_EPOCH)?;
    Ok(writeln!(
        list,
        "{} {} {}",
        path.display(),
        data.len(),
        changed.as_nanos()
    )?)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

    use super::{holds, keep, walk};
    use std::path::Path;

    fn state(folder: &Path) -> String {
        let mut list = String::new();
        walk(&mut list, folder).unwrap();
        list
    }

    #[test]
    fn every_change_of_the_tree_is_seen_and_nothing_else() {
        let root = std::env::temp_dir().join(format!("swansfeet-stamp-{}", std::process::id()));
        let folder = root.join("crates/pay");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("lib.rs"), "one").unwrap();
        let before = state(&root);
        assert_eq!(before, state(&root), "looking changes nothing");
        std::fs::write(folder.join("lib.rs"), "other").unwrap();
        let changed = state(&root);
        assert_ne!(before, changed, "a file has changed");
        std::fs::write(folder.join("more.rs"), "").unwrap();
        assert_ne!(changed, state(&root), "a file has come");
        std::fs::remove_file(folder.join("more.rs")).unwrap();
        assert_eq!(changed, state(&root), "and has gone");
        std::fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn a_build_is_made_again_when_its_state_or_its_files_are_others() {
        let root = std::env::temp_dir().join(format!("swansfeet-holds-{}", std::process::id()));
        std::fs::create_dir_all(root.join("dist/v1")).unwrap();
        std::fs::create_dir_all(root.join("target/dist")).unwrap();
        assert!(!holds(&root, "a"), "nothing is built");
        let list = r#"{"widgets": {}, "files": [{"name": "pay.js", "path": "v1/pay.js", "hash": "",
            "integrity": "", "type": "", "raw": 3, "gz": 0, "br": 0, "immutable": false}]}"#;
        std::fs::write(root.join("dist/manifest.json"), list).unwrap();
        std::fs::write(root.join("dist/v1/pay.js"), "pay").unwrap();
        assert!(!holds(&root, "a"), "nobody knows of what state");
        keep(&root, "a").unwrap();
        assert!(holds(&root, "a"));
        assert!(!holds(&root, "b"), "the tree has changed");
        std::fs::remove_file(root.join("dist/v1/pay.js")).unwrap();
        assert!(!holds(&root, "a"), "a file has gone");
        std::fs::remove_dir_all(root).unwrap();
    }
}
