//! Every key of the rules has a sentence, and every blank of it is filled, in both languages.

use serde_json::Value;
use swansfeet_pay::{GapKind, ReadingKind, ReferenceKind, Rule};

use crate::{json, run};

/// Cases that between them take every step and leave every gap.
const CASES: &str = include_str!("sentences.jsonl");

fn answers(language: &str) -> Vec<Value> {
    json(&run(&["check", "--lang", language], CASES.as_bytes()))
}

/// All the sentences in an answer.
fn texts(answer: &Value) -> Vec<&str> {
    let lists = ["steps", "gaps", "readings", "references"];
    let rows = lists
        .iter()
        .filter_map(|list| answer[list].as_array())
        .flatten();
    let texts = rows.filter_map(|row| row["text"].as_str());
    texts.chain(answer["error"]["message"].as_str()).collect()
}

#[test]
fn every_sentence_is_said_with_its_blanks_filled() {
    for language in ["en", "cy"] {
        for answer in answers(language) {
            for text in texts(&answer) {
                assert!(
                    text.contains(' ') && !text.contains(['{', '}']),
                    "{language}: {text}"
                );
                for key in ["step-", "gap-", "reading-", "reference-", "error-"] {
                    assert!(!text.starts_with(key), "{language}: {text}");
                }
            }
        }
    }
}

#[test]
fn the_cases_above_leave_no_sentence_out() {
    let answers = answers("en");
    let all = |list: &str, name: &str| -> Vec<String> {
        let rows = answers
            .iter()
            .filter_map(|answer| answer[list].as_array())
            .flatten();
        rows.filter_map(|row| row[name].as_str())
            .map(ToOwned::to_owned)
            .collect()
    };
    let check = |said: Vec<String>, keys: Vec<&'static str>, unreachable: &[&str]| {
        for key in keys {
            let (_, name) = key.split_once('-').expect("a prefix");
            let expected = !unreachable.contains(&name);
            assert_eq!(said.iter().any(|said| said == name), expected, "{key}");
        }
    };
    check(
        all("steps", "rule"),
        Rule::ALL.iter().map(|r| r.key()).collect(),
        &[],
    );
    // Every minimum wage that is shipped is verified; the gap waits for one that is not.
    let gaps = GapKind::ALL.iter().map(|g| g.key()).collect();
    check(all("gaps", "gap"), gaps, &["rate-status"]);
    check(
        all("readings", "reading"),
        ReadingKind::ALL.iter().map(|r| r.key()).collect(),
        &[],
    );
    let references = ReferenceKind::ALL.iter().map(|r| r.key()).collect();
    check(all("references", "reference"), references, &[]);
}
