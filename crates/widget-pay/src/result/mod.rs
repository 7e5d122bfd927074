//! The result: the answer first, then the pictures, what could change it, and what to do next.
//! Works nothing out; `swansfeet-pay` has done that.

mod answer;
mod charts;
mod next;
mod summary;
mod workings;

use swansfeet_pay::PayCheck;
use swansfeet_ui::button;
use swansfeet_words::Msg;
use yew::prelude::*;

use crate::app::Act;
use crate::draw::{View, all, put, said};
use crate::msg;
use crate::screens::around_result;

/// A sentence of those that come later: where it is, all are.
pub(crate) const LATER: Msg = msg::NEXT_STEPS;

/// The whole screen. What only it leads to comes late in the plain JavaScript build (`late` in
/// Cargo.toml), so it is a function there too, and nothing of this folder is called before.
#[inline(never)]
pub(crate) fn screen(view: &View) -> Html {
    let again = view.text(msg::BUTTON_START_AGAIN);
    let below = if view.words.has(LATER) {
        all(vec![summary::answers(view), summary::more(view)])
    } else {
        view.wait()
    };
    let body = vec![
        view.flow
            .outcome()
            .map_or_else(|| answer::broken(view), |check| found(view, &check)),
        below,
        put(
            "div",
            "swan-pay__section swan-pay__quiet",
            vec![
                view.line("", msg::NOT_LEGAL_ADVICE),
                view.line("", msg::STAYS_ON_DEVICE),
                view.button(button::Kind::Link, again, None, Act::Restart),
            ],
        ),
    ];
    around_result(view, all(body))
}

fn found(view: &View, check: &PayCheck) -> Html {
    let mut pieces = vec![
        answer::answer(view, check),
        charts::rates(view, check),
        charts::hour(view, check),
    ];
    if view.words.has(LATER) {
        pieces.extend([
            workings::steps(view, check),
            workings::gaps(view, check),
            next::steps(view),
        ]);
    }
    all(pieces)
}

/// A part of the result under a heading of its own.
fn section(view: &View, heading: Msg, mut body: Vec<Html>) -> Html {
    body.insert(
        0,
        put("h3", "swan-pay__heading", vec![said(view.text(heading))]),
    );
    put("section", "swan-pay__section", body)
}
