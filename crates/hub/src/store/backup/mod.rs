//! Everything that a store keeps as lines of text, and back: safe while hubs run, the same for
//! both databases. Holds no more than one row in memory. Secrets outside the database are not in
//! it: who restores needs the secrets folder too. Nor are check-ins: what is to
//! be destroyed must not lie in old backups.
//!
//! The first line names the format, each other line is a row (its table, then its columns), and
//! the last says how many rows of each table there are and the SHA-256 of all lines before it.

mod read;
mod tables;
mod write;

use std::{collections::BTreeMap, io};

use serde::{Deserialize, Serialize};

use super::StoreError;
pub use read::read;
pub use write::write;

/// What this version writes, and the newest that it reads.
pub const FORMAT: u32 = 6;

/// How many rows of each table.
pub type Rows = BTreeMap<String, u64>;

/// Why a backup cannot be written or read, worded for whoever runs the hub.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file.
    #[error("the backup cannot be written or read: {0}")]
    File(#[from] io::Error),
    /// The file is something else.
    #[error("this is no backup of a Swansfeet hub: its first line does not say so")]
    Other,
    /// The file is of a later version.
    #[error(
        "this backup is of format {0}, and this version reads up to {FORMAT}: restore it with a newer one"
    )]
    Newer(u32),
    /// The last line is missing.
    #[error(
        "this backup is cut off: its last line is missing; nothing was restored, take another file"
    )]
    CutOff,
    /// Lines were changed or lost.
    #[error("this backup is damaged at line {0}; nothing was restored, take another file")]
    Damaged(u64),
    /// There is something in the database that would be mixed up with the backup.
    #[error("the database is not empty (`{0}` has rows): restore into a new one")]
    NotEmpty(&'static str),
}

#[derive(Serialize, Deserialize)]
struct Header {
    /// Says that the file is ours.
    swansfeet: String,
    format: u32,
}

#[derive(Serialize, Deserialize)]
struct Footer {
    rows: Rows,
    sha256: String,
}

const OURS: &str = "backup";
