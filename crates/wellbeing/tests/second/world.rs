//! Two holders in memory, a way between them that may fall or lie, and people who check in.

use std::cell::{Cell, RefCell};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use chrono::{NaiveDate, TimeDelta};
use rand::SeedableRng;
use rand::rngs::ChaCha12Rng;
use swansfeet_wellbeing::identity::Identity;
use swansfeet_wellbeing::second::{Hub, Refusal, Second, Step, Trouble};
use swansfeet_wellbeing::talk::{Order, Release, Reply};
use swansfeet_wellbeing::week_keys::WeekKeys;
use swansfeet_wellbeing::{Place, Week};

use crate::first::{CAMPAIGN, First, Published, people};
use crate::vault::{Disk, Memory};

/// When something breaks: at this call, before or after it has done its work.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Fall {
    Before(u32),
    After(u32),
}

/// Counts calls, to the hub and to the vault, and breaks at one of them.
#[derive(Default)]
pub(crate) struct Fuse {
    pub(crate) calls: Cell<u32>,
    pub(crate) fall: Cell<Option<Fall>>,
}

impl Fuse {
    pub(crate) fn around<T>(&self, act: impl FnOnce() -> T) -> Result<T, &'static str> {
        let call = self.calls.replace(self.calls.get() + 1);
        match self.fall.get() {
            Some(Fall::Before(at)) if at == call => Err("fell before"),
            Some(Fall::After(at)) if at == call => {
                act();
                Err("fell after")
            }
            _ => Ok(act()),
        }
    }
}

/// What the first holder replies to an order: what `honest` gives, or something else.
pub(crate) type Bend<'a> = &'a dyn Fn(&Order, &dyn Fn() -> Reply) -> Reply;

const HONEST: Bend<'_> = &|_, honest| honest();

/// The way to the first holder.
pub(crate) struct Way<'a> {
    first: &'a RefCell<First>,
    identity: &'a Identity,
    fuse: &'a Fuse,
    given: &'a RefCell<Vec<Release>>,
    bend: Bend<'a>,
}

impl Hub for Way<'_> {
    type Error = &'static str;

    async fn ask(&self, order: Order) -> Result<Reply, Self::Error> {
        if let Order::Release(release) = &order {
            self.given.borrow_mut().push(release.clone());
        }
        self.fuse.around(|| {
            let follow = || {
                let mut first = self.first.borrow_mut();
                first.follow(order.clone(), self.identity)
            };
            (self.bend)(&order, &follow)
        })
    }
}

/// Two holders, what the second keeps, and what it said.
pub(crate) struct World {
    pub(crate) first: RefCell<First>,
    pub(crate) disk: RefCell<Disk>,
    pub(crate) fuse: Fuse,
    /// Every half of a sum that ever left, whether anything came of it or not.
    pub(crate) given: RefCell<Vec<Release>>,
    pub(crate) identity: Identity,
    pub(crate) random: ChaCha12Rng,
    pub(crate) is_late: bool,
    pub(crate) least: u32,
    pub(crate) steps: Vec<Step>,
}

pub(crate) type Ran = Result<(), Trouble<&'static str, &'static str>>;

pub(crate) fn week(number: u32) -> Week {
    Week::read("2026-W48").expect("a week").plus(number)
}

/// A Tuesday.
pub(crate) fn day(number: u32) -> NaiveDate {
    week(number).from() + TimeDelta::days(1)
}

pub(crate) fn world() -> World {
    let mut random = ChaCha12Rng::seed_from_u64(5);
    let identity = Identity::generate(&mut random);
    World {
        first: RefCell::new(First::new(identity.key(), day(0))),
        disk: RefCell::default(),
        fuse: Fuse::default(),
        given: RefCell::default(),
        identity,
        random,
        is_late: false,
        least: 10,
        steps: Vec::new(),
    }
}

/// Nothing here waits, so nothing is to be woken.
pub(crate) fn at_once<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    match work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(done) => done,
        Poll::Pending => panic!("it waits"),
    }
}

impl World {
    /// A run of a holder who was started anew, by a hub that makes something else of its replies.
    pub(crate) fn run_by(&mut self, bend: Bend<'_>) -> Ran {
        let disk = std::mem::take(&mut self.disk);
        let ran = self.run_on(&disk, bend);
        self.disk = disk;
        ran
    }

    pub(crate) fn run_on(&mut self, disk: &RefCell<Disk>, bend: Bend<'_>) -> Ran {
        let today = self.first.borrow().today;
        let steps = &mut self.steps;
        let mut second = Second {
            identity: &self.identity,
            campaign: CAMPAIGN,
            least: self.least,
            hub: Way {
                first: &self.first,
                identity: &self.identity,
                fuse: &self.fuse,
                given: &self.given,
                bend,
            },
            vault: Memory::open(disk, self.is_late, &self.fuse),
            watch: &mut |step| steps.push(step),
        };
        at_once(second.run(today, 1, &mut self.random))
    }

    pub(crate) fn run(&mut self) -> Ran {
        self.run_by(HONEST)
    }

    pub(crate) fn wake(&self, number: u32) {
        self.first.borrow_mut().wake(day(number));
    }

    pub(crate) fn check_in(&self, place: Place, people: &[[usize; 4]]) {
        self.first.borrow_mut().check_in(place, people);
    }

    pub(crate) fn published(&self) -> Vec<Published> {
        let mut published = self.first.borrow().published.clone();
        published.sort();
        published
    }

    pub(crate) fn has_keys(&self, number: u32, place: Place) -> bool {
        let disk = self.disk.borrow();
        let bytes = disk.weeks.get(&week(number));
        let keys = bytes.map(|bytes| WeekKeys::read(bytes).expect("keys"));
        keys.is_some_and(|keys| keys.secret(place).is_some())
    }

    /// A first week of ten in Wales, and so many in the north west.
    pub(crate) fn first_week(few: usize) -> World {
        let mut world = world();
        world.run().expect("cards");
        world.check_in(Place::Wales, &people(10, 1));
        world.check_in(Place::NorthWest, &people(few, 2));
        world.wake(1);
        world
    }
}

pub(crate) fn refused(ran: Ran) -> Refusal {
    match ran {
        Err(Trouble::Refused(why)) => why,
        other => panic!("{other:?}"),
    }
}
