//! How far along: "Question 2 of 5", and the same as a row of strokes.
//! Does not lead anywhere: going back is a button's work.

use yew::prelude::*;

use crate::tag::{At, Tag, YES};

/// Progress through a known number of questions.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct Stepper {
    /// Set it to the screen's id and `-progress`, and the screen's heading is read out with it.
    pub id: AttrValue,
    /// The words: "Question 2 of 5".
    pub text: AttrValue,
    /// Which question this is, from 1.
    pub now: u32,
    /// How many there are.
    pub of: u32,
}

crate::kit::in_html!(Stepper);

impl From<Stepper> for Html {
    fn from(p: Stepper) -> Html {
        let mut strokes = Tag::new("div", "swan-stepper__strokes").is(At::Hidden, YES);
        for at in 1..=p.of {
            let stroke = Tag::new("span", "swan-stepper__stroke").sign(At::Done, at <= p.now);
            strokes = strokes.with(stroke.html());
        }
        let text = Tag::new("p", "swan-stepper__text")
            .put(At::Id, Some(p.id))
            .text(p.text);
        Tag::new("div", "swan-stepper")
            .with(text.html())
            .with(strokes.html())
            .html()
    }
}
