//! The engine as it runs in the page: at a hub, over a key file that a person has to save.

mod desk;
#[path = "../../wellbeing/tests/holders/first.rs"]
#[expect(dead_code, reason = "the engine's own tests need more of it")]
mod first;

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::{Context as Waiting, Poll, Waker};

use chrono::{NaiveDate, TimeDelta};
use desk::Desk;
use first::{CAMPAIGN, First, people};
use rand::SeedableRng;
use rand::rngs::ChaCha12Rng;
use serde_json::json;
use swansfeet_embed::Context;
use swansfeet_wellbeing::identity::Identity;
use swansfeet_wellbeing::key_file::KeyFile;
use swansfeet_wellbeing::second::{Second, Step, Trouble};
use swansfeet_wellbeing::{Place, Week};
use swansfeet_widget_steward::msg;
use swansfeet_widget_steward::ring::{NotSaved, Ring, Shelf};
use swansfeet_widget_steward::way::{Failure, Way};
use swansfeet_words::{Words, native::Native};
use yew::Callback;

type Ran = Result<(), Trouble<Failure, NotSaved>>;

/// A page, its hub, and a person with a key file.
struct World {
    first: Rc<RefCell<First>>,
    identity: Identity,
    edge: Context,
    instead: Rc<RefCell<Option<(u16, serde_json::Value)>>>,
    now: Rc<Cell<f64>>,
    turns: Rc<Cell<u32>>,
    /// The file as it lies on the disk.
    file: RefCell<String>,
    wanted: Rc<Cell<u32>>,
    steps: RefCell<Vec<Step>>,
}

fn monday() -> NaiveDate {
    Week::read("2026-W48").expect("a week").from()
}

fn world() -> World {
    let mut random = ChaCha12Rng::seed_from_u64(8);
    let identity = Identity::generate(&mut random);
    let first = Rc::new(RefCell::new(First::new(identity.key(), monday())));
    first.borrow_mut().minimum = 20;
    let hub = Rc::clone(&first);
    let desk = Desk::of(
        identity.key(),
        Box::new(move |order| hub.borrow_mut().obey(order)),
    );
    let (instead, now, turns) = (
        Rc::clone(&desk.instead),
        Rc::clone(&desk.now),
        Rc::clone(&desk.turns),
    );
    let words = Rc::new(Words::new(msg::EN, Native::boxed("en")));
    let secret = identity.reveal();
    let mut file = KeyFile::new(Identity::read(&secret).expect("an identity"));
    World {
        first,
        identity,
        edge: Context::new(
            words,
            std::iter::empty::<(String, String)>().collect(),
            Box::new(desk),
        ),
        instead,
        now,
        turns,
        file: RefCell::new(file.save("").to_string()),
        wanted: Rc::default(),
        steps: RefCell::default(),
    }
}

impl World {
    fn open(&self) -> Rc<Ring> {
        let file = KeyFile::read(&self.file.borrow()).expect("a key file");
        let wanted = Rc::clone(&self.wanted);
        Ring::new(file, Callback::from(move |()| wanted.set(wanted.get() + 1)))
    }

    /// Runs in a page that was opened anew; `person` does something whenever the engine waits.
    fn run(&self, person: &dyn Fn(&Ring)) -> Ran {
        let ring = self.open();
        let mut random = ChaCha12Rng::seed_from_u64(self.turns.get().into());
        let mut second = Second {
            identity: &self.identity,
            campaign: CAMPAIGN,
            least: 20,
            hub: Way::new(&self.edge, &self.identity, CAMPAIGN),
            vault: Shelf {
                ring: Rc::clone(&ring),
                campaign: CAMPAIGN.to_owned(),
            },
            watch: &mut |step| self.steps.borrow_mut().push(step),
        };
        let today = self.first.borrow().today;
        let mut work = pin!(second.run(today, 2, &mut random));
        for _ in 0..10 {
            if let Some(ran) = look(work.as_mut()) {
                return ran;
            }
            assert!(ring.is_waiting(), "it waits for nothing else");
            person(&ring);
        }
        panic!("it does not end");
    }

    /// A person who saves.
    fn saves(&self, ring: &Ring) {
        let text = ring.text("About.");
        assert_eq!(
            *ring.text("About."),
            *text,
            "pressed twice, it is the same file"
        );
        self.file.replace(text.to_string());
        ring.settled(true);
    }

    fn run_in_peace(&self) {
        self.run(&|ring| self.saves(ring)).expect("a run");
    }

    fn week_later(&self) {
        let mut first = self.first.borrow_mut();
        let next = first.today + TimeDelta::weeks(1);
        first.wake(next);
    }
}

fn look<T>(work: Pin<&mut impl Future<Output = T>>) -> Option<T> {
    match work.poll(&mut Waiting::from_waker(Waker::noop())) {
        Poll::Ready(done) => Some(done),
        Poll::Pending => None,
    }
}

