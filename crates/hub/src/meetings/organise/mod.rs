//! What an organiser does with a secret link, without an account: add meetings, change them, skip,
//! move and cancel dates. Plain forms.
//!
//! Whoever has the link may do it. The link is the whole proof: no cookie goes with a request by
//! itself, so another website cannot make a browser act here (no cross-site request forgery). It
//! stands in the path, so the log, which names routes, does not have it; pages send no referrer and
//! are in no cache.

mod changes;
mod lost;
mod pages;
mod single;
mod timed;
mod times;
mod typed;

use std::sync::Arc;

use axum::{
    Router,
    body::Bytes,
    extract::{Path, RawQuery, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use chrono::{NaiveDate, NaiveDateTime};
use swansfeet_meetings::Meeting;
use swansfeet_words::Words;

use self::{
    pages::{Dates, Edited, Place},
    typed::{Before, Typed},
};
use super::{Meetings, page, when, wire};
use crate::{
    language::{self, Language},
    store::{StoreError, meetings::MeetingRow},
    token::{Token, random},
    words::{self, msg},
};

pub(super) fn routes(meetings: Arc<Meetings>) -> Router {
    Router::new()
        .route("/organise/{feed}/{token}", get(list))
        .route("/organise/{feed}/{token}/new", get(blank).post(add))
        .route("/organise/{feed}/{token}/edit/{id}", get(edit).post(change))
        .route("/organise/{feed}/{token}/date/{id}", post(single::date))
        .route("/organise/{feed}/{token}/all/{id}", post(single::all))
        .with_state(meetings)
}

/// Why a page is not shown.
enum Refused {
    /// The link leads nowhere, or there is no such meeting.
    Nowhere,
    /// The database.
    Store(StoreError),
}

impl From<StoreError> for Refused {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

type Answered = Result<Response, Refused>;

/// An organiser at their feed.
struct Seat {
    meetings: Arc<Meetings>,
    place: Place,
    language: Language,
}

/// A meeting of theirs.
struct Own {
    row: MeetingRow,
    meeting: Meeting,
}

impl Own {
    fn before(&self) -> Before<'_> {
        Before {
            meeting: &self.meeting,
            words: &self.row.words,
        }
    }
}

/// Where a request leads: the feed, the token, and in what language.
type Link = Path<(String, String)>;
type LinkTo = Path<(String, String, String)>;

impl Seat {
    async fn take(
        meetings: Arc<Meetings>,
        (slug, token): (String, String),
        query: Option<&str>,
        headers: &HeaderMap,
    ) -> Result<Self, Refused> {
        let token = Token::read(&token).ok_or(Refused::Nowhere)?;
        let link = meetings.store().link(&token.hash()).await?;
        if link.is_none_or(|link| link.feed != slug) {
            return Err(Refused::Nowhere);
        }
        // Made in this moment, perhaps, and not read yet.
        let feeds = meetings.store().feeds().await?;
        let feed = feeds.into_iter().find(|feed| feed.slug == slug);
        let name = feed.ok_or(Refused::Nowhere)?.name;
        let lang = query.and_then(|query| {
            let mut pairs = url::form_urlencoded::parse(query.as_bytes());
            let (_, lang) = pairs.find(|(key, _)| key == "lang")?;
            Some(lang.into_owned())
        });
        let language = language::choose(lang.as_deref(), headers);
        let home = format!("/organise/{slug}/{}", &*token.text());
        Ok(Self {
            meetings,
            place: Place { slug, name, home },
            language,
        })
    }

    async fn rows(&self) -> Result<Vec<MeetingRow>, Refused> {
        let rows = self.meetings.store().meetings(&self.place.slug).await?;
        let own = rows.into_iter();
        let own = own.filter(|row| row.source.is_empty() && row.gone.is_none());
        Ok(own.collect())
    }

    async fn own(&self, id: &str) -> Result<Own, Refused> {
        let row = self.rows().await?.into_iter().find(|row| row.id == id);
        let row = row.ok_or(Refused::Nowhere)?;
        let meeting = wire::of_one(&row.meeting).ok_or(Refused::Nowhere)?;
        Ok(Own { row, meeting })
    }

    /// Words cannot be carried from thread to thread, so they are made where they are needed.
    fn words(&self) -> Words {
        words::of(self.language)
    }

    fn today(&self) -> NaiveDate {
        self.meetings.demands.clock.today()
    }

    /// Keeps a meeting. `false` if somebody else has changed it meanwhile.
    async fn keep(&self, row: &MeetingRow) -> Result<bool, Refused> {
        let kept = self
            .meetings
            .store()
            .keep_meeting(row, self.meetings.now())
            .await?;
        // So that whoever looks next sees it.
        self.meetings.refresh().await?;
        Ok(kept)
    }

    /// The same page anew, by GET: reloading it does nothing twice.
    fn see(&self, path: &str, done: &str, place: &str) -> Response {
        let lang = self.language.tag;
        let to = format!("{}{path}?lang={lang}&done={done}{place}", self.place.home);
        let mut response = StatusCode::SEE_OTHER.into_response();
        if let Ok(to) = HeaderValue::from_str(&to) {
            response.headers_mut().insert(header::LOCATION, to);
        }
        super::joining::private(response)
    }
}

fn answer(answered: Answered, headers: &HeaderMap) -> Response {
    match answered {
        Ok(response) => super::joining::private(response),
        Err(Refused::Nowhere) => page::nowhere(headers),
        Err(Refused::Store(error)) => {
            tracing::error!(%error, "an organiser's page could not be shown");
            page::failed(headers)
        }
    }
}

async fn list(
    State(meetings): State<Arc<Meetings>>,
    Path(link): Link,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let query = query.as_deref();
    let answered = async {
        let seat = Seat::take(meetings, link, query, &headers).await?;
        let rows = seat.rows().await?;
        let (now, language) = (seat.meetings.now(), seat.language);
        let query = query.map(str::to_owned);
        let Seat {
            meetings, place, ..
        } = seat;
        let made = meetings.aside(move || {
            let words = words::of(language);
            let done = done(query.as_deref(), &words);
            pages::list(&place, &rows, done, now, words)
        });
        Ok(made.await.unwrap_or_else(IntoResponse::into_response))
    };
    answer(answered.await, &headers)
}

/// What was just done, in words.
fn done(query: Option<&str>, words: &Words) -> Option<String> {
    let pairs = url::form_urlencoded::parse(query?.as_bytes());
    let (_, what) = pairs.into_iter().find(|(key, _)| key == "done")?;
    let said = match &*what {
        "saved" => msg::ORGANISE_SAVED,
        "date" => msg::ORGANISE_DATE_DONE,
        "cancelled" => msg::ORGANISE_CANCELLED,
        "revived" => msg::ORGANISE_REVIVED,
        "removed" => msg::ORGANISE_REMOVED,
        "meanwhile" => msg::ORGANISE_MEANWHILE,
        _ => return None,
    };
    Some(words.get(said))
}

async fn blank(
    State(meetings): State<Arc<Meetings>>,
    Path(link): Link,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let answered = async {
        let seat = Seat::take(meetings, link, query.as_deref(), &headers).await?;
        Ok(form(&seat, typed::blank(), None, None, StatusCode::OK))
    };
    answer(answered.await, &headers)
}

/// The form; `own` is the meeting that is changed, `dates` are those that it means.
fn form(
    seat: &Seat,
    typed: Typed,
    own: Option<&Own>,
    dates: Option<Dates>,
    status: StatusCode,
) -> Response {
    let words = seat.words();
    let now = seat.meetings.now();
    let edited = Edited {
        typed,
        dates,
        done: None,
        kept: own.map(|own| pages::kept(&seat.place, &own.meeting, &words, now)),
        id: own.map(|own| own.row.id.clone()),
    };
    pages::edit(&seat.place, edited, words, status)
}

async fn add(
    State(meetings): State<Arc<Meetings>>,
    Path(link): Link,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let answered = async {
        let seat = Seat::take(meetings, link, query.as_deref(), &headers).await?;
        sent(&seat, Typed::read(&body), None).await
    };
    answer(answered.await, &headers)
}

async fn edit(
    State(meetings): State<Arc<Meetings>>,
    Path((slug, token, id)): LinkTo,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let query = query.as_deref();
    let answered = async {
        let seat = Seat::take(meetings, (slug, token), query, &headers).await?;
        let own = seat.own(&id).await?;
        let words = seat.words();
        let now = seat.meetings.now();
        let edited = Edited {
            typed: typed::typed(&own.meeting, &own.row.words, own.row.version),
            dates: None,
            done: done(query, &words),
            kept: Some(pages::kept(&seat.place, &own.meeting, &words, now)),
            id: Some(id),
        };
        Ok(pages::edit(&seat.place, edited, words, StatusCode::OK))
    };
    answer(answered.await, &headers)
}

async fn change(
    State(meetings): State<Arc<Meetings>>,
    Path((slug, token, id)): LinkTo,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let answered = async {
        let seat = Seat::take(meetings, (slug, token), query.as_deref(), &headers).await?;
        let own = seat.own(&id).await?;
        sent(&seat, Typed::read(&body), Some(own)).await
    };
    answer(answered.await, &headers)
}

/// A form that was sent: to show its dates, or to be kept.
async fn sent(seat: &Seat, mut typed: Typed, own: Option<Own>) -> Answered {
    if typed.value("do") == "dates" {
        return Ok(shown(seat, typed, own.as_ref(), false));
    }
    let id = match &own {
        Some(own) => own.row.id.clone(),
        None => new_id(typed.value("title")),
    };
    let meeting = {
        let before = own.as_ref().map(Own::before);
        typed::meeting(&mut typed, &id, before, seat.today(), &seat.words())
    };
    let Some(meeting) = meeting else {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(form(seat, typed, own.as_ref(), None, status));
    };
    if !has_seen(seat, &mut typed, own.as_ref()) {
        return Ok(shown(seat, typed, own.as_ref(), true));
    }
    let row = MeetingRow {
        feed: seat.place.slug.clone(),
        source: String::new(),
        id: id.clone(),
        meeting: wire::one(&meeting),
        words: typed.line("when"),
        version: own.as_ref().map_or(0, |_| typed.version().max(1)),
        gone: None,
        filed: own.as_ref().and_then(|own| own.row.filed),
    };
    if seat.keep(&row).await? {
        return Ok(seat.see("", "saved", ""));
    }
    // Nothing typed is lost: saving again puts it over what the other has saved.
    let newest = seat.own(&id).await?;
    typed.set("version", newest.row.version.to_string());
    let meanwhile = seat.words().get(msg::ORGANISE_MEANWHILE);
    typed.problems.push(("title", meanwhile));
    Ok(form(seat, typed, Some(&newest), None, StatusCode::CONFLICT))
}

/// Whether the dates are as they were, or were shown before.
fn has_seen(seat: &Seat, typed: &mut Typed, own: Option<&Own>) -> bool {
    let before = own.map(Own::before);
    let timed = timed::read(typed, before, seat.today(), &seat.words());
    timed.is_some_and(|timed| !timed.is_new || timed.mark(typed.version()) == typed.value("seen"))
}

/// The form with the dates that it means. `is_asked`: they were to be saved unseen.
fn shown(seat: &Seat, mut typed: Typed, own: Option<&Own>, is_asked: bool) -> Response {
    let words = seat.words();
    let before = own.map(Own::before);
    let timed = timed::read(&mut typed, before, seat.today(), &words);
    let dates = timed.map(|timed| {
        typed.set("seen", timed.mark(typed.version()));
        let lost = own.map_or_else(Vec::new, |own| {
            let said = |at: &NaiveDateTime| changes::said(&words, &own.meeting.schedule, *at);
            timed.lost.iter().map(said).collect()
        });
        let day = |at: &NaiveDateTime| when::day(&words, at.date());
        Dates {
            is_asked,
            idle: timed.idle.iter().map(day).collect(),
            next: times::next(&timed.schedule, seat.meetings.now(), &words),
            lost,
        }
    });
    form(seat, typed, own, dates, StatusCode::OK)
}

/// An id for a new meeting: its title's letters, and some that nobody else has.
fn new_id(title: &str) -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let title = title.to_ascii_lowercase();
    let words = title.split(|letter: char| !letter.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).take(4).collect();
    let mut id = words.join("-");
    id.truncate(40);
    if !id.is_empty() {
        id.push('-');
    }
    for byte in random::<6>() {
        id.push(char::from(LETTERS[usize::from(byte % 32)]));
    }
    id
}
