//! How it was worked out, each step with its rule and source; and what could change it.

use swansfeet_pay::{Gap, GapKind, PayCheck, Source, Status, Step};
use swansfeet_ui::{Disclosure, WorkingStep, Workings, button};
use swansfeet_words::{Value, Words};
use yew::prelude::*;

use super::section;
use crate::app::Act;
use crate::draw::{View, put, said};
use crate::flow::{Field, Meaning};
use crate::{msg, say};

/// The steps, folded away.
pub(super) fn steps(view: &View, check: &PayCheck) -> Html {
    let step = |step: &Step| WorkingStep {
        text: say::step(view, step),
        amount: step.amount.map(|money| view.words.money(&money.0).into()),
        source: source(view.words, step.source).map(AttrValue::from),
        href: None,
    };
    let steps = check.steps.iter().map(step).collect();
    let summary = view.text(msg::DETAILS_HOW);
    Disclosure {
        summary,
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
    let item = |text: AttrValue| put("li", "", vec![said(text)]);
    // Few are apprentices: what matters to most comes first.
    let (rare, common): (Vec<_>, Vec<_>) = check
        .gaps
        .iter()
        .partition(|gap| gap.kind == GapKind::Apprentice);
    let mut items: Vec<_> = common.into_iter().map(|each| gap(view, each)).collect();
    for reading in &check.readings {
        items.push(item(say::reading(view, reading)));
    }
    if let Some(relief) = check.tax_relief
        && !relief.difference.is_zero()
    {
        let difference = Value::Money(relief.difference.0);
        let said = msg::MileageRelief { difference }.say(view.words);
        let read = source(view.words, Source::Rate(relief.source, relief.status));
        items.push(item([said, read.unwrap_or_default()].join(" ").into()));
    }
    items.extend(rare.into_iter().map(|each| gap(view, each)));
    if items.is_empty() {
        return Html::default();
    }
    section(
        view,
        msg::WHAT_COULD_CHANGE,
        vec![put("ul", "swan-pay__list", items)],
    )
}

/// One gap, with the way to close it. Some nobody can close by an answer: a rate not yet read, a
/// law not settled.
fn gap(view: &View, gap: &Gap) -> Html {
    let field = view.flow.field_of(gap.field);
    let text = say::gap(view, gap);
    let mut pieces = vec![put("p", "", vec![said(text)])];
    if field != Field::From && view.flow.meaning(field) == Meaning::Nothing {
        let label = view.text(msg::ADD_THIS);
        let full = [&label, ": ", &view.text(field.spec().label)].concat();
        let open = Act::Open(field.screen());
        pieces.push(view.button(button::Kind::Link, label, Some(full.into()), open));
    }
    put("li", "", pieces)
}
