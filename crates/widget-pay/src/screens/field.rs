//! One field, drawn by its kind. A new kind of answer is a new arm here, a new question is none.

use rust_decimal::Decimal;
use swansfeet_pay::exact::{product, quotient, whole};
use swansfeet_pay::{HourlyRate, Period};
use swansfeet_ui::{Choice, DateField, Field as Line, Keyboard, Pick, button, field::Width};
use swansfeet_words::{Msg, Value};
use yew::prelude::*;

use super::HEADING;
use crate::app::Act;
use crate::draw::{View, all, put};
use crate::flow::{Field, Kind, Meaning, Screen, UNKNOWN};
use crate::{msg, say};

/// What every kind of field is given.
struct Frame {
    id: AttrValue,
    label: AttrValue,
    /// A field that the heading asks for has no label of its own.
    labelled_by: Option<AttrValue>,
    hint: Option<AttrValue>,
    error: Option<AttrValue>,
    value: AttrValue,
    input: Callback<String>,
}

/// A field with its label, hint, error, and what was understood.
pub(crate) fn field(view: &View, screen: Screen, field: Field) -> Html {
    let flow = view.flow;
    let spec = field.spec();
    let problem = flow
        .shown_problems()
        .into_iter()
        .find(|(at, _)| *at == field);
    let typed = flow.typed(field);
    let frame = Frame {
        id: AttrValue::Static(spec.name),
        label: view.text(spec.label),
        labelled_by: (screen.spec().title == spec.label).then_some(HEADING),
        hint: hint(view, field),
        error: problem.map(|(_, problem)| say::problem(view, field, problem)),
        // The sign for "I don't know" is ours, not something that a person typed.
        value: if is_picked(spec.kind) || typed != UNKNOWN {
            typed.into()
        } else {
            "".into()
        },
        input: view.into(field),
    };
    match spec.kind {
        Kind::Choice(options) => {
            let row = |(code, label): &(&'static str, Msg)| pick((*code).into(), view.text(*label));
            choice(frame, options.iter().map(row).collect())
        }
        Kind::AgeBand => age(view, frame),
        Kind::Date => date(view, frame),
        Kind::Money | Kind::Hours | Kind::Count => {
            let either = either(view, field);
            all(vec![line(view, field, frame), either])
        }
    }
}

fn is_picked(kind: Kind) -> bool {
    matches!(kind, Kind::Choice(_) | Kind::AgeBand)
}

/// The line of help; some name the days that are checked.
fn hint(view: &View, field: Field) -> Option<AttrValue> {
    let View { flow, words, .. } = view;
    let from = || Value::Date(flow.from());
    let hint = match field {
        Field::Age => msg::AskAgeHint { date: from() }.say(words),
        Field::Years => msg::AskYearsHint { date: from() }.say(words),
        Field::Hours => msg::AskHoursHint {
            from: from(),
            to: flow.to().into(),
        }
        .say(words),
        _ => return field.spec().hint.map(|hint| view.text(hint)),
    };
    Some(hint.into())
}

fn pick(value: AttrValue, label: AttrValue) -> Pick {
    Pick {
        value,
        label,
        hint: None,
    }
}

fn choice(frame: Frame, picks: Vec<Pick>) -> Html {
    let Frame {
        id,
        label,
        labelled_by,
        hint,
        error,
        value: chosen,
        input: onpick,
    } = frame;
    Choice {
        id,
        label,
        labelled_by,
        hint,
        error,
        picks,
        chosen,
        onpick,
    }
    .into()
}

/// The age groups of the first day, each under the code that `flow` reads.
fn age(view: &View, mut frame: Frame) -> Html {
    let View { flow, words, .. } = view;
    let code = |(from, below): (u16, Option<u16>)| {
        let mut code = usize::from(from).to_string();
        code.push('-');
        if let Some(below) = below {
            code.push_str(&usize::from(below - 1).to_string());
        }
        AttrValue::from(code)
    };
    let row = |band| pick(code(band), say::age_group(words, band).into());
    let mut picks: Vec<_> = flow.bands().into_iter().map(row).collect();
    picks.push(pick(
        AttrValue::Static(UNKNOWN),
        view.text(msg::AGE_NOT_SAID),
    ));
    if let Some(band) = flow.band() {
        frame.value = code(band);
    }
    choice(frame, picks)
}

/// A box for a number, with the keyboard for it. Hours want letters and a colon, so all keys.
fn line(view: &View, field: Field, frame: Frame) -> Html {
    let Frame {
        id,
        label,
        labelled_by,
        hint,
        error,
        value,
        input: oninput,
    } = frame;
    let (keyboard, width) = match field.spec().kind {
        Kind::Money => (Keyboard::Decimal, Width::Medium),
        Kind::Hours => (Keyboard::Text, Width::Medium),
        _ => (Keyboard::Numeric, Width::Short),
    };
    Line {
        id,
        label,
        labelled_by,
        hint,
        error,
        value,
        before: (keyboard == Keyboard::Decimal).then_some(AttrValue::Static("£")),
        after: None,
        reading: reading(view, field).map(AttrValue::from),
        reads: keyboard == Keyboard::Text || field == Field::Pay,
        keyboard,
        width,
        autocomplete: None,
        oninput,
    }
    .into()
}

fn date(view: &View, frame: Frame) -> Html {
    let Frame {
        id,
        label,
        labelled_by,
        hint,
        error,
        value,
        input: oninput,
    } = frame;
    let (day, month) = (view.text(msg::DATE_DAY), view.text(msg::DATE_MONTH));
    let year = view.text(msg::DATE_YEAR);
    DateField {
        id,
        label,
        labelled_by,
        hint,
        error,
        day,
        month,
        year,
        value,
        oninput,
    }
    .into()
}

/// What was understood, where that can be doubted.
fn reading(view: &View, field: Field) -> Option<String> {
    match view.flow.meaning(field) {
        Meaning::Hours(decimal, Some(minutes)) => {
            let (decimal, minutes) = (Value::Hours(decimal), Value::Hours(minutes));
            Some(msg::ReadingOr { decimal, minutes }.say(view.words))
        }
        Meaning::Hours(hours, None) => Some(understood(view, field, hours)),
        Meaning::Money(pay) if field == Field::Pay => odd_pay(view, pay),
        _ => None,
    }
}

/// A button for each of two readings.
fn either(view: &View, field: Field) -> Html {
    let Meaning::Hours(decimal, Some(minutes)) = view.flow.meaning(field) else {
        return Html::default();
    };
    let pick = |hours| in_minutes(view, field, hours);
    put("p", "swan-pay__either", vec![pick(decimal), pick(minutes)])
}

fn understood(view: &View, field: Field, hours: Decimal) -> String {
    let mut reading = msg::ReadingIs {
        hours: Value::Hours(hours),
    }
    .say(view.words);
    let (from, to) = (view.flow.from(), view.flow.to());
    let days = Period { from, to }.days();
    if field == Field::Hours && product(&hours, &Decimal::from(7)) > Decimal::from(60 * days) {
        reading.push(' ');
        reading.push_str(&view.words.get(msg::READING_LONG_WEEK));
    }
    reading
}

/// A button that writes one of the two readings of "7.30" so that nobody can misread it.
fn in_minutes(view: &View, field: Field, hours: Decimal) -> Html {
    let minutes = whole(&product(&hours, &Decimal::from(60)));
    let mut plain = (minutes / 60).to_string();
    plain.push('h');
    if !minutes.is_multiple_of(60) {
        plain.push_str(if minutes % 60 < 10 { "0" } else { "" });
        plain.push_str(&(minutes % 60).to_string());
    }
    let label = view.words.hours(&hours).into();
    view.button(button::Kind::Quiet, label, None, Act::Type(field, plain))
}

/// Pay that comes to less than £4 or more than £40 for each hour is more often a slip of the
/// finger than a wage: a week's pay for a month's hours, a missing dot.
fn odd_pay(view: &View, pay: Decimal) -> Option<String> {
    let Meaning::Hours(hours, _) = view.flow.meaning(Field::Hours) else {
        return None;
    };
    let rate = quotient(&pay, &hours)?;
    let is_odd = rate < Decimal::from(4) || rate > Decimal::from(40);
    is_odd.then(|| {
        let rate = Value::Money(say::down_to_the_penny(HourlyRate(rate)));
        msg::ReadingOddPay { rate }.say(view.words)
    })
}
