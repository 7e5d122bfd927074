//! Compiles all bundles in one run of cargo and finds what came out.

use super::{Bundle, Shop};
use anyhow::{Context, Result, bail};
use cargo_metadata::Message;
use std::collections::BTreeMap;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::process::Stdio;

/// What cargo made of one bundle.
pub(crate) struct Compiled {
    pub(crate) wasm: PathBuf,
    /// `words/<locale>.txt` of the crate's build script, where it has one.
    pub(crate) words: BTreeMap<String, PathBuf>,
    /// The English words that are not inside the program, where the crate's build script left any.
    pub(crate) later: Option<PathBuf>,
}

/// One entry for each bundle, in its order.
pub(crate) fn all(shop: &Shop<'_>, bundles: &[Bundle]) -> Result<Vec<Compiled>> {
    bundles
        .iter()
        .map(|bundle| one(shop, shop.root, bundle))
        .collect()
}

/// As `cdylib` alone: cargo optimises across crates only where no `rlib` is asked for beside it,
/// and natively the widgets are libraries too. That is a quarter of the size.
pub(super) fn one(shop: &Shop<'_>, workspace: &Path, bundle: &Bundle) -> Result<Compiled> {
    let mut command = shop.tools.cargo(shop.root);
    command.current_dir(workspace);
    command
        .args([
            "--lib",
            "--crate-type",
            "cdylib",
            "--locked",
            "--message-format=json-render-diagnostics",
        ])
        .args(["-p", &bundle.package]);
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .context("cargo could not be started")?;
    let out = child.stdout.take().context("cargo has no output")?;
    let (mut wasm, mut words, mut later) = (None, BTreeMap::new(), None);
    let own = tail(bundle);
    for message in Message::parse_stream(BufReader::new(out)) {
        match message? {
            Message::CompilerArtifact(made) if made.package_id.repr.contains(&own) => {
                wasm = made
                    .filenames
                    .into_iter()
                    .find(|file| file.extension() == Some("wasm"))
                    .or(wasm);
            }
            Message::BuildScriptExecuted(script) if script.package_id.repr.contains(&own) => {
                words = tables(script.out_dir.as_std_path())?;
                let file = script.out_dir.into_std_path_buf().join("later.txt");
                later = file.exists().then_some(file);
            }
            _ => {}
        }
    }
    if !child.wait()?.success() {
        bail!("{} did not compile to wasm", bundle.package);
    }
    let wasm = wasm
        .with_context(|| format!("no wasm of {}", bundle.package))?
        .into_std_path_buf();
    Ok(Compiled { wasm, words, later })
}

/// The end of a package's folder and what follows it, as its id has them.
fn tail(bundle: &Bundle) -> String {
    let name = bundle
        .folder
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    format!("/{}#", name.unwrap_or_default())
}

fn tables(out: &Path) -> Result<BTreeMap<String, PathBuf>> {
    let folder = out.join("words");
    if !folder.exists() {
        return Ok(BTreeMap::new());
    }
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if let Some(locale) = path.file_stem().and_then(|stem| stem.to_str()) {
            found.insert(locale.to_owned(), path.clone());
        }
    }
    Ok(found)
}
