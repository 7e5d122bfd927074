//! What the hub's speed is measured by, and part of no hub that anybody runs: a route that writes
//! one bare row for each request, in batches as signatures are written, to the same kind of
//! database. Built with the feature `yardstick` alone, and answers on this machine alone.
//!
//! It knows nothing of campaigns and checks nothing.

use axum::{Router, body::Bytes, extract::State, http::StatusCode, routing::post};
use sqlx::{
    PgPool, SqlitePool,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use tokio::sync::{mpsc, oneshot};

use crate::{
    Config, Error, batch,
    store::{Database, StoreError},
    token::random,
};

struct Job {
    bytes: Bytes,
    done: oneshot::Sender<()>,
}

enum Bare {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

/// The route and the writer behind it.
pub(crate) async fn routes(config: &Config) -> Result<Router, Error> {
    if !config.listen.ip().is_loopback() {
        return Err(Error::Yardstick);
    }
    let bare = Bare::open(config).await.map_err(StoreError::from)?;
    let (sender, jobs) = mpsc::channel(batch::WAITING);
    tokio::spawn(bare.write_all(jobs));
    Ok(Router::new()
        .route("/yardstick", post(take))
        .with_state(sender))
}

async fn take(State(writer): State<mpsc::Sender<Job>>, bytes: Bytes) -> StatusCode {
    let (done, written) = oneshot::channel();
    let sent = writer.try_send(Job { bytes, done });
    match (sent, written.await) {
        (Ok(()), Ok(())) => StatusCode::CREATED,
        _ => StatusCode::SERVICE_UNAVAILABLE,
    }
}

impl Bare {
    async fn open(config: &Config) -> Result<Self, sqlx::Error> {
        match Database::named(config.database.as_deref().unwrap_or_default()) {
            Ok(Database::Postgres(url)) => {
                let pool = PgPool::connect(&url).await?;
                sqlx::query("CREATE TABLE IF NOT EXISTS yardstick (id BYTEA PRIMARY KEY, bytes BYTEA NOT NULL)")
                    .execute(&pool)
                    .await?;
                Ok(Self::Postgres(pool))
            }
            _ => {
                // As the store's own file is written.
                let options = SqliteConnectOptions::new()
                    .filename(config.data.join("yardstick.sqlite3"))
                    .create_if_missing(true)
                    .journal_mode(SqliteJournalMode::Wal)
                    .synchronous(SqliteSynchronous::Full)
                    .pragma("secure_delete", "ON")
                    .pragma("cache_size", "-24000")
                    .pragma("wal_autocheckpoint", "4000");
                let one = SqlitePoolOptions::new().max_connections(1);
                let pool = one.connect_with(options).await?;
                sqlx::query("CREATE TABLE IF NOT EXISTS yardstick (id BLOB PRIMARY KEY, bytes BLOB NOT NULL)")
                    .execute(&pool)
                    .await?;
                Ok(Self::Sqlite(pool))
            }
        }
    }

    async fn write_all(self, mut jobs: mpsc::Receiver<Job>) {
        let mut batch = Vec::with_capacity(batch::LARGEST);
        while batch::gather(&mut jobs, &mut batch).await {
            let written = self.write(&batch).await;
            if let Err(error) = &written {
                tracing::error!(%error, "bare rows were not written");
            }
            for job in batch.drain(..) {
                // Dropped without a word where nothing was written.
                if written.is_ok() {
                    let _ = job.done.send(());
                }
            }
        }
    }

    async fn write(&self, batch: &[Job]) -> Result<(), sqlx::Error> {
        match self {
            Self::Sqlite(pool) => {
                let mut transaction = pool.begin_with("BEGIN IMMEDIATE").await?;
                for job in batch {
                    sqlx::query("INSERT INTO yardstick (id, bytes) VALUES ($1, $2)")
                        .bind(random::<16>().to_vec())
                        .bind(job.bytes.as_ref())
                        .execute(&mut *transaction)
                        .await?;
                }
                transaction.commit().await
            }
            Self::Postgres(pool) => {
                let ids: Vec<Vec<u8>> = batch.iter().map(|_| random::<16>().to_vec()).collect();
                let rows: Vec<&[u8]> = batch.iter().map(|job| job.bytes.as_ref()).collect();
                sqlx::query("INSERT INTO yardstick SELECT * FROM UNNEST($1::bytea[], $2::bytea[])")
                    .bind(ids)
                    .bind(rows)
                    .execute(pool)
                    .await
                    .map(drop)
            }
        }
    }
}
