//! Files that nobody meant well, through `expand` and `rule`: an answer, soon, that says where it
//! stops.

use std::process::Output;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::support::{json, run, swansfeet, text};

/// Unoptimised, beside other tests; optimised a second is enough.
const SOON: Duration = Duration::from_secs(30);

fn calendar(many: usize, rule: &str, start: &str) -> String {
    let event = |at| {
        format!("BEGIN:VEVENT\nUID:{at}\nSUMMARY:M\nDTSTART:{start}\nRRULE:{rule}\nEND:VEVENT\n")
    };
    let events: String = (0..many).map(event).collect();
    format!("BEGIN:VCALENDAR\n{events}END:VCALENDAR\n")
}

fn expand(feed: &str, arguments: &[&str]) -> Output {
    let mut command = swansfeet();
    command.args(["meetings", "expand", "-"]).args(arguments);
    let begun = Instant::now();
    let output = run(command, feed.as_bytes());
    assert!(
        begun.elapsed() < SOON,
        "{arguments:?}: {:?}",
        begun.elapsed()
    );
    output
}

const YEAR: [&str; 4] = ["--from", "2026-12-01", "--to", "2027-11-30"];
const FOR_EVER: [&str; 4] = ["--from", "2026-12-01", "--to", "9999-12-31"];

#[test]
fn rules_without_dates_are_soon_at_their_end() {
    for (rule, start) in [
        ("FREQ=DAILY;BYMONTHDAY=31;BYMONTH=2", "20260303T193000"),
        ("FREQ=YEARLY;BYWEEKNO=1;BYMONTH=6", "20260303T193000"),
        (
            "FREQ=DAILY;INTERVAL=29;BYMONTH=1,2;COUNT=4000000000",
            "19000101T193000",
        ),
    ] {
        for days in [YEAR, FOR_EVER] {
            let output = expand(
                &calendar(7_000, rule, start),
                &[&days[..], &["--most", "10"]].concat(),
            );
            let said = text(&output.stderr);
            assert_eq!(output.status.code(), Some(1), "{rule}: {said}");
            assert!(json(&output).len() <= 10, "{rule}");
        }
    }
}

#[test]
fn more_dates_than_are_written_are_said() {
    let feed = calendar(300, "FREQ=DAILY", "20260303T193000Z");
    let output = expand(&feed, &[&FOR_EVER[..], &["--most", "1000"]].concat());
    assert_eq!(output.status.code(), Some(1));
    let said = text(&output.stderr);
    assert!(
        said.contains("more than 1000 dates") && said.contains("--most"),
        "{said}"
    );
    let lines = json(&output);
    assert_eq!(lines.len(), 1_000);
    // The earliest of all, not all of the first meeting.
    assert_eq!(lines[999]["utc"], "2026-12-04T19:30:00Z");
    let starts: Vec<&str> = lines
        .iter()
        .filter_map(|line| line["utc"].as_str())
        .collect();
    assert!(starts.is_sorted());
    let output = expand(
        &feed,
        &[
            &["--from", "2026-12-01", "--to", "2026-12-01"][..],
            &["--most", "300"],
        ]
        .concat(),
    );
    assert_eq!((json(&output).len(), output.status.code()), (300, Some(0)));
    let mut help = swansfeet();
    help.args(["meetings", "expand", "--help"]);
    let help = text(&run(help, b"").stdout);
    assert!(help.contains("--most") && help.contains("600000"), "{help}");
}

#[test]
fn the_hour_that_comes_twice_is_in_the_order_of_its_instants() {
    let feed = r#"{"swansfeet": "meetings/1", "meetings": [
        {"id": "b", "title": "B", "start": "2026-10-25T02:15", "zone": "Europe/Paris"},
        {"id": "a", "title": "A", "start": "2026-10-25T01:15", "zone": "UTC"},
        {"id": "c", "title": "C", "start": "2026-10-25T00:45", "zone": "UTC"}]}"#;
    let output = expand(feed, &["--from", "2026-10-25", "--to", "2026-10-25"]);
    let lines = json(&output);
    let seen: Vec<(&str, &str)> = lines
        .iter()
        .filter_map(|line| Some((line["id"].as_str()?, line["start"].as_str()?)))
        .collect();
    assert_eq!(
        seen,
        [
            ("b", "2026-10-25T01:15:00"),
            ("c", "2026-10-25T01:45:00"),
            ("a", "2026-10-25T01:15:00")
        ]
    );
}

