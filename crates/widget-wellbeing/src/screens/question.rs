//! One question: a scale of figures in a grid that fits a small phone, or words in rows. "Prefer not
//! to say" is always there.

use swansfeet_ui::tag::{At, Tag};
use swansfeet_ui::{Choice, Pick, Stepper};
use swansfeet_wellbeing::Question;
use yew::prelude::*;

use super::{Parts, page};
use crate::app::Act;
use crate::draw::{View, one_of};
use crate::flow::Answer;
use crate::{msg, say};

/// What stands for "prefer not to say".
const NOT_SAID: &str = "not-said";

#[inline(never)]
pub(super) fn screen(view: &View, at: usize) -> Html {
    let Some(question) = view.flow.question(at) else {
        return Html::default();
    };
    let many = view.flow.pack().questions.len();
    let next = if at + 1 < many {
        msg::BUTTON_CONTINUE
    } else {
        msg::TO_RESULT
    };
    let body = vec![
        answers(view, at, question),
        one_of(
            vec![view.text(msg::ASK_CALM), view.text(msg::ASK_NEEDED)],
            usize::from(view.flow.is_lacking),
        ),
    ];
    page(
        view,
        Parts {
            heading: say::keyed(view.words, &["ask-", question.id]),
            progress: Some(progress(view, at + 1, many)),
            body,
            next: Some((view.text(next), || Act::Next)),
            ..Parts::default()
        },
    )
}

fn answers(view: &View, at: usize, question: &Question) -> Html {
    let has_figures = say::has_figures(question);
    let mut picks = Vec::new();
    for number in question.lowest..=question.highest {
        let figure = figure(number);
        let label = if has_figures {
            figure.clone()
        } else {
            say::keyed(view.words, &["often-", &figure])
        };
        picks.push(pick(figure, label));
    }
    picks.push(pick(NOT_SAID.into(), view.text(msg::NOT_SAID)));
    let hint = if has_figures {
        say::keyed(view.words, &["ask-", question.id, "-ends"])
    } else {
        view.text(msg::ASK_WORK_ENDS)
    };
    let choice = Choice {
        // Another id for each question, so that no choice is carried over by the browser.
        id: question.id.into(),
        labelled_by: Some("screen-heading".into()),
        hint: Some(hint),
        picks,
        chosen: match view.flow.answer(at) {
            Some(Answer::Given(number)) => figure(number),
            Some(Answer::NotSaid) => NOT_SAID.into(),
            None => AttrValue::default(),
        },
        onpick: view.into(Act::Choose),
        ..Choice::default()
    };
    Tag::new("div", "swan-wellbeing__answers")
        .is(At::Kind, if has_figures { "figures" } else { "words" })
        .with(choice.into())
        .html()
}

#[inline(never)]
fn pick(value: AttrValue, label: AttrValue) -> Pick {
    Pick {
        value,
        label,
        hint: None,
    }
}

#[inline(never)]
fn figure(number: u8) -> AttrValue {
    usize::from(number).to_string().into()
}

fn progress(view: &View, step: usize, steps: usize) -> Html {
    let text = msg::ProgressStep {
        step: step.into(),
        steps: steps.into(),
    };
    Stepper {
        id: AttrValue::Static("screen-progress"),
        text: text.say(view.words).into(),
        now: step as u32,
        of: steps as u32,
    }
    .into()
}
