//! What lies outside a widget's root: the page, its clock and its listeners. A trait, so that
//! tests and pages made on the server have a double that needs no browser.

use chrono::NaiveDate;
use wasm_bindgen::JsValue;

/// The page around one instance of a widget.
pub trait Page {
    /// Tells the page that something happened: `signed` arrives there as `swan:signed`. The detail
    /// holds no personal data.
    fn emit(&self, name: &str, detail: &JsValue);

    /// Today where the reader is.
    fn today(&self) -> NaiveDate;

    /// Says a sentence to people who use a screen reader, without moving their place.
    fn announce(&self, sentence: &str);

    /// The name of this instance, different from every other one on the page and from those of
    /// earlier visits: for history entries and for ids in the markup.
    fn instance(&self) -> &str;
}

/// A page where nothing happens and time stands still: for native tests, the gallery's fixtures
/// and pages rendered on the server.
#[derive(Clone, Debug)]
pub struct QuietPage {
    /// The day that it always is there.
    pub today: NaiveDate,
}

impl Page for QuietPage {
    fn emit(&self, _name: &str, _detail: &JsValue) {}

    fn today(&self) -> NaiveDate {
        self.today
    }

    fn announce(&self, _sentence: &str) {}

    fn instance(&self) -> &'static str {
        "swan"
    }
}
