//! `swansfeet demands check`: the fixed form, every row of the rules' own tables, bad input of
//! every sort, and a bound on memory.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Output};

use serde::Deserialize;
use serde_json::{Value, json as value};

use crate::support::{self, file, json, text};

const NAMES: &str = include_str!("../../../demands/tests/names.toml");
const EMAILS: &str = include_str!("../../../demands/tests/emails.toml");
const POSTCODES: &str = include_str!("../../../places/tests/postcodes.toml");

const ANA: &str =
    r#"{"id": 7, "name": "Ana Mensah", "email": "A.na+x@gmail.com", "postcode": "ls14dy"}"#;

#[derive(Deserialize)]
struct Table {
    case: Vec<Row>,
}

/// A row of any of the tables; what the others say besides is theirs.
#[derive(Deserialize)]
struct Row {
    typed: String,
    why: Option<String>,
    same: Option<String>,
    postcode: Option<String>,
    half: Option<String>,
}

fn rows(table: &str) -> Vec<Row> {
    toml::from_str::<Table>(table).expect("the table").case
}

fn swansfeet() -> Command {
    let mut command = support::swansfeet();
    command.args(["demands", "check"]);
    command
}

fn check(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = swansfeet();
    command.args(arguments);
    support::run(command, input)
}

/// One answer for each person, in order.
fn answers(people: &[Value], arguments: &[&str]) -> Vec<Value> {
    let lines: String = people.iter().map(|person| format!("{person}\n")).collect();
    let output = check(arguments, lines.as_bytes());
    assert!(output.status.success(), "{}", text(&output.stderr));
    let answers = json(&output);
    assert_eq!(answers.len(), people.len());
    answers
}

/// The line for a sentence's key in a Fluent file, up to its first blank.
fn sentence(key: &str, language: &str) -> String {
    let english = include_str!("../../../words/locales/en/demands.ftl");
    let welsh = include_str!("../../../words/locales/cy/demands.ftl");
    let all = if language == "cy" { welsh } else { english };
    let start = format!("{key} = ");
    let line = all.lines().find_map(|line| line.strip_prefix(&start));
    let line = line.unwrap_or_else(|| panic!("{key} has no sentence in {language}"));
    // The longest piece without a blank.
    let pieces = line.split(['{', '}']).filter(|piece| !piece.contains('$'));
    pieces
        .max_by_key(|piece| piece.len())
        .expect("a piece")
        .to_owned()
}

#[test]
fn the_fixed_form_comes_out_as_it_is_fixed() {
    let output = check(&[], ANA.as_bytes());
    assert!(output.status.success());
    assert_eq!(
        json(&output),
        [value!({
            "id": 7, "ok": true, "errors": [], "email_canonical": "ana@gmail.com",
            "postcode": "LS1 4DY", "outcode": "LS1",
        })]
    );
    let path = file("people.jsonl");
    std::fs::write(&path, ANA).expect("a file");
    let from_file = check(&[path.to_str().expect("a path")], b"");
    assert_eq!(from_file.stdout, output.stdout);
}

#[test]
fn every_field_that_is_wrong_is_named_and_the_others_are_answered_for() {
    let answers = answers(
        &[
            value!({"id": "a", "name": "", "email": "ana", "postcode": "LS1"}),
            value!({"id": "b", "name": "Ana", "email": "ana@", "postcode": "LS1 4DY"}),
            value!({"id": "c", "name": "Ana", "email": "ana@example.org", "postcode": "?"}),
            // Nothing at all is every field empty; without an address, somebody signs by code.
            value!({}),
            value!({"name": "Ana", "email": null, "postcode": "LS1 4DY"}),
            value!({"name": "Ana", "email": "", "postcode": "LS1 4DY"}),
        ],
        &[],
    );
    let fields = |answer: &Value| -> Vec<String> {
        let errors = answer["errors"].as_array().expect("a list");
        errors
            .iter()
            .map(|error| error["field"].as_str().expect("a name").to_owned())
            .collect()
    };
    assert_eq!(fields(&answers[0]), ["name", "email", "postcode"]);
    assert_eq!(answers[1]["postcode"], "LS1 4DY");
    assert_eq!(answers[1]["email_canonical"], Value::Null);
    assert_eq!(answers[2]["email_canonical"], "ana@example.org");
    assert_eq!(answers[2]["outcode"], Value::Null);
    assert_eq!(fields(&answers[3]), ["name", "postcode"]);
    assert_eq!(answers[3]["id"], Value::Null);
    assert_eq!(answers[4]["ok"], true);
    assert_eq!(fields(&answers[5]), ["email"]);
}

