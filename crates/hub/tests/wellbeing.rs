//! The check-in by URL, through whole weeks: taken, carried, counted once with a second holder,
//! published, destroyed; and what is refused.
#![allow(
    clippy::too_many_lines,
    clippy::unwrap_used,
    reason = "tests; whole ways"
)]

mod support;

use std::{fs, rc::Rc};

use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::json;
use support::checking::{Checking, Trouble, body, random};
use swansfeet_wellbeing::check_in::{CheckIn, seal};
use swansfeet_wellbeing::identity::{HolderKey, Identity};
use swansfeet_wellbeing::picture::Picture;
use swansfeet_wellbeing::second::Step;
use swansfeet_wellbeing::talk::{Order, Signed};
use swansfeet_wellbeing::{Place, Week};

const ANSWERS: [[usize; 4]; 3] = [[0, 1, 2, 3], [0, 2, 2, 4], [3, 1, 2, 0]];

/// Names of files in the folder of check-ins.
fn files(checking: &Checking) -> Vec<String> {
    let folder = checking.hub.folder.path().join("data/wellbeing");
    let names = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = names
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[tokio::test]
async fn a_week_is_counted_once_and_what_is_too_small_is_carried() {
    let mut checking = Checking::new().await;
    assert!(checking.document().await.get("card").is_none());
    let steps = checking.second_in_peace().await;
    let weeks = ["2026-W10", "2026-W11", "2026-W12"].map(|week| Week::read(week).unwrap());
    assert_eq!(steps, weeks.map(Step::Signed));
    let document = checking.document().await;
    assert_eq!(document["week"]["id"], "2026-W10");
    assert_eq!(document["destroyed"], "2026-04-12");
    checking.people(Place::Wales, 24, &ANSWERS).await;
    checking.people(Place::London, 12, &ANSWERS).await;
    assert!(
        !checking
            .second_in_peace()
            .await
            .iter()
            .any(|step| matches!(step, Step::Published(..))),
        "the week has not ended"
    );
    checking.later(7).await;
    let steps = checking.second_in_peace().await;
    assert!(
        steps.contains(&Step::Published(Place::Wales, weeks[0], 1)),
        "{steps:?}"
    );
    assert!(steps.contains(&Step::Destroyed(Place::Wales, weeks[0])));
    let document = checking.document().await;
    let picture = &document["pictures"][0];
    assert_eq!(document["pictures"].as_array().unwrap().len(), 1);
    assert_eq!(
        (
            &picture["place"],
            &picture["week"],
            &picture["people"],
            &picture["rounding"]
        ),
        (&json!("wales"), &json!("2026-W10"), &json!(20), &json!(5))
    );
    // 16 of 24 were low, 8 very high: 67 and 33 per cent, in steps of five.
    let percent: Vec<_> = picture["questions"][0]["cells"]
        .as_array()
        .unwrap()
        .iter()
        .map(|cell| cell["percent"].as_u64().unwrap())
        .collect();
    assert_eq!(percent, [65, 5, 5, 35, 5]);
    // Wales is destroyed, London waits.
    assert_eq!(files(&checking), ["fifteen-2026-W10.slots"]);
    checking.people(Place::London, 10, &ANSWERS).await;
    checking.later(7).await;
    let steps = checking.second_in_peace().await;
    assert!(
        steps.contains(&Step::Published(Place::London, weeks[1], 2)),
        "{steps:?}"
    );
    checking.later(7).await;
    let steps = checking.second_in_peace().await;
    assert!(
        !steps.iter().any(|step| matches!(step, Step::Published(..))),
        "{steps:?}"
    );
    let rows = checking.store.pictures("fifteen").await.unwrap();
    assert_eq!(rows.len(), 2);
    let first = document["holders"][0]["key"].as_str().unwrap();
    let first = HolderKey::read(first).unwrap();
    for row in rows {
        let picture = Picture::read(&row.picture).unwrap();
        assert!(picture.is_signed(&first, &row.signature));
    }
}

/// What the second holder does; where it breaks off, the hub loses its memory too, and it is done
/// again.
async fn through(mut checking: Checking, trouble: &Rc<Trouble>) -> Checking {
    if checking.second(trouble).await.is_err() {
        checking = checking.restart().await;
        checking.second_in_peace().await;
    }
    checking
}

/// Breaks a whole week at each of its steps in turn.
async fn broken_at_each_step(after: bool) {
    for step in 1.. {
        let trouble = Trouble::at(step, after);
        let mut checking = through(Checking::new().await, &trouble).await;
        checking.people(Place::Wales, 20, &ANSWERS).await;
        checking.later(7).await;
        checking = through(checking, &trouble).await;
        // Once more: what is left to do after a crash is done then.
        checking.second_in_peace().await;
        let rows = checking.store.pictures("fifteen").await.unwrap();
        assert_eq!(rows.len(), 1, "step {step}");
        let picture = Picture::read(&rows[0].picture).unwrap();
        assert_eq!(
            (picture.people, picture.week.id().as_str()),
            (20, "2026-W10")
        );
        checking = checking.restart().await;
        checking.later(7).await;
        let done = checking.second_in_peace().await;
        assert!(
            !done.iter().any(|step| matches!(step, Step::Published(..))),
            "{done:?}"
        );
        if !trouble.struck() {
            // Three cards, a page, answers, the ledger, a release, and keys that are destroyed.
            assert!(step > 15, "{step}");
            return;
        }
    }
}

#[tokio::test]
async fn a_crash_before_any_step_neither_loses_a_week_nor_publishes_twice() {
    broken_at_each_step(false).await;
}

#[tokio::test]
async fn a_crash_after_any_step_neither_loses_a_week_nor_publishes_twice() {
    broken_at_each_step(true).await;
}

#[tokio::test]
async fn what_nobody_may_count_any_more_is_destroyed_unread() {
    let mut checking = Checking::new().await;
    checking.second_in_peace().await;
    checking.people(Place::Wales, 5, &ANSWERS).await;
    for _ in 0..5 {
        checking.later(7).await;
        checking.second_in_peace().await;
        assert_eq!(files(&checking)[0], "fifteen-2026-W10.slots");
    }
    checking.later(7).await;
    let checking = checking.restart().await;
    // The first round of a hub that was started tidies.
    for _ in 0..100 {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        if files(&checking).is_empty() {
            break;
        }
    }
    assert_eq!(files(&checking), [""; 0]);
    let keys = fs::read_dir(checking.hub.folder.path().join("data/secrets/wellbeing")).unwrap();
    assert!(keys.into_iter().all(|key| {
        !key.unwrap()
            .file_name()
            .to_str()
            .unwrap()
            .contains("2026-W10")
    }));
}

#[tokio::test]
async fn what_is_no_check_in_of_this_week_is_refused_and_what_came_before_is_not_taken_twice() {
    let mut checking = Checking::new().await;
    let path = "/api/wellbeing/fifteen/check-ins";
    checking.second_in_peace().await;
    let card = checking.card().await;
    let good = seal(&card, Place::Wales, &ANSWERS[0], &mut random()).unwrap();
    let code = async |body: String| {
        let reply = checking.hub.post(path, body).await;
        let code = reply.json()["error"]["code"].as_str().unwrap().to_owned();
        format!("{} {code}", reply.status.as_u16())
    };
    let mut cut = good.clone();
    cut.truncate(3_000);
    let mut trailing = good.clone();
    *trailing.last_mut().unwrap() = 1;
    let mut nowhere = good.clone();
    nowhere[33] = 2;
    let mut other = good.clone();
    other[5] ^= 1;
    for (sent, wanted) in [
        (String::new(), "422 bad-check-in"),
        ("{}".to_owned(), "422 bad-check-in"),
        (
            json!({ "wellbeing": "not base64!" }).to_string(),
            "422 bad-check-in",
        ),
        (
            json!({ "wellbeing": "AAAA", "name": "Ana" }).to_string(),
            "422 bad-check-in",
        ),
        (body(&cut), "422 bad-check-in"),
        (body(&trailing), "422 bad-check-in"),
        (body(&nowhere), "422 bad-check-in"),
        (body(&other), "409 week-over"),
        (format!("{} ", body(&good)), "413 too-large"),
    ] {
        assert_eq!(
            code(sent.clone()).await,
            wanted,
            "{}",
            &sent[..sent.len().min(60)]
        );
    }
    let untyped = axum::http::Request::post(path)
        .body(body(&good).into())
        .unwrap();
    assert_eq!(checking.hub.send(untyped).await.status, 415);
    assert_eq!(
        checking
            .hub
            .post("/api/wellbeing/other/check-ins", body(&good))
            .await
            .status,
        404
    );
    for _ in 0..2 {
        let reply = checking.send(&good).await;
        assert_eq!(reply.status, 204);
        assert_eq!(reply.header("access-control-allow-origin"), Some("*"));
    }
    checking.people(Place::Wales, 19, &ANSWERS).await;
    checking.later(7).await;
    assert_eq!(checking.send(&good).await.status, 409);
    checking.second_in_peace().await;
    let rows = checking.store.pictures("fifteen").await.unwrap();
    assert_eq!(Picture::read(&rows[0].picture).unwrap().people, 20);
}

#[tokio::test]
async fn check_ins_that_were_tampered_with_are_refused_unread_and_the_total_is_right() {
    let mut checking = Checking::new().await;
    checking.second_in_peace().await;
    checking.people(Place::Wales, 20, &ANSWERS).await;
    let card = checking.card().await;
    for turn in 0..150 {
        let mut bytes = seal(&card, Place::Wales, &ANSWERS[0], &mut random()).unwrap();
        // Nonce, what both may see, either half: anything but what the hub itself looks at.
        let at = 34 + turn * 11 % 1_770;
        bytes[at] ^= 1 << (turn % 8);
        assert!(
            CheckIn::read(&bytes, &card).is_ok(),
            "byte {at} is looked at without a key"
        );
        assert_eq!(checking.send(&bytes).await.status, 204);
    }
    checking.later(7).await;
    let steps = checking.second_in_peace().await;
    assert!(
        steps.contains(&Step::Refused(Place::Wales, 150)),
        "{steps:?}"
    );
    let rows = checking.store.pictures("fifteen").await.unwrap();
    let picture = Picture::read(&rows[0].picture).unwrap();
    assert_eq!(picture.people, 20);
    let metrics = checking.hub.get("/metrics", &[]).await.text();
    assert!(
        metrics.contains("swansfeet_check_ins_refused_total 150"),
        "{metrics}"
    );
}

#[tokio::test]
async fn only_the_second_holder_gives_orders_and_only_by_the_right_clock() {
    let mut checking = Checking::new().await;
    checking.second_in_peace().await;
    let other = Identity::generate(&mut random());
    let now = u64::try_from(checking.now()).unwrap();
    let order = |campaign: &str, at, by: &Identity| {
        let order = Signed {
            campaign: campaign.to_owned(),
            at,
            order: Order::Work { given: Vec::new() },
        };
        json!({ "order": BASE64_STANDARD.encode(order.to_bytes(by)) }).to_string()
    };
    let own = &checking.identity;
    for (sent, wanted) in [
        (order("fifteen", now, own), "200"),
        (order("fifteen", now - 299, own), "200"),
        (order("fifteen", now - 301, own), "403 clocks-differ"),
        (order("fifteen", now + 301, own), "403 clocks-differ"),
        (order("fifteen", now, &other), "403 not-the-second-holder"),
        (order("other", now, own), "403 not-the-second-holder"),
        (json!({ "order": "AAAA" }).to_string(), "400 bad-order"),
        ("{}".to_owned(), "400 bad-order"),
    ] {
        let reply = checking
            .hub
            .post("/api/wellbeing/fifteen/second", sent)
            .await;
        let code = reply.json()["error"]["code"]
            .as_str()
            .unwrap_or_default()
            .to_owned();
        assert_eq!(format!("{} {code}", reply.status.as_u16()).trim(), wanted);
    }
}
