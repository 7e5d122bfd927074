//! What a steward reads has a reading age of 9 to 11: Flesch–Kincaid grade 6 or less on average and
//! never over 9.

#[path = "../../widget-pay/tests/readable/measure.rs"]
mod measure;

use measure::{grade, plain, words};
use swansfeet_widget_steward::msg;

/// Shorter texts are labels: a formula for sentences says nothing about them.
const SHORTEST: usize = 5;

#[test]
fn what_is_read_is_easy_to_read() {
    let texts = msg::EN.lines().skip(1).map(plain);
    let graded: Vec<(f64, String)> = texts
        .filter(|text| words(text).len() >= SHORTEST)
        .map(|text| (grade(&text, &words(&text)), text))
        .collect();
    let hard: Vec<_> = graded.iter().filter(|(grade, _)| *grade > 9.0).collect();
    assert!(hard.is_empty(), "{hard:#?}");
    let average = graded.iter().map(|(grade, _)| grade).sum::<f64>() / graded.len() as f64;
    assert!(average <= 6.0, "average grade {average:.1}");
}
