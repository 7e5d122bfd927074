//! Handing the campaign on: the device's own sheet, WhatsApp, email, a copied link, a poster.

use swansfeet_embed::wish;
use swansfeet_ui::{Kind, Way, WayOn};
use yew::prelude::*;

use super::{Do, What, copies, encoded};
use crate::app::Act;
use crate::draw::{View, part};
use crate::msg;
use crate::wire::Loaded;

#[inline(never)]
pub(super) fn ways(view: &View, loaded: &Loaded) -> Vec<Html> {
    let address = view.after.address.as_str();
    let name = view.own(&loaded.campaign.name);
    let text = msg::ShareText {
        campaign: name.as_str().into(),
        address: address.into(),
    };
    let text = encoded(&text.say(view.words));
    let way = |title, start: &str, rest: &str| Way {
        title: view.text(title),
        href: [start, rest].concat().into(),
        text: None,
    };
    let subject = [&encoded(&name), "&body=", &text].concat();
    let links = WayOn {
        ways: vec![
            way(msg::SHARE_WHATSAPP, "https://wa.me/?text=", &text),
            way(msg::SHARE_EMAIL, "mailto:?subject=", &subject),
        ],
        new_tab: view.text(msg::OPENS_NEW_TAB),
    };
    let mut buttons = Vec::new();
    if wish::can_share() {
        buttons.push(button(view, msg::SHARE, Do::Share));
    }
    buttons.push(copies(view, What::Address, msg::COPY_LINK));
    buttons.push(button(view, msg::POSTER, Do::Poster));
    vec![part("div", "swan-demands__buttons", buttons), links.into()]
}

fn button(view: &View, label: swansfeet_words::Msg, what: Do) -> Html {
    view.button(Kind::Quiet, view.text(label), Act::After(what))
}
