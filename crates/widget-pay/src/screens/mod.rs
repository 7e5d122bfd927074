//! A question on the screen: heading, fields, what was understood, what is wrong.
//! Decides nothing: which fields stand where is the table in `flow::fields`.

pub(crate) mod field;

use swansfeet_ui::{
    Button, Disclosure, ErrorSummary, Notice, Problem, Screen as Page, Stepper, Tone, button,
};
use swansfeet_words::Words;
use yew::prelude::*;

use crate::app::Act;
use crate::flow::{Field, Flow, Meaning, QUESTIONS, Screen};
use crate::{msg, say};

/// What every screen is drawn from.
pub(crate) struct View<'a> {
    pub(crate) flow: &'a Flow,
    pub(crate) words: &'a Words,
    pub(crate) send: Callback<Act>,
    pub(crate) arrivals: u32,
}

impl View<'_> {
    /// Hands on what is typed into a field, or picked.
    pub(crate) fn into(&self, field: Field) -> Callback<String> {
        let send = self.send.clone();
        Callback::from(move |text| send.emit(Act::Type(field, text)))
    }

    /// Leads to a screen.
    pub(crate) fn to(&self, screen: Screen) -> Callback<MouseEvent> {
        let send = self.send.clone();
        Callback::from(move |_| send.emit(Act::Open(screen)))
    }
}

/// The id of every screen: one is shown at a time.
pub(crate) const PAGE: AttrValue = AttrValue::Static("screen");
/// The id of its heading, by which a single field is named.
pub(crate) const HEADING: AttrValue = AttrValue::Static("screen-heading");

/// The question that the flow has come to.
pub(crate) fn question(view: &View) -> Html {
    let View {
        flow,
        words,
        send,
        arrivals,
    } = view;
    let screen = flow.screen();
    let spec = screen.spec();
    let lead = if screen == QUESTIONS[0] {
        Some(msg::PAY_WELCOME)
    } else {
        spec.intro
    };
    let next = if flow.has_seen_result() || screen.step().is_none() {
        msg::SAVE_ANSWER
    } else if screen == QUESTIONS[QUESTIONS.len() - 1] {
        msg::SHOW_RESULT
    } else {
        msg::BUTTON_CONTINUE
    };
    let can_go_back = flow.depth() > 0 || flow.question_before().is_some();
    let (onback, onnext) = (send.clone(), send.clone());
    Page {
        id: PAGE,
        heading: words.get(spec.title).into(),
        lead: lead.map(|lead| words.get(lead).into()),
        progress: progress(view, screen),
        errors: errors(view),
        body: html! {<>{ body(view, screen) }{ skip(view, screen) }</>},
        back: can_go_back.then(|| words.get(msg::BUTTON_BACK).into()),
        next: Some(words.get(next).into()),
        arrived: *arrivals,
        onback: Callback::from(move |_| onback.emit(Act::Back)),
        onnext: Callback::from(move |()| onnext.emit(Act::Next)),
    }
    .into()
}

fn progress(view: &View, screen: Screen) -> Option<Html> {
    let step = screen.step()?;
    let text = msg::ProgressQuestion {
        step: step.into(),
        of: QUESTIONS.len().into(),
    };
    let stepper = Stepper {
        id: "screen-progress".into(),
        text: text.say(view.words).into(),
        now: step as u32,
        of: QUESTIONS.len() as u32,
    };
    Some(stepper.into())
}

fn errors(view: &View) -> Html {
    let View { flow, words, .. } = view;
    let problems = flow
        .shown_problems()
        .into_iter()
        .map(|(field, problem)| Problem {
            field: field.spec().name.into(),
            text: say::problem(words, flow, field, problem).into(),
        });
    ErrorSummary {
        id: "screen-errors".into(),
        heading: words.get(msg::PROBLEM_HEADING).into(),
        problems: problems.collect(),
        arrived: flow.tries(),
    }
    .into()
}

fn body(view: &View, screen: Screen) -> Html {
    match screen {
        Screen::Paid => paid(view),
        Screen::Other => html! {<>
            <p class="swan-pay__format">{ view.words.get(msg::HOURS_FORMAT) }</p>
            { fields(view, screen) }
        </>},
        _ => fields(view, screen),
    }
}

fn fields(view: &View, screen: Screen) -> Html {
    screen
        .spec()
        .fields
        .iter()
        .map(|at| field::field(view, screen, *at))
        .collect()
}

/// The days follow from how often somebody is paid; whoever wants others can open the box.
fn paid(view: &View) -> Html {
    let View { flow, words, .. } = view;
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
        summary: words.get(msg::ASK_FROM_OPEN).into(),
        body: field::field(view, Screen::Paid, Field::From),
        open: has_own_dates || is_wrong,
    };
    html! {<>
        { field::field(view, Screen::Paid, Field::Paid) }
        <p class="swan-pay__period" role="status">{ reading.say(words) }</p>
        if flow.to() >= flow.today() {
            { Notice { tone: Tone::Warning, heading: words.get(msg::READING_NOT_OVER).into(), ..Notice::default() } }
        }
        { other_dates }
    </>}
}

/// "I don't know", where it is not one of the answers.
fn skip(view: &View, screen: Screen) -> Html {
    if !matches!(screen, Screen::Hours | Screen::Other | Screen::Pay) {
        return Html::default();
    }
    let send = view.send.clone();
    Button {
        label: view.words.get(msg::DONT_KNOW).into(),
        kind: button::Kind::Quiet,
        onclick: Callback::from(move |_| send.emit(Act::Skip)),
        ..Button::default()
    }
    .into()
}
