//! What a person takes away: dates for a calendar, a page to print, an address to share.

use chrono::NaiveDateTime;
use swansfeet_embed::wish;
use swansfeet_meetings::find::Date;
use swansfeet_meetings::write::{self, Sheet};
use swansfeet_meetings::{Meeting, zone::Zones};
use swansfeet_words::{Value, Words};

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
    let minutes = stamp.and_utc().timestamp() / 60;
    let sheet = Sheet {
        name: &meeting.title,
        stamp,
        // Each file is newer than the one before.
        sequence: u32::try_from(minutes).unwrap_or_default(),
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
    list: impl Iterator<Item = (&'a Meeting, Option<&'a Date>)>,
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
    for (meeting, date) in list {
        page.push_str("<h2>");
        escaped(&meeting.title, &mut page);
        page.push_str("</h2>");
        for line in lines(words, meeting, date) {
            page.push_str("<p>");
            escaped(&line, &mut page);
            page.push_str("</p>");
        }
    }
    page
}

/// What paper says of a meeting, below its title.
fn lines(words: &Words, meeting: &Meeting, date: Option<&Date>) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(date) = date {
        lines.push(say::when(words, date));
    }
    lines.extend(say::rhythm(words, &meeting.schedule));
    lines.push(say::how(words, meeting.attend));
    if let Some(venue) = &meeting.venue {
        lines.push(place(&venue.name, &venue.address));
    }
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

/// A room and its address in one line.
pub(crate) fn place(name: &str, address: &str) -> String {
    match (name, address) {
        (name, "") => name.to_owned(),
        ("", address) => address.to_owned(),
        // Many feeds begin the address with the name.
        (name, address) if address.starts_with(name) => address.to_owned(),
        (name, address) => [name, ", ", address].concat(),
    }
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
