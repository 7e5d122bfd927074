//! Things go wrong: nothing half-written, nothing acknowledged lost, and it mends by itself.

use std::sync::Arc;

use swansfeet_hub::store::{Database, Store, model::NewSignature};

use crate::place::{FIFTEEN, Place, signature};

pub(crate) async fn a_batch_that_fails_leaves_nothing(place: Arc<Place>) {
    let good = signature();
    let batch = [
        good.clone(),
        NewSignature {
            id: good.id,
            ..signature()
        },
    ];
    assert!(place.one.take(&batch).await.is_err());
    assert_eq!(place.two.linked(&good.token).await.unwrap(), None);
    assert_eq!(place.two.mail_owed().await.unwrap(), 0);
    place.keep(&[good]).await;
}

pub(crate) async fn a_full_disk_loses_nothing_and_mends(place: Arc<Place>) {
    // How PostgreSQL meets a full disk is its own; what we do about it is the same.
    if place.database != Database::Sqlite {
        return;
    }
    let large = || NewSignature {
        record: vec![7; 50_000],
        ..signature()
    };
    place.keep(&[large()]).await;
    // The limit is a connection's own, so it is set on the one that writes.
    place.one.limit_pages(Some(100)).await.unwrap();
    let (mut kept, mut refused) = (1, None);
    while refused.is_none() {
        let batch = [large(), large()];
        match place.one.take(&batch).await {
            Ok(_) => kept += 2,
            Err(error) => refused = Some((error, batch)),
        }
        assert!(kept < 50, "it never fills");
    }
    let (error, batch) = refused.unwrap();
    assert!(error.to_string().contains("full"), "{error}");
    assert_eq!(place.two.totals(FIFTEEN).await.unwrap().pending, kept);
    assert_eq!(place.two.linked(&batch[0].token).await.unwrap(), None);
    place.one.limit_pages(None).await.unwrap();
    place.keep(&batch).await;
    assert_eq!(place.two.totals(FIFTEEN).await.unwrap().pending, kept + 2);
}

pub(crate) async fn a_database_that_was_gone_is_used_again(place: Arc<Place>) {
    let Some(cluster) = place
        .cluster
        .clone()
        .filter(|_| place.database != Database::Sqlite)
    else {
        return;
    };
    let before = [signature(), signature()];
    place.count(&before).await;
    cluster.stop();
    assert!(place.one.take(&[signature()]).await.is_err());
    assert!(place.one.answers().await.is_err());
    cluster.start_again();
    place.one.answers().await.unwrap();
    // What was acknowledged is there, and it goes on.
    assert_eq!(place.counted().await, 2);
    place.count(&[signature()]).await;
    assert_eq!(place.counted().await, 3);
}
