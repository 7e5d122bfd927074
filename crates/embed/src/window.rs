//! The page's window, and what is heard of it.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

/// Outside a browser there is none; `web_sys::window` would not answer but panic.
pub(crate) fn window() -> Option<web_sys::Window> {
    if cfg!(target_arch = "wasm32") {
        web_sys::window()
    } else {
        None
    }
}

/// Hears an event of the window until it is dropped.
pub(crate) struct Heard {
    event: &'static str,
    listener: Closure<dyn FnMut()>,
}

impl Heard {
    /// From now on; nothing where there is no window.
    pub(crate) fn new(event: &'static str, then: Box<dyn FnMut()>) -> Option<Self> {
        let window = window()?;
        let listener = Closure::wrap(then);
        window
            .add_event_listener_with_callback(event, listener.as_ref().unchecked_ref())
            .ok()?;
        Some(Self { event, listener })
    }
}

impl Drop for Heard {
    fn drop(&mut self) {
        if let Some(window) = window() {
            let listener = self.listener.as_ref().unchecked_ref();
            let _ = window.remove_event_listener_with_callback(self.event, listener);
        }
    }
}
