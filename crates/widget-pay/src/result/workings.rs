//! How it was worked out, each step with its rule and source; and what could change it.

use swansfeet_pay::{Arg, Gap, PayCheck, Source, Status, Step};
use swansfeet_ui::{Button, Disclosure, WorkingStep, Workings, button};
use swansfeet_words::{Value, Words};
use yew::prelude::*;

use super::section;
use crate::flow::{Field, Meaning};
use crate::screens::View;
use crate::{msg, say};

/// The steps, folded away.
pub(super) fn steps(view: &View, check: &PayCheck) -> Html {
    let words = view.words;
    let step = |step: &Step| WorkingStep {
        text: say::by_key(words, step.rule.key(), &step.args).into(),
        amount: step.amount.map(|money| words.money(&money.0).into()),
        source: source(words, step.source).map(AttrValue::from),
        href: None,
    };
    let steps = check.steps.iter().map(step).collect();
    Disclosure {
        summary: words.get(msg::DETAILS_HOW).into(),
        body: Workings { steps }.into(),
        open: false,
    }
    .into()
}

/// The law's own name and place, or where a rate was read; nothing for what the person told us.
fn source(words: &Words, source: Source) -> Option<String> {
    let mut said = match source {
        Source::Told => return None,
        Source::Rate(read, _) => msg::RateSource {
            source: read.into(),
        }
        .say(words),
        _ => [source.name(), source.part()].join(" "),
    };
    if source.status() != Status::Verified {
        said.push_str(". ");
        said.push_str(&words.get(msg::RATE_NOT_CHECKED));
    }
    Some(said)
}

/// What is not known or not settled, and what it could change; nothing where all is known.
pub(super) fn gaps(view: &View, check: &PayCheck) -> Html {
    if check.gaps.is_empty() && check.readings.is_empty() && check.tax_relief.is_none() {
        return Html::default();
    }
    let readings = check.readings.iter().map(|reading| {
        let args = [
            ("hours", Arg::Hours(reading.hours)),
            ("shortfall", Arg::Money(reading.shortfall)),
            ("arrears", Arg::Money(reading.arrears)),
        ];
        html! { <li>{ say::by_key(view.words, reading.kind.key(), &args) }</li> }
    });
    let relief = check.tax_relief.iter().map(|relief| {
        let difference = Value::Money(relief.difference.0);
        html! { <li>{ msg::MileageRelief { difference }.say(view.words) }</li> }
    });
    let list = html! {
        <ul class="swan-pay__gaps">
            { for check.gaps.iter().map(|each| gap(view, each)) }
            { for readings }
            { for relief }
        </ul>
    };
    section(view, msg::WHAT_COULD_CHANGE, list)
}

fn gap(view: &View, gap: &Gap) -> Html {
    let words = view.words;
    let field = view.flow.field_of(gap.field);
    let text = say::by_key(words, gap.kind.key(), &gap.args);
    // Some gaps nobody can close by an answer: a rate not yet read, a law not settled.
    if field == Field::From || view.flow.meaning(field) != Meaning::Nothing {
        return html! { <li>{ text }</li> };
    }
    let label = words.get(msg::ADD_THIS);
    let full = [&label, ": ", &words.get(field.spec().label)].concat();
    let add = Button {
        label: label.into(),
        full: Some(full.into()),
        kind: button::Kind::Link,
        onclick: view.to(field.screen()),
        ..Button::default()
    };
    html! { <li>{ text }{ " " }{ add }</li> }
}
