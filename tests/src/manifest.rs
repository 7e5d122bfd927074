//! What was built and how large it is, as the build itself lists it.

use std::{collections::BTreeMap, fs};

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::engine::root;

/// `dist/manifest.json`, as far as tests need it.
#[derive(Clone, Debug, Deserialize)]
pub struct Manifest {
    /// Every file.
    pub files: Vec<File>,
    /// Every widget by its name.
    pub widgets: BTreeMap<String, Widget>,
}

/// One file.
#[derive(Clone, Debug, Deserialize)]
pub struct File {
    /// Its name without folders.
    pub name: String,
    /// From the root of the hub.
    pub path: String,
    /// What an `integrity` attribute holds.
    pub integrity: String,
    /// Bytes as brotli.
    pub br: usize,
}

/// One widget.
#[derive(Clone, Debug, Deserialize)]
pub struct Widget {
    /// Its element, such as `swan-pay`.
    pub element: String,
    /// The script that holds everything.
    pub script: String,
    /// The same without WebAssembly.
    pub plain: String,
    /// Files of words by language.
    pub words: BTreeMap<String, String>,
    /// Whether it belongs on the hub's own pages alone.
    #[serde(default)]
    pub hub_only: bool,
}

impl Manifest {
    /// Reads what the last build left.
    pub fn read() -> Result<Self> {
        let text = fs::read_to_string(root().join("dist/manifest.json"))
            .context("nothing is built: run `cargo xtask dist`")?;
        Ok(serde_json::from_str(&text)?)
    }

    /// Whether the hub may be asked for this path.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        self.files
            .iter()
            .any(|file| path == format!("/{}", file.path))
    }
}
