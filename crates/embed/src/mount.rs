//! Starts one instance of a widget in the root that the loader made for it, and takes it away.

use std::rc::Rc;

use js_sys::Reflect;
use swansfeet_words::Words;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::BaseComponent;

use crate::browser::{AskingPage, NearPage, text};
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
///
/// The page that it is given asks nothing of a hub and waits for nothing: [`Page::ask`] and what
/// stands below it do nothing. For those there is [`mount_asking`].
pub fn mount<C>(root: Element, start: JsValue, english: &'static str) -> Handle
where
    C: BaseComponent<Properties = WidgetProps>,
{
    put::<C>(root, start, english, |near| Box::new(near))
}

/// The same for a widget that has a hub.
pub fn mount_asking<C>(root: Element, start: JsValue, english: &'static str) -> Handle
where
    C: BaseComponent<Properties = WidgetProps>,
{
    put::<C>(root, start, english, |near| {
        Box::new(AskingPage::new(near, Some("json")))
    })
}

/// The same for a widget that reads answers itself, from the bytes that came: for a long one, what the
/// browser takes to make values of it and to write them out again is a third of the time.
pub fn mount_reading<C>(root: Element, start: JsValue, english: &'static str) -> Handle
where
    C: BaseComponent<Properties = WidgetProps>,
{
    put::<C>(root, start, english, |near| {
        Box::new(AskingPage::new(near, None))
    })
}

fn put<C>(
    root: Element,
    start: JsValue,
    english: &'static str,
    page: fn(NearPage) -> Box<dyn Page>,
) -> Handle
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

    let options = options(&start);
    let page = page(NearPage::new(start, live));
    let cx = Context::new(Rc::new(words), options, page);
    let running = yew::Renderer::<C>::with_root_and_props(app, WidgetProps { cx }).render();
    Handle {
        stop: Box::new(move || {
            running.destroy();
            root.set_text_content(None);
        }),
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

/// Whatever the tag says, read when it is asked for.
fn options(start: &JsValue) -> Options {
    let given = Reflect::get(start, &"options".into()).unwrap_or_default();
    Options::kept_by(move |name| text(&given, name))
}
