//! `dist/manifest.json` and the table of sizes, with the budgets that CI holds us to.

use super::bundle::{Made, Role};
use super::{Bundle, Shop, compress, earlier, plan::Kind};
use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The one folder of all scripts: a script finds the others beside itself.
const FOLDER: &str = "v1";
/// The loader for several widgets, over the wire, with the four that it was made for.
const LOADER_BUDGET: usize = 4_000;
const LOADER_WIDGETS: usize = 4;
/// What each further one may add: the names and integrity hashes of its script and of its words,
/// which no compression makes shorter.
const LOADER_LINE: usize = 150;
/// How much larger the plain JavaScript build may be than its script.
const PLAIN_RATIO: f64 = 1.4;
/// How much more than that the one script without wasm may be, which brings core and glue too.
const CORE_AND_GLUE: usize = 7_000;

/// The most bytes of a loader that knows so many widgets.
pub(super) fn most_of_loader(widgets: usize) -> usize {
    LOADER_BUDGET + LOADER_LINE * widgets.saturating_sub(LOADER_WIDGETS)
}

/// All that was made, as the hub and the tests read it.
#[derive(Serialize, Deserialize, Default)]
pub(crate) struct Manifest {
    pub(crate) files: Vec<File>,
    pub(crate) widgets: BTreeMap<String, Widget>,
}

/// One file below `dist/`.
#[derive(Serialize, Deserialize, Clone)]
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) path: String,
    pub(crate) hash: String,
    pub(crate) integrity: String,
    #[serde(rename = "type")]
    pub(crate) content_type: String,
    pub(crate) raw: usize,
    pub(crate) gz: usize,
    pub(crate) br: usize,
    pub(crate) immutable: bool,
    /// When a newer build took its place, in seconds since 1970; see `earlier.rs`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) replaced: Option<u64>,
}

/// What one widget downloads, and how much it may.
#[derive(Serialize, Deserialize, Default)]
pub(crate) struct Widget {
    pub(crate) element: String,
    pub(crate) script: String,
    pub(crate) plain: String,
    /// What comes late of the plain JavaScript build, where something does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) late: Option<String>,
    /// The one script for pages that are known to forbid wasm, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) no_wasm: Option<String>,
    /// What runs in the frame, of a widget that is always in one; then `script` only makes that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) inside: Option<String>,
    /// Bytes of what the hub's page in the frame brings beside, as they are sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) around: Option<usize>,
    pub(crate) words: BTreeMap<String, String>,
    /// The English words that come after the first screen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) later: Option<String>,
    /// Programs that it asks for when it needs them, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) parts: BTreeMap<String, Part>,
    pub(crate) height: u32,
    /// Whether it belongs on the hub's own pages alone.
    #[serde(default)]
    pub(crate) hub_only: bool,
    pub(crate) options: BTreeMap<String, String>,
    pub(crate) budget: Option<usize>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) budget_whole: Option<usize>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) budget_plain: Option<usize>,
}

/// A program that a widget asks for when it needs it.
#[derive(Serialize, Deserialize, Default)]
pub(crate) struct Part {
    pub(crate) script: String,
    pub(crate) plain: String,
    pub(crate) budget: Option<usize>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) budget_plain: Option<usize>,
}

/// Writes files beside the old `dist/`, which is replaced only when all of them are there.
pub(crate) struct Writer {
    manifest: Manifest,
    /// Of widgets that are still to come.
    parts: BTreeMap<String, BTreeMap<String, Part>>,
    fresh: PathBuf,
    dist: PathBuf,
    cache: PathBuf,
}

impl Writer {
    pub(crate) fn new(shop: &Shop<'_>) -> Result<Self> {
        let fresh = shop.root.join("target/dist/new");
        Self::into(shop, shop.root.join("dist"), fresh)
    }

