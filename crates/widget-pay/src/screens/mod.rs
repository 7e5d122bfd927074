//! A question on the screen: heading, fields, what was understood, what is wrong.
//! Decides nothing: which fields stand where is the table in `flow::fields`.

pub(crate) mod field;

use swansfeet_ui::{
    Disclosure, ErrorSummary, Notice, Problem, Screen as Page, Stepper, Tone, button,
};
use yew::prelude::*;

use crate::app::Act;
use crate::draw::{View, all, put, said};
use crate::flow::{Field, Meaning, QUESTIONS, Screen};
use crate::result::LATER;
use crate::{msg, say};

/// The id of every screen: one is shown at a time.
pub(crate) const PAGE: AttrValue = AttrValue::Static("screen");
/// The id of its heading, by which a single field is named.
pub(crate) const HEADING: AttrValue = AttrValue::Static("screen-heading");

/// The question that the flow has come to.
pub(crate) fn question(view: &View) -> Html {
    let screen = view.flow.screen();
    let spec = screen.spec();
    let is_detail = screen.step().is_none();
    if is_detail && !view.words.has(LATER) {
        return view.wait();
    }
    let next = if view.flow.has_seen_result() || is_detail {
        msg::SAVE_ANSWER
    } else if screen == QUESTIONS[QUESTIONS.len() - 1] {
        msg::SHOW_RESULT
    } else {
        msg::BUTTON_CONTINUE
    };
    let onnext = view.send.clone();
    Page {
        id: PAGE,
        heading: view.text(spec.title),
        lead: spec.intro.map(|intro| view.text(intro)),
        progress: progress(view, screen),
        errors: errors(view),
        body: all(vec![body(view, screen), skip(view, screen)]),
        back: view.flow.leads_back().then(|| view.text(msg::BUTTON_BACK)),
        next: Some(view.text(next)),
        arrived: view.arrivals,
        onback: view.press(Act::Back),
        onnext: Callback::from(move |()| onnext.emit(Act::Next)),
    }
    .into()
}

/// The screen of the result, around whatever there is of it.
pub(crate) fn around_result(view: &View, body: Html) -> Html {
    Page {
        id: PAGE,
        heading: view.text(msg::YOUR_RESULT),
        lead: None,
        progress: None,
        errors: Html::default(),
        body,
        back: (view.flow.depth() > 0).then(|| view.text(msg::BUTTON_BACK)),
        next: None,
        arrived: view.arrivals,
        onback: view.press(Act::Back),
        onnext: Callback::noop(),
    }
    .into()
}

/// The result while what it is made by is on its way, or could not be had.
pub(crate) fn result_to_come(view: &View) -> Html {
    around_result(view, view.wait())
}

fn progress(view: &View, screen: Screen) -> Option<Html> {
    let step = screen.step()?;
    let text = msg::ProgressQuestion {
        step: step.into(),
        of: QUESTIONS.len().into(),
    };
    let stepper = Stepper {
        id: AttrValue::Static("screen-progress"),
        text: text.say(view.words).into(),
        now: step as u32,
        of: QUESTIONS.len() as u32,
    };
    // Said before the first question, and only there: what this is, and that it stays here.
    let welcome = match step {
        1 => view.line("", msg::PAY_WELCOME),
        _ => Html::default(),
    };
    Some(all(vec![welcome, stepper.into()]))
}

fn errors(view: &View) -> Html {
    let problems = view
        .flow
        .shown_problems()
        .into_iter()
        .map(|(field, problem)| Problem {
            field: AttrValue::Static(field.spec().name),
            text: say::problem(view, field, problem),
        });
    ErrorSummary {
        id: AttrValue::Static("screen-errors"),
        heading: view.text(msg::PROBLEM_HEADING),
        problems: problems.collect(),
        arrived: view.flow.tries(),
    }
    .into()
}

fn body(view: &View, screen: Screen) -> Html {
    if screen == Screen::Paid {
        return paid(view);
    }
    all(screen
        .spec()
        .fields
        .iter()
        .map(|at| field::field(view, screen, *at))
        .collect())
}

/// The days follow from how often somebody is paid; whoever wants others can open the box.
fn paid(view: &View) -> Html {
    let flow = view.flow;
    let reading = msg::ReadingPeriod {
        from: flow.from().into(),
        to: flow.to().into(),
    };
    let has_own_dates = matches!(flow.meaning(Field::From), Meaning::Date(_));
    let is_wrong = flow
        .shown_problems()
        .iter()
        .any(|(field, _)| *field == Field::From);
    let other_dates = Disclosure {
        summary: view.text(msg::ASK_FROM_OPEN),
        body: field::field(view, Screen::Paid, Field::From),
        open: has_own_dates || is_wrong,
    };
    let mut pieces = vec![
        field::field(view, Screen::Paid, Field::Paid),
        put("p", "swan-pay__period", vec![said(reading.say(view.words))]),
    ];
    if flow.to() >= flow.today() {
        let heading = view.text(msg::READING_NOT_OVER);
        let notice = Notice {
            tone: Tone::Warning,
            heading,
            body: Html::default(),
            role: None,
        };
        pieces.push(notice.into());
    }
    pieces.push(other_dates.into());
    all(pieces)
}

/// "I don't know", where it is not one of the answers.
fn skip(view: &View, screen: Screen) -> Html {
    match screen {
        Screen::Hours | Screen::Other | Screen::Pay => view.button(
            button::Kind::Quiet,
            view.text(msg::DONT_KNOW),
            None,
            Act::Skip,
        ),
        _ => Html::default(),
    }
}
