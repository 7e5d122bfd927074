//! Turns translators' Fluent files into compact tables and Rust names. For build scripts only.
//!
//! ```no_run
//! // build.rs
//! swansfeet_words::compile::Catalog::for_crate()
//!     .shared("pay")
//!     .keyed(&["step-", "gap-"])
//!     .write();
//! ```
//!
//! ```ignore
//! // lib.rs
//! /// What this widget says.
//! pub mod msg {
//!     include!(concat!(env!("OUT_DIR"), "/msg.rs"));
//! }
//! ```
//!
//! English is the measure: a locale with a missing or an extra key, or with other blanks, is a
//! [`Problem`] and fails the build. Nothing here judges a translation, and nothing here is in the
//! finished program.

mod check;
mod emit;
mod lower;
mod named;
mod problem;
mod pseudo;
mod source;

use std::{
    collections::BTreeSet,
    env, fs,
    path::{Path, PathBuf},
};

pub use problem::Problem;

use lower::Lowered;
use source::Source;

/// The language that every other is measured by.
const ENGLISH: &str = "en";

/// English right to left, for the eyes of whoever builds a page.
const PSEUDO: &str = "en-XB";

/// Where this crate keeps the sentences that several parts say.
const SHARED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/locales");

/// The Fluent files of one crate, in all languages.
#[derive(Default)]
pub struct Catalog {
    sources: Vec<Source>,
    keyed: Vec<String>,
    later: Vec<String>,
    named: Option<BTreeSet<String>>,
    watched: Vec<PathBuf>,
    problems: Vec<Problem>,
}

/// What comes out of a catalog without problems.
#[derive(Debug)]
pub struct Compiled {
    /// The source of `msg.rs`.
    pub rust: String,
    /// Each locale's tag and table, English first, the pseudo-locale last.
    pub tables: Vec<(String, String)>,
    /// The English table in two, where there are messages that come later: what is inside the
    /// program, and what follows it.
    pub halves: Option<[String; 2]>,
}

impl Catalog {
    /// No files yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The shared `common` words, and the files in `locales/` of the crate whose build script
    /// runs, if it has that folder.
    #[must_use]
    pub fn for_crate() -> Self {
        let catalog = Self::new().shared("common");
        let own = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
        let own = own.join("locales");
        if own.is_dir() {
            catalog.folder(&own)
        } else {
            catalog
        }
    }

    /// Leaves out messages that no Rust file of a folder names, once they have been checked. For
    /// a widget: `.only_named_in(Path::new("src"))`. Messages that are found by key stay.
    #[must_use]
    pub fn only_named_in(mut self, folder: &Path) -> Self {
        self.watched.push(folder.to_owned());
        match named::in_folder(folder) {
            Ok(names) => self.named = Some(names),
            Err(error) => self.problems.push(Problem::unreadable(folder, &error)),
        }
        self
    }

    /// Adds a shared file, `crates/words/locales/<locale>/<name>.ftl`, in every locale there is.
    #[must_use]
    pub fn shared(mut self, name: &str) -> Self {
        let root = Path::new(SHARED);
        self.watched.push(root.to_owned());
        for folder in self.list(root) {
            let Some(locale) = folder.file_name().and_then(|name| name.to_str()) else {
                continue;
            };
            self = self.file(locale, &folder.join(format!("{name}.ftl")));
        }
        self
    }

