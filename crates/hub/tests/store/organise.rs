//! What organisers read, set aside, let count and leave behind in the log.

use std::sync::Arc;

use swansfeet_hub::store::{
    Database, Store,
    model::{Bound, Facets, Id, LogRow, NewSignature, Pattern, SealedRow, Whose},
};

use crate::place::{FIFTEEN, Place, campaign, day, mark, signature, signature_by};

pub(crate) async fn records_come_in_pages_without_a_gap(place: Arc<Place>) {
    let mut counted: Vec<NewSignature> = (0..7).map(|_| signature()).collect();
    place.count(&counted).await;
    // Neither of these is handed out.
    place
        .count(&[NewSignature {
            held: true,
            ..signature()
        }])
        .await;
    place.keep(&[signature()]).await;
    counted.sort_by_key(|new| new.id);
    let (mut pages, mut after): (Vec<Vec<SealedRow>>, Option<Id>) = (Vec::new(), None);
    loop {
        let page = place
            .two
            .records(FIFTEEN, Whose::Organisers, after, 3)
            .await
            .unwrap();
        let Some(last) = page.last() else { break };
        after = Some(last.id);
        pages.push(page);
    }
    assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [3, 3, 1]);
    let wanted = counted.into_iter().map(|new| SealedRow {
        id: new.id,
        bound: new.bound,
        day: new.day,
        record: new.record,
    });
    assert_eq!(pages.concat(), wanted.collect::<Vec<_>>());
}

pub(crate) async fn partners_see_their_copies_alone(place: Arc<Place>) {
    let copy = |partner: &str, byte| (partner.to_owned(), vec![byte; 4]);
    let both = NewSignature {
        copies: vec![copy("north", 1), copy("south", 2)],
        ..signature()
    };
    place.count(&[both.clone(), signature()]).await;
    place
        .keep(&[NewSignature {
            copies: vec![copy("north", 3)],
            ..signature()
        }])
        .await;
    for (partner, wanted) in [
        ("north", Some(vec![1; 4])),
        ("south", Some(vec![2; 4])),
        ("west", None),
    ] {
        let rows = place
            .two
            .records(FIFTEEN, Whose::Partner(partner), None, 9)
            .await
            .unwrap();
        let records: Vec<Vec<u8>> = rows.into_iter().map(|row| row.record).collect();
        assert_eq!(records, Vec::from_iter(wanted), "{partner}");
    }
}

/// One that differs from [`signature`] in all that a pattern can ask for.
fn odd() -> NewSignature {
    let new = signature();
    NewSignature {
        bound: Bound {
            partner: Some("north".to_owned()),
            ..new.bound
        },
        facets: Facets {
            category: "ally".to_owned(),
            area: "CF".to_owned(),
            language: "cy".to_owned(),
            ..new.facets
        },
        day: day(9),
        held: true,
        ..new
    }
}

/// The pattern in which one thing is given.
fn pattern(what: &str, value: &str) -> Pattern {
    let mut pattern = Pattern::default();
    let text = Some(value.to_owned());
    match what {
        "partner" => pattern.partner = text,
        "day" => pattern.day = Some(value.parse().unwrap()),
        "area" => pattern.area = text,
        "category" => pattern.category = text,
        "language" => pattern.language = text,
        "held" => pattern.held = true,
        _ => {}
    }
    pattern
}

pub(crate) async fn quarantine_sets_aside_what_fits_and_undoes_it(place: Arc<Place>) {
    place.count(&[odd(), signature(), signature()]).await;
    let both = Pattern {
        day: Some(day(9)),
        ..pattern("area", "LS")
    };
    let rows = [
        (pattern("partner", "north"), 1),
        (pattern("partner", ""), 2),
        (pattern("day", "2026-04-09"), 1),
        (pattern("area", "LS"), 2),
        (pattern("category", "ally"), 1),
        (pattern("language", "cy"), 1),
        (pattern("held", ""), 1),
        (both, 0),
        (pattern("nothing", ""), 0),
    ];
    let mut last = 0;
    for (pattern, wanted) in rows {
        let before = place.counted().await;
        let (batch, count) = place.one.quarantine(FIFTEEN, &pattern).await.unwrap();
        assert_eq!(count, wanted, "{pattern:?}");
        assert_eq!(place.two.totals(FIFTEEN).await.unwrap().quarantined, wanted);
        if count == 0 {
            assert_eq!(batch, 0, "nothing fits, so there is no batch");
            continue;
        }
        assert!(batch > last, "numbers are never used again");
        last = batch;
        // What is set aside already is not set aside again.
        assert_eq!(
            place.two.quarantine(FIFTEEN, &pattern).await.unwrap(),
            (0, 0)
        );
        assert_eq!(
            place.two.undo_quarantine(FIFTEEN, batch).await.unwrap(),
            count
        );
        assert_eq!(place.two.undo_quarantine(FIFTEEN, batch).await.unwrap(), 0);
        assert_eq!(place.counted().await, before);
    }
}

