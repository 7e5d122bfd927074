//! The Swansfeet feed, version 1: ours. What it does not know it reports, so that a slip in a field's
//! name is seen.

mod place;
mod when;

use super::fields::{flag, link, no_text, quoted, text_of};
use super::gather::{At, Gather, MOST_MEETINGS};
use super::{Kind, Source, Value, clean, draft, tags, times};
use crate::{AccessNeed, Attend, Joining, Meeting, Organiser};
use place::{joining, open_to, organiser, place};

/// What `"swansfeet"` says.
pub(crate) const NAME: &str = "meetings/1";

const TOP: [&str; 5] = ["swansfeet", "name", "updated", "meetings", "sources"];
const FIELDS: [&str; 22] = [
    "id",
    "title",
    "about",
    "start",
    "minutes",
    "end",
    "zone",
    "rule",
    "also",
    "except",
    "changed",
    "how",
    "venue",
    "join",
    "organiser",
    "roles",
    "open_to",
    "languages",
    "access",
    "women_only",
    "status",
    "page",
];

/// Reads the whole.
pub(crate) fn read(feed: &Value, gather: &mut Gather) {
    around(feed, gather);
    let meetings = feed.get("meetings").map_or(&[][..], Value::one_or_more);
    all(meetings, gather);
}

/// Reads all but the meetings.
pub(crate) fn around(feed: &Value, gather: &mut Gather) {
    let top = At {
        line: feed.line,
        entry: 0,
    };
    let mut names = Fields::new(gather, top, "");
    names.known(feed, &TOP);
    names.texts(feed, &["name", "updated"]);
    gather.feed.name = text_of(feed, "name", clean::NAME);
    if let Some(version) = feed.get("swansfeet")
        && version.text() != Some(NAME)
    {
        let at = At {
            line: version.line,
            entry: 0,
        };
        gather.note(
            at,
            "swansfeet",
            "only version “meetings/1” is known; it was read as that",
        );
    }
    gather.feed.updated = moment(feed, "updated", top, gather);
    for source in feed
        .get("sources")
        .map_or(&[][..], Value::one_or_more)
        .iter()
        .take(200)
    {
        let at = At {
            line: source.line,
            entry: 0,
        };
        let source = Source {
            name: text_of(source, "name", clean::NAME),
            checked: moment(source, "checked", at, gather),
            good: moment(source, "good", at, gather),
            problem: text_of(source, "problem", 500),
        };
        gather.feed.sources.push(source);
    }
    if feed.get("meetings").is_none() {
        gather.leave_out(top, "meetings", "the list of meetings is missing");
    }
}

fn all(meetings: &[Value], gather: &mut Gather) {
    gather.make_room(meetings.len());
    for (number, meeting) in (1..).zip(meetings) {
        let at = At {
            line: meeting.line,
            entry: number,
        };
        if number as usize > MOST_MEETINGS * 2 {
            gather.leave_out(
                at,
                "",
                "the feed has too many entries; the rest was left out",
            );
            return;
        }
        if let Some(read) = one(meeting, at, gather) {
            gather.keep(at, read);
        }
    }
}

/// Reads a meeting as far as a list needs it; whether [`rest`] is still to be read of it. Nothing
/// where it is not kept.
pub(crate) fn first(value: &Value, at: At, gather: &mut Gather) -> Option<bool> {
    let mut meeting = begin(value, at, gather)?;
    let said = said_how(value);
    // How one is there is guessed from the rest where it is not said.
    if said.is_none() {
        rest(value, &mut meeting, at, gather);
    }
    end(value, &mut meeting, said, at, gather);
    gather.keep(at, meeting).then_some(said.is_some())
}

fn one(value: &Value, at: At, gather: &mut Gather) -> Option<Meeting> {
    let mut meeting = begin(value, at, gather)?;
    rest(value, &mut meeting, at, gather);
    end(value, &mut meeting, said_how(value), at, gather);
    Some(meeting)
}

/// What it is called and when it is: without these it is no meeting.
fn begin(value: &Value, at: At, gather: &mut Gather) -> Option<Meeting> {
    if value.fields().is_empty() {
        gather.leave_out(at, "", "a meeting is an object with a title and a start");
        return None;
    }
    let mut names = Fields::new(gather, at, "");
    names.known(value, &FIELDS);
    names.texts(value, &["id", "title", "about", "page"]);
    let title = text_of(value, "title", clean::NAME);
    if title.is_empty() {
        gather.leave_out(at, "title", "the title is missing");
        return None;
    }
    let schedule = when::schedule(value, at, gather)?;
    let mut id = text_of(value, "id", clean::NAME);
    if id.is_empty() {
        id = draft::made_id(&title, schedule.start);
        gather.note(
            at,
            "id",
            "the id is missing; one was made from title and start, and changes with them",
        );
    }
    Some(draft::blank(id, title, schedule))
}

/// What neither a list's order nor its filters are made of.
pub(crate) fn rest(value: &Value, meeting: &mut Meeting, at: At, gather: &mut Gather) {
    // Plain text by the format's word: what looks like markup is meant as it stands.
    let about = value.get("about").and_then(Value::text).unwrap_or_default();
    meeting.about = clean::block(about, clean::ABOUT);
    meeting.venue = value
        .get("venue")
        .and_then(|venue| place(venue, at, gather));
    meeting.joining = value
        .get("join")
        .map_or_else(Joining::default, |join| joining(join, at, gather));
    meeting.organiser = value
        .get("organiser")
        .map_or_else(Organiser::default, |who| organiser(who, at, gather));
    meeting.page = link(value, "page", "page", at, gather, clean::link);
}

