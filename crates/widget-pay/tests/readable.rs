//! What a tired worker reads has a reading age of 9 to 11: Flesch–Kincaid grade 6 or less on
//! average and never over 9, save for sentences listed with a reason.
//!
//! Kincaid and others, "Derivation of New Readability Formulas", 1975:
//! 0.39 × words per sentence + 11.8 × syllables per word − 15.59.

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

/// A line of the table with its blanks filled by one everyday word each, and of a choice only the
/// last variant.
fn plain(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (inside, after) = matching(after);
        match inside.rsplit_once('=') {
            Some((_, last)) if inside.contains('|') => out.push_str(&plain(last)),
            _ => out.push_str("five"),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// What stands before the brace that closes this one, and after it.
fn matching(text: &str) -> (&str, &str) {
    let mut depth = 1;
    for (at, char) in text.char_indices() {
        match char {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return (&text[..at], &text[at + 1..]);
        }
    }
    (text, "")
}

fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '’' && c != '\'')
        .filter(|w| !w.is_empty())
        .collect()
}

fn grade(text: &str, words: &[&str]) -> f64 {
    let ends = text
        .split(['.', '?', '!', ':'])
        .filter(|part| part.trim().len() > 1)
        .count()
        .max(1);
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    let count = words.len() as f64;
    0.39 * count / ends as f64 + 11.8 * syllables as f64 / count - 15.59
}

/// Groups of vowels, without a silent e at the end.
fn syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    let is_vowel = |c: char| "aeiouy".contains(c);
    let mut groups = 0;
    let mut before = false;
    for char in word.chars() {
        groups += usize::from(is_vowel(char) && !before);
        before = is_vowel(char);
    }
    let silent = word.ends_with('e') && !word.ends_with("le")
        || word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded")
        || word.ends_with("es") && !word.ends_with("ses") && !word.ends_with("ces");
    groups
        .saturating_sub(usize::from(silent && groups > 1))
        .max(1)
}
