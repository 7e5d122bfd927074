//! The result: the answer first, then the pictures, what could change it, and what to do next.
//! Works nothing out; `swansfeet-pay` has done that.

mod answer;
mod charts;
mod next;
mod summary;
mod workings;

use swansfeet_pay::PayCheck;
use swansfeet_ui::{Button, Screen as Page, button};
use swansfeet_words::Msg;
use yew::prelude::*;

use crate::app::Act;
use crate::msg;
use crate::screens::{PAGE, View};

/// The whole screen.
pub(crate) fn screen(view: &View) -> Html {
    let words = view.words;
    let (onback, restart) = (view.send.clone(), view.send.clone());
    let check = view.flow.outcome();
    let again = Button {
        label: words.get(msg::BUTTON_START_AGAIN).into(),
        kind: button::Kind::Link,
        onclick: Callback::from(move |_| restart.emit(Act::Restart)),
        ..Button::default()
    };
    let body = html! {<>
        { check.as_ref().map_or_else(|| answer::broken(view), |check| found(view, check)) }
        { summary::answers(view) }
        { summary::more(view) }
        <p class="swan-pay__small">{ words.get(msg::NOT_LEGAL_ADVICE) }{ " " }{ words.get(msg::STAYS_ON_DEVICE) }</p>
        { again }
    </>};
    Page {
        id: PAGE,
        heading: words.get(msg::YOUR_RESULT).into(),
        body,
        back: (view.flow.depth() > 0).then(|| words.get(msg::BUTTON_BACK).into()),
        arrived: view.arrivals,
        onback: Callback::from(move |_| onback.emit(Act::Back)),
        ..Page::default()
    }
    .into()
}

fn found(view: &View, check: &PayCheck) -> Html {
    html! {<>
        { answer::answer(view, check) }
        { charts::rates(view, check) }
        { charts::hour(view, check) }
        { workings::steps(view, check) }
        { workings::gaps(view, check) }
        { next::steps(view) }
    </>}
}

/// A part of the result under a heading of its own.
pub(crate) fn section(view: &View, heading: Msg, body: Html) -> Html {
    html! {
        <section class="swan-pay__section">
            <h3 class="swan-pay__heading">{ view.words.get(heading) }</h3>
            { body }
        </section>
    }
}
