//! One answer out of many. For up to about seven, `choice` asks better.
//! Does not filter or search.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::field::advice;
use crate::kit::{id_of, ids};

/// One of the answers.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct SelectItem {
    /// What goes out when it is chosen.
    pub value: AttrValue,
    /// What the person reads.
    pub label: AttrValue,
}

/// The browser's own list of answers.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct Select {
    /// Unique in the widget.
    pub id: AttrValue,
    /// What is asked.
    pub label: AttrValue,
    /// Id of a heading that asks already.
    pub labelled_by: Option<AttrValue>,
    /// One sentence that helps to answer.
    pub hint: Option<AttrValue>,
    /// What is wrong and how to mend it.
    pub error: Option<AttrValue>,
    /// The answers; give the first an empty value and "Choose" as its label.
    pub items: Vec<SelectItem>,
    /// The chosen value.
    pub chosen: AttrValue,
    /// The value that was chosen.
    #[cfg_attr(feature = "examples", serde(skip))]
    pub onpick: Callback<String>,
}

crate::kit::in_html!(Select);

impl From<Select> for Html {
    fn from(p: Select) -> Html {
        let describedby = ids(&[
            id_of(p.hint.is_some(), &p.id, "-hint"),
            id_of(p.error.is_some(), &p.id, "-error"),
        ]);
        let invalid = p.error.is_some().then_some("true");
        let onpick = p.onpick;
        let onchange = Callback::from(move |event: Event| {
            onpick.emit(event.target_unchecked_into::<HtmlSelectElement>().value());
        });
        let items = p.items.iter().map(|item| {
            html! {
                <option value={item.value.clone()} selected={item.value == p.chosen}>{ &item.label }</option>
            }
        });
        html! {
            <div class="swan-field" part="field" data-invalid={invalid}>
                if p.labelled_by.is_none() {
                    <label class="swan-field__label" for={p.id.clone()}>{ p.label }</label>
                }
                { advice(&p.id, &p.hint, &p.error) }
                <div class="swan-select">
                    <select class="swan-select__box" id={p.id.clone()} name={p.id} {onchange}
                        aria-labelledby={p.labelled_by} aria-describedby={describedby} aria-invalid={invalid}>
                        { for items }
                    </select>
                </div>
            </div>
        }
    }
}
