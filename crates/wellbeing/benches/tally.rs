//! Check-ins of six questions: how long one is sealed, and how many each holder looks at in a second
//! on one core, the first beginning and finishing, the second answering. Prints figures beside what
//! was asked for; fails where one is missed.
#![allow(clippy::unwrap_used, reason = "a measurement")]

#[allow(dead_code, reason = "tests use the rest")]
#[path = "../tests/holders/mod.rs"]
mod holders;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use holders::world;
use swansfeet_wellbeing::Place;
use swansfeet_wellbeing::check_in::CheckIn;
use swansfeet_wellbeing::sum::Sum;

const PEOPLE: usize = 2_000;
/// Asked for, a second and core.
const GOAL: f64 = 5_000.0;

fn main() -> ExitCode {
    let mut world = world("work", &Place::ALL);
    let place = Place::Wales;
    let begun = Instant::now();
    let check_ins: Vec<_> = (0..PEOPLE)
        .map(|person| world.check_in(place, &[person % 4, 1, 2, 3, 0, 1]))
        .collect();
    let sealing = begun.elapsed();
    let [first, second] = world.desks(place);
    let mut sums = [Sum::new(world.card.pack()), Sum::new(world.card.pack())];
    let mut took = [Duration::ZERO; 2];
    for bytes in &check_ins {
        let begun = Instant::now();
        let check_in = CheckIn::read(bytes, &world.card).unwrap();
        let (state, told) = first.begin(&check_in).unwrap();
        let forwarded = check_in.for_second();
        took[0] += begun.elapsed();
        let begun = Instant::now();
        let theirs = CheckIn::read_second(&forwarded, &world.card).unwrap();
        let (answer, halves) = second.answer(&theirs, &told).unwrap();
        assert!(sums[1].add(theirs.nonce, &halves));
        took[1] += begun.elapsed();
        let begun = Instant::now();
        let halves = first.finish(state, &answer).unwrap();
        assert!(sums[0].add(check_in.nonce, &halves));
        took[0] += begun.elapsed();
    }
    let counts = sums[0].with(&sums[1].to_bytes()).unwrap();
    assert_eq!(counts[0][..3], [500; 3]);
    let each = sealing.as_secs_f64() * 1_000.0 / PEOPLE as f64;
    println!("sealing one, natively: {each:.2} ms");
    let mut is_met = true;
    for (holder, took) in ["first", "second"].into_iter().zip(took) {
        let rate = PEOPLE as f64 / took.as_secs_f64();
        is_met &= rate >= GOAL;
        println!("{holder} holder: {rate:.0} check-ins a second (asked for: {GOAL:.0})");
    }
    match is_met {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    }
}
