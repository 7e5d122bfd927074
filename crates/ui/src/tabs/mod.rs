//! A few views of the same thing, one at a time.
//! Does not keep which one is open; the caller does.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::kit::{focus, join};

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
        let panel_id = p.tabs.get(p.open).map(|tab| join(&tab.id, "-panel"));
        let tabs = p.tabs.iter().enumerate().map(|(at, tab)| {
            let open = at == p.open;
            html! {
                <button type="button" role="tab" class="swan-tabs__tab" id={tab.id.clone()}
                    aria-selected={if open { "true" } else { "false" }} tabindex={if open { "0" } else { "-1" }}
                    aria-controls={if open { panel_id.clone() } else { None }}
                    onclick={let to = p.onopen.clone(); move |_| to.emit(at)}
                    onkeydown={moves(at, many, &p.onopen)}>{ &tab.label }</button>
            }
        });
        html! {
            <div class="swan-tabs">
                <div class="swan-tabs__list" role="tablist" aria-label={p.label}>{ for tabs }</div>
                <div class="swan-tabs__panel" role="tabpanel" tabindex="0" id={panel_id.clone()}
                    aria-labelledby={p.tabs.get(p.open).map(|tab| tab.id.clone())}>{ p.panel }</div>
            </div>
        }
    }
}

fn moves(at: usize, many: usize, onopen: &Callback<usize>) -> Callback<KeyboardEvent> {
    let onopen = onopen.clone();
    Callback::from(move |event: KeyboardEvent| {
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
