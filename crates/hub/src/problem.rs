//! The one envelope in which the hub says no: `{"error":{"code","message","field"?}}`.
//! Says what the caller can do, never what went on inside, and never gives back what was sent.

use std::borrow::Cow;

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;

/// A refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    NotFound,
    MethodNotAllowed,
    TooLarge,
    TooSlow,
    NotReady,
    Internal,
    NoSuchCampaign,
    NoSuchFeed,
    NotYet,
    Closed,
    Changed,
    WrongContentType,
    NoMail,
    BadRecord,
    BadEmail,
    BadCode,
    UsedCode,
    WeekOver,
    BadCheckIn,
    BadOrder,
    NotTheSecondHolder,
    ClocksDiffer,
    /// With the seconds to wait.
    TooMany(u32),
}

#[derive(Serialize)]
struct Envelope<'a> {
    error: Body<'a>,
}

#[derive(Serialize)]
struct Body<'a> {
    code: &'static str,
    message: Cow<'static, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<&'a str>,
}

/// The same envelope around words and a field of the caller's own.
pub(crate) fn refuse(
    status: StatusCode,
    code: &'static str,
    message: impl Into<Cow<'static, str>>,
    field: Option<&str>,
) -> Response {
    let message = message.into();
    let error = Body {
        code,
        message,
        field,
    };
    // A refusal must not outlive its cause in somebody's cache.
    let no_store = [(header::CACHE_CONTROL, "no-store")];
    (status, no_store, Json(Envelope { error })).into_response()
}

impl Problem {
    /// The refusal that stands for a status which a layer below us chose.
    pub(crate) fn of_status(status: StatusCode) -> Self {
        match status {
            // An address that is no text names nothing.
            StatusCode::NOT_FOUND | StatusCode::BAD_REQUEST => Self::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Self::MethodNotAllowed,
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            _ => Self::Internal,
        }
    }

    /// Every code, for the document that describes them.
    pub(crate) const ALL: [Problem; 23] = [
        Self::NotFound,
        Self::MethodNotAllowed,
        Self::TooLarge,
        Self::TooSlow,
        Self::NotReady,
        Self::Internal,
        Self::NoSuchCampaign,
        Self::NoSuchFeed,
        Self::NotYet,
        Self::Closed,
        Self::Changed,
        Self::WrongContentType,
        Self::NoMail,
        Self::BadRecord,
        Self::BadEmail,
        Self::BadCode,
        Self::UsedCode,
        Self::WeekOver,
        Self::BadCheckIn,
        Self::BadOrder,
        Self::NotTheSecondHolder,
        Self::ClocksDiffer,
        Self::TooMany(60),
    ];

    /// Its name.
    pub(crate) fn code(self) -> &'static str {
        self.parts().1
    }

    fn field(self) -> Option<&'static str> {
        match self {
            Self::BadRecord => Some("record"),
            Self::BadEmail => Some("email"),
            Self::BadCode | Self::UsedCode => Some("code"),
            _ => None,
        }
    }

    #[expect(clippy::too_many_lines, reason = "a table")]
    fn parts(self) -> (StatusCode, &'static str, &'static str) {
        match self {
            Self::NotFound => (
                StatusCode::NOT_FOUND,
                "not-found",
                "There is nothing at this address.",
            ),
            Self::MethodNotAllowed => (
                StatusCode::METHOD_NOT_ALLOWED,
                "method-not-allowed",
                "This address does not take this method.",
            ),
            Self::TooLarge => (
                StatusCode::PAYLOAD_TOO_LARGE,
                "too-large",
                "The request is larger than this hub takes.",
            ),
            Self::TooSlow => (
                StatusCode::SERVICE_UNAVAILABLE,
                "too-slow",
                "The hub took too long to answer. Please try again.",
            ),
            Self::NotReady => (
                StatusCode::SERVICE_UNAVAILABLE,
                "not-ready",
                "The hub cannot reach its database at the moment.",
            ),
            Self::Internal => (
                StatusCode::INTERNAL_SERVER_ERROR,
                "internal",
                "Something went wrong in the hub.",
            ),
            Self::NoSuchCampaign => (
                StatusCode::NOT_FOUND,
                "no-such-campaign",
                "This hub has no open campaign of that name. Check data-campaign.",
            ),
            Self::NoSuchFeed => (
                StatusCode::NOT_FOUND,
                "no-such-feed",
                "This hub has no meetings of that name. Check the address.",
            ),
            Self::NotYet => (
                StatusCode::FORBIDDEN,
                "not-yet",
                "This campaign cannot be signed yet.",
            ),
            Self::Closed => (
                StatusCode::FORBIDDEN,
                "closed",
                "This campaign cannot be signed any more.",
            ),
            Self::Changed => (
                StatusCode::CONFLICT,
                "changed",
                "The campaign has changed. Load it again, and show it before it is signed.",
            ),
            Self::WrongContentType => (
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "wrong-content-type",
                "Send JSON, and say so: content-type: application/json.",
            ),
            Self::NoMail => (
                StatusCode::UNPROCESSABLE_ENTITY,
                "no-mail",
                "This hub sends no mail. Sign with a code from an organiser.",
            ),
            Self::BadRecord => (
                StatusCode::UNPROCESSABLE_ENTITY,
                "bad-record",
                "This is no sealed record of this version, or it was cut off.",
            ),
            Self::BadEmail => (
                StatusCode::UNPROCESSABLE_ENTITY,
                "bad-email",
                "This is no email address that mail can be sent to.",
            ),
            Self::BadCode => (
                StatusCode::UNPROCESSABLE_ENTITY,
                "bad-code",
                "This is no code of this campaign. Check it against the sheet.",
            ),
            Self::UsedCode => (
                StatusCode::CONFLICT,
                "used-code",
                "This code was used before. Ask for another.",
            ),
            Self::WeekOver => (
                StatusCode::CONFLICT,
                "week-over",
                "No check-in of that card is taken now. Load the check-in again.",
            ),
            Self::BadCheckIn => (
                StatusCode::UNPROCESSABLE_ENTITY,
                "bad-check-in",
                "This is no sealed check-in of this version, or it was cut off.",
            ),
            Self::BadOrder => (
                StatusCode::BAD_REQUEST,
                "bad-order",
                "This is no order of this version, or it was cut off.",
            ),
            Self::NotTheSecondHolder => (
                StatusCode::FORBIDDEN,
                "not-the-second-holder",
                "Only the second holder of this campaign may do that.",
            ),
            Self::ClocksDiffer => (
                StatusCode::FORBIDDEN,
                "clocks-differ",
                "The clocks of the two holders differ by more than five minutes. Set them right.",
            ),
            Self::TooMany(_) => (
                StatusCode::TOO_MANY_REQUESTS,
                "too-many",
                "Too many at once. Please try again in a minute.",
            ),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let (status, code, message) = self.parts();
        let mut response = refuse(status, code, message, self.field());
        let wait = match self {
            Self::TooMany(seconds) => Some(HeaderValue::from(seconds)),
            Self::NotReady => Some(HeaderValue::from(5_u32)),
            _ => None,
        };
        if let Some(wait) = wait {
            response.headers_mut().insert(header::RETRY_AFTER, wait);
        }
        response
    }
}
