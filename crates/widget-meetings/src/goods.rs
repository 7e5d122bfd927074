//! What a person takes away: dates for a calendar, a page to print, an address to share.

use chrono::{NaiveDate, NaiveDateTime};
use swansfeet_embed::wish;
use swansfeet_meetings::find::{Date, Found};
use swansfeet_meetings::write::{self, Sheet};
use swansfeet_meetings::{Meeting, OpenTo, Status, zone::Zones};
use swansfeet_words::{Msg, Value, Words};

use crate::feeds::Feed;
use crate::{msg, say};

const CALENDAR: &str = "text/calendar;charset=utf-8";

/// Hands over one date, or with none all of them, as a calendar file. False where the browser does
/// not.
pub(crate) fn calendar(
    meeting: &Meeting,
    date: Option<&Date>,
    feed: &Feed,
    stamp: NaiveDateTime,
    zones: &dyn Zones,
) -> bool {
    let sheet = Sheet {
        name: &meeting.title,
        stamp,
        // Each file is newer than the one before.
        sequence: write::sequence(stamp.and_utc().timestamp()),
        // The hub's own calendar has the same, so that a date taken twice is one date.
        host: feed.host(),
        refresh: 0,
    };
    let text = match date {
        Some(date) => write::date(meeting, &date.occurrence, &sheet),
        None => write::calendar(&[meeting], &sheet, zones),
    };
    wish::save("meeting.ics", &text, CALENDAR)
}

/// The list as a document of its own, for paper. Nothing in it runs or is fetched.
pub(crate) fn printed<'a>(
    words: &Words,
    list: impl Iterator<Item = (&'a Meeting, &'a Found)>,
    today: NaiveDate,
) -> String {
    let title = words.get(msg::PRINT_TITLE);
    let mut page = String::from("<!doctype html><meta charset=\"utf-8\"><html lang=\"");
    page.push_str(words.lang());
    page.push_str("\" dir=\"");
    page.push_str(words.dir());
    page.push_str("\"><title>");
    escaped(&title, &mut page);
    page.push_str("</title><h1>");
    escaped(&title, &mut page);
    page.push_str("</h1>");
    for (meeting, found) in list {
        page.push_str("<h2>");
        escaped(&meeting.title, &mut page);
        page.push_str("</h2>");
        for line in lines(words, meeting, found, today) {
            page.push_str("<p>");
            escaped(&line, &mut page);
            page.push_str("</p>");
        }
    }
    page
}

/// What paper says of a meeting, below its title.
fn lines(words: &Words, meeting: &Meeting, found: &Found, today: NaiveDate) -> Vec<String> {
    let mut lines = Vec::new();
    let mut said = |mark: Option<Msg>, text: String| {
        let mark = mark.map_or_else(String::new, |mark| [&words.get(mark), ": "].concat());
        lines.push([mark, text].concat());
    };
    if let Some(date) = &found.called_off {
        said(Some(msg::CANCELLED), say::when(words, date, today));
    }
    if let Some(date) = &found.next {
        let mark = date.occurrence.moved.then_some(msg::MOVED);
        said(mark, say::when(words, date, today));
        lines.extend(say::elsewhere(words, meeting, date));
        lines.push(say::note(meeting, date).to_owned());
    }
    lines.push(say::reasons(words, found));
    match meeting.status {
        Status::Confirmed => {}
        Status::Tentative => lines.push(words.get(msg::TENTATIVE)),
        Status::Cancelled => lines.push(words.get(msg::CANCELLED_ALL)),
    }
    lines.extend(say::rhythm(words, &meeting.schedule, found.next.as_ref()));
    lines.push(say::how(words, meeting.attend));
    if meeting.women_only {
        lines.push(words.get(msg::WOMEN_ONLY));
    }
    if let OpenTo::Union(union) = &meeting.open_to {
        let union = Value::Text(union.clone());
        lines.push(msg::OpenUnionName { union }.say(words));
    }
    if let Some(venue) = &meeting.venue {
        lines.push(venue.line());
    }
    let mut access = meeting.access.needs().map(|need| say::access(words, need));
    lines.push(say::list(words, &mut access));
    let joining = &meeting.joining;
    // What is withheld is shown to whoever asks, and a sheet of paper does not ask.
    if !joining.withheld {
        lines.extend(joining.link.clone());
        if let Some(phone) = &joining.phone {
            let phone = Value::Text(phone.clone());
            lines.push(msg::JoinPhone { phone }.say(words));
        }
        lines.push(joining.note.clone());
    }
    if !meeting.organiser.name.is_empty() {
        let name = Value::Text(meeting.organiser.name.clone());
        lines.push(msg::AboutWho { name }.say(words));
    }
    lines.push(meeting.about.clone());
    lines.retain(|line| !line.is_empty());
    lines
}

fn escaped(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '\n' => out.push_str("<br>"),
            c => out.push(c),
        }
    }
}
