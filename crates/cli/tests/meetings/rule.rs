//! `swansfeet meetings rule`: the fixed form, every sort of time, bad input of every sort.

use std::process::Output;

use serde_json::{Value, json as value};

use crate::support::{self, file, json, text};

const FIXED: &str = r#"{"id": "a", "rule": "FREQ=MONTHLY;BYDAY=1TU", "start": "2026-03-03T19:30:00", "zone": "Europe/London", "exdates": ["2026-05-05T19:30:00"], "rdates": ["2026-03-05T19:30:00"], "limit": 4, "until": null}"#;

fn rule(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = support::swansfeet();
    command.args(["meetings", "rule"]).args(arguments);
    support::run(command, input)
}

fn answer(line: &Value) -> Value {
    json(&rule(&[], line.to_string().as_bytes())).remove(0)
}

#[test]
fn the_fixed_form_comes_out_as_it_is_fixed() {
    let output = rule(&[], FIXED.as_bytes());
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert_eq!(
        text(&output.stdout),
        "{\"id\":\"a\",\"occurrences\":[\"2026-03-03T19:30:00\",\"2026-03-05T19:30:00\",\
         \"2026-04-07T19:30:00\",\"2026-06-02T19:30:00\"],\"utc\":[\"2026-03-03T19:30:00Z\",\
         \"2026-03-05T19:30:00Z\",\"2026-04-07T18:30:00Z\",\"2026-06-02T18:30:00Z\"],\
         \"bounded\":false}\n"
    );
}

#[test]
fn a_file_is_read_like_standard_input() {
    let path = file("rules.jsonl");
    std::fs::write(&path, FIXED).expect("a file");
    let from_file = rule(&[path.to_str().expect("a path")], b"");
    assert_eq!(from_file.stdout, rule(&[], FIXED.as_bytes()).stdout);
}

#[test]
fn what_is_left_out_has_its_usual_value() {
    let weekly = answer(&value!({"rule": "FREQ=WEEKLY", "start": "2026-03-03T19:30:00"}));
    assert_eq!(weekly["id"], Value::Null);
    assert_eq!(weekly["occurrences"].as_array().map(Vec::len), Some(20));
    // Floating time has no instants.
    assert_eq!(weekly["utc"], value!([]));
}