    /// Adds a folder of files named by locale: `<folder>/cy.ftl`.
    #[must_use]
    pub fn folder(mut self, folder: &Path) -> Self {
        self.watched.push(folder.to_owned());
        for path in self.list(folder) {
            let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
                continue;
            };
            if let Some(locale) = name.strip_suffix(".ftl") {
                self = self.file(locale, &path);
            }
        }
        self
    }

    /// Adds Fluent text under a file name of your choice.
    #[must_use]
    pub fn source(mut self, locale: &str, file: &str, text: &str) -> Self {
        match Source::parse(locale, file, text) {
            Ok(source) => self.sources.push(source),
            Err(problems) => self.problems.extend(problems),
        }
        self
    }

    /// Makes messages whose key starts with one of these findable by key at run time, through
    /// `msg::keyed`.
    #[must_use]
    pub fn keyed(mut self, prefixes: &[&str]) -> Self {
        self.keyed
            .extend(prefixes.iter().map(|&prefix| prefix.to_owned()));
        self
    }

    /// Leaves messages whose key starts with one of these out of `msg::FIRST`, the English table
    /// inside a program: they come later, in a file of their own (`Words::add`). Other languages
    /// are files anyway, and whole.
    #[must_use]
    pub fn later(mut self, prefixes: &[&str]) -> Self {
        self.later
            .extend(prefixes.iter().map(|&prefix| prefix.to_owned()));
        self
    }

    /// Checks everything and gives the tables and the Rust source.
    ///
    /// # Errors
    ///
    /// Every problem of what cannot be read, or else every difference between the languages.
    pub fn compile(self) -> Result<Compiled, Vec<Problem>> {
        let mut problems = self.problems;
        let tags: BTreeSet<&str> = self.sources.iter().map(|s| s.locale.as_str()).collect();
        let mut locales: Vec<Lowered> = Vec::new();
        for tag in &tags {
            let of_locale = self.sources.iter().filter(|source| source.locale == *tag);
            locales.push(Lowered::new(tag, of_locale, &mut problems));
        }
        // A file or message that could not be read would be missed in every comparison.
        if !problems.is_empty() {
            return Err(problems);
        }
        locales.sort_by_key(|locale| locale.tag != ENGLISH);
        let Some((english, others)) = locales.split_first().filter(|(en, _)| en.tag == ENGLISH)
        else {
            problems.push(Problem::NoEnglish);
            return Err(problems);
        };
        check::english(english, &self.keyed, &mut problems);
        check::prefixes(english, &self.later, &mut problems);
        for other in others {
            check::against(english, other, &mut problems);
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        locales.push(pseudo::right_to_left(&locales[0]));
        if let Some(named) = &self.named {
            for locale in &mut locales {
                locale.messages.retain(|key, _| {
                    emit::is_built_in(key)
                        || self.keyed.iter().any(|prefix| key.starts_with(prefix))
                        || emit::names_of(key).iter().any(|name| named.contains(name))
                });
            }
        }
        emit::compiled(&locales, &self.keyed, &self.later)
    }

    /// For a build script: writes what [`Compiled::write_to`] does to `OUT_DIR`, tells cargo what
    /// to watch, and ends the build with every problem listed if there are any.
    pub fn write(self) {
        for path in &self.watched {
            println!("cargo::rerun-if-changed={}", path.display());
        }
        let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
        let written = self.compile().and_then(|compiled| {
            compiled
                .write_to(&out)
                .map_err(|error| vec![Problem::unwritable(&out, &error)])
        });
        if let Err(problems) = written {
            for problem in &problems {
                println!("cargo::error={problem}");
            }
            std::process::exit(1);
        }
    }

    /// What is in a folder, in an order that is the same on every machine.
    fn list(&mut self, folder: &Path) -> Vec<PathBuf> {
        match fs::read_dir(folder) {
            Ok(entries) => {
                let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
                paths.sort();
                paths
            }
            Err(error) => {
                self.problems.push(Problem::unreadable(folder, &error));
                Vec::new()
            }
        }
    }

    fn file(mut self, locale: &str, path: &Path) -> Self {
        self.watched.push(path.to_owned());
        match fs::read_to_string(path) {
            Ok(text) => self.source(locale, &path.display().to_string(), &text),
            Err(error) => {
                self.problems.push(Problem::unreadable(path, &error));
                self
            }
        }
    }
}

impl Compiled {
    /// Writes `msg.rs` and `words/<locale>.txt` into a folder; where messages come later,
    /// `first.txt` and `later.txt` too.
    ///
    /// # Errors
    ///
    /// Whatever the file system says.
    pub fn write_to(&self, folder: &Path) -> std::io::Result<()> {
        let words = folder.join("words");
        // A locale that has gone must not be served from an old build.
        if words.exists() {
            fs::remove_dir_all(&words)?;
        }
        fs::create_dir_all(&words)?;
        for (tag, table) in &self.tables {
            fs::write(words.join(format!("{tag}.txt")), table)?;
        }
        for (name, half) in ["first.txt", "later.txt"].iter().zip(0..) {
            let file = folder.join(name);
            match &self.halves {
                Some(halves) => fs::write(file, &halves[half])?,
                None if file.exists() => fs::remove_file(file)?,
                None => {}
            }
        }
        fs::write(folder.join("msg.rs"), &self.rust)
    }

    /// The table of a locale.
    #[must_use]
    pub fn table(&self, tag: &str) -> Option<&str> {
        self.tables
            .iter()
            .find(|(known, _)| known == tag)
            .map(|(_, table)| table.as_str())
    }
}
