//! One amount beside others that it can be measured by, as bars.
//! Does not compute or format: lengths come in as whole numbers, amounts as words.
//!
//! The words are HTML and not SVG text, so that they wrap at 320 px, grow with the person's text
//! size and are read out as a list. The bars say nothing that the words do not, and are told
//! apart by filling and outline, not by colour.

use yew::prelude::*;

use crate::disclosure::Disclosure;
use crate::kit::{block, join, percent, words};

/// What a bar stands for.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(rename_all = "lowercase")
)]
pub enum BarKind {
    /// What the person has: filled.
    Own,
    /// What the law or an agreement sets: tinted, with a firm line.
    #[default]
    Floor,
    /// What is asked for: a broken line around nothing.
    Goal,
}

impl BarKind {
    fn name(self) -> &'static str {
        match self {
            BarKind::Own => "own",
            BarKind::Floor => "floor",
            BarKind::Goal => "goal",
        }
    }
}

/// One bar.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct Bar {
    /// What it is.
    pub label: AttrValue,
    /// How much, in words: "£11.81".
    pub amount: AttrValue,
    /// How much, in any unit that all bars share (pence, say).
    pub length: u32,
    /// What it stands for.
    pub kind: BarKind,
    /// Something to know about this number: "not confirmed yet".
    pub note: Option<AttrValue>,
}

/// Bars from the same start, with a table for those who prefer one.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct ChartBars {
    /// Unique in the widget.
    pub id: AttrValue,
    /// What the chart shows.
    pub title: AttrValue,
    /// The bars, the person's own first.
    pub bars: Vec<Bar>,
    /// "Show as a table".
    pub show_table: AttrValue,
    /// Heading of the column of labels.
    pub label_heading: AttrValue,
    /// Heading of the column of amounts.
    pub amount_heading: AttrValue,
}

crate::kit::in_html!(ChartBars);

impl From<ChartBars> for Html {
    fn from(p: ChartBars) -> Html {
        let longest = p
            .bars
            .iter()
            .map(|bar| bar.length)
            .max()
            .unwrap_or_default();
        let own = p.bars.iter().find(|bar| bar.kind == BarKind::Own);
        let mark = own.map(|bar| percent(bar.length, longest));
        let rows = p.bars.iter().map(|bar| row(bar, longest, mark.clone()));
        let cells = p
            .bars
            .iter()
            .map(|bar| (&bar.label, &bar.amount))
            .collect::<Vec<_>>();
        let title = join(&p.id, "-title");
        html! {
            <figure class="swan-bars" aria-labelledby={title.clone()}>
                <figcaption class="swan-bars__title" id={title}>{ &p.title }</figcaption>
                { block("ul", "swan-bars__list", rows.collect()) }
                { table(&p.title, p.show_table, p.label_heading, p.amount_heading, &cells) }
            </figure>
        }
    }
}

fn row(bar: &Bar, longest: u32, mark: Option<AttrValue>) -> Html {
    let width = percent(bar.length, longest);
    html! {
        <li class="swan-bars__row" data-kind={bar.kind.name()}>
            { words("span", "swan-bars__label", bar.label.clone()) }
            { words("strong", "swan-bars__amount", bar.amount.clone()) }
            <svg class="swan-bars__svg" aria-hidden="true" focusable="false">
                <rect class="swan-bars__bar" {width} height="100%" />
                if let Some(x) = mark {
                    <line class="swan-bars__mark" x1={x.clone()} x2={x} y1="0" y2="100%" />
                }
            </svg>
            if let Some(note) = &bar.note {
                { words("span", "swan-bars__note", note.clone()) }
            }
        </li>
    }
}

/// The numbers of a chart as a table, folded away.
pub(crate) fn table(
    caption: &AttrValue,
    show: AttrValue,
    label: AttrValue,
    amount: AttrValue,
    cells: &[(&AttrValue, &AttrValue)],
) -> Html {
    let rows = cells.iter().copied().map(|(label, amount)| {
        html! { <tr><th scope="row">{ label }</th><td>{ amount }</td></tr> }
    });
    let body = html! {
        <table class="swan-table">
            <caption class="swan-unseen">{ caption }</caption>
            <thead><tr><th scope="col">{ label }</th><th scope="col">{ amount }</th></tr></thead>
            <tbody>{ for rows }</tbody>
        </table>
    };
    Disclosure {
        summary: show,
        body,
        open: false,
    }
    .into()
}
