//! Campaigns and keys come back as they were, and every change is seen.

use std::sync::Arc;

use swansfeet_hub::store::{
    Store,
    model::{EpochRow, OrganiserRow, Stage, WrappedRow},
};

use crate::place::{FIFTEEN, Place, campaign, day};

fn organiser(id: &str) -> OrganiserRow {
    OrganiserRow {
        id: id.to_owned(),
        public: [9; 32],
        added: day(2),
    }
}

fn wrapped(epoch: u32, organiser: &str) -> WrappedRow {
    WrappedRow {
        epoch,
        organiser: organiser.to_owned(),
        sealed: vec![1, 2, 3],
    }
}

pub(crate) async fn a_campaign_comes_back_as_it_was_made(place: Arc<Place>) {
    let made = campaign("another");
    let organisers = [organiser("alex"), organiser("Bo")];
    let keys = [wrapped(1, "Bo"), wrapped(1, "alex")];
    let add = || place.one.add_campaign(&made, &organisers, &keys);
    assert!(add().await.unwrap());
    assert!(!add().await.unwrap(), "the slug is taken");
    // By bytes in both databases, whatever the language of PostgreSQL.
    assert_eq!(
        place.two.campaigns().await.unwrap(),
        [made, campaign(FIFTEEN)]
    );
    let [alex, bo] = organisers;
    assert_eq!(place.two.organisers("another").await.unwrap(), [bo, alex]);
    assert_eq!(place.two.wrapped("another").await.unwrap(), keys);
    assert_eq!(place.two.organisers("no-such").await.unwrap(), []);
}

pub(crate) async fn every_change_is_seen_by_other_hubs(place: Arc<Place>) {
    let (one, two) = (&place.one, &place.two);
    let mut version = two.campaigns_version().await.unwrap();
    assert_eq!(version, (1, 1));
    for change in 0..5 {
        match change {
            0 => assert!(
                one.replace_file(FIFTEEN, "name = \"Sixteen\"")
                    .await
                    .unwrap()
            ),
            1 => assert!(one.set_stage(FIFTEEN, Stage::Open).await.unwrap()),
            2 => assert!(one.set_proven(FIFTEEN, 1).await.unwrap()),
            3 => one
                .change_keys(FIFTEEN, &[organiser("alex")], &[], None, &[])
                .await
                .unwrap(),
            _ => assert!(
                one.add_campaign(&campaign("another"), &[], &[])
                    .await
                    .unwrap()
            ),
        }
        let now = two.campaigns_version().await.unwrap();
        assert!(now > version, "change {change}");
        version = now;
    }
    let row = two.campaigns().await.unwrap().pop().unwrap();
    assert_eq!(
        (row.file.as_str(), row.stage),
        ("name = \"Sixteen\"", Stage::Open)
    );
    assert!(row.epochs[0].proven);
    assert!(!one.replace_file("no-such", "").await.unwrap());
    assert!(!one.set_stage("no-such", Stage::Open).await.unwrap());
    assert!(!one.set_proven(FIFTEEN, 2).await.unwrap());
}

fn second_epoch() -> EpochRow {
    EpochRow {
        epoch: 2,
        public: [8; 32],
        proven: false,
        made: day(3),
    }
}

pub(crate) async fn removing_an_organiser_takes_their_wrapped_keys(place: Arc<Place>) {
    let both = [organiser("alex"), organiser("bo")];
    let keys = [wrapped(1, "alex"), wrapped(1, "bo")];
    place
        .one
        .change_keys(FIFTEEN, &both, &[], None, &keys)
        .await
        .unwrap();
    let gone = ["bo".to_owned()];
    let epoch = second_epoch();
    let again = [wrapped(2, "alex")];
    place
        .one
        .change_keys(FIFTEEN, &[], &gone, Some(&epoch), &again)
        .await
        .unwrap();
    assert_eq!(
        place.two.organisers(FIFTEEN).await.unwrap(),
        [organiser("alex")]
    );
    let left = place.two.wrapped(FIFTEEN).await.unwrap();
    assert_eq!(left, [wrapped(1, "alex"), wrapped(2, "alex")]);
    assert_eq!(place.two.campaigns().await.unwrap()[0].epochs[1], epoch);
}

pub(crate) async fn keys_change_all_or_nothing(place: Arc<Place>) {
    let before = place.one.campaigns().await.unwrap();
    // A key that is wrapped for nobody comes last.
    let nobody = [wrapped(2, "nobody")];
    let add = [organiser("alex")];
    let failed = place
        .one
        .change_keys(FIFTEEN, &add, &[], Some(&second_epoch()), &nobody)
        .await;
    assert!(failed.is_err());
    assert_eq!(place.two.campaigns().await.unwrap(), before);
    assert_eq!(place.two.organisers(FIFTEEN).await.unwrap(), []);
}
