//! What the answers suggest, in plain words; then support, the same for everybody; then what one can
//! do next. As high whatever was answered.

use swansfeet_ui::Kind;
use yew::prelude::*;

use super::{Parts, page, support};
use crate::app::Act;
use crate::draw::{NAME, View, one_of, part, put};
use crate::flow::Screen;
use crate::{msg, say};

#[inline(never)]
pub(super) fn screen(view: &View) -> Html {
    let cells = view.flow.cells();
    let questions = view.flow.pack().questions.iter();
    let means = questions.zip(cells).map(|(question, cell)| {
        let bands = question.bands.iter();
        let mut all: Vec<AttrValue> = bands
            .map(|band| say::keyed(view.words, &["means-", question.id, "-", band.id]))
            .collect();
        all.push(view.text(msg::MEANS_NOT_SAID));
        let name = say::keyed(view.words, &["name-", question.id]);
        let pieces = vec![put("h3", NAME, name), one_of(all, cell)];
        part("li", "swan-wellbeing__mean", pieces)
    });
    let body = vec![
        part("ul", "swan-wellbeing__means", means.collect()),
        put(
            "h3",
            "swan-wellbeing__next",
            view.text(msg::SUPPORT_FOR_ALL),
        ),
        support::list(view, "h4"),
        put("h3", "swan-wellbeing__next", view.text(msg::NEXT_TITLE)),
        part(
            "div",
            "swan-wellbeing__ways",
            vec![
                view.button(Kind::Primary, msg::ADD_MINE, || Act::Open(Screen::Share)),
                view.button(Kind::Quiet, msg::PICTURE_SEE, || Act::Open(Screen::Picture)),
                view.button(Kind::Quiet, msg::DIARY_KEEP, || Act::Open(Screen::Diary)),
            ],
        ),
        forget(view),
    ];
    page(
        view,
        Parts {
            heading: view.text(msg::RESULT_TITLE),
            lead: Some(view.text(msg::RESULT_LEAD)),
            body,
            ..Parts::default()
        },
    )
}

/// One button forgets all.
pub(super) fn forget(view: &View) -> Html {
    part(
        "div",
        "swan-wellbeing__forget",
        vec![
            view.button(Kind::Quiet, msg::FORGET_ALL, || Act::Forget),
            view.quiet(msg::FORGET_ALL_HINT),
        ],
    )
}
