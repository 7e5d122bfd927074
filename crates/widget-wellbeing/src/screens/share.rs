//! Add mine: who holds the keys, what leaves, when it is destroyed, what may be promised. All of it
//! from the signed card, and the promise is the one that its setting earns.

use swansfeet_ui::{Kind, Select, SelectItem, Tone};
use swansfeet_wellbeing::Card;
use swansfeet_wellbeing::card::Setting;
use swansfeet_words::Value;
use yew::prelude::*;

use super::{Parts, page};
use crate::app::Act;
use crate::draw::{View, all, part, put};
use crate::flow::{Bar, Screen, Sending};
use crate::{msg, say};

#[inline(never)]
pub(super) fn screen(view: &View) -> Html {
    let parts = match (view.flow.card(), view.flow.sending) {
        (Ok(card), Sending::Done) => done(view, card),
        (Ok(card), sending) => ask(view, card, sending),
        (Err(bar), _) => barred(view, bar),
    };
    page(
        view,
        Parts {
            heading: view.text(msg::SHARE_TITLE),
            ..parts
        },
    )
}

#[inline(never)]
fn ask(view: &View, card: &Card, sending: Sending) -> Parts {
    let mut body = vec![
        keys(view, card),
        view.fact(
            msg::SHARE_LEAVES,
            vec![
                view.line(msg::SHARE_LEAVES_HOW),
                view.line(msg::SHARE_ADDRESS),
            ],
        ),
        view.fact(msg::SHARE_ENDS, vec![ends(view, card)]),
        claim(
            view,
            card.setting(),
            [&card.holders()[0].name, &card.holders()[1].name],
        ),
        view.told(msg::SHARE_WHO, msg::OPEN_TO_ANYONE),
        // Last, so that what is wrong with it stands beside the button that was pressed.
        place(view, card),
    ];
    if let Sending::Failed(why) = sending {
        let why = view.line(say::failure(why));
        body.push(view.notice(Tone::Warning, msg::SHARE_NOT_ADDED, why, Some("alert")));
    }
    let next = match sending {
        Sending::Going => msg::SHARE_GOING,
        Sending::Failed(_) => msg::BUTTON_TRY_AGAIN,
        _ => msg::SHARE_GO,
    };
    Parts {
        lead: Some(view.text(msg::SHARE_LEAD)),
        body,
        next: Some((view.text(next), || Act::Send)),
        ..Parts::default()
    }
}

fn place(view: &View, card: &Card) -> Html {
    let item = |value: &'static str, label| SelectItem {
        value: AttrValue::Static(value),
        label,
    };
    let mut items = vec![item("", view.text(msg::SHARE_CHOOSE))];
    let places = card.places().iter();
    items.extend(places.map(|place| item(place.id(), say::place(view.words, *place))));
    Select {
        id: "place".into(),
        label: view.text(msg::SHARE_PLACE),
        labelled_by: None,
        hint: Some(view.text(msg::SHARE_PLACE_HINT)),
        error: view
            .flow
            .is_lacking
            .then(|| view.text(msg::SHARE_PLACE_NEEDED)),
        items,
        chosen: view.flow.place.map_or("", |place| place.id()).into(),
        onpick: view.into(Act::Place),
    }
    .into()
}

fn keys(view: &View, card: &Card) -> Html {
    let [first, second] = card.holders();
    let (first, second) = (
        Value::from(first.name.as_str()),
        Value::from(second.name.as_str()),
    );
    let sentence = match card.setting() {
        Setting::OneHub => msg::ShareKeysOneHub { first, second }.say(view.words),
        Setting::Steward | Setting::TwoHubs => msg::ShareKeysTwo { first, second }.say(view.words),
    };
    view.fact(msg::SHARE_KEYS, vec![put("p", "", sentence.into())])
}

fn ends(view: &View, card: &Card) -> Html {
    let destroyed = view.flow.document().and_then(|document| document.destroyed);
    let sentence = msg::ShareEndsHow {
        to: Value::Date(card.week().to()),
        minimum: card.minimum().into(),
        date: say::day(destroyed),
    };
    put("p", "", sentence.say(view.words).into())
}

/// The promise that a setting earns, and no more.
pub(super) fn claim(view: &View, setting: Setting, [first, second]: [&str; 2]) -> Html {
    let (claim, more) = match setting {
        Setting::OneHub => (msg::CLAIM_ONE_HUB, view.words.get(msg::CLAIM_ONE_HUB_MORE)),
        Setting::Steward | Setting::TwoHubs => {
            let more = msg::ClaimTwoMore {
                first: first.into(),
                second: second.into(),
            };
            (msg::CLAIM_TWO, more.say(view.words))
        }
    };
    let claim = put("p", "swan-wellbeing__claim", view.text(claim));
    view.fact(msg::SHARE_CLAIM, vec![claim, put("p", "", more.into())])
}

#[inline(never)]
fn done(view: &View, card: &Card) -> Parts {
    let more = msg::ShareDoneMore {
        to: Value::Date(card.week().to()),
    };
    let more = put("p", "", more.say(view.words).into());
    Parts {
        body: vec![
            view.notice(Tone::Good, msg::SHARE_DONE, more, Some("status")),
            ways(view),
        ],
        ..Parts::default()
    }
}

#[inline(never)]
fn barred(view: &View, bar: Bar) -> Parts {
    if bar == Bar::Waiting {
        return Parts {
            body: vec![view.quiet(msg::BAR_WAITING)],
            ..Parts::default()
        };
    }
    let mut why = vec![
        put("p", "", say::bar(view.words, bar)),
        view.line(msg::BAR_REST),
    ];
    if let Bar::NoDocument(_) = bar {
        why.push(view.button(Kind::Quiet, msg::BUTTON_TRY_AGAIN, || Act::Load));
    }
    Parts {
        body: vec![
            view.notice(Tone::Warning, msg::BAR_TITLE, all(why), None),
            ways(view),
        ],
        ..Parts::default()
    }
}

/// Where to go from here.
fn ways(view: &View) -> Html {
    part(
        "div",
        "swan-wellbeing__ways",
        vec![
            view.button(Kind::Quiet, msg::PICTURE_SEE, || Act::Open(Screen::Picture)),
            view.button(Kind::Quiet, msg::SUPPORT_NOW, || Act::Open(Screen::Support)),
        ],
    )
}
