//! Why a signature was not taken, in the one envelope. What was sent is not repeated: it may be an
//! address.

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use swansfeet_api::read::{ReadError, ReadFault};

use super::puzzle::Puzzle;
use crate::{
    prepared,
    problem::{self, Problem},
};

/// Why it was not taken.
pub(super) enum Refusal {
    Problem(Problem),
    /// A field and what is wrong with it.
    Field(String, String),
    NotJson(String),
    Puzzle(Box<Puzzle>),
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        Refusal::Problem(problem)
    }
}

pub(super) fn field(name: &str, what: &str) -> Refusal {
    Refusal::Field(name.to_owned(), format!("`{name}` {what}."))
}

/// A fault of the JSON in words. What was sent is not repeated: it may be an address.
pub(super) fn fault(error: &ReadError) -> Refusal {
    let what = match &error.fault {
        ReadFault::NotJson { column } => {
            return Refusal::NotJson(format!("This is not JSON (see character {column})."));
        }
        // Its name is the caller's own, and might be anything.
        ReadFault::UnknownField {
            nearest: Some(name),
        } => {
            let message = format!("There is a field that is not known. Did you mean `{name}`?");
            return Refusal::Field(String::new(), message);
        }
        ReadFault::UnknownField { nearest: None } => {
            let message = "There is a field that is not known. See /api/openapi.json.";
            return Refusal::Field(String::new(), message.to_owned());
        }
        ReadFault::Missing => "is missing",
        ReadFault::GivenTwice => "is there twice",
        ReadFault::NotObject => "must be an object in curly brackets",
        ReadFault::NotList => "must be a list in square brackets",
        ReadFault::NotWhole => "must be a whole number from 0 on",
        ReadFault::NotText => "must be text",
        ReadFault::NotBytes => "must be text in base64url without padding",
        _ => "is not right",
    };
    match error.field.is_empty() {
        true => Refusal::Field(String::new(), format!("The body {what}.")),
        false => field(&error.field, what),
    }
}

#[derive(Serialize)]
struct Asking {
    error: AskingBody,
    puzzle: Puzzle,
}

#[derive(Serialize)]
struct AskingBody {
    code: &'static str,
    message: &'static str,
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        match self {
            Refusal::Problem(problem) => problem.into_response(),
            Refusal::NotJson(message) => {
                problem::refuse(StatusCode::BAD_REQUEST, "malformed-json", message, None)
            }
            Refusal::Field(name, message) => {
                let status = StatusCode::UNPROCESSABLE_ENTITY;
                let name = Some(name.as_str()).filter(|name| !name.is_empty());
                problem::refuse(status, "bad-field", message, name)
            }
            Refusal::Puzzle(puzzle) => {
                let asking = Asking {
                    error: AskingBody {
                        code: "puzzle",
                        message: "Many are signing. Solve the puzzle and send the form again with `proof`.",
                    },
                    puzzle: *puzzle,
                };
                let response = (StatusCode::PRECONDITION_REQUIRED, Json(asking)).into_response();
                let no_store = HeaderValue::from_static("no-store");
                prepared::with(response, header::CACHE_CONTROL, no_store)
            }
        }
    }
}
