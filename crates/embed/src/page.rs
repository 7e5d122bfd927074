//! What lies outside a widget's root: the page, its clock, its listeners and its way to the hub. A
//! trait, so that tests and pages made on the server have a double that needs no browser.

use chrono::NaiveDate;
use wasm_bindgen::JsValue;
use yew::Callback;

use crate::net::{Ask, Reply};

/// The page around one instance of a widget. What has a body here does nothing by itself: a double
/// says only what matters to it.
pub trait Page {
    /// Tells the page that something happened: `signed` arrives there as `swan:signed`, whose detail has
    /// that one part. No personal data.
    fn emit(&self, name: &str, part: &str, value: &JsValue);

    /// Today where the reader is.
    fn today(&self) -> NaiveDate;

    /// Says a sentence to people who use a screen reader, without moving their place.
    fn announce(&self, sentence: &str);

    /// The name of this instance, different from every other one on the page and from those of
    /// earlier visits: for history entries and for ids in the markup.
    fn instance(&self) -> &str;

    /// The hub's address, without a slash at its end.
    fn hub(&self) -> &str {
        ""
    }

    /// The data itself, where it is there before the widget: on pages made by a server, and in tests.
    fn at_hand(&self) -> Option<Reply> {
        None
    }

    /// Hands over the data that the script has asked for ahead of the program; false where it has
    /// asked for none.
    fn given(&self, _answer: Callback<Reply>) -> bool {
        false
    }

    /// Asks; the answer always comes, see [`Reply`].
    fn ask(&self, _what: Ask, _answer: Callback<Reply>) {}

    /// Whether all of the program is there: of a plain JavaScript build, the code behind the widget's
    /// gate comes late (`late` in its Cargo.toml), and the gate must not be called before.
    fn is_whole(&self) -> bool {
        true
    }

    /// Brings the words that come later, and what is late of the program; nothing where either could
    /// not be had, no text where there are no further words. May be asked again.
    fn later_words(&self, _then: Callback<Option<String>>) {}

    /// Whether the device says that it has no network.
    fn is_offline(&self) -> bool {
        false
    }

    /// Whether the page can be seen: not in a tab behind others, not on a dark screen.
    fn is_seen(&self) -> bool {
        true
    }

    /// Milliseconds since 1970, by the device's clock.
    fn now(&self) -> f64 {
        0.0
    }

    /// Calls back after that many milliseconds.
    fn later(&self, _milliseconds: i32, _then: Callback<()>) {}

    /// Fills bytes from a good source; false where there is none, and then they are not filled.
    fn fill_random(&self, _into: &mut [u8]) -> bool {
        false
    }

    /// The page's address for handing on: as the page itself names it, else without query and
    /// fragment, where others may have put something about the visitor.
    fn address(&self) -> String {
        String::new()
    }

    /// What stands behind the # of the page's address. Browsers send it nowhere.
    fn fragment(&self) -> String {
        String::new()
    }
}

/// A page where nothing happens and time stands still: for native tests, the gallery's fixtures
/// and pages rendered on the server.
#[derive(Clone, Debug)]
pub struct QuietPage {
    /// The day that it always is there.
    pub today: NaiveDate,
}

impl Page for QuietPage {
    fn emit(&self, _name: &str, _part: &str, _value: &JsValue) {}

    fn today(&self) -> NaiveDate {
        self.today
    }

    fn announce(&self, _sentence: &str) {}

    fn instance(&self) -> &'static str {
        "swan"
    }
}

/// An address up to its query or fragment.
pub(crate) fn without_query(address: &str) -> &str {
    address.split(['?', '#']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::without_query;

    #[test]
    fn what_others_put_into_an_address_is_not_handed_on() {
        for (address, kept) in [
            ("https://north.example/sign", "https://north.example/sign"),
            (
                "https://north.example/?mail=a@b.example#x",
                "https://north.example/",
            ),
            (
                "https://north.example/#code=swc1-1",
                "https://north.example/",
            ),
            ("", ""),
        ] {
            assert_eq!(without_query(address), kept);
        }
    }
}
