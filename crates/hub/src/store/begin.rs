//! A hub's first database: is there one, and the making of one that is there only when the work that
//! it was made for is done. What is refused leaves nothing behind.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    AnyStore, Database, Store, StoreError, open,
    postgres::PostgresStore,
    sqlite::{FILE, OPENING},
};
use crate::careful;

/// Whether a hub has begun in that database. Makes nothing.
///
/// # Errors
/// The database does not answer.
pub async fn is_there(database: &Database, data: &Path) -> Result<bool, StoreError> {
    match database {
        Database::Sqlite => Ok(data.join(FILE).exists()),
        Database::Postgres(url) => PostgresStore::is_there(url).await,
    }
}

/// A database for work that may be a hub's first.
#[derive(Debug)]
pub struct Beginning {
    store: Arc<AnyStore>,
    part: Option<Part>,
}

/// A file that gets its place only in the end.
#[derive(Debug)]
struct Part {
    data: PathBuf,
    folder: PathBuf,
    /// Folders that were not there before, the innermost first.
    made: Vec<PathBuf>,
}

/// Opens the database, and makes it where there is none: a file is made beside its place, and
/// [`Beginning::end`] puts it there.
///
/// # Errors
/// It cannot be made or opened.
pub async fn begin(database: &Database, data: &Path) -> Result<Beginning, StoreError> {
    if *database != Database::Sqlite || is_there(database, data).await? {
        let store = Arc::new(open(database, data).await?);
        return Ok(Beginning { store, part: None });
    }
    let part = Part::new(data);
    match open(database, &part.folder).await {
        Ok(store) => Ok(Beginning {
            store: Arc::new(store),
            part: Some(part),
        }),
        Err(error) => {
            part.undo();
            Err(error)
        }
    }
}

impl Beginning {
    /// The database.
    #[must_use]
    pub fn store(&self) -> Arc<AnyStore> {
        Arc::clone(&self.store)
    }

    /// Closes the database. One that was made for this work stays if the work is `done`, and goes
    /// if it was refused.
    ///
    /// # Errors
    /// It cannot be put in its place, or another hub began there in the meantime.
    pub async fn end(self, done: bool) -> Result<(), StoreError> {
        self.store.close().await;
        let Some(part) = self.part else {
            return Ok(());
        };
        let kept = if done { part.keep() } else { Ok(()) };
        part.undo();
        kept.map_err(|source| StoreError::Folder {
            path: part.data,
            source,
        })
    }
}

impl Part {
    fn new(data: &Path) -> Self {
        let missing = data.ancestors();
        let missing = missing.take_while(|path| !path.as_os_str().is_empty() && !path.exists());
        Self {
            data: data.to_owned(),
            folder: data.join(format!("beginning-{}", std::process::id())),
            made: missing.map(Path::to_owned).collect(),
        }
    }

    /// While this waits its turn, nobody opens a file at that place; so none is overwritten.
    fn keep(&self) -> io::Result<()> {
        let place = self.data.join(FILE);
        let turn = File::create(self.data.join(OPENING))?;
        turn.lock()?;
        if place.exists() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        fs::rename(self.folder.join(FILE), &place)?;
        careful::sync_folder(&place)
    }

    /// What cannot be removed stays; folders with anything in them do too.
    fn undo(&self) {
        let _ = fs::remove_dir_all(&self.folder);
        for folder in &self.made {
            let _ = fs::remove_dir(folder);
        }
    }
}
