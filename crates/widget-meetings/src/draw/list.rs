//! The list with all that stands around it.

use swansfeet_meetings::seek::around;
use swansfeet_ui::button::Kind;
use swansfeet_ui::field::Keyboard;
use swansfeet_ui::tag::{At, Tag};
use swansfeet_ui::{Checks, Field as TextField, Screen, Tab, Tabs, Tone, checks, choice};
use swansfeet_words::Value;
use yew::prelude::*;

use super::{View, all, card, filters, put, status, week};
use crate::app::Act;
use crate::feeds::{Feed, Feeds, State};
use crate::near::Near;
use crate::state::{FIRST, Field, Goal};
use crate::{msg, say};

/// The screen with the list.
pub(super) fn screen(view: &View) -> Html {
    let state = view.state;
    let is_empty = state.catalogue.meetings().is_empty();
    if is_empty {
        view.still.forget();
    }
    let body = if is_empty && state.feeds.is_waiting() {
        status("swan-meetings__wait", view.text(msg::LOADING))
    } else if is_empty && state.feeds.has_failed() {
        failed(view)
    } else if is_empty {
        put("p", "", view.text(msg::EMPTY))
    } else {
        full(view)
    };
    Screen {
        id: "finder".into(),
        heading: view.text(msg::HEADING),
        body,
        arrived: view.arrivals,
        ..Screen::default()
    }
    .into()
}

#[inline(never)]
fn failed(view: &View) -> Html {
    let is_offline = view.cx.page().is_offline();
    let heading = view.text(if is_offline {
        msg::FAILED_OFFLINE
    } else {
        msg::FAILED
    });
    let body = all(vec![put("p", "", view.text(msg::FAILED_NOTE)), again(view)]);
    view.notice(Tone::Warning, heading, body)
}

#[inline(never)]
fn again(view: &View) -> Html {
    view.button(view.text(msg::BUTTON_TRY_AGAIN), Kind::Quiet, Act::Load)
}

/// The place of the foot among what stays ([`super::Still`]); the filters stand before it.
const FOOT: usize = filters::PLACES;
/// And of the cards that nobody sees at first.
const REST: usize = FOOT + 1;
/// And of what is asked above all.
const ASKED: usize = REST + 1;
pub(super) const PLACES: usize = ASKED + 1;

fn full(view: &View) -> Html {
    let state = view.state;
    if state.is_first {
        view.still.forget();
    }
    // Everything that it shows is typed or chosen by the person, but for the words on one button.
    let asks = [
        state.near_typed.as_str(),
        "\n",
        &state.filter.text,
        if state.has_shifts() { "\n" } else { "" },
    ];
    let mut pieces = vec![
        view.still.part(ASKED, asks.concat(), &|| asked(view)),
        filters::filters(view),
        count(view),
        notes(view),
    ];
    pieces.push(shown(view));
    pieces.push(if state.is_first {
        still_to_come()
    } else {
        below(view)
    });
    all(pieces)
}

/// Keeps the place of what follows the first list. Yew tells children apart by their places from the
/// last one on: one more behind them would make all of them anew, and a field loses what is being typed.
fn still_to_come() -> Html {
    Html::default()
}

#[inline(never)]
fn below(view: &View) -> Html {
    let state = view.state;
    let said = state.said.map(|said| view.words.get(said));
    let kept = if state.feeds.kept { "kept " } else { "" };
    let calendar = subscription(&state.feeds, &state.filter.to_fragment()).unwrap_or_default();
    let key = [kept, &calendar, " ", &said.unwrap_or_default()].concat();
    view.still.part(FOOT, key, &|| foot(view, &calendar))
}

/// How old the list is, where it is not today's.
#[inline(never)]
fn notes(view: &View) -> Html {
    let mut notes = Vec::new();
    let feeds = &view.state.feeds;
    let failed = |feed: &Feed| feed.state == State::Failed && !feed.is_old();
    if feeds.all.iter().any(failed) {
        notes.push(view.words.get(msg::FAILED_SOME));
    }
    for feed in &feeds.all {
        if feed.is_old() && !feeds.is_waiting() {
            let date = feed.day().into();
            notes.push(msg::FromCopy { date }.say(view.words));
        }
        for source in feed
            .sources
            .iter()
            .filter(|source| !source.problem.is_empty())
        {
            let name = Value::Text(source.name.clone());
            notes.push(match source.good {
                Some(good) => msg::SourceOld {
                    name,
                    date: good.date().into(),
                }
                .say(view.words),
                None => msg::SourceNone { name }.say(view.words),
            });
        }
    }
    let left_out = view.state.shifts_left_out();
    if left_out > 0 && view.state.has_shifts() {
        let count = left_out.into();
        notes.push(msg::ShiftsLeftOut { count }.say(view.words));
    }
    let line = |note: String| put("p", "swan-meetings__quiet", note.into());
    let mut notes: Vec<Html> = notes.into_iter().map(line).collect();
    if feeds.has_failed() {
        notes.push(again(view));
    }
    all(notes)
}

