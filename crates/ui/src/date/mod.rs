//! A date in three boxes: day, month, year.
//! Does not know the calendar; what was typed goes out as "day/month/year".
//!
//! Three boxes and not the browser's calendar, because most dates asked here are known by heart
//! (born, period on the payslip) and a calendar on a cheap phone needs dozens of taps to reach
//! one. Not one box either: "1.4." and "4/1" can be read in two ways, and three named boxes
//! cannot, with a keyboard of digits alone. Focus does not jump by itself from box to box: that
//! loses people who correct, and people who listen. A whole date pasted into any box fills all.

use yew::prelude::*;

use crate::choice::group;
use crate::field::input;
use crate::kit::{join, value_to};
use crate::tag::{At, Hears, Tag};

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
        let mut line = Tag::new("div", "swan-date");
        let names = [p.day, p.month, p.year];
        for (at, (name, typed)) in names.into_iter().zip(boxes(&p.value)).enumerate() {
            let id = join(&p.id, ENDS[at]);
            let (value, oninput) = (p.value.clone(), p.oninput.clone());
            let put =
                Callback::from(move |typed: String| oninput.emit(with_part(&value, at, &typed)));
            let input = input(&id, "numeric", p.error.is_some(), typed.into(), None)
                .on(Hears::Input, value_to(put));
            let frame = Tag::new("div", "swan-field__box")
                .is(At::Width, if at == 2 { "year" } else { "day" })
                .with(input.html());
            let name = Tag::new("label", "swan-date__name")
                .put(At::For, Some(id))
                .text(name);
            let part = Tag::new("div", "swan-date__part")
                .with(name.html())
                .with(frame.html());
            line = line.with(part.html());
        }
        group(
            None,
            &p.id,
            p.label,
            p.labelled_by,
            &p.hint,
            &p.error,
            line.html(),
        )
    }
}

/// The value after `typed` was typed into box `at`; a whole date replaces all three boxes.
pub fn with_part(value: &str, at: usize, typed: &str) -> String {
    let mut found = Boxes::default();
    let mut now = 0;
    for letter in typed.chars() {
        if !matches!(letter, '/' | '.' | '-' | ',' | ' ') {
            found[now].push(letter);
        } else if now < 2 && !found[now].is_empty() {
            now += 1;
        }
    }
    if found[2].is_empty() {
        let typed = std::mem::take(&mut found[0]);
        found = boxes(value);
        found[at] = typed;
    } else if found[0].len() == 4 {
        // A computer writes 1998-03-31.
        found.swap(0, 2);
    }
    if found.iter().all(String::is_empty) {
        return String::new();
    }
    let [mut all, month, year] = found;
    for part in [month, year] {
        all.push('/');
        all.push_str(&part);
    }
    all
}

type Boxes = [String; 3];

/// What stands in the boxes when the value is "31/3/1998".
fn boxes(value: &str) -> Boxes {
    let mut boxes = Boxes::default();
    let mut now = 0;
    for letter in value.chars() {
        if letter == '/' && now < 2 {
            now += 1;
        } else {
            boxes[now].push(letter);
        }
    }
    boxes
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
