//! Starts one instance of a widget in the root that the loader made for it, and takes it away.

use std::rc::Rc;

use chrono::NaiveDate;
use js_sys::{Date, Function, Reflect};
use swansfeet_words::Words;
use wasm_bindgen::{JsCast, prelude::*};
use web_sys::Element;
use yew::BaseComponent;

use crate::{BrowserLocale, Context, Options, Page, WidgetProps};

/// A running instance, as the loader holds it.
#[wasm_bindgen]
pub struct Handle {
    stop: Box<dyn FnOnce()>,
}

#[wasm_bindgen]
impl Handle {
    /// Ends the instance: its components are dropped, its listeners go, its root is left empty.
    pub fn unmount(self) {
        (self.stop)();
    }
}

/// Renders the widget `C` into `root`. `start` is the loader's start object (`js/README.md`);
/// `english` is the widget's own English table, spoken where the loader brought no other language.
pub fn mount<C>(root: Element, start: JsValue, english: &'static str) -> Handle
where
    C: BaseComponent<Properties = WidgetProps>,
{
    let table = text(&start, "table");
    let words = Words::open(english, table.as_deref(), &|lang| {
        Box::new(BrowserLocale::new(lang))
    });
    let _ = root.set_attribute("lang", words.lang());
    let _ = root.set_attribute("dir", words.dir());

    let app = child(&root, "div", "swan-app");
    let live = child(&root, "p", "swan-live");
    let _ = live.set_attribute("role", "status");

    let page = BrowserPage {
        instance: text(&start, "instance").unwrap_or_default(),
        emit: Reflect::get(&start, &"emit".into())
            .ok()
            .and_then(|emit| emit.dyn_into().ok()),
        live,
    };
    let cx = Context::new(Rc::new(words), options(&start), Box::new(page));
    let running = yew::Renderer::<C>::with_root_and_props(app, WidgetProps { cx }).render();
    Handle {
        stop: Box::new(move || {
            running.destroy();
            root.set_text_content(None);
        }),
    }
}

/// The real page, as far as the loader lets a widget reach it.
struct BrowserPage {
    instance: String,
    emit: Option<Function>,
    live: Element,
}

impl Page for BrowserPage {
    fn emit(&self, name: &str, detail: &JsValue) {
        if let Some(emit) = &self.emit {
            // The loader catches what listeners throw; nothing of theirs reaches the widget.
            let _ = emit.call2(&JsValue::UNDEFINED, &name.into(), detail);
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
}

fn child(root: &Element, tag: &str, class: &str) -> Element {
    let element = root
        .owner_document()
        .and_then(|document| document.create_element(tag).ok())
        .expect("the root that the loader handed over is in a document");
    element.set_class_name(class);
    let _ = root.append_child(&element);
    element
}

fn text(start: &JsValue, name: &str) -> Option<String> {
    Reflect::get(start, &name.into()).ok()?.as_string()
}

/// Whatever the tag says, read when it is asked for.
fn options(start: &JsValue) -> Options {
    let given = Reflect::get(start, &"options".into()).unwrap_or_default();
    Options::kept_by(move |name| text(&given, name))
}
