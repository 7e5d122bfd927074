//! Merging, exceptions, seeking, bounds, and rules that nobody would write.

mod support;

use std::time::Instant;

use proptest::prelude::*;
use support::{Tz, schedule, time};
use swansfeet_meetings::recur::{Rule, RuleFault};
use swansfeet_meetings::zone::London;
use swansfeet_meetings::{Change, Override, Schedule};

const LONDON: Option<&str> = Some("Europe/London");

fn starts(schedule: &Schedule, most: usize) -> Vec<String> {
    let dates = schedule.occurrences(&London).take(most);
    dates
        .map(|date| date.start.format("%Y-%m-%dT%H:%M").to_string())
        .collect()
}

fn over(at: &str, change: Change) -> Override {
    Override {
        at: time(at),
        change,
        note: String::new(),
    }
}

fn moved(to: &str) -> Change {
    Change::Moved {
        start: time(to),
        minutes: None,
    }
}

#[test]
fn rules_and_single_dates_come_in_the_order_of_their_instants_and_each_once() {
    let mut weekly = schedule(
        time("2026-03-03T19:30"),
        &["FREQ=WEEKLY;BYDAY=TU", "FREQ=MONTHLY;BYDAY=1TU,1TH"],
        LONDON,
    );
    weekly.rdates = vec![
        time("2026-03-14T10:00"),
        time("2026-03-04T10:00"),
        time("2026-03-10T19:30"),
    ];
    weekly.exdates = vec![time("2026-03-14T10:00"), time("2026-03-17T19:30")];
    assert_eq!(
        starts(&weekly, 6),
        [
            "2026-03-03T19:30",
            "2026-03-04T10:00",
            "2026-03-05T19:30",
            "2026-03-10T19:30",
            "2026-03-24T19:30",
            "2026-03-31T19:30",
        ]
    );
}

#[test]
fn a_moved_date_comes_at_its_new_instant_and_a_cancelled_one_stays() {
    let mut weekly = schedule(time("2026-03-03T19:30"), &["FREQ=WEEKLY;COUNT=4"], LONDON);
    weekly.overrides = vec![
        over("2026-03-24T19:30", moved("2026-03-04T18:00")),
        over("2026-03-10T19:30", Change::Cancelled),
        over("2026-03-03T19:30", moved("2026-03-17T19:30")),
    ];
    let dates: Vec<_> = weekly.occurrences(&London).collect();
    let seen: Vec<_> = dates
        .iter()
        .map(|date| (date.start, date.id, date.moved, date.cancelled, date.over))
        .collect();
    let (first, second, third, fourth) = (
        time("2026-03-03T19:30"),
        time("2026-03-10T19:30"),
        time("2026-03-17T19:30"),
        time("2026-03-24T19:30"),
    );
    assert_eq!(
        seen,
        [
            (time("2026-03-04T18:00"), fourth, true, false, Some(0)),
            (second, second, false, true, Some(1)),
            (third, third, false, false, None),
            (third, first, true, false, Some(2)),
        ]
    );
}

#[test]
fn without_rules_there_is_the_start_and_what_is_added() {
    let mut once = Schedule::once(time("2026-03-03T19:30"), 60);
    assert_eq!(starts(&once, 9), ["2026-03-03T19:30"]);
    once.rdates.push(time("2026-02-01T10:00"));
    assert_eq!(starts(&once, 9), ["2026-02-01T10:00", "2026-03-03T19:30"]);
    once.exdates.push(time("2026-03-03T19:30"));
    assert_eq!(starts(&once, 9), ["2026-02-01T10:00"]);
    assert!(!once.occurrences(&London).bounded());
}

#[test]
fn a_start_that_the_rule_does_not_give_is_no_date() {
    // 2 March 2026 is a Monday.
    let tuesdays = schedule(
        time("2026-03-02T19:30"),
        &["FREQ=WEEKLY;BYDAY=TU;COUNT=2"],
        LONDON,
    );
    assert_eq!(
        starts(&tuesdays, 9),
        ["2026-03-03T19:30", "2026-03-10T19:30"]
    );
}

#[test]
fn until_counts_the_last_start_in_all_three_forms() {
    for (until, many) in [
        ("20260407", 2),
        ("20260406", 1),
        ("20260407T193000", 2),
        ("20260407T192959", 1),
        ("20260407T183000Z", 2),
        ("20260407T182959Z", 1),
        ("20260101", 0),
    ] {
        let rule = format!("FREQ=MONTHLY;BYDAY=1TU;UNTIL={until}");
        let tuesdays = schedule(time("2026-03-03T19:30"), &[&rule], LONDON);
        let mut dates = tuesdays.occurrences(&London);
        assert_eq!(dates.by_ref().count(), many, "{until}");
        assert!(!dates.bounded(), "{until}");
    }
}

