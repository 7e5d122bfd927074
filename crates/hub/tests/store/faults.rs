//! Things go wrong: nothing half-written, nothing acknowledged lost, and it mends by itself.

use std::sync::Arc;

use swansfeet_hub::store::{Store, model::NewSignature};

use crate::{
    place::{FIFTEEN, Place, Places, signature},
    postgres::Cluster,
};

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

pub(crate) async fn a_database_that_was_gone_is_used_again(_: Arc<Place>) {
    // Its own, for all others stand on that of the rest.
    let cluster = Arc::new(Cluster::start().unwrap());
    let place = Places {
        cluster: Some(Arc::clone(&cluster)),
    }
    .place(true)
    .await;
    place.count(&[signature(), signature()]).await;
    cluster.stop();
    assert!(place.one.take(&[signature()]).await.is_err());
    assert!(place.one.answers().await.is_err());
    cluster.start_again();
    place.one.answers().await.unwrap();
    // What was acknowledged is there after the crash, and it goes on.
    assert_eq!(place.counted().await, 2);
    place.count(&[signature()]).await;
    assert_eq!(place.counted().await, 3);
}
