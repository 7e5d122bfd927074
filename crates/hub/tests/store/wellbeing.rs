//! Who holds keys, cards and pictures come back as they were kept, and each is kept once.

use std::sync::Arc;

use swansfeet_hub::store::wellbeing::{CardRow, PictureRow, WellbeingRow, WellbeingStore};

use crate::place::{FIFTEEN, Place};

fn row() -> WellbeingRow {
    WellbeingRow {
        slug: FIFTEEN.to_owned(),
        pack: "ons4".to_owned(),
        minimum: 20,
        setting: "steward".to_owned(),
        first_name: "Fifteen".to_owned(),
        first_key: [1; 32],
        second_name: "Sam".to_owned(),
        second_key: [255; 32],
        places: vec!["wales".to_owned(), "london".to_owned()],
    }
}

fn card(week: &str) -> CardRow {
    CardRow {
        slug: FIFTEEN.to_owned(),
        week: week.to_owned(),
        card: vec![0, 1, 255],
    }
}

fn picture(place: &str, week: &str) -> PictureRow {
    PictureRow {
        slug: FIFTEEN.to_owned(),
        place: place.to_owned(),
        week: week.to_owned(),
        picture: vec![7; 90],
        signature: [9; 64],
    }
}

pub(crate) async fn fill(place: &Place) {
    place.one.add_wellbeing(&row()).await.unwrap();
    place.one.add_card(&card("2026-W10")).await.unwrap();
    place
        .one
        .add_picture(&picture("wales", "2026-W10"))
        .await
        .unwrap();
}

pub(crate) async fn cards_and_pictures_are_kept_once(place: Arc<Place>) {
    assert!(place.one.add_wellbeing(&row()).await.unwrap());
    let other = WellbeingRow {
        minimum: 30,
        ..row()
    };
    assert!(!place.two.add_wellbeing(&other).await.unwrap());
    assert_eq!(place.two.wellbeing().await.unwrap(), [row()]);
    for week in ["2026-W11", "2026-W10"] {
        assert!(place.one.add_card(&card(week)).await.unwrap());
        assert!(!place.two.add_card(&card(week)).await.unwrap());
    }
    let cards = place.two.cards(FIFTEEN).await.unwrap();
    assert_eq!(cards, [card("2026-W10"), card("2026-W11")]);
    let new = [
        picture("wales", "2026-W11"),
        picture("london", "2026-W10"),
        picture("wales", "2026-W10"),
    ];
    for picture in &new {
        assert!(place.one.add_picture(picture).await.unwrap());
        assert!(!place.two.add_picture(picture).await.unwrap());
    }
    let [last, first, second] = new;
    assert_eq!(
        place.two.pictures(FIFTEEN).await.unwrap(),
        [first, second, last]
    );
    assert_eq!(place.one.pictures("other").await.unwrap(), []);
}
