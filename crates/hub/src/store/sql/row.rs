//! Values on their way out of a row, by column in the order of the statement.

use chrono::NaiveDate;
use sqlx::{Decode, Postgres, Row as _, Sqlite, Type, postgres::PgRow, sqlite::SqliteRow};

use crate::store::{StoreError, model::Id};
use swansfeet_demands::duplicate::Mark;

/// A row of either database.
#[derive(Debug)]
pub(crate) enum Row {
    /// Of SQLite.
    Sqlite(SqliteRow),
    /// Of PostgreSQL.
    Postgres(PgRow),
}

impl Row {
    /// A text, a number (`i64`), a `bool`, bytes (`Vec<u8>`), or an `Option` of one.
    pub(crate) fn get<T>(&self, column: usize) -> Result<T, StoreError>
    where
        for<'r> T: Decode<'r, Sqlite> + Type<Sqlite> + Decode<'r, Postgres> + Type<Postgres>,
    {
        Ok(match self {
            Row::Sqlite(row) => row.try_get(column)?,
            Row::Postgres(row) => row.try_get(column)?,
        })
    }

    /// How many.
    pub(crate) fn count(&self, column: usize) -> Result<u64, StoreError> {
        let number: i64 = self.get(column)?;
        u64::try_from(number).map_err(|_| StoreError::Damaged("a count below nought"))
    }

    /// A number of an epoch or a version of the wording.
    pub(crate) fn small(&self, column: usize) -> Result<u32, StoreError> {
        let number: i64 = self.get(column)?;
        u32::try_from(number).map_err(|_| StoreError::Damaged("a number out of its range"))
    }

    /// Bytes of a known number.
    pub(crate) fn bytes<const N: usize>(&self, column: usize) -> Result<[u8; N], StoreError> {
        sized(self.get(column)?)
    }

    /// An id.
    pub(crate) fn id(&self, column: usize) -> Result<Id, StoreError> {
        self.bytes(column).map(Id)
    }

    /// A mark, or none.
    pub(crate) fn mark(&self, column: usize) -> Result<Option<Mark>, StoreError> {
        let bytes: Option<Vec<u8>> = self.get(column)?;
        bytes.map(|bytes| sized(bytes).map(Mark)).transpose()
    }

    /// A day.
    pub(crate) fn day(&self, column: usize) -> Result<NaiveDate, StoreError> {
        let text: String = self.get(column)?;
        text.parse()
            .map_err(|_| StoreError::Damaged("a day that is none"))
    }
}

fn sized<const N: usize>(bytes: Vec<u8>) -> Result<[u8; N], StoreError> {
    bytes
        .try_into()
        .map_err(|_| StoreError::Damaged("bytes of the wrong number"))
}
