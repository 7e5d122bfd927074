//! A double of the hub's routes for a campaign: hands out the built-in one, takes signatures, and
//! refuses them on demand. For what a real hub would do only in trouble.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result};
use http_body_util::Full;
use hyper::{
    Method, Response, StatusCode,
    body::Bytes,
    header::{self, HeaderValue},
};
use serde_json::{Value, json};

use super::Answer;
use crate::engine::root;

/// The double. What it does next can be changed while a page is open.
pub struct Api {
    campaign: Mutex<Value>,
    /// Answers to the next signatures; accepted once there is none left.
    next: Mutex<VecDeque<(u16, Value)>>,
    taken: Mutex<Vec<Value>>,
}

impl Api {
    /// The built-in campaign, open, with the key and the partner of the examples.
    pub fn new() -> Result<Self> {
        let file = root().join("crates/widget-demands/gallery/demands.json");
        let text = std::fs::read_to_string(&file).with_context(|| file.display().to_string())?;
        Ok(Self {
            campaign: Mutex::new(serde_json::from_str(&text)?),
            next: Mutex::default(),
            taken: Mutex::default(),
        })
    }

    /// Changes a part of the campaign, by its JSON pointer.
    pub fn change(&self, place: &str, value: Value) {
        let mut campaign = held(&self.campaign);
        if let Some(part) = campaign.pointer_mut(place) {
            *part = value;
        }
    }

    /// A part of the campaign.
    #[must_use]
    pub fn part(&self, place: &str) -> Value {
        held(&self.campaign)
            .pointer(place)
            .cloned()
            .unwrap_or_default()
    }

    /// What the next signature gets for an answer.
    pub fn refuse(&self, status: u16, body: Value) {
        held(&self.next).push_back((status, body));
    }

    /// Every signature that came, refused ones too.
    #[must_use]
    pub fn taken(&self) -> Vec<Value> {
        held(&self.taken).clone()
    }

    /// The answer, if the path is one of the campaign's.
    pub(crate) fn answer(&self, method: &Method, path: &str, body: &[u8]) -> Option<Answer> {
        let path = path.strip_prefix("/api/demands/fifteen")?;
        if method == Method::OPTIONS {
            return Some(told(204, None));
        }
        let (status, body) = match path {
            "" => (200, held(&self.campaign).clone()),
            "/count" => (200, json!({ "count": self.part("/count"), "goal": 15000 })),
            "/signatures" => self.sign(body),
            _ => (404, refusal("no-such-campaign")),
        };
        Some(told(status, Some(&body)))
    }

    fn sign(&self, body: &[u8]) -> (u16, Value) {
        let Ok(signature) = serde_json::from_slice::<Value>(body) else {
            return (400, refusal("malformed-json"));
        };
        let by_mail = signature["email"].is_string();
        held(&self.taken).push(signature);
        if let Some(next) = held(&self.next).pop_front() {
            return next;
        }
        if by_mail {
            return (202, json!({ "accepted": true, "mail": true }));
        }
        let withdraw = "https://hub.example/s/AAAAAAAAAAAAAAAAAAAAAA";
        (
            201,
            json!({ "accepted": true, "mail": false, "withdraw": withdraw }),
        )
    }
}

/// The one envelope of a refusal.
#[must_use]
pub fn refusal(code: &str) -> Value {
    json!({ "error": { "code": code, "message": "said in words" } })
}

fn told(status: u16, body: Option<&Value>) -> Answer {
    let text = body.map(Value::to_string).unwrap_or_default();
    let mut answer = Response::new(Full::new(Bytes::from(text)));
    *answer.status_mut() = StatusCode::from_u16(status).unwrap_or_default();
    let headers = answer.headers_mut();
    for (name, value) in [
        (header::CONTENT_TYPE, "application/json"),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (header::ACCESS_CONTROL_ALLOW_HEADERS, "content-type"),
        (header::ACCESS_CONTROL_ALLOW_METHODS, "GET, POST"),
        (header::CACHE_CONTROL, "public, max-age=30"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    answer
}

fn held<T>(of: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}
