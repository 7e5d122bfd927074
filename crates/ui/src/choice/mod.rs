//! One answer out of a few, as rows that a thumb can hit.
//! Does not choose for anyone: nothing is marked before the person marks it.

use yew::prelude::*;

use crate::field::advice;
use crate::kit::{id_of, ids, join, value_to};
use crate::tag::{At, Hears, Tag};

/// One of the answers.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct Pick {
    /// What goes out when it is chosen.
    pub value: AttrValue,
    /// What the person reads.
    pub label: AttrValue,
    /// A second, quieter line.
    pub hint: Option<AttrValue>,
}

/// Radio buttons.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct Choice {
    /// Unique in the widget; the first row carries it.
    pub id: AttrValue,
    /// What is asked.
    pub label: AttrValue,
    /// Id of a heading that asks already.
    pub labelled_by: Option<AttrValue>,
    /// One sentence that helps to answer.
    pub hint: Option<AttrValue>,
    /// What is wrong and how to mend it.
    pub error: Option<AttrValue>,
    /// The answers.
    pub picks: Vec<Pick>,
    /// The chosen value; empty while none is.
    pub chosen: AttrValue,
    /// The value of the row that was chosen.
    #[cfg_attr(feature = "examples", serde(skip))]
    pub onpick: Callback<String>,
}

crate::kit::in_html!(Choice);

impl From<Choice> for Html {
    fn from(p: Choice) -> Html {
        let is_on = |pick: &Pick| pick.value == p.chosen;
        let rows = list(
            "radio",
            &p.id,
            p.picks.iter().map(|pick| (pick, is_on(pick))),
            p.onpick,
        );
        group(
            Some("radiogroup"),
            &p.id,
            p.label,
            p.labelled_by,
            &p.hint,
            &p.error,
            rows,
        )
    }
}

/// The frame that a group of fields stands in.
pub(crate) fn group(
    role: Option<&'static str>,
    id: &AttrValue,
    label: AttrValue,
    labelled_by: Option<AttrValue>,
    hint: &Option<AttrValue>,
    error: &Option<AttrValue>,
    rows: Html,
) -> Html {
    let describedby = ids(&[
        id_of(hint.is_some(), id, "-hint"),
        id_of(error.is_some(), id, "-error"),
    ]);
    let label = labelled_by.is_none().then_some(label);
    Tag::new("fieldset", "swan-field")
        .is(At::Part, "field")
        .put(At::Role, role.map(AttrValue::Static))
        .sign(At::Invalid, error.is_some())
        .put(At::LabelledBy, labelled_by)
        .put(At::DescribedBy, describedby)
        .words("legend", "swan-field__label", label)
        .with(advice(id, hint, error))
        .with(rows)
        .html()
}

/// The rows themselves, radio buttons or checkboxes.
pub(crate) fn list<'a>(
    kind: &'static str,
    id: &AttrValue,
    picks: impl Iterator<Item = (&'a Pick, bool)>,
    onpick: Callback<String>,
) -> Html {
    let mut list = Tag::new("div", "swan-choice");
    for (at, (pick, on)) in picks.enumerate() {
        let own = if at == 0 {
            id.clone()
        } else {
            join(id, &numbered(at))
        };
        let dot = Tag::new("input", "swan-choice__dot")
            .is(At::Type, kind)
            .put(At::Name, Some(id.clone()))
            .value(pick.value.clone())
            .checked(on)
            .on(Hears::Change, value_to(onpick.clone()));
        list = list.with(row(dot, own, pick, on));
    }
    list.html()
}

/// A row: the whole of it can be pressed. With a second line, the first alone is its name.
fn row(dot: Tag, id: AttrValue, pick: &Pick, on: bool) -> Html {
    let name = id_of(pick.hint.is_some(), &id, "-name");
    let more = id_of(pick.hint.is_some(), &id, "-more");
    let dot = dot
        .put(At::Id, Some(id))
        .put(At::LabelledBy, name.clone())
        .put(At::DescribedBy, more.clone());
    let first = Tag::new("span", "")
        .put(At::Id, name)
        .text(pick.label.clone());
    let mut text = Tag::new("span", "swan-choice__text").with(first.html());
    if let Some(hint) = &pick.hint {
        let hint = Tag::new("span", "swan-choice__more")
            .put(At::Id, more)
            .text(hint.clone());
        text = text.with(hint.html());
    }
    Tag::new("label", "swan-choice__row")
        .sign(At::On, on)
        .with(dot.html())
        .with(text.html())
        .html()
}

fn numbered(at: usize) -> String {
    let mut end = String::from("-");
    end.push_str(&(at + 1).to_string());
    end
}