#[test]
fn a_rule_that_never_comes_ends_within_milliseconds_and_says_so() {
    for rule in [
        "FREQ=DAILY;BYMONTHDAY=31;BYMONTH=2",
        "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2",
        "FREQ=YEARLY;BYMONTHDAY=31;BYMONTH=2",
        "FREQ=YEARLY;BYYEARDAY=1;BYMONTH=2",
        "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2",
        "FREQ=DAILY;INTERVAL=2;BYMONTHDAY=30,31;BYMONTH=2;COUNT=5",
        "FREQ=MONTHLY;BYDAY=6MO",
    ] {
        let never = schedule(time("2026-03-03T19:30"), &[rule], LONDON);
        let begun = Instant::now();
        let mut dates = never.occurrences(&London);
        assert_eq!(dates.next(), None, "{rule}");
        assert!(dates.bounded(), "{rule}");
        // Half a second for an unoptimised test on a busy machine; the bench measures.
        assert!(begun.elapsed().as_millis() < 500, "{rule}");
    }
    // With an UNTIL, it is the rule that ends.
    let until = schedule(
        time("2026-03-03T19:30"),
        &["FREQ=DAILY;BYMONTHDAY=31;BYMONTH=2;UNTIL=20270101"],
        LONDON,
    );
    let mut dates = until.occurrences(&London);
    assert_eq!((dates.next(), dates.bounded()), (None, false));
}

#[test]
fn a_rare_date_is_found() {
    let leap = schedule(
        time("2026-03-03T19:30"),
        &["FREQ=DAILY;INTERVAL=7;BYMONTH=2;BYMONTHDAY=29"],
        LONDON,
    );
    assert_eq!(starts(&leap, 1), ["2028-02-29T19:30"]);
    // Never again on that day of the week for 28 years or more.
    let sundays = schedule(
        time("2048-03-01T10:00"),
        &["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=SA"],
        LONDON,
    );
    assert_eq!(
        starts(&sundays, 2),
        ["2076-02-29T10:00", "2116-02-29T10:00"]
    );
}

