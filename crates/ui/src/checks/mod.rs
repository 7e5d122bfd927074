//! Any number of answers, as rows that a thumb can hit.
//! Needs the styles of `field` and `choice`; knows no rule about which answers go together.

use yew::prelude::*;

use crate::choice::{Pick, group, list};

/// One of the answers.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct Check {
    /// The answer.
    pub pick: Pick,
    /// Whether it is ticked.
    pub on: bool,
}

/// Checkboxes.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct Checks {
    /// Unique in the widget; the first row carries it.
    pub id: AttrValue,
    /// What is asked.
    pub label: AttrValue,
    /// Id of a heading that asks already.
    pub labelled_by: Option<AttrValue>,
    /// One sentence that helps to answer: "Tick all that apply".
    pub hint: Option<AttrValue>,
    /// What is wrong and how to mend it.
    pub error: Option<AttrValue>,
    /// The answers.
    pub checks: Vec<Check>,
    /// The value of the row that was ticked or unticked.
    #[cfg_attr(feature = "examples", serde(skip))]
    pub onpick: Callback<String>,
}

crate::kit::in_html!(Checks);

impl From<Checks> for Html {
    fn from(p: Checks) -> Html {
        let rows = p.checks.iter().map(|check| (&check.pick, check.on));
        let rows = list("checkbox", &p.id, rows, p.onpick);
        group(None, &p.id, p.label, p.labelled_by, &p.hint, &p.error, rows)
    }
}
