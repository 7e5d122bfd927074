//! The group picture so far: a place, its weeks, each question as a bar with its table, and an honest
//! label. One that its hub has not signed is not shown.

use swansfeet_ui::{ChartStack, Kind, Part, Select, SelectItem, Tone};
use swansfeet_wellbeing::picture::Picture;
use swansfeet_wellbeing::{Place, Question};
use swansfeet_words::Value;
use yew::prelude::*;

use super::{Parts, page, share};
use crate::app::Act;
use crate::draw::{View, all, part, put};
use crate::flow::Load;
use crate::wire::{Document, Published};
use crate::{msg, say};

#[inline(never)]
pub(super) fn screen(view: &View) -> Html {
    let body = match &view.flow.load {
        Load::Waiting => view.quiet(msg::BAR_WAITING),
        Load::Failed(why) => {
            let again = view.button(Kind::Quiet, msg::BUTTON_TRY_AGAIN, || Act::Load);
            let more = all(vec![view.line(say::failure(*why)), again]);
            view.notice(Tone::Warning, msg::PICTURE_MISSING, more, None)
        }
        Load::Ready(document) if document.pictures.is_empty() => {
            let minimum = document.minimum.into();
            let more = msg::PictureNoneMore { minimum }.say(view.words);
            let more = put("p", "", more.into());
            view.notice(Tone::Info, msg::PICTURE_NONE, more, None)
        }
        Load::Ready(document) => pictures(view, document),
    };
    page(
        view,
        Parts {
            heading: view.text(msg::PICTURE_TITLE),
            lead: Some(view.text(msg::PICTURE_LEAD)),
            body: vec![body],
            ..Parts::default()
        },
    )
}

#[inline(never)]
fn pictures(view: &View, document: &Document) -> Html {
    let (at_place, at_weeks) = view.flow.shown;
    let places = places(document);
    let Some(place) = places.get(at_place).or(places.first()) else {
        return Html::default();
    };
    let all_of = document
        .pictures
        .iter()
        .filter(|published| published.picture.place == *place);
    let there: Vec<&Published> = all_of.collect();
    let Some(published) = there.get(at_weeks).or(there.first()) else {
        return Html::default();
    };
    let names = places.iter().map(|place| say::place(view.words, *place));
    // A day and nothing else: with words before it the year has no room on a small phone.
    let weeks = there.iter().map(|published| {
        let last = published.picture.week.to();
        view.words.date(last).into()
    });
    let select = |id, label, names, chosen, act| select(view, id, label, names, chosen, act);
    part(
        "div",
        "swan-wellbeing__pictures",
        vec![
            select(
                "picture-place",
                msg::PICTURE_PLACE,
                names.collect(),
                at_place,
                Act::ShowPlace,
            ),
            select(
                "picture-weeks",
                msg::PICTURE_WEEKS,
                weeks.collect(),
                at_weeks,
                Act::ShowWeeks,
            ),
            shown(view, document, published),
        ],
    )
}

/// A picture, if it is its hub's own.
fn shown(view: &View, document: &Document, published: &Published) -> Html {
    let is_signed = document.is_signed(published);
    if is_signed == Some(false) {
        let more = view.line(msg::PICTURE_UNSIGNED_MORE);
        return view.notice(Tone::Warning, msg::PICTURE_UNSIGNED, more, None);
    }
    let picture = &published.picture;
    let questions = picture.pack.questions.iter().zip(&picture.percent);
    let charts = questions.map(|(question, percent)| chart(view, question, percent));
    all(vec![
        part("div", "swan-wellbeing__charts", charts.collect()),
        about(view, document, picture, is_signed.is_some()),
    ])
}

/// The places that have pictures, in the order of the newest.
fn places(document: &Document) -> Vec<Place> {
    let mut places = Vec::new();
    for Published { picture, .. } in &document.pictures {
        if !places.contains(&picture.place) {
            places.push(picture.place);
        }
    }
    places
}

fn select(
    view: &View,
    id: &'static str,
    label: swansfeet_words::Msg,
    names: Vec<AttrValue>,
    chosen: usize,
    act: fn(String) -> Act,
) -> Html {
    let items = names.into_iter().enumerate().map(|(at, label)| SelectItem {
        value: at.to_string().into(),
        label,
    });
    Select {
        id: AttrValue::Static(id),
        label: view.text(label),
        items: items.collect(),
        chosen: chosen.to_string().into(),
        onpick: view.into(act),
        ..Select::default()
    }
    .into()
}

fn chart(view: &View, question: &Question, percent: &[u8]) -> Html {
    let parts = percent.iter().enumerate().map(|(at, percent)| Part {
        label: say::cell(view.words, question, at),
        amount: say::percent(view.words, u32::from(*percent)),
        length: u32::from(*percent),
    });
    ChartStack {
        id: ["chart-", question.id].concat().into(),
        title: say::keyed(view.words, &["ask-", question.id]),
        parts: parts.collect(),
        show_table: view.text(msg::CHART_TABLE),
        label_heading: view.text(msg::PICTURE_ANSWER),
        amount_heading: view.text(msg::PICTURE_SHARE),
    }
    .into()
}

/// What this picture is, and is not.
fn about(view: &View, document: &Document, picture: &Picture, is_checked: bool) -> Html {
    let words = view.words;
    let people = msg::PicturePeople {
        people: picture.people.into(),
        from: Value::Date(picture.from()),
        to: Value::Date(picture.week.to()),
    };
    let minimum = document.minimum.into();
    let lines = [
        people.say(words),
        msg::PictureMinimum { minimum }.say(words),
        msg::PictureRounded {
            step: u32::from(picture.rounding()).into(),
        }
        .say(words),
        words.get(msg::OPEN_TO_ANYONE),
    ];
    let lines = lines.map(|line| put("p", "", line.into()));
    let mut lines = Vec::from(lines);
    if !is_checked {
        lines.push(view.line(msg::PICTURE_UNCHECKED));
    }
    let mut pieces = vec![view.fact(msg::PICTURE_ABOUT, lines)];
    if let Some(setting) = document.setting {
        let [first, second] = &document.holders;
        pieces.push(share::claim(view, setting, [first, second]));
    }
    all(pieces)
}
