//! Every component in every state, for looking at and for scanning.
//!
//! One element, `<swan-gallery>`, started by the same loader as any widget. Its pictures come from
//! the `examples.toml` of each component, so it knows none of them by name but the tabs, which it
//! lets move. It is for the people who build Swansfeet: English only, and no partner's page has it.
#![forbid(unsafe_code)]

mod app;
mod look;

pub use app::Gallery;

use swansfeet_embed::Handle;
use wasm_bindgen::prelude::*;

/// Shows the gallery in `root`; the loader calls it.
#[wasm_bindgen]
#[must_use]
pub fn mount(root: web_sys::Element, start: JsValue) -> Handle {
    // It has no sentences to translate, hence no table.
    swansfeet_embed::mount::<Gallery>(root, start, "")
}
