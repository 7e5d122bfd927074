//! Feeds of meetings: who fetches, what stays of a failure, who changes what.

use std::sync::Arc;

use swansfeet_hub::store::{
    Store,
    meetings::{Copy, LinkRow, MeetingRow, MeetingStore, Outcome, PublicId, SourceRow},
    model::TokenHash,
};

use crate::place::{Place, day};

const FEED: &str = "fifteen";
const URL: &str = "https://circle.example/meetings.json";
const OTHER: &str = "https://branch.example/calendar.ics";
const TOKEN: TokenHash = TokenHash([5; 32]);

fn row(source: &str, id: &str, version: i64) -> MeetingRow {
    MeetingRow {
        feed: FEED.to_owned(),
        source: source.to_owned(),
        id: id.to_owned(),
        meeting: "{\"swansfeet\":\"meetings/1\"}".to_owned(),
        words: String::new(),
        version,
        gone: (!source.is_empty()).then_some(50),
        filed: None,
    }
}

fn copy(body: &[u8]) -> Copy {
    Copy {
        etag: Some("\"one\"".to_owned()),
        modified: Some("Mon, 02 Mar 2026 12:00:00 GMT".to_owned()),
        kind: "application/json".to_owned(),
        body: body.to_vec(),
        missing: Vec::new(),
        ids: Vec::new(),
    }
}

/// A feed with two sources, a meeting of its own, one that is gone, and a link.
pub(crate) async fn fill(place: &Place) {
    let store = &place.one;
    assert!(store.add_feed(FEED, "Fifteen").await.unwrap());
    for url in [URL, OTHER] {
        assert!(store.add_source(FEED, url, "", 30).await.unwrap());
    }
    let missing = vec![row(URL, "old", 1)];
    let fresh = Outcome::Fresh(Copy {
        missing,
        ..copy(&[0, 1, 255])
    });
    store.asked(FEED, URL, 50, 1_850, &fresh).await.unwrap();
    assert!(store.keep_meeting(&row("", "own", 0), 60).await.unwrap());
    let public = PublicId {
        source: String::new(),
        id: "own".to_owned(),
        public: "own".to_owned(),
        gone: None,
    };
    store.keep_public_ids(FEED, &[public]).await.unwrap();
    let link = LinkRow {
        feed: FEED.to_owned(),
        label: "ana".to_owned(),
        made: day(1),
    };
    assert!(store.add_link(&TOKEN, &link).await.unwrap());
}

async fn source(place: &Place) -> SourceRow {
    let sources = place.two.sources(FEED).await.unwrap();
    sources.into_iter().find(|row| row.url == URL).unwrap()
}

fn urls(rows: &[SourceRow]) -> Vec<&str> {
    let mut urls: Vec<&str> = rows.iter().map(|row| row.url.as_str()).collect();
    urls.sort_unstable();
    urls
}

pub(crate) async fn a_source_is_fetched_by_one_hub_at_a_time(place: Arc<Place>) {
    fill(&place).await;
    let (one, two) = (&place.one, &place.two);
    assert_eq!(urls(&one.claim(100, 200, 9).await.unwrap()), [OTHER]);
    // Both at once, when both are due: each is taken once.
    let (here, there) = tokio::join!(one.claim(9_000, 9_100, 9), two.claim(9_000, 9_100, 9));
    let both = [here.unwrap(), there.unwrap()].concat();
    assert_eq!(urls(&both), [OTHER, URL]);
    assert_eq!(two.claim(9_050, 9_150, 9).await.unwrap(), []);
    // A hub that died lets go in time.
    assert_eq!(two.claim(9_100, 9_200, 1).await.unwrap().len(), 1);
    // What was answered is due when its hub said.
    let same = Outcome::Same;
    one.asked(FEED, URL, 9_110, 9_500, &same).await.unwrap();
    one.asked(FEED, OTHER, 9_110, 9_400, &same).await.unwrap();
    assert_eq!(two.claim(9_399, 9_900, 9).await.unwrap(), []);
    assert_eq!(urls(&two.claim(9_400, 9_900, 9).await.unwrap()), [OTHER]);
}

