//! All that can be asked for, folded away until somebody wants it.

use chrono::Weekday;
use swansfeet_meetings::AccessNeed;
use swansfeet_meetings::find::{Often, Open, PartOfDay, Ways, Women};
use swansfeet_ui::button::Kind;
use swansfeet_ui::tag::Tag;
use swansfeet_ui::{Checks, Disclosure, Select, SelectItem, checks::Check, choice::Pick};
use swansfeet_words::{Msg, Value};
use yew::prelude::*;

use super::{View, all};
use crate::app::Act;
use crate::state::{Field, Group};
use crate::{msg, say};

/// Distances to choose from, in miles.
const MILES: [u16; 6] = [2, 5, 10, 20, 50, 100];

#[inline(never)]
pub(super) fn filters(view: &View) -> Html {
    let state = view.state;
    let on = state.filters_on();
    let summary = match on {
        0 => view.text(msg::FILTERS),
        on => msg::FiltersOn { count: on.into() }.say(view.words).into(),
    };
    // Folded away as yet: nobody waits for it as for the list.
    let parts = if state.is_first {
        Vec::new()
    } else {
        parts_of(view)
    };
    let clear = || view.button(view.text(msg::CLEAR), Kind::Quiet, Act::Clear);
    // Two pieces, whatever is in them: Yew tells children apart by their places, and a part that stays
    // must stay in its own.
    let pieces = vec![all(parts), (on > 0).then(clear).unwrap_or_default()];
    Disclosure {
        summary,
        body: Tag::new("div", "swan-meetings__filters")
            .with(all(pieces))
            .html(),
        open: false,
    }
    .into()
}

/// How many parts there are that stay as they are while others change.
pub(super) const PLACES: usize = 8;

/// What each of them shows of the filter, by its names in an address.
const SHOWN: [&[&str]; PLACES] = [
    &["fits"],
    &["how"],
    &["day"],
    &["part"],
    &["role"],
    &["lang"],
    &["access"],
    &["miles", "open", "women", "often"],
];

/// What is ticked and chosen: how, when, for whom, with what.
fn parts_of(view: &View) -> Vec<Html> {
    let fragment = view.state.filter.to_fragment();
    // Each list of meetings has its own roles, languages and unions.
    let mut also = view.state.lists.to_string();
    if view.state.has_shifts() {
        also.push('s');
    }
    if let Some(near) = view.state.near.place() {
        also.push('n');
        also.push_str(&near.within_miles.to_string());
    }
    let part = |(place, shown): (usize, &&[&str])| {
        let mut key = also.clone();
        for pair in fragment.split('&') {
            if shown
                .iter()
                .any(|name| pair.split('=').next() == Some(name))
            {
                key.push_str(pair);
            }
        }
        view.still.part(place, key, &|| part_at(view, place))
    };
    SHOWN.iter().enumerate().map(part).collect()
}

/// The parts in their order.
#[inline(never)]
fn part_at(view: &View, place: usize) -> Html {
    let offers = &view.state.offers;
    let (words, filter) = (view.words, &view.state.filter);
    let (id, label, kind, rows) = match place {
        0 => ("f-fits", msg::SHIFTS_LABEL, Group::Fits, fits(view)),
        1 => ("f-how", msg::FILTER_HOW, Group::How, ways(view)),
        2 => ("f-day", msg::FILTER_DAY, Group::Day, days(view)),
        3 => ("f-part", msg::FILTER_PART, Group::Part, parts(view)),
        4 => {
            let role = |id: &String| say::role(words, id);
            let rows = ticked(&offers.roles, &filter.roles, role);
            ("f-role", msg::FILTER_ROLE, Group::Role, rows)
        }
        5 => {
            let name = |tag: &String| say::language(words, tag);
            let mut rows = ticked(&offers.languages, &filter.languages, name);
            // One language is no choice.
            if rows.len() < 2 && filter.languages.is_empty() {
                rows.clear();
            }
            ("f-language", msg::FILTER_LANGUAGE, Group::Language, rows)
        }
        6 => ("f-access", msg::FILTER_ACCESS, Group::Access, needs(view)),
        _ => return lists(view),
    };
    if rows.is_empty() {
        return Html::default();
    }
    group(view, id, label, kind, rows)
}

/// A row of a group: its value, its words, whether it is ticked.
type Row = (String, String, bool);

fn fits(view: &View) -> Vec<Row> {
    let row = || {
        (
            String::new(),
            view.words.get(msg::FILTER_FITS),
            view.state.filter.fits,
        )
    };
    view.state.has_shifts().then(row).into_iter().collect()
}

fn ways(view: &View) -> Vec<Row> {
    let ways = Ways::ALL.into_iter().enumerate();
    let row = |(at, how): (usize, _)| {
        (
            at.to_string(),
            say::how(view.words, how),
            view.state.filter.ways.has(how),
        )
    };
    ways.map(row).collect()
}

fn days(view: &View) -> Vec<Row> {
    let days = (0..7_u8).filter_map(|at| Weekday::try_from(at).ok());
    let row = |day: Weekday| {
        let at = (day as u8).to_string();
        (
            at,
            say::weekday(view.words, day),
            view.state.filter.days.has(day),
        )
    };
    days.map(row).collect()
}

