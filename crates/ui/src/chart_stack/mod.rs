//! A whole and its parts as one bar: where the hour went.
//! Needs the styles of `chart_bars` and `disclosure`; does not compute or format.

use yew::prelude::*;

use crate::chart_bars::table;
use crate::kit::{block, join, percent, words};

/// How many fillings there are; more parts than that begin again.
const FILLINGS: [&str; 5] = ["1", "2", "3", "4", "5"];

/// One part of the whole.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct Part {
    /// What it is.
    pub label: AttrValue,
    /// How much, in words: "38 minutes".
    pub amount: AttrValue,
    /// How much, in any unit that all parts share.
    pub length: u32,
}

/// The parts side by side, with a key and a table.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct ChartStack {
    /// Unique in the widget.
    pub id: AttrValue,
    /// What the chart shows.
    pub title: AttrValue,
    /// The parts, up to five; those without length are in the key and not in the bar.
    pub parts: Vec<Part>,
    /// "Show as a table".
    pub show_table: AttrValue,
    /// Heading of the column of labels.
    pub label_heading: AttrValue,
    /// Heading of the column of amounts.
    pub amount_heading: AttrValue,
}

crate::kit::in_html!(ChartStack);

impl From<ChartStack> for Html {
    fn from(p: ChartStack) -> Html {
        let whole = p.parts.iter().map(|part| part.length).sum::<u32>();
        let mut before = 0;
        let pieces = p.parts.iter().enumerate().map(|(at, part)| {
            let from = percent(before, whole);
            before += part.length;
            piece(
                at,
                from,
                percent(part.length, whole),
                percent(before, whole),
            )
        });
        let pieces = pieces.collect::<Html>();
        let key = p.parts.iter().enumerate().map(|(at, part)| {
            let inside = html! {<>
                <svg class="swan-stack__key" aria-hidden="true" focusable="false">
                    { piece(at, "0".into(), "100%".into(), "100%".into()) }
                </svg>
                { words("span", "swan-bars__label", part.label.clone()) }
                { words("strong", "swan-bars__amount", part.amount.clone()) }
            </>};
            block("li", "swan-bars__row", inside)
        });
        let cells = p
            .parts
            .iter()
            .map(|part| (&part.label, &part.amount))
            .collect::<Vec<_>>();
        let title = join(&p.id, "-title");
        html! {
            <figure class="swan-bars" aria-labelledby={title.clone()}>
                <figcaption class="swan-bars__title" id={title}>{ &p.title }</figcaption>
                <svg class="swan-stack__svg" aria-hidden="true" focusable="false">{ pieces }</svg>
                { block("ul", "swan-bars__list", key.collect()) }
                { table(&p.title, p.show_table, p.label_heading, p.amount_heading, &cells) }
            </figure>
        }
    }
}

/// A filled stretch with its texture (a dashed line as thick as the bar: no pattern, no id).
fn piece(at: usize, x: AttrValue, width: AttrValue, end: AttrValue) -> Html {
    html! {
        <g class="swan-stack__piece" data-filling={FILLINGS[at % FILLINGS.len()]}>
            <rect class="swan-stack__ground" x={x.clone()} {width} height="100%" />
            <line class="swan-stack__texture" x1={x} x2={end} y1="50%" y2="50%" />
        </g>
    }
}
