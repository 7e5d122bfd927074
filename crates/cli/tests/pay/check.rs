//! JSON Lines in and out: the fixed form, bad input of every sort, and a bound on memory.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::Stdio;

use serde_json::{Value, json as value};

use crate::{file, json, run, swansfeet, text};

/// The case of the form that other tools rely on.
const FIXED: &str = r#"{"id": "a", "age": 35, "apprentice": false, "period": {"from": "2026-10-01", "to": "2026-10-31"}, "hours": "150", "pay": "1800.00", "accommodation": {"days": 31, "charge_per_day": "12.00"}, "today": "2026-11-22"}"#;

fn case(fields: &str) -> String {
    format!(r#"{{"id": "x", "period": {{"from": "2026-10-05", "to": "2026-10-11"}}, {fields}}}"#)
}

#[test]
fn the_fixed_form_comes_out_as_it_is_fixed() {
    let output = run(&["check"], FIXED.as_bytes());
    assert!(output.status.success(), "{}", text(&output.stderr));
    let answers = json(&output);
    assert_eq!(answers.len(), 1);
    for (field, expected) in [
        ("id", value!("a")),
        ("rate", value!("12.71")),
        ("offset_per_day", value!("11.10")),
        ("hours", value!("150")),
        ("accommodation_adjustment", value!("-27.90")),
        ("counting_pay", value!("1772.10")),
        ("average", value!("11.814")),
        ("entitlement", value!("1906.50")),
        ("shortfall", value!("134.40")),
        ("meets_minimum", value!(false)),
        ("arrears", value!("134.40")),
        ("gaps", value!([])),
    ] {
        assert_eq!(answers[0][field], expected, "{field}");
    }
    for step in answers[0]["steps"].as_array().expect("steps") {
        for field in ["rule", "source", "text"] {
            assert!(
                step[field].as_str().is_some_and(|s| !s.is_empty()),
                "{step}: {field}"
            );
        }
        assert!(step.get("amount").is_some(), "{step}");
    }
}

#[test]
fn numbers_and_strings_are_the_same_and_a_file_is_the_same_as_a_pipe() {
    let numbers = FIXED
        .replace(r#""150""#, "150")
        .replace(r#""1800.00""#, "1800.00");
    let numbers = numbers.replace(r#""12.00""#, "12");
    let expected = run(&["check"], FIXED.as_bytes()).stdout;
    assert_eq!(run(&["check", "-"], numbers.as_bytes()).stdout, expected);
    let path = file("fixed.jsonl");
    std::fs::write(&path, FIXED).expect("a file");
    assert_eq!(
        run(&["check", path.to_str().expect("a path")], b"").stdout,
        expected
    );
}

#[test]
fn bad_lines_are_answered_in_their_place_and_harm_no_other() {
    let bad: &[(&str, &str)] = &[
        (r#""hours": "lots""#, "hours"),
        (r#""hours": 400"#, "hours"),
        (r#""hours": -1"#, "hours"),
        (r#""pay": -0.01"#, "pay"),
        (r#""age": 12"#, "age"),
        (r#""age": 140"#, "age"),
        (r#""born": "2026-12-24""#, "born"),
        (r#""today": "2026-10-04""#, "today"),
        (r#""houres": 30"#, "houres"),
        (r#""visits": [{"hours": 100}, {"hours": 100}]"#, "visits"),
        (r#""journeys": [{"hours": 200}]"#, "journeys"),
        (
            r#""sleep_ins": [{"hours": 9}, {"hours": 9, "awake": 10}]"#,
            "sleep_ins[1].awake",
        ),
        (
            r#""accommodation": {"days": 8, "charge_per_day": 1}"#,
            "accommodation.days",
        ),
    ];
    let mut input = String::new();
    for (fields, _) in bad {
        input.push_str(&case(fields));
        input.push('\n');
        input.push_str(FIXED);
        input.push('\n');
    }
    let output = run(&["check"], input.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    let answers = json(&output);
    assert_eq!(answers.len(), bad.len() * 2);
    for ((fields, field), pair) in bad.iter().zip(answers.chunks(2)) {
        assert_eq!(pair[0]["id"], "x", "{fields}");
        assert_eq!(pair[0]["error"]["field"], *field, "{fields}");
        let message = pair[0]["error"]["message"].as_str().expect("a message");
        assert!(
            message.len() > 20 && !message.contains('{'),
            "{fields}: {message}"
        );
        assert_eq!(pair[1]["shortfall"], "134.40", "after {fields}");
    }
}

/// What the schema says is what is taken: an end at the start is the next day's, and the day on which
/// clocks go back has 25 hours (Summer Time Act 1972, section 1).
#[test]
fn days_are_as_long_as_they_were() {
    for (from, to, fields, hours) in [
        (
            "2026-10-05",
            "2026-10-11",
            r#""visits": [{"start": "09:00", "end": "09:00"}]"#,
            "24",
        ),
        (
            "2026-10-25",
            "2026-10-25",
            r#""visits": [{"date": "2026-10-25", "start": "00:00", "end": "23:59"}]"#,
            "24.9833333333",
        ),
        ("2026-10-01", "2026-10-31", r#""hours": 745"#, "745"),
    ] {
        let line = format!(r#"{{"period": {{"from": "{from}", "to": "{to}"}}, {fields}}}"#);
        let output = run(&["check"], line.as_bytes());
        assert!(output.status.success(), "{line}: {}", text(&output.stdout));
        assert_eq!(json(&output)[0]["hours"], hours, "{line}");
    }
}

/// Time that nobody spoke of: how much of which kind would tip the answer, in words and with the field.
#[test]
fn every_kind_of_time_that_is_left_open_is_named() {
    let time = r#""age": 40, "apprentice": false, "pay": 1271, "time": {"visits": 100}, "sleep_ins": [{"may_sleep": false}], "today": "2026-11-22""#;
    let output = run(&["check"], case(time).as_bytes());
    let answers = json(&output);
    let gaps = answers[0]["gaps"].as_array().expect("gaps");
    let fields: Vec<_> = gaps
        .iter()
        .filter_map(|gap| gap["field"].as_str())
        .collect();
    let expected = [
        "time.travel",
        "time.waiting",
        "time.training",
        "time.handover",
        "sleep_ins[0].hours",
    ];
    assert_eq!(fields, expected);
    for (gap, words) in
        gaps.iter()
            .zip(["journeys", "waiting", "training", "handover", "sleep-ins"])
    {
        assert_eq!(gap["gap"], "time");
        assert!(
            gap["text"]
                .as_str()
                .is_some_and(|text| text.contains(words)),
            "{gap}"
        );
    }
}

#[test]
fn periods_that_cannot_be_name_their_field() {
    for (from, to, field) in [
        ("2026-10-31", "2026-10-01", "period.to"),
        ("2026-10-01", "2026-11-01", "period.to"),
        ("2006-09-01", "2006-09-30", "period.from"),
        ("2027-04-01", "2027-04-30", "period.from"),
        ("2026-02-30", "2026-03-01", "period.from"),
        ("1 October", "2026-10-31", "period.from"),
    ] {
        let line = format!(r#"{{"period": {{"from": "{from}", "to": "{to}"}}}}"#);
        let output = run(&["check"], line.as_bytes());
        assert_eq!(json(&output)[0]["error"]["field"], field, "{from} to {to}");
        assert_eq!(json(&output)[0]["id"], Value::Null);
        assert_eq!(output.status.code(), Some(1));
    }
}

#[test]
fn lines_that_are_no_case_name_the_line() {
    let long = format!("{{\"id\": \"{}\"}}", "x".repeat(1 << 20));
    let lines: [&[u8]; 5] = [
        b"{\"id\": \"b\xff\"}",
        b"not json",
        b"{\"id\": 7",
        b"[]",
        long.as_bytes(),
    ];
    let mut input = Vec::new();
    for line in lines {
        input.extend_from_slice(line);
        input.push(b'\n');
    }
    input.extend_from_slice(FIXED.as_bytes());
    let output = run(&["check"], &input);
    assert_eq!(output.status.code(), Some(1));
    let answers = json(&output);
    assert_eq!(answers.len(), lines.len() + 1);
    for answer in &answers[..lines.len()] {
        assert_eq!(answer["error"]["field"], "line");
        assert_eq!(answer["id"], Value::Null);
    }
    assert_eq!(answers[lines.len()]["shortfall"], "134.40");
}

#[test]
fn blank_lines_windows_lines_and_a_byte_order_mark_are_fine() {
    let input = format!("\u{feff}\r\n{FIXED}\r\n\n   \n{FIXED}");
    let output = run(&["check"], input.as_bytes());
    assert!(output.status.success());
    assert_eq!(json(&output).len(), 2);
}

#[test]
fn nothing_to_check_is_said() {
    for input in [&b""[..], b"\n\n", "\u{feff}".as_bytes()] {
        let output = run(&["check"], input);
        assert_eq!(output.status.code(), Some(1));
        assert!(output.stdout.is_empty());
        assert!(text(&output.stderr).contains("nothing to check in standard input"));
    }
    let output = run(&["check", "no/such/file.jsonl"], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("no/such/file.jsonl cannot be read"));
    // A folder opens, and then cannot be read.
    let output = run(&["check", env!("CARGO_TARGET_TMPDIR")], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("cannot be read"));
}

#[test]
fn an_answer_comes_before_the_next_case_is_asked_for() {
    let mut child = swansfeet()
        .arg("check")
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("its input");
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    for _ in 0..3 {
        writeln!(stdin, "{FIXED}").expect("a case");
        stdin.flush().expect("a case");
        let answer = lines.next().expect("an answer").expect("an answer");
        assert!(answer.contains("134.40"));
    }
    drop(stdin);
    assert!(child.wait().expect("an end").success());
}

#[test]
fn a_reader_that_has_seen_enough_is_no_trouble() {
    let mut child = swansfeet()
        .arg("check")
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("its input");
    let writer = std::thread::spawn(move || {
        // Until the program has gone.
        while writeln!(stdin, "{FIXED}").is_ok() {}
    });
    let mut first = [0; 100];
    child
        .stdout
        .take()
        .expect("its output")
        .read_exact(&mut first)
        .expect("an answer");
    let mut complaint = String::new();
    child
        .stderr
        .take()
        .expect("its errors")
        .read_to_string(&mut complaint)
        .expect("text");
    assert!(child.wait().expect("an end").success());
    assert_eq!(complaint, "");
    writer.join().expect("no panic");
}

#[cfg(target_os = "linux")]
#[test]
fn memory_grows_neither_with_the_length_of_a_line_nor_with_their_number() {
    let mut child = swansfeet()
        .arg("check")
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("its input");
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    let mut ask = |stdin: &mut std::process::ChildStdin, line: &str| {
        writeln!(stdin, "{line}").expect("a case");
        lines.next().expect("an answer").expect("an answer")
    };
    let small = format!(r#"{{"id": "{}"}}"#, "x".repeat(1 << 19));
    ask(&mut stdin, &small);
    let before = crate::support::peak(child.id());

    // 256 MB without an end, in pieces; then its end, and an honest case.
    let piece = vec![b'x'; 1 << 20];
    for _ in 0..256 {
        stdin.write_all(&piece).expect("a piece");
    }
    assert!(ask(&mut stdin, "").contains(r#""field":"line""#));
    for _ in 0..2_000 {
        assert!(ask(&mut stdin, FIXED).contains("134.40"));
    }
    let after = crate::support::peak(child.id());
    drop(stdin);
    assert_eq!(child.wait().expect("an end").code(), Some(1));
    assert!(after < before + (8 << 20), "from {before} to {after} bytes");
}

#[test]
fn the_text_is_for_people() {
    let output = run(&["check", "--text"], FIXED.as_bytes());
    let report = text(&output.stdout);
    for expected in [
        "Case a",
        "£134.40 below the legal minimum. Owed today: £134.40.",
        "£11.81 for each hour that counts; the minimum is £12.71",
        "regulation 14",
        "Real Living Wage, London: £14.80 (not read on an official page)",
    ] {
        assert!(report.contains(expected), "{expected} in {report}");
    }
    let output = run(
        &["check", "--text", "--lang", "cy"],
        case(r#""age": 12"#).as_bytes(),
    );
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).contains("age: Nid yw'r isafswm cyflog yn dechrau cyn 15 oed."));
}

#[test]
fn a_strangers_file_cannot_forge_lines_on_the_terminal() {
    let lines = "{\"id\": \"a\\u001b[31m\\nCase b\", \"z\\u001b]0;x\\u0007\": 1}\n";
    let output = run(&["check", "--text"], lines.as_bytes());
    let report = text(&output.stdout);
    assert!(
        report.starts_with("Case a\u{fffd}[31m\u{fffd}Case b\n"),
        "{report}"
    );
    let forged = |one: char| one.is_control() && one != '\n';
    assert!(!report.contains(forged), "{report:?}");
}

#[test]
fn rates_come_with_source_and_status() {
    let output = run(&["rates", "--on", "2026-10-01"], b"");
    assert!(output.status.success());
    let rates = json(&output);
    let find = |name: &str| -> Vec<&Value> { rates.iter().filter(|r| r["rate"] == name).collect() };
    let adult = find("minimum_wage")
        .into_iter()
        .find(|r| r["at_least"] == 21)
        .expect("a band");
    assert_eq!(
        (&adult["pounds"], &adult["status"]),
        (&value!("12.71"), &value!("verified"))
    );
    assert_eq!(find("accommodation_offset")[0]["pounds"], "11.10");
    assert_eq!(find("living_wage_uk")[0]["status"], "secondary");
    assert_eq!(find("care_minimum_scotland")[0]["pounds"], Value::Null);
    assert_eq!(find("care_minimum_scotland")[0]["status"], "not_found");
    assert!(
        rates
            .iter()
            .all(|rate| rate["source"].as_str().is_some_and(|s| !s.is_empty()))
    );

    let report = text(&run(&["rates", "--on", "2026-10-01", "--text"], b"").stdout);
    assert!(report.contains("Rates in force on 1 October 2026"));
    assert!(report.contains("Legal minimum, age 18 to 20"));

    // No rate is no answer: 1, with a word on standard error.
    let output = run(&["rates", "--on", "2027-04-01"], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("not known here"));
    assert_eq!(
        run(&["rates", "--on", "yesterday"], b"").status.code(),
        Some(2)
    );
}

#[test]
fn the_schema_is_published() {
    for (arguments, title) in [(&["schema"][..], "Case"), (&["schema", "answer"], "Line")] {
        let output = swansfeet()
            .args(arguments)
            .stdin(Stdio::null())
            .output()
            .expect("a schema");
        let schema: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert_eq!(
            schema["$schema"],
            "https://json-schema.org/draft/2020-12/schema"
        );
        assert_eq!(schema["title"], title);
    }
}
