//! What is counted, and by what.

use std::sync::Arc;

use swansfeet_hub::store::{
    Store,
    model::{Bound, Dimension, Facets, NewSignature, Pattern, Totals},
};

use crate::place::{FIFTEEN, Place, day, signature};

fn from(partner: Option<&str>) -> NewSignature {
    let new = signature();
    NewSignature {
        bound: Bound {
            partner: partner.map(str::to_owned),
            ..new.bound
        },
        ..new
    }
}

pub(crate) async fn what_is_shown_is_confirmed_and_neither_held_nor_set_aside(place: Arc<Place>) {
    let hasty = || NewSignature {
        held: true,
        ..from(Some("south"))
    };
    let aside = || NewSignature {
        day: day(7),
        ..from(Some("south"))
    };
    place
        .count(&[
            from(None),
            from(Some("south")),
            from(Some("north")),
            from(Some("south")),
            hasty(),
            aside(),
        ])
        .await;
    place.keep(&[signature(), signature(), aside()]).await;
    let seventh = Pattern {
        day: Some(day(7)),
        ..Pattern::default()
    };
    assert_eq!(
        place.one.quarantine(FIFTEEN, &seventh).await.unwrap(),
        (1, 2)
    );
    let wanted = Totals {
        counted: 4,
        pending: 2,
        held: 1,
        quarantined: 2,
        by_partner: vec![("north".to_owned(), 1), ("south".to_owned(), 2)],
    };
    assert_eq!(place.two.totals(FIFTEEN).await.unwrap(), wanted);
    assert_eq!(
        place.two.totals("no-such").await.unwrap(),
        Totals::default()
    );
    let partners = place.two.table(FIFTEEN, Dimension::Partner).await.unwrap();
    let rows = [("", 1), ("north", 1), ("south", 2)];
    assert_eq!(partners, rows.map(|(key, count)| (key.to_owned(), count)));
}

pub(crate) async fn each_table_counts_by_its_own(place: Arc<Place>) {
    let first = signature();
    let second = signature();
    let second = NewSignature {
        day: day(9),
        facets: Facets {
            category: "ally".to_owned(),
            area: "CF".to_owned(),
            nation: Some("wales".to_owned()),
            region: Some("wales".to_owned()),
            priorities: vec!["pay".to_owned(), "sick-pay".to_owned()],
            language: "cy".to_owned(),
            ..Facets::default()
        },
        ..second
    };
    let third = signature();
    let third = NewSignature {
        facets: Facets {
            priorities: vec!["sick-pay".to_owned()],
            ..third.facets
        },
        ..third
    };
    place.count(&[first, second, third]).await;
    let rows: [(Dimension, &[(&str, u64)]); 7] = [
        (Dimension::Day, &[("2026-04-06", 2), ("2026-04-09", 1)]),
        (Dimension::Area, &[("CF", 1), ("LS", 2)]),
        (Dimension::Region, &[("", 2), ("wales", 1)]),
        (Dimension::Nation, &[("england", 2), ("wales", 1)]),
        (Dimension::Category, &[("ally", 1), ("care-worker", 2)]),
        (Dimension::Demand, &[("pay", 1), ("sick-pay", 2)]),
        (Dimension::Language, &[("cy", 1), ("en", 2)]),
    ];
    for (by, wanted) in rows {
        let table = place.two.table(FIFTEEN, by).await.unwrap();
        let table: Vec<(&str, u64)> = table.iter().map(|(k, n)| (k.as_str(), *n)).collect();
        assert_eq!(table, wanted, "{by:?}");
    }
}

pub(crate) async fn what_was_hidden_is_remembered(place: Arc<Place>) {
    let by = Dimension::Region;
    for keys in [&["wales", "", "east"][..], &["london"], &[]] {
        let keys: Vec<String> = keys.iter().map(|key| (*key).to_owned()).collect();
        place.one.set_hidden(FIFTEEN, by, &keys).await.unwrap();
        let mut wanted = keys;
        wanted.sort();
        assert_eq!(place.two.hidden(FIFTEEN, by).await.unwrap(), wanted);
        assert!(
            place
                .two
                .hidden(FIFTEEN, Dimension::Area)
                .await
                .unwrap()
                .is_empty()
        );
    }
}
