//! Random rules against the crate `rrule`: 1,500 here, 100,000 by `cargo bench --bench oracle`.

mod support;

use support::random::{DIFFERENCES, Outcome, Random, Spec, compare};

#[test]
fn random_rules_give_what_the_crate_rrule_gives_or_it_is_known_why_not() {
    let mut random = Random(5_545);
    let (mut same, mut explained) = (0, [0; DIFFERENCES.len()]);
    for _ in 0..1_500 {
        match compare(&Spec::random(&mut random)) {
            Outcome::Same => same += 1,
            Outcome::Explained(place) => explained[place] += 1,
            Outcome::Empty | Outcome::Refused => {}
            Outcome::Unexplained(what) => panic!("{what}"),
        }
    }
    // A comparison that compares nothing would agree too.
    assert!(same > 1_000, "{same} the same");
    assert!(explained.iter().sum::<i32>() < 100, "{explained:?}");
}
