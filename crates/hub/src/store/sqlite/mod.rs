//! The store as one SQLite file in the data folder, in a program that needs no other.
//!
//! One connection writes, a few read. In WAL mode readers see the last whole transaction and never
//! wait for the writer, nor the writer for them.

mod take;

use std::{fs::File, io, path::Path, time::Duration};

use sqlx::{
    Connection,
    sqlite::{
        SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
    },
};

use super::{
    Answer, Asked, StoreError,
    model::{NewSignature, Taken},
    sql::{Backend, Held, Of, Session},
};
use crate::careful;

/// The database's name in the data folder.
pub const FILE: &str = "swansfeet.sqlite3";

/// The file that is locked while a database is opened.
pub(super) const OPENING: &str = "opening.lock";

const READERS: u32 = 4;

/// How long the writer waits for another process that writes, such as the command line.
const PATIENCE: Duration = Duration::from_secs(5);

/// One SQLite file.
#[derive(Debug)]
pub struct SqliteStore {
    writer: SqlitePool,
    readers: SqlitePool,
}

impl SqliteStore {
    /// Opens the file in `folder`, making both where missing, and brings it up to date.
    pub async fn open(folder: &Path) -> Result<Self, StoreError> {
        let unusable = |source| StoreError::Folder {
            path: folder.to_owned(),
            source,
        };
        careful::private_folder(folder).map_err(unusable)?;
        let options = options(folder);
        // Neither the change to WAL nor the migrations wait for another process that is at the
        // same, and the command line may start beside the hub. Given back when dropped.
        let turn = turn(folder).await.map_err(unusable)?;
        let writer = pool(1).connect_with(options.clone()).await?;
        sqlx::migrate!("migrations/sqlite").run(&writer).await?;
        let readers = pool(READERS)
            .connect_with(
                options
                    .pragma("query_only", "ON")
                    .pragma("cache_size", "-4000"),
            )
            .await?;
        drop(turn);
        Ok(Self { writer, readers })
    }
}

impl SqliteStore {
    pub(super) async fn limit_pages(&self, pages: Option<u32>) -> Result<(), StoreError> {
        // The most that SQLite allows.
        let pages = pages.unwrap_or(4_294_967_294);
        let sql = sqlx::AssertSqlSafe(format!("PRAGMA max_page_count = {pages}"));
        sqlx::raw_sql(sql).execute(&self.writer).await?;
        Ok(())
    }
}

/// Waits until no other process opens the file; off the threads that serve.
async fn turn(folder: &Path) -> io::Result<File> {
    let lock = folder.join(OPENING);
    let wait = move || File::create(lock).and_then(|file| file.lock().map(|()| file));
    tokio::task::spawn_blocking(wait)
        .await
        .map_err(io::Error::other)?
}

fn options(folder: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(folder.join(FILE))
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        // In WAL mode FULL is what makes an answered write survive a power cut.
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        // What is deleted is overwritten with noughts: withdrawn means gone.
        .pragma("secure_delete", "ON")
        // Ids and marks are random, so that each row lands on other pages of the indexes: in kB,
        // enough to hold those of some hundred thousand rows, where SQLite has 2,000 by itself.
        .pragma("cache_size", "-24000")
        // A page that is written again before the log is taken back is written to the file once.
        .pragma("wal_autocheckpoint", "4000")
        .busy_timeout(PATIENCE)
}

fn pool(connections: u32) -> SqlitePoolOptions {
    SqlitePoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(PATIENCE)
        // A file does not hang up.
        .test_before_acquire(false)
        // Where the disk is full, SQLite undoes the transaction by itself; sqlx goes on believing
        // in it, and would begin none on that connection ever again.
        .before_acquire(|connection, _| {
            let is_free = !connection.is_in_transaction();
            Box::pin(async move { Ok(is_free) })
        })
}

impl Backend for SqliteStore {
    fn read(&self) -> Asked<'_, Session> {
        Box::pin(async {
            let connection = self.readers.acquire().await?;
            Ok(Session(Of::Sqlite(Held::Plain(connection))))
        })
    }

    fn snapshot(&self) -> Asked<'_, Session> {
        Box::pin(async {
            let transaction = self.readers.begin().await?;
            Ok(Session(Of::Sqlite(Held::Transaction(transaction))))
        })
    }

    fn write(&self) -> Asked<'_, Session> {
        Box::pin(async {
            // At once, so that what is read in it cannot be out of date when it writes.
            let transaction = self.writer.begin_with("BEGIN IMMEDIATE").await?;
            Ok(Session(Of::Sqlite(Held::Transaction(transaction))))
        })
    }

    fn take<'a>(&'a self, batch: &'a [NewSignature]) -> Asked<'a, Vec<Taken>> {
        Box::pin(async move {
            let mut session = self.write().await?;
            let taken = take::all(&mut session, batch).await?;
            session.commit().await?;
            Ok(taken)
        })
    }

    fn tidy(&self) -> Asked<'_, bool> {
        Box::pin(async {
            // Deleted rows stand in the log of writes until it is cut. Not worth waiting for: with
            // a backup under way it is cut the next time.
            let mut writer = self.writer.acquire().await?;
            let hurry = "PRAGMA busy_timeout = 50";
            sqlx::raw_sql(hurry).execute(&mut *writer).await?;
            let cut = sqlx::query_scalar::<_, i64>("PRAGMA wal_checkpoint(TRUNCATE)")
                .fetch_one(&mut *writer)
                .await;
            let patience = "PRAGMA busy_timeout = 5000";
            sqlx::raw_sql(patience).execute(&mut *writer).await?;
            // Its first column says whether somebody was in the way.
            Ok(cut? == 0)
        })
    }

    fn shared(&self) -> bool {
        false
    }

    fn close(&self) -> Answer<'_, ()> {
        Box::pin(async {
            self.readers.close().await;
            // Last: it takes the log of writes back into the file as it goes.
            self.writer.close().await;
        })
    }
}
