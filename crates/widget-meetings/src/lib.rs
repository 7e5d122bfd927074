//! Meetings: the widget.
//!
//! One question and its answer. This crate asks, shows and words; the rules are the domain crate's,
//! the pieces on the screen `swansfeet-ui`'s. It uses no network, stores nothing and puts nothing
//! into any address: what a person types ends with the page.
#![forbid(unsafe_code)]

mod app;
mod shift;

pub use app::App;

/// Every sentence of the widget, by name.
pub mod msg {
    include!(concat!(env!("OUT_DIR"), "/msg.rs"));
}

use swansfeet_embed::Handle;
use wasm_bindgen::prelude::*;

/// Starts the widget in `root`; the loader calls it.
#[wasm_bindgen]
#[must_use]
pub fn mount(root: web_sys::Element, start: JsValue) -> Handle {
    swansfeet_embed::mount::<App>(root, start, msg::EN)
}
