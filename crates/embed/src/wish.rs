//! Small things that a widget may wish for: the focus in another place, a text on the clipboard,
//! the page on paper. Each does nothing where the browser refuses.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, prelude::*};
use web_sys::{Element, HtmlElement};
use yew::{Callback, NodeRef};

use crate::browser::once;

/// Moves the focus to an element, and the view with it. A heading or a summary of mistakes can be
/// given the focus too: it is made focusable by script only, so that Tab still passes it by.
pub fn focus(target: &NodeRef) {
    let Some(element) = target.cast::<HtmlElement>() else {
        return;
    };
    if element.tab_index() < 0 && !element.has_attribute("tabindex") {
        let _ = element.set_attribute("tabindex", "-1");
    }
    let _ = element.focus();
}

/// Puts a text on the clipboard and says whether the browser did it: it may refuse, as in a frame
/// or on a page without https. Call it while handling a click.
pub fn copy(text: &str, done: Callback<bool>) {
    match write_to_clipboard(text) {
        Some(written) => {
            let copied = done.clone();
            let copied = once(Box::new(move |_| copied.emit(true)));
            let refused = once(Box::new(move |_| done.emit(false)));
            let then = Reflect::get(&written, &"then".into()).ok();
            if let Some(then) = then.and_then(|then| then.dyn_into::<Function>().ok()) {
                let _ = then.call2(&written, &copied, &refused);
            }
        }
        None => done.emit(false),
    }
}

/// Opens the browser's print dialogue.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = call(&window, "print", &[]);
    }
}

/// Whether the device has a sheet of its own for handing something on.
#[must_use]
pub fn can_share() -> bool {
    navigator("share").is_some_and(|share| share.is_function())
}

/// Opens that sheet. Call it while handling a click.
pub fn share(title: &str, text: &str, url: &str) {
    let data = Object::new();
    for (name, value) in [("title", title), ("text", text), ("url", url)] {
        let _ = Reflect::set(&data, &name.into(), &value.into());
    }
    if let Some(navigator) = navigator("")
        && let Some(sheet) = call(&navigator, "share", &[data.into()])
    {
        // Closing the sheet is no error of anybody's, and must not be told to the page.
        let quiet = once(Box::new(|_| {}));
        let _ = call(&sheet, "catch", &[quiet]);
    }
}

/// Shows a text as a document of its own in a new tab, to be looked at and printed. False where the
/// browser opens none. Call it while handling a click.
#[must_use]
pub fn show(text: &str, kind: &str) -> bool {
    open_document(text, kind).is_some()
}

fn open_document(text: &str, kind: &str) -> Option<()> {
    let address = address_of(text, kind)?;
    let opened = call(&js_sys::global(), "open", &[address, "_blank".into()])?;
    opened.is_object().then_some(())
}

/// An address for a text, good for as long as the page is there.
fn address_of(text: &str, kind: &str) -> Option<JsValue> {
    let options = Object::new();
    Reflect::set(&options, &"type".into(), &kind.into()).ok()?;
    let part = |name: &str| Reflect::get(&js_sys::global(), &name.into()).ok();
    let blob: Function = part("Blob")?.dyn_into().ok()?;
    let parts = Array::of1(&text.into());
    let blob = Reflect::construct(&blob, &Array::of2(&parts, &options)).ok()?;
    call(&part("URL")?, "createObjectURL", &[blob])
}

/// Hands a text over as a file of that name, to be kept or opened by another program. False where the
/// browser does not. Call it while handling a click.
#[must_use]
pub fn save(name: &str, text: &str, kind: &str) -> bool {
    hand_over(name, text, kind).is_some()
}

fn hand_over(name: &str, text: &str, kind: &str) -> Option<()> {
    let address = address_of(text, kind)?;
    let document = web_sys::window()?.document()?;
    let link = document.create_element("a").ok()?;
    for (attribute, value) in [("download", name), ("href", &address.as_string()?)] {
        link.set_attribute(attribute, value).ok()?;
    }
    call(&link, "click", &[]).map(drop)
}

/// The text of the file that was chosen in the field that fired this event; nothing where there is
/// none or it cannot be read.
pub fn chosen_file(event: &yew::Event, done: Callback<Option<String>>) {
    let text = event
        .target()
        .and_then(|field| Reflect::get(&field, &"files".into()).ok())
        .and_then(|files| Reflect::get_u32(&files, 0).ok())
        .and_then(|file| call(&file, "text", &[]));
    let (read, failed) = (done.clone(), done.clone());
    let read = Closure::once_into_js(move |text: JsValue| read.emit(text.as_string()));
    let failed = Closure::once_into_js(move |_: JsValue| failed.emit(None));
    match text {
        Some(promise) => drop(call(&promise, "then", &[read, failed])),
        None => done.emit(None),
    }
}

/// Empties the field that fired this event.
pub fn empty(event: &yew::Event) {
    if let Some(field) = event.target() {
        let _ = Reflect::set(&field, &"value".into(), &"".into());
    }
}

/// Whether the page has such an element (`swan-meetings`).
#[must_use]
pub fn is_there(element: &str) -> bool {
    on_page(element).is_some()
}

/// Brings an element of the page into view, and the focus with it.
pub fn go_to(element: &str) {
    if let Some(found) = on_page(element) {
        let _ = found.set_attribute("tabindex", "-1");
        found.scroll_into_view();
        let _ = call(&found, "focus", &[]);
    }
}

fn on_page(element: &str) -> Option<Element> {
    // Outside a browser there is no page, and asking for it there would panic.
    if !cfg!(target_arch = "wasm32") {
        return None;
    }
    let document = web_sys::window()?.document()?;
    document.query_selector(element).ok()?
}

/// Something of the browser's `navigator`, or with an empty name all of it.
fn navigator(name: &str) -> Option<JsValue> {
    // Outside a browser there is none, and asking for it there would panic.
    if !cfg!(target_arch = "wasm32") {
        return None;
    }
    let navigator = Reflect::get(&js_sys::global(), &"navigator".into()).ok()?;
    if name.is_empty() {
        return Some(navigator);
    }
    Reflect::get(&navigator, &name.into()).ok()
}

fn write_to_clipboard(text: &str) -> Option<Promise> {
    let clipboard = navigator("clipboard")?;
    call(&clipboard, "writeText", &[text.into()])?
        .dyn_into()
        .ok()
}

pub(crate) fn call(on: &JsValue, method: &str, args: &[JsValue]) -> Option<JsValue> {
    let function: Function = Reflect::get(on, &method.into()).ok()?.dyn_into().ok()?;
    function.apply(on, &args.iter().collect()).ok()
}
