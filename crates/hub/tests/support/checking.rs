//! A hub with a check-in over a real database, a second holder whose keys are in memory, a clock
//! that a test moves, and people who check in.

use std::{
    cell::Cell,
    collections::BTreeMap,
    rc::Rc,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use base64::{Engine, prelude::BASE64_STANDARD};
use chrono::NaiveDate;
use serde_json::json;
use swansfeet_demands::text::Moment;
use swansfeet_hub::{
    Clock, Config, Limits,
    store::{Store, sqlite::SqliteStore},
    wellbeing::{Opening, open},
};
use swansfeet_wellbeing::{
    Card, Pack, Place, Week,
    card::Setting,
    check_in::seal,
    identity::Identity,
    ledger::Ledger,
    rand_core::UnwrapErr,
    second::{Hub, Second, Step, Vault},
    talk::{Order, Reply as Said, Signed},
    week_keys::WeekKeys,
};

use super::{Reply, TestHub, built};

/// Wednesday 4 March 2026, noon; the week is 2026-W10.
pub(crate) const WEDNESDAY: i64 = 1_772_625_600;
const DAY: i64 = 86_400;

pub(crate) fn random() -> UnwrapErr<getrandom::SysRng> {
    UnwrapErr(getrandom::SysRng)
}

/// What the second holder keeps.
#[derive(Default)]
pub(crate) struct Safe {
    weeks: BTreeMap<Week, Vec<u8>>,
    ledger: Vec<u8>,
}

impl Safe {
    pub(crate) fn weeks(&self) -> usize {
        self.weeks.len()
    }
}

pub(crate) struct Checking {
    pub(crate) hub: TestHub,
    pub(crate) store: Arc<dyn Store>,
    pub(crate) identity: Identity,
    pub(crate) safe: Safe,
    clock: Arc<AtomicI64>,
}

impl Checking {
    pub(crate) async fn new() -> Self {
        let folder = built();
        let data = folder.path().join("data");
        let store: Arc<dyn Store> = Arc::new(SqliteStore::open(&data).await.unwrap());
        let identity = Identity::generate(&mut random());
        let opening = Opening {
            slug: "fifteen".to_owned(),
            pack: Pack::named("ons4").unwrap(),
            minimum: 20,
            setting: Setting::Steward,
            first_name: "Fifteen".to_owned(),
            second_name: "Sam Steward".to_owned(),
            second_key: identity.key(),
            places: vec![Place::Wales, Place::London],
        };
        open(opening, &*store, &data.join("secrets"), WEDNESDAY)
            .await
            .unwrap();
        let clock = Arc::new(AtomicI64::new(WEDNESDAY));
        Self {
            hub: hub(folder, &store, &clock).await,
            store,
            identity,
            safe: Safe::default(),
            clock,
        }
    }

    /// The same after a crash of the hub: all that it had in memory is gone.
    pub(crate) async fn restart(self) -> Self {
        let TestHub {
            folder, hub: old, ..
        } = self.hub;
        drop(old);
        Self {
            hub: hub(folder, &self.store, &self.clock).await,
            ..self
        }
    }

    pub(crate) fn now(&self) -> i64 {
        self.clock.load(Ordering::Relaxed)
    }

    pub(crate) fn today(&self) -> NaiveDate {
        chrono::DateTime::from_timestamp(self.now(), 0)
            .unwrap()
            .date_naive()
    }

    pub(crate) async fn later(&self, days: i64) {
        self.move_clock(days * DAY);
        self.refresh().await;
    }

    pub(crate) fn move_clock(&self, seconds: i64) {
        self.clock.fetch_add(seconds, Ordering::Relaxed);
    }

    pub(crate) async fn refresh(&self) {
        self.hub.hub.as_ref().unwrap().refresh().await.unwrap();
    }

    pub(crate) async fn document(&self) -> serde_json::Value {
        let reply = self.hub.get("/api/wellbeing/fifteen", &[]).await;
        assert_eq!(reply.status, 200, "{}", reply.text());
        reply.json()
    }

    pub(crate) async fn card(&self) -> Card {
        let document = self.document().await;
        let card = BASE64_STANDARD
            .decode(document["card"].as_str().unwrap())
            .unwrap();
        Card::read(&card).unwrap()
    }

    /// So many people of a place check in, each by the next of these answers.
    pub(crate) async fn people(&self, place: Place, number: usize, cells: &[[usize; 4]]) {
        let card = self.card().await;
        let cells = cells.iter().cycle().take(number);
        let sent = cells.map(async |cells| {
            let bytes = seal(&card, place, cells, &mut random()).unwrap();
            let reply = self.send(&bytes).await;
            assert_eq!((reply.status.as_u16(), reply.body.len()), (204, 0));
        });
        futures_util::future::join_all(sent).await;
    }

    pub(crate) async fn send(&self, check_in: &[u8]) -> Reply {
        let body = body(check_in);
        self.hub
            .post("/api/wellbeing/fifteen/check-ins", body)
            .await
    }

    /// What the second holder does in a week. `trouble` may break it at any point.
    pub(crate) async fn second(&mut self, trouble: &Rc<Trouble>) -> Result<Vec<Step>, String> {
        let mut steps = Vec::new();
        let now = self.now();
        let today = self.today();
        let mut watch = |step| steps.push(step);
        let mut second = Second {
            identity: &self.identity,
            campaign: "fifteen",
            least: 20,
            hub: Line {
                hub: &self.hub,
                identity: &self.identity,
                now,
                trouble: Rc::clone(trouble),
            },
            vault: Drawer {
                safe: &mut self.safe,
                trouble: Rc::clone(trouble),
            },
            watch: &mut watch,
        };
        let done = second.run(today, 2, &mut random()).await;
        done.map(|()| steps).map_err(|error| error.to_string())
    }

    pub(crate) async fn second_in_peace(&mut self) -> Vec<Step> {
        self.second(&Trouble::none()).await.unwrap()
    }
}

/// A check-in as a widget sends it.
pub(crate) fn body(check_in: &[u8]) -> String {
    let body = format!("{{\"wellbeing\":\"{}\"}}", BASE64_STANDARD.encode(check_in));
    assert!(check_in.len() != 3_060 || body.len() == 4_096);
    body
}

async fn hub(folder: tempfile::TempDir, store: &Arc<dyn Store>, clock: &Arc<AtomicI64>) -> TestHub {
    let config = Config {
        limits: Limits {
            per_network: u32::MAX,
            ..Limits::default()
        },
        ..Config::default()
    };
    let told = Arc::clone(clock);
    let clock = Clock::by(move || Moment(told.load(Ordering::Relaxed)));
    TestHub::within(folder, Arc::clone(store), config, clock).await
}

/// Breaks off at the step of that number, before or after it was done.
pub(crate) struct Trouble {
    left: Cell<u32>,
    after: bool,
}

impl Trouble {
    pub(crate) fn none() -> Rc<Self> {
        Self::at(u32::MAX, false)
    }

    pub(crate) fn at(step: u32, after: bool) -> Rc<Self> {
        Rc::new(Self {
            left: Cell::new(step),
            after,
        })
    }

    /// Whether it came to the step.
    pub(crate) fn struck(&self) -> bool {
        self.left.get() == 0
    }

    fn strikes(&self) -> bool {
        let left = self.left.get();
        self.left.set(left.saturating_sub(1));
        left == 1
    }
}

struct Line<'a> {
    hub: &'a TestHub,
    identity: &'a Identity,
    now: i64,
    trouble: Rc<Trouble>,
}

