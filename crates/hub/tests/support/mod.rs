//! A hub over a small built folder, asked by URL. The only place that knows how it is made.
#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "tests, each of which uses its own part of this"
)]

use std::{fs, path::Path, sync::Arc, time::Duration};

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, StatusCode},
};
use base64::{Engine, prelude::BASE64_STANDARD};
use http_body_util::BodyExt;
use serde_json::json;
use sha2::{Digest, Sha384};
use swansfeet_hub::{
    Config, Hub,
    store::{
        Answer, Asked, Backend, Session, StoreError,
        model::{NewSignature, Taken},
    },
};
use tempfile::TempDir;
use tower::ServiceExt;

/// Long enough to be told to stop in the middle of it.
const SLOWLY: Duration = Duration::from_millis(300);

/// A database that does what the test says.
#[derive(Clone, Copy)]
pub(crate) enum Memory {
    Answers,
    AnswersSlowly,
    Refuses,
    Hangs,
    Panics,
}

impl Backend for Memory {
    fn answers(&self) -> Answer<'_, Result<(), StoreError>> {
        Box::pin(async {
            match self {
                Self::Answers => Ok(()),
                Self::AnswersSlowly => {
                    tokio::time::sleep(SLOWLY).await;
                    Ok(())
                }
                Self::Refuses => Err(StoreError::Database(sqlx::Error::PoolClosed)),
                Self::Hangs => std::future::pending().await,
                Self::Panics => panic!("as the test wants"),
            }
        })
    }

    fn close(&self) -> Answer<'_, ()> {
        Box::pin(async {})
    }

    fn read(&self) -> Asked<'_, Session> {
        Box::pin(async { Err(StoreError::Database(sqlx::Error::PoolClosed)) })
    }

    fn snapshot(&self) -> Asked<'_, Session> {
        self.read()
    }

    fn write(&self) -> Asked<'_, Session> {
        self.read()
    }

    fn take<'a>(&'a self, _: &'a [NewSignature]) -> Asked<'a, Vec<Taken>> {
        Box::pin(async { Err(StoreError::Database(sqlx::Error::PoolClosed)) })
    }

    fn shared(&self) -> bool {
        false
    }
}

/// A hub and the folder that it reads.
pub(crate) struct TestHub {
    pub(crate) folder: TempDir,
    pub(crate) router: Router,
}

/// What came back, as a test looks at it.
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl TestHub {
    pub(crate) fn new() -> Self {
        Self::over(Memory::Answers)
    }

    pub(crate) fn over(store: Memory) -> Self {
        let folder = TempDir::new().unwrap();
        build_into(folder.path());
        let router = open(folder.path(), store).unwrap().router();
        Self { folder, router }
    }

    pub(crate) async fn get(&self, path: &str, headers: &[(&str, &str)]) -> Reply {
        self.ask("GET", path, headers).await
    }

    pub(crate) async fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Reply {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::empty()).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (head, body) = response.into_parts();
        Reply {
            status: head.status,
            headers: head.headers,
            body: body.collect().await.unwrap().to_bytes().to_vec(),
        }
    }
}

impl Reply {
    /// Status and headers as lines, in order of name.
    pub(crate) fn head(&self) -> String {
        let mut lines: Vec<String> = self
            .headers
            .iter()
            .map(|(name, value)| format!("{name}: {}\n", value.to_str().unwrap()))
            .collect();
        lines.sort();
        format!("{}\n{}", self.status, lines.concat())
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }
}

pub(crate) fn open(folder: &Path, store: Memory) -> Result<Hub, swansfeet_hub::Error> {
    let impatient = Config {
        time_limit: Duration::from_millis(50),
        ..Config::default()
    };
    open_with(folder, store, impatient)
}

pub(crate) fn open_with(
    folder: &Path,
    store: Memory,
    config: Config,
) -> Result<Hub, swansfeet_hub::Error> {
    let config = Config {
        assets: folder.to_owned(),
        ..config
    };
    Hub::with_store(&config, Arc::new(store))
}

/// What the build leaves behind, in small.
fn build_into(folder: &Path) {
    let script = "globalThis.pay = 'café';";
    let files = [
        ("v1/pay.js", script, "text/javascript; charset=utf-8", false),
        (
            "v1/pay.0badcafe.js",
            script,
            "text/javascript; charset=utf-8",
            true,
        ),
        (
            "v1/swansfeet.js",
            "'loader'",
            "text/javascript; charset=utf-8",
            false,
        ),
    ];
    fs::create_dir(folder.join("gallery")).unwrap();
    let mut listed = Vec::new();
    for (path, content, kind, immutable) in files {
        let place = folder.join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(&place, content).unwrap();
        listed.push(json!({
            "name": path, "path": path, "hash": format!("{:08x}", content.len()), "type": kind,
            "integrity": format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(content))),
            "raw": content.len(), "immutable": immutable,
        }));
        if path.starts_with("v1/pay") {
            // The hub passes these on unread, so any bytes will do.
            fs::write(folder.join(format!("{path}.br")), "brotli bytes").unwrap();
            fs::write(folder.join(format!("{path}.gz")), "gzip bytes").unwrap();
        }
    }
    fs::write(folder.join("gallery/index.html"), "<!doctype html>").unwrap();
    let pay = json!({ "options": { "demand-rate": "decimal" } });
    let manifest = json!({ "files": listed, "widgets": { "pay": pay } });
    fs::write(folder.join("manifest.json"), manifest.to_string()).unwrap();
}
