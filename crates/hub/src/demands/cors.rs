//! Which pages may load and sign a campaign: any, unless its file lists some.

use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

use super::registry::Entry;
use crate::prepared;

/// Adds to an answer what lets the asking page read it: any page, where there is no campaign that
/// lists some.
pub(crate) fn allow(mut response: Response, entry: Option<&Entry>, asked: &HeaderMap) -> Response {
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
    if let Some(origin) = asked.get(header::ORIGIN)
        && listed.iter().any(|known| origin == known.as_str())
    {
        out.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone());
    }
    response
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
