//! The shards of the postcode directory, asked for by URL.
#![allow(
    clippy::unwrap_used,
    reason = "tests that show whole answers as they are"
)]

mod support;

use std::{fmt::Write, fs, path::Path, sync::Arc};

use axum::http::StatusCode;
use expect_test::expect;
use sha2::{Digest, Sha256};
use support::{Double, Memory, NOON, TestHub, built};
use swansfeet_hub::{Clock, Config};

const SHARD: &str = "swansfeet-places/1 LS1 2026-08\nContains invented data © Nobody 2026\n";

fn import(folder: &Path, shards: &[(&str, &str)]) {
    let places = folder.join("data/places");
    fs::create_dir_all(&places).unwrap();
    let mut index = "swansfeet-places/1 2026-08 0badcafe\nContains invented data\n".to_owned();
    for (outcode, text) in shards {
        fs::write(places.join(format!("{outcode}.txt")), text).unwrap();
        fs::write(places.join(format!("{outcode}.txt.gz")), "gzip bytes").unwrap();
        let mut hash = String::new();
        for byte in &Sha256::digest(text)[..8] {
            write!(hash, "{byte:02x}").unwrap();
        }
        writeln!(index, "{outcode} {hash} {}", text.len()).unwrap();
    }
    fs::write(places.join("index.txt"), index).unwrap();
    fs::write(folder.join("data/secret.txt"), "not for anybody").unwrap();
    fs::write(places.join("LS9.txt"), "not in the index").unwrap();
}

async fn hub(change: impl FnOnce(&Path)) -> TestHub {
    let folder = built();
    import(folder.path(), &[("EC1A", "other"), ("LS1", SHARD)]);
    change(folder.path());
    let store = Arc::new(Double::new(Memory::Answers, Vec::new()));
    TestHub::within(folder, store, Config::default(), Clock::by(|| NOON)).await
}

#[tokio::test]
async fn a_shard_comes_to_any_page_and_stays_in_its_cache() {
    let hub = hub(|_| ()).await;
    let reply = hub.get("/places/LS1.txt", &[]).await;
    expect![[r#"
        200 OK
        access-control-allow-origin: *
        cache-control: public, max-age=86400, stale-while-revalidate=2592000, stale-if-error=2592000
        content-length: 69
        content-type: text/plain; charset=utf-8
        cross-origin-resource-policy: cross-origin
        etag: "43cf68331c5129a9"
        referrer-policy: no-referrer
        vary: accept-encoding
        x-content-type-options: nosniff
    "#]]
    .assert_eq(&reply.head());
    assert_eq!(reply.text(), SHARD);

    let zipped = [("accept-encoding", "gzip, br")];
    let packed = hub.get("/places/LS1.txt", &zipped).await;
    assert_eq!(packed.text(), "gzip bytes");
    assert_eq!(packed.header("content-encoding"), Some("gzip"));
    assert_ne!(packed.header("etag"), reply.header("etag"));
    let head = hub.ask("HEAD", "/places/LS1.txt", &[]).await;
    assert_eq!(head.head(), reply.head());
    assert!(head.body.is_empty());

    let known = [("if-none-match", reply.header("etag").unwrap())];
    let again = hub.get("/places/LS1.txt", &known).await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
    assert!(again.body.is_empty());
    assert_eq!(again.header("cache-control"), reply.header("cache-control"));

    let index = hub.get("/places/index.txt", &[]).await;
    assert!(index.text().starts_with("swansfeet-places/1 2026-08 "));
    assert!(index.text().contains("\nLS1 "), "{}", index.text());
}

#[tokio::test]
async fn only_a_first_half_that_was_imported_is_there() {
    let hub = hub(|_| ()).await;
    assert_eq!(hub.get("/places/EC1A.txt", &[]).await.text(), "other");
    for path in [
        "/places/LS2.txt",
        "/places/LS9.txt",
        "/places/ls1.txt",
        "/places/LS1",
        "/places/LS1.txt.gz",
        "/places/LS1.TXT",
        "/places/LS%201.txt",
        "/places/LS1%204DY.txt",
        "/places/LS14DY.txt",
        "/places/LSI.txt",
        "/places/LEFT-OUT.txt",
        "/places/..%2fsecret.txt",
        "/places/../secret.txt",
        "/places/%2e%2e%2fsecret.txt",
        "/places/..%5csecret.txt",
        "/places/LS1.txt%00",
        "/places/%ff.txt",
        "/places/",
        "/places",
        "/places/LS1.txt/",
        "/places/LS1/4DY.txt",
    ] {
        let reply = hub.get(path, &[]).await;
        assert!(reply.status.is_client_error(), "{path}: {}", reply.status);
        assert!(
            reply.text().starts_with("{\"error\":{\"code\":\""),
            "{path}"
        );
        assert_eq!(reply.header("cache-control"), Some("no-store"), "{path}");
    }
    let posted = hub.post("/places/LS1.txt", "{}").await;
    assert_eq!(posted.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn without_a_good_import_the_hub_runs_and_has_no_places() {
    type Change = fn(&Path);
    let rows: [Change; 5] = [
        |folder| fs::remove_dir_all(folder.join("data/places")).unwrap(),
        |folder| fs::write(folder.join("data/places/LS1.txt"), "changed").unwrap(),
        |folder| fs::remove_file(folder.join("data/places/LS1.txt")).unwrap(),
        |folder| fs::write(folder.join("data/places/index.txt"), "no index").unwrap(),
        |folder| {
            let index = "swansfeet-places/1 2026-08 0\n\n../secret 0 0\n";
            fs::write(folder.join("data/places/index.txt"), index).unwrap();
        },
    ];
    for change in rows {
        let hub = hub(change).await;
        for path in ["/places/LS1.txt", "/places/index.txt"] {
            assert_eq!(hub.get(path, &[]).await.status, StatusCode::NOT_FOUND);
        }
        assert_eq!(hub.get("/health", &[]).await.status, StatusCode::OK);
    }
}
