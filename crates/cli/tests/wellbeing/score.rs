//! `swansfeet wellbeing score`: the fixed form, bad input of every sort, the text for people.

use std::process::Output;

use serde_json::{Value, json as value};

use crate::support::{self, file, json, text};

const ONE: &str = r#"{"id": 7, "pack": "ons4", "answers": {"satisfied": 7, "worthwhile": 8, "happy": 6, "anxious": 4}}"#;

fn score(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = support::swansfeet();
    command.args(["wellbeing", "score"]).args(arguments);
    support::run(command, input)
}

/// What one line comes to, and with what the program ends.
fn one(line: &str) -> (Value, Option<i32>) {
    let output = score(&[], line.as_bytes());
    let answers = json(&output);
    assert_eq!(answers.len(), 1, "{line}");
    (answers[0].clone(), output.status.code())
}

#[test]
fn the_fixed_form_comes_out_as_it_is_fixed() {
    let output = score(&[], ONE.as_bytes());
    assert!(output.status.success());
    let wanted = r#"{"id":7,"bands":{"satisfied":"high","worthwhile":"high","happy":"medium","anxious":"medium"}}"#;
    assert_eq!(text(&output.stdout).trim_end(), wanted);
    let path = file("check-ins.jsonl");
    std::fs::write(&path, ONE).expect("a file");
    let from_file = score(&[path.to_str().expect("a path")], b"");
    assert_eq!(from_file.stdout, output.stdout);
}

