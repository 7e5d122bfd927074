//! One field, drawn by its kind. A new kind of answer is a new arm here, a new question is none.

use chrono::Datelike;
use rust_decimal::Decimal;
use swansfeet_pay::HourlyRate;
use swansfeet_ui::{
    Button, Choice, DateField, Field as Line, Hours, Keyboard, Pick, button, field::Width,
};
use swansfeet_words::{Msg, Value};
use yew::prelude::*;

use super::{HEADING, View};
use crate::app::Act;
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
    let View { flow, words, .. } = view;
    let spec = field.spec();
    let problem = flow
        .shown_problems()
        .into_iter()
        .find(|(at, _)| *at == field);
    let typed = flow.typed(field);
    let frame = Frame {
        id: spec.name.into(),
        label: words.get(spec.label).into(),
        labelled_by: (screen.spec().title == spec.label).then_some(HEADING),
        hint: hint(view, field).map(AttrValue::from),
        error: problem.map(|(_, problem)| say::problem(words, flow, field, problem).into()),
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
            let pick =
                |(code, label): &(&'static str, Msg)| pick((*code).into(), words.get(*label));
            choice(frame, options.iter().map(pick).collect())
        }
        Kind::AgeBand => age(view, frame),
        Kind::Hours => hours(view, field, frame),
        Kind::Date => date(view, frame),
        Kind::Money => line(
            frame,
            Some("£".into()),
            Keyboard::Decimal,
            odd_pay(view, field),
        ),
        Kind::Count => line(frame, None, Keyboard::Numeric, None),
    }
}

fn is_picked(kind: Kind) -> bool {
    matches!(kind, Kind::Choice(_) | Kind::AgeBand)
}

/// The line of help; some name the days that are checked.
fn hint(view: &View, field: Field) -> Option<String> {
    let View { flow, words, .. } = view;
    let from = || Value::Date(flow.from());
    Some(match field {
        Field::Age => msg::AskAgeHint { date: from() }.say(words),
        Field::Years => msg::AskYearsHint { date: from() }.say(words),
        Field::Hours => {
            let mut hint = msg::AskHoursHint {
                from: from(),
                to: flow.to().into(),
            }
            .say(words);
            hint.push(' ');
            hint.push_str(&words.get(msg::HOURS_FORMAT));
            hint
        }
        _ => words.get(field.spec().hint?),
    })
}

fn pick(value: AttrValue, label: String) -> Pick {
    Pick {
        value,
        label: label.into(),
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
        let mut code = from.to_string();
        code.push('-');
        if let Some(below) = below {
            code.push_str(&(below - 1).to_string());
        }
        AttrValue::from(code)
    };
    let mut picks: Vec<_> = flow
        .bands()
        .into_iter()
        .map(|band| pick(code(band), say::age_group(words, band)))
        .collect();
    picks.push(pick(UNKNOWN.into(), words.get(msg::AGE_NOT_SAID)));
    if let Some(band) = flow.band() {
        frame.value = code(band);
    }
    choice(frame, picks)
}

fn line(
    frame: Frame,
    before: Option<AttrValue>,
    keyboard: Keyboard,
    reading: Option<AttrValue>,
) -> Html {
    let Frame {
        id,
        label,
        labelled_by,
        hint,
        error,
        value,
        input: oninput,
    } = frame;
    let width = if before.is_some() {
        Width::Medium
    } else {
        Width::Short
    };
    Line {
        id,
        label,
        labelled_by,
        hint,
        error,
        value,
        oninput,
        before,
        keyboard,
        width,
        reads: true,
        reading,
        ..Line::default()
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
    let name = |name: Msg| view.words.get(name).into();
    let (day, month, year) = (
        name(msg::DATE_DAY),
        name(msg::DATE_MONTH),
        name(msg::DATE_YEAR),
    );
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

fn hours(view: &View, field: Field, frame: Frame) -> Html {
    let words = view.words;
    let Frame {
        id,
        label,
        labelled_by,
        hint,
        error,
        value,
        input: oninput,
    } = frame;
    let (reading, either) = match view.flow.meaning(field) {
        Meaning::Hours(decimal, Some(minutes)) => {
            let reading = msg::ReadingOr {
                decimal: Value::Hours(decimal),
                minutes: Value::Hours(minutes),
            };
            let pick = |hours| in_minutes(view, field, hours);
            (
                Some(reading.say(words)),
                html! { <p class="swan-pay__either">{ pick(decimal) }{ pick(minutes) }</p> },
            )
        }
        Meaning::Hours(hours, None) => (Some(understood(view, field, hours)), Html::default()),
        _ => (None, Html::default()),
    };
    let reading = reading.map(AttrValue::from);
    let box_ = Hours {
        id,
        label,
        labelled_by,
        hint,
        error,
        value,
        reading,
        oninput,
    };
    html! {<>{ box_ }{ either }</>}
}

fn understood(view: &View, field: Field, hours: Decimal) -> String {
    let mut reading = msg::ReadingIs {
        hours: Value::Hours(hours),
    }
    .say(view.words);
    if field == Field::Hours && hours * Decimal::from(7) > Decimal::from(60 * days(view)) {
        reading.push(' ');
        reading.push_str(&view.words.get(msg::READING_LONG_WEEK));
    }
    reading
}

fn days(view: &View) -> i32 {
    view.flow.to().num_days_from_ce() - view.flow.from().num_days_from_ce() + 1
}

/// A button that writes one of the two readings of "7.30" so that nobody can misread it.
fn in_minutes(view: &View, field: Field, hours: Decimal) -> Html {
    let minutes = u32::try_from((hours * Decimal::from(60)).round()).unwrap_or_default();
    let mut plain = (minutes / 60).to_string();
    plain.push('h');
    let rest = minutes % 60;
    if rest > 0 {
        plain.push_str(if rest < 10 { "0" } else { "" });
        plain.push_str(&rest.to_string());
    }
    let send = view.send.clone();
    Button {
        label: view.words.hours(&hours).into(),
        kind: button::Kind::Quiet,
        onclick: Callback::from(move |_| send.emit(Act::Type(field, plain.clone()))),
        ..Button::default()
    }
    .into()
}

/// Pay that comes to less than £4 or more than £40 for each hour is more often a slip of the
/// finger than a wage: a week's pay for a month's hours, a missing dot.
fn odd_pay(view: &View, field: Field) -> Option<AttrValue> {
    let flow = view.flow;
    let (Field::Pay, Meaning::Money(pay), Meaning::Hours(hours, _)) =
        (field, flow.meaning(field), flow.meaning(Field::Hours))
    else {
        return None;
    };
    let rate = pay.checked_div(hours)?;
    let is_odd = rate < Decimal::from(4) || rate > Decimal::from(40);
    is_odd.then(|| {
        let rate = Value::Money(say::down_to_the_penny(HourlyRate(rate)));
        msg::ReadingOddPay { rate }.say(view.words).into()
    })
}
