//! What an organiser typed, and the meeting that it means. Nothing typed is lost: what cannot be
//! read is shown again, with what is wrong beside it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use swansfeet_meetings::{
    Access, AccessNeed, Attend, Joining, Meeting, OpenTo, Organiser, Status, Venue, read::role_ids,
};
use swansfeet_places::Postcode;
use swansfeet_words::Words;

use super::{lost, timed, times};
use crate::words::msg;

const MOST_LANGUAGES: usize = 20;

/// Fields by name, as they were typed.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    fields: BTreeMap<String, Vec<String>>,
    /// Field and sentence.
    pub(super) problems: Vec<(&'static str, String)>,
}

impl Typed {
    /// What a browser sends.
    pub(super) fn read(body: &[u8]) -> Self {
        let mut typed = Self::default();
        for (name, value) in url::form_urlencoded::parse(body) {
            // A browser sends lines with both marks at their ends.
            let value = value.replace("\r\n", "\n");
            typed
                .fields
                .entry(name.into_owned())
                .or_default()
                .push(value);
        }
        typed
    }

    /// What is typed in a field, or nothing.
    pub(super) fn value(&self, id: &str) -> &str {
        let values = self.fields.get(id);
        values
            .and_then(|values| values.first())
            .map_or("", String::as_str)
    }

    /// Whether a box is ticked, or a line chosen.
    pub(super) fn has(&self, id: &str, value: &str) -> bool {
        let values = self.fields.get(id);
        values.is_some_and(|values| values.iter().any(|ticked| ticked == value))
    }

    /// What is wrong in a field.
    pub(super) fn problem(&self, id: &str) -> Option<&str> {
        let mut wrong = self.problems.iter();
        wrong
            .find(|(field, _)| *field == id)
            .map(|(_, problem)| problem.as_str())
    }

    pub(super) fn version(&self) -> i64 {
        self.value("version").parse().unwrap_or(0)
    }

    pub(super) fn set(&mut self, id: &str, value: impl Into<String>) {
        self.fields.insert(id.to_owned(), vec![value.into()]);
    }

    fn tick<'a>(&mut self, id: &str, values: impl Iterator<Item = &'a str>) {
        self.fields
            .insert(id.to_owned(), values.map(str::to_owned).collect());
    }

    /// The same as one line.
    pub(super) fn line(&self, id: &str) -> String {
        let words: Vec<&str> = self.value(id).split_whitespace().collect();
        words.join(" ")
    }

    pub(super) fn maybe(&self, id: &str) -> Option<String> {
        Some(self.line(id)).filter(|line| !line.is_empty())
    }

    pub(super) fn wrong(&mut self, id: &'static str, problem: String) {
        self.problems.push((id, problem));
    }
}

/// A meeting as it is kept, before what was typed now.
#[derive(Clone, Copy)]
pub(super) struct Before<'a> {
    pub(super) meeting: &'a Meeting,
    /// When it is, as it was typed.
    pub(super) words: &'a str,
}

/// A form for a meeting that is not there yet.
pub(super) fn blank() -> Typed {
    let mut typed = Typed::default();
    typed.set("zone", "Europe/London");
    typed.set("minutes", "60");
    typed.set("how", "online");
    typed.set("version", "0");
    typed
}

/// A meeting as it would have been typed.
pub(super) fn typed(meeting: &Meeting, words: &str, version: i64) -> Typed {
    let mut typed = blank();
    let venue = meeting.venue.clone().unwrap_or_default();
    let union = match &meeting.open_to {
        OpenTo::All => String::new(),
        OpenTo::Union(union) => union.clone(),
    };
    let minutes = meeting.schedule.minutes;
    for (id, value) in [
        ("version", version.to_string()),
        ("title", meeting.title.clone()),
        ("about", meeting.about.clone()),
        ("when", times::as_typed(&meeting.schedule, words)),
        ("first", meeting.schedule.start.date().to_string()),
        (
            "minutes",
            if minutes == 0 {
                String::new()
            } else {
                minutes.to_string()
            },
        ),
        ("zone", meeting.schedule.zone.clone().unwrap_or_default()),
        ("how", meeting.attend.id().to_owned()),
        ("link", meeting.joining.link.clone().unwrap_or_default()),
        ("phone", meeting.joining.phone.clone().unwrap_or_default()),
        ("note", meeting.joining.note.clone()),
        ("venue", venue.name),
        ("address", venue.address),
        (
            "postcode",
            venue
                .postcode
                .map(|code| code.to_string())
                .unwrap_or_default(),
        ),
        ("organiser", meeting.organiser.name.clone()),
        ("page", meeting.page.clone().unwrap_or_default()),
        ("union", union),
        ("languages", meeting.languages.join(", ")),
    ] {
        typed.set(id, value);
    }
    let withheld = [
        (meeting.joining.withheld, "joining"),
        (venue.withheld, "venue"),
    ];
    typed.tick(
        "withhold",
        withheld.into_iter().filter(|(is, _)| *is).map(|(_, id)| id),
    );
    typed.tick("role", meeting.roles.iter().map(String::as_str));
    typed.tick("access", meeting.access.needs().map(AccessNeed::id));
    typed.tick("women", meeting.women_only.then_some("yes").into_iter());
    typed
}

