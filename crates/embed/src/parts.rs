//! Parts of a widget: programs of their own that its script asks for when they are first needed
//! (`js/part.js`). Functions and not a part of [`crate::Page`]: what that can do, every widget carries.
//!
//! Bytes in, a text out. Outside a browser there is no part, and every question is answered by nothing.

use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue};
use yew::Callback;

use crate::Json;
use crate::browser::{global, once, part};

/// Has a part read what came from a server ([`crate::net::Reply::body`]).
pub fn read_answer(widget: &str, name: &str, answer: &Json, then: Callback<Option<String>>) {
    ask(widget, name, &answer.raw(), &JsValue::UNDEFINED, then);
}

/// Has a part read a text, with what it should know beside.
pub fn read_text(
    widget: &str,
    name: &str,
    text: &str,
    beside: &str,
    then: Callback<Option<String>>,
) {
    if cfg!(target_arch = "wasm32") {
        ask(widget, name, &text.into(), &beside.into(), then);
    } else {
        then.emit(None);
    }
}

fn ask(widget: &str, name: &str, what: &JsValue, beside: &JsValue, then: Callback<Option<String>>) {
    if !cfg!(target_arch = "wasm32") {
        return then.emit(None);
    }
    let way = ["_core", "widgets", widget, "part"];
    let found = way
        .iter()
        .fold(global("Swansfeet"), |of, name| part(&of, name));
    let Ok(function) = found.dyn_into::<Function>() else {
        return then.emit(None);
    };
    let then = once(Box::new(move |answer| then.emit(answer.as_string())));
    let args = [name.into(), what.clone(), beside.clone(), then];
    // It throws nothing: whatever goes wrong is an answer without a text.
    let _ = function.apply(&JsValue::UNDEFINED, &args.iter().collect());
}
