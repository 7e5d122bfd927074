//! An amount of pounds as people type it: "12.50", "£12.50", "12,50".
//! Does not read the amount; `swansfeet-words` does.

use yew::prelude::*;

use crate::field::{Field, Keyboard, Width};

/// An amount of money. `type=text`: a number field drops what it cannot read, and turns on a scroll.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct Money {
    /// Unique in the widget.
    pub id: AttrValue,
    /// What is asked.
    pub label: AttrValue,
    /// Id of a heading that asks already.
    pub labelled_by: Option<AttrValue>,
    /// One sentence that helps to answer.
    pub hint: Option<AttrValue>,
    /// What is wrong and how to mend it.
    pub error: Option<AttrValue>,
    /// What was typed.
    pub value: AttrValue,
    /// The raw text after each key.
    #[cfg_attr(feature = "examples", serde(skip))]
    pub oninput: Callback<String>,
}

crate::kit::in_html!(Money);

impl From<Money> for Html {
    #[inline(never)]
    fn from(p: Money) -> Html {
        Field {
            id: p.id,
            label: p.label,
            labelled_by: p.labelled_by,
            hint: p.hint,
            error: p.error,
            value: p.value,
            oninput: p.oninput,
            before: Some(AttrValue::Static("£")),
            keyboard: Keyboard::Decimal,
            width: Width::Medium,
            ..Field::default()
        }
        .into()
    }
}
