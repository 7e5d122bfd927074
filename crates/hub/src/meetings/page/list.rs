//! The list of a feed's meetings, a page at a time, with a form that finds.

use std::sync::Arc;

use askama::Template;
use axum::{
    body::Bytes,
    extract::{Path, RawQuery, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use swansfeet_meetings::{
    Attend,
    find::{Filter, Found, Ways},
};
use swansfeet_words::Words;

use super::{CACHE, cancelled, language_for, nowhere, pairs, path, place, rendered, shown as page};
use crate::{
    language::{LANGUAGES, Language},
    meetings::{
        Meetings, at_utc,
        board::{MINUTE, Shown},
        when,
    },
    problem::Problem,
    words::{self, msg},
};

const ON_A_PAGE: usize = 50;

#[derive(Template)]
#[template(path = "meetings.html")]
struct ListPage<'a> {
    words: Words,
    languages: [Language; 2],
    slug: &'a str,
    name: &'a str,
    data: &'a str,
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

pub(super) async fn list(
    State(meetings): State<Arc<Meetings>>,
    Path(slug): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let Some(shown) = meetings.find(&slug) else {
        return nowhere(&headers);
    };
    let query = query.unwrap_or_default();
    let asked = pairs(&query);
    let language = language_for(&asked, &headers);
    let at = asked.get("page").and_then(|at| at.parse().ok());
    let asked = Listed {
        slug,
        language,
        at: at.unwrap_or(1_usize).clamp(1, 1_000),
        filter: Filter::from_fragment(&filter_of(&query)),
        now: meetings.now(),
    };
    let key = (asked.key(), asked.now / MINUTE);
    if let Some(body) = shown.pages.get(&key) {
        return page(StatusCode::OK, body, CACHE);
    }
    let base = meetings.demands.base().to_owned();
    let made = meetings.aside(move || {
        let make = || asked.made(&shown, &base).map(Bytes::from);
        shown.pages.get_or_make(key, make)
    });
    match made.await.flatten() {
        Ok(body) => page(StatusCode::OK, body, CACHE),
        Err(problem) => problem.into_response(),
    }
}

/// What a page lists.
struct Listed {
    slug: String,
    language: Language,
    at: usize,
    filter: Filter,
    now: i64,
}

impl Listed {
    fn key(&self) -> String {
        format!(
            "{} {} {}",
            self.language.tag,
            self.at,
            self.filter.to_fragment()
        )
    }

    fn made(&self, shown: &Shown, base: &str) -> Result<String, Problem> {
        let Listed {
            slug, at, filter, ..
        } = self;
        let (at, words) = (*at, words::of(self.language));
        let dates = shown.dates(base, self.now);
        let found = shown.found(filter, &dates);
        let query = filter.to_fragment();
        let to = |at: usize| {
            let lang = words.lang();
            format!("/m/{slug}?{query}{}page={at}&lang={lang}", amp(&query))
        };
        let rows = found.chunks(ON_A_PAGE).nth(at - 1).unwrap_or_default();
        rendered(&ListPage {
            languages: LANGUAGES,
            slug,
            name: &shown.row.name,
            data: &dates.data,
            notes: notes(shown, &words, self.now),
            text: filter.text.clone(),
            ways: ways(filter, &words),
            rows: rows.iter().map(|found| row(shown, found, &words)).collect(),
            before: (at > 1).then(|| to(at - 1)),
            more: (found.len() > at * ON_A_PAGE).then(|| to(at + 1)),
            calendar: match query.as_str() {
                "" => format!("/feeds/{slug}.ics"),
                query => format!("/feeds/{slug}.ics?{query}"),
            },
            words,
        })
    }
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

/// What of a query asks for meetings, as it was written: a comma between two days is none within a name.
fn filter_of(query: &str) -> String {
    // Here the language is the page's own, not one that is spoken.
    let ours = |pair: &&str| !matches!(pair.split('=').next(), Some("lang" | "page"));
    let pairs: Vec<&str> = query.split('&').filter(ours).collect();
    pairs.join("&")
}
