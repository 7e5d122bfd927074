//! Before any question: what this page cannot hide, how to leave it, what stays here.

use swansfeet_ui::Kind;
use yew::prelude::*;

use super::{Parts, page};
use crate::app::Act;
use crate::draw::{View, part};
use crate::flow::Screen;
use crate::msg;

#[inline(never)]
pub(super) fn screen(view: &View) -> Html {
    let cannot = [
        msg::START_CANNOT_NETWORK,
        msg::START_CANNOT_SHOULDER,
        msg::START_CANNOT_HISTORY,
    ];
    let cannot = cannot.map(|line| part("li", "", vec![view.line(line)]));
    let body = vec![
        view.fact(
            msg::START_CANNOT_HIDE,
            vec![part("ul", "swan-wellbeing__list", cannot.into())],
        ),
        view.told(msg::START_LEAVE, msg::START_LEAVE_HOW),
        view.told(msg::START_NOTHING_LEAVES, msg::START_NOTHING_LEAVES_HOW),
        part(
            "div",
            "swan-wellbeing__ways",
            vec![
                view.button(Kind::Quiet, msg::SUPPORT_NOW, || Act::Open(Screen::Support)),
                view.button(Kind::Link, msg::PICTURE_SEE, || Act::Open(Screen::Picture)),
            ],
        ),
    ];
    page(
        view,
        Parts {
            heading: view.text(msg::START_TITLE),
            lead: Some(view.text(msg::START_LEAD)),
            body,
            next: Some((view.text(msg::BUTTON_START), || Act::Next)),
            ..Parts::default()
        },
    )
}
