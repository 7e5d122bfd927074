//! The answer in one sentence, the number, and a word to the person.

use swansfeet_pay::PayCheck;
use swansfeet_ui::{Answer, Tone};
use swansfeet_words::{Msg, Value};
use yew::prelude::*;

use crate::draw::{View, all, put, said};
use crate::{msg, say};

/// What the check comes to, for the person.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Short,
    Settled,
    Fine,
    NoHours,
    NoPay,
    Neither,
}

fn verdict(check: &PayCheck) -> Verdict {
    let is_owed = check.arrears.is_some_and(|owed| !owed.is_zero());
    match (check.meets_minimum, check.hours, check.counting_pay) {
        (Some(true), ..) => Verdict::Fine,
        (Some(false), ..) if is_owed => Verdict::Short,
        (Some(false), ..) => Verdict::Settled,
        (None, None, None) => Verdict::Neither,
        (None, None, _) => Verdict::NoHours,
        (None, ..) => Verdict::NoPay,
    }
}

impl Verdict {
    fn sentence(self) -> Msg {
        match self {
            Verdict::Short => msg::VERDICT_SHORT,
            Verdict::Settled => msg::VERDICT_SETTLED,
            Verdict::Fine => msg::VERDICT_FINE,
            Verdict::NoHours => msg::VERDICT_NO_HOURS,
            Verdict::NoPay => msg::VERDICT_NO_PAY,
            Verdict::Neither => msg::VERDICT_NEITHER,
        }
    }

    fn tone(self) -> Tone {
        match self {
            Verdict::Short => Tone::Danger,
            Verdict::Settled | Verdict::Fine => Tone::Good,
            _ => Tone::Gap,
        }
    }

    fn comfort(self) -> Option<Msg> {
        match self {
            Verdict::Short => Some(msg::CALM_SHORT),
            Verdict::Fine => Some(msg::CALM_FINE),
            _ => None,
        }
    }
}

/// The answer of a check.
pub(super) fn answer(view: &View, check: &PayCheck) -> Html {
    let words = view.words;
    let verdict = verdict(check);
    let (name, figure) = match (verdict, check.arrears, check.average) {
        (Verdict::Short, Some(owed), _) => (Some(msg::OWED_NAME), Some(words.money(&owed.0))),
        (_, _, Some(rate)) => (Some(msg::RATE_NAME), Some(say::an_hour(words, rate))),
        _ => (None, None),
    };
    let answer = Answer {
        tone: verdict.tone(),
        sentence: view.text(verdict.sentence()),
        name: name.map(|name| view.text(name)),
        figure: figure.map(AttrValue::from),
        note: Some(note(view, check, verdict).into()),
    };
    let mut pieces = vec![answer.into()];
    if let Some(grew) = grew(view, check) {
        pieces.push(put("p", "", vec![said(grew)]));
    }
    if let Some(comfort) = verdict.comfort() {
        pieces.push(view.line("", comfort));
    }
    all(pieces)
}

/// The days, and the rate beside the minimum.
fn note(view: &View, check: &PayCheck, verdict: Verdict) -> String {
    let View { flow, words, .. } = view;
    let minimum = Value::Money(check.rate.0);
    let mut note = match (verdict, check.average) {
        (Verdict::Short, Some(rate)) => {
            let rate = Value::Money(say::down_to_the_penny(rate));
            msg::VerdictBeside { rate, minimum }.say(words)
        }
        _ => msg::VerdictBesideMinimum { minimum }.say(words),
    };
    note.push(' ');
    let period = msg::VerdictPeriod {
        from: flow.from().into(),
        to: flow.to().into(),
    };
    note.push_str(&period.say(words));
    note
}

/// Why more is owed than was missing.
fn grew(view: &View, check: &PayCheck) -> Option<String> {
    let (shortfall, arrears) = (check.shortfall?, check.arrears?);
    (arrears > shortfall).then(|| {
        let (shortfall, arrears) = (Value::Money(shortfall.0), Value::Money(arrears.0));
        msg::OwedGrew { shortfall, arrears }.say(view.words)
    })
}

/// Where an answer cannot be right and the flow has not led there: the lines below show which.
pub(super) fn broken(view: &View) -> Html {
    let sentence = view.text(msg::VERDICT_BROKEN);
    Answer {
        tone: Tone::Gap,
        sentence,
        name: None,
        figure: None,
        note: None,
    }
    .into()
}
