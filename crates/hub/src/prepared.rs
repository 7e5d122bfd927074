//! Answers that are made once and given many times, with the tag by which a client knows that it
//! has the newest already.

use axum::{
    body::Bytes,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use serde::Serialize;
use sha2::{Digest, Sha256};

/// The tag by which a client says which bytes it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tag(HeaderValue);

impl Tag {
    /// Of these bytes.
    pub(crate) fn of(body: &[u8]) -> Self {
        let digest = Sha256::digest(body);
        let tag = format!("\"{}\"", BASE64_URL_SAFE_NO_PAD.encode(&digest[..9]));
        Self(HeaderValue::from_str(&tag).unwrap_or(HeaderValue::from_static("\"\"")))
    }

    /// Of the same, packed: a strong tag names bytes, so each form has its own.
    pub(crate) fn in_form(&self, encoding: Option<&str>) -> Self {
        let (Some(encoding), Ok(tag)) = (encoding, self.0.to_str()) else {
            return self.clone();
        };
        let tag = format!("{}-{encoding}\"", tag.trim_end_matches('"'));
        Self(HeaderValue::from_str(&tag).unwrap_or(self.0.clone()))
    }

    pub(crate) fn value(&self) -> HeaderValue {
        self.0.clone()
    }

    /// RFC 9110, 13.1.2: compared weakly.
    pub(crate) fn is_known(&self, headers: &HeaderMap) -> bool {
        let Some(known) = headers.get(header::IF_NONE_MATCH) else {
            return false;
        };
        if known == self.0 {
            return true;
        }
        let (Ok(known), Ok(tag)) = (known.to_str(), self.0.to_str()) else {
            return false;
        };
        known
            .split(',')
            .map(str::trim)
            .any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag)
    }
}

/// JSON, ready to be sent.
#[derive(Clone, Debug)]
pub(crate) struct Prepared {
    body: Bytes,
    tag: Tag,
    cache: HeaderValue,
}

const JSON: HeaderValue = HeaderValue::from_static("application/json");

impl Prepared {
    pub(crate) fn json(value: &impl Serialize, cache: &'static str) -> Self {
        let body = serde_json::to_vec(value).unwrap_or_default();
        Self {
            tag: Tag::of(&body),
            body: body.into(),
            cache: HeaderValue::from_static(cache),
        }
    }

    pub(crate) fn is_same(&self, other: &Prepared) -> bool {
        self.body == other.body
    }

    /// Copies no bytes, and formats none.
    pub(crate) fn answer(&self, headers: &HeaderMap) -> Response {
        let mut response = if self.tag.is_known(headers) {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            let mut response = Response::new(self.body.clone().into());
            response.headers_mut().insert(header::CONTENT_TYPE, JSON);
            response
        };
        let out = response.headers_mut();
        out.insert(header::ETAG, self.tag.value());
        out.insert(header::CACHE_CONTROL, self.cache.clone());
        response
    }
}

/// Puts a header in without a copy of its name.
pub(crate) fn with(mut response: Response, name: HeaderName, value: HeaderValue) -> Response {
    response.headers_mut().insert(name, value);
    response
}