    /// Into another folder than `dist/`, made in `fresh`.
    pub(super) fn into(shop: &Shop<'_>, dist: PathBuf, fresh: PathBuf) -> Result<Self> {
        if fresh.exists() {
            std::fs::remove_dir_all(&fresh)?;
        }
        std::fs::create_dir_all(&fresh)?;
        Ok(Self {
            manifest: Manifest {
                files: Vec::new(),
                widgets: BTreeMap::new(),
            },
            parts: BTreeMap::new(),
            fresh,
            dist,
            cache: shop.root.join("target/dist/cache"),
        })
    }

    /// One file with its compressed forms.
    pub(crate) fn put(&mut self, path: &str, bytes: &[u8], immutable: bool) -> Result<()> {
        self.put_in_parts(path, bytes, &[], immutable)
    }

    fn put_in_parts(
        &mut self,
        path: &str,
        bytes: &[u8],
        parts: &[compress::Part],
        immutable: bool,
    ) -> Result<()> {
        let sizes = compress::write(&self.fresh.join(path), bytes, parts, &self.cache)?;
        self.manifest.files.push(File {
            name: path.rsplit('/').next().unwrap_or(path).to_owned(),
            path: path.to_owned(),
            hash: compress::short_hash(bytes),
            integrity: compress::integrity(bytes),
            content_type: content_type(path).to_owned(),
            raw: sizes.raw,
            gz: sizes.gz,
            br: sizes.br,
            immutable,
            replaced: None,
        });
        Ok(())
    }

    /// The files of all bundles under their hashed names, the scripts under short names too.
    pub(crate) fn bundles(
        &mut self,
        shop: &Shop<'_>,
        bundles: &[Bundle],
        made: &[Made],
    ) -> Result<()> {
        for (bundle, made) in bundles.iter().zip(made) {
            for output in &made.outputs {
                let path = format!("{FOLDER}/{}", output.file);
                self.put_in_parts(&path, &output.bytes, &output.parts, true)?;
            }
            // Only its widget names it, and by its hash.
            if let Some((widget, what)) = bundle.part_of() {
                let widgets = self.parts.entry(widget.to_owned()).or_default();
                widgets.insert(what.to_owned(), part(bundle, made)?);
                continue;
            }
            let named = made.named_by_pages()?;
            let short = format!("{FOLDER}/{}.js", bundle.name);
            self.put_in_parts(&short, &named.bytes, &named.parts, false)?;
            if let Some(output) = made.no_wasm() {
                let short = format!("{FOLDER}/{}.nowasm.js", bundle.name);
                self.put(&short, &output.bytes, false)?;
            }
            if bundle.kind == Kind::Widget {
                let mut widget = widget(shop, bundle, made)?;
                widget.parts = self.parts.remove(&bundle.name).unwrap_or_default();
                self.manifest.widgets.insert(bundle.name.clone(), widget);
            }
        }
        ensure!(self.parts.is_empty(), "a part is of no widget");
        for (name, bytes, immutable) in super::loader::files(shop, bundles, made)? {
            self.put(&format!("{FOLDER}/{name}"), &bytes, immutable)?;
        }
        Ok(())
    }

    /// Puts the new `dist/` in the old one's place, with what of that is still asked for.
    pub(crate) fn finish(mut self) -> Result<()> {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?;
        earlier::carry_over(&self.dist, &self.fresh, &mut self.manifest, now.as_secs())?;
        let list = serde_json::to_vec_pretty(&self.manifest)?;
        std::fs::write(self.fresh.join("manifest.json"), list)?;
        if self.dist.exists() {
            std::fs::remove_dir_all(&self.dist)?;
        }
        std::fs::rename(&self.fresh, &self.dist).context("dist/ could not be replaced")
    }
}

/// What the page in a frame loads beside the widget; the hub sends these without their comments.
const AROUND: [&str; 4] = [
    "crates/hub/static/frame.css",
    "crates/hub/static/frame.js",
    "crates/hub/static/leave.js",
    "crates/embed/js/thrice.js",
];

