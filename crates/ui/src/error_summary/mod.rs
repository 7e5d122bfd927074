//! All errors of a screen in one place, which takes focus when it appears.
//! Does not find the errors.

use wasm_bindgen::JsCast;
use web_sys::{Element, Node};
use yew::prelude::*;

use crate::kit::{Arrive, block, focus_by_id, join};

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
        let node = NodeRef::default();
        let links = p.problems.into_iter().map(|problem| {
            let mut href = String::from("#");
            href.push_str(&problem.field);
            html! { <li><a class="swan-errors__link" {href} onclick={lead(problem.field)}>{ problem.text }</a></li> }
        });
        let heading = join(&p.id, "-heading");
        html! {
            <div class="swan-errors" id={p.id} role="group" aria-labelledby={heading.clone()} tabindex="-1" ref={node.clone()}>
                <h3 class="swan-errors__heading" id={heading}>{ p.heading }</h3>
                { block("ul", "swan-errors__list", links.collect()) }
                <Arrive {node} at={p.arrived} />
            </div>
        }
    }
}

fn lead(field: AttrValue) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        if let Some(link) = event.target_dyn_into::<Element>() {
            focus_by_id(link.unchecked_ref::<Node>(), &field);
        }
    })
}
