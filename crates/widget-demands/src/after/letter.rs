//! A letter to those who can act, from the campaign's template, with the signer's name and the
//! first half of their postcode. It can be changed, and goes only where the person takes it.

use swansfeet_demands::campaign::Addressee;
use swansfeet_demands::{Name, form::Postcode};
use swansfeet_ui::{Disclosure, Kind, TextArea, Way, WayOn};
use yew::prelude::*;

use super::{Do, What, copies, encoded};
use crate::app::Act;
use crate::draw::{View, all, part};
use crate::flow::{Field, Flow, UNICODE};
use crate::msg;
use crate::wire::Loaded;

/// The letter with its blanks filled.
#[inline(never)]
pub(super) fn filled(flow: &Flow, at: usize, lang: &str) -> String {
    let campaign = flow.campaign().map(|loaded| &loaded.campaign);
    let Some(letter) = campaign.and_then(|campaign| campaign.letters.get(at)) else {
        return String::new();
    };
    let name = Name::read(flow.typed(Field::Name), UNICODE);
    let name = name.as_ref().map_or("", Name::as_str);
    let place = Postcode::read(flow.typed(Field::Postcode)).map(|read| read.postcode.outcode());
    let place = place.as_ref().map_or("", |outcode| outcode.as_str());
    let text = letter.body.in_language(lang);
    with_blanks(text, name, place)
}

/// By characters: searching for words is two kilobytes of wasm.
#[inline(never)]
fn with_blanks(text: &str, name: &str, place: &str) -> String {
    let mut out = String::new();
    for (at, part) in text.split(['{', '}']).enumerate() {
        out.push_str(match part {
            "name" if at % 2 == 1 => name,
            "place" if at % 2 == 1 => place,
            _ => part,
        });
    }
    out
}

pub(super) fn letters(view: &View, loaded: &Loaded) -> Vec<Html> {
    let count = loaded.campaign.letters.len();
    (0..count).map(|at| letter(view, loaded, at)).collect()
}

#[inline(never)]
fn letter(view: &View, loaded: &Loaded, at: usize) -> Html {
    let letter = &loaded.campaign.letters[at];
    let (id, title) = match letter.to {
        Addressee::Mp => ("letter-mp", msg::LETTER_MP),
        Addressee::CouncilLeader => ("letter-council", msg::LETTER_COUNCIL),
    };
    let text = view.after.letter(at, view.flow, view.words.lang());
    let mail = [
        "mailto:?subject=",
        &encoded(&view.own(&letter.subject)),
        "&body=",
        &encoded(&text),
    ]
    .concat();
    let send = view.send.clone();
    let area = TextArea {
        id: AttrValue::Static(id),
        label: view.text(msg::LETTER_LABEL),
        hint: Some(view.text(msg::LETTER_HINT)),
        error: None,
        value: text.into(),
        long: true,
        oninput: Callback::from(move |text| send.emit(Act::After(Do::Write(at, text)))),
    };
    let buttons = vec![
        copies(view, What::Letter(at), msg::COPY_LETTER),
        view.button(
            Kind::Quiet,
            view.text(msg::PRINT_LETTER),
            Act::After(Do::Print(at)),
        ),
    ];
    let links = WayOn {
        ways: vec![Way {
            title: view.text(msg::LETTER_BY_MAIL),
            href: mail.into(),
            text: None,
        }],
        new_tab: view.text(msg::OPENS_NEW_TAB),
    };
    Disclosure {
        summary: view.text(title),
        body: all(vec![
            area.into(),
            part("div", "swan-demands__buttons", buttons),
            links.into(),
        ]),
        open: false,
    }
    .into()
}
