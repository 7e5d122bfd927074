//! What may all be left out: how the name appears, what matters most, union, workplace, a comment.

use swansfeet_ui::{Check, Checks, Pick, TextArea};
use yew::prelude::*;

use super::{Parts, about, error, page};
use crate::draw::View;
use crate::flow::Field;
use crate::msg;
use crate::wire::Loaded;

#[inline(never)]
pub(super) fn screen(view: &View, loaded: &Loaded) -> Html {
    let parts = Parts {
        heading: view.text(msg::MORE_TITLE),
        lead: Some(view.text(msg::MORE_INTRO)),
        body: vec![
            public(view),
            priorities(view, loaded),
            about::line(view, Field::Union, msg::ASK_UNION, None),
            about::line(
                view,
                Field::Workplace,
                msg::ASK_WORKPLACE,
                Some(msg::ASK_WORKPLACE_HINT),
            ),
            about::caution(view),
            comment(view),
        ],
        next: Some(view.text(msg::BUTTON_CONTINUE)),
    };
    page(view, parts)
}

#[inline(never)]
fn public(view: &View) -> Html {
    let pick = |value: &'static str, label| Pick {
        value: AttrValue::Static(value),
        label: view.text(label),
        hint: None,
    };
    // An empty value is the answer of whoever has not been here: not at all.
    let picks = vec![
        pick("", msg::PUBLIC_HIDDEN),
        pick("first", msg::PUBLIC_FIRST),
        pick("full", msg::PUBLIC_FULL),
    ];
    about::choice(
        view,
        Field::Public,
        msg::ASK_PUBLIC,
        Some(msg::ASK_PUBLIC_HINT),
        picks,
    )
}

#[inline(never)]
fn priorities(view: &View, loaded: &Loaded) -> Html {
    let checks = loaded.campaign.demands.iter().map(|demand| {
        let id = demand.id.as_str();
        check(view, Field::Priorities, id, view.own(&demand.title))
    });
    let checks = checks.collect();
    Checks {
        id: AttrValue::Static(Field::Priorities.id()),
        label: view.text(msg::ASK_PRIORITIES),
        labelled_by: None,
        hint: Some(view.text(msg::ASK_PRIORITIES_HINT)),
        error: error(view, Field::Priorities),
        checks,
        onpick: view.ticks(Field::Priorities),
    }
    .into()
}

/// A box of a list.
#[inline(never)]
pub(super) fn check(view: &View, field: Field, id: &str, label: AttrValue) -> Check {
    Check {
        pick: Pick {
            value: id.to_owned().into(),
            label,
            hint: None,
        },
        on: view.flow.ticked(field).any(|ticked| ticked == id),
    }
}

#[inline(never)]
fn comment(view: &View) -> Html {
    TextArea {
        id: AttrValue::Static(Field::Comment.id()),
        label: view.text(msg::ASK_COMMENT),
        hint: None,
        error: error(view, Field::Comment),
        value: view.flow.typed(Field::Comment).to_owned().into(),
        long: false,
        oninput: view.into(Field::Comment),
    }
    .into()
}
