//! A crash at every call, before and after it has done its work.

use std::cell::RefCell;

use chrono::TimeDelta;
use swansfeet_wellbeing::Place;
use swansfeet_wellbeing::talk::{Order, Reply};
use swansfeet_wellbeing::week_keys::WeekKeys;

use crate::expected;
use crate::first::{PLACES, Published, counts, people};
use crate::vault::Disk;
use crate::world::{Fall, World, world};

/// Two weeks of a campaign. Where something falls, a fresh holder runs the same day, or only when
/// the next week has ended too.
fn two_weeks(world: &mut World, waits: bool, restarts: bool) {
    let again = |world: &mut World, waits: bool| {
        if world.run().is_err() {
            if restarts {
                world.first.borrow_mut().restart();
            }
            if !waits {
                world.run().expect("a fresh run");
            }
        }
    };
    again(world, false);
    world.check_in(Place::Wales, &people(10, 1));
    world.check_in(Place::NorthWest, &people(4, 2));
    world.wake(1);
    again(world, waits);
    world.check_in(Place::Wales, &people(11, 3));
    world.check_in(Place::NorthWest, &people(7, 4));
    world.wake(2);
    again(world, false);
    // What waited for a week is offered one cut after the other.
    again(world, false);
}

#[test]
fn wherever_it_falls_a_fresh_run_loses_no_week_and_gives_no_second_sum() {
    falls_everywhere(false);
}

#[test]
fn the_same_where_a_person_has_to_save_what_is_kept() {
    falls_everywhere(true);
}

fn falls_everywhere(is_late: bool) {
    let mut at = 0;
    while falls_at(at, is_late) {
        at += 1;
    }
    assert!(at > 40, "{at} calls");
}

/// Whether there is a call of this number; if there is, all is well though it breaks.
fn falls_at(at: u32, is_late: bool) -> bool {
    let mut calls = 0;
    let falls = [Fall::Before(at), Fall::After(at)];
    // What a person saves falls between two calls only once.
    for fall in falls.into_iter().skip(usize::from(is_late)) {
        // Whether the next run comes the same day, and whether the hub was started anew: over all
        // calls, all four.
        let (waits, restarts) = (at.is_multiple_of(2), (at / 2).is_multiple_of(2));
        let mut world = world();
        world.is_late = is_late;
        world.fuse.fall.set(Some(fall));
        two_weeks(&mut world, waits, restarts);
        let how = format!("{fall:?}, late {is_late}, waits {waits}, anew {restarts}");
        if !waits {
            assert_eq!(world.published(), expected(), "{how}");
        }
        assert_eq!(totals(&world.published()), totals(&expected()), "{how}");
        for (number, place) in [0, 1]
            .into_iter()
            .flat_map(|at| PLACES.map(|place| (at, place)))
        {
            assert!(!world.has_keys(number, place), "{how}");
        }
        one_sum_over_any_week(&world, &how);
        calls = world.fuse.calls.get();
    }
    at < calls
}

/// How many chose what in each place, over all weeks that are out. Weeks may have been put together
/// while nobody ran; none is missing, and none is there twice.
fn totals(published: &[Published]) -> Vec<(Place, Vec<Vec<u32>>)> {
    let of = |place| {
        let mut total = counts(&[]);
        for out in published.iter().filter(|out| out.place == place) {
            for (total, counts) in total.iter_mut().zip(&out.counts) {
                total
                    .iter_mut()
                    .zip(counts)
                    .for_each(|(total, count)| *total += count);
            }
        }
        (place, total)
    };
    PLACES.map(of).to_vec()
}

/// Whatever left the second holder, whether it arrived or not.
fn one_sum_over_any_week(world: &World, how: &str) {
    let given = world.given.borrow();
    let begins = |at: usize| given[at].week.from() - TimeDelta::weeks(given[at].weeks.into());
    for one in 0..given.len() {
        for other in 0..one {
            let is_apart = given[one].place != given[other].place
                || begins(one) >= given[other].week.from()
                || begins(other) >= given[one].week.from();
            assert!(is_apart || given[one] == given[other], "{how}");
        }
    }
}

#[test]
fn keys_and_ledger_are_kept_for_good_before_anything_that_follows_from_them_leaves() {
    let mut world = world();
    world.is_late = true;
    for number in 0..3 {
        // The disk as it is when an order leaves, seen from the other side.
        let seen: RefCell<Vec<Order>> = RefCell::default();
        let disk = std::mem::take(&mut world.disk);
        let looks = |order: &Order, honest: &dyn Fn() -> Reply| {
            seen.borrow_mut().push(order.clone());
            is_kept(order, &disk.borrow());
            honest()
        };
        world.run_on(&disk, &looks).expect("a run");
        world.disk = disk;
        let has = |kind: fn(&Order) -> bool| seen.borrow().iter().any(kind);
        assert!(has(|order| matches!(order, Order::Sign { .. })));
        assert_eq!(has(|order| matches!(order, Order::Release(_))), number > 0);
        world.check_in(Place::Wales, &people(10, 1));
        world.wake(number + 1);
    }
}

fn is_kept(order: &Order, disk: &Disk) {
    let holds = |bytes: &[u8], part: &[u8]| bytes.windows(part.len()).any(|at| at == part);
    match order {
        Order::Sign { draft, .. } => {
            let mut weeks = disk.weeks.values();
            let is_kept = weeks.any(|keys| {
                let keys = WeekKeys::read(keys).expect("keys").publics();
                keys.iter().all(|key| holds(draft, &key.to_bytes()))
            });
            assert!(is_kept, "a card goes out whose keys were not kept");
        }
        Order::Release(release) => {
            let ledger = disk.ledger.as_deref().expect("a ledger");
            assert!(holds(ledger, &release.digest));
        }
        _ => {}
    }
}
