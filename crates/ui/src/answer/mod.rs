//! The answer: one sentence, then the number.
//! Does not work anything out.

use yew::prelude::*;

use crate::kit::{Tone, mark};
use crate::tag::{At, Tag};

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
        let sentence = Tag::new("p", "swan-answer__sentence")
            .with(mark(p.tone.sign()))
            .words("span", "", Some(p.sentence));
        let mut answer = Tag::new("div", "swan-answer")
            .is(At::Part, "result")
            .is(At::Tone, p.tone.name())
            .with(sentence.html());
        if let Some(figure) = p.figure {
            let figure = Tag::new("strong", "swan-answer__figure")
                .sign(At::Long, figure.len() > 10)
                .text(figure);
            let block =
                Tag::new("p", "swan-answer__block").words("span", "swan-answer__name", p.name);
            answer = answer.with(block.with(figure.html()).html());
        }
        answer.words("p", "swan-answer__note", p.note).html()
    }
}