/// Runs a table through one field and holds each answer against its row.
fn holds(table: &str, field: &str, of_row: fn(&Row) -> Value, fits: fn(&Row, &Value) -> bool) {
    let rows = rows(table);
    let people: Vec<Value> = rows
        .iter()
        .map(|row| {
            let mut person =
                value!({"name": "Ana", "email": "ana@example.org", "postcode": "LS1 4DY"});
            person[field] = of_row(row);
            person
        })
        .collect();
    for language in ["en", "cy"] {
        for (row, answer) in rows.iter().zip(answers(&people, &["--lang", language])) {
            assert_eq!(answer["ok"], row.why.is_none(), "{}: {answer}", row.typed);
            match &row.why {
                None => assert!(fits(row, &answer), "{}: {answer}", row.typed),
                Some(key) => {
                    assert_eq!(answer["errors"].as_array().map(Vec::len), Some(1));
                    let error = &answer["errors"][0];
                    assert_eq!(error["field"], field, "{}", row.typed);
                    let message = error["message"].as_str().expect("a sentence");
                    let wanted = sentence(key, language);
                    assert!(message.contains(&wanted), "{}: {message}", row.typed);
                    assert!(!message.contains("{ "), "{message}");
                }
            }
        }
    }
}

#[test]
fn names_are_taken_as_people_have_them() {
    holds(NAMES, "name", |row| row.typed.clone().into(), |_, _| true);
}

#[test]
fn addresses_are_taken_as_mail_servers_take_them() {
    holds(
        EMAILS,
        "email",
        |row| row.typed.clone().into(),
        |row, answer| match &row.same {
            Some(same) => answer["email_canonical"] == same.as_str(),
            None => answer["email_canonical"].is_string(),
        },
    );
}

#[test]
fn every_shape_of_postcode_is_known() {
    let fits = |row: &Row, answer: &Value| {
        let half = row.half.as_deref();
        answer["postcode"] == row.postcode.as_deref().unwrap_or(&row.typed)
            && half.is_none_or(|half| answer["outcode"] == half)
    };
    holds(POSTCODES, "postcode", |row| row.typed.clone().into(), fits);
}

#[test]
fn spacing_and_case_of_postcodes_do_not_matter() {
    let rows = rows(POSTCODES);
    let whole: Vec<&str> = rows
        .iter()
        .filter(|row| row.why.is_none())
        .filter_map(|row| row.postcode.as_deref())
        .collect();
    let ways: [fn(&str) -> String; 6] = [
        |code| code.to_lowercase(),
        |code| code.replace(' ', ""),
        |code| code.replace(' ', "").to_lowercase(),
        |code| format!("\t {}  ", code.replace(' ', "   ")),
        |code| code.replace(' ', "\u{a0}"),
        |code| code.chars().map(|letter| format!("{letter} ")).collect(),
    ];
    let typed: Vec<(&str, Value)> = whole
        .iter()
        .flat_map(|code| ways.map(|way| (*code, value!({"name": "A", "postcode": way(code)}))))
        .collect();
    let people: Vec<Value> = typed.iter().map(|(_, person)| person.clone()).collect();
    for ((code, person), answer) in typed.iter().zip(answers(&people, &[])) {
        assert_eq!(answer["postcode"], *code, "{person}: {answer}");
    }
}