pub(crate) async fn a_failure_keeps_the_last_good_copy(place: Arc<Place>) {
    fill(&place).await;
    let before = source(&place).await;
    assert_eq!(before.body.as_deref(), Some(&[0, 1, 255][..]));
    assert_eq!((before.good, before.tried), (Some(50), Some(50)));
    let version = place.two.feeds_version().await.unwrap();
    for at in [100, 200] {
        let failed = Outcome::Failed("It did not answer.".to_owned());
        let asked = place.one.asked(FEED, URL, at, at + 10, &failed);
        asked.await.unwrap();
    }
    let after = source(&place).await;
    let wanted = SourceRow {
        tried: Some(200),
        due: 210,
        failures: 2,
        problem: "It did not answer.".to_owned(),
        ..before
    };
    assert_eq!(after, wanted);
    assert_ne!(place.two.feeds_version().await.unwrap(), version);
    place
        .one
        .asked(FEED, URL, 300, 400, &Outcome::Same)
        .await
        .unwrap();
    let well = source(&place).await;
    let wanted = SourceRow {
        tried: Some(300),
        good: Some(300),
        due: 400,
        failures: 0,
        problem: String::new(),
        ..after
    };
    assert_eq!(well, wanted);
    // What was removed while it was fetched does not come back.
    assert!(place.one.remove_source(FEED, URL).await.unwrap());
    let fresh = Outcome::Fresh(Copy {
        missing: vec![row(URL, "late", 1)],
        ..copy(b"late")
    });
    place.one.asked(FEED, URL, 500, 600, &fresh).await.unwrap();
    assert_eq!(
        urls(&place.two.sources(FEED).await.unwrap()),
        [OTHER],
        "nothing of it is left"
    );
    let ids = ids(&place).await;
    assert_eq!(ids, ["own"]);
}

async fn ids(place: &Place) -> Vec<String> {
    let meetings = place.two.meetings(FEED).await.unwrap();
    meetings.into_iter().map(|row| row.id).collect()
}

pub(crate) async fn what_a_source_drops_is_kept_for_a_while(place: Arc<Place>) {
    fill(&place).await;
    assert_eq!(ids(&place).await, ["own", "old"], "own ones first");
    let later = MeetingRow {
        gone: Some(90),
        ..row(URL, "later", 1)
    };
    let fresh = Outcome::Fresh(Copy {
        missing: vec![later],
        ids: vec!["other".to_owned()],
        ..copy(b"b")
    });
    place.one.asked(FEED, URL, 90, 100, &fresh).await.unwrap();
    assert_eq!(ids(&place).await, ["own", "later", "old"]);
    assert_eq!(place.one.forget_gone(50).await.unwrap(), 0);
    assert_eq!(place.one.forget_gone(51).await.unwrap(), 1);
    assert_eq!(ids(&place).await, ["own", "later"]);
    // Back in the source: no longer gone.
    let back = Outcome::Fresh(Copy {
        ids: vec!["later".to_owned()],
        ..copy(b"c")
    });
    place.one.asked(FEED, URL, 110, 120, &back).await.unwrap();
    assert_eq!(ids(&place).await, ["own"]);
}

pub(crate) async fn what_cannot_be_read_any_more_is_held_as_long_as_its_source_says(
    place: Arc<Place>,
) {
    fill(&place).await;
    let held = MeetingRow {
        gone: None,
        ..row(URL, "held", 1)
    };
    let fresh = |missing: Vec<MeetingRow>| {
        Outcome::Fresh(Copy {
            missing,
            ..copy(b"b")
        })
    };
    let broken = fresh(vec![held]);
    for at in [90, 110] {
        place
            .one
            .asked(FEED, URL, at, at + 10, &broken)
            .await
            .unwrap();
        assert_eq!(ids(&place).await, ["own", "held", "old"]);
    }
    // Now it is known to be gone.
    let gone = fresh(vec![row(URL, "held", 1)]);
    place.one.asked(FEED, URL, 120, 130, &gone).await.unwrap();
    let meetings = place.two.meetings(FEED).await.unwrap();
    assert_eq!(meetings[1].gone, Some(50));
    // Or is over.
    place.one.asked(FEED, URL, 130, 140, &broken).await.unwrap();
    assert_eq!(place.one.forget_gone(51).await.unwrap(), 2);
    place.one.asked(FEED, URL, 140, 150, &broken).await.unwrap();
    assert_eq!(ids(&place).await, ["own", "held"]);
    place
        .one
        .asked(FEED, URL, 150, 160, &fresh(Vec::new()))
        .await
        .unwrap();
    assert_eq!(ids(&place).await, ["own"]);
}

