//! Every state of `examples.toml`, drawn without a browser: key sentences are there, nothing is left
//! open, nothing needs a style of its own, and no screen is higher or lower by what was answered.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use common::{Desk, reply};
use serde::Deserialize;
use serde_json::{Value, json};
use swansfeet_embed::{Context, WidgetProps};
use swansfeet_widget_wellbeing::{App, msg};
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
    toml::from_str::<Examples>(text)
        .expect("it is valid")
        .example
}

/// What the hub hands out at an address of the gallery.
fn handed_out(src: &str) -> (u16, Value) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/gallery/");
    let name = src.rsplit('/').next().unwrap_or_default();
    match std::fs::read_to_string([folder, name].concat()) {
        Ok(text) => (200, serde_json::from_str(&text).expect("it is JSON")),
        Err(_) => (404, json!({})),
    }
}

async fn drawn(example: &Example, table: &'static str, lang: &'static str) -> String {
    let (status, body) = handed_out(&example.options["src"]);
    let options = example.options.clone();
    let props = move || {
        let words = Rc::new(Words::new(table, Native::boxed(lang)));
        let page = Desk::with(reply(status, &body));
        WidgetProps {
            cx: Context::new(words, options.into_iter().collect(), Box::new(page)),
        }
    };
    let renderer = yew::ServerRenderer::<App>::with_props(props);
    renderer.hydratable(false).render().await
}

/// The text that is seen: without tags, and without what is hidden.
fn seen(html: &str) -> String {
    let mut text = String::new();
    for piece in html.split('<') {
        let (tag, words) = piece.split_once('>').unwrap_or(("", piece));
        if !tag.contains("aria-hidden=\"true\"") {
            text.push_str(words);
        }
        text.push(' ');
    }
    text.replace("&#x27;", "'")
}

#[tokio::test]
async fn every_state_shows_what_it_says() {
    for example in examples() {
        let text = seen(&drawn(&example, msg::EN, "en").await);
        for sentence in &example.shows {
            assert!(
                text.contains(sentence),
                "{}: no “{sentence}” in {text}",
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
            for open in [
                "{",
                "}",
                " style=",
                "<style",
                "<p></p>",
                "></h",
                "<span></span>",
            ] {
                assert!(!html.contains(open), "{name} in {lang}: “{open}” in {html}");
            }
        }
    }
}

#[tokio::test]
async fn ids_on_one_screen_are_unique() {
    for example in examples() {
        let html = drawn(&example, msg::EN, "en").await;
        let ids = html
            .split(" id=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next());
        let mut there = BTreeSet::new();
        for id in ids {
            assert!(there.insert(id), "{}: {id} twice", example.name);
        }
    }
}

/// What decides the height of a screen: everything but which of several sentences is seen, and which
/// of several answers is chosen.
fn shape(html: &str) -> String {
    let mut shape = html.to_owned();
    for seen in [" aria-hidden=\"true\"", " data-on=\"true\"", " checked"] {
        shape = shape.replace(seen, "");
    }
    shape
}

async fn drawn_from(start: &str, src: &str) -> String {
    let mut example = examples().swap_remove(0);
    example.options.insert("start".to_owned(), start.to_owned());
    example.options.insert("src".to_owned(), src.to_owned());
    drawn(&example, msg::EN, "en").await
}

#[tokio::test]
async fn no_screen_is_higher_or_lower_by_what_was_answered() {
    let ons4: (&str, [&str; 6]) = (
        "/gallery/wellbeing.json",
        [
            "0,0,0,0",
            "10,10,10,10",
            "5,7,9,2",
            "4,6,8,4",
            "-,-,-,-",
            "-,0,10,6",
        ],
    );
    let work: (&str, [&str; 6]) = (
        "/gallery/wellbeing-work.json",
        [
            "0,0,0,0,0,0",
            "2,2,2,2,2,2",
            "4,4,4,4,4,4",
            "-,-,-,-,-,-",
            "1,2,3,0,4,-",
            "3,1,2,0,-,4",
        ],
    );
    for (src, rows) in [ons4, work] {
        for screen in ["", "&screen=share", "&screen=picture", "&screen=diary"] {
            let mut shapes = BTreeSet::new();
            for answers in rows {
                let start = ["answers=", answers, screen].concat();
                shapes.insert(shape(&drawn_from(&start, src).await));
            }
            assert_eq!(shapes.len(), 1, "{src}{screen}");
        }
        let mut shapes = BTreeSet::new();
        for choose in ["0", "1", "4", "-"] {
            let start = ["press=next&choose=", choose].concat();
            shapes.insert(shape(&drawn_from(&start, src).await));
        }
        shapes.insert(shape(&drawn_from("press=next", src).await));
        shapes.insert(shape(&drawn_from("press=next&press=next", src).await));
        assert_eq!(shapes.len(), 1, "{src}");
    }
}

#[tokio::test]
async fn support_is_the_same_whatever_was_answered() {
    let support = |html: &str| {
        let from = html
            .find("swan-wellbeing__helps")
            .expect("support is there");
        html[from..].to_owned()
    };
    let worst = drawn_from("answers=0,0,0,10", "/gallery/wellbeing.json").await;
    let best = drawn_from("answers=10,10,10,0", "/gallery/wellbeing.json").await;
    assert_eq!(support(&worst), support(&best));
}

#[test]
fn every_question_band_place_and_refusal_is_worded() {
    use swansfeet_wellbeing::{Pack, Place, Support};
    let mut keys = Vec::new();
    for pack in ["ons4", "work"] {
        for question in Pack::named(pack).expect("a pack").questions {
            keys.extend([
                format!("ask-{}", question.id),
                format!("name-{}", question.id),
            ]);
            for band in question.bands {
                keys.push(format!("means-{}-{}", question.id, band.id));
                keys.push(format!("cell-{}", band.id));
            }
        }
    }
    for row in Support::ALL {
        keys.extend(["", "-for", "-private"].map(|end| format!("support-{}{end}", row.id)));
    }
    keys.extend(Place::ALL.map(|place| format!("place-{}", place.id())));
    for refusal in [
        "layout",
        "pack",
        "too-few",
        "places",
        "one-holder",
        "unsigned",
    ] {
        keys.push(format!("card-{refusal}"));
    }
    for key in keys {
        assert!(msg::keyed(&key).is_some(), "{key}");
    }
}
