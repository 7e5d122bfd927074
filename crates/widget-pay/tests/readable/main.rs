//! What a tired worker reads has a reading age of 9 to 11: Flesch–Kincaid grade 6 or less on
//! average and never over 9, save for sentences listed with a reason.
//!
//! Kincaid and others, "Derivation of New Readability Formulas", 1975:
//! 0.39 × words per sentence + 11.8 × syllables per word − 15.59.

mod measure;

use measure::{grade, plain, words};
use swansfeet_widget_pay::msg;

/// Sentences that may be harder, by how they begin, and why.
const HARDER: &[(&str, &str)] = &[
    ("Labour Relations Agency", "a name"),
    ("Citizens Advice", "a name"),
    ("Fair Work Agency", "a name"),
    ("Real Living Wage", "a name"),
    ("Social care minimum", "a name"),
    ("Northern Ireland", "a name"),
    (
        "Training and handover",
        "three words that are the everyday ones",
    ),
    (
        "Handover, notes and",
        "three words that are the everyday ones",
    ),
];

/// Shorter texts are labels: a formula for sentences says nothing about them.
const SHORTEST: usize = 5;

#[test]
fn messages_are_easy_to_read() {
    let (mut grades, mut hard) = (Vec::new(), Vec::new());
    for line in msg::EN.lines().skip(1) {
        let text = plain(line);
        let words = words(&text);
        if words.len() < SHORTEST || HARDER.iter().any(|(start, _)| text.starts_with(start)) {
            continue;
        }
        let grade = grade(&text, &words);
        grades.push(grade);
        if grade > 9.0 {
            hard.push(format!("grade {grade:.1}: {text}"));
        }
    }
    assert!(hard.is_empty(), "{}", hard.join("\n"));
    let average = grades.iter().sum::<f64>() / grades.len() as f64;
    assert!(average <= 6.0, "average grade {average:.1}");
}

#[test]
fn the_measure_tells_hard_from_easy() {
    let rows = [
        ("How many hours did you work last week?", 0.0, 3.0),
        (
            "Nothing you type leaves this device, and nothing is saved.",
            3.0,
            7.5,
        ),
        (
            "The aforementioned remuneration constitutes an unlawful deduction from contractual entitlements.",
            15.0,
            40.0,
        ),
    ];
    for (text, least, most) in rows {
        let grade = grade(text, &words(text));
        assert!((least..=most).contains(&grade), "{grade}: {text}");
    }
}
