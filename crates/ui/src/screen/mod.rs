//! One question, or one result, with the ways back and on.
//! Does not know which screen comes next.
//!
//! There is no submit button on purpose. In a frame that is sandboxed without `allow-forms` the
//! browser drops a form's submission before any script hears of it, and the widget would be stuck
//! on its first question. So the button is a plain one, and Enter is caught as a key.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use crate::button::{Button, Kind};
use crate::kit::{arrive, id_of, join};
use crate::tag::{At, Hears, Tag, YES};

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
        let (node, heading) = (NodeRef::default(), join(&p.id, "-heading"));
        let on = p.next.is_some().then(|| p.onnext.clone());
        let mut screen = Tag::new("form", "swan-screen")
            .put(At::LabelledBy, Some(heading.clone()))
            .is(At::Novalidate, YES)
            .on(Hears::Keydown, enter(on.clone()))
            .on(Hears::Submit, submitted(on));
        if let Some(label) = p.back {
            let back = Button {
                label,
                kind: Kind::Link,
                onclick: p.onback,
                ..Button::default()
            };
            screen = screen.with(
                Tag::new("div", "swan-screen__back")
                    .with(back.into())
                    .html(),
            );
        }
        let heading = Tag::new("h2", "swan-screen__heading")
            .is(At::Part, "heading")
            .put(At::Id, Some(heading))
            .is(At::Tabindex, "-1")
            .put(
                At::DescribedBy,
                id_of(p.progress.is_some(), &p.id, "-progress"),
            )
            .at(&node)
            .text(p.heading);
        screen = screen
            .with(p.progress.unwrap_or_default())
            .with(p.errors)
            .with(heading.html())
            .words("p", "swan-screen__lead", p.lead)
            .with(Tag::new("div", "swan-screen__body").with(p.body).html());
        if let Some(label) = p.next {
            let onclick = Callback::from(move |_| p.onnext.emit(()));
            let next = Button {
                label,
                onclick,
                ..Button::default()
            };
            screen = screen.with(
                Tag::new("div", "swan-screen__next")
                    .with(next.into())
                    .html(),
            );
        }
        arrive(node, p.arrived);
        screen.put(At::Id, Some(p.id)).html()
    }
}

/// Enter in a field goes on; on a button, a link or a list it does what it always does.
fn enter(on: Option<Callback<()>>) -> Rc<dyn Fn(Event)> {
    Rc::new(move |event| {
        let event = event.unchecked_into::<KeyboardEvent>();
        let target = event.target_dyn_into::<Element>();
        let in_field = target.is_some_and(|at| at.tag_name() == "INPUT");
        if let Some(on) = &on
            && in_field
            && event.key() == "Enter"
            && !event.is_composing()
        {
            event.prevent_default();
            on.emit(());
        }
    })
}

/// Some phone keyboards submit without a key. The page must never be left by it.
fn submitted(on: Option<Callback<()>>) -> Rc<dyn Fn(Event)> {
    Rc::new(move |event| {
        event.prevent_default();
        if let Some(on) = &on {
            on.emit(());
        }
    })
}
