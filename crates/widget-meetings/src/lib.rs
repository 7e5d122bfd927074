//! The meeting finder: which meeting can I actually make?
//!
//! This crate asks, shows and words. Reading feeds, dates, fits and the order of what is found are
//! `swansfeet-meetings`', the pieces on the screen `swansfeet-ui`'s, the way to feeds
//! `swansfeet-embed`'s. A place and shifts stay in memory: they go into no address, no request and no
//! storage. A list is kept on the device only where somebody ticks that it should be.
#![forbid(unsafe_code)]

mod app;
mod clock;
mod draw;
mod feeds;
mod goods;
mod near;
mod offers;
mod rota;
mod say;
mod start;
mod state;
mod tree;

pub use app::App;

/// Every sentence of the widget, by name.
pub mod msg {
    include!(concat!(env!("OUT_DIR"), "/msg.rs"));
}

use swansfeet_embed::Handle;
use wasm_bindgen::prelude::*;

/// Starts the finder in `root`; the loader calls it.
#[wasm_bindgen]
#[must_use]
pub fn mount(root: web_sys::Element, start: JsValue) -> Handle {
    swansfeet_embed::mount_reading::<App>(root, start, msg::EN)
}
