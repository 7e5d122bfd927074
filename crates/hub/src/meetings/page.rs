//! Meetings as pages for people without script, in a text browser too, and for search engines.
//!
//! What is withheld is on none of them; it is the answer to a button.

use std::{collections::BTreeMap, sync::Arc};

use askama::Template;
use axum::{
    Router,
    extract::{Path, RawQuery, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
    routing::{get, post},
};
use swansfeet_meetings::{
    Attend, Meeting, OpenTo, Status,
    find::{Filter, Found, Ways},
};
use swansfeet_words::Words;

use super::{
    Meetings, ZONES, at_utc, board::Shown, calendar, in_path, joining, merge::Withheld, schema_org,
    when,
};
use crate::{
    language::{self, LANGUAGES, Language},
    problem::Problem,
    words::{self, msg},
};

/// Nothing is loaded but the sheet, and forms lead nowhere but here. The data for search engines is
/// no script that could run, so no policy has to let it.
const POLICY: &str = "default-src 'none'; style-src 'self'; base-uri 'none'; \
     form-action 'self'; frame-ancestors 'none'";
const CACHE: &str = "public, max-age=60";
const ON_A_PAGE: usize = 50;
const MOST_DATES: usize = 12;
/// How many dates are told to search engines.
const TOLD: usize = 20;

pub(super) fn routes(meetings: Arc<Meetings>) -> Router {
    Router::new()
        .route("/m/{feed}", get(list))
        .route("/m/{feed}/{id}", get(one))
        .route("/m/{feed}/{id}/joining", post(ask))
        .route("/m/{feed}/{id}/calendar.ics", get(file))
        .with_state(meetings)
}

#[derive(Template)]
#[template(path = "meetings.html")]
struct ListPage<'a> {
    words: Words,
    languages: [Language; 2],
    slug: &'a str,
    name: &'a str,
    data: String,
    notes: Vec<String>,
    text: String,
    ways: [(&'static str, String, bool); 3],
    rows: Vec<Row>,
    before: Option<String>,
    more: Option<String>,
    calendar: String,
}

struct Row {
    path: String,
    title: String,
    lines: Vec<String>,
}

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

async fn list(
    State(meetings): State<Arc<Meetings>>,
    Path(slug): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let Some(shown) = meetings.find(&slug) else {
        return nowhere(&headers);
    };
    let mut asked = pairs(query.as_deref().unwrap_or_default());
    let words = words_for(&asked, &headers);
    // Here the language is the page's own, not one that is spoken.
    asked.remove("lang");
    let at = asked.remove("page").and_then(|at| at.parse().ok());
    let at = at.unwrap_or(1_usize).clamp(1, 1_000);
    let filter = Filter::from_fragment(&joined(&asked));
    let now = meetings.now();
    let found = shown.found(&filter, now);
    let to = |at: usize| {
        let filter = filter.to_fragment();
        let lang = words.lang();
        format!("/m/{slug}?{filter}{}page={at}&lang={lang}", amp(&filter))
    };
    let first = (at - 1) * ON_A_PAGE;
    let rows = found.iter().skip(first).take(ON_A_PAGE);
    let calendar = match filter.to_fragment() {
        filter if filter.is_empty() => format!("/feeds/{slug}.ics"),
        filter => format!("/feeds/{slug}.ics?{filter}"),
    };
    let page = ListPage {
        languages: LANGUAGES,
        slug: &slug,
        name: &shown.row.name,
        data: schema_org::of_list(&shown, meetings.demands.base(), now, TOLD),
        notes: notes(&shown, &words, now),
        text: filter.text.clone(),
        ways: ways(&filter, &words),
        rows: rows.map(|found| row(&shown, found, &words)).collect(),
        before: (at > 1).then(|| to(at - 1)),
        more: (found.len() > first + ON_A_PAGE).then(|| to(at + 1)),
        calendar,
        words,
    };
    answer(StatusCode::OK, &page, CACHE)
}

fn amp(filter: &str) -> &'static str {
    if filter.is_empty() { "" } else { "&" }
}

fn ways(filter: &Filter, words: &Words) -> [(&'static str, String, bool); 3] {
    let way = |how: Attend| {
        let key = match how {
            Attend::Online => msg::MEETING_ONLINE,
            _ => msg::MEETING_IN_PERSON,
        };
        (how.id(), words.get(key), filter.ways.has(how))
    };
    let any = filter.ways == Ways::default();
    [
        ("", words.get(msg::MEETINGS_ANY_WAY), any),
        way(Attend::Online),
        way(Attend::InPerson),
    ]
}

fn row(shown: &Shown, found: &Found, words: &Words) -> Row {
    let meeting = &shown.meetings()[found.index];
    let schedule = &meeting.schedule;
    let dates = [&found.called_off, &found.next];
    let dates = dates.into_iter().flatten();
    let dates = dates.map(|date| when::with_changes(words, schedule, &date.occurrence));
    let mut lines: Vec<String> = cancelled(meeting, words).into_iter().chain(dates).collect();
    lines.push(place(meeting, words));
    Row {
        path: path(shown, meeting),
        title: meeting.title.clone(),
        lines,
    }
}

fn path(shown: &Shown, meeting: &Meeting) -> String {
    format!("/m/{}/{}", shown.row.slug, in_path(&meeting.id))
}

fn cancelled(meeting: &Meeting, words: &Words) -> Option<String> {
    match meeting.status {
        Status::Confirmed => None,
        Status::Tentative => Some(words.get(msg::MEETING_TENTATIVE)),
        Status::Cancelled => Some(words.get(msg::MEETING_CANCELLED)),
    }
}

/// `Online`, `In person: Unity Hall, 4 Mill Lane`.
fn place(meeting: &Meeting, words: &Words) -> String {
    let venue = meeting.venue.as_ref().map(|venue| {
        let postcode = venue.postcode.as_ref().map(ToString::to_string);
        let parts = [venue.name.clone(), venue.address.clone()];
        let parts = parts.into_iter().chain(postcode);
        let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
        parts.join(", ")
    });
    let room = venue.filter(|venue| !venue.is_empty());
    match (meeting.attend, room) {
        (Attend::Online, _) => words.get(msg::MEETING_ONLINE),
        (Attend::InPerson, None) => words.get(msg::MEETING_IN_PERSON),
        (Attend::Hybrid, None) => words.get(msg::MEETING_HYBRID),
        (Attend::InPerson, Some(room)) => msg::MeetingInPersonAt { room: room.into() }.say(words),
        (Attend::Hybrid, Some(room)) => msg::MeetingHybridAt { room: room.into() }.say(words),
    }
}

/// Sources that are behind, and since when.
fn notes(shown: &Shown, words: &Words, now: i64) -> Vec<String> {
    let behind = shown.notes.iter().filter(|note| !note.problem.is_empty());
    behind
        .map(|note| match note.good {
            None => msg::MeetingsNever {
                source: note.name.clone().into(),
            }
            .say(words),
            Some(good) => msg::MeetingsOld {
                source: note.name.clone().into(),
                date: at_utc(good).date().into(),
                hours: usize::try_from((now - good) / 3_600).unwrap_or(0).into(),
            }
            .say(words),
        })
        .collect()
}

async fn one(
    State(meetings): State<Arc<Meetings>>,
    Path((slug, id)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let words = words_for(&pairs(query.as_deref().unwrap_or_default()), &headers);
    match find(&meetings, &slug, &id) {
        None => nowhere(&headers),
        Some((shown, meeting)) => page_of(&meetings, &shown, &meeting, words, None),
    }
}

/// The same with what is withheld; made for this answer alone.
async fn ask(
    State(meetings): State<Arc<Meetings>>,
    Path((slug, id)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    request: Request,
) -> Response {
    let words = words_for(
        &pairs(query.as_deref().unwrap_or_default()),
        request.headers(),
    );
    let Some((shown, meeting)) = find(&meetings, &slug, &id) else {
        return nowhere(request.headers());
    };
    match joining::ask(&meetings, &slug, &id, &request) {
        Ok(withheld) => {
            let page = page_of(&meetings, &shown, &meeting, words, Some(withheld));
            joining::private(page)
        }
        Err(problem) => problem.into_response(),
    }
}

async fn file(
    State(meetings): State<Arc<Meetings>>,
    Path((slug, id)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    match find(&meetings, &slug, &id) {
        None => nowhere(&headers),
        Some((shown, meeting)) => calendar::one(&meetings, &shown, &meeting, &headers),
    }
}

fn find(meetings: &Meetings, slug: &str, id: &str) -> Option<(Arc<Shown>, Meeting)> {
    let shown = meetings.find(slug)?;
    let meeting = shown.meeting(id)?.clone();
    Some((shown, meeting))
}

fn page_of(
    meetings: &Meetings,
    shown: &Shown,
    meeting: &Meeting,
    words: Words,
    told: Option<Withheld>,
) -> Response {
    let now = meetings.now();
    let base = meetings.demands.base();
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
            None => schema_org::of_one(shown, meeting, base, now, TOLD),
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

/// Keys and values of a query, as they were sent; the last of a key counts.
fn pairs(query: &str) -> BTreeMap<String, String> {
    url::form_urlencoded::parse(query.as_bytes())
        .into_owned()
        .collect()
}

fn joined(pairs: &BTreeMap<String, String>) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(pairs.iter().filter(|(_, value)| !value.is_empty()));
    query.finish()
}

fn words_for(asked: &BTreeMap<String, String>, headers: &HeaderMap) -> Words {
    let language = language::choose(asked.get("lang").map(String::as_str), headers);
    words::of(language)
}

#[derive(Template)]
#[template(path = "link.html")]
struct NowherePage {
    words: Words,
    title: String,
    sentences: Vec<String>,
    token: Option<String>,
    may_confirm: bool,
}

/// A page for what is not there.
pub(super) fn nowhere(headers: &HeaderMap) -> Response {
    let words = words::of(language::choose(None, headers));
    let page = NowherePage {
        title: words.get(msg::MEETING_NOWHERE_TITLE),
        sentences: vec![words.get(msg::MEETING_NOWHERE)],
        token: None,
        may_confirm: false,
        words,
    };
    answer(StatusCode::NOT_FOUND, &page, "no-store")
}

pub(super) fn answer(status: StatusCode, page: &impl Template, cache: &'static str) -> Response {
    let body = match page.render() {
        Ok(body) => body,
        Err(error) => {
            tracing::error!(%error, "a page could not be rendered");
            return Problem::Internal.into_response();
        }
    };
    let mut response = (status, Html(body)).into_response();
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CACHE_CONTROL, cache),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::VARY, "accept-language"),
        (
            HeaderName::from_static("permissions-policy"),
            "camera=(), geolocation=(), microphone=()",
        ),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}