#[test]
fn every_pack_comes_to_what_it_is_for() {
    let rows = [
        (
            r#"{"id": "a", "pack": "who5", "answers": [3, 2, 4, 1, 5]}"#,
            value!({"id": "a", "score": 60, "band": "not_low"}),
        ),
        (
            r#"{"pack": "who5", "answers": {"cheerful": 1, "calm": 1, "active": 1, "rested": 1, "interested": 1}}"#,
            value!({"id": null, "score": 20, "band": "very_low"}),
        ),
        (
            r#"{"id": 1, "pack": "ons4", "answers": {"satisfied": null, "happy": 10}}"#,
            value!({"id": 1, "bands": {"happy": "very_high"}}),
        ),
        (
            r#"{"id": 1, "pack": "ons4", "answers": [0, null, 5, 6]}"#,
            value!({"id": 1, "bands": {"satisfied": "low", "happy": "medium", "anxious": "high"}}),
        ),
        (
            r#"{"id": 1, "pack": "ons4", "answers": {}}"#,
            value!({"id": 1, "bands": {}}),
        ),
        (
            r#"{"id": 1, "pack": "work", "answers": {"demands": 0, "control": 2, "change": 4}}"#,
            value!({"id": 1, "bands": {"demands": "seldom", "control": "sometimes", "change": "often"}}),
        ),
    ];
    for (line, wanted) in rows {
        assert_eq!(one(line), (wanted, Some(0)), "{line}");
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn what_is_wrong_is_named_with_its_field_and_how_to_mend_it() {
    let range = "Write a whole number from 0 to 10 here.";
    let rows = [
        (
            r#"{"id": 1, "pack": "ons4", "answers": {"satisfied": 11}}"#,
            "answers.satisfied",
            range,
        ),
        (
            r#"{"id": 1, "pack": "ons4", "answers": {"happy": -1}}"#,
            "answers.happy",
            range,
        ),
        (
            r#"{"id": 1, "pack": "ons4", "answers": {"happy": 300}}"#,
            "answers.happy",
            range,
        ),
        (
            r#"{"id": 1, "pack": "ons4", "answers": {"happy": 6.5}}"#,
            "answers.happy",
            range,
        ),
        (
            r#"{"id": 1, "pack": "ons4", "answers": {"happy": "six"}}"#,
            "answers.happy",
            range,
        ),
        (
            r#"{"id": 1, "pack": "ons4", "answers": {"happy": [6]}}"#,
            "answers.happy",
            range,
        ),
        (
            r#"{"id": 1, "pack": "ons4", "answers": {"hapy": 6}}"#,
            "answers.hapy",
            "\"happy\"",
        ),
        (
            r#"{"id": 1, "pack": "ons4", "answers": {"employer": 6}}"#,
            "answers.employer",
            "no question",
        ),
        (
            r#"{"id": 1, "pack": "ons4", "answers": {"happy": 6, "happy": 7}}"#,
            "answers.happy",
            "twice",
        ),
        (
            r#"{"id": 1, "pack": "ons4", "answers": [1, 2, 3]}"#,
            "answers",
            "4 questions",
        ),
        (
            r#"{"id": 1, "pack": "ons4", "answers": 7}"#,
            "answers",
            "curly brackets by their names",
        ),
        (
            r#"{"id": 1, "pack": "ons4", "answers": null}"#,
            "answers",
            "needed",
        ),
        (r#"{"id": 1, "pack": "ons4"}"#, "answers", "needed"),
        (
            r#"{"id": 1, "pack": "phq9", "answers": {}}"#,
            "pack",
            "ons4, work, who5",
        ),
        (
            r#"{"id": 1, "pack": 4, "answers": {}}"#,
            "pack",
            "quotation marks",
        ),
        (r#"{"id": 1, "answers": {}}"#, "pack", "needed"),
        (
            r#"{"id": 1, "pack": "ons4", "answers": {}, "name": "Ana"}"#,
            "name",
            "id, pack and answers",
        ),
        (
            r#"{"id": 1, "pack": "who5", "answers": [3, 2, 4, 1]}"#,
            "answers",
            "5 questions",
        ),
        (
            r#"{"id": 1, "pack": "who5", "answers": [3, 2, 4, 1, null]}"#,
            "answers.interested",
            "is needed",
        ),
        (
            r#"{"id": 1, "pack": "who5", "answers": [3, 2, 4, 1, 6]}"#,
            "answers.interested",
            "from 0 to 5",
        ),
        (
            r#"{"id": 1, "pack": "who5", "answers": {"calm": 1}}"#,
            "answers.cheerful",
            "is needed",
        ),
    ];
    for (line, field, part) in rows {
        let (answer, code) = one(line);
        assert_eq!(code, Some(1), "{line}");
        assert_eq!(answer["id"], 1, "{line}");
        assert_eq!(answer["error"]["field"], field, "{line}: {answer}");
        let message = answer["error"]["message"].as_str().expect("a sentence");
        assert!(message.contains(part), "{line}: {message}");
    }
}

#[test]
fn lines_that_are_no_check_in_are_answered_in_their_place_and_harm_no_other() {
    let bad: [&[u8]; 6] = [
        b"{\"id\": \"b\xff\"}",
        b"not json",
        b"{\"id\": 7",
        b"[]",
        b"null",
        b"7",
    ];
    let mut input = Vec::new();
    for line in bad {
        input.extend_from_slice(line);
        input.extend_from_slice(b"\n");
        input.extend_from_slice(ONE.as_bytes());
        input.extend_from_slice(b"\r\n\n");
    }
    for language in ["en", "cy"] {
        let output = score(&["--lang", language], &input);
        assert_eq!(output.status.code(), Some(1));
        let answers = json(&output);
        assert_eq!(answers.len(), 2 * bad.len());
        for pair in answers.chunks(2) {
            assert_eq!(pair[0]["id"], Value::Null);
            assert_eq!(pair[0]["error"]["field"], "line", "{}", pair[0]);
            let message = pair[0]["error"]["message"].as_str().expect("a sentence");
            assert!(
                message.len() > 15 && !message.starts_with("error-"),
                "{message}"
            );
            assert_eq!(pair[1]["bands"]["happy"], "medium");
        }
    }
}

#[test]
fn nothing_to_score_is_said() {
    for input in [&b""[..], b"\n \n"] {
        let output = score(&[], input);
        assert_eq!(output.status.code(), Some(1));
        assert!(output.stdout.is_empty());
        assert!(text(&output.stderr).contains("nothing to score in standard input"));
    }
}

#[test]
fn the_text_is_for_people() {
    let lines = [
        ONE,
        r#"{"id": "x", "pack": "who5", "answers": [0, 1, 2, 3, 4]}"#,
        r#"{"id": "y", "pack": "work", "answers": {"role": 3}}"#,
        r#"{"pack": "ons4", "answers": {}}"#,
        r#"{"id": "z", "pack": "ons4", "answers": {"happy": 99}}"#,
    ];
    let lines = lines.join("\n");
    let report = text(&score(&["--text"], lines.as_bytes()).stdout);
    for expected in [
        "Check-in 7",
        "  Satisfied with life: high",
        "  Score 40 of 100: low",
        "  Knowing what the job is: often",
        "Check-in 4\n  Nothing was said.",
        "  answers.happy: Write a whole number from 0 to 10 here.",
    ] {
        assert!(report.contains(expected), "{expected} in {report}");
    }
    let report = text(&score(&["--text", "--lang", "cy"], lines.as_bytes()).stdout);
    for expected in [
        "Cofnod 7",
        "Bodlon ar fywyd: uchel",
        "Sgôr 40 allan o 100: isel",
    ] {
        assert!(report.contains(expected), "{expected} in {report}");
    }
    assert!(!report.contains("score-"), "{report}");
}
