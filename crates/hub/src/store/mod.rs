//! What the hub remembers, whichever database it lies in. Today that is nothing but its own
//! settings; whatever comes later may hold no name and no address in clear.

pub mod sqlite;

use std::{future::Future, path::PathBuf, pin::Pin};

/// What a store's methods give: an answer to wait for.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// A database that the hub can stand on.
pub trait Store: Send + Sync + 'static {
    /// Asks the database one question, to see that it answers.
    fn answers(&self) -> Answer<'_, Result<(), StoreError>>;

    /// Lets work in hand finish and closes the database.
    fn close(&self) -> Answer<'_, ()>;
}

/// Why a store does not do what it should, worded for whoever runs the hub.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The data folder cannot be made or used.
    #[error("the data folder `{path}` cannot be used: {source}; name another with --data")]
    Folder {
        /// The folder.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The database does not open or does not answer.
    #[error("the database does not answer: {0}")]
    Database(#[from] sqlx::Error),
    /// The database cannot be brought up to date.
    #[error("the database could not be brought up to date: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
}
