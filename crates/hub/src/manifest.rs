//! Reads `manifest.json`, the build's own list of what it made. Knows nothing of HTTP.

use std::{collections::BTreeMap, fs, io, path::Path};

use serde::Deserialize;

use crate::Error;

/// What the build made. Fields that only other tools read are left out.
#[derive(Debug, Deserialize)]
pub(crate) struct Manifest {
    pub(crate) files: Vec<File>,
    #[serde(default)]
    pub(crate) widgets: BTreeMap<String, Widget>,
}

/// One widget that was built.
#[derive(Debug, Deserialize)]
pub(crate) struct Widget {
    /// Its own options by name, as in `data-…`, and what each expects.
    #[serde(default)]
    pub(crate) options: BTreeMap<String, String>,
    /// The script that runs in the frame, of a widget that is always in one.
    #[serde(default)]
    pub(crate) inside: Option<String>,
    /// Whether it belongs on the hub's own pages alone: no partner is offered its tag.
    #[serde(default)]
    pub(crate) hub_only: bool,
}

/// One built file.
#[derive(Debug, Deserialize)]
pub(crate) struct File {
    /// Below the folder, with forward slashes: `v1/pay.js`.
    pub(crate) path: String,
    /// Short hash of the content, as in the file's long name.
    #[serde(default)]
    pub(crate) hash: Option<String>,
    /// As in an `integrity` attribute: `sha256-…`.
    #[serde(default)]
    pub(crate) integrity: Option<String>,
    /// The content type; by the file's ending where the build does not say.
    #[serde(default, rename = "type")]
    pub(crate) content_type: Option<String>,
    /// Whether the name holds the hash, so that the content can never change.
    #[serde(default)]
    pub(crate) immutable: bool,
}

impl File {
    /// A file that lies in the folder without being named in the list.
    pub(crate) fn unlisted(path: String) -> Self {
        Self {
            path,
            hash: None,
            integrity: None,
            content_type: None,
            immutable: false,
        }
    }
}

impl Manifest {
    pub(crate) fn read(folder: &Path) -> Result<Self, Error> {
        let path = folder.join("manifest.json");
        let text = fs::read_to_string(&path).map_err(|source| match source.kind() {
            io::ErrorKind::NotFound => Error::NotBuilt(folder.to_owned()),
            _ => Error::Unreadable {
                path: path.clone(),
                source,
            },
        })?;
        Self::parsed(&text).map_err(|reason| Error::Manifest { path, reason })
    }

    /// From its text.
    pub(crate) fn parsed(text: &str) -> Result<Self, String> {
        serde_json::from_str(text).map_err(|error| error.to_string())
    }
}
