//! A hub over a small built folder, asked by URL. The only place that knows how it is made.
#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "tests, each of which uses its own part of this"
)]

pub(crate) mod signer;
pub(crate) mod sink;

use std::{
    fs,
    path::Path,
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, StatusCode},
};
use base64::{Engine, prelude::BASE64_STANDARD};
use chrono::NaiveDate;
use http_body_util::BodyExt;
use serde_json::json;
use sha2::{Digest, Sha384};
use swansfeet_demands::{duplicate::Mark, text::Moment};
use swansfeet_hub::{
    Clock, Config, Hub,
    store::{
        Answer, Asked, Store, StoreError,
        model::{
            CampaignRow, Confirmed, Dimension, EpochRow, Id, Linked, LogRow, NewSignature,
            OrganiserRow, Pattern, SealedRow, Stage, Taken, TokenHash, Totals, Whose, WrappedRow,
        },
    },
};
use tempfile::TempDir;
use tower::ServiceExt;

/// Long enough to be told to stop in the middle of it.
const SLOWLY: Duration = Duration::from_millis(300);

/// 2 March 2026, noon.
pub(crate) const NOON: Moment = Moment(1_772_452_800);

/// What a database does.
#[derive(Clone, Copy)]
pub(crate) enum Memory {
    Answers,
    AnswersSlowly,
    Refuses,
    Hangs,
    Panics,
}

/// A database that does what the test says, has the campaigns that it was given, and keeps what it
/// is handed so that a test can look at it. It judges nothing.
pub(crate) struct Double {
    pub(crate) memory: Memory,
    pub(crate) campaigns: Vec<CampaignRow>,
    /// What becomes of each signature.
    pub(crate) outcome: Taken,
    pub(crate) taken: Mutex<Vec<NewSignature>>,
    pub(crate) batches: Mutex<Vec<usize>>,
    pub(crate) done: Mutex<Vec<Id>>,
}

impl Double {
    pub(crate) fn new(memory: Memory, campaigns: Vec<CampaignRow>) -> Self {
        Self {
            memory,
            campaigns,
            outcome: Taken::Kept,
            taken: Mutex::default(),
            batches: Mutex::default(),
            done: Mutex::default(),
        }
    }

    async fn mood(&self) -> Result<(), StoreError> {
        match self.memory {
            Memory::Answers => Ok(()),
            Memory::AnswersSlowly => {
                tokio::time::sleep(SLOWLY).await;
                Ok(())
            }
            Memory::Refuses => Err(StoreError::Database(sqlx::Error::PoolClosed)),
            Memory::Hangs => std::future::pending().await,
            Memory::Panics => panic!("as the test wants"),
        }
    }
}

/// An answer that a double gives at once.
fn now<'a, T: Send + 'a>(value: T) -> Asked<'a, T> {
    Box::pin(async move { Ok(value) })
}

