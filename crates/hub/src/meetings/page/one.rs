//! One meeting: its dates, how to join, and the answer to who asks.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, RawQuery, Request, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use swansfeet_meetings::{Meeting, OpenTo};
use swansfeet_words::Words;

use super::{CACHE, answer, busy, cancelled, language_for, nowhere, pairs, path, place};
use crate::{
    language::{LANGUAGES, Language},
    meetings::{
        Meetings, ZONES, at_utc, board::Shown, calendar, joining, merge::Withheld, schema_org, when,
    },
    problem::Problem,
    words::{self, msg},
};

const MOST_DATES: usize = 12;

#[derive(Template)]
#[template(path = "meeting.html")]
struct OnePage<'a> {
    words: Words,
    languages: [Language; 2],
    slug: &'a str,
    name: &'a str,
    path: String,
    title: &'a str,
    data: Option<String>,
    cancelled: Option<String>,
    about: Vec<&'a str>,
    dates: Vec<String>,
    facts: Vec<String>,
    joining: Joining,
    page: Option<&'a str>,
}

/// What is said about joining.
#[derive(Default)]
struct Joining {
    lines: Vec<String>,
    link: Option<String>,
    phone: Option<String>,
    /// The number as a link takes it.
    dial: String,
    /// There is more for whoever presses the button.
    ask: bool,
    /// There is more on another hub.
    elsewhere: Option<String>,
}

pub(super) async fn one(
    State(meetings): State<Arc<Meetings>>,
    Path((slug, id)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let asked = pairs(query.as_deref().unwrap_or_default());
    let language = language_for(&asked, &headers);
    match find(&meetings, &slug, &id) {
        None => nowhere(&headers),
        Some((shown, meeting)) => page_of(&meetings, shown, meeting, language, None).await,
    }
}

/// The same with what is withheld; made for this answer alone.
pub(super) async fn ask(
    State(meetings): State<Arc<Meetings>>,
    Path((slug, id)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    request: Request,
) -> Response {
    let asked = pairs(query.as_deref().unwrap_or_default());
    let language = language_for(&asked, request.headers());
    let Some((shown, meeting)) = find(&meetings, &slug, &id) else {
        return nowhere(request.headers());
    };
    match joining::ask(&meetings, &slug, &id, &request) {
        Ok(withheld) => {
            let page = page_of(&meetings, shown, meeting, language, Some(withheld));
            joining::private(page.await)
        }
        Err(Problem::TooMany(_)) => busy(request.headers()),
        Err(_) => nowhere(request.headers()),
    }
}

pub(super) async fn file(
    State(meetings): State<Arc<Meetings>>,
    Path((slug, id)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    match find(&meetings, &slug, &id) {
        None => nowhere(&headers),
        Some((shown, meeting)) => calendar::one(&meetings, shown, meeting, &headers).await,
    }
}

fn find(meetings: &Meetings, slug: &str, id: &str) -> Option<(Arc<Shown>, Meeting)> {
    let shown = meetings.find(slug)?;
    let meeting = shown.meeting(id)?.clone();
    Some((shown, meeting))
}

async fn page_of(
    meetings: &Meetings,
    shown: Arc<Shown>,
    meeting: Meeting,
    language: Language,
    told: Option<Withheld>,
) -> Response {
    let now = meetings.now();
    let base = meetings.demands.base().to_owned();
    let made = meetings.aside(move || {
        let words = words::of(language);
        page_at(&shown, &meeting, words, told, &base, now)
    });
    made.await.unwrap_or_else(IntoResponse::into_response)
}

fn page_at(
    shown: &Shown,
    meeting: &Meeting,
    words: Words,
    told: Option<Withheld>,
    base: &str,
    now: i64,
) -> Response {
    let schedule = &meeting.schedule;
    let dates = schedule.occurrences_from(&ZONES, at_utc(now));
    let dates = dates.take(MOST_DATES);
    let page = OnePage {
        languages: LANGUAGES,
        slug: &shown.row.slug,
        name: &shown.row.name,
        path: path(shown, meeting),
        title: &meeting.title,
        // What was asked for is for who asked.
        data: match told {
            None => schema_org::of_one(shown, meeting, base, now),
            Some(_) => None,
        },
        cancelled: cancelled(meeting, &words),
        about: meeting
            .about
            .lines()
            .filter(|line| !line.trim().is_empty())
            .collect(),
        dates: dates
            .map(|date| when::with_changes(&words, schedule, &date))
            .collect(),
        facts: facts(meeting, &words),
        joining: said(shown, meeting, told, &words),
        page: meeting.page.as_deref(),
        words,
    };
    answer(StatusCode::OK, &page, CACHE)
}

fn said(shown: &Shown, meeting: &Meeting, told: Option<Withheld>, words: &Words) -> Joining {
    let open = &meeting.joining;
    let has_more = shown.withheld.contains_key(&meeting.id);
    let asked = told.is_some();
    let told = told.unwrap_or_default();
    let phone = told.phone.or_else(|| open.phone.clone());
    let mut lines = Vec::new();
    if !told.address.is_empty() {
        lines.push(
            msg::MeetingAddress {
                address: told.address.into(),
            }
            .say(words),
        );
    }
    for note in [&open.note, &told.note] {
        lines.extend(note.lines().map(str::to_owned));
    }
    let joining = Joining {
        link: told.link.or_else(|| open.link.clone()),
        dial: phone
            .iter()
            .flat_map(|phone| phone.chars())
            .filter(|c| c.is_ascii_digit() || *c == '+')
            .collect(),
        phone,
        ask: has_more && !asked,
        elsewhere: open.ask.clone().filter(|_| !has_more),
        lines,
    };
    let nothing = joining.link.is_none()
        && joining.phone.is_none()
        && joining.lines.is_empty()
        && !joining.ask
        && joining.elsewhere.is_none();
    match nothing {
        true => Joining {
            lines: vec![words.get(msg::MEETING_JUST_COME)],
            ..joining
        },
        false => joining,
    }
}

/// What else is known, a line each.
fn facts(meeting: &Meeting, words: &Words) -> Vec<String> {
    let keyed = |kind: &str, id: &str| {
        let key = msg::keyed(&format!("{kind}-{id}"));
        key.map_or_else(|| id.to_owned(), |key| words.get(key))
    };
    let mut facts = vec![place(meeting, words)];
    if !meeting.organiser.name.is_empty() {
        let organiser = meeting.organiser.name.clone().into();
        facts.push(msg::MeetingOrganiser { organiser }.say(words));
    }
    if let OpenTo::Union(union) = &meeting.open_to {
        let union = union.clone().into();
        facts.push(msg::MeetingUnion { union }.say(words));
    }
    if !meeting.roles.is_empty() {
        let roles: Vec<String> = meeting.roles.iter().map(|id| keyed("role", id)).collect();
        let roles = roles.join(", ").into();
        facts.push(msg::MeetingRoles { roles }.say(words));
    }
    if !meeting.languages.is_empty() {
        let spoken: Vec<String> = meeting
            .languages
            .iter()
            .map(|id| keyed("spoken", id))
            .collect();
        let languages = spoken.join(", ").into();
        facts.push(msg::MeetingLanguages { languages }.say(words));
    }
    facts.extend(
        meeting
            .access
            .needs()
            .map(|need| keyed("access", need.id())),
    );
    if meeting.women_only {
        facts.push(words.get(msg::MEETING_WOMEN));
    }
    facts
}
