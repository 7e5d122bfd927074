//! The answer: one sentence, then the number.
//! Does not work anything out.

use yew::prelude::*;

use crate::kit::{Tone, mark, words};

/// A result, calm and large.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct Answer {
    /// What it means to the person.
    pub tone: Tone,
    /// The answer in one sentence.
    pub sentence: AttrValue,
    /// What the number is: "You may be owed".
    pub name: Option<AttrValue>,
    /// The number: "£134.40".
    pub figure: Option<AttrValue>,
    /// What belongs to it: "for October 2026, before tax".
    pub note: Option<AttrValue>,
}

crate::kit::in_html!(Answer);

impl From<Answer> for Html {
    fn from(p: Answer) -> Html {
        html! {
            <div class="swan-answer" part="result" data-tone={p.tone.name()}>
                <p class="swan-answer__sentence">
                    { mark(p.tone.sign()) }<span>{ p.sentence }</span>
                </p>
                if let Some(figure) = p.figure {
                    <p class="swan-answer__block">
                        if let Some(name) = p.name {
                            { words("span", "swan-answer__name", name) }
                        }
                        <strong class="swan-answer__figure" data-long={(figure.len() > 10).then_some("true")}>{ figure }</strong>
                    </p>
                }
                if let Some(note) = p.note {
                    { words("p", "swan-answer__note", note) }
                }
            </div>
        }
    }
}