pub(crate) async fn an_id_is_handed_out_for_one_meeting_alone(place: Arc<Place>) {
    fill(&place).await;
    let id = |source: &str, public: &str| PublicId {
        source: source.to_owned(),
        id: "1".to_owned(),
        public: public.to_owned(),
        gone: None,
    };
    let (first, second) = (id(URL, "1"), id(OTHER, "1"));
    let (one, two) = (std::slice::from_ref(&first), std::slice::from_ref(&second));
    let (here, there) = tokio::join!(
        place.one.keep_public_ids(FEED, one),
        place.two.keep_public_ids(FEED, two)
    );
    here.unwrap();
    there.unwrap();
    let kept = place.one.public_ids(FEED).await.unwrap();
    let own = kept.iter().find(|row| row.source.is_empty()).unwrap();
    assert_eq!(own.public, "own");
    assert_eq!(kept.len(), 2, "who was later finds it taken: {kept:?}");
    // A new public id is no matter of those that are kept, since when they are gone is.
    let winner = kept.iter().find(|row| **row != *own).unwrap();
    let gone = PublicId {
        public: "2".to_owned(),
        gone: Some(90),
        ..winner.clone()
    };
    let gone = std::slice::from_ref(&gone);
    place.one.keep_public_ids(FEED, gone).await.unwrap();
    let kept = place.two.public_ids(FEED).await.unwrap();
    let after = kept.iter().find(|row| !row.source.is_empty()).unwrap();
    assert_eq!((after.public.as_str(), after.gone), ("1", Some(90)));
    place.one.forget_gone(90).await.unwrap();
    assert_eq!(place.two.public_ids(FEED).await.unwrap().len(), 2);
    place.one.forget_gone(91).await.unwrap();
    assert_eq!(place.two.public_ids(FEED).await.unwrap().len(), 1);
    assert!(place.one.remove_feed(FEED).await.unwrap());
    assert_eq!(place.two.public_ids(FEED).await.unwrap(), []);
}

pub(crate) async fn two_organisers_do_not_overwrite_each_other(place: Arc<Place>) {
    fill(&place).await;
    let taken = place
        .one
        .keep_meeting(&row("", "own", 0), 60)
        .await
        .unwrap();
    assert!(!taken, "the id is taken");
    let change = row("", "own", 1);
    let (one, two) = tokio::join!(
        place.one.keep_meeting(&change, 60),
        place.two.keep_meeting(&change, 60)
    );
    assert_eq!(u8::from(one.unwrap()) + u8::from(two.unwrap()), 1);
    let next = MeetingRow {
        words: "every Tuesday at 7.30pm".to_owned(),
        ..row("", "own", 2)
    };
    assert!(place.one.keep_meeting(&next, 60).await.unwrap());
    let kept = place.two.meetings(FEED).await.unwrap().remove(0);
    assert_eq!((kept.version, kept.words), (3, next.words));
}

pub(crate) async fn a_link_lets_in_until_it_is_ended(place: Arc<Place>) {
    fill(&place).await;
    let link = place.two.link(&TOKEN).await.unwrap().unwrap();
    assert_eq!((link.feed.as_str(), link.label.as_str()), (FEED, "ana"));
    assert!(
        !place
            .one
            .add_link(&TokenHash([6; 32]), &link)
            .await
            .unwrap()
    );
    assert_eq!(place.two.links(FEED).await.unwrap(), [link]);
    assert_eq!(place.two.link(&TokenHash([6; 32])).await.unwrap(), None);
    assert!(place.one.remove_link(FEED, "ana").await.unwrap());
    assert!(!place.one.remove_link(FEED, "ana").await.unwrap());
    assert_eq!(place.two.link(&TOKEN).await.unwrap(), None);
}

pub(crate) async fn all_goes_with_its_feed(place: Arc<Place>) {
    fill(&place).await;
    assert!(!place.one.add_feed(FEED, "Other").await.unwrap());
    assert!(place.one.remove_feed(FEED).await.unwrap());
    assert!(!place.one.remove_feed(FEED).await.unwrap());
    assert_eq!(place.two.feeds().await.unwrap(), []);
    assert_eq!(place.two.link(&TOKEN).await.unwrap(), None);
    assert_eq!(ids(&place).await, [""; 0]);
    assert_eq!(place.two.claim(9_000, 9_100, 9).await.unwrap(), []);
    place.two.answers().await.unwrap();
}