pub(crate) async fn a_pattern_that_fits_nothing_takes_no_number(place: Arc<Place>) {
    place.count(&[signature()]).await;
    for _ in 0..3 {
        let nobody = pattern("category", "nobody");
        let nothing = place.one.quarantine(FIFTEEN, &nobody).await.unwrap();
        assert_eq!(nothing, (0, 0));
    }
    let area = pattern("area", "LS");
    let first = place.two.quarantine(FIFTEEN, &area).await.unwrap();
    assert_eq!(
        first,
        (1, 1),
        "the first batch that there is has the number one"
    );
}

pub(crate) async fn held_ones_count_when_released(place: Arc<Place>) {
    let hasty = |day_of_month| NewSignature {
        held: true,
        day: day(day_of_month),
        ..signature()
    };
    place.count(&[hasty(1), hasty(1), hasty(2)]).await;
    place.keep(&[hasty(1)]).await;
    let second = Pattern {
        day: Some(day(2)),
        ..Pattern::default()
    };
    let (batch, _) = place.one.quarantine(FIFTEEN, &second).await.unwrap();
    assert_eq!(place.counted().await, 0);
    assert_eq!(place.one.release_held(FIFTEEN).await.unwrap(), 2);
    assert_eq!(place.one.release_held(FIFTEEN).await.unwrap(), 0);
    assert_eq!(place.counted().await, 2);
    place.one.undo_quarantine(FIFTEEN, batch).await.unwrap();
    assert_eq!(place.two.totals(FIFTEEN).await.unwrap().held, 1);
}

pub(crate) async fn the_log_only_grows(place: Arc<Place>) {
    let line = |at, action: &str| LogRow {
        at,
        campaign: FIFTEEN.to_owned(),
        actor: "alex".to_owned(),
        action: action.to_owned(),
        detail: "1 row".to_owned(),
    };
    // By the order in which they came, for clocks go backwards.
    let lines = [line(20, "open"), line(10, "export")];
    place.one.log(&lines[0]).await.unwrap();
    place.two.log(&lines[1]).await.unwrap();
    for change in [
        "UPDATE log SET actor = 'somebody'",
        "DELETE FROM log",
        "DELETE FROM log WHERE at = 10",
    ] {
        let refused = place.raw(change).await.unwrap_err().to_string();
        assert!(refused.contains("lines of the log are never"), "{refused}");
    }
    if place.database != Database::Sqlite {
        assert!(place.raw("TRUNCATE log").await.is_err());
    }
    assert_eq!(place.two.log_of(FIFTEEN).await.unwrap(), lines);
    assert_eq!(place.two.log_of("no-such").await.unwrap(), []);
}

pub(crate) async fn rows_go_with_their_campaign(place: Arc<Place>) {
    let code = mark(9, 1);
    place
        .one
        .add_campaign(&campaign("another"), &[], &[])
        .await
        .unwrap();
    place.one.add_codes(FIFTEEN, &[code]).await.unwrap();
    let copies = vec![("north".to_owned(), vec![1])];
    place
        .keep(&[
            NewSignature {
                copies,
                ..signature()
            },
            signature_by(code),
        ])
        .await;
    // Where SQLite is asked by hand, it has to be told.
    let first = match place.database {
        Database::Sqlite => "PRAGMA foreign_keys = ON;",
        Database::Postgres(_) => "",
    };
    let gone = format!("{first} DELETE FROM campaign WHERE slug = 'fifteen'");
    place.raw(&gone).await.unwrap();
    let totals = place.two.totals(FIFTEEN).await.unwrap();
    assert_eq!((totals.counted, totals.pending), (0, 0));
    assert_eq!(place.two.codes(FIFTEEN).await.unwrap(), (0, 0));
    assert_eq!(place.two.mail_owed().await.unwrap(), 0);
    assert_eq!(place.two.campaigns().await.unwrap(), [campaign("another")]);
}
