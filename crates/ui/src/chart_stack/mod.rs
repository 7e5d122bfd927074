//! A whole and its parts as one bar: where the hour went.
//! Needs the styles of `chart_bars` and `disclosure`; does not compute or format.

use yew::prelude::*;

use crate::chart_bars::{Table, drawing, figure};
use crate::kit::percent;
use crate::tag::{At, Tag, all};

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
        let mut bar = drawing("swan-stack__svg");
        let mut key = Tag::new("ul", "swan-bars__list");
        let mut table = Table::new(&p.title, p.label_heading, p.amount_heading);
        let mut before = 0;
        for (at, part) in p.parts.into_iter().enumerate() {
            let from = percent(before, whole);
            before += part.length;
            bar = bar.with(piece(
                at,
                from,
                percent(part.length, whole),
                percent(before, whole),
            ));
            table.row(&part.label, &part.amount);
            let all = AttrValue::Static("100%");
            let sample = piece(at, AttrValue::Static("0"), all.clone(), all);
            let line = Tag::new("li", "swan-bars__row")
                .with(drawing("swan-stack__key").with(sample).html())
                .words("span", "swan-bars__label", Some(part.label))
                .words("strong", "swan-bars__amount", Some(part.amount));
            key = key.with(line.html());
        }
        let chart = all(vec![bar.html(), key.html()]);
        figure(&p.id, p.title, chart, table.folded(p.show_table))
    }
}

/// A filled stretch with its texture (a dashed line as thick as the bar: no pattern, no id).
fn piece(at: usize, x: AttrValue, width: AttrValue, end: AttrValue) -> Html {
    let ground = Tag::new("rect", "swan-stack__ground")
        .put(At::X, Some(x.clone()))
        .put(At::Wide, Some(width))
        .is(At::High, "100%");
    let texture = Tag::new("line", "swan-stack__texture")
        .put(At::X1, Some(x))
        .put(At::X2, Some(end))
        .is(At::Y1, "50%")
        .is(At::Y2, "50%");
    Tag::new("g", "swan-stack__piece")
        .is(At::Filling, FILLINGS[at % FILLINGS.len()])
        .with(ground.html())
        .with(texture.html())
        .html()
}
