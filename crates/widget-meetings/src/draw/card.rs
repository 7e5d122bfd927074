//! One meeting in the list: when, what, why here, and a button for the rest.

use swansfeet_meetings::find::{Date, Found};
use swansfeet_meetings::{Meeting, Status};
use swansfeet_ui::tag::{At, Tag, YES};
use swansfeet_words::{Msg, Value};
use yew::prelude::*;

use super::{View, details, id_of, put};
use crate::app::Act;
use crate::state::Goal;
use crate::{msg, say};

/// A row of the list. Its heading is named after its place there, so that another meeting in the same
/// place changes no name.
#[inline(never)]
pub(super) fn card(view: &View, at: usize, found: &Found) -> Html {
    let Some(meeting) = view.state.catalogue.meetings().get(found.index) else {
        return Html::default();
    };
    let title = id_of("meeting-", at);
    let is_open = view.state.open.contains(&found.index);
    let mut card = Tag::new("li", "swan-meetings__card")
        .put(At::LabelledBy, Some(title.clone()))
        .is(At::Tone, tone(found));
    if let Some(date) = &found.called_off {
        let day = put("s", "", say::when(view.words, date, view.today()).into());
        let line = Tag::new("p", "swan-meetings__when").with(day);
        card = card
            .with(line.with(mark(view, msg::CANCELLED)).html())
            .with(note(meeting, date));
    }
    if let Some(date) = &found.next {
        let when = say::when(view.words, date, view.today());
        let mut line = Tag::new("p", "swan-meetings__when").text(when.into());
        if date.occurrence.moved {
            line = line.with(mark(view, msg::MOVED));
        }
        let also = say::elsewhere(view.words, meeting, date).map(Into::into);
        card = card
            .with(line.html())
            .words("p", "swan-meetings__quiet", also)
            .with(note(meeting, date));
    }
    let heading = Tag::new("h3", "swan-meetings__title")
        .put(At::Id, Some(title))
        .is(At::Tabindex, "-1")
        .text(meeting.title.clone().into());
    let heading = if view.state.gone_to == Some(Goal::Meeting(found.index)) {
        heading.at(view.gone)
    } else {
        heading
    };
    card = card
        .with(heading.html())
        .with(state(view, meeting))
        .with(why(view, found));
    let line = facts(view, meeting, found);
    card = card.with(put("p", "swan-meetings__quiet", line.into()));
    if let Some(twin) = found
        .twin_of
        .and_then(|twin| view.state.catalogue.meetings().get(twin))
    {
        let title = Value::Text(twin.title.clone());
        let same = msg::Twin { title }.say(view.words);
        card = card.with(put("p", "swan-meetings__quiet", same.into()));
    }
    card = card.with(more(view, meeting, found.index, is_open));
    // A piece in either case: Yew tells children apart by their places from the last one on, and the
    // button that was pressed must stay the same, or the focus is lost.
    let open = is_open.then(|| details::details(view, meeting, found));
    card.with(open.unwrap_or_default()).html()
}

/// What is said about a single date.
fn note(meeting: &Meeting, date: &Date) -> Html {
    match say::note(meeting, date) {
        "" => Html::default(),
        note => put("p", "swan-meetings__quiet", note.to_owned().into()),
    }
}

fn tone(found: &Found) -> &'static str {
    match &found.next {
        None => "danger",
        Some(_) if found.fit.fits() => "good",
        Some(_) => "info",
    }
}

#[inline(never)]
fn mark(view: &View, message: Msg) -> Html {
    Tag::new("strong", "swan-meetings__mark")
        .text(view.text(message))
        .html()
}

#[inline(never)]
fn state(view: &View, meeting: &Meeting) -> Html {
    match meeting.status {
        Status::Confirmed => Html::default(),
        Status::Tentative => mark(view, msg::TENTATIVE),
        Status::Cancelled => mark(view, msg::CANCELLED_ALL),
    }
}

/// `✓ Fits your shifts · 2 miles away · In Polish`.
#[inline(never)]
fn why(view: &View, found: &Found) -> Html {
    let line = say::reasons(view.words, found);
    if line.is_empty() {
        return Html::default();
    }
    let sign = Tag::new("span", "swan-mark").is(At::Hidden, YES);
    let mut why = Tag::new("p", "swan-meetings__why");
    if found.fit.fits() {
        why = why.with(sign.text(AttrValue::Static("✓")).html());
    }
    why.words("span", "", Some(line.into())).html()
}

/// `Online · Every week on Tuesday · For women only`.
fn facts(view: &View, meeting: &Meeting, found: &Found) -> String {
    let room = meeting.venue.as_ref().map(|venue| venue.name.clone());
    let women = meeting.women_only.then(|| view.words.get(msg::WOMEN_ONLY));
    let facts = [
        Some(say::how(view.words, meeting.attend)),
        room,
        say::rhythm(view.words, &meeting.schedule, found.next.as_ref()),
        women,
    ];
    let mut facts = facts.into_iter().flatten().filter(|fact| !fact.is_empty());
    say::dotted(&mut facts)
}

/// The button that opens the rest. The title is its name for screen readers: many stand on a page.
#[inline(never)]
fn more(view: &View, meeting: &Meeting, index: usize, is_open: bool) -> Html {
    let title = Value::Text(meeting.title.clone());
    let full = msg::DetailsFull { title }.say(view.words);
    let send = view.send.clone();
    Tag::new("button", "swan-button")
        .is(At::Type, "button")
        .is(At::Kind, "quiet")
        .put(At::Label, Some(full.into()))
        .is(At::Expanded, if is_open { YES } else { "false" })
        .put(At::Controls, is_open.then(|| id_of("details-", index)))
        .text(view.text(msg::DETAILS))
        .on(
            swansfeet_ui::tag::Hears::Click,
            std::rc::Rc::new(move |_| send.emit(Act::Open(index))),
        )
        .html()
}
