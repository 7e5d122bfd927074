//! All that can be asked for, folded away until somebody wants it.

use chrono::Weekday;
use swansfeet_meetings::find::{Often, Open, PartOfDay, Ways, Women};
use swansfeet_meetings::{AccessNeed, OpenTo};
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
    let mut pieces = groups(view);
    pieces.extend(lists(view));
    if on > 0 {
        pieces.push(view.button(view.text(msg::CLEAR), Kind::Quiet, Act::Clear));
    }
    Disclosure {
        summary,
        body: Tag::new("div", "swan-meetings__filters")
            .with(all(pieces))
            .html(),
        open: false,
    }
    .into()
}

fn groups(view: &View) -> Vec<Html> {
    let (words, filter) = (view.words, &view.state.filter);
    let mut groups = Vec::new();
    if view.state.has_shifts() {
        let fits = vec![(String::new(), words.get(msg::FILTER_FITS), filter.fits)];
        groups.push(group(view, "f-fits", msg::SHIFTS_LABEL, Group::Fits, fits));
    }
    let ways = Ways::ALL.into_iter().enumerate();
    let ways = ways.map(|(at, how)| (at.to_string(), say::how(words, how), filter.ways.has(how)));
    groups.push(group(
        view,
        "f-how",
        msg::FILTER_HOW,
        Group::How,
        ways.collect(),
    ));
    let days = (0..7_u8).filter_map(|at| Some((at, Weekday::try_from(at).ok()?)));
    let days = days.map(|(at, day)| {
        (
            at.to_string(),
            say::weekday(words, day),
            filter.days.has(day),
        )
    });
    groups.push(group(
        view,
        "f-day",
        msg::FILTER_DAY,
        Group::Day,
        days.collect(),
    ));
    let parts = PartOfDay::ALL.into_iter().enumerate();
    let parts = parts.map(|(at, part)| {
        let name = msg::keyed(&["part-", part.id()].concat());
        let name = name.map(|name| words.get(name)).unwrap_or_default();
        (at.to_string(), name, filter.parts.has(part))
    });
    groups.push(group(
        view,
        "f-part",
        msg::FILTER_PART,
        Group::Part,
        parts.collect(),
    ));
    let (roles, languages) = there(view);
    if !roles.is_empty() {
        let roles = roles.into_iter().map(|id| {
            let on = filter.roles.contains(&id);
            (id.clone(), say::role(words, &id), on)
        });
        groups.push(group(
            view,
            "f-role",
            msg::FILTER_ROLE,
            Group::Role,
            roles.collect(),
        ));
    }
    if languages.len() > 1 || !filter.languages.is_empty() {
        let languages = languages.into_iter().map(|tag| {
            let on = filter.languages.contains(&tag);
            (tag.clone(), say::language(words, &tag), on)
        });
        let languages = languages.collect();
        groups.push(group(
            view,
            "f-language",
            msg::FILTER_LANGUAGE,
            Group::Language,
            languages,
        ));
    }
    let needs = AccessNeed::ALL.into_iter();
    let needs = needs.map(|need| {
        (
            need.id().to_owned(),
            say::access(words, need),
            filter.access.has(need),
        )
    });
    groups.push(group(
        view,
        "f-access",
        msg::FILTER_ACCESS,
        Group::Access,
        needs.collect(),
    ));
    groups
}

fn lists(view: &View) -> Vec<Html> {
    let (words, filter) = (view.words, &view.state.filter);
    let mut lists = Vec::new();
    if view.state.near.place().is_some() {
        let mut items = vec![item("", words.get(msg::MILES_ANY))];
        for miles in MILES {
            let text = msg::MilesMost {
                miles: say::plain(miles),
            }
            .say(words);
            items.push(item(&miles.to_string(), text));
        }
        let chosen = filter
            .miles
            .map(|miles| miles.to_string())
            .unwrap_or_default();
        lists.push(select(
            view,
            "f-miles",
            msg::FILTER_MILES,
            Field::Miles,
            items,
            chosen,
        ));
    }
    let unions = unions(view);
    if !unions.is_empty() {
        let mut items = vec![
            item("", words.get(msg::NO_MATTER)),
            item("all", words.get(msg::OPEN_ALL)),
        ];
        for name in unions {
            let union = Value::Text(name.clone());
            items.push(item(&name, msg::OpenUnionName { union }.say(words)));
        }
        let chosen = match &filter.open {
            Open::Any => String::new(),
            Open::All => "all".to_owned(),
            Open::Union(name) => name.clone(),
        };
        lists.push(select(
            view,
            "f-open",
            msg::FILTER_OPEN,
            Field::Open,
            items,
            chosen,
        ));
    }
    let women = match filter.women {
        Women::Shown => "",
        Women::Hidden => "hide",
        Women::Only => "only",
    };
    if view
        .state
        .catalogue
        .meetings()
        .iter()
        .any(|meeting| meeting.women_only)
    {
        let items = vec![
            item("", words.get(msg::NO_MATTER)),
            item("only", words.get(msg::WOMEN_ONLY)),
            item("hide", words.get(msg::WOMEN_HIDE)),
        ];
        lists.push(select(
            view,
            "f-women",
            msg::FILTER_WOMEN,
            Field::Women,
            items,
            women.into(),
        ));
    }
    let often = match filter.often {
        Often::Any => "",
        Often::Weekly => "weekly",
        Often::Once => "once",
    };
    let items = vec![
        item("", words.get(msg::NO_MATTER)),
        item("weekly", words.get(msg::OFTEN_WEEKLY)),
        item("once", words.get(msg::OFTEN_ONCE)),
    ];
    lists.push(select(
        view,
        "f-often",
        msg::FILTER_OFTEN,
        Field::Often,
        items,
        often.into(),
    ));
    lists
}

/// Roles and languages that some meeting has: nobody is offered a filter that finds nothing.
fn there(view: &View) -> (Vec<String>, Vec<String>) {
    let (mut roles, mut languages) = (Vec::new(), Vec::new());
    for meeting in view.state.catalogue.meetings() {
        for role in &meeting.roles {
            add(&mut roles, role);
        }
        for tag in &meeting.languages {
            add(&mut languages, tag.split('-').next().unwrap_or(tag));
        }
    }
    (roles, languages)
}

fn unions(view: &View) -> Vec<String> {
    let mut unions = Vec::new();
    for meeting in view.state.catalogue.meetings() {
        if let OpenTo::Union(name) = &meeting.open_to {
            add(&mut unions, name);
        }
    }
    unions
}

#[inline(never)]
fn add(list: &mut Vec<String>, id: &str) {
    if let Err(at) = list.binary_search_by(|known| known.as_str().cmp(id)) {
        list.insert(at, id.to_owned());
    }
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