#[test]
fn any_id_that_is_no_list_or_object_is_given_back_as_it_came() {
    for id in [
        r#""x""#,
        "7",
        "1.50",
        "true",
        "null",
        "-0",
        "12345678901234567890123",
    ] {
        let line =
            format!(r#"{{"id": {id}, "rule": "FREQ=DAILY;COUNT=1", "start": "2026-03-03"}}"#);
        let output = text(&rule(&[], line.as_bytes()).stdout);
        assert!(output.starts_with(&format!(r#"{{"id":{id},"#)), "{output}");
        let line = format!(r#"{{"id": {id}, "rule": "", "start": "2026-03-03"}}"#);
        let output = text(&rule(&[], line.as_bytes()).stdout);
        assert!(
            output.starts_with(&format!(r#"{{"id":{id},"error""#)),
            "{output}"
        );
    }
}

#[test]
fn clocks_that_change_are_followed() {
    let rows = [
        (
            "2026-03-28T01:30:00",
            [
                "2026-03-28T01:30:00",
                "2026-03-29T02:30:00",
                "2026-03-30T01:30:00",
            ],
            "2026-03-29T01:30:00Z",
        ),
        (
            "2026-10-24T01:30:00",
            [
                "2026-10-24T01:30:00",
                "2026-10-25T01:30:00",
                "2026-10-26T01:30:00",
            ],
            "2026-10-25T00:30:00Z",
        ),
    ];
    for zone in ["Europe/London", "GMT Standard Time"] {
        for (start, wall, second) in rows {
            let answer =
                answer(&value!({"rule": "FREQ=DAILY;COUNT=3", "start": start, "zone": zone}));
            assert_eq!(answer["occurrences"], value!(wall));
            assert_eq!(answer["utc"][1], second);
        }
    }
}

#[test]
fn days_and_instants_are_read_wherever_times_are() {
    let daily = |fields: Value| {
        let mut line = value!({"rule": "FREQ=DAILY", "start": "2026-06-01T19:30", "zone": "Europe/London", "limit": 3});
        for (name, field) in fields.as_object().expect("fields") {
            line[name] = field.clone();
        }
        let answer = answer(&line);
        answer["occurrences"].clone()
    };
    let first = value!(["2026-06-01T19:30:00"]);
    for until in [
        "2026-06-01",
        "2026-06-01T19:30:00",
        "2026-06-01T18:30:00Z",
        "20260601T183000Z",
        "2026-06-01T20:30:00+02:00",
    ] {
        assert_eq!(daily(value!({ "until": until })), first, "{until}");
    }
    assert_eq!(daily(value!({"until": "2026-06-01T18:29:59Z"})), value!([]));
    let later = value!([
        "2026-06-02T19:30:00",
        "2026-06-03T19:30:00",
        "2026-06-04T19:30:00"
    ]);
    for exdate in ["2026-06-01", "2026-06-01T19:30:00", "2026-06-01T18:30:00Z"] {
        assert_eq!(daily(value!({ "exdates": [exdate] })), later, "{exdate}");
    }
    assert_eq!(
        daily(value!({"start": "2026-06-01T18:30:00Z", "limit": 1})),
        first
    );
    let one = value!({"rule": "FREQ=DAILY;COUNT=1", "start": "2026-06-01T18:30:00Z"});
    assert_eq!(answer(&one)["utc"], value!(["2026-06-01T18:30:00Z"]));
    assert_eq!(daily(value!({"limit": 0})), value!([]));
}

#[test]
fn a_hostile_rule_ends_and_says_that_a_bound_was_hit() {
    let line = value!({"id": 1, "rule": "FREQ=DAILY;BYMONTHDAY=31;BYMONTH=2", "start": "2026-03-03T19:30:00", "zone": "Europe/London"});
    assert_eq!(
        answer(&line),
        value!({"id": 1, "occurrences": [], "utc": [], "bounded": true})
    );
    let line = value!({"rule": "FREQ=DAILY", "start": "9999-12-30T10:00:00"});
    let answer = answer(&line);
    assert_eq!(answer["occurrences"].as_array().map(Vec::len), Some(2));
    assert_eq!(answer["bounded"], true);
}

/// A line, the field that is wrong, and a part of the sentence.
const BAD: [(&[u8], &str, &str); 18] = [
    (b"{\"id\": \"b\xff\"}", "line", "UTF-8"),
    (b"not json", "line", "not JSON"),
    (b"[]", "line", "curly brackets"),
    (
        br#"{"id": [], "rule": "FREQ=DAILY", "start": "2026-03-03"}"#,
        "id",
        "true or false",
    ),
    (
        br#"{"rule": "FREQ=DAILY", "strat": "2026-03-03"}"#,
        "strat",
        "\"start\"",
    ),
    (
        br#"{"rule": "FREQ=DAILY", "qqqqqqqqq": 1}"#,
        "qqqqqqqqq",
        "id, rule, start",
    ),
    (br#"{"rule": "FREQ=DAILY"}"#, "start", "needed"),
    (br#"{"start": "2026-03-03"}"#, "rule", "needed"),
    (
        br#"{"rule": "FREQ=DAILY", "rule": "FREQ=DAILY", "start": "2026-03-03"}"#,
        "rule",
        "twice",
    ),
    (
        br#"{"rule": "FREQ=HOURLY", "start": "2026-03-03"}"#,
        "rule",
        "FREQ=HOURLY",
    ),
    (
        br#"{"rule": "FREQ=DAILY;BYHOUR=9,10", "start": "2026-03-03"}"#,
        "rule",
        "BYHOUR=9,10",
    ),
    (
        br#"{"rule": "FREQ=DAILY;BYHOUR=9", "start": "2026-03-03T10:00"}"#,
        "rule",
        "BYHOUR",
    ),
    (
        br#"{"rule": "FREQ=WEEKLY;BYDAY=XX", "start": "2026-03-03"}"#,
        "rule",
        "XX",
    ),
    (
        br#"{"rule": "FREQ=DAILY", "start": "2026-02-30"}"#,
        "start",
        "no time",
    ),
    (
        br#"{"rule": "FREQ=DAILY", "start": "2026-03-03", "exdates": ["2026-03-04", "soon"]}"#,
        "exdates[1]",
        "no time",
    ),
    (
        br#"{"rule": "FREQ=DAILY", "start": "2026-03-03", "zone": "Europe/Lodnon"}"#,
        "zone",
        "Europe/London",
    ),
    (
        br#"{"rule": "FREQ=DAILY", "start": "2026-03-03", "zone": "Mars/Olympus Mons"}"#,
        "zone",
        "Mars/Olympus Mons",
    ),
    (
        br#"{"rule": "FREQ=DAILY", "start": "2026-03-03", "limit": 10001}"#,
        "limit",
        "10000",
    ),
];

#[test]
fn lines_that_cannot_be_right_are_answered_in_their_place_and_harm_no_other() {
    let long = format!("{{\"id\": \"{}\"}}", "x".repeat(1 << 20));
    let mut bad = BAD.to_vec();
    bad.push((long.as_bytes(), "line", "more than"));
    let mut input = Vec::new();
    for (line, ..) in &bad {
        input.extend_from_slice(line);
        input.push(b'\n');
        input.extend_from_slice(FIXED.as_bytes());
        input.push(b'\n');
    }
    for language in ["en", "cy"] {
        let output = rule(&["--lang", language], &input);
        assert_eq!(output.status.code(), Some(1));
        let answers = json(&output);
        assert_eq!(answers.len(), 2 * bad.len());
        for ((_, field, part), pair) in bad.iter().zip(answers.chunks(2)) {
            assert_eq!(pair[0]["error"]["field"], *field, "{}", pair[0]);
            let message = pair[0]["error"]["message"].as_str().expect("a message");
            assert!(!message.contains("error-"), "{message}");
            assert!(language == "cy" || message.contains(part), "{message}");
            assert_eq!(pair[1]["bounded"], false);
        }
    }
}

#[test]
fn nothing_to_expand_is_said() {
    for input in [&b""[..], b"\n\n", "\u{feff}".as_bytes()] {
        let output = rule(&[], input);
        assert_eq!(output.status.code(), Some(1));
        assert!(output.stdout.is_empty());
        assert!(text(&output.stderr).contains("no rule in standard input"));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_line_of_many_megabytes_takes_no_memory() {
    use std::io::{BufRead, BufReader, Write};
    let mut command = support::swansfeet();
    let mut child = command
        .args(["meetings", "rule"])
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("its input");
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    writeln!(stdin, "{FIXED}").expect("a rule");
    lines.next().expect("an answer").expect("an answer");
    let before = support::peak(child.id());
    let piece = vec![b'x'; 1 << 20];
    for _ in 0..256 {
        stdin.write_all(&piece).expect("a piece");
    }
    writeln!(stdin, "\n{FIXED}").expect("a rule");
    assert!(
        lines
            .next()
            .expect("a line")
            .expect("a line")
            .contains(r#""field":"line""#)
    );
    assert!(
        lines
            .next()
            .expect("a line")
            .expect("a line")
            .contains("2026-06-02")
    );
    let after = support::peak(child.id());
    drop(stdin);
    assert_eq!(child.wait().expect("an end").code(), Some(1));
    assert!(after < before + (8 << 20), "from {before} to {after} bytes");
}
