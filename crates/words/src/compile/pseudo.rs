//! English written from right to left, word by word, so that a page can be looked at in that
//! direction by somebody who reads no Arabic. No translation, and never offered to people.

use super::{
    PSEUDO,
    lower::{Case, Lowered, Message, Part},
};

/// The convention of Android's and ICU's `en-XB` ("pseudo bidi", aapt2's `PseudoMethodBidi`): each
/// word stands between right-to-left mark + override and pop + mark. Blanks stay as they are.
const BEFORE: &str = "\u{200F}\u{202E}";
const AFTER: &str = "\u{202C}\u{200F}";

pub(super) fn right_to_left(english: &Lowered) -> Lowered {
    let turned = |message: &Message| Message {
        file: message.file.clone(),
        parts: parts(&message.parts),
    };
    Lowered {
        tag: PSEUDO.to_owned(),
        messages: english
            .messages
            .iter()
            .map(|(key, m)| (key.clone(), turned(m)))
            .collect(),
    }
}

fn parts(of: &[Part]) -> Vec<Part> {
    of.iter()
        .map(|part| match part {
            Part::Text(text) => Part::Text(words(text)),
            Part::Blank(name) => Part::Blank(name.clone()),
            Part::Choice { on, variants } => Part::Choice {
                on: on.clone(),
                variants: variants
                    .iter()
                    .map(|case| Case {
                        parts: parts(&case.parts),
                        ..case.clone()
                    })
                    .collect(),
            },
        })
        .collect()
}

fn words(text: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for char in text.chars() {
        if inside == char.is_whitespace() {
            out.push_str(if inside { AFTER } else { BEFORE });
            inside = !inside;
        }
        out.push(char);
    }
    if inside {
        out.push_str(AFTER);
    }
    out
}
