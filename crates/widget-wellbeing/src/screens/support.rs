//! Who can help: the same blocks in the same order for everybody in a nation.

use swansfeet_ui::{Select, SelectItem};
use swansfeet_wellbeing::support::{Hours, Way};
use swansfeet_wellbeing::{Nation, Support};
use swansfeet_words::Value;
use yew::prelude::*;

use super::{Parts, page};
use crate::app::Act;
use crate::draw::{NAME, View, all, link, part, put};
use crate::{msg, say, wire};

#[inline(never)]
pub(super) fn screen(view: &View) -> Html {
    page(
        view,
        Parts {
            heading: view.text(msg::SUPPORT_TITLE),
            lead: Some(view.text(msg::SUPPORT_LEAD)),
            body: vec![list(view, "h3")],
            ..Parts::default()
        },
    )
}

/// The list of the chosen nation, each under a heading of that level.
#[inline(never)]
pub(super) fn list(view: &View, heading: &'static str) -> Html {
    let nation = view.flow.nation;
    let items = Nation::ALL.map(|nation| SelectItem {
        value: nation.id().into(),
        label: say::keyed(view.words, &["nation-", nation.id()]),
    });
    let select = Select {
        id: "nation".into(),
        label: view.text(msg::SUPPORT_WHERE),
        items: items.into(),
        chosen: nation.id().into(),
        onpick: view.into(Act::Nation),
        ..Select::default()
    };
    let there = Support::ALL.iter().filter(|row| row.is_in(nation));
    let helps = there.map(|row| help(view, row, heading)).collect();
    all(vec![
        select.into(),
        part("ul", "swan-wellbeing__helps", helps),
        view.quiet(msg::SUPPORT_TRACE),
        checked(view),
    ])
}

fn help(view: &View, row: &Support, heading: &'static str) -> Html {
    let word = |end: &str| say::keyed(view.words, &["support-", row.id, end]);
    let ways = row.ways.iter().map(|way| self::way(view, way));
    let mut about = word("-private").as_str().to_owned();
    let hours = match row.hours {
        Hours::Always => Some(msg::HOURS_ALWAYS),
        Hours::Daily => Some(msg::HOURS_DAILY),
        Hours::Evenings => Some(msg::HOURS_EVENINGS),
        Hours::Form => None,
    };
    if let Some(hours) = hours {
        about = [&view.words.get(hours), " ", &about].concat();
    }
    let mut pieces = vec![put(heading, NAME, word("")), put("p", "", word("-for"))];
    if row.verified.is_some() {
        pieces.push(part("div", "swan-wellbeing__links", ways.collect()));
    } else {
        pieces.push(view.line(msg::SUPPORT_NOT_CHECKED));
    }
    pieces.push(put("p", crate::draw::QUIET, about.into()));
    part("li", "swan-wellbeing__help", pieces)
}

fn way(view: &View, way: &Way) -> Html {
    let tab = || Some(view.text(msg::OPENS_NEW_TAB));
    match *way {
        Way::Tel(number) => {
            let label = msg::SupportCall {
                number: Value::from(number),
            };
            let dialled: String = number.chars().filter(|c| *c != ' ').collect();
            link(
                label.say(view.words).into(),
                ["tel:", &dialled].concat(),
                None,
            )
        }
        Way::Text(word, number) => {
            let label = msg::SupportText {
                word: word.into(),
                number: number.into(),
            };
            // With both signs, each kind of phone finds the one that it knows.
            let href = ["sms:", number, "?&body=", word].concat();
            link(label.say(view.words).into(), href, None)
        }
        Way::Web(page) => link(view.text(msg::SUPPORT_WEB), page.to_owned(), tab()),
        Way::Meetings => {
            let href = [view.hub, "/w/meetings"].concat();
            link(view.text(msg::SUPPORT_MEETINGS), href, tab())
        }
    }
}

/// The earliest day of all: nothing here is older.
fn checked(view: &View) -> Html {
    let days = Support::ALL.iter().filter_map(|row| row.verified);
    let date = say::day(days.min().and_then(wire::date));
    let sentence = msg::SupportChecked { date }.say(view.words);
    put("p", crate::draw::QUIET, sentence.into())
}
