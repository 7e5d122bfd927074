//! What the browser knows of Unicode, so that no table of it is downloaded: 4 kB.

#[cfg(target_arch = "wasm32")]
use js_sys::JsString;

/// The composed form of a text (NFC). Outside a browser there is no table: the text as it is.
#[must_use]
pub fn composed(text: &str) -> String {
    #[cfg(target_arch = "wasm32")]
    return JsString::from(text).normalize("NFC").into();
    #[cfg(not(target_arch = "wasm32"))]
    text.to_owned()
}

/// A text in small letters.
#[must_use]
pub fn small(text: &str) -> String {
    #[cfg(target_arch = "wasm32")]
    return JsString::from(text).to_lower_case().into();
    #[cfg(not(target_arch = "wasm32"))]
    text.to_lowercase()
}
