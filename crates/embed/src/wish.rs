//! Small things that a widget may wish for: the focus in another place, a text on the clipboard,
//! the page on paper. Each does nothing where the browser refuses.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, prelude::*};
use web_sys::HtmlElement;
use yew::{Callback, NodeRef};

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
            let copied = Closure::once_into_js(move |_: JsValue| copied.emit(true));
            let refused = Closure::once_into_js(move |_: JsValue| done.emit(false));
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

fn write_to_clipboard(text: &str) -> Option<Promise> {
    let navigator = Reflect::get(&web_sys::window()?.into(), &"navigator".into()).ok()?;
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).ok()?;
    call(&clipboard, "writeText", &[text.into()])?
        .dyn_into()
        .ok()
}

fn call(on: &JsValue, method: &str, args: &[JsValue]) -> Option<JsValue> {
    let function: Function = Reflect::get(on, &method.into()).ok()?.dyn_into().ok()?;
    function.apply(on, &args.iter().collect()).ok()
}
