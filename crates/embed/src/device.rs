//! What one widget alone needs of the device: its clocks, something kept on it, the fragment of the
//! page's address. Functions and not a part of [`crate::Page`]: what that can do, every widget carries.
//!
//! Outside a browser there is no device: nothing is kept, and zones are those that a test pretends.

use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue};
use yew::Callback;

use crate::browser::{global, part, text};
use crate::intl;
use crate::window::Heard;

/// Puts that behind the # of the page's address in place of what is there, without a step in the
/// history; false where the browser refuses.
pub fn set_fragment(fragment: &str) -> bool {
    if !cfg!(target_arch = "wasm32") {
        return false;
    }
    let here = text(&global("location"), "href").unwrap_or_default();
    let before = here.split('#').next().unwrap_or_default();
    let url = [before, fragment].concat();
    let history = web_sys::window().and_then(|window| window.history().ok());
    history.is_some_and(|history| {
        let state = history.state().unwrap_or_default();
        let done = history.replace_state_with_url(&state, "", Some(&url));
        done.is_ok()
    })
}

/// Calls back whenever something else stands behind the # of the page's address, other than by
/// [`set_fragment`], until it is dropped.
pub struct Fragments {
    _heard: Option<Heard>,
}

impl Fragments {
    /// Listens from now on.
    #[must_use]
    pub fn new(then: Callback<()>) -> Self {
        Self {
            _heard: Heard::new("hashchange", Box::new(move || then.emit(()))),
        }
    }
}

/// An address in full, as a link on this page leads to it.
#[must_use]
pub fn absolute(url: &str) -> String {
    if !cfg!(target_arch = "wasm32") {
        return url.to_owned();
    }
    let document = web_sys::window().and_then(|window| window.document());
    let link = document.and_then(|document| document.create_element("a").ok());
    let whole = link.and_then(|link| {
        link.set_attribute("href", url).ok()?;
        text(&link, "href")
    });
    whole.unwrap_or_else(|| url.to_owned())
}

/// What was kept on this device under that name.
#[must_use]
pub fn kept(name: &str) -> Option<String> {
    if !cfg!(target_arch = "wasm32") {
        return None;
    }
    storage("getItem", &[name.into()])?.as_string()
}

/// Keeps a text on this device under that name, or with nothing forgets it. Only where the person
/// has asked for it. False where the browser refuses.
#[must_use]
pub fn keep(name: &str, text: Option<&str>) -> bool {
    if !cfg!(target_arch = "wasm32") {
        return false;
    }
    let done = match text {
        Some(text) => storage("setItem", &[name.into(), text.into()]),
        None => storage("removeItem", &[name.into()]),
    };
    done.is_some()
}

/// In a frame without an origin the very name throws.
pub(crate) fn storage(method: &str, args: &[JsValue]) -> Option<JsValue> {
    let storage = part(&js_sys::global(), "localStorage");
    let function: Function = part(&storage, method).dyn_into().ok()?;
    function.apply(&storage, &args.iter().collect()).ok()
}

/// The zone that the device's clock is set to, by its IANA name; empty where it is not known.
#[must_use]
pub fn zone() -> String {
    if !cfg!(target_arch = "wasm32") {
        return String::new();
    }
    intl::zone()
}

/// Seconds east of UTC in a zone at an instant (seconds since 1970); nothing where the browser does
/// not know the zone.
#[must_use]
pub fn offset(zone: &str, at: i64) -> Option<i32> {
    #[cfg(feature = "double")]
    if let Some(offset) = PRETENDED.get() {
        return offset(zone, at);
    }
    if !cfg!(target_arch = "wasm32") {
        return None;
    }
    intl::offset(zone, at)
}

#[cfg(feature = "double")]
static PRETENDED: std::sync::OnceLock<Offsets> = std::sync::OnceLock::new();

/// Offsets of zones, as [`offset`] gives them.
#[cfg(feature = "double")]
pub type Offsets = fn(&str, i64) -> Option<i32>;

/// Answers for [`offset`] from now on, where there is no browser. The first who pretends is heard.
#[cfg(feature = "double")]
pub fn pretend(offset: Offsets) {
    let _ = PRETENDED.set(offset);
}
