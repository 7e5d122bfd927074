//! That the answer cannot tell who has signed: the same path for both. Times are compared by
//! `cargo xtask bench --only load`.
#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use std::sync::Arc;

use support::{
    Double, Memory, NOON, TestHub, built,
    signer::Drive,
    sink::{Manner, Sink},
};
use swansfeet_hub::{
    Clock, Config, MailConfig,
    store::model::{Proof, Stage},
};

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
            Proof::Mail(marks) => *marks,
            Proof::Code(_) => panic!("signed by mail"),
        })
        .collect();
    assert!(marks[0] == marks[1] && marks[1].address != marks[2].address);
    assert!(taken[0].id != taken[1].id && taken[0].token != taken[1].token);
}
