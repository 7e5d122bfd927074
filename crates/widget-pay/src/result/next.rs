//! What to do next, and who can help where the person works.

use swansfeet_ui::{Way, WayOn};
use yew::prelude::*;

use super::section;
use crate::contacts::{Contact, in_nation};
use crate::flow::{Field, Screen};
use crate::screens::{View, field};
use crate::{msg, say};

/// Two things that anyone can do, and the help of their nation once they have chosen it.
pub(super) fn steps(view: &View) -> Html {
    let words = view.words;
    let mut ways = Vec::new();
    if let Some(nation) = view.flow.choice(Field::Nation) {
        for contact in in_nation(nation) {
            ways.push(page(view, contact));
            ways.extend(call(view, contact));
        }
    }
    let new_tab = words.get(msg::OPENS_NEW_TAB).into();
    let body = html! {<>
        <ul class="swan-pay__list">
            <li>{ words.get(msg::NEXT_KEEP) }</li>
            <li>{ words.get(msg::NEXT_VISA) }</li>
        </ul>
        <div class="swan-pay__nation">{ field::field(view, Screen::Result, Field::Nation) }</div>
        if !ways.is_empty() {
            { WayOn { ways, new_tab } }
        }
    </>};
    section(view, msg::NEXT_STEPS, body)
}

fn page(view: &View, contact: &Contact) -> Way {
    let mut text = say::by_key(view.words, contact.what, &[]);
    if !contact.is_checked {
        text.push(' ');
        text.push_str(&view.words.get(msg::CONTACT_NOT_CHECKED));
    }
    Way {
        title: say::by_key(view.words, contact.key, &[]).into(),
        href: contact.web.into(),
        text: Some(text.into()),
    }
}

fn call(view: &View, contact: &Contact) -> Option<Way> {
    let phone = contact.phone?;
    let who = say::by_key(view.words, contact.key, &[]).into();
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    Some(Way {
        title: msg::Call {
            who,
            phone: phone.into(),
        }
        .say(view.words)
        .into(),
        href: ["tel:", &digits].concat().into(),
        text: None,
    })
}