impl Hub for Line<'_> {
    type Error = String;

    async fn ask(&self, order: Order) -> Result<Said, String> {
        let strikes = self.trouble.strikes();
        if strikes && !self.trouble.after {
            return Err("the line broke before".to_owned());
        }
        let order = Signed {
            campaign: "fifteen".to_owned(),
            at: u64::try_from(self.now).unwrap(),
            order,
        };
        let order = BASE64_STANDARD.encode(order.to_bytes(self.identity));
        let body = json!({ "order": order }).to_string();
        let reply = self.hub.post("/api/wellbeing/fifteen/second", body).await;
        if reply.status != 200 {
            return Err(reply.text());
        }
        if strikes {
            return Err("the line broke after".to_owned());
        }
        let said = BASE64_STANDARD
            .decode(reply.json()["reply"].as_str().unwrap())
            .unwrap();
        Ok(Said::read(&said).unwrap())
    }
}

struct Drawer<'a> {
    safe: &'a mut Safe,
    trouble: Rc<Trouble>,
}

impl Drawer<'_> {
    fn change(&mut self, change: impl FnOnce(&mut Safe)) -> Result<(), String> {
        let strikes = self.trouble.strikes();
        if strikes && !self.trouble.after {
            return Err("the disk broke before".to_owned());
        }
        change(self.safe);
        if strikes {
            return Err("the disk broke after".to_owned());
        }
        Ok(())
    }
}

impl Vault for Drawer<'_> {
    type Error = String;

    fn weeks(&self) -> Result<Vec<Week>, String> {
        Ok(self.safe.weeks.keys().copied().collect())
    }

    fn week(&self, week: Week) -> Result<Option<WeekKeys>, String> {
        let keys = self.safe.weeks.get(&week);
        Ok(keys.map(|bytes| WeekKeys::read(bytes).unwrap()))
    }

    fn keep_week(&mut self, week: Week, keys: Option<&WeekKeys>) -> Result<(), String> {
        self.change(|safe| match keys {
            Some(keys) => drop(safe.weeks.insert(week, keys.reveal().to_vec())),
            None => drop(safe.weeks.remove(&week)),
        })
    }

    fn ledger(&self) -> Result<Ledger, String> {
        match self.safe.ledger.as_slice() {
            [] => Ok(Ledger::default()),
            bytes => Ok(Ledger::read(bytes).unwrap()),
        }
    }

    fn keep_ledger(&mut self, ledger: &Ledger) -> Result<(), String> {
        self.change(|safe| safe.ledger = ledger.to_bytes())
    }
}
