//! How long it takes to find the next dates of 10,000 meetings, and what hostile rules cost.
//! `cargo bench -p swansfeet-meetings --bench expand`; ends badly where a goal is missed.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use chrono::{Datelike, NaiveDate};
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

/// Years of a first start, and rules that nobody would write to find a meeting.
const HOSTILE: [(i32, &str); 17] = [
    (2015, "FREQ=DAILY;BYMONTHDAY=31;BYMONTH=2"),
    (2015, "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2"),
    (2015, "FREQ=YEARLY;BYMONTHDAY=31;BYMONTH=2"),
    (2015, "FREQ=YEARLY;BYWEEKNO=1;BYMONTH=6"),
    (
        2015,
        "FREQ=YEARLY;BYDAY=MO,TU;BYYEARDAY=366;BYMONTH=1,2,3;BYSETPOS=-366",
    ),
    (2015, "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2"),
    (
        2015,
        "FREQ=WEEKLY;INTERVAL=313;BYMONTH=2;BYDAY=MO,TU;BYSETPOS=2",
    ),
    (2015, "FREQ=DAILY;INTERVAL=7;BYDAY=MO"),
    (2015, "FREQ=DAILY;INTERVAL=1461;BYMONTHDAY=31"),
    (
        2015,
        "FREQ=DAILY;INTERVAL=29;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO",
    ),
    (
        2025,
        "FREQ=MONTHLY;INTERVAL=48;BYMONTH=3;BYMONTHDAY=29;BYDAY=5TU",
    ),
    (2025, "FREQ=YEARLY;INTERVAL=4;BYMONTHDAY=29;BYMONTH=2"),
    (1, "FREQ=DAILY;COUNT=4000000000;BYMONTHDAY=31;BYMONTH=2"),
    (1, "FREQ=DAILY;COUNT=4000000000"),
    (
        1400,
        "FREQ=DAILY;INTERVAL=29;BYMONTH=1,2,3,4,5;COUNT=4000000000",
    ),
    (
        1400,
        "FREQ=WEEKLY;BYMONTH=1,2,3,4,5;BYDAY=MO,TU;BYSETPOS=1;COUNT=4000000000",
    ),
    (
        1400,
        "FREQ=YEARLY;BYDAY=MO,TU;BYWEEKNO=1,2,3;BYSETPOS=1;COUNT=4000000000",
    ),
];

/// Each for ten thousand meetings; and long rules, and many.
fn hostile() -> bool {
    let mut fast = true;
    let now = NaiveDate::from_ymd_opt(2026, 11, 26)
        .and_then(|day| day.and_hms_opt(9, 0, 0))
        .expect("a time");
    for (start, rule) in HOSTILE {
        let mut never = meeting(&[rule]);
        never.start = never.start.with_year(start).expect("a year");
        fast &= timed(
            &format!("{rule} from {start}, 10,000 times"),
            Duration::from_secs(2),
            || {
                for _ in 0..10_000 {
                    let _ = never.occurrences_from(&London, now).next();
                }
            },
        );
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
