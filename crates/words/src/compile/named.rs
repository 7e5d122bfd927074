//! Which names a crate's source uses, so that its tables carry no sentence that it cannot say: in
//! a widget, every sentence is somebody's mobile data.

use std::{collections::BTreeSet, fs, path::Path};

/// Every word of the Rust files in a folder and the folders in it. More than the names of
/// messages, but nothing that a message could be called by is missed; and if it were, the crate
/// would not build.
pub(super) fn in_folder(folder: &Path) -> std::io::Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    collect(folder, &mut names)?;
    Ok(names)
}

fn collect(folder: &Path, names: &mut BTreeSet<String>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, names)?;
        } else if path.extension().is_some_and(|end| end == "rs") {
            let text = fs::read_to_string(&path)?;
            let words = text.split(|c: char| !(c.is_alphanumeric() || c == '_'));
            names.extend(words.map(str::to_owned));
        }
    }
    Ok(())
}
