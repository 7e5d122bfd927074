//! Where to go next: people and places that can help.
//! Does not know whom; leads out of the page without telling where from.

use yew::prelude::*;

use crate::kit::{block, words};

/// One of the ways.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct Way {
    /// Who or what it is.
    pub title: AttrValue,
    /// A web address, or `tel:` or `mailto:`.
    pub href: AttrValue,
    /// What it can do for the person.
    pub text: Option<AttrValue>,
}

/// A list of links.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct WayOn {
    /// The most useful first.
    pub ways: Vec<Way>,
    /// "Opens in a new tab", for screen readers.
    pub new_tab: AttrValue,
}

crate::kit::in_html!(WayOn);

impl From<WayOn> for Html {
    fn from(p: WayOn) -> Html {
        let ways = p.ways.into_iter().map(|way| {
            // A new tab, because what was typed here is kept nowhere else.
            let is_page = way.href.starts_with("http");
            let inside = html! {<>
                    <a class="swan-ways__link" href={way.href} target={is_page.then_some("_blank")} rel="noopener noreferrer">
                        { way.title }
                        if is_page {
                            <span class="swan-unseen">{ " (" }{ &p.new_tab }{ ")" }</span>
                        }
                    </a>
                    if let Some(text) = way.text {
                        { words("p", "swan-ways__text", text) }
                    }
                </>};
 block("li", "swan-ways__way", inside)
        });
        block("ul", "swan-ways", ways.collect())
    }
}
