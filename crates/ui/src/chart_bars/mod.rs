//! One amount beside others that it can be measured by, as bars.
//! Does not compute or format: lengths come in as whole numbers, amounts as words.
//!
//! The words are HTML and not SVG text, so that they wrap at 320 px, grow with the person's text
//! size and are read out as a list. The bars say nothing that the words do not, and are told
//! apart by filling and outline, not by colour.

use yew::prelude::*;

use crate::disclosure::Disclosure;
use crate::kit::{join, percent};
use crate::tag::{At, Tag, YES, all};

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
        let mut list = Tag::new("ul", "swan-bars__list");
        let mut table = Table::new(&p.title, p.label_heading, p.amount_heading);
        for bar in p.bars {
            table.row(&bar.label, &bar.amount);
            list = list.with(row(bar, longest, mark.clone()));
        }
        figure(&p.id, p.title, list.html(), table.folded(p.show_table))
    }
}

fn row(bar: Bar, longest: u32, mark: Option<AttrValue>) -> Html {
    let stroke = Tag::new("rect", "swan-bars__bar")
        .put(At::Wide, Some(percent(bar.length, longest)))
        .is(At::High, "100%");
    let mut drawing = drawing("swan-bars__svg").with(stroke.html());
    if mark.is_some() {
        let mark = Tag::new("line", "swan-bars__mark")
            .put(At::X1, mark.clone())
            .put(At::X2, mark);
        drawing = drawing.with(mark.is(At::Y1, "0").is(At::Y2, "100%").html());
    }
    Tag::new("li", "swan-bars__row")
        .is(At::Kind, bar.kind.name())
        .words("span", "swan-bars__label", Some(bar.label))
        .words("strong", "swan-bars__amount", Some(bar.amount))
        .with(drawing.html())
        .words("span", "swan-bars__note", bar.note)
        .html()
}

/// A drawing that says nothing that the words beside it do not.
pub(crate) fn drawing(class: &'static str) -> Tag {
    Tag::new("svg", class)
        .is(At::Hidden, YES)
        .is(At::Focusable, "false")
}

/// A chart under its title, with its table folded away.
pub(crate) fn figure(id: &str, title: AttrValue, chart: Html, table: Html) -> Html {
    let title_id = join(id, "-title");
    let caption = Tag::new("figcaption", "swan-bars__title").put(At::Id, Some(title_id.clone()));
    Tag::new("figure", "swan-bars")
        .put(At::LabelledBy, Some(title_id))
        .with(caption.text(title).html())
        .with(chart)
        .with(table)
        .html()
}

/// The numbers of a chart.
pub(crate) struct Table {
    head: Tag,
    rows: Vec<Html>,
}

impl Table {
    pub(crate) fn new(caption: &AttrValue, label: AttrValue, amount: AttrValue) -> Self {
        let heading = |text| Tag::new("th", "").is(At::Scope, "col").text(text).html();
        let row = Tag::new("tr", "")
            .with(heading(label))
            .with(heading(amount));
        let head = Tag::new("table", "swan-table")
            .words("caption", "swan-unseen", Some(caption.clone()))
            .with(Tag::new("thead", "").with(row.html()).html());
        Self {
            head,
            rows: Vec::new(),
        }
    }

    pub(crate) fn row(&mut self, label: &AttrValue, amount: &AttrValue) {
        let label = Tag::new("th", "").is(At::Scope, "row").text(label.clone());
        let row = Tag::new("tr", "")
            .with(label.html())
            .words("td", "", Some(amount.clone()));
        self.rows.push(row.html());
    }

    pub(crate) fn folded(self, summary: AttrValue) -> Html {
        let body = self
            .head
            .with(Tag::new("tbody", "").with(all(self.rows)).html())
            .html();
        Disclosure {
            summary,
            body,
            open: false,
        }
        .into()
    }
}
