//! The second holder of a check-in's keys, in a page: opens a file of keys, does this week's work
//! with the hub, and hands the new file over before anything leaves that must survive.
//!
//! This crate asks, shows and words. What a second holder does is `swansfeet-wellbeing`'s engine; the
//! way to the hub is `swansfeet-embed`'s. Keys are in memory alone, never in the browser's storage:
//! they end with the page, and with the files that its person keeps.
#![forbid(unsafe_code)]

mod app;
mod files;
mod gate;
pub mod ring;
mod say;
mod screens;
mod start;
pub mod way;
mod work;

pub use app::App;

/// Every sentence of the widget, by name.
pub mod msg {
    include!(concat!(env!("OUT_DIR"), "/msg.rs"));
}

use swansfeet_embed::Handle;
use wasm_bindgen::prelude::*;

/// Starts the steward's page in `root`; the loader calls it.
#[wasm_bindgen]
#[must_use]
pub fn mount(root: web_sys::Element, start: JsValue) -> Handle {
    swansfeet_embed::mount_asking::<App>(root, start, msg::EN)
}
