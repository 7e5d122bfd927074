//! How long it takes to find the next dates of 10,000 meetings, and what hostile rules cost.
//! `cargo bench -p swansfeet-meetings --bench expand`; ends badly where a goal is missed.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use swansfeet_meetings::Schedule;
use swansfeet_meetings::recur::Rule;
use swansfeet_meetings::zone::London;

fn meeting(rules: &[&str]) -> Schedule {
    let day = NaiveDate::from_ymd_opt(2015, 3, 3).expect("a day");
    let mut meeting = Schedule::once(day.and_hms_opt(19, 30, 0).expect("a time"), 60);
    meeting.rules = rules
        .iter()
        .map(|rule| Rule::parse(rule).expect("a rule"))
        .collect();
    meeting
}

fn timed(what: &str, most: Duration, mut work: impl FnMut()) -> bool {
    let begun = Instant::now();
    work();
    let took = begun.elapsed();
    println!(
        "expand: {what} in {:.3} ms (goal: {} ms)",
        took.as_secs_f64() * 1e3,
        most.as_millis()
    );
    took <= most
}

fn main() -> ExitCode {
    let rules = [
        "FREQ=WEEKLY;BYDAY=TU",
        "FREQ=MONTHLY;BYDAY=1TU",
        "FREQ=WEEKLY;INTERVAL=2",
        "FREQ=MONTHLY;BYDAY=-1FR;BYMONTH=1,2,3,4,5,6,7,8,9,10,11",
        "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
        "FREQ=WEEKLY;COUNT=900",
        "FREQ=MONTHLY;BYMONTHDAY=15",
        "FREQ=YEARLY",
    ];
    let meetings: Vec<Schedule> = (0..10_000)
        .map(|i| meeting(&[rules[i % rules.len()]]))
        .collect();
    let now = NaiveDate::from_ymd_opt(2026, 11, 26)
        .and_then(|day| day.and_hms_opt(9, 0, 0))
        .expect("a time");
    let mut fast = timed(
        "the next 6 dates of 10,000 meetings",
        Duration::from_millis(100),
        || {
            let found: usize = meetings
                .iter()
                .map(|meeting| meeting.occurrences_from(&London, now).take(6).count())
                .sum();
            assert_eq!(found, 60_000);
        },
    );
    fast &= hostile();
    if fast {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Rules that nobody would write to find a meeting.
fn hostile() -> bool {
    let mut fast = true;
    for rule in [
        "FREQ=DAILY;BYMONTHDAY=31;BYMONTH=2",
        "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2",
        "FREQ=YEARLY;BYMONTHDAY=31;BYMONTH=2",
        "FREQ=YEARLY;BYWEEKNO=1;BYMONTH=6",
        "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2",
        "FREQ=DAILY;COUNT=4000000000;BYMONTHDAY=31;BYMONTH=2",
    ] {
        let never = meeting(&[rule]);
        fast &= timed(rule, Duration::from_millis(20), || {
            let mut dates = never.occurrences(&London);
            assert!(dates.next().is_none() && dates.bounded());
        });
    }
    let days = ["FREQ=DAILY;BYMONTHDAY="; 1].concat() + &vec!["-31"; 250_000].join(",");
    fast &= timed(
        "a rule of 1 MB, read and 10,000 dates",
        Duration::from_secs(1),
        || {
            let _ = meeting(&[&days]).occurrences(&London).take(10_000).count();
        },
    );
    let ordinals =
        ["FREQ=YEARLY;BYDAY="; 1].concat() + &vec!["-53SU,1MO,7TU,20WE"; 52_000].join(",");
    fast &= timed(
        "another rule of 1 MB, read and 10,000 dates",
        Duration::from_secs(1),
        || {
            let _ = meeting(&[&ordinals])
                .occurrences(&London)
                .take(10_000)
                .count();
        },
    );
    let many = meeting(&vec!["FREQ=DAILY"; 29_000]);
    fast &= timed(
        "29,000 rules for one meeting, 10,000 dates asked for",
        Duration::from_secs(1),
        || {
            let _ = many.occurrences(&London).take(10_000).count();
        },
    );
    fast
}
