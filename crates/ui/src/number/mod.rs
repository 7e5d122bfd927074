//! A count: an age, days, nights.
//! Does not read the number, and knows no limits; the domain does.

use yew::prelude::*;

use crate::field::{Field, Keyboard, Width};

/// A whole number, with its unit.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct Number {
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
    /// What is counted, after the box: "days". The label says it too.
    pub unit: Option<AttrValue>,
    /// The raw text after each key.
    #[cfg_attr(feature = "examples", serde(skip))]
    pub oninput: Callback<String>,
}

crate::kit::in_html!(Number);

impl From<Number> for Html {
    #[inline(never)]
    fn from(p: Number) -> Html {
        Field {
            id: p.id,
            label: p.label,
            labelled_by: p.labelled_by,
            hint: p.hint,
            error: p.error,
            value: p.value,
            oninput: p.oninput,
            after: p.unit,
            keyboard: Keyboard::Numeric,
            width: Width::Short,
            ..Field::default()
        }
        .into()
    }
}
