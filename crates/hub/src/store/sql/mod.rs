//! One question to either database: the statements are written once, and a [`Session`] takes them
//! to SQLite or PostgreSQL. Knows columns and types; what they mean is said in the files beside.

pub(super) mod campaigns;
pub(super) mod counts;
pub(super) mod ending;
pub(super) mod meetings;
pub(super) mod organise;
mod row;
pub(super) mod signatures;
mod store;
mod value;
pub(super) mod wellbeing;

use std::ops::DerefMut;

use futures_util::TryStreamExt;
use sqlx::{Postgres, Sqlite, Transaction, pool::PoolConnection};

use super::StoreError;
pub(crate) use row::Row;
pub use store::Backend;
pub(crate) use value::Value;
pub(crate) use value::values;
use value::{on_postgres, on_sqlite};

/// A statement, as each of the two databases wants it. `$1` stands for a value in both.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sql {
    pub(super) sqlite: &'static str,
    pub(super) postgres: &'static str,
}

impl From<&'static str> for Sql {
    fn from(both: &'static str) -> Self {
        Self {
            sqlite: both,
            postgres: both,
        }
    }
}

/// A query whose rows are locked until the transaction ends. SQLite has one writer anyway, so
/// whoever reads in a transaction that writes is alone.
macro_rules! locked {
    ($sql:literal) => {
        $crate::store::sql::Sql {
            sqlite: $sql,
            postgres: concat!($sql, " FOR UPDATE"),
        }
    };
}
pub(crate) use locked;

/// One read.
macro_rules! read {
    ($store:ident, $s:ident => $question:expr) => {
        Box::pin(async move {
            let mut session = $store.read().await?;
            let $s = &mut session;
            $question.await
        })
    };
}

pub(crate) use read;

/// One transaction; it is undone where the change fails.
macro_rules! write {
    ($store:ident, $s:ident => $change:expr) => {
        Box::pin(async move {
            let mut session = $store.write().await?;
            let $s = &mut session;
            let changed = $change.await?;
            session.commit().await?;
            Ok(changed)
        })
    };
}
pub(crate) use write;

/// A connection of the pool, in a transaction or not.
pub(crate) enum Held<D: sqlx::Database> {
    /// Each statement for itself.
    Plain(PoolConnection<D>),
    /// Undone when dropped, unless it was committed.
    Transaction(Transaction<'static, D>),
}

impl<D: sqlx::Database> Held<D> {
    fn connection(&mut self) -> &mut D::Connection {
        match self {
            Held::Plain(connection) => connection.deref_mut(),
            Held::Transaction(transaction) => transaction.deref_mut(),
        }
    }

    async fn commit(self) -> Result<(), StoreError> {
        match self {
            Held::Plain(_) => Ok(()),
            Held::Transaction(transaction) => Ok(transaction.commit().await?),
        }
    }
}

/// A connection to one of the databases.
pub struct Session(pub(super) Of);

pub(crate) enum Of {
    /// To the SQLite file.
    Sqlite(Held<Sqlite>),
    /// To PostgreSQL.
    Postgres(Held<Postgres>),
}

impl Session {
    /// Makes what was done in a transaction last.
    pub(crate) async fn commit(self) -> Result<(), StoreError> {
        match self.0 {
            Of::Sqlite(held) => held.commit().await,
            Of::Postgres(held) => held.commit().await,
        }
    }

    /// Changes rows. How many.
    pub(crate) async fn run(
        &mut self,
        sql: impl Into<Sql>,
        values: &[Value<'_>],
    ) -> Result<u64, StoreError> {
        let sql = sql.into();
        Ok(match &mut self.0 {
            Of::Sqlite(held) => on_sqlite(sql.sqlite, values)
                .execute(held.connection())
                .await?
                .rows_affected(),
            Of::Postgres(held) => on_postgres(sql.postgres, values)
                .execute(held.connection())
                .await?
                .rows_affected(),
        })
    }

    /// Asks for rows.
    pub(crate) async fn rows(
        &mut self,
        sql: impl Into<Sql>,
        values: &[Value<'_>],
    ) -> Result<Vec<Row>, StoreError> {
        let sql = sql.into();
        Ok(match &mut self.0 {
            Of::Sqlite(held) => on_sqlite(sql.sqlite, values)
                .fetch_all(held.connection())
                .await?
                .into_iter()
                .map(Row::Sqlite)
                .collect(),
            Of::Postgres(held) => on_postgres(sql.postgres, values)
                .fetch_all(held.connection())
                .await?
                .into_iter()
                .map(Row::Postgres)
                .collect(),
        })
    }

    /// Takes rows one after the other, however many there are.
    pub(crate) async fn each<E: From<StoreError>>(
        &mut self,
        sql: &'static str,
        mut take: impl FnMut(Row) -> Result<(), E>,
    ) -> Result<(), E> {
        match &mut self.0 {
            Of::Sqlite(held) => {
                let mut rows = on_sqlite(sql, &[]).fetch(held.connection());
                while let Some(row) = rows.try_next().await.map_err(StoreError::from)? {
                    take(Row::Sqlite(row))?;
                }
            }
            Of::Postgres(held) => {
                let mut rows = on_postgres(sql, &[]).fetch(held.connection());
                while let Some(row) = rows.try_next().await.map_err(StoreError::from)? {
                    take(Row::Postgres(row))?;
                }
            }
        }
        Ok(())
    }

    /// Asks for one row, which may not be there.
    pub(crate) async fn row(
        &mut self,
        sql: impl Into<Sql>,
        values: &[Value<'_>],
    ) -> Result<Option<Row>, StoreError> {
        Ok(self.rows(sql, values).await?.into_iter().next())
    }

    /// Asks for one number.
    pub(crate) async fn number(
        &mut self,
        sql: impl Into<Sql>,
        values: &[Value<'_>],
    ) -> Result<u64, StoreError> {
        let row = self.row(sql, values).await?;
        row.map_or(Ok(0), |row| row.count(0))
    }
}
