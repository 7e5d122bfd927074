//! A person counts once, from the link that they press to the link by which they are gone.

use std::sync::Arc;

use swansfeet_hub::store::{
    Database, Store,
    backup::write,
    model::{Confirmed, Dimension, Id, NewSignature, TokenHash, Whose},
};

use crate::place::{
    FIFTEEN, Place, campaign, day, mark, marks, signature, signature_by, signature_of,
};

pub(crate) async fn a_link_confirms_once(place: Arc<Place>) {
    let new = signature();
    place.keep(std::slice::from_ref(&new)).await;
    assert_eq!(place.counted().await, 0);
    for (wanted, confirmed) in [(Confirmed::Now, false), (Confirmed::Already, true)] {
        let linked = place.two.linked(&new.token).await.unwrap().unwrap();
        assert_eq!(
            (linked.campaign.as_str(), linked.language.as_str()),
            (FIFTEEN, "en")
        );
        assert_eq!(linked.confirmed, confirmed);
        assert_eq!(place.one.confirm(&new.token).await.unwrap(), wanted);
        assert_eq!(place.counted().await, 1);
    }
    let unknown = TokenHash([0; 32]);
    assert_eq!(place.one.linked(&unknown).await.unwrap(), None);
    assert_eq!(
        place.one.confirm(&unknown).await.unwrap(),
        Confirmed::NoSuchLink
    );
    assert_eq!(place.one.withdraw(&unknown).await.unwrap(), 0);
}

pub(crate) async fn a_batch_of_any_size_is_there_in_full(place: Arc<Place>) {
    let mut sent = 0;
    for size in [1, 2, 63, 64, 171, 256] {
        let copies = vec![("north-branch".to_owned(), vec![7; 600])];
        let batch: Vec<NewSignature> = (0..size)
            .map(|_| NewSignature {
                copies: copies.clone(),
                ..signature()
            })
            .collect();
        place.keep(&batch).await;
        sent += size;
        let rows = write(&place.two, &mut std::io::sink()).await.unwrap();
        for table in ["signature", "copy", "outbox"] {
            assert_eq!(rows[table], sent, "{table} after {size} at once");
        }
        // Each with what is its own.
        let last = batch.last().unwrap();
        assert_eq!(
            place.one.confirm(&last.token).await.unwrap(),
            Confirmed::Now
        );
        place.one.mail_done(&[last.id]).await.unwrap();
        assert_eq!(place.one.withdraw(&last.token).await.unwrap(), 1);
        sent -= 1;
    }
}

pub(crate) async fn people_at_one_address(place: Arc<Place>) {
    use Confirmed::{AddressFull, Now, Replaced};
    // Address, name, area, what becomes of it, how many count then.
    let rows = [
        (1, 1, 1, Now, 1),
        (1, 2, 1, Now, 2),
        (1, 2, 1, Replaced, 2),
        (1, 3, 1, Now, 3),
        (1, 4, 2, AddressFull, 3),
        (1, 4, 1, Now, 4),
        (1, 5, 1, AddressFull, 4),
        // Moved to another area, still the same person; now the two areas differ.
        (1, 1, 2, Replaced, 4),
        (2, 1, 1, Now, 5),
        (2, 2, 2, AddressFull, 5),
    ];
    for (row, (address, name, area, wanted, counted)) in rows.into_iter().enumerate() {
        let new = signature_of(marks(address, name, area));
        place.keep(std::slice::from_ref(&new)).await;
        assert_eq!(
            place.one.confirm(&new.token).await.unwrap(),
            wanted,
            "row {row}"
        );
        assert_eq!(place.counted().await, counted, "row {row}");
    }
}

pub(crate) async fn signing_again_replaces(place: Arc<Place>) {
    let hasty = |new: NewSignature| NewSignature { held: true, ..new };
    // The earlier one held, the later one held, how many count then.
    for (address, (earlier, later, counts)) in [(false, true, 1), (true, false, 1), (true, true, 0)]
        .into_iter()
        .enumerate()
    {
        let who = marks(u32::try_from(address).unwrap() + 1, 1, 1);
        let [first, second] = [earlier, later].map(|held| {
            let new = signature_of(who);
            if held { hasty(new) } else { new }
        });
        let before = place.counted().await;
        place.count(std::slice::from_ref(&first)).await;
        place.keep(std::slice::from_ref(&second)).await;
        assert_eq!(
            place.one.confirm(&second.token).await.unwrap(),
            Confirmed::Replaced
        );
        assert_eq!(place.counted().await - before, counts);
        assert_eq!(place.one.linked(&first.token).await.unwrap(), None);
        assert_eq!(place.one.withdraw(&second.token).await.unwrap(), 1);
        assert_eq!(place.counted().await, before);
    }
}

