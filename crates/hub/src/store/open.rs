//! Which database, as the configuration names it.

use std::path::Path;

use super::{
    Answer, Asked, StoreError,
    model::{NewSignature, Taken},
    postgres::PostgresStore,
    sql::{Backend, Session},
    sqlite::SqliteStore,
};

/// Where the hub keeps what it remembers.
#[derive(Clone, Default, PartialEq, Eq)]
pub enum Database {
    /// A file in the data folder.
    #[default]
    Sqlite,
    /// The PostgreSQL at this address, `postgres://…`. It may hold a password.
    Postgres(String),
}

impl Database {
    /// The database of a setting: nothing or `sqlite` for the file in the data folder, or
    /// `postgres://USER:PASSWORD@HOST/DATABASE`.
    pub fn named(name: &str) -> Result<Self, StoreError> {
        match name {
            "" | "sqlite" | "sqlite:" => Ok(Self::Sqlite),
            url if url.starts_with("postgres://") || url.starts_with("postgresql://") => {
                Ok(Self::Postgres(url.to_owned()))
            }
            _ => Err(StoreError::NoSuchDatabase),
        }
    }
}

/// Without user and password.
impl std::fmt::Debug for Database {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Sqlite => "Sqlite",
            Self::Postgres(_) => "Postgres(…)",
        })
    }
}

/// A store of the kind that the configuration names.
#[derive(Debug)]
pub enum AnyStore {
    /// A file.
    Sqlite(SqliteStore),
    /// A server.
    Postgres(PostgresStore),
}

/// Opens the database and brings it up to date; the file lies in `data`.
pub async fn open(database: &Database, data: &Path) -> Result<AnyStore, StoreError> {
    Ok(match database {
        Database::Sqlite => AnyStore::Sqlite(SqliteStore::open(data).await?),
        Database::Postgres(url) => AnyStore::Postgres(PostgresStore::open(url).await?),
    })
}

impl AnyStore {
    /// Lets the file grow no larger than that many pages, or as large as it likes: so that a test
    /// can fill a disk. PostgreSQL's own limits are its own.
    #[doc(hidden)]
    pub async fn limit_pages(&self, pages: Option<u32>) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(store) => store.limit_pages(pages).await,
            Self::Postgres(_) => Ok(()),
        }
    }

    fn backend(&self) -> &dyn Backend {
        match self {
            Self::Sqlite(store) => store,
            Self::Postgres(store) => store,
        }
    }
}

impl Backend for AnyStore {
    fn read(&self) -> Asked<'_, Session> {
        self.backend().read()
    }

    fn snapshot(&self) -> Asked<'_, Session> {
        self.backend().snapshot()
    }

    fn write(&self) -> Asked<'_, Session> {
        self.backend().write()
    }

    fn take<'a>(&'a self, batch: &'a [NewSignature]) -> Asked<'a, Vec<Taken>> {
        self.backend().take(batch)
    }

    fn tidy(&self) -> Asked<'_, bool> {
        self.backend().tidy()
    }

    fn shared(&self) -> bool {
        self.backend().shared()
    }

    fn close(&self) -> Answer<'_, ()> {
        self.backend().close()
    }
}
