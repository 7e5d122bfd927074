//! A page without a browser, and the feed of the examples.
#![allow(dead_code, unreachable_pub, reason = "each test takes what it needs")]

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::NaiveDate;
use serde::Deserialize;
use swansfeet_embed::net::{Ask, Reply};
use swansfeet_embed::{Context, Json, Options, Page, WidgetProps};
use swansfeet_words::{Words, native::Native};
use wasm_bindgen::JsValue;
use yew::Callback;

use swansfeet_widget_meetings::App;

pub const FEED: &str = include_str!("../../gallery/meetings.json");

#[derive(Deserialize)]
struct Examples {
    example: Vec<Example>,
}

#[derive(Deserialize)]
pub struct Example {
    pub name: String,
    pub options: BTreeMap<String, String>,
    pub shows: Vec<String>,
}

pub fn examples() -> Vec<Example> {
    let examples: Examples =
        toml::from_str(include_str!("../../examples.toml")).expect("examples.toml is valid");
    examples.example
}

/// A page whose first data is already there.
pub struct Desk {
    pub given: RefCell<Option<Reply>>,
}

impl Page for Desk {
    fn emit(&self, _: &str, _: &str, _: &JsValue) {}

    fn today(&self) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 26).expect("a day")
    }

    fn announce(&self, _: &str) {}

    fn instance(&self) -> &'static str {
        "swan"
    }

    fn hub(&self) -> &'static str {
        "https://hub.example"
    }

    fn at_hand(&self) -> Option<Reply> {
        self.given.take()
    }

    fn ask(&self, _: Ask, _: Callback<Reply>) {}

    fn now(&self) -> f64 {
        1_795_683_600_000.0
    }
}

// Berlin keeps the days of London and an hour more (EU Directive 2000/84/EC).
fn berlin(zone: &str, at: i64) -> Option<i32> {
    use swansfeet_meetings::zone::{London, Zones};
    let at = chrono::DateTime::from_timestamp(at, 0)?.naive_utc();
    let london = London.offset("Europe/London", at)?;
    (zone == "Europe/Berlin").then_some(london + 3600)
}

pub async fn drawn(example: &Example, table: &'static str, lang: &'static str) -> String {
    swansfeet_embed::device::pretend(berlin);
    let src = example.options.get("src").cloned().unwrap_or_default();
    let reply = if src.ends_with("meetings.json") {
        Reply {
            status: 200,
            // A text, as it came.
            body: Json::parse(&serde_json::Value::from(FEED).to_string()),
        }
    } else {
        Reply::none()
    };
    let options = example.options.clone();
    let props = move || {
        let words = Words::new(table, Native::boxed(lang));
        let options: Options = options.into_iter().collect();
        let desk = Desk {
            given: RefCell::new(Some(reply)),
        };
        WidgetProps {
            cx: Context::new(Rc::new(words), options, Box::new(desk)),
        }
    };
    yew::ServerRenderer::<App>::with_props(props)
        .hydratable(false)
        .render()
        .await
}
