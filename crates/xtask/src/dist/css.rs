//! One style sheet for each bundle: tokens, the components that it names, its own.

use super::{Bundle, Shop};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// The CSS as it was written.
pub(crate) fn source(shop: &Shop<'_>, bundle: &Bundle) -> Result<String> {
    files(shop, bundle)?
        .iter()
        .map(|file| std::fs::read_to_string(file).with_context(|| file.display().to_string()))
        .collect()
}

/// Minified CSS text.
pub(crate) fn sheet(shop: &Shop<'_>, bundle: &Bundle, folder: &Path) -> Result<String> {
    let raw = folder.join("all.css");
    std::fs::write(&raw, source(shop, bundle)?)?;
    let css = shop.npm(
        "esbuild",
        &[
            super::wasm::path(&raw)?,
            "--minify",
            "--charset=utf8",
            "--target=chrome80,safari12,firefox68",
            "--log-level=error",
        ],
    )?;
    Ok(css.trim().to_owned())
}

/// In the order in which they may override one another.
fn files(shop: &Shop<'_>, bundle: &Bundle) -> Result<Vec<PathBuf>> {
    let kit = shop.root.join("crates/ui/src");
    let mut files = vec![];
    if !bundle.settings.ui.is_empty() {
        files.push(shop.root.join("crates/ui/tokens.css"));
    }
    if bundle.settings.ui.iter().any(|name| name == "all") {
        let mut all: Vec<PathBuf> = std::fs::read_dir(&kit)?
            .filter_map(|entry| Some(entry.ok()?.path().join("style.css")))
            .filter(|file| file.exists())
            .collect();
        all.sort();
        files.extend(all);
    } else {
        files.extend(
            bundle
                .settings
                .ui
                .iter()
                .map(|name| kit.join(name).join("style.css")),
        );
    }
    let own = bundle.folder.join("style.css");
    if own.exists() {
        files.push(own);
    }
    Ok(files)
}
