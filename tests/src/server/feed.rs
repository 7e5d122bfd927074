//! A feed of meetings on an origin of its own, that can be made to fail in the ways of real ones.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::Result;
use http_body_util::Full;
use hyper::{
    Response, StatusCode,
    body::Bytes,
    header::{self, HeaderValue},
};

use super::{Answer, HangUp, Server};

/// How the feed answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mood {
    /// With this text.
    Well(String),
    /// With a page for people, as a host does that has lost the file.
    Page,
    /// With this status and nothing else.
    Status(u16),
    /// Not before it is in another mood; never within a minute.
    Slow,
    /// It hangs up.
    Down,
    /// It says that more is coming, and hangs up.
    Half(String),
    /// With many megabytes of nothing.
    Huge,
    /// It has moved to another address, where this text is.
    Moved(String),
}

/// Where a feed is that has moved.
const MOVED: &str = "/moved.json";
const MINUTE: Duration = Duration::from_secs(60);

/// The feed and what was asked of it.
pub struct Feed {
    mood: Arc<Mutex<Mood>>,
    joining: Arc<Mutex<Mood>>,
    seen: Arc<Mutex<Vec<String>>>,
    server: Server,
}

impl Feed {
    /// A feed that answers well.
    pub async fn start(text: String) -> Result<Self> {
        let mood = Arc::new(Mutex::new(Mood::Well(text)));
        let joining = Arc::new(Mutex::new(Mood::Status(404)));
        let seen = Arc::new(Mutex::new(Vec::new()));
        let (moods, ways, log) = (Arc::clone(&mood), Arc::clone(&joining), Arc::clone(&seen));
        let server = Server::start(move |request| {
            let path = request.uri().to_string();
            let is_joining = path.starts_with("/join/");
            let mood = Arc::clone(if is_joining { &ways } else { &moods });
            held(&log).push(path.clone());
            answered(mood, path)
        })
        .await?;
        Ok(Self {
            mood,
            joining,
            seen,
            server,
        })
    }

    /// The feed's address.
    #[must_use]
    pub fn address(&self) -> String {
        format!("{}/meetings.json", self.server.origin)
    }

    /// From now on it answers so.
    pub fn is(&self, mood: Mood) {
        *held(&self.mood) = mood;
    }

    /// From now on whoever asks how to join is told this.
    pub fn tells_how_to_join(&self, json: &str) {
        *held(&self.joining) = Mood::Well(json.to_owned());
    }

    /// From now on whoever asks how to join waits for the above.
    pub fn thinks_how_to_join(&self) {
        *held(&self.joining) = Mood::Slow;
    }

    /// Every path that was asked for, with its query.
    #[must_use]
    pub fn seen(&self) -> Vec<String> {
        held(&self.seen).clone()
    }
}

async fn answered(mood: Arc<Mutex<Mood>>, path: String) -> Result<Answer, HangUp> {
    let asked = Instant::now();
    let is_slow = || *held(&mood) == Mood::Slow && asked.elapsed() < MINUTE;
    while is_slow() {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let mood = held(&mood).clone();
    let (status, kind, text) = match mood {
        Mood::Well(text) => (200, "application/json", text),
        Mood::Page => (200, "text/html", "<!doctype html><p>Parked".to_owned()),
        Mood::Status(status) => (status, "text/plain", String::new()),
        Mood::Slow | Mood::Down => return Err(HangUp),
        Mood::Half(text) => (200, "application/json", text),
        Mood::Huge => (200, "application/json", " ".repeat(50_000_000)),
        Mood::Moved(text) if path == MOVED => (200, "application/json", text),
        Mood::Moved(_) => (307, "text/plain", String::new()),
    };
    let mut answer = Response::new(Full::new(Bytes::from(text)));
    *answer.status_mut() = StatusCode::from_u16(status).unwrap_or_default();
    let headers = answer.headers_mut();
    for (name, value) in [
        (header::CONTENT_TYPE, kind),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (header::CACHE_CONTROL, "no-store"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if status == 307 {
        let headers = answer.headers_mut();
        headers.insert(header::LOCATION, HeaderValue::from_static(MOVED));
    }
    Ok(answer)
}

fn held<T>(of: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}
