//! What a dishonest hub may try, and what it gets: nothing.

use std::cell::Cell;

use rand::SeedableRng;
use rand::rngs::ChaCha12Rng;
use swansfeet_wellbeing::card::Draft;
use swansfeet_wellbeing::identity::Identity;
use swansfeet_wellbeing::second::{Refusal, Step, Trouble};
use swansfeet_wellbeing::talk::{Entry, Job, Order, Reply};
use swansfeet_wellbeing::{Place, Week};

use crate::first::people;
use crate::world::{Ran, World, day, refused, week, world};

#[test]
fn a_hub_that_cuts_weeks_anew_is_refused() {
    let mut world = world();
    world.run().expect("cards");
    world.check_in(Place::Wales, &people(11, 1));
    world.wake(1);
    let all = world.first.borrow_mut().pages(Place::Wales, week(0));
    // It has a sum over ten of the first week, says that it has not, and asks for another.
    let asks = |world: &mut World, last: u32, entries: &[Entry]| {
        let bend = |order: &Order, honest: &dyn Fn() -> Reply| match order {
            Order::Work { .. } => work(week(0), week(last), vec![(week(0), 11)]),
            Order::Page { after: None, .. } => Reply::Page(entries.to_vec()),
            Order::Page { .. } => Reply::Page(Vec::new()),
            Order::Answers { .. } => Reply::Answered { refused: vec![] },
            Order::Release(_) => Reply::Again,
            _ => honest(),
        };
        world.run_by(&bend)
    };
    asks(&mut world, 0, &all[..10]).expect("a first sum");
    assert_eq!(refused(asks(&mut world, 0, &all)), Refusal::CutAnew);
    assert_eq!(refused(asks(&mut world, 0, &all[1..])), Refusal::CutAnew);
    world.wake(2);
    assert_eq!(refused(asks(&mut world, 1, &all[..10])), Refusal::CutAnew);
    assert_eq!(world.given.borrow().len(), 1);
    asks(&mut world, 0, &all[..10]).expect("the same sum once more");
    let given = world.given.borrow();
    assert_eq!((given.len(), &given[0]), (2, &given[1]));
}

fn work(from: Week, week: Week, parts: Vec<(Week, u32)>) -> Reply {
    let place = Place::Wales;
    let jobs = vec![Job {
        place,
        week,
        from,
        parts,
    }];
    Reply::Work { jobs, over: vec![] }
}

#[test]
fn a_hub_that_asks_for_weeks_that_may_not_be_counted_is_refused() {
    let ten = |number| (week(number), 10);
    for (from, last, parts, why) in [
        (1, 1, vec![ten(1)], Refusal::NotEnded),
        (0, 1, vec![ten(0)], Refusal::NotEnded),
        (0, 0, vec![ten(1)], Refusal::OtherWeeks),
        (0, 0, vec![ten(0), ten(0)], Refusal::OtherWeeks),
        (1, 0, vec![ten(0)], Refusal::CarriedTooLong),
    ] {
        let mut world = World::first_week(0);
        let asked = work(week(from), week(last), parts);
        let bend = |order: &Order, honest: &dyn Fn() -> Reply| match order {
            Order::Work { .. } => asked.clone(),
            _ => honest(),
        };
        assert_eq!(refused(world.run_by(&bend)), why);
        assert_eq!(*world.given.borrow(), []);
        // Its cards are signed all the same.
        assert!(world.has_keys(2, Place::Wales));
    }
    let mut world = World::first_week(0);
    world.first.borrow_mut().today = day(6);
    let bend = |order: &Order, honest: &dyn Fn() -> Reply| match order {
        Order::Work { .. } => work(week(0), week(5), vec![ten(0)]),
        _ => honest(),
    };
    assert_eq!(refused(world.run_by(&bend)), Refusal::CarriedTooLong);
}

#[test]
fn what_is_refused_for_one_place_does_not_hold_the_others_up() {
    let mut world = World::first_week(12);
    let bend = |_: &Order, honest: &dyn Fn() -> Reply| match honest() {
        Reply::Work { mut jobs, over } => {
            jobs[0].week = week(1);
            Reply::Work { jobs, over }
        }
        reply => reply,
    };
    assert_eq!(refused(world.run_by(&bend)), Refusal::NotEnded);
    assert_eq!(world.published()[0].place, Place::Wales);
}