impl Store for Double {
    fn answers(&self) -> Asked<'_, ()> {
        Box::pin(self.mood())
    }
    fn close(&self) -> Answer<'_, ()> {
        Box::pin(async {})
    }
    fn campaigns(&self) -> Asked<'_, Vec<CampaignRow>> {
        now(self.campaigns.clone())
    }
    fn campaigns_version(&self) -> Asked<'_, (i64, i64)> {
        now((1, 1))
    }
    fn add_campaign<'a>(
        &'a self,
        _: &'a CampaignRow,
        _: &'a [OrganiserRow],
        _: &'a [WrappedRow],
    ) -> Asked<'a, bool> {
        now(false)
    }
    fn replace_file<'a>(&'a self, _: &'a str, _: &'a str) -> Asked<'a, bool> {
        now(false)
    }
    fn set_stage<'a>(&'a self, _: &'a str, _: Stage) -> Asked<'a, bool> {
        now(false)
    }
    fn set_proven<'a>(&'a self, _: &'a str, _: u32) -> Asked<'a, bool> {
        now(false)
    }
    fn organisers<'a>(&'a self, _: &'a str) -> Asked<'a, Vec<OrganiserRow>> {
        now(Vec::new())
    }
    fn change_keys<'a>(
        &'a self,
        _: &'a str,
        _: &'a [OrganiserRow],
        _: &'a [String],
        _: Option<&'a EpochRow>,
        _: &'a [WrappedRow],
    ) -> Asked<'a, ()> {
        now(())
    }
    fn wrapped<'a>(&'a self, _: &'a str) -> Asked<'a, Vec<WrappedRow>> {
        now(Vec::new())
    }
    fn take<'a>(&'a self, batch: &'a [NewSignature]) -> Asked<'a, Vec<Taken>> {
        Box::pin(async {
            self.mood().await?;
            self.batches.lock().unwrap().push(batch.len());
            self.taken.lock().unwrap().extend_from_slice(batch);
            Ok(vec![self.outcome; batch.len()])
        })
    }
    fn linked<'a>(&'a self, _: &'a TokenHash) -> Asked<'a, Option<Linked>> {
        Box::pin(async {
            self.mood().await?;
            Ok(None)
        })
    }
    fn confirm<'a>(&'a self, _: &'a TokenHash) -> Asked<'a, Confirmed> {
        now(Confirmed::NoSuchLink)
    }
    fn withdraw<'a>(&'a self, _: &'a TokenHash) -> Asked<'a, u64> {
        now(0)
    }
    fn by_address<'a>(&'a self, _: &'a str, _: &'a Mark, _: bool) -> Asked<'a, u64> {
        now(0)
    }
    fn forget_pending(&self, _: NaiveDate) -> Asked<'_, u64> {
        now(0)
    }
    fn mail_done<'a>(&'a self, outbox: &'a [Id]) -> Asked<'a, ()> {
        self.done.lock().unwrap().extend_from_slice(outbox);
        now(())
    }
    fn mail_lost<'a>(&'a self, _: &'a [Id], _: NaiveDate) -> Asked<'a, u64> {
        now(0)
    }
    fn mail_owed(&self) -> Asked<'_, u64> {
        now(0)
    }
    fn totals<'a>(&'a self, _: &'a str) -> Asked<'a, Totals> {
        now(Totals::default())
    }
    fn table<'a>(&'a self, _: &'a str, _: Dimension) -> Asked<'a, Vec<(String, u64)>> {
        now(Vec::new())
    }
    fn hidden<'a>(&'a self, _: &'a str, _: Dimension) -> Asked<'a, Vec<String>> {
        now(Vec::new())
    }
    fn set_hidden<'a>(&'a self, _: &'a str, _: Dimension, _: &'a [String]) -> Asked<'a, ()> {
        now(())
    }
    fn add_codes<'a>(&'a self, _: &'a str, _: &'a [Mark]) -> Asked<'a, u64> {
        now(0)
    }
    fn codes<'a>(&'a self, _: &'a str) -> Asked<'a, (u64, u64)> {
        now((0, 0))
    }
    fn records<'a>(
        &'a self,
        _: &'a str,
        _: Whose<'a>,
        _: Option<Id>,
        _: u32,
    ) -> Asked<'a, Vec<SealedRow>> {
        now(Vec::new())
    }
    fn quarantine<'a>(&'a self, _: &'a str, _: &'a Pattern) -> Asked<'a, (i64, u64)> {
        now((0, 0))
    }
    fn undo_quarantine<'a>(&'a self, _: &'a str, _: i64) -> Asked<'a, u64> {
        now(0)
    }
    fn release_held<'a>(&'a self, _: &'a str) -> Asked<'a, u64> {
        now(0)
    }
    fn log<'a>(&'a self, _: &'a LogRow) -> Asked<'a, ()> {
        now(())
    }
    fn log_of<'a>(&'a self, _: &'a str) -> Asked<'a, Vec<LogRow>> {
        now(Vec::new())
    }
}

/// A hub and the folder that it reads.
pub(crate) struct TestHub {
    pub(crate) folder: TempDir,
    pub(crate) router: Router,
    pub(crate) hub: Option<Hub>,
}

/// What came back, as a test looks at it.
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl TestHub {
    pub(crate) async fn new() -> Self {
        Self::over(Memory::Answers).await
    }

    pub(crate) async fn over(memory: Memory) -> Self {
        let config = Config {
            time_limit: Duration::from_millis(50),
            ..Config::default()
        };
        let store = Arc::new(Double::new(memory, Vec::new()));
        Self::with(store, config, Clock::by(|| NOON)).await
    }

    /// A hub over any store; its data folder is the test's own.
    pub(crate) async fn with(store: Arc<dyn Store>, config: Config, clock: Clock) -> Self {
        let folder = built();
        Self::within(folder, store, config, clock).await
    }

    pub(crate) async fn within(
        folder: TempDir,
        store: Arc<dyn Store>,
        config: Config,
        clock: Clock,
    ) -> Self {
        let config = Config {
            assets: folder.path().to_owned(),
            data: folder.path().join("data"),
            ..config
        };
        let hub = Hub::with_store(&config, store, clock).await.unwrap();
        Self {
            folder,
            router: hub.router(),
            hub: Some(hub),
        }
    }

    pub(crate) async fn get(&self, path: &str, headers: &[(&str, &str)]) -> Reply {
        self.ask("GET", path, headers).await
    }

    pub(crate) async fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Reply {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// Posts JSON.
    pub(crate) async fn post(&self, path: &str, body: impl Into<Body>) -> Reply {
        let request = Request::builder().method("POST").uri(path);
        let request = request.header("content-type", "application/json");
        self.send(request.body(body.into()).unwrap()).await
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> Reply {
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

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }
}

pub(crate) async fn open(folder: &Path, memory: Memory) -> Result<Hub, swansfeet_hub::Error> {
    open_with(folder, memory, Config::default()).await
}

pub(crate) async fn open_with(
    folder: &Path,
    memory: Memory,
    config: Config,
) -> Result<Hub, swansfeet_hub::Error> {
    let config = Config {
        assets: folder.to_owned(),
        ..config
    };
    let store = Double::new(memory, Vec::new());
    Hub::with_store(&config, Arc::new(store), Clock::by(|| NOON)).await
}

/// A folder with what the build leaves behind.
pub(crate) fn built() -> TempDir {
    let folder = TempDir::new().unwrap();
    build_into(folder.path());
    folder
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
