//! What stands between a browser and the hub in a test: it passes everything on, keeps a list of
//! what was asked, and on demand plays the faults of real hosting.

use std::{
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use anyhow::Result;
use http_body_util::{BodyExt, Full};
use hyper::{
    HeaderMap, Request, Response, StatusCode,
    body::{Bytes, Incoming},
    header::{self, HeaderValue},
    http::response::Parts,
};
use hyper_util::{
    client::legacy::Client, client::legacy::connect::HttpConnector, rt::TokioExecutor,
};
use serde::Deserialize;

use super::{Answer, HangUp, Server, api::Api};

/// How the hub's answers are spoilt on their way.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields, default)]
pub struct Faults {
    /// `false`: other origins are not told that they may read.
    pub cors: Option<bool>,
    /// Another content type for data. Scripts keep theirs: no browser runs one of a wrong type.
    #[serde(rename = "type")]
    pub content_type: Option<String>,
    /// `false`: browsers may guess types.
    pub nosniff: Option<bool>,
    /// `false`: the policy of the hub's own pages does not allow WebAssembly.
    pub wasm: Option<bool>,
    /// JavaScript that runs ahead of the script that a page names, in whatever policy that runs
    /// under. Plays an old browser in every engine alike.
    #[serde(skip)]
    pub ahead: Option<String>,
    /// How long every answer is on its way.
    #[serde(skip)]
    pub delay: Duration,
    /// Scripts with this in their path, where scripts and not pages ask for them, come so.
    #[serde(skip)]
    pub spoilt: Option<(&'static str, Spoilt)>,
}

/// What can be wrong with a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spoilt {
    /// Not there any more.
    Missing,
    /// With the type of text.
    Typed,
    /// Another script than it was.
    Changed,
    /// Nothing that the browser can read.
    Unreadable,
    /// The connection ends without an answer.
    Dropped,
    /// Other origins are not told that they may read it.
    NoCors,
    /// Asked for, and for ever on its way.
    Held,
}

/// One request as the hub saw it.
#[derive(Clone, Debug)]
pub struct Seen {
    /// GET, and what else there should not be.
    pub method: String,
    /// With its query.
    pub path: String,
    /// All that the browser told.
    pub headers: HeaderMap,
    /// How many bytes came with it.
    pub body: usize,
    /// What they say.
    pub text: String,
}

struct State {
    hub: String,
    faults: Faults,
    is_down: AtomicBool,
    seen: Mutex<Vec<Seen>>,
    api: Mutex<Option<Arc<Api>>>,
    client: Client<HttpConnector, Full<Bytes>>,
}

/// A hub that a test can look over the shoulder of, and switch off.
pub struct Proxy {
    state: Arc<State>,
    server: Server,
}

impl Proxy {
    /// Stands in front of the hub at `hub`.
    pub async fn start(hub: &str, faults: Faults) -> Result<Self> {
        let state = Arc::new(State {
            hub: hub.to_owned(),
            faults,
            is_down: AtomicBool::new(false),
            seen: Mutex::default(),
            api: Mutex::default(),
            client: Client::builder(TokioExecutor::new()).build_http(),
        });
        let shared = Arc::clone(&state);
        let server = Server::start(move |request| answer(Arc::clone(&shared), request)).await?;
        Ok(Self { state, server })
    }

    /// The hub's address as pages know it.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.server.origin
    }

    /// From now on every connection is dropped without an answer.
    pub fn switch_off(&self) {
        self.state.is_down.store(true, Ordering::SeqCst);
    }

    /// Back as if nothing had been.
    pub fn switch_on(&self) {
        self.state.is_down.store(false, Ordering::SeqCst);
    }

    /// From now on a double answers for the campaigns.
    pub fn stands_behind(&self, api: &Arc<Api>) {
        *self
            .state
            .api
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(api));
    }

    /// Every request since the start.
    #[must_use]
    pub fn seen(&self) -> Vec<Seen> {
        self.state
            .seen
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

impl State {
    fn note(&self, head: &hyper::http::request::Parts, path: &str, body: &Bytes) {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.push(Seen {
            method: head.method.to_string(),
            path: path.to_owned(),
            headers: head.headers.clone(),
            body: body.len(),
            text: String::from_utf8_lossy(body).into_owned(),
        });
    }
}

async fn answer(state: Arc<State>, request: Request<Incoming>) -> Result<Answer, HangUp> {
    let (head, body) = request.into_parts();
    let body = body.collect().await.map_err(|_| HangUp)?.to_bytes();
    let path = head.uri.path_and_query().map_or("/", |path| path.as_str());
    state.note(&head, path, &body);
    if state.is_down.load(Ordering::SeqCst) {
        return Err(HangUp);
    }
    let api = state
        .api
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .clone();
    if let Some(answer) = api.and_then(|api| api.answer(&head.method, head.uri.path(), &body)) {
        return Ok(answer);
    }
    let spoilt = state
        .faults
        .spoilt
        .filter(|(part, _)| head.uri.path().contains(part) && !is_named_by_pages(head.uri.path()))
        .map(|(_, how)| how);
    tokio::time::sleep(state.faults.delay).await;
    match spoilt {
        Some(Spoilt::Dropped) => return Err(HangUp),
        Some(Spoilt::Held) => std::future::pending().await,
        _ => {}
    }
    let wants_ahead = state.faults.ahead.is_some() && is_named_by_pages(head.uri.path());
    let mut onward = Request::builder()
        .method(&head.method)
        .uri(format!("{}{path}", state.hub));
    if let Some(headers) = onward.headers_mut() {
        *headers = head.headers;
        if wants_ahead || spoilt.is_some() {
            // Text can only be put before text.
            headers.remove(header::ACCEPT_ENCODING);
            headers.remove(header::IF_NONE_MATCH);
        }
    }
    let onward = onward.body(Full::new(body)).map_err(|_| HangUp)?;
    let (mut head, body) = state
        .client
        .request(onward)
        .await
        .map_err(|_| HangUp)?
        .into_parts();
    let mut body = body.collect().await.map_err(|_| HangUp)?.to_bytes();
    if let (true, Some(ahead)) = (wants_ahead, &state.faults.ahead) {
        body = [ahead.as_bytes(), b"\n", &body].concat().into();
        head.headers.remove(header::CONTENT_LENGTH);
    }
    spoil(&mut head.headers, &state.faults);
    if let Some(how) = spoilt {
        spoil_script(&mut head, &mut body, how);
    }
    Ok(Response::from_parts(head, Full::new(body)))
}

/// Short names stand in partners' pages; long ones are asked for by our own scripts.
fn is_named_by_pages(path: &str) -> bool {
    path.starts_with("/v1/") && path.ends_with(".js") && path.matches('.').count() == 1
}

fn spoil_script(head: &mut Parts, body: &mut Bytes, how: Spoilt) {
    head.headers.remove(header::CONTENT_LENGTH);
    match how {
        Spoilt::Missing => head.status = StatusCode::NOT_FOUND,
        Spoilt::Typed => {
            let text = HeaderValue::from_static("text/plain");
            head.headers.insert(header::CONTENT_TYPE, text);
        }
        Spoilt::Changed => *body = Bytes::from_static(b"window.changed = 1;"),
        Spoilt::Unreadable => *body = Bytes::from_static(b"new syntax of 2040 ->"),
        Spoilt::NoCors => drop(head.headers.remove(header::ACCESS_CONTROL_ALLOW_ORIGIN)),
        // They have no answer that could be spoilt.
        Spoilt::Dropped | Spoilt::Held => {}
    }
}

fn spoil(headers: &mut HeaderMap, faults: &Faults) {
    if faults.cors == Some(false) {
        headers.remove(header::ACCESS_CONTROL_ALLOW_ORIGIN);
    }
    if faults.nosniff == Some(false) {
        headers.remove(header::X_CONTENT_TYPE_OPTIONS);
    }
    if faults.wasm == Some(false)
        && let Some(policy) = headers.get(header::CONTENT_SECURITY_POLICY)
        && let Ok(policy) = policy.to_str()
        && let Ok(policy) = HeaderValue::from_str(&policy.replace("'wasm-unsafe-eval'", ""))
    {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    let is_data = headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| !kind.starts_with("text/html") && !kind.starts_with("text/javascript"));
    if let Some(kind) = &faults.content_type
        && is_data
        && let Ok(kind) = HeaderValue::from_str(kind)
    {
        headers.insert(header::CONTENT_TYPE, kind);
    }
}