/// For whom it is, and how one is there, as it says or else as it seems.
fn end(value: &Value, meeting: &mut Meeting, how: Option<Attend>, at: At, gather: &mut Gather) {
    meeting.open_to = open_to(value, at, gather);
    words(value, meeting, at, gather);
    meeting.attend = how.unwrap_or_else(|| {
        if let Some(how) = value.get("how") {
            let at = At {
                line: how.line,
                ..at
            };
            gather.note(
                at,
                "how",
                "this is online, in-person or hybrid; it was guessed from venue and join",
            );
        }
        draft::attend(meeting)
    });
}

/// Roles, languages, access, women only, status.
fn words(value: &Value, meeting: &mut Meeting, at: At, gather: &mut Gather) {
    each(
        value,
        "roles",
        at,
        gather,
        "is no role’s id and was left out",
        &mut |role| {
            if let Some(known) = tags::role(role).or_else(|| tags::role(&tags::plain(role))) {
                tags::add(&mut meeting.roles, known);
                return true;
            }
            let id = role.trim().to_ascii_lowercase();
            let is_id = !id.is_empty()
                && id.len() <= 40
                && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
            if is_id {
                tags::add(&mut meeting.roles, &id);
            }
            is_id
        },
    );
    let why = "is no language and was left out; write “pl” for Polish";
    each(value, "languages", at, gather, why, &mut |language| {
        let tag = tags::language(language);
        let tag = tag.inspect(|tag| tags::add(&mut meeting.languages, tag));
        tag.is_some()
    });
    let why =
        "is not known and was left out; there are step-free, bsl, captions, childcare and quiet";
    each(value, "access", at, gather, why, &mut |need| {
        let need = AccessNeed::by_id(need.trim()).or_else(|| tags::need(&tags::plain(need)));
        let need = need.inspect(|need| meeting.access = meeting.access.with(*need));
        need.is_some()
    });
    meeting.women_only = flag(value, "women_only", "women_only", at, gather);
    if let Some(status) = value.get("status") {
        match status
            .text()
            .and_then(|text| tags::status(&tags::plain(text)))
        {
            Some(status) => meeting.status = status,
            None => gather.note(
                At {
                    line: status.line,
                    ..at
                },
                "status",
                "the status is confirmed, tentative or cancelled; it was taken for confirmed",
            ),
        }
    }
}

/// Online, in a room or both, where it says so.
fn said_how(value: &Value) -> Option<Attend> {
    let text = value.get("how")?.text()?;
    tags::attend(text).or_else(|| tags::attend(&tags::plain(text)))
}

/// A moment in UTC.
fn moment(value: &Value, name: &str, at: At, gather: &mut Gather) -> Option<chrono::NaiveDateTime> {
    let text = value.get(name)?.text().unwrap_or_default();
    if text.is_empty() {
        return None;
    }
    let stamp = times::stamp(text);
    if stamp.is_none() {
        gather.note(
            at,
            name,
            quoted(
                text,
                "is no time like 2026-11-20T10:00:00Z and was left out",
            ),
        );
    }
    stamp.map(|stamp| stamp.utc().unwrap_or(stamp.wall))
}

/// Hands on each word of a list; one word alone is a list of one. Those that `take` does not know are
/// reported.
fn each(
    value: &Value,
    name: &str,
    at: At,
    gather: &mut Gather,
    why: &str,
    take: &mut dyn FnMut(&str) -> bool,
) {
    let rows = value.get(name).map_or(&[][..], Value::one_or_more);
    for row in rows.iter().take(50) {
        let Some(text) = row.text() else {
            let at = At {
                line: row.line,
                ..at
            };
            gather.note(at, name, "this is no word and was left out");
            continue;
        };
        let text = clean::on_line(text, 60);
        if !take(&text) {
            gather.note(at, name, quoted(&text, why));
        }
    }
}

/// Reports fields that nobody knows, that are there twice, or that are of another kind.
struct Fields<'g> {
    gather: &'g mut Gather,
    at: At,
    under: &'static str,
}

impl<'g> Fields<'g> {
    fn new(gather: &'g mut Gather, at: At, under: &'static str) -> Fields<'g> {
        Fields { gather, at, under }
    }

    fn known(&mut self, value: &Value, known: &[&str]) {
        // Where nobody reads reports, all that counts is whether something is wrong with the whole.
        if !cfg!(feature = "reports") && self.at.entry > 0 {
            return;
        }
        let fields = value.fields();
        for (place, (name, found)) in fields.iter().enumerate().take(100) {
            let is_name = |(other, _): &(_, _)| other == name;
            let what = if name.starts_with("x-") {
                continue;
            } else if !known.contains(&&**name) {
                "no field has this name; it was passed over"
            } else if cfg!(feature = "reports") && fields[..place].iter().any(is_name) {
                "this field is here twice; the first was read"
            } else {
                continue;
            };
            self.note(found, name, what);
        }
        if cfg!(feature = "reports") && matches!(value.kind, Kind::List(_) | Kind::Bool(_)) {
            let what = "this is no object and was left out";
            self.note(value, "", what);
        }
    }

    /// Reports those of these fields that are neither a text nor a number.
    fn texts(&mut self, value: &Value, names: &[&str]) {
        if !cfg!(feature = "reports") {
            return;
        }
        for name in names {
            if let Some(found) = value.get(name)
                && let Some(what) = no_text(found)
            {
                self.note(found, name, &what);
            }
        }
    }

    fn note(&mut self, found: &Value, name: &str, what: &str) {
        let at = At {
            line: found.line,
            ..self.at
        };
        let field = [self.under, name].concat();
        self.gather.note(at, field.trim_end_matches('.'), what);
    }
}
