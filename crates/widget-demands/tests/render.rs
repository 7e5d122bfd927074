//! Every state of `examples.toml`, drawn without a browser: key sentences are there, nothing is
//! left open, nothing needs a style of its own (a strict policy would drop it).

mod common;

use std::rc::Rc;

use common::{Desk, answer, campaign, document};
use serde::Deserialize;
use swansfeet_api::demands::Signable;
use swansfeet_embed::{Context, Options, WidgetProps};
use swansfeet_widget_demands::{App, msg};
use swansfeet_words::{Words, native::Native};

#[derive(Deserialize)]
struct Examples {
    example: Vec<Example>,
}

#[derive(Deserialize)]
struct Example {
    name: String,
    options: std::collections::BTreeMap<String, String>,
    shows: Vec<String>,
}

fn examples() -> Vec<Example> {
    let text = include_str!("../examples.toml");
    toml::from_str::<Examples>(text)
        .expect("examples.toml is valid")
        .example
}

async fn drawn(example: &Example, table: &'static str, lang: &'static str) -> String {
    let options: Options = example
        .options
        .iter()
        .map(|(k, v)| (k.as_str(), v.as_str()))
        .collect();
    let is_there = example
        .options
        .get("src")
        .is_some_and(|src| src.ends_with("demands.json"));
    let props = move || {
        let reply = if is_there {
            answer(200, &document(&campaign(), Signable::Open))
        } else {
            answer(404, "")
        };
        let words = Rc::new(Words::new(table, Box::new(Native::new(lang))));
        WidgetProps {
            cx: Context::new(words, options, Box::new(Desk::with(reply))),
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
            assert!(
                html.contains(sentence) || html.contains(&escaped),
                "{}: no “{sentence}” in {html}",
                example.name
            );
        }
    }
}

#[tokio::test]
async fn every_state_is_whole_in_every_language() {
    for example in examples() {
        for (lang, table) in msg::TABLES {
            let html = drawn(&example, table, lang).await;
            let name = &example.name;
            assert!(
                !html.contains(" style="),
                "{name} in {lang}: a style of its own"
            );
            assert!(
                !html.contains("<style"),
                "{name} in {lang}: a style of its own"
            );
            for open in ["{", "}", "error-", "caution-"] {
                let text = without_tags(&html);
                assert!(
                    !text.contains(open),
                    "{name} in {lang}: “{open}” is left open in {text}"
                );
            }
        }
    }
}

fn without_tags(html: &str) -> String {
    let mut text = String::new();
    for piece in html.split('<') {
        text.push_str(piece.split_once('>').map_or(piece, |(_, after)| after));
        text.push(' ');
    }
    text
}

#[tokio::test]
async fn ids_on_one_screen_are_unique() {
    for example in examples() {
        let html = drawn(&example, msg::EN, "en").await;
        let mut ids: Vec<_> = html
            .split(" id=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        ids.sort_unstable();
        for pair in ids.windows(2) {
            assert_ne!(pair[0], pair[1], "{}", example.name);
        }
    }
}

#[test]
fn the_example_of_another_key_pins_one_that_can_be_read() {
    let other = swansfeet_demands::seal::SecretKey::from_bytes(&[8; 32]);
    let fingerprint = other.public().fingerprint().to_string();
    let pins = examples().into_iter().find(|e| e.name == "other-key");
    assert_eq!(pins.expect("it is there").options["key"], fingerprint);
}
