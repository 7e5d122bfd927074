//! A page without a browser whose hub is a first holder in memory.
#![allow(dead_code, unreachable_pub, reason = "each test takes what it needs")]

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use base64::{Engine, prelude::BASE64_STANDARD};
use chrono::NaiveDate;
use serde_json::{Value, json};
use swansfeet_embed::net::{Ask, Reply as Came};
use swansfeet_embed::{Json, Page};
use swansfeet_wellbeing::identity::HolderKey;
use swansfeet_wellbeing::talk::{Order, OrderError, Reply, Signed};
use wasm_bindgen::JsValue;
use yew::Callback;

/// What answers an order.
pub type Obey = Box<dyn FnMut(Order) -> Reply>;

/// The page.
pub struct Desk {
    hub: Option<RefCell<(HolderKey, Obey)>>,
    /// What answers everything in place of the hub.
    pub instead: Rc<RefCell<Option<(u16, Value)>>>,
    /// Milliseconds since 1970; each look at the clock takes one.
    pub now: Rc<Cell<f64>>,
    /// How often the page had its turn.
    pub turns: Rc<Cell<u32>>,
    bytes: Cell<u8>,
}

impl Desk {
    /// One whose hub is never asked.
    pub fn quiet() -> Desk {
        Desk {
            hub: None,
            instead: Rc::default(),
            now: Rc::new(Cell::new(1_795_687_200_000.0)),
            turns: Rc::default(),
            bytes: Cell::new(0),
        }
    }

    /// One whose hub knows this second holder.
    pub fn of(second: HolderKey, obey: Obey) -> Desk {
        Desk {
            hub: Some(RefCell::new((second, obey))),
            ..Desk::quiet()
        }
    }

    fn answer(&self, ask: &Ask) -> (u16, Value) {
        if let Some(instead) = self.instead.borrow().clone() {
            return instead;
        }
        assert_eq!(ask.url, "https://hub.example/api/wellbeing/fifteen/second");
        let body = ask.body.as_deref().expect("an order");
        let body: Value = serde_json::from_str(body).expect("JSON");
        let order = body["order"].as_str().expect("an order");
        let order = BASE64_STANDARD.decode(order).expect("base 64");
        let mut hub = self.hub.as_ref().expect("a hub").borrow_mut();
        let (second, obey) = &mut *hub;
        let refused = |code: &str| (403, json!({ "error": { "code": code } }));
        match Signed::read(&order, second, (self.now.get() / 1_000.0) as u64) {
            Ok(signed) => {
                let reply = BASE64_STANDARD.encode(obey(signed.order).to_bytes());
                (200, json!({ "reply": reply }))
            }
            Err(OrderError::Unsigned) => refused("not-the-second-holder"),
            Err(error) => panic!("{error}"),
        }
    }
}

impl Page for Desk {
    fn emit(&self, name: &str, _: &str, _: &JsValue) {
        panic!("nothing of a steward reaches the page, not even {name}");
    }

    fn today(&self) -> NaiveDate {
        panic!("days are the hub's, by UTC");
    }

    fn now(&self) -> f64 {
        self.now.set(self.now.get() + 1.0);
        self.now.get()
    }

    fn ask(&self, what: Ask, answer: Callback<Came>) {
        let (status, body) = self.answer(&what);
        answer.emit(Came {
            status,
            body: Json::parse(&body.to_string()),
        });
    }

    fn later(&self, _: i32, then: Callback<()>) {
        self.turns.set(self.turns.get() + 1);
        then.emit(());
    }

    fn fill_random(&self, into: &mut [u8]) -> bool {
        for byte in into {
            self.bytes
                .set(self.bytes.get().wrapping_mul(5).wrapping_add(7));
            *byte = self.bytes.get();
        }
        true
    }

    fn hub(&self) -> &'static str {
        "https://hub.example"
    }

    fn instance(&self) -> &'static str {
        "swan"
    }

    fn announce(&self, _: &str) {}
}
