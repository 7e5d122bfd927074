//! Why a hub cannot start, worded for whoever starts it.

use std::{io, path::PathBuf};

use crate::{mail::MailError, store::StoreError};

/// Why the hub cannot start.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// `manifest.json` is missing: nothing has been built yet, or the folder is another.
    #[error(
        "there are no built widgets in `{0}`: run `cargo xtask dist`, or name their folder with --assets"
    )]
    NotBuilt(PathBuf),
    /// A file named in the manifest cannot be read.
    #[error("`{path}` is named in manifest.json but cannot be read: {source}; build again")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The manifest is not of the shape that the build writes.
    #[error("`{path}` is not a manifest of this version: {reason}; build again")]
    Manifest {
        /// The manifest.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// A file has changed since it was built; its integrity hash in partners' pages would refuse it.
    #[error("`{0}` has changed since it was built: build again")]
    Changed(PathBuf),
    /// The settings of the mail cannot be used.
    #[error(transparent)]
    Mail(#[from] MailError),
    /// A build that measures itself was told to answer others.
    #[cfg(feature = "yardstick")]
    #[error(
        "this hub was built with the feature `yardstick` to be measured, and listens on 127.0.0.1 only: build it without"
    )]
    Yardstick,
    /// The database cannot be opened.
    #[error(transparent)]
    Store(#[from] StoreError),
}
