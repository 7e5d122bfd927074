//! What is agreed to: the statement in a box of its own, then one box for each further purpose and
//! each partner. None is ticked before the person ticks it. (UK GDPR, Articles 7 and 9.)

use swansfeet_demands::consent::Partner;
use swansfeet_ui::{Checks, Tone, Way, WayOn};
use yew::prelude::*;

use super::more::check;
use super::{Parts, error, page, sending, sends};
use crate::draw::{View, part, put};
use crate::flow::Field;
use crate::msg;
use crate::wire::Loaded;

#[inline(never)]
pub(super) fn screen(view: &View, loaded: &Loaded) -> Html {
    let parts = Parts {
        heading: view.text(msg::AGREE_TITLE),
        lead: None,
        body: vec![
            statement(view, loaded),
            others(view, loaded),
            sealed(view),
            sending(view),
        ],
        next: Some(sends(view, msg::SIGN)),
    };
    page(view, parts)
}

#[inline(never)]
fn statement(view: &View, loaded: &Loaded) -> Html {
    let consent = &loaded.campaign.consent;
    let words = part(
        "div",
        "swan-demands__parts",
        vec![
            put("p", "", view.own(&consent.statement)),
            put("p", "", view.own(&consent.withdrawal)),
        ],
    );
    let agree = boxes(
        view,
        Field::Agree,
        msg::AGREE_LABEL,
        vec![check(view, Field::Agree, "yes", view.text(msg::AGREE_BOX))],
    );
    part(
        "div",
        "swan-demands__consent",
        vec![view.in_own_language(words), agree],
    )
}

#[inline(never)]
fn boxes(
    view: &View,
    field: Field,
    label: swansfeet_words::Msg,
    checks: Vec<swansfeet_ui::Check>,
) -> Html {
    Checks {
        id: AttrValue::Static(field.id()),
        label: view.text(label),
        labelled_by: None,
        hint: None,
        error: error(view, field),
        checks,
        onpick: view.ticks(field),
    }
    .into()
}

/// Further purposes and partners.
#[inline(never)]
fn others(view: &View, loaded: &Loaded) -> Html {
    let consent = &loaded.campaign.consent;
    let mut pieces = Vec::new();
    if !consent.purposes.is_empty() {
        let checks = consent.purposes.iter().map(|purpose| {
            let id = purpose.id.as_str();
            check(view, Field::Purposes, id, view.own(&purpose.text))
        });
        pieces.push(boxes(
            view,
            Field::Purposes,
            msg::PURPOSES_LABEL,
            checks.collect(),
        ));
    }
    if !consent.partners.is_empty() {
        let checks = consent.partners.iter().map(|partner| {
            let id = partner.id.as_str();
            check(view, Field::Partners, id, view.own(&partner.text))
        });
        pieces.push(boxes(
            view,
            Field::Partners,
            msg::PARTNERS_LABEL,
            checks.collect(),
        ));
        pieces.push(promises(view, &consent.partners));
    }
    part("div", "swan-demands__parts", pieces)
}

/// Where each partner says what it does with data.
#[inline(never)]
fn promises(view: &View, partners: &[Partner]) -> Html {
    let ways = partners.iter().map(|partner| {
        let title = msg::PartnerPromise {
            name: partner.name.as_str().into(),
        };
        Way {
            title: title.say(view.words).into(),
            href: partner.website.clone().into(),
            text: None,
        }
    });
    WayOn {
        ways: ways.collect(),
        new_tab: view.text(msg::OPENS_NEW_TAB),
    }
    .into()
}

/// What sealing protects against, and what it does not.
#[inline(never)]
fn sealed(view: &View) -> Html {
    let body = if view.flow.by_code {
        msg::SEALED_CODE
    } else {
        msg::SEALED_MAIL
    };
    view.notice(
        Tone::Info,
        view.text(msg::SEALED_TITLE),
        view.line(body),
        None,
    )
}
