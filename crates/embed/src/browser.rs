//! The real page, as far as the loader lets a widget reach it.

use chrono::NaiveDate;
use js_sys::{Date, Function, Reflect};
use wasm_bindgen::{JsCast, prelude::*};
use web_sys::Element;
use yew::Callback;

use crate::net::{self, Ask, Reply};
use crate::{Page, page};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = crypto, js_name = getRandomValues, catch)]
    pub(crate) fn get_random_values(into: &mut [u8]) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(then: &JsValue, milliseconds: i32);
}

/// The page for a widget that asks nothing of a hub: the rest of [`AskingPage`] is two kilobytes
/// of wasm, which would stand in its table of methods.
pub(crate) struct NearPage {
    start: JsValue,
    instance: String,
    live: Element,
}

/// The page with the way to the hub, and what a widget that signs, shares and waits needs.
pub(crate) struct AskingPage {
    near: NearPage,
    hub: String,
    /// What is read of an answer, by its name in the script.
    wanted: Option<&'static str>,
}

impl NearPage {
    /// `start` is the loader's start object, `live` where sentences are put for screen readers.
    pub(crate) fn new(start: JsValue, live: Element) -> Self {
        Self {
            instance: text(&start, "instance").unwrap_or_default(),
            start,
            live,
        }
    }

    fn function(&self, name: &str) -> Option<Function> {
        part(&self.start, name).dyn_into().ok()
    }
}

impl AskingPage {
    /// The same with what lies beyond the page.
    pub(crate) fn new(near: NearPage, wanted: Option<&'static str>) -> Self {
        Self {
            hub: text(&near.start, "hub").unwrap_or_default(),
            near,
            wanted,
        }
    }
}

impl Page for NearPage {
    fn emit(&self, name: &str, part: &str, value: &JsValue) {
        if let Some(tell) = self.function("tell") {
            // The loader catches what listeners throw; nothing of theirs reaches the widget.
            let _ = tell.call3(&JsValue::UNDEFINED, &name.into(), &part.into(), value);
        }
    }

    fn today(&self) -> NaiveDate {
        let now = Date::new_0();
        let year = i32::try_from(now.get_full_year()).unwrap_or_default();
        // A browser's date is a date; the fall-back is for a page that has replaced `Date`.
        NaiveDate::from_ymd_opt(year, now.get_month() + 1, now.get_date()).unwrap_or_default()
    }

    fn announce(&self, sentence: &str) {
        self.live.set_text_content(Some(sentence));
    }

    fn instance(&self) -> &str {
        &self.instance
    }

    fn is_whole(&self) -> bool {
        part(&self.start, "lacks").is_falsy()
    }

    fn later_words(&self, then: Callback<Option<String>>) {
        let Some(later) = self.function("later") else {
            return;
        };
        let then = once(Box::new(move |table| then.emit(table.as_string())));
        let _ = later.call1(&JsValue::UNDEFINED, &then);
    }
}

impl Page for AskingPage {
    fn emit(&self, name: &str, part: &str, value: &JsValue) {
        self.near.emit(name, part, value);
    }

    fn today(&self) -> NaiveDate {
        self.near.today()
    }

    fn announce(&self, sentence: &str) {
        self.near.announce(sentence);
    }

    fn instance(&self) -> &str {
        self.near.instance()
    }

    fn is_whole(&self) -> bool {
        self.near.is_whole()
    }

    fn later_words(&self, then: Callback<Option<String>>) {
        self.near.later_words(then);
    }

    fn hub(&self) -> &str {
        &self.hub
    }

    fn given(&self, answer: Callback<Reply>) -> bool {
        let data = part(&self.near.start, "data");
        let is_given = data.is_object();
        if is_given {
            net::when_settled(&data, self.wanted, answer);
        }
        is_given
    }

    fn ask(&self, what: Ask, answer: Callback<Reply>) {
        let body = what.body.map_or(JsValue::UNDEFINED, JsValue::from);
        let asked = self.near.function("ask").and_then(|ask| {
            ask.call3(
                &JsValue::UNDEFINED,
                &what.url.into(),
                &body,
                &what.fresh.into(),
            )
            .ok()
        });
        match asked {
            Some(promise) => net::when_settled(&promise, self.wanted, answer),
            None => answer.emit(Reply::none()),
        }
    }

    fn is_offline(&self) -> bool {
        part(&global("navigator"), "onLine") == JsValue::FALSE
    }

    fn is_seen(&self) -> bool {
        part(&global("document"), "hidden") != JsValue::TRUE
    }

    fn now(&self) -> f64 {
        Date::now()
    }

    fn later(&self, milliseconds: i32, then: Callback<()>) {
        let then = once(Box::new(move |_| then.emit(())));
        set_timeout(&then, milliseconds);
    }

    fn fill_random(&self, into: &mut [u8]) -> bool {
        get_random_values(into).is_ok()
    }

    fn address(&self) -> String {
        let link = web_sys::window()
            .and_then(|window| window.document())
            .and_then(|document| document.query_selector("link[rel=canonical]").ok()?);
        link.and_then(|link| text(&link, "href"))
            .filter(|href| href.starts_with("http"))
            .unwrap_or_else(|| {
                let here = text(&global("location"), "href").unwrap_or_default();
                page::without_query(&here).to_owned()
            })
    }

    fn fragment(&self) -> String {
        text(&global("location"), "hash").unwrap_or_default()
    }
}

/// A function for JavaScript that is called once. Boxed, since each kind of closure that goes out
/// by itself brings 300 bytes of glue.
pub(crate) fn once(then: Box<dyn FnOnce(JsValue)>) -> JsValue {
    Closure::once_into_js(then)
}

pub(crate) fn global(name: &str) -> JsValue {
    part(&js_sys::global(), name)
}

pub(crate) fn part(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}

pub(crate) fn text(of: &JsValue, name: &str) -> Option<String> {
    part(of, name).as_string()
}