fn parts(view: &View) -> Vec<Row> {
    let parts = PartOfDay::ALL.into_iter().enumerate();
    let row = |(at, part): (usize, PartOfDay)| {
        let name = msg::keyed(&["part-", part.id()].concat());
        let name = name.map(|name| view.words.get(name)).unwrap_or_default();
        (at.to_string(), name, view.state.filter.parts.has(part))
    };
    parts.map(row).collect()
}

fn needs(view: &View) -> Vec<Row> {
    let row = |need: AccessNeed| {
        let on = view.state.filter.access.has(need);
        (need.id().to_owned(), say::access(view.words, need), on)
    };
    AccessNeed::ALL.into_iter().map(row).collect()
}

#[inline(never)]
fn ticked(all: &[String], on: &[String], name: impl Fn(&String) -> String) -> Vec<Row> {
    let row = |id: &String| (id.clone(), name(id), on.contains(id));
    all.iter().map(row).collect()
}

/// What is chosen from lists.
fn lists(view: &View) -> Html {
    let parts = [miles(view), open(view), women(view), often(view)];
    all(parts.into_iter().flatten().collect())
}

fn miles(view: &View) -> Option<Html> {
    view.state.near.place()?;
    let words = view.words;
    let mut items = vec![item("", words.get(msg::MILES_ANY))];
    // What is rough tells nothing nearer than it is rough; an address may ask for any distance.
    let asked = view.state.filter.miles;
    let rough = view
        .state
        .near
        .place()
        .map_or(0, |near| near.within_miles.into());
    let offered = |miles: &u16| *miles >= rough || Some(*miles) == asked;
    let other = asked.filter(|miles| !MILES.contains(miles));
    for miles in MILES.into_iter().filter(offered).chain(other) {
        let text = msg::MilesMost {
            miles: say::plain(miles),
        }
        .say(words);
        items.push(item(&miles.to_string(), text));
    }
    let chosen = view.state.filter.miles.map(|miles| miles.to_string());
    let chosen = chosen.unwrap_or_default();
    Some(select(
        view,
        "f-miles",
        msg::FILTER_MILES,
        Field::Miles,
        items,
        chosen,
    ))
}

fn open(view: &View) -> Option<Html> {
    let unions = &view.state.offers.unions;
    if unions.is_empty() {
        return None;
    }
    let words = view.words;
    let mut items = vec![
        item("", words.get(msg::NO_MATTER)),
        item("all", words.get(msg::OPEN_ALL)),
    ];
    let asked = match &view.state.filter.open {
        Open::Union(name) if !unions.contains(name) => Some(name),
        _ => None,
    };
    for name in unions.iter().chain(asked) {
        let union = Value::Text(name.clone());
        items.push(item(name, msg::OpenUnionName { union }.say(words)));
    }
    let chosen = match &view.state.filter.open {
        Open::Any => String::new(),
        Open::All => "all".to_owned(),
        Open::Union(name) => name.clone(),
    };
    Some(select(
        view,
        "f-open",
        msg::FILTER_OPEN,
        Field::Open,
        items,
        chosen,
    ))
}

fn women(view: &View) -> Option<Html> {
    if !view.state.offers.women {
        return None;
    }
    let chosen = match view.state.filter.women {
        Women::Shown => "",
        Women::Hidden => "hide",
        Women::Only => "only",
    };
    let items = vec![
        item("", view.words.get(msg::NO_MATTER)),
        item("only", view.words.get(msg::WOMEN_ONLY)),
        item("hide", view.words.get(msg::WOMEN_HIDE)),
    ];
    Some(select(
        view,
        "f-women",
        msg::FILTER_WOMEN,
        Field::Women,
        items,
        chosen.into(),
    ))
}

fn often(view: &View) -> Option<Html> {
    let chosen = match view.state.filter.often {
        Often::Any => "",
        Often::Weekly => "weekly",
        Often::Once => "once",
    };
    let items = vec![
        item("", view.words.get(msg::NO_MATTER)),
        item("weekly", view.words.get(msg::OFTEN_WEEKLY)),
        item("once", view.words.get(msg::OFTEN_ONCE)),
    ];
    Some(select(
        view,
        "f-often",
        msg::FILTER_OFTEN,
        Field::Often,
        items,
        chosen.into(),
    ))
}

#[inline(never)]
fn group(
    view: &View,
    id: &'static str,
    label: Msg,
    group: Group,
    rows: Vec<(String, String, bool)>,
) -> Html {
    let checks = rows.into_iter().map(|(value, label, on)| Check {
        pick: Pick {
            value: value.into(),
            label: label.into(),
            hint: None,
        },
        on,
    });
    Checks {
        id: id.into(),
        label: view.text(label),
        checks: checks.collect(),
        onpick: view.ticks(group),
        ..Checks::default()
    }
    .into()
}

#[inline(never)]
fn item(value: &str, label: String) -> SelectItem {
    SelectItem {
        value: value.to_owned().into(),
        label: label.into(),
    }
}

#[inline(never)]
fn select(
    view: &View,
    id: &'static str,
    label: Msg,
    field: Field,
    items: Vec<SelectItem>,
    chosen: String,
) -> Html {
    Select {
        id: id.into(),
        label: view.text(label),
        items,
        chosen: chosen.into(),
        onpick: view.into(field),
        ..Select::default()
    }
    .into()
}
