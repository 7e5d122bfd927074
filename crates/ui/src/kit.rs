//! What components share: ids, typed values, tones, proportions and the move of focus.
//! Holds no markup that a person sees.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{DocumentFragment, HtmlElement, HtmlInputElement, Node};
use yew::prelude::*;

use crate::tag::{At, Tag, YES};

/// Lets a struct that turns into [`Html`] stand alone between braces in `html!`, too.
macro_rules! in_html {
    ($piece:ty) => {
        impl yew::html::IntoPropValue<yew::Html> for $piece {
            fn into_prop_value(self) -> yew::Html {
                self.into()
            }
        }
    };
}
pub(crate) use in_html;

/// What a message or a result means to the person; never shown by colour alone.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(rename_all = "lowercase")
)]
pub enum Tone {
    /// Good to know.
    #[default]
    Info,
    /// Something to check before going on.
    Warning,
    /// As it should be.
    Good,
    /// Wrong, or owed.
    Danger,
    /// Not known yet, and what it could change.
    Gap,
}

impl Tone {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Tone::Info => "info",
            Tone::Warning => "warning",
            Tone::Good => "good",
            Tone::Danger => "danger",
            Tone::Gap => "gap",
        }
    }

    /// The sign drawn beside the words, so that no tone is known by its colour.
    pub(crate) fn sign(self) -> &'static str {
        match self {
            Tone::Info => "i",
            Tone::Warning | Tone::Danger => "!",
            Tone::Good => "✓",
            Tone::Gap => "?",
        }
    }
}

/// The sign of a tone, for the eye alone.
pub(crate) fn mark(sign: &'static str) -> Html {
    Tag::new("span", "swan-mark")
        .is(At::Hidden, YES)
        .text(AttrValue::Static(sign))
        .html()
}

/// `pay` and `-hint` make `pay-hint`: ids stay unique as long as the field's own id is.
pub(crate) fn join(id: &str, end: &str) -> AttrValue {
    let mut whole = String::with_capacity(id.len() + end.len());
    whole.push_str(id);
    whole.push_str(end);
    whole.into()
}

/// The id of `part`, where there is such a part.
pub(crate) fn id_of(part: bool, id: &str, end: &str) -> Option<AttrValue> {
    part.then(|| join(id, end))
}

/// Several ids for one `aria-describedby`; none at all where none is there.
pub(crate) fn ids(parts: &[Option<AttrValue>]) -> Option<AttrValue> {
    let mut all = String::new();
    for part in parts.iter().flatten() {
        if !all.is_empty() {
            all.push(' ');
        }
        all.push_str(part);
    }
    (!all.is_empty()).then(|| all.into())
}

/// Hands on what stands in a field: after each key of a text field, at the choice of a row.
pub(crate) fn value_to(to: Callback<String>) -> Rc<dyn Fn(Event)> {
    Rc::new(move |event| {
        // What fires these events has a value; the getter is called by name.
        let field = event
            .target()
            .map(|field| field.unchecked_into::<HtmlInputElement>().value());
        to.emit(field.unwrap_or_default());
    })
}

/// Hands on a press.
pub(crate) fn press(to: Callback<MouseEvent>) -> Rc<dyn Fn(Event)> {
    Rc::new(move |event| to.emit(event.unchecked_into()))
}

/// `part` of `whole` as an SVG length ("45.3%"), without a float and without dividing by nothing.
pub(crate) fn percent(part: u32, whole: u32) -> AttrValue {
    let thousandths = u64::from(part.min(whole)) * 1000 / u64::from(whole.max(1));
    // At most 1000; one size of number is printed everywhere, so one printer is downloaded.
    let thousandths = thousandths as usize;
    let mut text = (thousandths / 10).to_string();
    text.push('.');
    text.push_str(&(thousandths % 10).to_string());
    text.push('%');
    text.into()
}

/// Puts focus on the element `id` of the tree that `near` stands in.
///
/// A link to `#id` finds nothing inside a shadow root: the browser looks in the page alone.
pub fn focus_by_id(near: &Node, id: &str) {
    // A document and a shadow root both have getElementById; the call is by name.
    let root: DocumentFragment = near.get_root_node().unchecked_into();
    if let Some(found) = root.get_element_by_id(id) {
        focus(found.unchecked_ref());
    }
}

/// Puts focus on `element`; one that cannot take it is left alone.
pub(crate) fn focus(element: &HtmlElement) {
    // The only error a browser can give is "cannot be focused", and then focus stays where it was.
    drop(element.focus());
}

/// Moves focus to the element of `node`, once it is drawn, each time that `at` changes to another
/// number than 0.
///
/// A new screen or a list of errors must be read out first, but a widget that has just appeared
/// in a partner's page must not pull the reader to it: that is 0. Not a component of its own,
/// which would bring a second copy of Yew's glue for components: the element itself keeps the
/// number of the last time, in an attribute that no drawing touches.
pub(crate) fn arrive(node: NodeRef, at: u32) {
    // Nothing has focus where there is no browser.
    if !cfg!(target_arch = "wasm32") || at == 0 {
        return;
    }
    // The drawing is done within the present task.
    yew::platform::spawn_local(async move {
        let at = at.to_string();
        if let Some(element) = node.cast::<HtmlElement>()
            && element.get_attribute(ARRIVED).as_deref() != Some(&at)
        {
            // Only a name that is none could fail.
            drop(element.set_attribute(ARRIVED, &at));
            focus(&element);
        }
    });
}

const ARRIVED: &str = "data-arrived";
