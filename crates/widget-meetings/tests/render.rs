//! Every state of `examples.toml`, drawn without a browser: key sentences are there, nothing is
//! left open, nothing needs a style of its own (a strict policy would drop it).

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use chrono::NaiveDate;
use serde::Deserialize;
use swansfeet_embed::{Context, QuietPage, WidgetProps};
use swansfeet_words::{Words, native::Native};

use swansfeet_widget_meetings::{App, msg};

#[derive(Deserialize)]
struct Examples {
    example: Vec<Example>,
}

#[derive(Deserialize)]
struct Example {
    name: String,
    options: BTreeMap<String, String>,
    shows: Vec<String>,
}

fn examples() -> Vec<Example> {
    let examples: Examples =
        toml::from_str(include_str!("../examples.toml")).expect("examples.toml is valid");
    examples.example
}

async fn drawn(example: &Example, table: &'static str, lang: &'static str) -> String {
    let options = example.options.clone();
    let props = move || {
        let words = Words::new(table, Native::boxed(lang));
        let options = options.into_iter().collect();
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        WidgetProps {
            cx: Context::new(Rc::new(words), options, Box::new(QuietPage { today })),
        }
    };
    yew::ServerRenderer::<App>::with_props(props)
        .hydratable(false)
        .render()
        .await
}

#[tokio::test]
async fn every_state_shows_what_it_says() {
    for example in examples() {
        let html = drawn(&example, msg::EN, "en").await;
        for sentence in &example.shows {
            let escaped = sentence.replace('\'', "&#x27;");
            let name = &example.name;
            assert!(html.contains(&escaped), "{name}: no “{sentence}” in {html}");
        }
    }
}

#[tokio::test]
async fn every_state_is_whole_in_every_language() {
    for example in examples() {
        for (lang, table) in msg::TABLES {
            let html = drawn(&example, table, lang).await;
            for open in ["{", "}", " style=", "<style"] {
                let name = &example.name;
                assert!(!html.contains(open), "{name} in {lang}: “{open}” in {html}");
            }
        }
    }
}

#[tokio::test]
async fn ids_are_unique() {
    for example in examples() {
        let html = drawn(&example, msg::EN, "en").await;
        let ids = html.split(" id=\"").skip(1);
        let mut seen = BTreeSet::new();
        for id in ids.filter_map(|rest| rest.split('"').next()) {
            assert!(seen.insert(id), "{}: {id} twice", example.name);
        }
    }
}

#[test]
fn every_error_has_its_sentence() {
    for error in swansfeet_meetings::ShiftError::ALL {
        assert!(msg::keyed(error.key()).is_some(), "{}", error.key());
    }
}
