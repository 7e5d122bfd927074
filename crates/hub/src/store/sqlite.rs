//! The store as one SQLite file in the data folder, in a program that needs no other.

use std::{fs, io, path::Path, time::Duration};

use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};

use super::{Answer, Store, StoreError};

/// The database's name in the data folder.
pub const FILE: &str = "swansfeet.sqlite3";

/// Readers never wait for the writer in WAL mode, so a few connections serve many requests.
const CONNECTIONS: u32 = 4;

/// How long a connection waits for the one writer that SQLite allows.
const PATIENCE: Duration = Duration::from_secs(5);

/// One SQLite file.
#[derive(Debug)]
pub struct SqliteStore {
    pool: SqlitePool,
}

impl SqliteStore {
    /// Opens the file in `folder`, making both where missing, and brings it up to date.
    pub async fn open(folder: &Path) -> Result<Self, StoreError> {
        make_private(folder).map_err(|source| StoreError::Folder {
            path: folder.to_owned(),
            source,
        })?;
        let options = SqliteConnectOptions::new()
            .filename(folder.join(FILE))
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            // In WAL mode FULL is what makes an answered write survive a power cut.
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(PATIENCE);
        let pool = SqlitePoolOptions::new()
            .max_connections(CONNECTIONS)
            .acquire_timeout(PATIENCE)
            .connect_with(options)
            .await?;
        sqlx::migrate!("migrations/sqlite").run(&pool).await?;
        Ok(Self { pool })
    }
}

impl Store for SqliteStore {
    fn answers(&self) -> Answer<'_, Result<(), StoreError>> {
        Box::pin(async {
            sqlx::query("SELECT count(*) FROM setting")
                .fetch_one(&self.pool)
                .await?;
            Ok(())
        })
    }

    fn close(&self) -> Answer<'_, ()> {
        Box::pin(self.pool.close())
    }
}

#[cfg(unix)]
fn make_private(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
}

#[cfg(not(unix))]
fn make_private(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}
