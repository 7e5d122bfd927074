//! The campaign of the examples, a page without a browser, and what a hub would answer.
#![allow(dead_code, unreachable_pub, reason = "each test takes what it needs")]

use std::cell::RefCell;

use chrono::NaiveDate;
use swansfeet_api::demands::{Document, Facts, Signable};
use swansfeet_demands::seal::SecretKey;
use swansfeet_demands::{Campaign, campaign::FIFTEEN};
use swansfeet_embed::net::{Ask, Reply};
use swansfeet_embed::{Json, Page};
use wasm_bindgen::JsValue;
use yew::Callback;

/// The organisers' key in examples and tests. Everybody knows it: it keeps nothing secret.
pub fn organisers() -> SecretKey {
    SecretKey::from_bytes(&[7; 32])
}

/// The key of the partner in the examples.
pub fn north_branch() -> SecretKey {
    SecretKey::from_bytes(&[9; 32])
}

/// The built-in campaign with a key and a partner.
pub fn campaign() -> Campaign {
    let more = format!(
        r#"
[[consent.partners]]
id = "north-branch"
name = "North Branch"
website = "https://north-branch.example/privacy"
fields = ["name", "email", "area"]
key = "{}"
text.en = "North Branch may have my name, email and area, to invite me to its meetings."
text.cy = "Caiff North Branch fy enw, fy e-bost a'm hardal, i'm gwahodd i'w chyfarfodydd."

[[keys]]
epoch = 1
public = "{}"
"#,
        north_branch().public(),
        organisers().public()
    );
    Campaign::from_toml(&[FIFTEEN, &more].concat()).expect("the example campaign")
}

/// As a hub hands it out.
pub fn document(campaign: &Campaign, signing: Signable) -> String {
    let facts = Facts {
        signing,
        mail: true,
        count: 1234,
    };
    serde_json::to_string_pretty(&Document::of(campaign, facts)).expect("it is JSON")
}

pub fn answer(status: u16, json: &str) -> Reply {
    Reply {
        status,
        body: Json::parse(json),
    }
}

/// A page whose first data is already there.
pub struct Desk {
    pub given: RefCell<Option<Reply>>,
    pub has_random: bool,
}

impl Desk {
    pub fn with(reply: Reply) -> Self {
        Self {
            given: RefCell::new(Some(reply)),
            has_random: true,
        }
    }
}

impl Page for Desk {
    fn emit(&self, _: &str, _: &str, _: &JsValue) {}

    fn today(&self) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day")
    }

    fn announce(&self, _: &str) {}

    fn instance(&self) -> &'static str {
        "swan"
    }

    fn hub(&self) -> &'static str {
        "https://hub.example"
    }

    fn address(&self) -> String {
        "https://north.example/sign".to_owned()
    }

    fn at_hand(&self) -> Option<Reply> {
        self.given.take()
    }

    fn ask(&self, _: Ask, _: Callback<Reply>) {}

    fn now(&self) -> f64 {
        1_780_000_041_000.0
    }

    // Not random: tests must repeat.
    fn fill_random(&self, into: &mut [u8]) -> bool {
        for (at, byte) in into.iter_mut().enumerate() {
            *byte = at as u8 ^ 0x5a;
        }
        self.has_random
    }
}
