//! The pay calculator: were you paid what the law says?
//!
//! Five questions, then the answer with its workings. This crate asks, shows and words; the rules
//! are `swansfeet-pay`'s, the pieces on the screen `swansfeet-ui`'s. It uses no network, stores
//! nothing and puts nothing into any address: what a person types ends with the page.
#![forbid(unsafe_code)]

mod app;
mod contacts;
mod draw;
pub mod flow;
mod result;
mod say;
mod screens;

pub use app::App;

/// Every sentence of the widget, by name.
pub mod msg {
    include!(concat!(env!("OUT_DIR"), "/msg.rs"));
}

use swansfeet_embed::Handle;
use wasm_bindgen::prelude::*;

/// Starts the pay check in `root`; the loader calls it.
#[wasm_bindgen]
#[must_use]
pub fn mount(root: web_sys::Element, start: JsValue) -> Handle {
    swansfeet_embed::mount::<App>(root, start, msg::FIRST)
}
