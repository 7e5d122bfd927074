//! One question, or one result, with the ways back and on.
//! Does not know which screen comes next.
//!
//! There is no submit button on purpose. In a frame that is sandboxed without `allow-forms` the
//! browser drops a form's submission before any script hears of it, and the widget would be stuck
//! on its first question. So the button is a plain one, and Enter is caught as a key.

use web_sys::Element;
use yew::prelude::*;

use crate::button::{Button, Kind};
use crate::kit::{Arrive, block, join, words};

/// A screen of a widget.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct Screen {
    /// Unique in the widget. The heading's id is this and `-heading`: a field's `labelled_by`.
    pub id: AttrValue,
    /// The question itself, or the result in one line.
    pub heading: AttrValue,
    /// A sentence or two before the answer.
    pub lead: Option<AttrValue>,
    /// A [`crate::Stepper`] with the id of this and `-progress`, or nothing.
    #[cfg_attr(
        feature = "examples",
        serde(deserialize_with = "crate::examples::stepper")
    )]
    pub progress: Option<Html>,
    /// An [`crate::ErrorSummary`], or nothing.
    #[cfg_attr(
        feature = "examples",
        serde(deserialize_with = "crate::examples::errors")
    )]
    pub errors: Html,
    /// The fields or the result.
    #[cfg_attr(
        feature = "examples",
        serde(deserialize_with = "crate::examples::pieces")
    )]
    pub body: Html,
    /// The word for going back; none on the first screen.
    pub back: Option<AttrValue>,
    /// The word for going on; none where there is no way on.
    pub next: Option<AttrValue>,
    /// Count of arrivals at screens: each new number other than 0 moves focus to the heading.
    pub arrived: u32,
    /// Back was pressed.
    #[cfg_attr(feature = "examples", serde(skip))]
    pub onback: Callback<MouseEvent>,
    /// On was pressed, or Enter in a field.
    #[cfg_attr(feature = "examples", serde(skip))]
    pub onnext: Callback<()>,
}

crate::kit::in_html!(Screen);

impl From<Screen> for Html {
    fn from(p: Screen) -> Html {
        let node = NodeRef::default();
        let heading = join(&p.id, "-heading");
        let progress_id = p.progress.as_ref().map(|_| join(&p.id, "-progress"));
        let has_next = p.next.is_some();
        let next = p.next.map(|label| {
            let onnext = p.onnext.clone();
            Button {
                label,
                onclick: Callback::from(move |_| onnext.emit(())),
                ..Button::default()
            }
        });
        let back = p.back.map(|label| Button {
            label,
            kind: Kind::Link,
            onclick: p.onback,
            ..Button::default()
        });
        html! {
            <form class="swan-screen" id={p.id} aria-labelledby={heading.clone()} novalidate=true
                onkeydown={enter(has_next, p.onnext.clone())} onsubmit={submitted(has_next, p.onnext)}>
                if let Some(back) = back {
                    { block("div", "swan-screen__back", back.into()) }
                }
                { p.progress }
                { p.errors }
                <h2 class="swan-screen__heading" part="heading" id={heading} tabindex="-1" ref={node.clone()}
                    aria-describedby={progress_id}>{ p.heading }</h2>
                if let Some(lead) = p.lead {
                    { words("p", "swan-screen__lead", lead) }
                }
                { block("div", "swan-screen__body", p.body) }
                if let Some(next) = next {
                    { block("div", "swan-screen__next", next.into()) }
                }
                <Arrive {node} at={p.arrived} />
            </form>
        }
    }
}

/// Enter in a field goes on; on a button, a link or a list it does what it always does.
fn enter(has_next: bool, onnext: Callback<()>) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        let in_field = event
            .target_dyn_into::<Element>()
            .is_some_and(|at| at.tag_name() == "INPUT");
        if has_next && in_field && event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            onnext.emit(());
        }
    })
}

/// Some phone keyboards submit without a key. The page must never be left by it.
fn submitted(has_next: bool, onnext: Callback<()>) -> Callback<SubmitEvent> {
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        if has_next {
            onnext.emit(());
        }
    })
}
