//! One answer out of many. For up to about seven, `choice` asks better.
//! Does not filter or search.

use yew::prelude::*;

use crate::field::frame;
use crate::kit::{id_of, ids, value_to};
use crate::tag::{At, Hears, Tag};

/// One of the answers.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct SelectItem {
    /// What goes out when it is chosen.
    pub value: AttrValue,
    /// What the person reads.
    pub label: AttrValue,
}

/// The browser's own list of answers.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct Select {
    /// Unique in the widget.
    pub id: AttrValue,
    /// What is asked.
    pub label: AttrValue,
    /// Id of a heading that asks already.
    pub labelled_by: Option<AttrValue>,
    /// One sentence that helps to answer.
    pub hint: Option<AttrValue>,
    /// What is wrong and how to mend it.
    pub error: Option<AttrValue>,
    /// The answers; give the first an empty value and "Choose" as its label.
    pub items: Vec<SelectItem>,
    /// The chosen value.
    pub chosen: AttrValue,
    /// The value that was chosen.
    #[cfg_attr(feature = "examples", serde(skip))]
    pub onpick: Callback<String>,
}

crate::kit::in_html!(Select);

impl From<Select> for Html {
    fn from(p: Select) -> Html {
        let describedby = ids(&[
            id_of(p.hint.is_some(), &p.id, "-hint"),
            id_of(p.error.is_some(), &p.id, "-error"),
        ]);
        let field = frame(&p.id, p.label, p.labelled_by.is_some(), &p.hint, &p.error);
        let mut list = Tag::new("select", "swan-select__box")
            .put(At::Id, Some(p.id.clone()))
            .put(At::Name, Some(p.id))
            .put(At::LabelledBy, p.labelled_by)
            .put(At::DescribedBy, describedby)
            .sign(At::AriaInvalid, p.error.is_some())
            .on(Hears::Change, value_to(p.onpick));
        for item in p.items {
            let picked = item.value == p.chosen;
            let option = Tag::new("option", "").put(At::Value, Some(item.value));
            list = list.with(option.sign(At::Picked, picked).text(item.label).html());
        }
        field
            .with(Tag::new("div", "swan-select").with(list.html()).html())
            .html()
    }
}
