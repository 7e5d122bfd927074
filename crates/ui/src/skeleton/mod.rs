//! A still shape of what is about to come, with its height reserved.
//! The loader draws the same before any wasm has arrived, by the same class names. Nothing moves.

use yew::prelude::*;

use crate::kit::words;

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
        html! {
            <div class="swan-skeleton" role="status">
                { words("span", "swan-unseen", p.label) }
                <div class="swan-skeleton__line"></div>
                <div class="swan-skeleton__box"></div>
                <div class="swan-skeleton__box"></div>
            </div>
        }
    }
}