fn around(shop: &Shop<'_>) -> Result<usize> {
    let mut all = 0;
    for file in AROUND {
        let text = std::fs::read_to_string(shop.root.join(file)).context(file)?;
        let lines = text.lines().map(str::trim);
        let sent = lines.filter(|line| !line.starts_with("//"));
        all += sent.map(|line| line.len() + 1).sum::<usize>();
    }
    Ok(all)
}

fn widget(shop: &Shop<'_>, bundle: &Bundle, made: &Made) -> Result<Widget> {
    let mut words = BTreeMap::new();
    let (mut plain, mut later, mut late) = (String::new(), None, None);
    for output in &made.outputs {
        match &output.role {
            Role::Words(locale) => drop(words.insert(locale.clone(), output.file.clone())),
            Role::Later => later = Some(output.file.clone()),
            Role::Plain => plain.clone_from(&output.file),
            Role::Late => late = Some(output.file.clone()),
            Role::Script | Role::Tag | Role::NoWasm => {}
        }
    }
    let is_framed = bundle.is_always_framed();
    Ok(Widget {
        element: bundle.settings.element.clone(),
        script: made.named_by_pages()?.file.clone(),
        plain,
        late,
        no_wasm: made.no_wasm().map(|output| output.file.clone()),
        inside: match is_framed {
            true => Some(made.script()?.file.clone()),
            false => None,
        },
        around: is_framed.then(|| around(shop)).transpose()?,
        words,
        later,
        parts: BTreeMap::new(),
        height: bundle.settings.height,
        hub_only: bundle.settings.hub_only,
        options: bundle.settings.options.clone(),
        budget: bundle.settings.budget,
        budget_whole: bundle.settings.budget_whole,
        budget_plain: bundle.settings.budget_plain,
    })
}

