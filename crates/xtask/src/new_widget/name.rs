//! What a widget may be called. One name becomes two folders, two packages, a custom element, a
//! CSS block, a script's file name and, later, modules of other crates: it must fit all of them.

use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

/// Longer names make longer lines than rustfmt leaves alone, and nobody types them.
const LONGEST: usize = 24;

/// Scripts that stand beside the widgets' own in `dist/v1`.
const SCRIPTS: [&str; 4] = ["counter", "gallery", "modes", "swansfeet"];

/// Words of Rust in small letters: the name becomes a module of `api` and `hub` if it stores
/// anything.
const RUST: [&str; 48] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
    "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl",
    "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
    "return", "self", "static", "struct", "super", "test", "trait", "true", "try", "type",
    "unsafe", "use", "where", "while",
];

/// What no object of JavaScript and no folder of Windows can be called.
const ELSEWHERE: [&str; 5] = ["aux", "con", "constructor", "nul", "prn"];

/// A name that fits.
pub(super) struct Name(String);

/// Names that are in use, and by what.
#[derive(Default)]
pub(super) struct Taken(BTreeMap<String, String>);

impl Name {
    /// The name in `text`, or why it cannot be one.
    pub(super) fn new(text: &str, taken: &Taken) -> Result<Self> {
        ensure!(
            text.split('-').all(is_word),
            "`{text}` cannot be a widget's name: small letters a to z, with single hyphens between \
             words, such as `rota` or `night-rota`"
        );
        ensure!(
            (2..=LONGEST).contains(&text.len()),
            "`{text}` cannot be a widget's name: it needs 2 to {LONGEST} letters"
        );
        ensure!(
            !text.starts_with("widget-") && text != "widget",
            "leave out the `widget`: `cargo xtask new-widget rota` makes crates/widget-rota"
        );
        ensure!(!RUST.contains(&text), "`{text}` is a word of Rust's own");
        ensure!(
            !SCRIPTS.contains(&text) && !ELSEWHERE.contains(&text),
            "`{text}` is reserved"
        );
        if let Some(by) = taken.0.get(text) {
            anyhow::bail!("`{text}` is taken: {by}");
        }
        Ok(Self(text.to_owned()))
    }

    /// The folder of the rules, and the package without `swansfeet-`.
    pub(super) fn domain(&self) -> String {
        self.0.clone()
    }

    /// The folder of the widget, and the package without `swansfeet-`.
    pub(super) fn widget(&self) -> String {
        format!("widget-{}", self.0)
    }

    /// As Rust writes it: `night_rota`.
    pub(super) fn ident(&self) -> String {
        self.0.replace('-', "_")
    }

    /// As people read it: "Night rota".
    pub(super) fn title(&self) -> String {
        let words = self.0.replace('-', " ");
        let (first, rest) = words.split_at(1);
        first.to_uppercase() + rest
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Taken {
    /// Every crate of the workspace, and every CSS block of the kit: a widget's own block is its
    /// name, and would otherwise restyle a component.
    pub(super) fn read(root: &Path) -> Result<Self> {
        let mut taken = BTreeMap::new();
        for style in styles(&root.join("crates/ui"))? {
            for block in blocks(&style) {
                let by = format!("the components have a CSS block of that name, .swan-{block}");
                taken.insert(block.to_owned(), by);
            }
        }
        let mut command = cargo_metadata::MetadataCommand::new();
        command
            .current_dir(root)
            .no_deps()
            .other_options(["--offline".to_owned()]);
        let metadata = command
            .exec()
            .context("cargo could not read the workspace")?;
        for package in metadata.packages {
            let name = package
                .name
                .strip_prefix("swansfeet-")
                .unwrap_or(&package.name);
            let name = name.strip_prefix("widget-").unwrap_or(name);
            let folder = package
                .manifest_path
                .parent()
                .and_then(|f| f.strip_prefix(root).ok());
            let by = folder.map_or("a crate".to_owned(), |folder| format!("there is {folder}"));
            taken.insert(name.to_owned(), by);
        }
        // A folder without a manifest is no package yet, and in the way all the same.
        for entry in std::fs::read_dir(root.join("crates"))? {
            let folder = entry?.file_name().to_string_lossy().into_owned();
            let name = folder.strip_prefix("widget-").unwrap_or(&folder).to_owned();
            taken
                .entry(name)
                .or_insert_with(|| format!("there is crates/{folder}"));
        }
        Ok(Self(taken))
    }
}

fn is_word(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// The style sheets of the kit: its tokens and one for each component.
fn styles(kit: &Path) -> Result<Vec<String>> {
    let mut files = vec![kit.join("tokens.css")];
    for entry in std::fs::read_dir(kit.join("src"))? {
        files.push(entry?.path().join("style.css"));
    }
    let files = files.into_iter().filter(|file| file.exists());
    files
        .map(|file| std::fs::read_to_string(&file).with_context(|| file.display().to_string()))
        .collect()
}

/// `bars` for `.swan-bars__row` and `.swan-bars`.
fn blocks(css: &str) -> impl Iterator<Item = &str> {
    css.split(".swan-").skip(1).filter_map(|rest| {
        let end = rest.find(|char: char| !char.is_ascii_lowercase() && char != '-');
        rest.get(..end.unwrap_or(rest.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_fit_and_names_that_do_not() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let taken = Taken::read(&root.canonicalize().unwrap()).unwrap();
        let rows = [
            ("zebra", None),
            ("zebra-of-the-night", None),
            ("", Some("small letters")),
            ("Rota", Some("small letters")),
            ("rota2", Some("small letters")),
            ("rota_list", Some("small letters")),
            ("-rota", Some("small letters")),
            ("rota-", Some("small letters")),
            ("night--rota", Some("small letters")),
            ("rôta", Some("small letters")),
            ("../rota", Some("small letters")),
            ("--help", Some("small letters")),
            ("z", Some("2 to 24")),
            ("a-name-that-goes-on-and-on", Some("2 to 24")),
            ("widget-zebra", Some("leave out")),
            ("type", Some("word of Rust")),
            ("gallery", Some("reserved")),
            ("constructor", Some("reserved")),
            ("pay", Some("there is crates/")),
            ("words", Some("there is crates/words")),
            ("tests", Some("there is tests")),
            ("button", Some(".swan-button")),
            ("bars", Some(".swan-bars")),
        ];
        for (text, wanted) in rows {
            let found = Name::new(text, &taken);
            let said = found.err().map(|error| error.to_string());
            match wanted {
                None => assert_eq!(said, None, "{text}"),
                Some(part) => assert!(
                    said.as_ref().is_some_and(|said| said.contains(part)),
                    "{text}: {said:?}"
                ),
            }
        }
    }

    #[test]
    fn a_name_in_its_forms() {
        let name = Name::new("night-rota", &Taken::default()).unwrap();
        let forms = [name.domain(), name.widget(), name.ident(), name.title()];
        assert_eq!(
            forms,
            [
                "night-rota",
                "widget-night-rota",
                "night_rota",
                "Night rota"
            ]
        );
    }
}
