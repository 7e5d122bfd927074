//! A campaign's card and document as a hub hands them out, and a page without a browser.
#![allow(dead_code, unreachable_pub, reason = "each test takes what it needs")]

use std::cell::RefCell;

use chrono::NaiveDate;
use serde_json::{Value, json};
use swansfeet_api::wellbeing::document as wire;
use swansfeet_embed::net::{Ask, Reply};
use swansfeet_embed::{Json, Page, Random};
use swansfeet_seal::SecretKey;
use swansfeet_wellbeing::card::{Draft, Holder, Setting};
use swansfeet_wellbeing::identity::Identity;
use swansfeet_wellbeing::picture::Picture;
use swansfeet_wellbeing::{Card, Pack, Place, Week};
use wasm_bindgen::JsValue;
use yew::Callback;

/// Everybody knows these keys: they keep nothing secret.
pub fn secret(holder: u8, place: usize) -> SecretKey {
    SecretKey::from_bytes(&[holder * 16 + place as u8 + 1; 32])
}

fn identity(holder: u8) -> Identity {
    let desk = Desk::quiet(holder);
    Identity::generate(&mut Random::of(&desk).expect("bytes"))
}

fn holder(number: u8, name: &str) -> Holder {
    let keys = (0..Place::ALL.len()).map(|place| secret(number, place).public());
    Holder {
        name: name.to_owned(),
        key: identity(number).key(),
        sealing: keys.collect(),
    }
}

/// A card in the making.
pub fn draft(setting: Setting, pack: &str) -> Draft {
    let second = match setting {
        Setting::OneHub => "The tally of Fifteen",
        Setting::Steward => "Ana Mensah, organiser",
        Setting::TwoHubs => "North Branch",
    };
    Draft {
        campaign: "fifteen".to_owned(),
        week: Week::read("2026-W48").expect("a week"),
        pack: Pack::named(pack).expect("a pack"),
        minimum: 20,
        setting,
        holders: [holder(0, "Fifteen"), holder(1, second)],
        places: Place::ALL.to_vec(),
    }
}

/// The card with both signatures, whatever stands on it.
pub fn signed(draft: &Draft) -> Vec<u8> {
    signed_by(draft, [0, 1])
}

/// The same by these two.
pub fn signed_by(draft: &Draft, holders: [u8; 2]) -> Vec<u8> {
    let signatures = holders.map(|holder| draft.sign(&identity(holder)));
    [&draft.to_bytes()[..], &signatures[0], &signatures[1]].concat()
}

/// The card of the examples.
pub fn card(setting: Setting) -> Card {
    Card::read(&signed(&draft(setting, "ons4"))).expect("a card")
}

/// What a hub hands out with that card: the hub's own types, so that what it writes is what is read.
pub fn document(draft: &Draft) -> Value {
    let holders = draft.holders.each_ref().map(|holder| wire::Holder {
        name: holder.name.clone(),
        key: holder.key.to_string(),
    });
    let mut document = wire::Document {
        campaign: draft.campaign.clone(),
        setting: draft.setting.id(),
        holders: holders.to_vec(),
        minimum: draft.minimum,
        pack: draft.pack.id,
        open_to: "anyone",
        places: draft.places.iter().map(|place| place.id()).collect(),
        card: None,
        week: None,
        destroyed: None,
        pictures: pictures(),
    };
    // For its week; which card is shown with it is said beside.
    document.show(&card(draft.setting), base64(&signed(draft)));
    serde_json::to_value(document).expect("it is JSON")
}

fn pictures() -> Vec<wire::PictureShown> {
    let small = [
        [15, 25, 40, 20, 5],
        [10, 20, 40, 30, 5],
        [25, 25, 30, 15, 5],
        [15, 20, 20, 40, 5],
    ];
    let large = [
        [14, 22, 37, 21, 6],
        [9, 19, 41, 24, 7],
        [24, 21, 32, 16, 7],
        [13, 19, 23, 39, 6],
    ];
    let first = [
        [20, 25, 35, 15, 5],
        [10, 25, 40, 20, 5],
        [30, 25, 25, 15, 5],
        [10, 20, 20, 45, 5],
    ];
    let rows = [
        (Place::NorthWest, "2026-W47", 3, 45, small),
        (Place::Scotland, "2026-W47", 1, 140, large),
        (Place::NorthWest, "2026-W44", 3, 25, first),
    ];
    let shown = rows.map(|(place, week, weeks, people, percent)| {
        let picture = Picture {
            campaign: "fifteen".to_owned(),
            place,
            week: Week::read(week).expect("a week"),
            weeks,
            pack: Pack::named("ons4").expect("a pack"),
            people,
            percent: percent.map(Vec::from).to_vec(),
        };
        wire::PictureShown::of(&picture, base64(&picture.sign(&identity(0))))
    });
    shown.into()
}

/// The same with a newest picture that is not as the hub has signed it.
pub fn forged() -> Value {
    let mut document = document(&draft(Setting::OneHub, "ons4"));
    let newest = document.pointer("/pictures/0/people").cloned();
    assert_eq!(newest, Some(json!(45)), "the newest picture");
    document["pictures"][0]["people"] = json!(95);
    document
}

/// The same with no week open.
pub fn between() -> Value {
    let mut document = document(&draft(Setting::OneHub, "ons4"));
    let fields = document.as_object_mut().expect("an object");
    for gone in ["card", "week", "destroyed"] {
        fields.remove(gone);
    }
    document
}

/// The same before the first week is over and with none open.
pub fn empty() -> Value {
    let mut document = between();
    document["pictures"] = json!([]);
    document
}

pub fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let mut bits = three
            .iter()
            .fold(0, |bits, byte| bits << 8 | u32::from(*byte));
        bits <<= 8 * (3 - three.len());
        for at in 0..4 {
            let letter = char::from(LETTERS[(bits >> (18 - 6 * at) & 63) as usize]);
            out.push(if at > three.len() { '=' } else { letter });
        }
    }
    out
}

pub fn reply(status: u16, body: &Value) -> Reply {
    Reply {
        status,
        body: Json::parse(&body.to_string()),
    }
}

/// A page without a browser: its first data is there, its bytes are not random, so that tests repeat.
pub struct Desk {
    given: RefCell<Option<Reply>>,
    seed: u8,
    /// Whether there are random bytes at all.
    pub has_random: bool,
}

impl Desk {
    pub fn with(reply: Reply) -> Self {
        let quiet = Self::quiet(90);
        *quiet.given.borrow_mut() = Some(reply);
        quiet
    }

    pub fn quiet(seed: u8) -> Self {
        Self {
            given: RefCell::default(),
            seed,
            has_random: true,
        }
    }
}

impl Page for Desk {
    fn emit(&self, name: &str, _: &str, _: &JsValue) {
        panic!("nothing of a check-in reaches the page, not even {name}");
    }

    fn today(&self) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 26).expect("a day")
    }

    fn at_hand(&self) -> Option<Reply> {
        self.given.take()
    }

    fn ask(&self, what: Ask, _: Callback<Reply>) {
        panic!("nothing is asked for by itself: {}", what.url);
    }

    fn fill_random(&self, into: &mut [u8]) -> bool {
        for (at, byte) in into.iter_mut().enumerate() {
            *byte = (at as u8).wrapping_mul(7) ^ self.seed;
        }
        self.has_random
    }

    fn hub(&self) -> &'static str {
        "https://hub.example"
    }

    fn instance(&self) -> &'static str {
        "swan"
    }

    fn announce(&self, _: &str) {}
}
