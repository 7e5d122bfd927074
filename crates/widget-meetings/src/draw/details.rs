//! All about one meeting: what it is, how to join, its next dates, and ways into a calendar.

use swansfeet_meetings::find::{Date, Found};
use swansfeet_meetings::{Joining, Meeting, OpenTo, Venue, write};
use swansfeet_ui::button::Kind;
use swansfeet_ui::tag::{At, Tag, out};
use swansfeet_words::{Msg, Value};
use yew::prelude::*;

use super::{View, all, id_of, put};
use crate::app::Act;
use crate::state::{Goal, Join};
use crate::{msg, say};

/// How many of the next dates are listed.
const DATES: usize = 6;

#[inline(never)]
pub(super) fn details(view: &View, meeting: &Meeting, found: &Found) -> Html {
    let mut about =
        Tag::new("div", "swan-meetings__details").put(At::Id, Some(id_of("details-", found.index)));
    for paragraph in meeting
        .about
        .split('\n')
        .filter(|line| !line.trim().is_empty())
    {
        about = about.with(put("p", "", paragraph.to_owned().into()));
    }
    about
        .with(facts(view, meeting))
        .with(join(view, meeting, found))
        .with(dates(view, meeting, found.index))
        .with(calendar(view, meeting, found))
        .html()
}

#[inline(never)]
fn facts(view: &View, meeting: &Meeting) -> Html {
    let words = view.words;
    let mut list = Tag::new("dl", "swan-meetings__facts");
    let mut fact = |message: Msg, text: String| {
        if !text.is_empty() {
            let taken = std::mem::replace(&mut list, Tag::new("dl", ""));
            list = taken
                .with(put("dt", "", view.text(message)))
                .with(put("dd", "", text.into()));
        }
    };
    if let Some(venue) = &meeting.venue {
        fact(msg::ABOUT_ADDRESS, venue.line());
    }
    let mut languages = meeting
        .languages
        .iter()
        .map(|tag| say::language(words, tag));
    fact(msg::ABOUT_LANGUAGES, say::list(words, &mut languages));
    let mut access = meeting.access.needs().map(|need| say::access(words, need));
    fact(msg::ABOUT_ACCESS, say::list(words, &mut access));
    let mut roles = meeting.roles.iter().map(|id| say::role(words, id));
    fact(msg::ABOUT_ROLES, say::list(words, &mut roles));
    if let OpenTo::Union(union) = &meeting.open_to {
        let union = Value::Text(union.clone());
        fact(msg::FILTER_OPEN, msg::OpenUnionName { union }.say(words));
    }
    let organiser = &meeting.organiser;
    let mut pieces = vec![list.html()];
    if !organiser.name.is_empty() {
        let name = Value::Text(organiser.name.clone());
        let text = msg::AboutWho { name }.say(words);
        pieces.push(match &organiser.link {
            Some(link) => Tag::new("p", "")
                .with(away(view, text.into(), link.clone()))
                .html(),
            None => put("p", "", text.into()),
        });
    }
    if let Some(page) = &meeting.page {
        let link = away(view, view.text(msg::ABOUT_PAGE), page.clone());
        pieces.push(Tag::new("p", "").with(link).html());
    }
    all(pieces)
}

/// A link out of the page, that says so.
#[inline(never)]
fn away(view: &View, text: AttrValue, href: String) -> Html {
    let brackets = [" (", &view.text(msg::NEW_TAB), ")"].concat();
    out("swan-meetings__out", Some(href.into()))
        .text(text)
        .words("span", "swan-unseen", Some(brackets.into()))
        .html()
}

