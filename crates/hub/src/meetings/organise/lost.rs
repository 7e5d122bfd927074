//! What would be lost of a meeting when it is kept. It comes back through the reader of all feeds,
//! which takes less than a form does; so it is read back before anybody is told that it is saved.

use swansfeet_meetings::{Meeting, OpenTo, Venue, read::Problem};
use swansfeet_words::{Msg, Words};

use super::typed::Typed;
use crate::{meetings::wire, words::msg};

/// Notes beside its field what would not come back.
pub(super) fn note(typed: &mut Typed, meeting: &Meeting, words: &Words) {
    let back = wire::read(wire::one(meeting).as_bytes());
    // What is said of a date that the meeting does not have loses nothing; whether all its dates come back
    // is looked at below.
    let of_dates = ["start", "rule", "except", "changed.on"];
    let is_lost = |problem: &&Problem| problem.left_out || !of_dates.contains(&&*problem.field);
    for problem in back.problems.iter().filter(is_lost) {
        let (field, said) = of_field(&problem.field);
        typed.wrong(field, words.get(said));
    }
    for back in &back.meetings {
        for (text, text_back) in texts(meeting).into_iter().zip(texts(back)) {
            if is_cut(text.1, text_back.1) {
                typed.wrong(text.0, words.get(msg::ORGANISE_TOO_LONG));
            }
        }
    }
    let back = back.meetings.first();
    let is_whole = back.is_some_and(|back| back.schedule == meeting.schedule);
    if typed.problems.is_empty() && !is_whole {
        typed.wrong("when", words.get(msg::ORGANISE_NOT_KEPT));
    }
}

/// The form's field of a feed's, and what is said beside it.
fn of_field(field: &str) -> (&'static str, Msg) {
    match field {
        "title" => ("title", msg::ORGANISE_NAME_MISSING),
        "start" => ("when", msg::ORGANISE_YEAR_WRONG),
        "minutes" => ("minutes", msg::ORGANISE_MINUTES_WRONG),
        "zone" => ("zone", msg::ORGANISE_ZONE_WRONG),
        "join.link" => ("link", msg::ORGANISE_LINK_WRONG),
        "join.phone" => ("phone", msg::ORGANISE_PHONE_WRONG),
        "page" => ("page", msg::ORGANISE_LINK_WRONG),
        "venue.postcode" => ("postcode", msg::ORGANISE_POSTCODE_WRONG),
        "languages" => ("languages", msg::ORGANISE_LANGUAGES_WRONG),
        _ => ("when", msg::ORGANISE_NOT_KEPT),
    }
}

/// What is typed as a text, with its field.
fn texts(meeting: &Meeting) -> [(&'static str, &str); 7] {
    let venue = |part: fn(&Venue) -> &str| meeting.venue.as_ref().map_or("", part);
    let union = match &meeting.open_to {
        OpenTo::All => "",
        OpenTo::Union(name) => name,
    };
    [
        ("title", &meeting.title),
        ("about", &meeting.about),
        ("note", &meeting.joining.note),
        ("venue", venue(|venue| &venue.name)),
        ("address", venue(|venue| &venue.address)),
        ("organiser", &meeting.organiser.name),
        ("union", union),
    ]
}

/// The reader ends what is too long with three points.
fn is_cut(text: &str, back: &str) -> bool {
    back.ends_with('…') && !text.trim_end().ends_with('…')
}
