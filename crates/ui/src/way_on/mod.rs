//! Where to go next: people and places that can help.
//! Does not know whom; leads out of the page without telling where from.

use yew::prelude::*;

use crate::tag::{At, Tag, out};

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
    /// A web address, or `tel:` or `mailto:`. Empty where there is none to give: then only words.
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
        let mut list = Tag::new("ul", "swan-ways");
        for way in p.ways {
            let is_page = way.href.starts_with("http");
            let mut link = if way.href.is_empty() {
                Tag::new("span", "swan-ways__link")
            } else {
                out("swan-ways__link", Some(way.href))
            }
            .text(way.title);
            link = if is_page {
                let brackets = [" (", &p.new_tab, ")"].concat();
                link.words("span", "swan-unseen", Some(brackets.into()))
            } else {
                // A call or a mail leaves nothing behind: no tab for it.
                link.put(At::Target, None)
            };
            let line = Tag::new("li", "swan-ways__way").with(link.html());
            list = list.with(line.words("p", "swan-ways__text", way.text).html());
        }
        list.html()
    }
}