fn part(bundle: &Bundle, made: &Made) -> Result<Part> {
    let plain = made.of(&Role::Plain);
    Ok(Part {
        script: made.script()?.file.clone(),
        plain: plain.context("a part has no plain build")?.file.clone(),
        budget: Some(bundle.settings.budget.context("a part has no budget")?),
        budget_plain: bundle.settings.budget_plain,
    })
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("html") => "text/html; charset=utf-8",
        Some("json") => "application/json",
        Some("ts") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// One line of the table: what, bytes, and the most that it may be.
struct Line {
    what: String,
    br: usize,
    most: Option<usize>,
}

impl Manifest {
    /// What the last build into this folder listed.
    pub(crate) fn read(dist: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(dist.join("manifest.json"))?;
        Ok(serde_json::from_str(&text)?)
    }

    /// Bytes (brotli) of a file by its name.
    fn br(&self, name: &str) -> usize {
        self.files
            .iter()
            .find(|file| file.name == name)
            .map_or(0, |file| file.br)
    }

    fn lines(&self) -> Vec<Line> {
        let mut lines = vec![Line {
            what: "loader for several".to_owned(),
            br: self.br("swansfeet.js"),
            most: Some(most_of_loader(
                self.widgets
                    .values()
                    .filter(|widget| !widget.hub_only)
                    .count(),
            )),
        }];
        for (name, widget) in &self.widgets {
            let inside = widget.inside.as_ref().map(|inside| self.br(inside));
            let one = inside.unwrap_or_else(|| self.br(&widget.script));
            // All that one visitor downloads.
            let mut script = one;
            if inside.is_some() {
                let tag = self.br(&widget.script);
                lines.push(Line {
                    what: format!("{name}: what makes its frame"),
                    br: tag,
                    most: None,
                });
                script += tag + widget.around.unwrap_or(0);
            }
            let what = inside.map_or("the one script", |_| "all told, in its frame");
            lines.push(Line {
                what: format!("{name}: {what}"),
                br: script,
                most: widget.budget,
            });
            // What is not in the script, in English and in each language.
            let later = widget.later.iter().map(|file| ("later", file));
            let words = widget.words.iter();
            let words = words.map(|(locale, file)| (locale.as_str(), file));
            for (what, file) in later.chain(words) {
                lines.push(Line {
                    what: format!("{name}: whole, with {what} words"),
                    br: script + self.br(file),
                    most: widget.budget_whole.or(widget.budget),
                });
            }
            lines.extend(self.plain(name, widget, one));
            lines.extend(self.parts(name, widget));
        }
        lines.push(Line {
            what: "bare Yew counter, one script".to_owned(),
            br: self.br("counter.js"),
            most: None,
        });
        lines
    }

    /// What comes beside all that for those who need it.
    fn parts(&self, name: &str, widget: &Widget) -> Vec<Line> {
        let mut lines = Vec::new();
        for (what, part) in &widget.parts {
            let scaled = part.budget.map(|most| scaled(most, PLAIN_RATIO));
            let plain = part.budget_plain.or(scaled);
            for (form, file, most) in [
                ("", &part.script, part.budget),
                (" as JavaScript", &part.plain, plain),
            ] {
                lines.push(Line {
                    what: format!("{name}: if needed, the {what}{form}"),
                    br: self.br(file),
                    most,
                });
            }
        }
        lines
    }

    /// The plain JavaScript of a widget whose one script has so many bytes: all that a visitor
    /// downloads of it.
    fn plain(&self, name: &str, widget: &Widget, one: usize) -> Vec<Line> {
        let line = |what: &str, br, most| Line {
            what: format!("{name}: {what}"),
            br,
            most,
        };
        let mut lines = Vec::new();
        let late = widget.late.as_ref().map_or(0, |file| self.br(file));
        if widget.late.is_some() {
            lines.push(line("of the JavaScript, late", late, None));
        }
        let most = widget.budget_plain.unwrap_or(scaled(one, PLAIN_RATIO));
        let br = self.br(&widget.plain) + late;
        lines.push(line("the JavaScript build", br, Some(most)));
        if let Some(file) = &widget.no_wasm {
            let most = scaled(one, PLAIN_RATIO) + CORE_AND_GLUE;
            let br = self.br(file) + late;
            lines.push(line("one script without wasm", br, Some(most)));
        }
        lines
    }

    /// Prints bytes beside budgets.
    pub(crate) fn print_sizes(&self) {
        println!(
            "\n{:<44}{:>12}{:>12}",
            "brotli, over the wire", "bytes", "at most"
        );
        for line in self.lines() {
            let most = line.most.map_or(String::new(), |most| most.to_string());
            let over = if line.over() { "  OVER" } else { "" };
            println!("{:<44}{:>12}{most:>12}{over}", line.what, line.br);
        }
        println!();
    }
}

impl Line {
    fn over(&self) -> bool {
        self.br == 0 || self.most.is_some_and(|most| self.br > most)
    }
}

/// `(held, broken)`: how many budgets of the built files hold.
pub(crate) fn budgets_hold(root: &Path) -> Result<(usize, Vec<String>)> {
    let manifest = Manifest::read(&root.join("dist"))?;
    Ok(manifest.budgets_hold())
}

impl Manifest {
    /// The same of what this one lists.
    pub(super) fn budgets_hold(&self) -> (usize, Vec<String>) {
        let (broken, held): (Vec<Line>, Vec<Line>) = self
            .lines()
            .into_iter()
            .filter(|line| line.most.is_some())
            .partition(Line::over);
        let said = |line: &Line| {
            format!(
                "{}: {} bytes of {}",
                line.what,
                line.br,
                line.most.unwrap_or(0)
            )
        };
        (held.len(), broken.iter().map(said).collect())
    }
}

/// Sizes are far below the point where a float loses a byte.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "sizes of files in bytes, below 2^52"
)]
fn scaled(bytes: usize, ratio: f64) -> usize {
    (bytes as f64 * ratio) as usize
}
