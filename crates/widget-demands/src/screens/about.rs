//! Who signs: category, name, an address or a code, and the postcode, which stays here.

use swansfeet_ui::{Choice, Field as Line, Keyboard, Kind, Pick, Tone, Width};
use swansfeet_words::Msg;
use yew::prelude::*;

use super::{Parts, error, page};
use crate::app::Act;
use crate::draw::{View, all, part};
use crate::flow::Field;
use crate::wire::Loaded;
use crate::{errors, msg};

#[inline(never)]
pub(super) fn screen(view: &View, loaded: &Loaded) -> Html {
    let how = if view.flow.by_code {
        code(view, loaded.mail)
    } else {
        email(view)
    };
    let parts = Parts {
        heading: view.text(msg::ABOUT_TITLE),
        lead: None,
        body: vec![
            category(view, loaded),
            line(view, Field::Name, msg::ASK_NAME, None),
            how,
            line(
                view,
                Field::Postcode,
                msg::ASK_POSTCODE,
                Some(msg::ASK_POSTCODE_HINT),
            ),
        ],
        next: Some(view.text(msg::BUTTON_CONTINUE)),
    };
    page(view, parts)
}

#[inline(never)]
fn category(view: &View, loaded: &Loaded) -> Html {
    let picks = loaded.campaign.categories.iter().map(|category| Pick {
        value: category.id.as_str().to_owned().into(),
        label: view.own(&category.name),
        hint: None,
    });
    choice(
        view,
        Field::Category,
        msg::ASK_CATEGORY,
        None,
        picks.collect(),
    )
}

/// Radio buttons for a field.
#[inline(never)]
pub(super) fn choice(
    view: &View,
    field: Field,
    label: Msg,
    hint: Option<Msg>,
    picks: Vec<Pick>,
) -> Html {
    Choice {
        id: AttrValue::Static(field.id()),
        label: view.text(label),
        labelled_by: None,
        hint: hint.map(|hint| view.text(hint)),
        error: error(view, field),
        picks,
        chosen: view.flow.typed(field).to_owned().into(),
        onpick: view.into(field),
    }
    .into()
}

/// A line to type into. The browser may offer what its owner has stored: typing is hard for many,
/// and WCAG 1.3.5 asks for it.
#[inline(never)]
pub(super) fn line(view: &View, field: Field, label: Msg, hint: Option<Msg>) -> Html {
    let (autocomplete, keyboard, width) = match field {
        Field::Name => (Some("name"), Keyboard::Text, Width::Full),
        Field::Email => (Some("email"), Keyboard::Email, Width::Full),
        Field::Postcode => (Some("postal-code"), Keyboard::Text, Width::Medium),
        _ => (None, Keyboard::Text, Width::Full),
    };
    Line {
        id: AttrValue::Static(field.id()),
        label: view.text(label),
        labelled_by: None,
        hint: hint.map(|hint| view.text(hint)),
        error: error(view, field),
        value: view.flow.typed(field).to_owned().into(),
        before: None,
        after: None,
        reading: None,
        reads: false,
        keyboard,
        width,
        autocomplete: autocomplete.map(AttrValue::Static),
        oninput: view.into(field),
    }
    .into()
}

/// The address, and what may be wrong with it without being a mistake.
#[inline(never)]
fn email(view: &View) -> Html {
    let hint = line(
        view,
        Field::Email,
        msg::ASK_EMAIL,
        Some(msg::ASK_EMAIL_HINT),
    );
    let swap = view.button(Kind::Link, view.text(msg::HAVE_CODE), Act::SwapCode);
    part(
        "div",
        "swan-demands__parts",
        // The place that is read out must be there before its words.
        vec![
            hint,
            part("div", "swan-demands__parts", vec![advice(view)]),
            swap,
        ],
    )
}

#[inline(never)]
fn advice(view: &View) -> Html {
    let Some(email) = view.flow.email() else {
        return Html::default();
    };
    let mut pieces = Vec::new();
    if let Some(meant) = email.perhaps_meant() {
        let meant = meant.address();
        let ask = msg::HintEmailPerhapsMeant {
            email: meant.as_str().into(),
        };
        let using = msg::UseThis {
            email: meant.as_str().into(),
        };
        let using = view.button(
            Kind::Quiet,
            using.say(view.words).into(),
            Act::Type(Field::Email, meant),
        );
        let ask = ask.say(view.words).into();
        pieces.push(view.notice(Tone::Info, ask, using, Some("status")));
    }
    pieces.push(caution(view));
    all(pieces)
}

/// That somebody at work may read the address. Where the workplace is asked for too: only then is
/// it known whose address this is.
#[inline(never)]
pub(super) fn caution(view: &View) -> Html {
    let employer = view.flow.typed(Field::Workplace);
    let employer = Some(employer).filter(|employer| !employer.is_empty());
    let email = view.flow.email();
    let caution = email.and_then(|email| email.caution(employer));
    caution.map_or_else(Html::default, |caution| {
        let text = view.text(errors::of_caution(caution));
        view.notice(Tone::Warning, text, Html::default(), Some("status"))
    })
}

#[inline(never)]
fn code(view: &View, has_mail: bool) -> Html {
    let line = line(view, Field::Code, msg::ASK_CODE, Some(msg::ASK_CODE_HINT));
    let swap = if has_mail {
        view.button(Kind::Link, view.text(msg::HAVE_EMAIL), Act::SwapCode)
    } else {
        view.line(msg::ONLY_CODES)
    };
    part("div", "swan-demands__parts", vec![line, swap])
}
