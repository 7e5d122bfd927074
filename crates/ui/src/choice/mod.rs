//! One answer out of a few, as rows that a thumb can hit.
//! Does not choose for anyone: nothing is marked before the person marks it.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::field::advice;
use crate::kit::{block, id_of, ids, join};

/// One of the answers.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct Pick {
    /// What goes out when it is chosen.
    pub value: AttrValue,
    /// What the person reads.
    pub label: AttrValue,
    /// A second, quieter line.
    pub hint: Option<AttrValue>,
}

/// Radio buttons.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct Choice {
    /// Unique in the widget; the first row carries it.
    pub id: AttrValue,
    /// What is asked.
    pub label: AttrValue,
    /// Id of a heading that asks already.
    pub labelled_by: Option<AttrValue>,
    /// One sentence that helps to answer.
    pub hint: Option<AttrValue>,
    /// What is wrong and how to mend it.
    pub error: Option<AttrValue>,
    /// The answers.
    pub picks: Vec<Pick>,
    /// The chosen value; empty while none is.
    pub chosen: AttrValue,
    /// The value of the row that was chosen.
    #[cfg_attr(feature = "examples", serde(skip))]
    pub onpick: Callback<String>,
}

crate::kit::in_html!(Choice);

impl From<Choice> for Html {
    fn from(p: Choice) -> Html {
        let rows = p
            .picks
            .iter()
            .map(|pick| (pick, pick.value == p.chosen))
            .collect::<Vec<_>>();
        let list = list("radio", &p.id, &rows, &p.onpick);
        let role = Some(AttrValue::Static("radiogroup"));
        group(role, &p.id, p.label, p.labelled_by, &p.hint, &p.error, list)
    }
}

/// The frame that a group of rows stands in.
pub(crate) fn group(
    role: Option<AttrValue>,
    id: &AttrValue,
    label: AttrValue,
    labelled_by: Option<AttrValue>,
    hint: &Option<AttrValue>,
    error: &Option<AttrValue>,
    rows: Html,
) -> Html {
    let describedby = ids(&[
        id_of(hint.is_some(), id, "-hint"),
        id_of(error.is_some(), id, "-error"),
    ]);
    html! {
        <fieldset class="swan-field" part="field" role={role} data-invalid={error.as_ref().map(|_| "true")}
            aria-labelledby={labelled_by.clone()} aria-describedby={describedby}>
            if labelled_by.is_none() {
                <legend class="swan-field__label">{ label }</legend>
            }
            { advice(id, hint, error) }
            { rows }
        </fieldset>
    }
}

/// The rows themselves, radio buttons or checkboxes.
pub(crate) fn list(
    kind: &'static str,
    id: &AttrValue,
    picks: &[(&Pick, bool)],
    onpick: &Callback<String>,
) -> Html {
    let picked = {
        let onpick = onpick.clone();
        Callback::from(move |event: Event| {
            onpick.emit(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    let rows = picks.iter().enumerate().map(|(at, (pick, on))| {
        let own = if at == 0 { id.clone() } else { join(id, &numbered(at)) };
        let hint = id_of(pick.hint.is_some(), &own, "-more");
        let name = pick.hint.as_ref().map(|_| join(&own, "-name"));
        html! {
            <label class="swan-choice__row" data-on={on.then_some("true")}>
                <input class="swan-choice__dot" type={kind} id={own} name={id.clone()} value={pick.value.clone()}
                    checked={*on} onchange={picked.clone()}
                    aria-labelledby={name.clone()} aria-describedby={hint.clone()} />
                <span class="swan-choice__text">
                    <span id={name}>{ &pick.label }</span>
                    if let Some(more) = &pick.hint {
                        <span class="swan-choice__more" id={hint}>{ more }</span>
                    }
                </span>
            </label>
        }
    });
    block("div", "swan-choice", rows.collect())
}

fn numbered(at: usize) -> String {
    let mut end = String::from("-");
    end.push_str(&(at + 1).to_string());
    end
}
