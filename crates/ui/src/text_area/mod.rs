//! Several lines of text with label, hint and error.
//! Does not read what was typed; the domain does.

use yew::prelude::*;

use crate::field::frame;
use crate::kit::{id_of, ids, value_to};
use crate::tag::{At, Hears, Tag};

/// A box for a few sentences or a letter.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct TextArea {
    /// Unique in the widget; where an error link leads.
    pub id: AttrValue,
    /// What is asked.
    pub label: AttrValue,
    /// One sentence that helps to answer, above the box.
    pub hint: Option<AttrValue>,
    /// What is wrong and how to mend it.
    pub error: Option<AttrValue>,
    /// What was typed, as it was typed.
    pub value: AttrValue,
    /// Whether the box has room for a page and not for a few lines.
    pub long: bool,
    /// The raw text after each key.
    #[cfg_attr(feature = "examples", serde(skip))]
    pub oninput: Callback<String>,
}

crate::kit::in_html!(TextArea);

impl From<TextArea> for Html {
    fn from(p: TextArea) -> Html {
        let describedby = ids(&[
            id_of(p.hint.is_some(), &p.id, "-hint"),
            id_of(p.error.is_some(), &p.id, "-error"),
        ]);
        let area = Tag::new("textarea", "swan-text-area")
            .put(At::Id, Some(p.id.clone()))
            .put(At::Name, Some(p.id.clone()))
            .is(At::Autocomplete, "off")
            .put(At::DescribedBy, describedby)
            .sign(At::AriaInvalid, p.error.is_some())
            .sign(At::Long, p.long)
            .value(p.value)
            .on(Hears::Input, value_to(p.oninput));
        frame(&p.id, p.label, false, &p.hint, &p.error)
            .with(area.html())
            .html()
    }
}
