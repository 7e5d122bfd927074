//! What stands in for an answer when a line cannot be right.

use schemars::JsonSchema;
use serde::Serialize;

use super::{At, Id, Node, Read, ReadError};

/// What stands in for an answer when a line cannot be right.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Refusal {
    /// As it came, where it could be read.
    pub id: Option<Id>,
    /// What is wrong.
    pub error: Fault,
}

/// A field, and what mends it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Fault {
    /// The field: `period.to`, `sleep_ins[0].awake`; `line` for the line as a whole.
    pub field: String,
    /// What is wrong and what mends it.
    pub message: String,
}

impl Fault {
    /// A fault of the line as a whole.
    #[must_use]
    pub fn of_line(message: String) -> Fault {
        Fault {
            field: "line".to_owned(),
            message,
        }
    }

    /// A fault in the JSON. `say` gets the one argument that such messages have.
    #[must_use]
    pub fn of_json(
        error: &ReadError,
        say: impl Fn(&str, Option<(&'static str, String)>) -> String,
    ) -> Fault {
        let field = if error.field.is_empty() {
            "line"
        } else {
            &error.field
        };
        Fault {
            field: field.to_owned(),
            message: say(error.key(), error.arg()),
        }
    }
}

/// Finds the id in a line, however wrong the rest of it is.
#[must_use]
pub fn id_in(line: &str) -> Option<Id> {
    let node = Node::parse(line).ok()?.get("id")?;
    Id::read(node, &At::Top).ok()
}
