//! What the list of answers promises in a page that is read from right to left.

mod kit;

use kit::{all, elements, markup};

/// "1 October 2026" standing bare becomes "October 2026 1" there.
#[test]
fn an_answer_keeps_its_own_direction() {
    let lists = all()
        .into_iter()
        .filter(|example| example.component == "summary_list");
    let mut values = 0;
    for example in lists {
        let found = elements(&markup(example.html));
        let answers = found
            .iter()
            .enumerate()
            .filter(|(_, element)| element.get("class") == Some("swan-summary__value"));
        for (at, answer) in answers {
            let inside = &found[at + 1];
            assert_eq!(inside.tag, "bdi", "{}: {answer:?}", example.name);
            assert_eq!(inside.text, answer.text, "the whole value");
            values += 1;
        }
    }
    assert!(values > 0, "no example has an answer");
}
