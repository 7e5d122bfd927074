//! How many there are, and how far that is to a goal.
//! Does not count, and nothing in it moves.

use yew::prelude::*;

use crate::chart_bars::drawing;
use crate::kit::percent;
use crate::tag::{At, Tag};

/// A number in words, with a bar where there is a goal.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct Tally {
    /// "1,234 people have signed."
    pub text: AttrValue,
    /// "Our goal is 15,000."
    pub note: Option<AttrValue>,
    /// How many there are.
    pub now: u32,
    /// How many there should be; without it there is no bar.
    pub goal: Option<u32>,
}

crate::kit::in_html!(Tally);

impl From<Tally> for Html {
    fn from(p: Tally) -> Html {
        let mut tally = Tag::new("div", "swan-tally").words("p", "swan-tally__text", Some(p.text));
        if let Some(goal) = p.goal {
            let done = Tag::new("rect", "swan-tally__done")
                .put(At::Wide, Some(percent(p.now, goal)))
                .is(At::High, "100%");
            tally = tally.with(drawing("swan-tally__bar").with(done.html()).html());
        }
        tally.words("p", "swan-tally__note", p.note).html()
    }
}
