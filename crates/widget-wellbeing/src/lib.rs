//! The wellbeing check-in: a few questions, support, and the group picture for those who want to be
//! counted in it.
//!
//! This crate asks, shows and words. Packs, bands, who can help, cards and the splitting of answers
//! are `swansfeet-wellbeing`'s, the pieces on the screen `swansfeet-ui`'s, the way to the hub
//! `swansfeet-embed`'s. What is answered is kept in memory alone, save in a diary that somebody asked
//! for. It leaves the device in two sealed halves when "Add mine" is pressed, or not at all. It tells
//! the page around it nothing, makes no history entry, and is as high whatever was answered.
#![forbid(unsafe_code)]

mod app;
mod diary;
mod draw;
pub mod flow;
mod say;
mod screens;
pub mod sharing;
mod start;
pub mod wire;

pub use app::App;

/// Every sentence of the widget, by name.
pub mod msg {
    include!(concat!(env!("OUT_DIR"), "/msg.rs"));
}

use swansfeet_embed::Handle;
use wasm_bindgen::prelude::*;

/// Starts the check-in in `root`; the loader calls it.
#[wasm_bindgen]
#[must_use]
pub fn mount(root: web_sys::Element, start: JsValue) -> Handle {
    swansfeet_embed::mount_asking::<App>(root, start, msg::EN)
}
