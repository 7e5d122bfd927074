//! More for those who want it, folded away for those who do not.
//! The browser's own `details`: works without script, and is found by its search.

use yew::prelude::*;

use crate::tag::{At, Tag};

/// A line that opens.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct Disclosure {
    /// What opening it shows.
    pub summary: AttrValue,
    /// What is folded away.
    #[cfg_attr(
        feature = "examples",
        serde(deserialize_with = "crate::examples::paragraphs")
    )]
    pub body: Html,
    /// Whether it starts open.
    pub open: bool,
}

crate::kit::in_html!(Disclosure);

impl From<Disclosure> for Html {
    fn from(p: Disclosure) -> Html {
        Tag::new("details", "swan-disclosure")
            .sign(At::Open, p.open)
            .words("summary", "swan-disclosure__line", Some(p.summary))
            .with(Tag::new("div", "swan-disclosure__body").with(p.body).html())
            .html()
    }
}
