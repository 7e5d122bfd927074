//! A hub over a small built folder, asked by URL. The only place that knows how it is made.
#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "tests, each of which uses its own part of this"
)]

pub(crate) mod checking;
mod double;
pub(crate) mod feed;
pub(crate) mod gathering;
pub(crate) mod log;
pub(crate) mod place;
pub(crate) mod postgres;
pub(crate) mod signer;
pub(crate) mod sink;

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
use swansfeet_demands::text::Moment;
use swansfeet_hub::{Clock, Config, Hub, store::Store};
use tempfile::TempDir;
use tower::ServiceExt;

pub(crate) use double::{Double, Memory};

/// 2 March 2026, noon.
pub(crate) const NOON: Moment = Moment(1_772_452_800);

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
        let mut config = Config::default();
        // Whoever waits for one that hangs need not wait long; the others may take their time.
        if matches!(memory, Memory::Hangs) {
            config.time_limit = Duration::from_millis(50);
        }
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
            assets: Some(folder.path().to_owned()),
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
        assets: Some(folder.to_owned()),
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
