//! Which bundles there are, read from the crates' own manifests.

use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What a bundle is for; decides which files are made of it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// For partners' pages.
    Widget,
    /// A program that a widget asks for when it needs it.
    Part,
    /// For the people who build Swansfeet.
    Gallery,
    /// The yardstick of the bench.
    Counter,
}

/// One crate that becomes scripts.
pub(crate) struct Bundle {
    /// `pay`: the name in addresses and attributes. Of a part, that of its widget and its own:
    /// `meetings.reader`.
    pub(crate) name: String,
    /// `swansfeet-widget-pay`.
    pub(crate) package: String,
    pub(crate) folder: PathBuf,
    pub(crate) kind: Kind,
    pub(crate) settings: Settings,
}

/// Where a widget may be on partners' pages.
#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Frame {
    /// In a frame without an origin and nowhere else: no partner's page may read what is answered.
    Always,
}

/// `[package.metadata.swansfeet]`.
#[derive(Deserialize, Default, Clone)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Settings {
    /// The custom element, `swan-pay`.
    pub(crate) element: String,
    /// Components of `crates/ui` whose styles are bundled; `all` stands for every one.
    pub(crate) ui: Vec<String>,
    /// The widget's own options and what each accepts, for the loader's warnings.
    pub(crate) options: BTreeMap<String, String>,
    /// Where on the hub the first data is, with `{campaign}` in it: asked for while the program
    /// starts.
    pub(crate) data: Option<String>,
    /// The campaign where the tag names none.
    pub(crate) campaign: Option<String>,
    /// Height in CSS pixels kept free for the widget before it starts.
    pub(crate) height: u32,
    /// Whether partners may choose where it is; they may, if nothing is said.
    pub(crate) frame: Option<Frame>,
    /// Of what belongs on the hub's own pages alone: the partners' loader does not know it.
    pub(crate) hub_only: bool,
    /// The functions behind which the plain JavaScript build's code comes late; see `late.rs`.
    pub(crate) late: Vec<String>,
    /// Bytes (brotli) that one visitor may download up to the first answer.
    pub(crate) budget: Option<usize>,
    /// The same for the whole widget, where more comes later or another language is a file.
    pub(crate) budget_whole: Option<usize>,
    /// The same for the plain JavaScript build, of a program whose sums blow it up: 64-bit numbers
    /// are two there. Only for what few people open.
    pub(crate) budget_plain: Option<usize>,
}

/// The least room for a frame whose height may not follow what is in it: a question with a dozen
/// answers on a phone.
const ROOM: u32 = 960;
/// Where the quick exit leads, an option that only a widget in a frame has.
const EXIT: (&str, &str) = ("exit", "url");

impl Bundle {
    /// Of a part, the widget that asks for it and what it asks for it by.
    pub(crate) fn part_of(&self) -> Option<(&str, &str)> {
        (self.kind == Kind::Part).then(|| self.name.split_once('.'))?
    }

    /// Whether partners' pages get a script that makes a frame, and the widget is inside.
    pub(crate) fn is_always_framed(&self) -> bool {
        self.settings.frame == Some(Frame::Always)
    }

    /// Pixels kept free on a partner's page.
    pub(crate) fn room(&self) -> u32 {
        if self.is_always_framed() {
            self.settings.height.max(ROOM)
        } else {
            self.settings.height
        }
    }
}

#[derive(Deserialize)]
struct Manifest {
    package: Package,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    #[serde(default)]
    metadata: Metadata,
}

#[derive(Deserialize, Default)]
struct Metadata {
    #[serde(default)]
    swansfeet: Settings,
}

/// All bundles: parts, since widgets name their files; widgets by name; then the gallery and the
/// counter.
pub(crate) fn bundles(root: &Path) -> Result<Vec<Bundle>> {
    let (mut parts, mut found) = (Vec::new(), Vec::new());
    for entry in std::fs::read_dir(root.join("crates"))? {
        let folder = entry?.path();
        let name = folder
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        if let Some(name) = name.strip_prefix("widget-") {
            found.push(read(name, &folder, Kind::Widget)?);
        } else if let Some(name) = name.strip_prefix("part-") {
            let (widget, part) = (name.rsplit_once('-'))
                .with_context(|| format!("part-{name} does not say of which widget"))?;
            let name = format!("{widget}.{part}");
            parts.push(read(&name, &folder, Kind::Part)?);
        }
    }
    for kind in [&mut parts, &mut found] {
        kind.sort_by(|a, b| a.name.cmp(&b.name));
    }
    parts.append(&mut found);
    let mut found = parts;
    found.push(read(
        "gallery",
        &root.join("crates/gallery"),
        Kind::Gallery,
    )?);
    found.push(read("counter", &root.join("tests/counter"), Kind::Counter)?);
    Ok(found)
}

pub(super) fn read(name: &str, folder: &Path, kind: Kind) -> Result<Bundle> {
    let file = folder.join("Cargo.toml");
    let text = std::fs::read_to_string(&file).with_context(|| file.display().to_string())?;
    let manifest: Manifest = toml::from_str(&text).with_context(|| file.display().to_string())?;
    let mut settings = manifest.package.metadata.swansfeet;
    if settings.frame.is_some() {
        settings
            .options
            .insert(EXIT.0.to_owned(), EXIT.1.to_owned());
    }
    Ok(Bundle {
        name: name.to_owned(),
        package: manifest.package.name,
        folder: folder.to_path_buf(),
        kind,
        settings,
    })
}
