//! What a widget is handed when it starts: its words, its options and the page around it. Cheap to
//! clone, so that every component can hold one.

use std::rc::Rc;

use chrono::NaiveDate;
use swansfeet_words::Words;
use wasm_bindgen::JsValue;
use yew::{Callback, Properties};

use crate::{Options, Page};

/// A widget's way to everything outside itself.
#[derive(Clone)]
pub struct Context(Rc<Inner>);

struct Inner {
    words: Rc<Words>,
    options: Options,
    page: Box<dyn Page>,
}

/// The properties of every widget's outermost component.
#[derive(Properties, PartialEq, Clone)]
pub struct WidgetProps {
    /// The way to words, options and page.
    pub cx: Context,
}

impl Context {
    /// A context over any page: in a browser [`crate::mount`] makes it, elsewhere hand over a
    /// [`crate::QuietPage`].
    #[must_use]
    pub fn new(words: Rc<Words>, options: Options, page: Box<dyn Page>) -> Self {
        Self(Rc::new(Inner {
            words,
            options,
            page,
        }))
    }

    /// The sentences of the language that this instance speaks.
    #[must_use]
    pub fn words(&self) -> &Words {
        &self.0.words
    }

    /// The same words, to keep.
    #[must_use]
    pub fn shared_words(&self) -> Rc<Words> {
        Rc::clone(&self.0.words)
    }

    /// Brings what comes later, the words ([`Words::add`]) and the rest of the program
    /// ([`Page::is_whole`]), and says whether it is there now. A widget asks when it starts, and again
    /// when a person wants it to.
    pub fn bring_words(&self, then: Callback<bool>) {
        let words = self.shared_words();
        self.0
            .page
            .later_words(Callback::from(move |table: Option<String>| {
                then.emit(table.is_some_and(|table| table.is_empty() || words.add(&table)));
            }));
    }

    /// What the partner wrote on the tag under that name (`demand-rate`), if anything.
    #[must_use]
    pub fn option(&self, name: &str) -> Option<String> {
        self.0.options.get(name)
    }

    /// The page around this instance.
    #[must_use]
    pub fn page(&self) -> &dyn Page {
        &*self.0.page
    }

    /// Tells the page that something happened; see [`Page::emit`].
    pub fn emit(&self, name: &str, part: &str, value: &JsValue) {
        self.0.page.emit(name, part, value);
    }

    /// Today where the reader is.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.0.page.today()
    }

    /// Says a sentence to people who use a screen reader, without moving their place.
    pub fn announce(&self, sentence: &str) {
        self.0.page.announce(sentence);
    }

    /// The name of this instance; see [`Page::instance`].
    #[must_use]
    pub fn instance(&self) -> &str {
        self.0.page.instance()
    }
}

/// Two contexts are the same if they are one: nothing in them ever changes.
impl PartialEq for Context {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
