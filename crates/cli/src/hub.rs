//! How a command finds the hub's own store.

use std::path::Path;
use std::sync::Arc;

use swansfeet_hub::store::Store;
use swansfeet_hub::store::sqlite::SqliteStore;

use crate::office::Trouble;

/// The store in the data folder, or where the URL leads.
pub(crate) async fn store(data: &Path, _database: Option<&str>) -> Result<Arc<dyn Store>, Trouble> {
    Ok(Arc::new(SqliteStore::open(data).await?))
}
