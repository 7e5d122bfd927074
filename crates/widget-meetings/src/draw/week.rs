//! Seven days and what is on each.

use chrono::NaiveDate;
use swansfeet_meetings::Status;
use swansfeet_meetings::find::{Day, Entry};
use swansfeet_ui::button::Kind;
use swansfeet_ui::tag::{At, Tag};
use yew::prelude::*;

use super::{View, all, put};
use crate::app::Act;
use crate::{msg, say};

/// More than these are not drawn of a day: a cheap phone would take seconds for thousands.
const MOST: usize = 20;

#[inline(never)]
pub(super) fn week(view: &View, days: &[Day; 7]) -> Html {
    let date = view.state.monday;
    let button = |message, by| view.button(view.text(message), Kind::Quiet, Act::Week(by));
    let row = Tag::new("div", "swan-meetings__buttons")
        .with(button(msg::WEEK_BEFORE, -7))
        .with(button(msg::WEEK_AFTER, 7));
    let heading = msg::WeekOf { date: date.into() }.say(view.words);
    let heading = Tag::new("span", "")
        .is(At::Role, "status")
        .text(heading.into());
    let heading = Tag::new("h3", "swan-meetings__title").with(heading.html());
    let mut week = Tag::new("div", "swan-meetings__week");
    for day in days {
        week = week.with(column(view, day));
    }
    all(vec![row.html(), heading.html(), week.html()])
}

#[inline(never)]
fn column(view: &View, day: &Day) -> Html {
    let column = Tag::new("section", "swan-meetings__day").with(put(
        "h4",
        "swan-meetings__part",
        say::day(view.words, day.date, view.today()).into(),
    ));
    if day.entries.is_empty() {
        let nothing = put("p", "swan-meetings__quiet", view.text(msg::WEEK_NOTHING));
        return column.with(nothing).html();
    }
    let mut list = Tag::new("ul", "swan-meetings__dates");
    for entry in day.entries.iter().take(MOST) {
        list = list.with(line(view, day.date, entry));
    }
    let more = day.entries.len().checked_sub(MOST).filter(|more| *more > 0);
    let more = more.map(|more| {
        let count = more.into();
        msg::WeekMore { count }.say(view.words).into()
    });
    column
        .with(list.html())
        .words("p", "swan-meetings__quiet", more)
        .html()
}

#[inline(never)]
fn line(view: &View, day: NaiveDate, entry: &Entry) -> Html {
    let Some(meeting) = view.state.catalogue.meetings().get(entry.index) else {
        return Html::default();
    };
    let date = &entry.date;
    let time = if date.local.date() == day {
        say::hours(view.words, date.local, date.ends)
    } else {
        say::when(view.words, date, view.today())
    };
    let off = date.occurrence.cancelled;
    let over = view.state.is_over(meeting, date);
    let fits = date.fit.fits() && view.state.has_shifts() && !off && !over;
    let tone = if fits { "good" } else { "info" };
    let title = Tag::new("button", "swan-button")
        .is(At::Type, "button")
        .is(At::Kind, "link")
        .text(meeting.title.clone().into())
        .on(swansfeet_ui::tag::Hears::Click, {
            let (send, index) = (view.send.clone(), entry.index);
            std::rc::Rc::new(move |_| send.emit(Act::GoTo(index)))
        });
    let mut line = Tag::new("li", "swan-meetings__entry").is(At::Tone, tone);
    let mark = if off {
        Some(msg::CANCELLED)
    } else if date.occurrence.moved {
        Some(msg::MOVED)
    } else {
        (meeting.status == Status::Tentative).then_some(msg::TENTATIVE)
    };
    line = line
        .with(put(if off { "s" } else { "span" }, "", time.into()))
        .words(
            "strong",
            "swan-meetings__mark",
            mark.map(|mark| view.text(mark)),
        )
        .with(title.html());
    if fits {
        line = line.words(
            "span",
            "swan-meetings__quiet",
            Some(view.text(msg::REASON_FITS)),
        );
    }
    line.html()
}
