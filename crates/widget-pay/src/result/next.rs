//! What to do next, and who can help where the person works.

use swansfeet_ui::{Way, WayOn};
use yew::prelude::*;

use super::section;
use crate::contacts::{Contact, in_nation};
use crate::draw::{View, put, said};
use crate::flow::{Field, Screen};
use crate::msg;
use crate::screens::field;

/// Two things that anyone can do, and the help of their nation once they have chosen it.
pub(super) fn steps(view: &View) -> Html {
    let mut ways = Vec::new();
    if let Some(nation) = view.flow.choice(Field::Nation) {
        for contact in in_nation(nation) {
            ways.push(page(view, contact));
            ways.extend(call(view, contact));
        }
    }
    let item = |message| put("li", "", vec![said(view.text(message))]);
    let mut pieces = vec![
        put(
            "ul",
            "swan-pay__list",
            vec![item(msg::NEXT_KEEP), item(msg::NEXT_VISA)],
        ),
        put(
            "div",
            "swan-pay__nation",
            vec![field::field(view, Screen::Result, Field::Nation)],
        ),
    ];
    if !ways.is_empty() {
        pieces.push(
            WayOn {
                ways,
                new_tab: view.text(msg::OPENS_NEW_TAB),
            }
            .into(),
        );
    }
    section(view, msg::NEXT_STEPS, pieces)
}

fn page(view: &View, contact: &Contact) -> Way {
    Way {
        title: view.text(contact.name),
        href: AttrValue::Static(contact.web),
        text: Some(view.text(contact.what)),
    }
}

fn call(view: &View, contact: &Contact) -> Option<Way> {
    let phone = contact.phone?;
    let who = view.text(contact.name);
    let title = msg::Call {
        who: who.as_str().into(),
        phone: phone.into(),
    }
    .say(view.words);
    let mut href = String::from("tel:");
    href.extend(phone.chars().filter(char::is_ascii_digit));
    Some(Way {
        title: title.into(),
        href: href.into(),
        text: None,
    })
}
