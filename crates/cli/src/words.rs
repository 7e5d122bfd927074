//! The command line's sentences, in English or Welsh.

use std::cell::RefCell;
use std::collections::HashMap;

use clap::ValueEnum;
use swansfeet_pay::Arg;
use swansfeet_words::native::Native;
use swansfeet_words::{Msg, Value, Words};

/// Every message, named.
#[expect(
    dead_code,
    unreachable_pub,
    reason = "generated for all messages, used or not"
)]
pub(crate) mod msg {
    include!(concat!(env!("OUT_DIR"), "/msg.rs"));
}

/// A language of the command line.
#[derive(Copy, Clone, Debug, Default, ValueEnum)]
pub(crate) enum Language {
    /// English
    #[default]
    En,
    /// Cymraeg
    Cy,
}

impl Language {
    pub(crate) fn words(self) -> Words {
        let tag = match self {
            Language::En => "en",
            Language::Cy => "cy",
        };
        let table = msg::TABLES.iter().find(|(known, _)| *known == tag);
        Words::new(
            table.map_or(msg::EN, |(_, table)| table),
            Native::boxed(tag),
        )
    }
}

/// The sentence for a key that the rules named. A key without a sentence shows as itself; a test
/// sees to it that there is none.
pub(crate) fn keyed(words: &Words, key: &str, args: &[(&'static str, Value)]) -> String {
    found(key).map_or_else(|| key.to_owned(), |message| words.say(message, args))
}

/// What was found before is kept: the list of keys is made for programs that are looked through while
/// they are compiled, and a run over thousands of cases asks for the same few every time.
fn found(key: &str) -> Option<Msg> {
    FOUND.with_borrow_mut(|found| {
        if let Some(message) = found.get(key) {
            return *message;
        }
        let message = msg::keyed(key);
        found.insert(key.to_owned(), message);
        message
    })
}

thread_local! {
    static FOUND: RefCell<HashMap<String, Option<Msg>>> = RefCell::default();
}

/// The same, with the arguments of a step, a gap or an error.
pub(crate) fn say(words: &Words, key: &str, args: &[(&'static str, Arg)]) -> String {
    let args: Vec<_> = args
        .iter()
        .map(|(name, arg)| (*name, value(*arg)))
        .collect();
    keyed(words, key, &args)
}

fn value(arg: Arg) -> Value {
    match arg {
        Arg::Money(money) => Value::Money(money.0),
        Arg::Rate(rate) => Value::Money(rate.0),
        Arg::Hours(hours) => Value::Hours(hours.0),
        Arg::Date(day) => Value::Date(day),
        Arg::Count(count) => Value::from(count),
        Arg::Number(number) => Value::Number(number),
        Arg::Name(name) => Value::from(name),
    }
}
