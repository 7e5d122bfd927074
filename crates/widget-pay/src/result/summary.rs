//! What was answered, line by line, each changeable; and the screens that make it more exact.

use swansfeet_ui::{Disclosure, Row, SummaryList, button};
use yew::prelude::*;

use super::section;
use crate::app::Act;
use crate::draw::{View, all, put};
use crate::flow::{DETAILS, Field, QUESTIONS, Screen};
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
        vec![SummaryList { rows, onchange }.into()],
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
        // One line leads to the screen of all that was not given; four would only be longer.
        None if screen.step().is_some() && screen.spec().fields[0] == field => {
            words.get(msg::ANSWER_NOT_GIVEN)
        }
        None => return None,
    };
    let name = view.text(field.spec().label);
    let full = msg::ButtonChangeWhat {
        what: name.as_str().into(),
    }
    .say(words);
    Some(Row {
        name,
        value: value.into(),
        change: Some(view.text(msg::BUTTON_CHANGE)),
        full: Some(full.into()),
    })
}

/// The way to every detail.
pub(super) fn more(view: &View) -> Html {
    let links = DETAILS.into_iter().map(|screen| {
        let title = view.text(screen.spec().title);
        put(
            "li",
            "",
            vec![view.button(button::Kind::Link, title, None, Act::Open(screen))],
        )
    });
    let body = vec![
        view.line("", msg::MORE_EXACT_INTRO),
        put("ul", "swan-pay__more", links.collect()),
    ];
    Disclosure {
        summary: view.text(msg::MORE_EXACT),
        body: all(body),
        open: false,
    }
    .into()
}
