//! Random rules against the crate `rrule`: 1,500 here, 100,000 by `cargo bench --bench oracle`.

mod support;

use chrono::{NaiveDate, TimeDelta};
use support::random::{DIFFERENCES, LONDON, Outcome, Random, Spec, compare, ours, slowly};
use support::{Tz, schedule};

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

/// Days and weeks are walked by the month up to some interval, and one by one beyond.
#[test]
fn rules_of_any_interval_give_what_a_slow_reading_gives() {
    let mut random = Random(9_062);
    let end = NaiveDate::from_ymd_opt(2060, 1, 1).expect("a day");
    let mut dates = 0;
    for _ in 0..400 {
        let mut spec = Spec::random(&mut random);
        let most = if random.one_in(3) { 9 } else { 70 };
        spec.interval = 1 + random.below(most);
        let (ours, _) = ours(&spec);
        let slow = slowly(&spec, end);
        let ours: Vec<_> = ours.into_iter().filter(|at| at.date() < end).collect();
        let slow: Vec<_> = slow.into_iter().filter(|at| at.date() < end).collect();
        assert_eq!(ours, slow, "{} {}", spec.start, spec.text());
        dates += ours.len();
    }
    assert!(dates > 5_000, "{dates}");
}

/// What has been is counted by whole months and years, and not handed out.
#[test]
fn dates_from_an_instant_on_are_the_later_ones_of_all() {
    let mut random = Random(3_019);
    for _ in 0..1_000 {
        let mut spec = Spec::random(&mut random);
        spec.interval = 1 + random.below(6);
        if random.one_in(2) {
            spec.until = None;
            spec.count = Some(1 + random.below(400));
        }
        let meeting = schedule(spec.start, &[&spec.text()], Some(LONDON));
        let from = spec.start + TimeDelta::days(random.below(2_500));
        let later: Vec<_> = meeting.occurrences_from(&Tz, from).take(9).collect();
        let all = meeting.occurrences(&Tz).take(4_000);
        let ends = |minutes: u32| TimeDelta::minutes(minutes.into());
        let expected: Vec<_> = all
            .filter(|date| date.utc + ends(date.minutes) > from)
            .take(9)
            .collect();
        assert_eq!(
            later,
            expected,
            "{} {} from {from}",
            spec.start,
            spec.text()
        );
    }
}
