//! A date in three boxes: day, month, year.
//! Does not know the calendar; what was typed goes out as "day/month/year".
//!
//! Three boxes and not the browser's calendar, because most dates asked here are known by heart
//! (born, period on the payslip) and a calendar on a cheap phone needs dozens of taps to reach
//! one. Not one box either: "1.4." and "4/1" can be read in two ways, and three named boxes
//! cannot, with a keyboard of digits alone. Focus does not jump by itself from box to box: that
//! loses people who correct, and people who listen. A whole date pasted into any box fills all.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::field::advice;
use crate::kit::{block, id_of, ids, join};

const ENDS: [&str; 3] = ["", "-month", "-year"];

/// A date as it is typed.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct DateField {
    /// Unique in the widget; the box for the day carries it.
    pub id: AttrValue,
    /// What is asked.
    pub label: AttrValue,
    /// Id of a heading that asks already.
    pub labelled_by: Option<AttrValue>,
    /// An example: "For example, 31 3 1998".
    pub hint: Option<AttrValue>,
    /// What is wrong and how to mend it.
    pub error: Option<AttrValue>,
    /// Name of the first box.
    pub day: AttrValue,
    /// Name of the second box.
    pub month: AttrValue,
    /// Name of the third box.
    pub year: AttrValue,
    /// What was typed: "31/3/1998"; "/3/" while only the month is there; empty when nothing is.
    pub value: AttrValue,
    /// The whole value after each key, in the same form.
    #[cfg_attr(feature = "examples", serde(skip))]
    pub oninput: Callback<String>,
}

crate::kit::in_html!(DateField);

impl From<DateField> for Html {
    fn from(p: DateField) -> Html {
        let describedby = ids(&[
            id_of(p.hint.is_some(), &p.id, "-hint"),
            id_of(p.error.is_some(), &p.id, "-error"),
        ]);
        let own_label = id_of(p.labelled_by.is_none(), &p.id, "-label");
        let boxes = [&p.day, &p.month, &p.year].into_iter().enumerate().map(|(at, name)| {
            let id = join(&p.id, ENDS[at]);
            let invalid = p.error.is_some().then_some("true");
            html! {
                <div class="swan-date__part">
                    <label class="swan-date__name" for={id.clone()}>{ name }</label>
                    <div class="swan-field__box" data-width={if at == 2 { "year" } else { "day" }}>
                        <input class="swan-field__input" type="text" inputmode="numeric" enterkeyhint="next"
                            autocomplete="off" id={id.clone()} name={id} aria-invalid={invalid}
                            value={part(&p.value, at).to_owned()} oninput={put(at, &p.value, &p.oninput)} />
                    </div>
                </div>
            }
        });
        html! {
            <div class="swan-field" part="field" role="group" data-invalid={p.error.as_ref().map(|_| "true")}
                aria-labelledby={p.labelled_by.clone().or(own_label.clone())} aria-describedby={describedby}>
                if p.labelled_by.is_none() {
                    <p class="swan-field__label" id={own_label}>{ &p.label }</p>
                }
                { advice(&p.id, &p.hint, &p.error) }
                { block("div", "swan-date", boxes.collect()) }
            </div>
        }
    }
}

/// What stands in box `at` of "31/3/1998".
fn part(value: &str, at: usize) -> &str {
    value.splitn(3, '/').nth(at).unwrap_or_default()
}

fn put(at: usize, value: &AttrValue, to: &Callback<String>) -> Callback<InputEvent> {
    let (value, to) = (value.clone(), to.clone());
    Callback::from(move |event: InputEvent| {
        let typed = event
            .target()
            .map(|box_| box_.unchecked_into::<HtmlInputElement>().value());
        to.emit(with_part(&value, at, &typed.unwrap_or_default()));
    })
}

/// The value after `typed` was typed into box `at`; a whole date replaces all three boxes.
pub fn with_part(value: &str, at: usize, typed: &str) -> String {
    let is_between = |c: char| !c.is_alphanumeric();
    let mut pieces = typed.split(is_between).filter(|piece| !piece.is_empty());
    let found = [pieces.next(), pieces.next(), pieces.next()];
    let fresh = match found {
        // A computer writes 1998-03-31.
        [Some(year), Some(month), Some(day)] if year.len() == 4 => [day, month, year],
        [Some(day), Some(month), Some(year)] => [day, month, year],
        _ => {
            let mut parts = [part(value, 0), part(value, 1), part(value, 2)];
            parts[at] = found[0].unwrap_or_default();
            parts
        }
    };
    if fresh == [""; 3] {
        String::new()
    } else {
        fresh.join("/")
    }
}

#[cfg(test)]
mod tests {
    use super::with_part;

    #[test]
    fn each_box_keeps_the_others_and_a_whole_date_fills_all() {
        let rows = [
            ("", 0, "3", "3//"),
            ("3//", 1, "4", "3/4/"),
            ("3/4/", 2, "1998", "3/4/1998"),
            ("3/4/1998", 0, "31", "31/4/1998"),
            ("3//", 0, "", ""),
            ("", 0, "31/", "31//"),
            ("", 0, "31/3/1998", "31/3/1998"),
            ("1/1/2000", 2, "31 March 1998", "31/March/1998"),
            ("", 1, "1998-03-31", "31/03/1998"),
            ("", 1, "mar", "/mar/"),
        ];
        for (value, at, typed, after) in rows {
            assert_eq!(
                with_part(value, at, typed),
                after,
                "{typed:?} into box {at} of {value:?}"
            );
        }
    }
}
