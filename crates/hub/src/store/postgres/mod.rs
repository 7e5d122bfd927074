//! The store in a PostgreSQL that is run for it, which several hubs may share.

mod take;

use std::{str::FromStr, time::Duration};

use sqlx::{
    ConnectOptions, Connection,
    postgres::{PgConnectOptions, PgPool, PgPoolOptions},
};

use super::{
    Answer, Asked, StoreError,
    model::{NewSignature, Taken},
    sql::{Backend, Held, Of, Session},
};

const CONNECTIONS: u32 = 10;

/// How long a request waits for a connection before it is told that there is none.
const PATIENCE: Duration = Duration::from_secs(5);

/// A PostgreSQL database.
#[derive(Debug)]
pub struct PostgresStore {
    pool: PgPool,
}

impl PostgresStore {
    /// Connects to the database of a `postgres://…` address and brings it up to date; where several
    /// hubs start at once, one does so and the others wait.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        let options = PgConnectOptions::from_str(url)?.application_name("swansfeet");
        let pool = PgPoolOptions::new()
            .max_connections(CONNECTIONS)
            .acquire_timeout(PATIENCE)
            .connect_with(options)
            .await?;
        sqlx::migrate!("migrations/postgres").run(&pool).await?;
        Ok(Self { pool })
    }
}

impl PostgresStore {
    /// Whether a hub has begun in the database of that address.
    pub(super) async fn is_there(url: &str) -> Result<bool, StoreError> {
        let options = PgConnectOptions::from_str(url)?.application_name("swansfeet");
        let mut connection = options.connect().await?;
        let there = "SELECT to_regclass('campaign') IS NOT NULL";
        let there = sqlx::query_scalar(there).fetch_one(&mut connection).await?;
        connection.close().await?;
        Ok(there)
    }
}

impl Backend for PostgresStore {
    fn read(&self) -> Asked<'_, Session> {
        Box::pin(async {
            let connection = self.pool.acquire().await?;
            Ok(Session(Of::Postgres(Held::Plain(connection))))
        })
    }

    fn snapshot(&self) -> Asked<'_, Session> {
        Box::pin(async {
            let begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
            let transaction = self.pool.begin_with(begin).await?;
            Ok(Session(Of::Postgres(Held::Transaction(transaction))))
        })
    }

    fn write(&self) -> Asked<'_, Session> {
        Box::pin(async {
            let transaction = self.pool.begin().await?;
            Ok(Session(Of::Postgres(Held::Transaction(transaction))))
        })
    }

    fn take<'a>(&'a self, batch: &'a [NewSignature]) -> Asked<'a, Vec<Taken>> {
        Box::pin(take::all(&self.pool, batch))
    }

    fn shared(&self) -> bool {
        true
    }

    fn close(&self) -> Answer<'_, ()> {
        Box::pin(self.pool.close())
    }
}