#[test]
fn what_cannot_be_right_is_refused_by_name() {
    let rows = [
        ("", ""),
        ("BYDAY=TU", "FREQ"),
        ("FREQ", "FREQ"),
        ("FREQ=WEEKLY;BYDAY", "BYDAY"),
        ("FREQ=WEEKLY;BYDAY=", "BYDAY"),
        ("FREQ=WEEKLY;BYDAY=TU,", "BYDAY"),
        ("FREQ=WEEKLY;BYDAY=2TU", "BYDAY"),
        ("FREQ=WEEKLY;FOO=1", "FOO"),
        ("FREQ=WEEKLY;FREQ=DAILY", "FREQ"),
        ("FREQ=WEEKLY;INTERVAL=0", "INTERVAL"),
        ("FREQ=WEEKLY;COUNT=0", "COUNT"),
        ("FREQ=WEEKLY;COUNT=-1", "COUNT"),
        ("FREQ=WEEKLY;COUNT=2;UNTIL=20260101", "UNTIL"),
        ("FREQ=WEEKLY;UNTIL=20260230", "UNTIL"),
        ("FREQ=WEEKLY;UNTIL=soon", "UNTIL"),
        ("FREQ=WEEKLY;BYMONTH=13", "BYMONTH"),
        ("FREQ=WEEKLY;BYMONTHDAY=1", "BYMONTHDAY"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY"),
        ("FREQ=MONTHLY;BYWEEKNO=1", "BYWEEKNO"),
        ("FREQ=MONTHLY;BYYEARDAY=1", "BYYEARDAY"),
        ("FREQ=YEARLY;BYWEEKNO=1;BYDAY=1MO", "BYDAY"),
        ("FREQ=MONTHLY;BYSETPOS=1", "BYSETPOS"),
        ("FREQ=WEEKLY;WKST=XX", "WKST"),
        ("FREQ=DAILY;BYSECOND=0,30", "BYSECOND"),
        ("RSCALE=HEBREW;FREQ=DAILY", "RSCALE"),
        ("FREQ=DAILY;SKIP=FORWARD", "SKIP"),
        ("FREQ=MINUTELY", "FREQ"),
        ("FREQ=WEEKLY;INTERVAL=99999999999", "INTERVAL"),
        ("FREQ=YEARLY;BYDAY=54MO", "BYDAY"),
        ("FREQ=YEARLY;BYDAY=\u{e9}O", "BYDAY"),
    ];
    for (rule, part) in rows {
        let error = Rule::parse(rule).expect_err(rule);
        assert_eq!(error.part, part, "{rule}: {error}");
    }
    let nine = Rule::parse("RRULE:freq=daily;byhour=9;BYMINUTE=0; BYSECOND=0;RSCALE=GREGORIAN;")
        .expect("a rule");
    assert_eq!(
        nine.to_string(),
        "FREQ=DAILY;BYHOUR=9;BYMINUTE=0;BYSECOND=0"
    );
    assert_eq!(nine.check(time("2026-03-03T09:00")), Ok(()));
    let wrong = nine.check(time("2026-03-03T09:30")).expect_err("half past");
    assert_eq!(
        (wrong.part.as_str(), wrong.fault),
        ("BYMINUTE", RuleFault::NotTheStart)
    );
}

#[test]
fn rules_are_small_and_their_text_is_canonical() {
    assert!(size_of::<Rule>() <= 80, "{}", size_of::<Rule>());
    let rule = Rule::parse(
        "BYDAY=-1FR,TU,2MO;FREQ=MONTHLY;INTERVAL=1;WKST=MO;BYMONTHDAY=-1,3,-31;BYMONTH=12,1",
    )
    .expect("a rule");
    assert_eq!(
        rule.to_string(),
        "FREQ=MONTHLY;BYMONTH=1,12;BYMONTHDAY=3,-31,-1;BYDAY=TU,2MO,-1FR"
    );
}

/// Text as feeds have it, from whole parts to noise.
fn text() -> impl Strategy<Value = String> {
    let part = proptest::sample::select(vec![
        "FREQ=DAILY",
        "FREQ=WEEKLY",
        "FREQ=MONTHLY",
        "FREQ=YEARLY",
        "INTERVAL=3",
        "INTERVAL=4294967295",
        "COUNT=7",
        "COUNT=4294967295",
        "UNTIL=20261231",
        "UNTIL=99991231T235959Z",
        "UNTIL=00010101",
        "BYDAY=MO,-1FR",
        "BYDAY=TU,WE",
        "BYDAY=53SU,-53SU",
        "BYMONTHDAY=31,-31",
        "BYMONTH=2",
        "BYMONTH=1,12",
        "BYYEARDAY=366,-366",
        "BYWEEKNO=53,-53,1",
        "BYSETPOS=-1,366",
        "BYSETPOS=1",
        "WKST=SU",
        "WKST=WE",
        "X=1",
        "",
    ]);
    prop_oneof![
        proptest::collection::vec(part, 0..6).prop_map(|parts| parts.join(";")),
        "[A-Z0-9=;,:-]{0,60}",
        any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn whatever_the_text_dates_are_in_order_without_doubles_and_come_to_an_end(
        text in text(), year in -9_000_i32..12_000, day in 1_u32..366, minute in 0_u32..1440, from in 0_i64..4_000_000,
    ) {
        if let Ok(rule) = Rule::parse(&text) {
            prop_assert_eq!(Rule::parse(&rule.to_string()), Ok(rule.clone()));
            let day = chrono::NaiveDate::from_yo_opt(year, day).expect("a day");
            let mut all = Schedule::once(day.and_hms_opt(minute / 60, minute % 60, 0).expect("a time"), 60);
            all.rules.push(rule);
            let dates: Vec<_> = all.occurrences(&London).take(60).map(|date| date.utc).collect();
            prop_assert!(dates.is_sorted_by(|a, b| a < b));
            // From an instant on, it is the same dates without those that are over.
            let from = chrono::NaiveDateTime::MIN + chrono::TimeDelta::days(262_143 * 365) + chrono::TimeDelta::days(from);
            let _ = all.occurrences_from(&London, from).take(3).count();
        }
    }

    #[test]
    fn seeking_gives_what_walking_gives(seed in any::<u64>(), days in 0_i64..4_000) {
        let spec = support::random::Spec::random(&mut support::random::Random(seed));
        let mut all = schedule(spec.start, &[&spec.text()], LONDON);
        all.minutes = 90;
        let from = spec.start + chrono::TimeDelta::days(days);
        let mut walked = all.occurrences(&Tz);
        let walk: Vec<_> = walked.by_ref().skip_while(|date| date.utc + chrono::TimeDelta::minutes(90) <= from).take(10).collect();
        let mut sought = all.occurrences_from(&Tz, from);
        let seek: Vec<_> = sought.by_ref().take(10).collect();
        prop_assert_eq!(walk, seek, "{} {}", spec.start, spec.text());
    }
}

#[test]
fn single_dates_come_where_a_rule_has_no_more() {
    for rule in [
        "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;INTERVAL=9000",
    ] {
        let mut rare = schedule(time("2026-03-03T19:30"), &[rule], LONDON);
        rare.rdates = vec![time("2026-03-05T19:30"), time("2026-03-01T10:00")];
        let mut dates = rare.occurrences(&London);
        let found: Vec<_> = dates.by_ref().map(|date| date.start).collect();
        assert!(
            found.contains(&time("2026-03-01T10:00")),
            "{rule}: {found:?}"
        );
        assert!(
            found.contains(&time("2026-03-05T19:30")),
            "{rule}: {found:?}"
        );
        assert!(dates.bounded(), "{rule}");
    }
}

#[test]
fn a_date_of_which_only_something_is_said_is_not_moved() {
    let mut weekly = schedule(time("2026-03-03T19:30"), &["FREQ=WEEKLY"], LONDON);
    weekly.overrides = vec![
        over("2026-03-10T19:30", moved("2026-03-10T19:30")),
        over("2026-03-17T19:30", moved("2026-03-18T19:30")),
    ];
    let dates = weekly.occurrences(&London).take(4);
    let told: Vec<_> = dates.map(|date| (date.over, date.moved)).collect();
    assert_eq!(
        told,
        [
            (None, false),
            (Some(0), false),
            (Some(1), true),
            (None, false)
        ]
    );
}
