//! What the hub's pages say, in each of their languages.

use swansfeet_words::{Words, native::Native};

use crate::language::Language;

/// The names of the sentences in `locales/`.
#[expect(
    unreachable_pub,
    dead_code,
    reason = "generated with every name that a widget might need"
)]
pub(crate) mod msg {
    include!(concat!(env!("OUT_DIR"), "/msg.rs"));
}

const WELSH: &str = include_str!(concat!(env!("OUT_DIR"), "/words/cy.txt"));

/// Words in one of the hub's languages.
pub(crate) fn of(language: Language) -> Words {
    let table = match language.tag {
        "cy" => WELSH,
        _ => msg::EN,
    };
    Words::new(table, Native::boxed(language.tag))
}
