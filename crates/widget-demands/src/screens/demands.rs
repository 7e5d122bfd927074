//! The first screen: what is demanded, how many have signed, and the way to sign.

use swansfeet_demands::campaign::Demand;
use swansfeet_ui::tag::Tag;
use swansfeet_ui::{Kind, Tally, Tone};
use yew::prelude::*;

use super::{Parts, page};
use crate::app::Act;
use crate::draw::{View, all, part, put};
use crate::flow::Changes;
use crate::wire::Loaded;
use crate::{msg, say};

#[inline(never)]
pub(super) fn screen(view: &View, loaded: &Loaded) -> Html {
    let campaign = &loaded.campaign;
    let bar = view.flow.bar();
    let has_signed = view.flow.thanks.is_some();
    let may_sign = bar.is_none() || has_signed;
    let next = if has_signed {
        msg::SEE_NEXT
    } else {
        msg::START_SIGNING
    };
    let mut body = Vec::new();
    if let (Some(changes), true) = (&view.flow.changes, may_sign) {
        body.push(changed(view, loaded, changes));
    }
    body.push(put("p", "", view.own(&campaign.introduction)));
    body.push(tally(view, loaded));
    if has_signed {
        let text = view.text(msg::HAS_SIGNED);
        body.push(view.notice(Tone::Good, text, Html::default(), None));
    } else if let Some(bar) = bar {
        let (line, more) = say::bar(view, bar);
        let more = more.map(|more| view.line(more)).unwrap_or_default();
        body.push(view.notice(Tone::Warning, line, more, None));
    } else {
        // On a phone the end is far: whoever knows the demands can start here.
        body.push(view.button(Kind::Quiet, view.text(msg::SIGN_NOW), Act::Next));
    }
    let demands = campaign.demands.iter().map(|d| demand(view, d));
    let list = part("ol", "swan-demands__list", demands.collect());
    body.push(view.in_own_language(list));
    let parts = Parts {
        heading: view.own(&campaign.name),
        lead: None,
        body,
        next: may_sign.then(|| view.text(next)),
    };
    page(view, parts)
}

#[inline(never)]
fn tally(view: &View, loaded: &Loaded) -> Html {
    let goal = view.flow.terms.goal.or(loaded.campaign.goal);
    Tally {
        text: say::count(view.words, loaded.count).into(),
        note: goal.map(|goal| msg::CountGoal { goal: goal.into() }.say(view.words).into()),
        now: loaded.count,
        goal,
    }
    .into()
}

#[inline(never)]
fn demand(view: &View, demand: &Demand) -> Html {
    let title = view.own(&demand.title);
    let about = [": ", title.as_str()].concat();
    let why = Tag::new("summary", "swan-disclosure__line")
        .text(view.text(msg::WHY))
        .words("span", "swan-unseen", Some(about.into()));
    let more = put("p", "swan-disclosure__body", view.own(&demand.why));
    part(
        "li",
        "swan-demands__demand",
        vec![
            put("h3", "swan-demands__title", title),
            put("p", "", view.own(&demand.text)),
            part("details", "swan-disclosure", vec![why.html(), more]),
        ],
    )
}

/// What is different since it was read.
#[inline(never)]
fn changed(view: &View, loaded: &Loaded, changes: &Changes) -> Html {
    let mut body = Vec::new();
    if !changes.demands.is_empty() {
        let titles = changes.demands.iter().filter_map(|at| {
            let demand = loaded.campaign.demands.get(*at)?;
            Some(put("li", "", view.own(&demand.title)))
        });
        body.push(view.line(msg::CHANGED_DEMANDS));
        body.push(part("ul", "swan-demands__changed", titles.collect()));
    }
    if changes.is_shorter {
        body.push(view.line(msg::CHANGED_SHORTER));
    }
    if changes.consent {
        body.push(view.line(msg::CHANGED_CONSENT));
    }
    body.push(view.line(msg::CHANGED_KEPT));
    view.notice(
        Tone::Warning,
        view.text(msg::CHANGED_TITLE),
        all(body),
        Some("status"),
    )
}
