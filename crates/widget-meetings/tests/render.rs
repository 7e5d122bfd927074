//! Every state of `examples.toml`, drawn without a browser: key sentences are there, nothing is
//! left open, nothing needs a style of its own (a strict policy would drop it).

mod common;

use std::collections::BTreeSet;

use common::{drawn, examples};
use swansfeet_widget_meetings::msg;

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
            for open in ["{", "}", " style=", "<style", ">reason-", ">role-"] {
                let name = &example.name;
                assert!(!html.contains(open), "{name} in {lang}: “{open}” in {html}");
            }
        }
    }
}

#[tokio::test]
async fn ten_notes_are_shown_and_the_rest_counted() {
    let mut examples = examples();
    let example = (examples.iter_mut())
        .find(|example| example.name == "shifts")
        .expect("an example with shifts");
    let start = example.options.get_mut("start").expect("a start");
    *start = start.replace("Sat+LD", &["Sat+LD"; 12].join(";"));
    let html = drawn(example, msg::EN, "en").await;
    // One for am or pm in the first line, then twelve.
    assert_eq!(html.matches("stands for. Write the times").count(), 9);
    assert!(html.contains("More notes, not shown: 3"), "{html}");
}

#[tokio::test]
async fn ids_are_unique_and_every_name_leads_to_one() {
    for example in examples() {
        let html = drawn(&example, msg::EN, "en").await;
        let values = |name: &str| {
            let start = format!(" {name}=\"");
            let values = html
                .split(&start)
                .skip(1)
                .filter_map(|rest| rest.split('"').next());
            values.map(str::to_owned).collect::<Vec<_>>()
        };
        let mut seen = BTreeSet::new();
        for id in values("id") {
            assert!(seen.insert(id.clone()), "{}: {id} twice", example.name);
        }
        for name in [
            "aria-labelledby",
            "aria-describedby",
            "aria-controls",
            "for",
        ] {
            for id in values(name).iter().flat_map(|ids| ids.split(' ')) {
                assert!(
                    seen.contains(id),
                    "{}: {name} {id} leads nowhere",
                    example.name
                );
            }
        }
    }
}