#[inline(never)]
fn join(view: &View, meeting: &Meeting, found: &Found) -> Html {
    let (joining, index) = (&meeting.joining, found.index);
    let venue = meeting.venue.as_ref();
    let withheld = joining.withheld || venue.is_some_and(|venue| venue.withheld);
    // To what is called off nobody goes, and into a room without more said one just comes.
    let has_way = joining.link.is_some() || joining.phone.is_some() || !joining.note.is_empty();
    let just_come = meeting.attend.in_a_room() && venue.is_some();
    let asked = view.state.join_of(index);
    if found.next.is_none() || asked.is_none() && !withheld && !has_way && just_come {
        return Html::default();
    }
    let mut heading = Tag::new("h4", "swan-meetings__part").text(view.text(msg::JOIN_HEADING));
    if view.state.gone_to == Some(Goal::Join(index)) {
        heading = heading.at(view.gone);
    }
    let mut pieces = Vec::new();
    match asked {
        None if withheld => {
            pieces.push(put(
                "p",
                "swan-meetings__quiet",
                view.text(msg::JOIN_ASK_NOTE),
            ));
            pieces.push(view.button(view.text(msg::JOIN_ASK), Kind::Quiet, Act::Ask(index)));
        }
        Some(Join::Asking(_)) => pieces.push(put("p", "", view.text(msg::JOIN_ASKING))),
        Some(Join::Failed) => {
            pieces.push(put("p", "", view.text(msg::JOIN_FAILED)));
            pieces.push(view.button(
                view.text(msg::BUTTON_TRY_AGAIN),
                Kind::Quiet,
                Act::Ask(index),
            ));
        }
        Some(Join::There) => {
            let address = venue.map(Venue::line).unwrap_or_default();
            pieces.push(ways(view, joining, &address));
        }
        None => pieces.push(ways(view, joining, "")),
    }
    // There before it is filled, so that it is read out.
    let answer = Tag::new("div", "").is(At::Role, "status").with(all(pieces));
    Tag::new("div", "swan-meetings__join")
        .with(heading.html())
        .with(answer.html())
        .html()
}

#[inline(never)]
fn ways(view: &View, joining: &Joining, address: &str) -> Html {
    let mut pieces = Vec::new();
    if let Some(link) = &joining.link {
        let text = view.text(msg::JOIN_LINK);
        pieces.push(
            Tag::new("p", "")
                .with(away(view, text, link.clone()))
                .html(),
        );
    }
    if let Some(phone) = &joining.phone {
        let digits: String = phone
            .chars()
            .filter(|c| c.is_ascii_digit() || *c == '+')
            .collect();
        let href = ["tel:", &digits].concat();
        let phone = Value::Text(phone.clone());
        let link = Tag::new("a", "swan-meetings__out")
            .put(At::Href, Some(href.into()))
            .text(msg::JoinPhone { phone }.say(view.words).into());
        pieces.push(Tag::new("p", "").with(link.html()).html());
    }
    for line in [address, &joining.note] {
        if !line.is_empty() {
            pieces.push(put("p", "", line.to_owned().into()));
        }
    }
    if pieces.is_empty() {
        pieces.push(put("p", "", view.text(msg::JOIN_NONE)));
    }
    all(pieces)
}

#[inline(never)]
fn dates(view: &View, meeting: &Meeting, index: usize) -> Html {
    let dates = view.state.dates(index);
    if dates.len() < 2 {
        return Html::default();
    }
    let mut list = Tag::new("ul", "swan-meetings__dates");
    for date in dates.iter().take(DATES) {
        list = list.with(line(view, meeting, date));
    }
    all(vec![
        put("h4", "swan-meetings__part", view.text(msg::ABOUT_NEXT)),
        list.html(),
    ])
}

/// One of the next dates.
fn line(view: &View, meeting: &Meeting, date: &Date) -> Html {
    let when: AttrValue = say::when(view.words, date, view.today()).into();
    let line = Tag::new("li", "");
    let (line, mark) = if date.occurrence.cancelled {
        (line.with(put("s", "", when)), Some(msg::CANCELLED))
    } else {
        let mark = date.occurrence.moved.then_some(msg::MOVED);
        (line.text(when), mark)
    };
    let mark = mark.map(|mark| view.text(mark));
    let note = say::note(meeting, date);
    let note = (!note.is_empty()).then(|| note.to_owned().into());
    line.words("strong", "swan-meetings__mark", mark)
        .words("span", "swan-meetings__quiet", note)
        .html()
}

#[inline(never)]
fn calendar(view: &View, meeting: &Meeting, found: &Found) -> Html {
    let index = found.index;
    let mut row = Tag::new("div", "swan-meetings__buttons");
    let button = |message, act| view.button(view.text(message), Kind::Quiet, act);
    let has_series = view.state.dates(index).len() > 1;
    if found.next.is_none() && !has_series {
        return Html::default();
    }
    if let Some(date) = &found.next {
        row = row.with(button(msg::CALENDAR_DATE, Act::Calendar(index, false)));
        let (google, outlook) = (
            write::google(meeting, &date.occurrence),
            write::outlook(meeting, &date.occurrence),
        );
        row = row
            .with(away(view, view.text(msg::CALENDAR_GOOGLE), google))
            .with(away(view, view.text(msg::CALENDAR_OUTLOOK), outlook));
    }
    if has_series {
        row = row.with(button(msg::CALENDAR_SERIES, Act::Calendar(index, true)));
    }
    all(vec![
        put(
            "h4",
            "swan-meetings__part",
            view.text(msg::CALENDAR_HEADING),
        ),
        row.html(),
    ])
}