/// The meeting that was typed, if all of it can be read and will come back as it is.
pub(super) fn meeting(
    typed: &mut Typed,
    id: &str,
    before: Option<Before<'_>>,
    today: NaiveDate,
    words: &Words,
) -> Option<Meeting> {
    let title = typed.line("title");
    if title.is_empty() {
        typed.wrong("title", words.get(msg::ORGANISE_NAME_MISSING));
    }
    let timed = timed::read(typed, before, today, words);
    let attend = match typed.value("how") {
        "in-person" => Attend::InPerson,
        "hybrid" => Attend::Hybrid,
        _ => Attend::Online,
    };
    let link = address(typed, "link", words);
    let venue = venue(typed, before, words);
    let page = address(typed, "page", words);
    let languages = languages(typed, words);
    if !typed.problems.is_empty() {
        return None;
    }
    let access = AccessNeed::ALL.into_iter();
    let meeting = Meeting {
        id: id.to_owned(),
        title,
        about: typed.value("about").trim().to_owned(),
        schedule: timed?.schedule,
        attend,
        venue,
        joining: Joining {
            link,
            phone: typed.maybe("phone"),
            note: typed.value("note").trim().to_owned(),
            withheld: typed.has("withhold", "joining"),
            ask: None,
        },
        organiser: Organiser {
            name: typed.line("organiser"),
            link: before.and_then(|before| before.meeting.organiser.link.clone()),
        },
        roles: role_ids()
            .filter(|id| typed.has("role", id))
            .map(str::to_owned)
            .collect(),
        open_to: typed.maybe("union").map_or(OpenTo::All, OpenTo::Union),
        languages,
        access: access
            .filter(|need| typed.has("access", need.id()))
            .collect::<Access>(),
        women_only: typed.has("women", "yes"),
        status: before.map_or(Status::Confirmed, |before| before.meeting.status),
        page,
    };
    lost::note(typed, &meeting, words);
    typed.problems.is_empty().then_some(meeting)
}

/// An address of a page, `https` only: what is typed without a scheme gets it. With somebody's name
/// in it, it is an address of mail, or dresses one host up as another.
fn address(typed: &mut Typed, id: &'static str, words: &Words) -> Option<String> {
    let text = typed.maybe(id)?;
    let whole = match text.contains("://") {
        true => text,
        false => format!("https://{text}"),
    };
    let read = url::Url::parse(&whole).ok();
    let read = read.filter(|url| {
        url.scheme() == "https"
            && url.username().is_empty()
            && url.password().is_none()
            && url.host_str().is_some_and(|host| host.contains('.'))
    });
    if read.is_none() {
        typed.wrong(id, words.get(msg::ORGANISE_LINK_WRONG));
    }
    read.map(Into::into)
}

fn venue(typed: &mut Typed, before: Option<Before<'_>>, words: &Words) -> Option<Venue> {
    let code = typed.line("postcode");
    let postcode = match Postcode::read(&code) {
        _ if code.is_empty() => None,
        Ok(reading) => Some(reading.postcode),
        Err(_) => {
            typed.wrong("postcode", words.get(msg::ORGANISE_POSTCODE_WRONG));
            None
        }
    };
    let old = before.and_then(|before| before.meeting.venue.as_ref());
    let venue = Venue {
        name: typed.line("venue"),
        address: typed.line("address"),
        // A point is of the place that it came with.
        place: old
            .filter(|old| old.postcode == postcode)
            .and_then(|old| old.place),
        postcode,
        withheld: typed.has("withhold", "venue"),
    };
    let is_there = !venue.name.is_empty() || !venue.address.is_empty() || venue.postcode.is_some();
    is_there.then_some(venue)
}

/// `en, pl`, in small letters.
fn languages(typed: &mut Typed, words: &Words) -> Vec<String> {
    let text = typed.line("languages").to_ascii_lowercase();
    let tags = text.split([',', ' ', ';']).filter(|tag| !tag.is_empty());
    let tags: Vec<String> = tags.map(str::to_owned).collect();
    let is_tag = |tag: &String| {
        let mut parts = tag.split('-');
        let main = parts.next().unwrap_or_default();
        (2..=3).contains(&main.len())
            && main.bytes().all(|byte| byte.is_ascii_lowercase())
            && parts.all(|part| {
                (2..=8).contains(&part.len())
                    && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
            })
    };
    if tags.len() > MOST_LANGUAGES || !tags.iter().all(is_tag) {
        typed.wrong("languages", words.get(msg::ORGANISE_LANGUAGES_WRONG));
    }
    tags
}
