//! The screens: heading, what stands on it, what is wrong, the ways back and on.
//! Decides nothing; that is `flow`.

mod about;
mod agree;
mod demands;
mod more;

use swansfeet_ui::tag::{At, Tag, YES};
use swansfeet_ui::{ErrorSummary, Problem, Screen as Page, Stepper, Tone};
use swansfeet_words::Msg;
use yew::prelude::*;

use crate::after;
use crate::app::Act;
use crate::draw::{View, all};
use crate::flow::{Bar, FORM, Failure, Field, Load, Screen, Sending};
use crate::{msg, say};

/// The id of every screen: one is shown at a time.
const PAGE: AttrValue = AttrValue::Static("screen");

/// What is to be shown now.
#[inline(never)]
pub(crate) fn screen(view: &View) -> Html {
    match &view.flow.load {
        Load::Waiting => Tag::new("p", "swan-demands__wait")
            .is(At::Busy, YES)
            .text(view.text(msg::LOADING))
            .html(),
        Load::Failed(failure) => not_there(view, *failure),
        Load::Ready(loaded) => match view.flow.screen() {
            Screen::Demands => demands::screen(view, loaded),
            Screen::About => about::screen(view, loaded),
            Screen::More => more::screen(view, loaded),
            Screen::Agree => agree::screen(view, loaded),
            Screen::Thanks => after::screen(view, loaded),
        },
    }
}

#[inline(never)]
fn not_there(view: &View, failure: Failure) -> Html {
    let message = match failure {
        Failure::Offline => msg::LOAD_NO_NETWORK,
        Failure::NoCampaign => msg::FAIL_NO_CAMPAIGN,
        _ => msg::LOAD_FAILED,
    };
    let again = view.button(
        swansfeet_ui::Kind::Quiet,
        view.text(msg::BUTTON_TRY_AGAIN),
        Act::Load,
    );
    view.notice(Tone::Warning, view.text(message), again, Some("alert"))
}

/// What one screen differs in.
#[derive(Default)]
pub(crate) struct Parts {
    pub(crate) heading: AttrValue,
    pub(crate) lead: Option<AttrValue>,
    pub(crate) body: Vec<Html>,
    pub(crate) next: Option<AttrValue>,
}

/// A screen with everything around it.
#[inline(never)]
pub(crate) fn page(view: &View, parts: Parts) -> Html {
    let onnext = view.send.clone();
    let onback = view.send.clone();
    let step = view.flow.screen().step();
    Page {
        id: PAGE,
        heading: parts.heading,
        lead: parts.lead,
        progress: step.map(|step| progress(view, step)),
        errors: errors(view),
        body: all(parts.body),
        back: (view.flow.depth() > 0 && view.flow.thanks.is_none())
            .then(|| view.text(msg::BUTTON_BACK)),
        next: parts.next,
        arrived: view.arrivals,
        onback: Callback::from(move |_| onback.emit(Act::Back)),
        onnext: Callback::from(move |()| onnext.emit(Act::Next)),
    }
    .into()
}

#[inline(never)]
fn progress(view: &View, step: usize) -> Html {
    let text = msg::ProgressStep {
        step: step.into(),
        steps: FORM.len().into(),
    };
    Stepper {
        id: AttrValue::Static("screen-progress"),
        text: text.say(view.words).into(),
        now: step as u32,
        of: FORM.len() as u32,
    }
    .into()
}

#[inline(never)]
fn errors(view: &View) -> Html {
    let problems = view.flow.shown_problems().into_iter();
    let problems = problems.map(|(field, problem)| Problem {
        field: AttrValue::Static(field.id()),
        text: say::problem(view, problem),
    });
    ErrorSummary {
        id: AttrValue::Static("screen-errors"),
        heading: view.text(msg::PROBLEM_HEADING),
        problems: problems.collect(),
        arrived: view.flow.tries(),
    }
    .into()
}

/// What is wrong with one field, at the field.
pub(crate) fn error(view: &View, field: Field) -> Option<AttrValue> {
    let problems = view.flow.shown_problems();
    let (_, problem) = problems.into_iter().find(|(at, _)| *at == field)?;
    Some(say::problem(view, problem))
}

/// How sending goes, beside the button that sends.
pub(crate) fn sending(view: &View) -> Html {
    let Sending::Failed(failure) = view.flow.sending else {
        return Html::default();
    };
    let text = view.text(say::failure(failure));
    view.notice(Tone::Danger, text, Html::default(), Some("alert"))
}

/// The word of a button that sends.
pub(crate) fn sends(view: &View, idle: Msg) -> AttrValue {
    view.text(match view.flow.sending {
        Sending::Idle => idle,
        Sending::Going => msg::SENDING,
        Sending::Solving => msg::SOLVING,
        Sending::Failed(_) => msg::BUTTON_TRY_AGAIN,
    })
}

/// Tells the site's owner why nobody can sign here.
#[inline(never)]
pub(crate) fn tell_owner(bar: Bar) {
    let why = match bar {
        Bar::BadPins => "data-key cannot be read",
        Bar::OtherKey => "data-key does not name the key that the hub hands out",
        Bar::NoKey => "the hub hands out no key",
        Bar::NotYet(_) | Bar::Closed(_) => return,
    };
    let then = ". So nobody can sign here. Ask the campaign's organisers, not the hub, for its \
                fingerprint (sw1-…).";
    warn(&[why, then].concat());
}

/// Tells the site's owner, never the visitor.
pub(crate) fn warn(what: &str) {
    // There is no console outside a browser, and asking for it there would panic.
    if cfg!(target_arch = "wasm32") {
        web_sys::console::warn_1(&["swan-demands: ", what].concat().into());
    }
}
