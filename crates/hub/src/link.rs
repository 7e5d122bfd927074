//! The pages behind the mailed link: what it leads to, a button to confirm, a button to withdraw.
//!
//! Looking changes nothing: mail scanners follow links. Works without script. An unknown link, one
//! that was withdrawn and one that is too old are the same calm page.

use std::sync::Arc;

use askama::Template;
use axum::{
    Router,
    extract::{Path, State},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
    routing::{get, post},
};
use swansfeet_words::{Value, Words};

use crate::{
    demands::Demands,
    language,
    problem::Problem,
    store::{
        StoreError,
        model::{Confirmed, Linked},
    },
    token::Token,
    words::{self, msg},
};

/// Nothing is loaded but the sheet, and forms lead nowhere but here.
const POLICY: &str = "default-src 'none'; style-src 'self'; base-uri 'none'; \
     form-action 'self'; frame-ancestors 'none'";

#[derive(Template)]
#[template(path = "link.html")]
struct LinkPage {
    words: Words,
    title: String,
    sentences: Vec<String>,
    /// The token, where there is still something behind it.
    token: Option<String>,
    may_confirm: bool,
}

pub(crate) fn routes(demands: Arc<Demands>) -> Router {
    Router::new()
        .route("/s/{token}", get(look))
        .route("/s/{token}/confirm", post(confirm))
        .route("/s/{token}/withdraw", post(withdraw))
        .with_state(demands)
}

async fn look(
    State(demands): State<Arc<Demands>>,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Response {
    match find(&demands, &token).await {
        Ok(Some((token, linked))) => looked_up(&token, &linked),
        Ok(None) => nowhere(&headers),
        Err(error) => failed(&error, &headers),
    }
}

async fn confirm(
    State(demands): State<Arc<Demands>>,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Response {
    let (token, linked) = match find(&demands, &token).await {
        Ok(Some(found)) => found,
        Ok(None) => return nowhere(&headers),
        Err(error) => return failed(&error, &headers),
    };
    let outcome = match demands.store.confirm(&token.hash()).await {
        Ok(outcome) => outcome,
        Err(error) => return failed(&error, &headers),
    };
    demands.changed_in(&linked.campaign);
    let words = spoken(&linked);
    let (title, sentence) = match outcome {
        Confirmed::NoSuchLink => return nowhere(&headers),
        Confirmed::AddressFull => (msg::PAGE_LINK_TITLE, msg::PAGE_CONFIRMED_FULL),
        Confirmed::Already => (msg::PAGE_CONFIRMED_TITLE, msg::PAGE_CONFIRMED_ALREADY),
        // The same words for both: whoever presses need not learn that somebody signed before.
        Confirmed::Now | Confirmed::Replaced => {
            (msg::PAGE_CONFIRMED_TITLE, msg::PAGE_CONFIRMED_NOW)
        }
    };
    let page = LinkPage {
        title: words.get(title),
        sentences: vec![words.get(sentence)],
        token: Some(token.text().to_string()),
        may_confirm: false,
        words,
    };
    answer(StatusCode::OK, &page)
}

async fn withdraw(
    State(demands): State<Arc<Demands>>,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Response {
    let (token, linked) = match find(&demands, &token).await {
        Ok(Some(found)) => found,
        Ok(None) => return nowhere(&headers),
        Err(error) => return failed(&error, &headers),
    };
    let hash = token.hash();
    let gone = match demands.store.withdraw(&hash).await {
        Ok(gone) => gone,
        Err(error) => return failed(&error, &headers),
    };
    demands.changed_in(&linked.campaign);
    // Not a promise but a look: only if nothing is found is that said.
    match demands.store.linked(&hash).await {
        Ok(None) => {}
        Ok(Some(_)) => return Problem::Internal.into_response(),
        Err(error) => return failed(&error, &headers),
    }
    let words = spoken(&linked);
    let count = u32::try_from(gone).unwrap_or(u32::MAX);
    let deleted = msg::PageWithdrawn {
        count: Value::from(count),
    };
    let page = LinkPage {
        title: words.get(msg::PAGE_WITHDRAWN_TITLE),
        sentences: vec![
            deleted.say(&words),
            words.get(msg::PAGE_WITHDRAWN_PROOF),
            words.get(msg::PAGE_WITHDRAWN_COPIES),
        ],
        token: None,
        may_confirm: false,
        words,
    };
    answer(StatusCode::OK, &page)
}

/// What a link leads to, if anything.
async fn find(demands: &Demands, text: &str) -> Result<Option<(Token, Linked)>, StoreError> {
    let Some(token) = Token::read(text) else {
        return Ok(None);
    };
    let linked = demands.store.linked(&token.hash()).await?;
    Ok(linked.map(|linked| (token, linked)))
}

fn looked_up(token: &Token, linked: &Linked) -> Response {
    let words = spoken(linked);
    let sentences = match linked.confirmed {
        true => vec![words.get(msg::PAGE_LINK_COUNTED)],
        false => vec![
            words.get(msg::PAGE_LINK_PENDING),
            words.get(msg::PAGE_LINK_STRANGER),
        ],
    };
    let page = LinkPage {
        title: words.get(msg::PAGE_LINK_TITLE),
        sentences,
        token: Some(token.text().to_string()),
        may_confirm: !linked.confirmed,
        words,
    };
    answer(StatusCode::OK, &page)
}

fn spoken(linked: &Linked) -> Words {
    words::of(language::find(&linked.language).unwrap_or(language::LANGUAGES[0]))
}

fn nowhere(headers: &HeaderMap) -> Response {
    let words = words::of(language::choose(None, headers));
    let page = LinkPage {
        title: words.get(msg::PAGE_NOWHERE_TITLE),
        sentences: vec![words.get(msg::PAGE_NOWHERE)],
        token: None,
        may_confirm: false,
        words,
    };
    answer(StatusCode::NOT_FOUND, &page)
}

fn failed(error: &StoreError, headers: &HeaderMap) -> Response {
    tracing::error!(%error, "a link could not be followed");
    let words = words::of(language::choose(None, headers));
    let page = LinkPage {
        title: words.get(msg::PAGE_FAILED_TITLE),
        sentences: vec![words.get(msg::PAGE_FAILED)],
        token: None,
        may_confirm: false,
        words,
    };
    answer(StatusCode::SERVICE_UNAVAILABLE, &page)
}

fn answer(status: StatusCode, page: &LinkPage) -> Response {
    let Ok(body) = page.render() else {
        return Problem::Internal.into_response();
    };
    let mut response = (status, Html(body)).into_response();
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CACHE_CONTROL, "no-store"),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (
            HeaderName::from_static("permissions-policy"),
            "camera=(), geolocation=(), microphone=()",
        ),
        (HeaderName::from_static("x-robots-tag"), "noindex"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}
