//! Hubs that run on while a campaign ends: each forgets it, and old links lead nowhere, calmly.
#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use std::sync::Arc;

use axum::http::StatusCode;
use support::{
    NOON, TestHub, built,
    place::mailing,
    postgres::Cluster,
    signer::Drive,
    sink::{Manner, Sink},
};
use swansfeet_hub::{
    Clock,
    organise::{Desk, HUB},
    store::{AnyStore, Database, Store, model::Stage, open},
};

const CAMPAIGN: &str = "/api/demands/fifteen";

/// Two hubs of one database: with SQLite the other is the same process's second opening of the file.
async fn hubs(database: &Database, drive: &Drive, sink: &Sink) -> ([TestHub; 2], Arc<AnyStore>) {
    let folder = built();
    let data = folder.path().join("data");
    let store = Arc::new(open(database, &data).await.unwrap());
    let row = drive.row(Stage::Open);
    assert!(store.add_campaign(&row, &[], &[]).await.unwrap());
    let other = Arc::new(open(database, &data).await.unwrap());
    let clock = || Clock::by(|| NOON);
    drive.secret(&data);
    let one = TestHub::within(folder, store.clone(), mailing(&sink.url()), clock()).await;
    let folder = built();
    drive.secret(&folder.path().join("data"));
    let two = TestHub::within(folder, other, mailing(&sink.url()), clock()).await;
    ([one, two], store)
}

async fn whole_end(database: Database) {
    let (drive, sink) = (Drive::new(), Sink::start(Manner::Takes).await);
    let (hubs, store) = hubs(&database, &drive, &sink).await;
    let form = drive.form("Ana Pereira", "ana@example.org").to_string();
    let path = format!("{CAMPAIGN}/signatures");
    let taken = hubs[0].post(&path, form.clone()).await;
    assert_eq!(taken.status, StatusCode::ACCEPTED, "{}", taken.text());
    let link = format!("/s/{}", sink.wait_for(1).await.remove(0).token());
    for hub in &hubs {
        assert_eq!(hub.get(CAMPAIGN, &[]).await.status, StatusCode::OK);
        assert_eq!(hub.get(&link, &[]).await.status, StatusCode::OK);
    }

    let desk = Desk::new(&*store, &drive.campaign.slug, HUB, NOON);
    desk.close().await.unwrap();
    let secrets = hubs[0].folder.path().join("data/secrets");
    assert!(desk.end(&secrets).await.unwrap().cleared);

    for hub in &hubs {
        hub.hub.as_ref().unwrap().refresh().await.unwrap();
        for path in ["", "/count", "/breakdown"] {
            let path = &format!("{CAMPAIGN}{path}");
            let gone = hub.get(path, &[]).await;
            let never = hub.get(&path.replace("fifteen", "never"), &[]).await;
            assert_eq!(gone.status, StatusCode::NOT_FOUND, "{path}");
            assert_eq!(gone.text(), never.text(), "{path}");
        }
        let refused = hub.post(&path, form.clone()).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND, "{}", refused.text());
        for (method, path) in [
            ("GET", link.clone()),
            ("POST", format!("{link}/confirm")),
            ("POST", format!("{link}/withdraw")),
        ] {
            let page = hub.ask(method, &path, &[]).await;
            let text = page.text();
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}: {text}");
            assert!(text.contains("<h1") && !text.contains("Error"), "{text}");
        }
    }
}

#[tokio::test]
async fn running_hubs_forget_a_campaign_that_ended() {
    whole_end(Database::Sqlite).await;
    match Cluster::start() {
        Some(cluster) => whole_end(Database::Postgres(cluster.database().await)).await,
        None => println!("no PostgreSQL here (apt-get install postgresql): skipped"),
    }
}
