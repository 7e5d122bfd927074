//! How far along: "Question 2 of 5", and the same as a row of strokes.
//! Does not lead anywhere: going back is a button's work.

use yew::prelude::*;

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
        let strokes = (1..=p.of).map(|at| {
            html! { <span class="swan-stepper__stroke" data-done={(at <= p.now).then_some("true")}></span> }
        });
        html! {
            <div class="swan-stepper">
                <p class="swan-stepper__text" id={p.id}>{ p.text }</p>
                <div class="swan-stepper__strokes" aria-hidden="true">{ for strokes }</div>
            </div>
        }
    }
}