/// A run whose hub sends these pages for Wales in place of its own, and says that there are `of`.
fn by_pages(world: &mut World, of: u32, pages: &[&[usize]]) -> Ran {
    let own = world.first.borrow_mut().pages(Place::Wales, week(0));
    let sent = Cell::new(0);
    let bend = |order: &Order, honest: &dyn Fn() -> Reply| match order {
        Order::Work { .. } => work(week(0), week(0), vec![(week(0), of)]),
        Order::Page { .. } => {
            let page = pages.get(sent.replace(sent.get() + 1)).copied();
            let page = page.unwrap_or_default().iter();
            Reply::Page(page.map(|at| own[*at].clone()).collect())
        }
        Order::Answers { .. } => Reply::Answered { refused: vec![] },
        Order::Release(_) => Reply::Again,
        _ => honest(),
    };
    world.run_by(&bend)
}

#[test]
fn a_check_in_that_is_replayed_counts_once() {
    let all: &[usize] = &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
    for pages in [
        &[&[0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9][..]][..],
        &[all, &[0]],
        &[all, &[9]],
    ] {
        let mut world = World::first_week(0);
        by_pages(&mut world, 11, pages).expect("a run");
        assert_eq!(world.given.borrow()[0].people, 10, "{pages:?}");
        assert!(world.steps.contains(&Step::Refused(Place::Wales, 1)));
        let mut world = World::first_week(0);
        let more = by_pages(&mut world, 10, pages);
        assert_eq!(refused(more), Refusal::TooMany, "{pages:?}");
    }
    // Nine people do not become ten.
    let mut world = World::first_week(0);
    by_pages(&mut world, 12, &[&all[1..], &all[7..]]).expect("a run");
    assert_eq!(*world.given.borrow(), []);
    assert!(world.steps.contains(&Step::Carried(Place::Wales, week(0))));
}

#[test]
fn pages_that_never_end_are_left() {
    let mut world = World::first_week(0);
    let pages = vec![&[0, 1, 2][..]; 10_000];
    assert_eq!(
        refused(by_pages(&mut world, 1_000, &pages)),
        Refusal::TooMany
    );
}

#[test]
fn a_check_in_of_another_place_or_week_is_not_counted() {
    let mut world = World::first_week(12);
    let other = world.first.borrow_mut().pages(Place::NorthWest, week(0));
    let moved = |order: &Order, honest: &dyn Fn() -> Reply| match (order, honest()) {
        (Order::Page { place, .. }, Reply::Page(mut page)) if *place == Place::Wales => {
            if let Some(entry) = page.first_mut() {
                *entry = other[0].clone();
            }
            Reply::Page(page)
        }
        (_, reply) => reply,
    };
    world.run_by(&moved).expect("a run");
    assert!(world.steps.contains(&Step::Carried(Place::Wales, week(0))));
    let mut world = World::first_week(0);
    let card = world.first.borrow_mut().pages(Place::Wales, week(0));
    world.run().expect("a run");
    world.check_in(Place::Wales, &people(10, 1));
    world.wake(2);
    let earlier = |order: &Order, honest: &dyn Fn() -> Reply| match order {
        Order::Page { .. } => Reply::Page(card.clone()),
        _ => honest(),
    };
    assert!(matches!(world.run_by(&earlier), Err(Trouble::Reply(_))));
}

#[test]
fn a_card_that_this_holder_should_not_sign_is_refused_and_nothing_is_signed() {
    let mut stranger = ChaCha12Rng::seed_from_u64(9);
    let stranger = Identity::generate(&mut stranger).key();
    let change = |change: &dyn Fn(&mut Draft)| {
        let mut world = world();
        let signed = Cell::new(false);
        let bend = |order: &Order, honest: &dyn Fn() -> Reply| {
            signed.set(signed.get() || matches!(order, Order::Sign { .. }));
            let reply = honest();
            let Reply::Draft(draft) = reply else {
                return reply;
            };
            let mut draft = Draft::unfinished(&draft).expect("a draft");
            change(&mut draft);
            Reply::Draft(draft.to_bytes())
        };
        world.least = 12;
        world.first.borrow_mut().minimum = 12;
        let ran = world.run_by(&bend);
        assert!(!signed.get());
        assert!(world.disk.borrow().weeks.is_empty());
        ran
    };
    assert_eq!(
        refused(change(&|draft| draft.holders[1].key = stranger)),
        Refusal::OtherHolder
    );
    assert_eq!(
        refused(change(&|draft| draft.minimum = 11)),
        Refusal::TooSmall
    );
    assert_eq!(
        refused(change(&|draft| draft.campaign = "sixteen".to_owned())),
        Refusal::OtherCard
    );
    assert_eq!(
        refused(change(&|draft| draft.week = draft.week.plus(3))),
        Refusal::OtherCard
    );
    let under_ten = change(&|draft| draft.minimum = 9);
    assert!(matches!(under_ten, Err(Trouble::Reply(_))));
}