#[test]
fn a_week_takes_two_savings_and_what_is_published_is_destroyed_in_the_file() {
    let world = world();
    world.run_in_peace();
    assert_eq!(world.wanted.get(), 2, "the new keys, and then the cards");
    world
        .first
        .borrow_mut()
        .check_in(Place::Wales, &people(24, 1));
    world.week_later();
    world.wanted.set(0);
    world.run_in_peace();
    assert_eq!(
        world.wanted.get(),
        2,
        "ledger and new keys, and then what is destroyed"
    );
    let week = Week::of(monday());
    let steps = world.steps.borrow();
    assert!(steps.contains(&Step::Published(Place::Wales, week, 1)));
    let file = KeyFile::read(&world.file.borrow()).expect("a key file");
    let keys = file.week(CAMPAIGN, week).expect("keys of the other place");
    assert!(keys.secret(Place::Wales).is_none());
    assert!(keys.secret(Place::NorthWest).is_some());
    world.wanted.set(0);
    world.run_in_peace();
    assert_eq!(
        world.wanted.get(),
        0,
        "nothing has changed, so nothing is to be saved"
    );
}

#[test]
fn nothing_goes_out_while_the_file_is_not_saved() {
    let world = world();
    let asked = Cell::new(0);
    let ran = world.run(&|ring| {
        asked.set(asked.get() + 1);
        ring.settled(false);
    });
    assert!(matches!(ran, Err(Trouble::Vault(NotSaved))));
    assert_eq!(asked.get(), 1);
    assert!(world.first.borrow().card(Week::of(monday())).is_none());
    world.run_in_peace();
    world
        .first
        .borrow_mut()
        .check_in(Place::Wales, &people(24, 1));
    world.week_later();
    let ran = world.run(&|ring| ring.settled(false));
    assert!(matches!(ran, Err(Trouble::Vault(NotSaved))));
    assert_eq!(world.first.borrow().published, []);
    world.run_in_peace();
    assert_eq!(world.first.borrow().published.len(), 1);
}

#[test]
fn a_page_that_is_closed_at_any_saving_loses_no_week() {
    for closed_at in 0..4 {
        let world = world();
        let savings = Cell::new(0);
        // Closed: the file stays as it was, and the engine is gone with its page.
        let closes = |ring: &Ring| {
            let at = savings.replace(savings.get() + 1);
            if at == closed_at {
                ring.settled(false);
            } else {
                world.saves(ring);
            }
        };
        let again = || {
            if world.run(&closes).is_err() {
                world.first.borrow_mut().restart();
                world.run(&closes).expect("another page");
            }
        };
        again();
        world
            .first
            .borrow_mut()
            .check_in(Place::Wales, &people(24, 1));
        world.week_later();
        again();
        assert_eq!(
            world.first.borrow().published.len(),
            1,
            "closed at {closed_at}"
        );
    }
}

#[test]
fn a_saving_before_the_work_is_not_taken_for_one_within_it() {
    let world = world();
    let ring = world.open();
    ring.change();
    world.saves(&ring);
    assert!(!ring.is_changed());
    let ran = world.run(&|ring| ring.settled(false));
    assert!(matches!(ran, Err(Trouble::Vault(NotSaved))));
}

#[test]
fn the_page_has_its_turn_while_check_ins_are_looked_at() {
    let world = world();
    world.run_in_peace();
    world
        .first
        .borrow_mut()
        .check_in(Place::Wales, &people(40, 1));
    world.week_later();
    let before = world.turns.get();
    // Each look at this clock takes a millisecond, and each check-in looks at it.
    world.run_in_peace();
    let turns = world.turns.get() - before;
    assert!((2..=4).contains(&turns), "{turns} turns in 40 check-ins");
    assert!(world.now.get() > 0.0);
}

#[test]
fn what_is_in_the_way_is_told_apart() {
    let world = world();
    let refusal = |status, code: &str| {
        let error = json!({ "code": code, "message": "As the hub words it." });
        Some((status, json!({ "error": error })))
    };
    for (instead, wanted) in [
        (Some((0, json!(null))), Failure::Silent),
        (Some((200, json!({ "reply": "AAAA" }))), Failure::Other),
        (Some((404, json!("<html>"))), Failure::Other),
        (refusal(404, "no-such-campaign"), Failure::NoCampaign),
        (refusal(403, "not-the-second-holder"), Failure::OtherKey),
        (refusal(403, "clocks-differ"), Failure::Clock),
        (
            refusal(409, "refused"),
            Failure::Refused("As the hub words it.".to_owned()),
        ),
    ] {
        world.instead.replace(instead);
        match world.run(&|ring| ring.settled(false)) {
            Err(Trouble::Hub(failure)) => assert_eq!(failure, wanted),
            other => panic!("{wanted:?}: {other:?}"),
        }
    }
}
