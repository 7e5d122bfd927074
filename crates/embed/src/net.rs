//! Questions to the hub and what came back. The asking itself is in `js/shell.js`, which asks for
//! a widget's first data before its program has started: one `fetch` for both, without cookies, a
//! referrer beyond the origin, or an end that never comes.
//!
//! Knows no address and no meaning of an answer.

use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::*;
use yew::Callback;

use crate::Json;
use crate::browser::once;

/// What to ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// Where: an address, or a path of the page's own server.
    pub url: String,
    /// JSON to hand over by POST; without it, GET.
    pub body: Option<String>,
    /// Past every cache that has not asked again.
    pub fresh: bool,
}

/// What came back.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    /// The answer's status; 0 where none came: no network, a blocker, a policy, no CORS, too slow.
    pub status: u16,
    /// The answer, if it was JSON; what was none is a text, with status 0. For a widget that reads
    /// answers itself ([`crate::mount_reading`]) all of it, for [`Json::answer_text`].
    pub body: Json,
}

impl Reply {
    /// No answer.
    #[must_use]
    pub fn none() -> Self {
        Self {
            status: 0,
            body: Json::nothing(),
        }
    }

    fn read(settled: &JsValue, wanted: Option<&str>) -> Self {
        let part = |name: &str| Reflect::get(settled, &name.into()).unwrap_or_default();
        // First: what is no JSON shows in the status when it has been read.
        let body = Json::from_browser(wanted.map_or_else(|| settled.clone(), part));
        Self {
            status: part("status").as_f64().unwrap_or_default() as u16,
            body,
        }
    }
}

/// Hands on what the script's promise comes to: the `wanted` part of it, or all.
pub(crate) fn when_settled(
    promise: &JsValue,
    wanted: Option<&'static str>,
    answer: Callback<Reply>,
) {
    let heard = once(Box::new(move |settled| {
        answer.emit(Reply::read(&settled, wanted));
    }));
    let then = Reflect::get(promise, &"then".into()).ok();
    if let Some(then) = then.and_then(|then| then.dyn_into::<Function>().ok()) {
        // The same for both ends: nothing in a rejection is a status, so it reads as no answer.
        let _ = then.call2(promise, &heard, &heard);
    }
}
