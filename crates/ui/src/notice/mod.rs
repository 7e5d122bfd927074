//! Something worth knowing, set apart from the rest.
//! Not for errors of a field: those stand at the field and in `error_summary`.

use yew::prelude::*;

use crate::kit::{Tone, mark};
use crate::tag::{At, Tag};

/// A message with a sign and a heading.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct Notice {
    /// What it means to the person.
    pub tone: Tone,
    /// The tone in words: "We do not know this yet".
    pub heading: AttrValue,
    /// What there is to say.
    #[cfg_attr(
        feature = "examples",
        serde(deserialize_with = "crate::examples::paragraphs")
    )]
    pub body: Html,
    /// "status" where it appears by itself and can wait, "alert" where it cannot; none where it was there from the start.
    pub role: Option<AttrValue>,
}

crate::kit::in_html!(Notice);

impl From<Notice> for Html {
    fn from(p: Notice) -> Html {
        let text = Tag::new("div", "swan-notice__text")
            .words("p", "swan-notice__heading", Some(p.heading))
            .with(p.body);
        Tag::new("div", "swan-notice")
            .is(At::Tone, p.tone.name())
            .put(At::Role, p.role)
            .with(mark(p.tone.sign()))
            .with(text.html())
            .html()
    }
}
