//! A few views of the same thing, one at a time.
//! Does not keep which one is open; the caller does.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::kit::{focus, join, press};
use crate::tag::{At, Hears, Tag, YES};

/// One of the views.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct Tab {
    /// Unique in the widget.
    pub id: AttrValue,
    /// One or two words.
    pub label: AttrValue,
}

/// A row of tabs and the panel of the open one. Arrow keys, Home and End move and open.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct Tabs {
    /// What the views are views of, for screen readers.
    pub label: AttrValue,
    /// The views.
    pub tabs: Vec<Tab>,
    /// Which one is open, from 0.
    pub open: usize,
    /// Its content.
    #[cfg_attr(
        feature = "examples",
        serde(deserialize_with = "crate::examples::paragraphs")
    )]
    pub panel: Html,
    /// Which one to open.
    #[cfg_attr(feature = "examples", serde(skip))]
    pub onopen: Callback<usize>,
}

crate::kit::in_html!(Tabs);

impl From<Tabs> for Html {
    fn from(p: Tabs) -> Html {
        let many = p.tabs.len();
        let open = p.tabs.get(p.open).map(|tab| tab.id.clone());
        let panel_id = open.as_ref().map(|id| join(id, "-panel"));
        let mut row = Tag::new("div", "swan-tabs__list")
            .is(At::Role, "tablist")
            .put(At::Label, Some(p.label));
        for (at, tab) in p.tabs.into_iter().enumerate() {
            let is_open = at == p.open;
            let onopen = p.onopen.clone();
            let tab = Tag::new("button", "swan-tabs__tab")
                .is(At::Type, "button")
                .is(At::Role, "tab")
                .put(At::Id, Some(tab.id))
                .is(At::Selected, if is_open { YES } else { "false" })
                .is(At::Tabindex, if is_open { "0" } else { "-1" })
                .put(At::Controls, panel_id.clone().filter(|_| is_open))
                .text(tab.label)
                .on(
                    Hears::Click,
                    press(Callback::from(move |_| onopen.emit(at))),
                )
                .on(Hears::Keydown, moves(at, many, p.onopen.clone()));
            row = row.with(tab.html());
        }
        let panel = Tag::new("div", "swan-tabs__panel")
            .is(At::Role, "tabpanel")
            .is(At::Tabindex, "0")
            .put(At::Id, panel_id)
            .put(At::LabelledBy, open)
            .with(p.panel);
        Tag::new("div", "swan-tabs")
            .with(row.html())
            .with(panel.html())
            .html()
    }
}

fn moves(at: usize, many: usize, onopen: Callback<usize>) -> Rc<dyn Fn(Event)> {
    Rc::new(move |event| {
        let event = event.unchecked_into::<KeyboardEvent>();
        let Some(tab) = event.target_dyn_into::<Element>() else {
            return;
        };
        let rtl = matches!(tab.closest("[dir=rtl]"), Ok(Some(_)));
        let Some(to) = target(&event.key(), at, many, rtl) else {
            return;
        };
        event.prevent_default();
        let row = tab.parent_element();
        if let Some(next) = row.and_then(|row| row.children().item(to as u32)) {
            focus(next.unchecked_ref::<HtmlElement>());
        }
        onopen.emit(to);
    })
}

/// Where a key leads from tab `at` of `many`; arrows go round, and follow the reading direction.
fn target(key: &str, at: usize, many: usize, rtl: bool) -> Option<usize> {
    let (next, last) = ((at + 1) % many, (at + many - 1) % many);
    Some(match key {
        "ArrowRight" if rtl => last,
        "ArrowLeft" if rtl => next,
        "ArrowRight" => next,
        "ArrowLeft" => last,
        "Home" => 0,
        "End" => many - 1,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::target;

    #[test]
    fn keys_move_round_and_follow_the_reading_direction() {
        let rows = [
            ("ArrowRight", 0, false, Some(1)),
            ("ArrowRight", 2, false, Some(0)),
            ("ArrowLeft", 0, false, Some(2)),
            ("ArrowRight", 0, true, Some(2)),
            ("ArrowLeft", 0, true, Some(1)),
            ("Home", 2, false, Some(0)),
            ("End", 0, true, Some(2)),
            ("a", 1, false, None),
        ];
        for (key, at, rtl, to) in rows {
            assert_eq!(target(key, at, 3, rtl), to, "{key} from {at}, rtl {rtl}");
        }
    }
}
