//! What a tired worker reads has a reading age of 9 to 11: Flesch–Kincaid grade 6 or less on
//! average and never over 9, save for sentences listed with a reason. What a campaign says is its
//! own.

#[path = "../../widget-pay/tests/readable/measure.rs"]
mod measure;

use measure::{grade, plain, words};
use swansfeet_widget_demands::msg;

/// Sentences that may be harder, by how they begin, and why.
const HARDER: &[(&str, &str)] = &[(
    "Write to the leader of your council",
    "three words that are the everyday ones",
)];

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
