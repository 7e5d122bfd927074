//! The hub over its real database file.
#![allow(clippy::unwrap_used, reason = "tests")]

use swansfeet_hub::store::{
    Store, StoreError,
    sqlite::{FILE, SqliteStore},
};
use tempfile::TempDir;

#[tokio::test]
async fn the_database_makes_itself_and_opens_again() {
    let folder = TempDir::new().unwrap();
    let data = folder.path().join("new").join("data");
    for _start in 0..2 {
        let store = SqliteStore::open(&data).await.unwrap();
        store.answers().await.unwrap();
        store.close().await;
        assert!(matches!(
            store.answers().await,
            Err(StoreError::Database(_))
        ));
    }
    assert!(data.join(FILE).is_file());
}

#[cfg(unix)]
#[tokio::test]
async fn only_its_owner_can_look_into_the_data_folder() {
    use std::os::unix::fs::PermissionsExt;
    let folder = TempDir::new().unwrap();
    let data = folder.path().join("data");
    SqliteStore::open(&data).await.unwrap().close().await;
    let mode = std::fs::metadata(&data).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
}

#[tokio::test]
async fn a_folder_that_cannot_be_made_is_named() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("a-file");
    std::fs::write(&file, "").unwrap();
    let error = SqliteStore::open(&file.join("data")).await.unwrap_err();
    assert!(
        error.to_string().contains("name another with --data"),
        "{error}"
    );
}
