//! Which pages may load and sign a campaign: any, unless its file lists some.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::{Demands, registry::Entry};
use crate::prepared;

/// Adds to an answer what lets the asking page read it: any page, where there is no campaign that
/// lists some.
pub(crate) fn allow(response: Response, entry: Option<&Entry>, asked: &HeaderMap) -> Response {
    let_read(response, entry, asked.get(header::ORIGIN))
}

fn let_read(mut response: Response, entry: Option<&Entry>, by: Option<&HeaderValue>) -> Response {
    let listed = entry.map_or(&[][..], |entry| &entry.campaign.origins);
    let out = response.headers_mut();
    if listed.is_empty() {
        out.insert(
            header::ACCESS_CONTROL_ALLOW_ORIGIN,
            HeaderValue::from_static("*"),
        );
        return response;
    }
    // The answer differs by origin, so a cache must tell them apart.
    out.append(header::VARY, HeaderValue::from_static("origin"));
    if let Some(origin) = by
        && listed.iter().any(|known| origin == known.as_str())
    {
        out.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone());
    }
    response
}

/// What a page of another origin may ask for, and so may hear that it does not get.
const FOR_PAGES: [&str; 3] = ["/api/", "/feeds/", "/places/"];
const OF_CAMPAIGNS: &str = "/api/demands/";

/// Lets pages read what a layer around the routes refuses: too large, too slow, gone wrong. Without
/// that, a browser tells them no more than that nobody is there. A refusal holds nothing of anybody;
/// where a campaign lists its pages, only those read it.
pub(crate) async fn refusals(
    State(demands): State<Arc<Demands>>,
    request: Request,
    next: Next,
) -> Response {
    let uri = request.uri().clone();
    let path = uri.path();
    if !FOR_PAGES.iter().any(|start| path.starts_with(start)) {
        return next.run(request).await;
    }
    let origin = request.headers().get(header::ORIGIN).cloned();
    let response = next.run(request).await;
    let status = response.status();
    let is_refused = status.is_client_error() || status.is_server_error();
    let headers = response.headers();
    let is_decided = headers.contains_key(header::ACCESS_CONTROL_ALLOW_ORIGIN)
        || headers
            .get_all(header::VARY)
            .iter()
            .any(|vary| vary == "origin");
    if is_decided || !is_refused {
        return response;
    }
    let slug = path.strip_prefix(OF_CAMPAIGNS);
    let slug = slug.and_then(|rest| rest.split('/').next());
    let entry = slug.and_then(|slug| demands.registry.find(slug));
    let_read(response, entry.as_deref(), origin.as_ref())
}

/// Lets the page read how long people are to wait.
pub(crate) fn telling_when(response: Response) -> Response {
    let exposed = HeaderValue::from_static("retry-after");
    prepared::with(response, header::ACCESS_CONTROL_EXPOSE_HEADERS, exposed)
}

/// Whether a page of this origin may sign. A request without an origin is no page's.
pub(crate) fn may_sign(entry: &Entry, asked: &HeaderMap, own: &str) -> bool {
    let listed = &entry.campaign.origins;
    let Some(origin) = asked.get(header::ORIGIN) else {
        return true;
    };
    let known = |known: &str| origin == known;
    listed.is_empty() || known(own) || listed.iter().any(|origin| known(origin))
}

/// The answer to a browser that asks before it sends.
pub(crate) fn preflight(entry: Option<&Entry>, asked: &HeaderMap) -> Response {
    let mut response = StatusCode::NO_CONTENT.into_response();
    let out = response.headers_mut();
    for (name, value) in [
        (header::ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, POST"),
        (header::ACCESS_CONTROL_ALLOW_HEADERS, "content-type"),
        (header::ACCESS_CONTROL_MAX_AGE, "86400"),
    ] {
        out.insert(name, HeaderValue::from_static(value));
    }
    allow(response, entry, asked)
}
