//! Whether there is a hub, and that one which is refused its first work is not there afterwards.

use std::{fs, sync::Arc};

use swansfeet_hub::store::{
    Database, Store, begin, is_there,
    sqlite::{FILE, SqliteStore},
};
use tempfile::TempDir;

use crate::place::{FIFTEEN, Place, campaign};

pub(crate) async fn what_is_refused_leaves_no_hub(place: Arc<Place>) {
    assert!(
        is_there(&place.database, place.folder.path())
            .await
            .unwrap()
    );
    let whole = TempDir::new().unwrap();
    let data = whole.path().join("a").join("data");
    let database = match (&place.database, &place.cluster) {
        (Database::Postgres(_), Some(cluster)) => Database::Postgres(cluster.database().await),
        _ => Database::Sqlite,
    };
    assert!(!is_there(&database, &data).await.unwrap());
    let refused = begin(&database, &data).await.unwrap();
    assert_eq!(refused.store().campaigns().await.unwrap(), []);
    refused.end(false).await.unwrap();
    assert_eq!(fs::read_dir(whole.path()).unwrap().count(), 0);
    // What was done is there in full, and is opened as it is.
    for known in [0, 1] {
        let begun = begin(&database, &data).await.unwrap();
        let store = begun.store();
        assert_eq!(store.campaigns().await.unwrap().len(), known);
        let new = campaign(FIFTEEN);
        assert_eq!(
            store.add_campaign(&new, &[], &[]).await.unwrap(),
            known == 0
        );
        begun.end(known == 0).await.unwrap();
        assert!(is_there(&database, &data).await.unwrap());
    }
    if database == Database::Sqlite {
        nobody_elses_hub_is_overwritten().await;
    }
}

async fn nobody_elses_hub_is_overwritten() {
    let data = TempDir::new().unwrap();
    let late = begin(&Database::Sqlite, data.path()).await.unwrap();
    let first = SqliteStore::open(data.path()).await.unwrap();
    let new = campaign(FIFTEEN);
    assert!(first.add_campaign(&new, &[], &[]).await.unwrap());
    let refused = late.end(true).await.unwrap_err().to_string();
    assert!(refused.contains("exists"), "{refused}");
    assert_eq!(first.campaigns().await.unwrap(), [new]);
    first.close().await;
    let files = fs::read_dir(data.path()).unwrap();
    let files = files.map(|file| file.unwrap().file_name());
    assert!(
        files
            .into_iter()
            .all(|name| name == FILE || name == "opening.lock")
    );
}
