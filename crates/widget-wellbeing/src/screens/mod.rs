//! The screens: heading, what stands on it, the ways back and on. Decides nothing; that is `flow`.

mod diary;
mod picture;
mod question;
mod result;
mod share;
mod start;
mod support;

use swansfeet_ui::Screen as Page;
use yew::prelude::*;

use crate::app::Act;
use crate::draw::{View, all};
use crate::flow::Screen;
use crate::msg;

/// The id of every screen: one is shown at a time.
const PAGE: AttrValue = AttrValue::Static("screen");

/// What is to be shown now.
pub(crate) fn screen(view: &View) -> Html {
    match view.flow.screen() {
        Screen::Start => start::screen(view),
        Screen::Question(at) => question::screen(view, at),
        Screen::Result => result::screen(view),
        Screen::Support => support::screen(view),
        Screen::Share => share::screen(view),
        Screen::Picture => picture::screen(view),
        Screen::Diary => diary::screen(view),
    }
}

/// What one screen differs in.
#[derive(Default)]
struct Parts {
    heading: AttrValue,
    lead: Option<AttrValue>,
    progress: Option<Html>,
    body: Vec<Html>,
    /// The way on, and what it does.
    next: Option<(AttrValue, fn() -> Act)>,
}

/// A screen with everything around it.
#[inline(never)]
fn page(view: &View, parts: Parts) -> Html {
    let send = view.send.clone();
    let (next, onnext) = match parts.next {
        Some((word, act)) => (Some(word), Callback::from(move |()| send.emit(act()))),
        None => (None, Callback::noop()),
    };
    Page {
        id: PAGE,
        heading: parts.heading,
        lead: parts.lead,
        progress: parts.progress,
        errors: Html::default(),
        body: all(parts.body),
        back: view
            .flow
            .has_way_back()
            .then(|| view.text(msg::BUTTON_BACK)),
        next,
        arrived: view.arrivals,
        onback: view.press(|| Act::Back),
        onnext,
    }
    .into()
}
