//! Every state of `examples.toml`, drawn without a browser: key sentences are there, nothing is
//! left open, nothing needs a style of its own (a strict policy would drop it).

use std::rc::Rc;

use chrono::NaiveDate;
use serde::Deserialize;
use swansfeet_embed::{Context, Options, QuietPage, WidgetProps};
use swansfeet_widget_pay::{App, msg};
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

/// As 42.9, 12.9, 2.6 and 1.7 minutes, each rounded alone, they would be 61.
#[tokio::test]
async fn the_minutes_of_an_hour_are_sixty() {
    let start =
        "age=21-&paid=weekly&hours=25&travel=7:30&waiting=1:30&handover=1&pay=350&screen=result";
    let example = Example {
        name: "an hour".to_owned(),
        options: [("start".to_owned(), start.to_owned())].into(),
        shows: Vec::new(),
    };
    let html = drawn(&example, msg::EN, "en").await;
    let (_, chart) = html.split_once("Where each hour went").expect("the chart");
    let (list, _) = chart.split_once("<table").expect("its table");
    let amounts = without_tags(list);
    let amounts = amounts.split(" minutes").map(|before| {
        let number = before.rsplit(' ').next().unwrap_or_default();
        number.parse::<u32>().unwrap_or_default()
    });
    assert_eq!(amounts.sum::<u32>(), 60, "{list}");
}

/// 100 miles at 55p, all paid: nothing is under HMRC's rate. A rate that was not read on an official
/// page says so beside the relief itself, not only somewhere on the page.
#[tokio::test]
async fn tax_relief_is_offered_only_where_there_is_some_and_with_its_status() {
    for (repaid, offered) in [("55", None), ("60", None), ("54", Some("£1.00 under HMRC"))] {
        let start = format!(
            "age=21-&paid=monthly&hours=100&pay=1400&miles=100&miles-repaid={repaid}&screen=result"
        );
        let example = Example {
            name: "relief".to_owned(),
            options: [("start".to_owned(), start)].into(),
            shows: Vec::new(),
        };
        let html = drawn(&example, msg::EN, "en").await;
        let relief = html.split("<li>").find(|item| item.contains("under HMRC"));
        let item = relief.and_then(|item| item.split_once("</li>"));
        assert_eq!(item.is_some(), offered.is_some(), "{repaid}: {item:?}");
        if let (Some((item, _)), Some(sentence)) = (item, offered) {
            assert!(item.contains(sentence), "{item}");
            assert!(item.contains("Not yet checked"), "{item}");
        }
    }
}

async fn drawn(example: &Example, table: &'static str, lang: &'static str) -> String {
    let options: Options = example
        .options
        .iter()
        .map(|(k, v)| (k.as_str(), v.as_str()))
        .collect();
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
    let props = move || {
        let words = Rc::new(Words::new(table, Box::new(Native::new(lang))));
        WidgetProps {
            cx: Context::new(words, options, Box::new(QuietPage { today })),
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
            for open in ["{", "}", "step-", "gap-", "error-", "reading-"] {
                let text = without_tags(&html);
                assert!(
                    !text.contains(open),
                    "{name} in {lang}: “{open}” is left open in {text}"
                );
            }
        }
    }
}

/// The program has the words of all that comes before the first answer, and of the answer; below
/// it and on the screens behind it one line stands for what comes later.
#[tokio::test]
async fn what_comes_before_the_answer_needs_no_words_that_come_later() {
    let coming = "One moment. There is more to come.";
    let mut waiting = 0;
    for example in examples() {
        let name = &example.name;
        let whole = drawn(&example, msg::EN, "en").await;
        let first = drawn(&example, msg::FIRST, "en").await;
        assert!(!whole.contains(coming), "{name}: all words are there");
        if first.contains(coming) {
            waiting += 1;
        } else {
            assert_eq!(first, whole, "{name}");
        }
        let mut pieces: Vec<_> = first
            .split('<')
            .filter_map(|piece| piece.split_once('>'))
            .collect();
        pieces.retain(|(_, text)| !text.is_empty() && *text != coming);
        for (tag, text) in pieces {
            assert!(whole.contains(&format!("{tag}>{text}")), "{name}: “{text}”");
        }
        for empty in [
            "></p>",
            "></h2>",
            "></h3>",
            "></button>",
            "></a>",
            "></li>",
            "></label>",
            "></legend>",
        ] {
            let [first, whole] = [&first, &whole].map(|html| html.matches(empty).count());
            assert!(
                first <= whole,
                "{name}: {empty} where a sentence is missing"
            );
        }
    }
    assert!(waiting > 5, "results and details are among the states");
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