/// What is asked first: a place, shifts, words.
#[inline(never)]
fn asked(view: &View) -> Html {
    let state = view.state;
    let reading = match &state.near {
        Near::Nothing => AttrValue::default(),
        Near::Unknown => view.text(msg::NEAR_UNKNOWN),
        Near::Here { place, name } => {
            let name = Value::Text(name.clone());
            if place.within_miles == 0 {
                msg::NearFrom { place: name }.say(view.words).into()
            } else {
                let miles = say::plain(place.within_miles);
                msg::NearRough { place: name, miles }.say(view.words).into()
            }
        }
    };
    let near = TextField {
        id: "near".into(),
        label: view.text(msg::NEAR_LABEL),
        hint: Some(view.text(msg::NEAR_HINT)),
        value: state.near_typed.clone().into(),
        reading: Some(reading),
        reads: true,
        keyboard: Keyboard::Text,
        oninput: view.into(Field::Near),
        ..TextField::default()
    };
    let search = TextField {
        id: "search".into(),
        label: view.text(msg::SEARCH_LABEL),
        hint: Some(view.text(msg::SEARCH_HINT)),
        value: state.filter.text.clone().into(),
        oninput: view.into(Field::Search),
        ..TextField::default()
    };
    let label = view.text(if state.has_shifts() {
        msg::SHIFTS_CHANGE
    } else {
        msg::SHIFTS_ADD
    });
    let fields = Tag::new("div", "swan-meetings__asked")
        .with(near.into())
        .with(search.into());
    all(vec![
        view.button(label, Kind::Primary, Act::Shifts),
        fields.html(),
    ])
}

/// How many there are, read out when it changes.
#[inline(never)]
fn count(view: &View) -> Html {
    let state = view.state;
    let number = |number: usize| (say::plain(number as u64), number.into());
    let (few, count) = number(state.hits.total);
    let mut text = msg::Found { few, count }.say(view.words);
    if state.has_shifts() {
        let (few, fit) = number(state.hits.fit);
        text.push(' ');
        text.push_str(&msg::FoundFit { few, fit }.say(view.words));
    }
    if state.hits.total == 0 {
        text.push(' ');
        text.push_str(&view.words.get(msg::NONE_FOUND));
    }
    let count = Tag::new("p", "swan-meetings__count").is(At::Role, "status");
    let count = if state.gone_to == Some(Goal::Count) {
        count.at(view.gone)
    } else {
        count
    };
    count.text(text.into()).html()
}

fn shown(view: &View) -> Html {
    let state = view.state;
    let is_week = state.week.is_some();
    let panel = match &state.week {
        Some(days) => week::week(view, days),
        None => cards(view),
    };
    let send = view.send.clone();
    let tab = |id: &'static str, message| Tab {
        id: id.into(),
        label: view.text(message),
    };
    Tabs {
        label: view.text(msg::VIEW_NAME),
        tabs: vec![
            tab("view-list", msg::VIEW_LIST),
            tab("view-week", msg::VIEW_WEEK),
        ],
        open: usize::from(is_week),
        panel,
        onopen: Callback::from(move |at| send.emit(Act::View(at))),
    }
    .into()
}

fn cards(view: &View) -> Html {
    let state = view.state;
    let found = &state.hits.found;
    let card = |at: usize| card::card(view, at, &found[at]);
    let seen = found.len().min(FIRST);
    let rest = || all((seen..found.len()).map(card).collect());
    let mut list = Tag::new("ul", "swan-meetings__list");
    for first in (0..seen).map(card) {
        list = list.with(first);
    }
    let list = list.with(if state.is_first {
        still_to_come()
    } else {
        let key = state.drawings.to_string();
        view.still.part(REST, key, &rest)
    });
    let list = list.html();
    let more = state.hits.total > state.limit;
    let more = more.then(|| view.button(view.text(msg::SHOW_MORE), Kind::Quiet, Act::More));
    // Two pieces, whatever is in them: else the list would be made anew where one is not there.
    all(vec![list, more.unwrap_or_default()])
}

/// What can be done with the list as a whole.
#[inline(never)]
fn foot(view: &View, calendar: &str) -> Html {
    let state = view.state;
    let button = |message, act| view.button(view.text(message), Kind::Quiet, act);
    let buttons = Tag::new("div", "swan-meetings__buttons")
        .with(button(msg::SHARE, Act::Share))
        .with(button(msg::PRINT, Act::Print));
    let keep = Checks {
        id: "keep".into(),
        label: view.text(msg::KEEP_LABEL),
        checks: vec![checks::Check {
            pick: choice::Pick {
                value: "keep".into(),
                label: view.text(msg::KEEP),
                hint: Some(view.text(msg::KEEP_HINT)),
            },
            on: state.feeds.kept,
        }],
        onpick: {
            let send = view.send.clone();
            Callback::from(move |_| send.emit(Act::Keep))
        },
        ..Checks::default()
    };
    let mut foot = Tag::new("div", "swan-meetings__foot").with(buttons.html());
    if !calendar.is_empty() {
        let link = Tag::new("a", "swan-meetings__out")
            .put(At::Href, Some(calendar.to_owned().into()))
            .text(view.text(msg::SUBSCRIBE));
        foot = foot
            .with(Tag::new("p", "").with(link.html()).html())
            .with(put(
                "p",
                "swan-meetings__quiet",
                view.text(msg::SUBSCRIBE_HINT),
            ));
    }
    let said = state
        .said
        .map_or_else(AttrValue::default, |said| view.text(said));
    foot.with(keep.into()).with(status("", said)).html()
}

/// Where a calendar follows the list: the hub's, by the protocol that opens calendars.
fn subscription(feeds: &Feeds, filter: &str) -> Option<String> {
    let [feed] = feeds.all.as_slice() else {
        return None;
    };
    let calendar = feed.calendar()?;
    let rest = around(&calendar, "://")?.1;
    let mut address = ["webcal://", rest].concat();
    if !filter.is_empty() {
        address.push('?');
        address.push_str(filter);
    }
    Some(address)
}