pub(crate) async fn withdrawing_leaves_nothing_of_the_person(place: Arc<Place>) {
    let (person, other) = (marks(1, 1, 1), marks(1, 2, 1));
    let copies = vec![("north-branch".to_owned(), vec![1, 2, 3])];
    let with_copy = || NewSignature {
        copies: copies.clone(),
        ..signature_of(person)
    };
    let (counted, pending, stays) = (with_copy(), with_copy(), signature_of(other));
    place.count(&[counted.clone(), stays.clone()]).await;
    place.keep(std::slice::from_ref(&pending)).await;
    assert_eq!(place.one.mail_owed().await.unwrap(), 3);
    // By the link of the one that was never confirmed.
    assert_eq!(place.one.withdraw(&pending.token).await.unwrap(), 2);
    assert_eq!(place.one.withdraw(&pending.token).await.unwrap(), 0);
    let totals = place.two.totals(FIFTEEN).await.unwrap();
    assert_eq!((totals.counted, totals.pending), (1, 0));
    assert_eq!(place.two.linked(&counted.token).await.unwrap(), None);
    assert!(place.two.linked(&stays.token).await.unwrap().is_some());
    let partner = Whose::Partner("north-branch");
    assert_eq!(
        place.two.records(FIFTEEN, partner, None, 9).await.unwrap(),
        []
    );
    let left = place
        .two
        .records(FIFTEEN, Whose::Organisers, None, 9)
        .await
        .unwrap();
    assert_eq!(
        left.iter().map(|row| row.id).collect::<Vec<_>>(),
        [stays.id]
    );
    assert_eq!(place.one.mail_owed().await.unwrap(), 1);
    // Nor in any table: a backup shows them all.
    let rows = write(&place.one, &mut std::io::sink()).await.unwrap();
    assert_eq!((rows["signature"], rows["copy"], rows["outbox"]), (1, 0, 1));
}

fn is_sqlite(place: &Place) -> bool {
    place.database == Database::Sqlite
}

pub(crate) async fn an_organiser_withdraws_by_address(place: Arc<Place>) {
    let household = [1, 2].map(|name| signature_of(marks(1, name, 1)));
    place.count(&household).await;
    place
        .keep(&[signature_of(marks(1, 3, 1)), signature_of(marks(2, 1, 1))])
        .await;
    let address = marks(1, 1, 1).address;
    for (delete, wanted) in [(false, 3), (true, 3), (true, 0), (false, 0)] {
        assert_eq!(
            place
                .one
                .by_address(FIFTEEN, &address, delete)
                .await
                .unwrap(),
            wanted
        );
    }
    let totals = place.two.totals(FIFTEEN).await.unwrap();
    assert_eq!((totals.counted, totals.pending), (0, 1));
}

pub(crate) async fn an_organiser_withdraws_by_id(place: Arc<Place>) {
    let code = mark(7, 1);
    place.one.add_codes(FIFTEEN, &[code]).await.unwrap();
    let copies = vec![("north-branch".to_owned(), vec![1, 2, 3])];
    let by_code = NewSignature {
        copies,
        ..signature_by(code)
    };
    place.keep(std::slice::from_ref(&by_code)).await;
    let (counted, other) = (signature_of(marks(1, 1, 1)), signature_of(marks(1, 2, 1)));
    place.count(&[counted.clone(), other.clone()]).await;
    // The same person, once more, by a mail that is not answered yet.
    place.keep(&[signature_of(marks(1, 1, 1))]).await;
    let another = campaign("another");
    assert!(place.one.add_campaign(&another, &[], &[]).await.unwrap());
    // The id, how many are of that person, how many still count when they are gone.
    for (id, wanted, left) in [(by_code.id, 1, 2), (counted.id, 2, 1)] {
        let asked = async |campaign, delete| {
            let found = place.one.by_id(campaign, &id, delete).await;
            found.unwrap()
        };
        assert_eq!(
            asked("another", true).await,
            0,
            "not by another's organiser"
        );
        assert_eq!(asked(FIFTEEN, false).await, wanted);
        assert_eq!(asked(FIFTEEN, true).await, wanted);
        assert_eq!(asked(FIFTEEN, true).await, 0);
        assert_eq!(place.counted().await, left);
    }
    assert!(place.two.linked(&other.token).await.unwrap().is_some());
    let rows = write(&place.one, &mut std::io::sink()).await.unwrap();
    assert_eq!((rows["signature"], rows["copy"]), (1, 0));
    // A code does not come back with whoever used it.
    assert_eq!(place.two.codes(FIFTEEN).await.unwrap(), (1, 1));
}