#[test]
fn days_the_wrong_way_round_are_refused() {
    let output = expand("", &["--from", "2026-12-02", "--to", "2026-12-01"]);
    assert_eq!(output.status.code(), Some(2));
    let said = text(&output.stderr);
    assert!(said.contains("The last day is before the first"), "{said}");
}

#[cfg(target_os = "linux")]
#[test]
fn memory_grows_with_meetings_and_not_with_their_dates() {
    use std::io::{BufRead, BufReader, Write};
    let mut command = swansfeet();
    command
        .args(["meetings", "expand", "-", "--most", "200000"])
        .args(FOR_EVER);
    let mut child = command.spawn().expect("the program starts");
    let feed = calendar(100, "FREQ=DAILY", "20260303T193000");
    let mut stdin = child.stdin.take().expect("its input");
    stdin.write_all(feed.as_bytes()).expect("a feed");
    drop(stdin);
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    lines.next().expect("a date").expect("a date");
    let before = crate::support::peak(child.id());
    assert_eq!(lines.by_ref().take(150_000).count(), 150_000);
    let after = crate::support::peak(child.id());
    assert_eq!(lines.count(), 49_999);
    assert_eq!(child.wait().expect("an end").code(), Some(1));
    assert!(after < before + (4 << 20), "from {before} to {after} bytes");
}

fn rule(input: &str) -> Vec<Value> {
    let mut command = swansfeet();
    command.args(["meetings", "rule"]);
    let begun = Instant::now();
    let output = run(command, input.as_bytes());
    assert!(begun.elapsed() < SOON, "{:?}", begun.elapsed());
    json(&output)
}

#[test]
fn lines_that_all_ask_for_the_most_share_it_and_a_usual_line_is_still_answered_in_full() {
    let greedy = "{\"rule\":\"FREQ=DAILY\",\"start\":\"2026-03-03\",\"limit\":10000}\n";
    let usual = "{\"rule\":\"FREQ=WEEKLY\",\"start\":\"2026-03-03\",\"limit\":60}\n";
    let answers = rule(&(greedy.repeat(90) + usual));
    let many = |answer: &Value| answer["occurrences"].as_array().map_or(0, Vec::len);
    assert_eq!(
        (many(&answers[0]), &answers[0]["bounded"]),
        (10_000, &Value::Bool(false))
    );
    let greedy = &answers[89];
    assert!((50..500).contains(&many(greedy)), "{}", many(greedy));
    assert_eq!(greedy["bounded"], true);
    assert_eq!(
        (many(&answers[90]), &answers[90]["bounded"]),
        (60, &Value::Bool(false))
    );
}

#[test]
fn small_slips_are_told_what_mends_them() {
    let rows = [
        (
            r#"{"id": 1, "rule": "FREQ=DAILY", "start": "2026-03-03", "zone": ""}"#,
            "zone",
            "There is no time zone called \"\". Write a name",
        ),
        (
            r#"{"id": 1, "rule": "FREQ=DAILY", "start": "2026-03-03", "limit": "x"}"#,
            "limit",
            "from 0 to 10000 here, such as 20",
        ),
        (r#"{"id": 1, "rule": FREQ=DAILY}"#, "line", "not JSON"),
        (
            r#"{"id": 1, "rule": "FREQ=DAILY", "start": "2026-03-"#,
            "line",
            "not JSON",
        ),
    ];
    for (line, field, part) in rows {
        let answer = rule(line).remove(0);
        assert_eq!(answer["id"], 1, "{line}");
        assert_eq!(answer["error"]["field"], field, "{line}");
        let message = answer["error"]["message"].as_str().unwrap_or_default();
        assert!(message.contains(part), "{line}: {message}");
    }
    for (line, id) in [
        (r#"{"id":"a\"b, {c", "rule" }"#, Value::from("a\"b, {c")),
        (r#"{"id": [1], "rule" }"#, Value::Null),
        (r#"{"id": 1"#, Value::Null),
        (r#"{"rule": 1, "id": 2,"#, Value::Null),
    ] {
        assert_eq!(rule(line).remove(0)["id"], id, "{line}");
    }
}

#[test]
fn the_year_9999_is_the_last() {
    let answer = rule(
        r#"{"rule": "FREQ=DAILY", "start": "9999-12-30T23:30:00", "zone": "America/New_York"}"#,
    )
    .remove(0);
    assert_eq!(
        answer["occurrences"],
        serde_json::json!(["9999-12-30T23:30:00"])
    );
    assert_eq!(answer["utc"], serde_json::json!(["9999-12-31T04:30:00Z"]));
    assert_eq!(answer["bounded"], true);
}
