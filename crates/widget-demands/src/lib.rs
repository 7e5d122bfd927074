//! The demands signer: read what is demanded, sign it, take part.
//!
//! This crate asks, shows and words. What is right on a form, what is agreed to and how it is sealed
//! are `swansfeet-demands`', the pieces on the screen `swansfeet-ui`'s, the way to the hub
//! `swansfeet-embed`'s. What a person types is kept in memory alone. It leaves the device sealed to
//! the campaign's key, or not at all; beside it only what the hub must know (src/sealing.rs).
#![forbid(unsafe_code)]

mod after;
mod app;
mod draw;
mod errors;
pub mod flow;
pub mod proof;
mod say;
mod screens;
pub mod sealing;
pub mod wire;

pub use app::App;

/// Every sentence of the widget, by name.
pub mod msg {
    include!(concat!(env!("OUT_DIR"), "/msg.rs"));
}

use swansfeet_embed::Handle;
use wasm_bindgen::prelude::*;

/// Starts the signer in `root`; the loader calls it.
#[wasm_bindgen]
#[must_use]
pub fn mount(root: web_sys::Element, start: JsValue) -> Handle {
    swansfeet_embed::mount_asking::<App>(root, start, msg::EN)
}
