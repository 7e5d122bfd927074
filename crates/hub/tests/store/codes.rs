//! A one-time code is taken once, whoever asks and however many at the same time.

use std::sync::Arc;

use swansfeet_hub::store::{
    Store,
    model::{Confirmed, Taken},
};

use crate::place::{FIFTEEN, Place, mark, signature, signature_by};

pub(crate) async fn a_code_is_taken_once(place: Arc<Place>) {
    let codes = [1, 2, 3].map(|number| mark(9, number));
    assert_eq!(place.one.add_codes(FIFTEEN, &codes).await.unwrap(), 3);
    assert_eq!(place.one.add_codes(FIFTEEN, &codes[1..]).await.unwrap(), 0);
    let by_code = signature_by(codes[0]);
    place.keep(std::slice::from_ref(&by_code)).await;
    // It counts at once, and its link says so.
    assert_eq!(place.counted().await, 1);
    assert_eq!(
        place.one.confirm(&by_code.token).await.unwrap(),
        Confirmed::Already
    );
    assert_eq!(place.two.codes(FIFTEEN).await.unwrap(), (3, 1));
    let again = [signature_by(codes[0])];
    assert_eq!(place.two.take(&again).await.unwrap(), [Taken::CodeUsed]);
    // Withdrawn, the code is not given back: whoever has the sheet could sign for them again.
    assert_eq!(place.one.withdraw(&by_code.token).await.unwrap(), 1);
    assert_eq!(place.counted().await, 0);
    assert_eq!(place.two.take(&again).await.unwrap(), [Taken::CodeUsed]);
}

pub(crate) async fn two_hubs_take_one_code_once(place: Arc<Place>) {
    let codes: Vec<_> = (1..=40).map(|number| mark(9, number)).collect();
    place.one.add_codes(FIFTEEN, &codes).await.unwrap();
    for pair in codes.chunks(2) {
        // In opposite orders, so that hubs without an order would wait for each other for ever.
        let there = [signature_by(pair[0]), signature_by(pair[1])];
        let back = [signature_by(pair[1]), signature_by(pair[0])];
        let (one, two) = tokio::join!(place.one.take(&there), place.two.take(&back));
        let taken = [one.unwrap(), two.unwrap()].concat();
        let kept = taken.iter().filter(|taken| **taken == Taken::Kept).count();
        let used = taken
            .iter()
            .filter(|taken| **taken == Taken::CodeUsed)
            .count();
        assert_eq!((kept, used), (2, 2), "{taken:?}");
    }
    assert_eq!(place.counted().await, 40);
    assert_eq!(place.two.codes(FIFTEEN).await.unwrap(), (40, 40));
}

pub(crate) async fn a_bad_row_leaves_the_others(place: Arc<Place>) {
    let code = mark(9, 1);
    place.one.add_codes(FIFTEEN, &[code]).await.unwrap();
    let batch = [
        signature(),
        signature_by(code),
        signature_by(code),
        signature_by(mark(9, 2)),
        signature(),
    ];
    let taken = place.one.take(&batch).await.unwrap();
    use Taken::{CodeUsed, Kept, NoSuchCode};
    assert_eq!(taken, [Kept, Kept, CodeUsed, NoSuchCode, Kept]);
    let totals = place.two.totals(FIFTEEN).await.unwrap();
    assert_eq!((totals.counted, totals.pending), (1, 2));
    assert_eq!(place.one.take(&[]).await.unwrap(), []);
}
