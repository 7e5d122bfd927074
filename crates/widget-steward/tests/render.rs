//! Every state of `examples.toml`, drawn without a browser: key sentences are there, nothing is left
//! open, nothing needs a style of its own, and no secret is ever shown.

mod desk;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use desk::Desk;
use serde::Deserialize;
use swansfeet_embed::{Context, WidgetProps};
use swansfeet_widget_steward::{App, msg};
use swansfeet_words::{Words, native::Native};

#[derive(Deserialize)]
struct Examples {
    example: Vec<Example>,
}

#[derive(Clone, Deserialize)]
struct Example {
    name: String,
    options: BTreeMap<String, String>,
    shows: Vec<String>,
}

fn examples() -> Vec<Example> {
    let text = include_str!("../examples.toml");
    let examples: Examples = toml::from_str(text).expect("it is valid");
    examples.example
}

async fn drawn(example: &Example, table: &'static str, lang: &'static str) -> String {
    let options = example.options.clone();
    let props = move || {
        let words = Rc::new(Words::new(table, Native::boxed(lang)));
        WidgetProps {
            cx: Context::new(
                words,
                options.into_iter().collect(),
                Box::new(Desk::quiet()),
            ),
        }
    };
    let renderer = yew::ServerRenderer::<App>::with_props(props);
    renderer.hydratable(false).render().await
}

#[tokio::test]
async fn every_state_shows_what_it_says() {
    for example in examples() {
        let html = drawn(&example, msg::EN, "en").await;
        for sentence in &example.shows {
            assert!(
                html.contains(sentence),
                "{}: no “{sentence}” in {html}",
                example.name
            );
        }
    }
}

#[tokio::test]
async fn every_state_is_whole_in_every_language_and_shows_no_secret() {
    for example in examples() {
        for (lang, table) in msg::TABLES {
            let html = drawn(&example, table, lang).await;
            for open in ["{", "}", " style=", "<p></p>", "<li></li>", "swi1-"] {
                assert!(
                    !html.contains(open),
                    "{} in {lang}: “{open}” in {html}",
                    example.name
                );
            }
        }
    }
}

#[tokio::test]
async fn ids_on_one_screen_are_unique_and_one_button_leads_on() {
    for example in examples() {
        let html = drawn(&example, msg::EN, "en").await;
        let mut ids = BTreeSet::new();
        for id in html
            .split(" id=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
        {
            assert!(ids.insert(id), "{}: {id} twice", example.name);
        }
        let primary = html.matches("data-kind=\"primary\"").count();
        assert!(primary <= 1, "{}: {primary} ways on", example.name);
    }
}
