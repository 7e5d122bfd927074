//! What was answered, line by line, each with a way to change it.
//! Does not format: values come in as words.

use yew::prelude::*;

use crate::button::{Button, Kind};
use crate::tag::Tag;

/// One answer.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct Row {
    /// What was asked, in short.
    pub name: AttrValue,
    /// What was answered.
    pub value: AttrValue,
    /// "Change"; none where it cannot be changed.
    pub change: Option<AttrValue>,
    /// The same in full, for screen readers: "Change hours of visits".
    pub full: Option<AttrValue>,
}

/// The answers of a form.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct SummaryList {
    /// The answers, in the order in which they were asked.
    pub rows: Vec<Row>,
    /// Which row to change, from 0.
    #[cfg_attr(feature = "examples", serde(skip))]
    pub onchange: Callback<usize>,
}

crate::kit::in_html!(SummaryList);

impl From<SummaryList> for Html {
    fn from(p: SummaryList) -> Html {
        let mut list = Tag::new("dl", "swan-summary");
        for (at, row) in p.rows.into_iter().enumerate() {
            let mut line = Tag::new("div", "swan-summary__row")
                .words("dt", "swan-summary__name", Some(row.name))
                .with(
                    // A bare "1 October 2026" would turn round in a page from right to left.
                    Tag::new("dd", "swan-summary__value")
                        .words("bdi", "", Some(row.value))
                        .html(),
                );
            if let Some(label) = row.change {
                let onchange = p.onchange.clone();
                let change = Button {
                    label,
                    full: row.full,
                    kind: Kind::Link,
                    onclick: Callback::from(move |_| onchange.emit(at)),
                    ..Button::default()
                };
                line = line.with(
                    Tag::new("dd", "swan-summary__change")
                        .with(change.into())
                        .html(),
                );
            }
            list = list.with(line.html());
        }
        list.html()
    }
}
