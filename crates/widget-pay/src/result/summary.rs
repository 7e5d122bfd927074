//! What was answered, line by line, each changeable; and the screens that make it more exact.

use swansfeet_ui::{Button, Row, SummaryList, button};
use yew::prelude::*;

use super::section;
use crate::app::Act;
use crate::flow::{DETAILS, Field, QUESTIONS, Screen};
use crate::screens::View;
use crate::{msg, say};

/// Every answer: those of the five questions always, details where there are any.
pub(super) fn answers(view: &View) -> Html {
    let mut screens = Vec::new();
    let mut rows = Vec::new();
    for screen in QUESTIONS.into_iter().chain(DETAILS) {
        for field in screen.spec().fields {
            if let Some(row) = row(view, screen, *field) {
                rows.push(row);
                screens.push(screen);
            }
        }
    }
    let send = view.send.clone();
    let onchange = Callback::from(move |at: usize| send.emit(Act::Open(screens[at])));
    section(
        view,
        msg::YOUR_ANSWERS,
        SummaryList { rows, onchange }.into(),
    )
}

fn row(view: &View, screen: Screen, field: Field) -> Option<Row> {
    let words = view.words;
    // The first day is a line of the question about pay, not a second one of its details.
    if screen == Screen::Dates && field == Field::From {
        return None;
    }
    let value = match say::answer(words, view.flow, field) {
        Some(value) => value,
        None if field == Field::From => words.date(view.flow.from()),
        None if screen.step().is_some() => words.get(msg::ANSWER_NOT_GIVEN),
        None => return None,
    };
    let name = words.get(field.spec().label);
    Some(Row {
        value: value.into(),
        change: Some(words.get(msg::BUTTON_CHANGE).into()),
        full: Some(
            msg::ButtonChangeWhat {
                what: name.clone().into(),
            }
            .say(words)
            .into(),
        ),
        name: name.into(),
    })
}

/// The way to every detail.
pub(super) fn more(view: &View) -> Html {
    let words = view.words;
    let links = DETAILS.into_iter().map(|screen| {
        let link = Button {
            label: words.get(screen.spec().title).into(),
            kind: button::Kind::Link,
            onclick: view.to(screen),
            ..Button::default()
        };
        html! { <li>{ link }</li> }
    });
    let body = html! {<>
        <p>{ words.get(msg::MORE_EXACT_INTRO) }</p>
        <ul class="swan-pay__more">{ for links }</ul>
    </>};
    section(view, msg::MORE_EXACT, body)
}
