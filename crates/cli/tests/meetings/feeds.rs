//! `swansfeet meetings check` and `expand`.

use serde_json::json;

use crate::support::{json, run, swansfeet, text};

const FEED: &str = r#"{"swansfeet": "meetings/1", "name": "Fifteen", "meetings": [
  {"id": "call", "title": "Weekly call", "start": "2026-03-17T19:30", "minutes": 60, "rule": "FREQ=WEEKLY",
   "changed": [{"on": "2026-03-31T19:30", "start": "2026-04-01T20:00"},
               {"on": "2026-04-07T19:30", "cancelled": true, "note": "Nobody can be there"}]},
  {"id": "float", "title": "Everywhere", "start": "2026-03-25T09:00", "zone": null}]}"#;

const DIRTY: &str = "Title,Day,Time,Colour\nTea,Mon,7pm,red\nTalk,Blursday,8pm,\n";

#[test]
fn a_good_feed_has_nothing_wrong() {
    let mut command = swansfeet();
    command.args(["meetings", "check", "-"]);
    let output = run(command, FEED.as_bytes());
    assert!(output.status.success());
    assert_eq!(
        text(&output.stdout),
        "2 meetings read, nothing wrong, nothing left out.\n"
    );
}

#[test]
fn what_is_wrong_is_said_line_by_line() {
    let mut command = swansfeet();
    command.args(["meetings", "check"]);
    let output = run(command, DIRTY.as_bytes());
    assert_eq!(output.status.code(), Some(1), "a row was left out");
    let said = text(&output.stdout);
    assert!(said.starts_with("Line 1, Colour\n  no column has this heading; it was passed over\nLine 3, entry 2, Day\n"), "{said}");
    assert!(
        said.ends_with("1 meeting read, 2 things wrong, 1 left out.\n"),
        "{said}"
    );
}

#[test]
fn what_is_wrong_is_said_in_json_too() {
    let mut command = swansfeet();
    command.args(["meetings", "check", "--json"]);
    let output = run(command, DIRTY.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    let lines = json(&output);
    assert_eq!(lines.len(), 2);
    assert_eq!(
        lines[0],
        json!({"line": 1, "entry": null, "field": "Colour", "what": "no column has this heading; it was passed over", "left_out": false})
    );
    assert_eq!(
        (&lines[1]["entry"], &lines[1]["left_out"]),
        (&json!(2), &json!(true))
    );
}

#[test]
fn dates_come_in_order_with_what_differs() {
    let mut command = swansfeet();
    command.args([
        "meetings",
        "expand",
        "-",
        "--from",
        "2026-03-24",
        "--to",
        "2026-04-07",
        "--zone",
        "Europe/Paris",
    ]);
    let output = run(command, FEED.as_bytes());
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert_eq!(
        json(&output),
        [
            json!({"id": "call", "title": "Weekly call", "start": "2026-03-24T20:30:00", "utc": "2026-03-24T19:30:00Z", "minutes": 60, "cancelled": false, "moved": false}),
            json!({"id": "float", "title": "Everywhere", "start": "2026-03-25T09:00:00", "utc": null, "minutes": null, "cancelled": false, "moved": false}),
            json!({"id": "call", "title": "Weekly call", "start": "2026-04-01T21:00:00", "utc": "2026-04-01T19:00:00Z", "minutes": 60, "cancelled": false, "moved": true}),
            json!({"id": "call", "title": "Weekly call", "start": "2026-04-07T20:30:00", "utc": "2026-04-07T18:30:00Z", "minutes": 60, "cancelled": true, "moved": false, "note": "Nobody can be there"}),
        ]
    );
}

#[test]
fn a_zone_or_a_file_that_is_not_there_is_refused() {
    let mut command = swansfeet();
    command.args([
        "meetings",
        "expand",
        "-",
        "--from",
        "2026-03-24",
        "--to",
        "2026-04-07",
        "--zone",
        "Europe/Atlantis",
    ]);
    let output = run(command, FEED.as_bytes());
    assert_eq!(output.status.code(), Some(2));
    let mut command = swansfeet();
    command.args(["meetings", "check", "no-such-file.ics"]);
    let output = run(command, b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(
        text(&output.stderr).starts_with("swansfeet: no-such-file.ics cannot be read"),
        "{}",
        text(&output.stderr)
    );
}
