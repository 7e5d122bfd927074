//! That the answer cannot tell who has signed: the same path for both, and the judge of the bench,
//! which compares 2,000 tries of each (`cargo bench -p swansfeet-hub --bench signing`).
#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use std::sync::Arc;

use support::{
    Double, Memory, NOON, TestHub, built,
    signer::Drive,
    sink::{Manner, Sink},
    stats::mann_whitney,
};
use swansfeet_hub::{
    Clock, Config, MailConfig,
    store::model::{Proof, Stage},
};

#[test]
fn the_judge_tells_times_that_differ_from_times_that_do_not() {
    let times = |shift: u64| -> Vec<u64> {
        (0..2_000_u64)
            .map(|at| 1_000 + (at * 7_919) % 400 + shift)
            .collect()
    };
    assert!(mann_whitney(&times(0), &times(0)) > 0.9);
    assert!(mann_whitney(&times(0), &times(3)) > 0.01);
    assert!(mann_whitney(&times(0), &times(30)) < 0.000_001);
    assert!((mann_whitney(&[5; 30], &[5; 30]) - 1.0).abs() < 1e-9);
    // Known: U = 131 of 20 and 20, z = 1.87, p = 0.06.
    let a: Vec<u64> = (0..20).map(|at| at * 2).collect();
    let b: Vec<u64> = (0..20).map(|at| at * 2 + 7).collect();
    let p = mann_whitney(&a, &b);
    assert!((0.03..0.1).contains(&p), "{p}");
}

/// What the store is asked at intake does not depend on what it holds: it is handed a new row, and
/// that is all.
#[tokio::test]
async fn signing_again_takes_the_same_path() {
    let sink = Sink::start(Manner::Takes).await;
    let drive = Drive::new();
    let folder = built();
    drive.secret(&folder.path().join("data"));
    let store = Arc::new(Double::new(Memory::Answers, vec![drive.row(Stage::Open)]));
    let config = Config {
        public_url: Some("https://hub.example".to_owned()),
        mail: MailConfig {
            smtp: Some(sink.url().into()),
            from: Some("hello@hub.example".to_owned()),
            ..MailConfig::default()
        },
        ..Config::default()
    };
    let hub = TestHub::within(folder, store.clone(), config, Clock::by(|| NOON)).await;
    let mut answers = Vec::new();
    for email in ["ana@example.org", "ana@example.org", "bo@example.org"] {
        let form = drive.form("Ana", email);
        let reply = hub
            .post("/api/demands/fifteen/signatures", form.to_string())
            .await;
        answers.push(format!("{}{}", reply.head(), reply.text()));
    }
    assert!(
        answers.iter().all(|answer| *answer == answers[0]),
        "{answers:?}"
    );
    let asked = store.asked.lock().unwrap().clone();
    assert_eq!(asked, ["take", "take", "take"], "and nothing is looked up");
    let taken = store.taken.lock().unwrap();
    let marks: Vec<_> = taken
        .iter()
        .map(|signature| match &signature.proof {
            Proof::Mail { marks, .. } => *marks,
            Proof::Code(_) => panic!("signed by mail"),
        })
        .collect();
    assert!(marks[0] == marks[1] && marks[1].address != marks[2].address);
    assert!(taken[0].id != taken[1].id && taken[0].token != taken[1].token);
}
