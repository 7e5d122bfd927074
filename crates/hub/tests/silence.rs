//! What the hub writes down while meetings are fetched, kept and asked for, at every level and from
//! every thread.
#![allow(
    clippy::too_many_lines,
    clippy::unwrap_used,
    reason = "tests; a whole way"
)]

mod support;

use support::{
    gathering::{Gathering, HIDDEN, form},
    log::Written,
};

#[tokio::test]
async fn the_log_holds_no_token_no_link_and_no_address() {
    let written = Written::default();
    let log = written.log(tracing::Level::TRACE);
    // For every thread: the database has one of its own.
    tracing::subscriber::set_global_default(log).unwrap();
    let gathering = Gathering::filled().await;
    let home = gathering.organiser().await;
    let token = home.rsplit('/').next().unwrap().to_owned();
    let rule = "every Tuesday at 7.30pm";
    gathering
        .send_seen(
            &format!("{home}/new?done=saved"),
            &form("Secret title", rule, "save"),
        )
        .await;
    let feed = gathering.feed().await;
    let meetings = feed["meetings"].as_array().unwrap();
    let id = meetings
        .iter()
        .find(|meeting| meeting["title"] == "Secret title")
        .unwrap();
    let id = id["id"].as_str().unwrap().to_owned();
    for path in [
        home.clone(),
        format!("{home}/edit/{id}"),
        format!("/api/meetings/fifteen/{id}/joining"),
        format!("/m/fifteen/{id}?q=secret"),
        "/feeds/fifteen.ics?q=secret".to_owned(),
    ] {
        assert_eq!(
            gathering
                .hub
                .get(&path, &[("x-forwarded-for", "203.0.113.7")])
                .await
                .status,
            200,
            "{path}"
        );
    }
    gathering.send("/m/fifteen/quiet%20room/joining", &[]).await;
    gathering.server.now(support::feed::Manner::Says(500));
    // By the hub itself, which tells the log.
    gathering.move_clock(3_600);
    let told = async {
        loop {
            let log = written.text();
            if log.contains("the last good copy stays") {
                return log;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    };
    let log = tokio::time::timeout(std::time::Duration::from_secs(10), told)
        .await
        .unwrap();
    for word in [
        token.as_str(),
        id.as_str(),
        "secret",
        "Secret",
        "203.0.113.7",
        "127.0.0.1",
    ]
    .iter()
    .chain(&HIDDEN)
    {
        assert!(!log.contains(word), "{word} in: {log}");
    }
    for word in [
        "/organise/{feed}/{token}/edit/{id}",
        "/api/meetings/{feed}/{id}/joining",
        "DEBUG",
    ] {
        assert!(log.contains(word), "no {word} in: {log}");
    }
}
