//! People to be checked, in JSON: the fixed form of `swansfeet demands check`.
//!
//! In: `{"id", "name", "email", "postcode"}`. Out: `{"id", "ok", "errors", "email_canonical",
//! "postcode", "outcode"}`. Knows no rule of its own and no language: what is checked is
//! `swansfeet_demands`', the very checks that the widget and the hub make.

use schemars::JsonSchema;
use serde::Serialize;
use swansfeet_demands::form::{FieldError, check_person};
use swansfeet_demands::{Email, UNICODE};
use swansfeet_places::Postcode;

use crate::read::{At, Fault, Id, Node, Read, ReadError, Refusal, Typed, wire};

wire! {
    /// One person, as they typed it.
    pub struct Person {
        /// Given back with the answer.
        pub id: Option<Id>,
        /// The name.
        pub name: Typed,
        /// The email address; absent or null for somebody who signs with a code.
        pub email: Option<Typed>,
        /// The postcode.
        pub postcode: Typed,
    }
}

/// What the checks came to.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Answer {
    /// As it came.
    pub id: Option<Id>,
    /// Whether everything is right.
    pub ok: bool,
    /// What is not, in the order of the form.
    pub errors: Vec<Fault>,
    /// The one address for all spellings that reach the same mailbox, where it is right.
    pub email_canonical: Option<String>,
    /// The postcode as Royal Mail writes it, where it is right.
    pub postcode: Option<String>,
    /// Its first half.
    pub outcode: Option<String>,
}

impl Answer {
    /// The answer to a line that nobody could be read from.
    #[must_use]
    pub fn refused(Refusal { id, error }: Refusal) -> Self {
        Self {
            id,
            ok: false,
            errors: vec![error],
            email_canonical: None,
            postcode: None,
            outcode: None,
        }
    }
}

impl Person {
    /// Reads a person from one line of JSON.
    ///
    /// # Errors
    /// The first fault, with its field.
    pub fn from_json(line: &str) -> Result<Person, ReadError> {
        Person::read(Node::parse(line)?, &At::Top)
    }

    /// Checks everything. `say` gives the sentence for an error.
    #[must_use]
    pub fn check(self, say: impl Fn(&FieldError) -> String) -> Answer {
        let email = self.email.as_ref().map(|email| email.0.as_str());
        let checked = check_person(&self.name.0, email, &self.postcode.0, UNICODE);
        let errors = checked.err().unwrap_or_default();
        let errors: Vec<Fault> = errors
            .iter()
            .map(|error| Fault {
                field: error.field.id().to_owned(),
                message: say(error),
            })
            .collect();
        // A field that is right is answered for, whatever else is wrong.
        let email = email.and_then(|typed| Email::read(typed, UNICODE).ok());
        let postcode = Postcode::read(&self.postcode.0).ok();
        let postcode = postcode.map(|reading| reading.postcode);
        Answer {
            id: self.id,
            ok: errors.is_empty(),
            errors,
            email_canonical: email.map(|email| email.canonical()),
            postcode: postcode.map(|postcode| postcode.to_string()),
            outcode: postcode.map(|postcode| postcode.outcode().to_string()),
        }
    }
}
