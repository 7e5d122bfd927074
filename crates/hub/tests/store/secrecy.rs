//! What lies on the disk, byte by byte.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use swansfeet_hub::store::{Store, model::NewSignature};

use crate::place::{FIFTEEN, Place, day, signature};

/// As a sealed record would be found.
const SEALED: &[u8] = b"these sealed bytes are withdrawn";
const STAYS: &[u8] = b"these sealed bytes are here to stay";

pub(crate) async fn what_is_withdrawn_is_gone_from_the_files(place: Arc<Place>) {
    let with = |record: &[u8]| NewSignature {
        record: [record, &[b'.'; 600]].concat(),
        copies: vec![("north".to_owned(), record.to_vec())],
        ..signature()
    };
    let (stays, goes) = (with(STAYS), with(SEALED));
    place.count(&[stays, goes.clone()]).await;
    assert!(
        found(place.folder.path(), SEALED),
        "this test looks where records lie"
    );
    assert_eq!(place.one.withdraw(&goes.token).await.unwrap(), 1);
    // Housekeeping cuts the log of writes.
    place.one.forget_pending(day(1)).await.unwrap();
    assert!(!found(place.folder.path(), SEALED), "withdrawn means gone");
    assert!(found(place.folder.path(), STAYS));
    assert!(!found(place.folder.path(), &goes.token.0));
    assert_eq!(place.counted().await, 1);
    assert_eq!(place.two.totals(FIFTEEN).await.unwrap().pending, 0);
}

pub(crate) fn found(folder: &Path, bytes: &[u8]) -> bool {
    files(folder).iter().any(|file| {
        let content = fs::read(file).unwrap();
        content.windows(bytes.len()).any(|window| window == bytes)
    })
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    entries.filter(|path| path.is_file()).collect()
}
