//! Meetings as pages for people without script, in a text browser too, and for search engines.
//!
//! What is withheld is on none of them; it is the answer to a button.

mod list;
mod one;

use std::{collections::BTreeMap, sync::Arc};

use askama::Template;
use axum::{
    Router,
    body::Body,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
    routing::{get, post},
};
use swansfeet_meetings::{Attend, Meeting, Status};
use swansfeet_words::{Msg, Words};

use super::{Meetings, board::Shown, in_path};
use crate::{
    language::{self, Language},
    problem::Problem,
    words::{self, msg},
};

/// Nothing is loaded but the sheet, and forms lead nowhere but here. The data for search engines is
/// no script that could run, so no policy has to let it.
const POLICY: &str = "default-src 'none'; style-src 'self'; base-uri 'none'; \
     form-action 'self'; frame-ancestors 'none'";
const CACHE: &str = "public, max-age=60";

pub(super) fn routes(meetings: Arc<Meetings>) -> Router {
    Router::new()
        .route("/m/{feed}", get(list::list))
        .route("/m/{feed}/{id}", get(one::one))
        .route("/m/{feed}/{id}/joining", post(one::ask))
        .route("/m/{feed}/{id}/calendar.ics", get(one::file))
        .with_state(meetings)
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

/// Keys and values of a query, as they were sent; the last of a key counts.
fn pairs(query: &str) -> BTreeMap<String, String> {
    url::form_urlencoded::parse(query.as_bytes())
        .into_owned()
        .collect()
}

fn language_for(asked: &BTreeMap<String, String>, headers: &HeaderMap) -> Language {
    language::choose(asked.get("lang").map(String::as_str), headers)
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
    let says = (msg::MEETING_NOWHERE_TITLE, msg::MEETING_NOWHERE);
    in_words(StatusCode::NOT_FOUND, says, headers)
}

/// A page for when the database does not answer.
pub(super) fn failed(headers: &HeaderMap) -> Response {
    let says = (msg::PAGE_FAILED_TITLE, msg::PAGE_FAILED);
    in_words(StatusCode::SERVICE_UNAVAILABLE, says, headers)
}

/// A page for who asks too often.
fn busy(headers: &HeaderMap) -> Response {
    let says = (msg::PAGE_FAILED_TITLE, msg::MEETING_TOO_MANY);
    in_words(StatusCode::TOO_MANY_REQUESTS, says, headers)
}

fn in_words(status: StatusCode, (title, sentence): (Msg, Msg), headers: &HeaderMap) -> Response {
    let words = words::of(language::choose(None, headers));
    let page = NowherePage {
        title: words.get(title),
        sentences: vec![words.get(sentence)],
        token: None,
        may_confirm: false,
        words,
    };
    answer(status, &page, "no-store")
}

pub(super) fn answer(status: StatusCode, page: &impl Template, cache: &'static str) -> Response {
    match rendered(page) {
        Ok(body) => shown(status, body, cache),
        Err(problem) => problem.into_response(),
    }
}

fn rendered(page: &impl Template) -> Result<String, Problem> {
    page.render().map_err(|error| {
        tracing::error!(%error, "a page could not be rendered");
        Problem::Internal
    })
}

fn shown(status: StatusCode, body: impl Into<Body>, cache: &'static str) -> Response {
    let mut response = (status, Html(body.into())).into_response();
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
