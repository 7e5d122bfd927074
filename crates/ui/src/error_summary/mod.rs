//! All errors of a screen in one place, which takes focus when it appears.
//! Does not find the errors.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::Node;
use yew::prelude::*;

use crate::kit::{arrive, focus_by_id, join};
use crate::tag::{At, Hears, Tag};

/// One error and the field to mend.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct Problem {
    /// The field's id.
    pub field: AttrValue,
    /// The same sentence as at the field.
    pub text: AttrValue,
}

/// The errors, each a link that puts the cursor into its field. Draws nothing where there are none.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct ErrorSummary {
    /// Unique in the widget.
    pub id: AttrValue,
    /// "There is something to mend" in one line.
    pub heading: AttrValue,
    /// In the order of the fields.
    pub problems: Vec<Problem>,
    /// Count of tries: each new number other than 0 moves focus here.
    pub arrived: u32,
}

crate::kit::in_html!(ErrorSummary);

impl From<ErrorSummary> for Html {
    fn from(p: ErrorSummary) -> Html {
        if p.problems.is_empty() {
            return Html::default();
        }
        let mut list = Tag::new("ul", "swan-errors__list");
        for problem in p.problems {
            let link = Tag::new("a", "swan-errors__link")
                .put(At::Href, Some(join("#", &problem.field)))
                .text(problem.text)
                .on(Hears::Click, lead(problem.field));
            list = list.with(Tag::new("li", "").with(link.html()).html());
        }
        let (node, heading) = (NodeRef::default(), join(&p.id, "-heading"));
        let named = Some(heading.clone());
        let heading = Tag::new("h2", "swan-errors__heading").put(At::Id, Some(heading));
        arrive(node.clone(), p.arrived);
        Tag::new("div", "swan-errors")
            .put(At::Id, Some(p.id))
            .is(At::Role, "group")
            .put(At::LabelledBy, named)
            .is(At::Tabindex, "-1")
            .at(&node)
            .with(heading.text(p.heading).html())
            .with(list.html())
            .html()
    }
}

/// To the field: only in this tree, so the page's address and its history stay as they are.
fn lead(field: AttrValue) -> Rc<dyn Fn(Event)> {
    Rc::new(move |event| {
        event.prevent_default();
        if let Some(link) = event.target() {
            focus_by_id(link.unchecked_ref::<Node>(), &field);
        }
    })
}
