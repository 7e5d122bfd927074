//! The second holder's engine: whatever crashes and whatever the hub tries, no week is lost, none is
//! published twice, and no second sum over the same weeks ever leaves.

mod falls;
#[path = "../holders/first.rs"]
mod first;
mod lies;
#[path = "../holders/vault.rs"]
mod vault;
mod world;

use chrono::TimeDelta;
use first::{Published, counts, people};
use swansfeet_wellbeing::Place;
use swansfeet_wellbeing::ledger::destroyed_after;
use swansfeet_wellbeing::second::{Refusal, Step, Trouble};
use swansfeet_wellbeing::talk::{Order, Reply};
use world::{Fall, Fuse, World, refused, week};

/// What two weeks come to: Wales each week, the north west both together.
fn expected() -> Vec<Published> {
    let out = |place, last, weeks, people: Vec<[usize; 4]>| Published {
        place,
        week: week(last),
        weeks,
        counts: counts(&people),
    };
    let mut all = vec![
        out(Place::Wales, 0, 1, people(10, 1)),
        out(Place::Wales, 1, 1, people(11, 3)),
        out(
            Place::NorthWest,
            1,
            2,
            [people(4, 2), people(7, 4)].concat(),
        ),
    ];
    all.sort();
    all
}

#[test]
fn a_group_that_is_too_small_is_carried_and_joins_the_next_week() {
    let mut world = World::first_week(4);
    world.steps.clear();
    world.run().expect("sums");
    let (wales, north_west) = (Place::Wales, Place::NorthWest);
    assert_eq!(
        world.steps,
        [
            Step::Counting(north_west, 4, 4),
            Step::Carried(north_west, week(0)),
            Step::Counting(wales, 10, 10),
            Step::Published(wales, week(0), 1),
            Step::Destroyed(wales, week(0)),
            Step::Signed(week(2)),
        ]
    );
    assert!(world.has_keys(0, north_west) && !world.has_keys(0, wales));
    world.check_in(wales, &people(11, 3));
    world.check_in(north_west, &people(7, 4));
    world.wake(2);
    world.run().expect("sums");
    assert_eq!(world.published(), expected());
    assert!(!world.has_keys(0, north_west) && !world.has_keys(1, wales));
    assert_eq!(world.first.borrow().waiting(), 0);
}

#[test]
fn after_four_weeks_what_was_too_few_is_destroyed_unread() {
    let mut world = World::first_week(4);
    for number in 1..=5 {
        world.wake(number);
        world.run().expect("a run");
        assert!(world.has_keys(0, Place::NorthWest), "week {number}");
    }
    let last = destroyed_after(week(0));
    world.first.borrow_mut().wake(last);
    world.run().expect("a run");
    assert!(world.has_keys(0, Place::NorthWest));
    world.steps.clear();
    world.first.borrow_mut().wake(last + TimeDelta::days(1));
    world.run().expect("a run");
    assert!(!world.disk.borrow().weeks.contains_key(&week(0)));
    assert!(
        world
            .steps
            .contains(&Step::Destroyed(Place::NorthWest, week(0)))
    );
    assert_eq!(world.published().len(), 1);
}

#[test]
fn keys_are_destroyed_on_their_day_though_the_hub_is_gone() {
    let mut world = World::first_week(4);
    world.first.borrow_mut().today = destroyed_after(week(0)) + TimeDelta::days(1);
    world
        .fuse
        .fall
        .set(Some(Fall::Before(world.fuse.calls.get() + 1)));
    assert!(matches!(world.run(), Err(Trouble::Hub(_))));
    assert!(!world.disk.borrow().weeks.contains_key(&week(0)));
}

#[test]
fn cards_that_are_refused_do_not_keep_what_has_ended_from_being_published() {
    let mut world = World::first_week(0);
    world.least = 11;
    world.first.borrow_mut().minimum = 10;
    assert_eq!(refused(world.run()), Refusal::TooSmall);
    assert_eq!(
        world.published(),
        [],
        "ten are fewer than this holder's least"
    );
    world.least = 10;
    let refuses = |order: &Order, honest: &dyn Fn() -> Reply| match order {
        Order::Draft(_) => Reply::Again,
        _ => honest(),
    };
    assert!(matches!(world.run_by(&refuses), Err(Trouble::Reply(_))));
    assert_eq!(world.published().len(), 1);
}

#[test]
fn a_holder_who_lost_signed_weeks_says_so_and_goes_on_with_the_next() {
    let mut world = World::first_week(0);
    world.disk.borrow_mut().weeks.clear();
    world.steps.clear();
    world.run().expect("a run");
    // This week's card was signed a week ago, the next one was not yet.
    assert!(world.steps.contains(&Step::Lost(week(1))));
    assert!(world.steps.contains(&Step::Signed(week(2))));
    let weeks: Vec<_> = world.disk.borrow().weeks.keys().copied().collect();
    assert_eq!(weeks, [week(2)], "no keys are kept that no card names");
}

#[test]
fn a_holder_whose_keys_of_a_week_are_gone_says_so() {
    let mut world = World::first_week(0);
    world.disk.borrow_mut().weeks.remove(&week(0));
    world.run().expect("a run");
    assert!(world.steps.contains(&Step::Missing(Place::Wales, week(0))));
    assert_eq!(world.published(), []);
}