#[test]
fn lines_that_are_nobody_are_answered_in_their_place_and_harm_no_other() {
    let long = format!("{{\"id\": \"{}\"}}", "x".repeat(1 << 20));
    let bad: [(&[u8], Value, &str); 11] = [
        (b"{\"id\": \"b\xff\"}", Value::Null, "line"),
        (b"not json", Value::Null, "line"),
        (b"{\"id\": 7", Value::Null, "line"),
        (b"[]", Value::Null, "line"),
        (b"null", Value::Null, "line"),
        (long.as_bytes(), Value::Null, "line"),
        (br#"{"id": 1, "nmae": "Ana"}"#, 1.into(), "nmae"),
        (br#"{"id": 2, "name": 5}"#, 2.into(), "name"),
        (br#"{"id": 3, "email": ["a@b.example"]}"#, 3.into(), "email"),
        (
            br#"{"id": "4", "name": "A", "name": "B"}"#,
            "4".into(),
            "name",
        ),
        (br#"{"id": {}}"#, Value::Null, "id"),
    ];
    let mut input = Vec::new();
    for (line, ..) in &bad {
        input.extend_from_slice(line);
        input.push(b'\n');
        input.extend_from_slice(ANA.as_bytes());
        input.push(b'\n');
    }
    for language in ["en", "cy"] {
        let output = check(&["--lang", language], &input);
        assert_eq!(output.status.code(), Some(1));
        let answers = json(&output);
        assert_eq!(answers.len(), 2 * bad.len());
        for ((_, id, field), pair) in bad.iter().zip(answers.chunks(2)) {
            assert_eq!(pair[0]["id"], *id, "{}", pair[0]);
            assert_eq!(pair[0]["ok"], false);
            let [error] = &pair[0]["errors"].as_array().expect("a list")[..] else {
                panic!("one error: {}", pair[0])
            };
            assert_eq!(error["field"], *field, "{}", pair[0]);
            let message = error["message"].as_str().expect("a message");
            assert!(
                message.len() > 15 && !message.starts_with("error-"),
                "{message}"
            );
            assert_eq!(pair[1]["ok"], true);
        }
    }
}

#[test]
fn nothing_to_check_is_said() {
    for input in [&b""[..], b"\n\n", "\u{feff}".as_bytes()] {
        let output = check(&[], input);
        assert_eq!(output.status.code(), Some(1));
        assert!(output.stdout.is_empty());
        assert!(text(&output.stderr).contains("nothing to check in standard input"));
    }
    let output = check(&["no/such/file.jsonl"], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("no/such/file.jsonl cannot be read"));
}

#[test]
fn the_text_is_for_people_and_warns() {
    let people = [
        value!({"name": "Ana", "email": "ana@gmial.com", "postcode": "LS1 4DY"}),
        value!({"id": "x", "name": "Ana", "email": "ana@nhs.net", "postcode": ""}),
    ];
    let lines = people.map(|person| format!("{person}\n")).concat();
    let report = text(&check(&["--text"], lines.as_bytes()).stdout);
    for expected in [
        "Person 1",
        "Everything is right.",
        "Do you mean ana@gmail.com?",
        "Person x",
        "postcode: Type your postcode, like LS1 4DY.",
        "an address of the health service",
    ] {
        assert!(report.contains(expected), "{expected} in {report}");
    }
    let report = text(&check(&["--text", "--lang", "cy"], lines.as_bytes()).stdout);
    assert!(report.contains("Teipiwch eich cod post"), "{report}");
}

#[cfg(target_os = "linux")]
#[test]
fn memory_grows_neither_with_the_length_of_a_line_nor_with_their_number() {
    let mut child = swansfeet().spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("its input");
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    let mut ask = |stdin: &mut std::process::ChildStdin, line: &str| {
        writeln!(stdin, "{line}").expect("a person");
        lines.next().expect("an answer").expect("an answer")
    };
    let small = format!(r#"{{"name": "{}"}}"#, "x".repeat(1 << 19));
    ask(&mut stdin, &small);
    let before = support::peak(child.id());

    // 256 MB without an end, in pieces; then its end, and an honest person.
    let piece = vec![b'x'; 1 << 20];
    for _ in 0..256 {
        stdin.write_all(&piece).expect("a piece");
    }
    assert!(ask(&mut stdin, "").contains(r#""field":"line""#));
    for _ in 0..2_000 {
        assert!(ask(&mut stdin, ANA).contains("LS1 4DY"));
    }
    let after = support::peak(child.id());
    drop(stdin);
    assert_eq!(child.wait().expect("an end").code(), Some(1));
    assert!(after < before + (8 << 20), "from {before} to {after} bytes");
}
