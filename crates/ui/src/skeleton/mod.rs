//! A still shape of what is about to come, with its height reserved.
//! The loader draws the same before any wasm has arrived, by the same class names. Nothing moves.

use yew::prelude::*;

use crate::tag::{At, Tag};

/// A place kept.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct Skeleton {
    /// What is on its way, for screen readers.
    pub label: AttrValue,
}

crate::kit::in_html!(Skeleton);

impl From<Skeleton> for Html {
    fn from(p: Skeleton) -> Html {
        Tag::new("div", "swan-skeleton")
            .is(At::Role, "status")
            .words("span", "swan-unseen", Some(p.label))
            .with(Tag::new("div", "swan-skeleton__line").html())
            .with(Tag::new("div", "swan-skeleton__box").html())
            .with(Tag::new("div", "swan-skeleton__box").html())
            .html()
    }
}
