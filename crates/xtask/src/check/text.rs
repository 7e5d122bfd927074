//! What the files of the repository must not say, and how long they may be. Reads text; knows no
//! language's grammar.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use super::Outcome;

/// Marks of work that was put off. Written in halves, so that this file passes.
const LEFT: [&str; 6] = [
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("XX", "X:"),
    concat!("dbg", "!("),
    concat!("todo", "!("),
    concat!("unimplemented", "!("),
];

/// Where packages come from. Whoever builds this may use a mirror; only lock files name the source.
const HOSTS: [&str; 7] = [
    concat!("index.", "crates.io"),
    concat!("static.", "crates.io"),
    concat!("static.", "rust-lang.org"),
    concat!("registry.", "npmjs.org"),
    concat!("deb.", "debian.org"),
    concat!("proxy.", "golang.org"),
    concat!("arti", "factory"),
];

/// The sources that a lock file may name.
const PUBLIC: [&str; 2] = [
    "https://github.com/rust-lang/crates.io-index",
    concat!("https://registry.", "npmjs.org/"),
];

const LOCK_FILES: [&str; 2] = ["Cargo.lock", "package-lock.json"];

/// House rule: a file that needs more is two files.
const LONGEST: usize = 400;

/// No mark of unfinished work in code or documents.
pub(super) fn nothing_left_to_do(root: &Path) -> Result<Outcome> {
    findings(root, |file, line| {
        // Calendar files have a component of nearly that name.
        let line = line.replace(concat!("VTO", "DO"), "");
        let found = LEFT.iter().find(|mark| line.contains(*mark))?;
        (!is_lock(file)).then(|| format!("says {found}"))
    })
}

/// No path of the machine that it was written on, and no registry but in lock files; those name
/// the public ones only, never somebody's mirror.
pub(super) fn no_machine_named(root: &Path) -> Result<Outcome> {
    let home = std::env::home_dir().filter(|home| home.components().count() > 1);
    let here: Vec<String> = [Some(root.to_owned()), home]
        .into_iter()
        .flatten()
        .map(|path| format!("{}/", path.display()))
        .chain([
            concat!("/ho", "me/").to_owned(),
            concat!("/Us", "ers/").to_owned(),
        ])
        .collect();
    findings(root, |file, line| {
        if let Some(path) = here.iter().find(|path| line.contains(path.as_str())) {
            return Some(format!("names a place on one machine, {path}"));
        }
        if is_lock(file) {
            return mirror(line);
        }
        HOSTS
            .iter()
            .find(|host| line.contains(*host))
            .map(|host| format!("names {host}"))
    })
}

/// Tells of long files without failing: length is a hint, not a fault.
pub(super) fn length_of_files(root: &Path) -> Result<Outcome> {
    let mut long = Vec::new();
    for (file, text) in texts(root)? {
        let lines = text.lines().count();
        let is_code = ["rs", "js", "css"]
            .iter()
            .any(|end| file.extension().is_some_and(|e| e == *end));
        if is_code && lines > LONGEST {
            long.push(format!(
                "note: {} has {lines} lines, more than {LONGEST}",
                file.display()
            ));
        }
    }
    Ok(Outcome::Passed(long))
}

fn is_lock(file: &Path) -> bool {
    file.file_name()
        .is_some_and(|name| LOCK_FILES.iter().any(|lock| name == *lock))
}

/// A source in a lock file that is not one of the public ones.
fn mirror(line: &str) -> Option<String> {
    let line = line.trim_start();
    let is_source = line.starts_with("source = ") || line.starts_with("\"resolved\": ");
    let known = PUBLIC.iter().any(|public| line.contains(public));
    (is_source && !known).then(|| format!("takes from elsewhere: {line}"))
}

fn findings(root: &Path, look: impl Fn(&Path, &str) -> Option<String>) -> Result<Outcome> {
    let mut findings = Vec::new();
    for (file, text) in texts(root)? {
        for (at, line) in text.lines().enumerate() {
            if let Some(what) = look(&file, line) {
                findings.push(format!("{}:{} {what}", file.display(), at + 1));
            }
        }
    }
    Ok(Outcome::from_findings(findings))
}

/// Every text file that belongs to the repository, by its path in it.
fn texts(root: &Path) -> Result<Vec<(PathBuf, String)>> {
    let mut files = Vec::new();
    walk(root, &mut files)?;
    files.sort();
    let texts: Vec<_> = files
        .into_iter()
        // What is not UTF-8 is a picture or a test's bad input.
        .filter_map(|file| {
            Some((
                file.strip_prefix(root).ok()?.to_owned(),
                fs::read_to_string(&file).ok()?,
            ))
        })
        .collect();
    anyhow::ensure!(!texts.is_empty(), "no files under {}", root.display());
    Ok(texts)
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    const MADE: [&str; 4] = [".git", "target", "node_modules", "dist"];
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    for entry in entries {
        let entry = entry?;
        let kind = entry.file_type()?;
        let name = entry.file_name();
        let made = MADE.iter().any(|made| name == *made) && !is_source_folder(&entry.path());
        if kind.is_dir() && !made {
            walk(&entry.path(), files)?;
        } else if kind.is_file() {
            files.push(entry.path());
        }
    }
    Ok(())
}

/// `crates/xtask/src/dist` is code; `dist` at the top is made.
fn is_source_folder(path: &Path) -> bool {
    path.ancestors()
        .skip(1)
        .any(|above| above.file_name().is_some_and(|name| name == "src"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A repository of one file.
    fn with(name: &str, text: &str, check: fn(&Path) -> Result<Outcome>) -> Vec<String> {
        let root =
            std::env::temp_dir().join(format!("swansfeet-text-{}-{name}", std::process::id()));
        fs::create_dir_all(&root).unwrap();
        fs::write(root.join(name), text).unwrap();
        let outcome = check(&root).unwrap();
        fs::remove_dir_all(&root).unwrap();
        match outcome {
            Outcome::Passed(found) | Outcome::Failed(found) => found,
            Outcome::Skipped(why) => panic!("{why}"),
        }
    }

    #[test]
    fn work_put_off_is_found_with_its_line() {
        let text = format!("fn main() {{\n    {}1);\n}}\n", concat!("dbg", "!("));
        let found = with("a.rs", &text, nothing_left_to_do);
        assert_eq!(found, [concat!("a.rs:2 says dbg", "!(")]);
        let calendar = concat!("BEGIN:VTO", "DO\n");
        for fine in ["fn main() {}\n", calendar] {
            assert!(with("b.rs", fine, nothing_left_to_do).is_empty());
        }
    }

    #[test]
    fn a_machine_or_a_mirror_is_found() {
        for (name, text, count) in [
            ("c.md", concat!("see /ho", "me/anna/notes"), 1),
            ("d.md", concat!("from registry.", "npmjs.org"), 1),
            ("e.md", "see crates/words", 0),
            (
                "Cargo.lock",
                "source = \"registry+https://github.com/rust-lang/crates.io-index\"",
                0,
            ),
            (
                "package-lock.json",
                "\"resolved\": \"https://mirror.example/yew.tgz\",",
                1,
            ),
        ] {
            assert_eq!(with(name, text, no_machine_named).len(), count, "{text}");
        }
    }

    #[test]
    fn a_long_file_is_told_of() {
        let text = "// line\n".repeat(LONGEST + 1);
        assert_eq!(with("f.rs", &text, length_of_files).len(), 1);
        assert!(with("g.toml", &text, length_of_files).is_empty());
    }
}
