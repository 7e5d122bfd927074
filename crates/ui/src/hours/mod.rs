//! A length of time as people type it: "7h30", "7.5", "7:30", "45 min".
//! Does not read it; the caller gives the reading back in words.

use yew::prelude::*;

use crate::field::{Field, Width};

/// Hours and minutes in one box, with what was understood below it.
///
/// The keyboard is the whole one: the decimal one has neither ":" nor "h" on many phones.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct Hours {
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
    /// How it was understood: "That is 7 hours 30 minutes".
    pub reading: Option<AttrValue>,
    /// The raw text after each key.
    #[cfg_attr(feature = "examples", serde(skip))]
    pub oninput: Callback<String>,
}

crate::kit::in_html!(Hours);

impl From<Hours> for Html {
    #[inline(never)]
    fn from(p: Hours) -> Html {
        Field {
            id: p.id,
            label: p.label,
            labelled_by: p.labelled_by,
            hint: p.hint,
            error: p.error,
            value: p.value,
            oninput: p.oninput,
            reading: p.reading,
            reads: true,
            width: Width::Medium,
            ..Field::default()
        }
        .into()
    }
}