pub(crate) async fn two_hubs_count_one_person_once(place: Arc<Place>) {
    for round in 1..=20 {
        let links = [
            signature_of(marks(round, 1, 1)),
            signature_of(marks(round, 1, 1)),
        ];
        place.keep(&links).await;
        let (one, two) = tokio::join!(
            place.one.confirm(&links[0].token),
            place.two.confirm(&links[1].token)
        );
        let mut ends = [one.unwrap(), two.unwrap()];
        ends.sort_by_key(|end| *end != Confirmed::Now);
        assert_eq!(ends, [Confirmed::Now, Confirmed::Replaced], "round {round}");
        assert_eq!(place.counted().await, u64::from(round));
    }
}

pub(crate) async fn confirming_and_withdrawing_at_once_agree(place: Arc<Place>) {
    for round in 1..=20 {
        let links = [
            signature_of(marks(round, 1, 1)),
            signature_of(marks(round, 1, 1)),
        ];
        place.count(&links[..1]).await;
        place.keep(&links[1..]).await;
        let (confirmed, gone) = tokio::join!(
            place.one.confirm(&links[1].token),
            place.two.withdraw(&links[0].token)
        );
        // Whoever came first: either both rows went, or the first was replaced and its link is dead.
        match (confirmed.unwrap(), gone.unwrap()) {
            (Confirmed::NoSuchLink, 2) => {}
            (Confirmed::Replaced, 0) => {
                assert_eq!(place.one.withdraw(&links[1].token).await.unwrap(), 1);
            }
            other => panic!("round {round}: {other:?}"),
        }
        assert_eq!(place.counted().await, 0);
    }
}

pub(crate) async fn pending_ones_are_forgotten(place: Arc<Place>) {
    let on = |day_of_month| NewSignature {
        day: day(day_of_month),
        ..signature()
    };
    let (old, new) = (on(1), on(8));
    place.count(&[on(1)]).await;
    place.keep(&[old.clone(), new.clone()]).await;
    assert_eq!(place.one.forget_pending(day(8)).await.unwrap(), 1);
    assert_eq!(place.one.forget_pending(day(8)).await.unwrap(), 0);
    assert_eq!(
        place.one.confirm(&old.token).await.unwrap(),
        Confirmed::NoSuchLink
    );
    assert_eq!(place.one.confirm(&new.token).await.unwrap(), Confirmed::Now);
    let days = place.two.table(FIFTEEN, Dimension::Day).await.unwrap();
    assert_eq!(
        days,
        [("2026-04-01".to_owned(), 1), ("2026-04-08".to_owned(), 1)]
    );
}

pub(crate) async fn mails_owed_are_settled_or_lost(place: Arc<Place>) {
    let owed: Vec<NewSignature> = (1..=4)
        .map(|on| NewSignature {
            day: day(on),
            ..signature()
        })
        .collect();
    place.keep(&owed).await;
    let outbox: Vec<Id> = owed.iter().map(|new| new.id).collect();
    let left = || async { place.two.mail_owed().await.unwrap() };
    assert_eq!(left().await, 4);
    place.one.mail_done(&outbox[..1]).await.unwrap();
    place.one.mail_done(&[]).await.unwrap();
    assert_eq!(left().await, 3);
    // Of the rest, this process holds the second. The third is from before day 4, the last not:
    // where hubs share the database, another may hold it.
    let lost = place.one.mail_lost(&outbox[1..2], day(4)).await.unwrap();
    let shared = !is_sqlite(&place);
    assert_eq!(lost, if shared { 1 } else { 2 });
    assert_eq!(left().await, 3 - lost);
    assert_eq!(place.one.mail_lost(&[], day(5)).await.unwrap(), 3 - lost);
}
