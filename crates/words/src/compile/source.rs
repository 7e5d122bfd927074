//! One Fluent file, read. Knows the grammar, and no other file.

use fluent_syntax::{
    ast::{Entry, Pattern, Resource},
    parser,
};

use super::Problem;

pub(super) struct Source {
    pub(super) locale: String,
    pub(super) file: String,
    pub(super) messages: Vec<Entries>,
    pub(super) terms: Vec<Entries>,
}

/// A message or term: its own pattern and those of its attributes, keys as `name` and
/// `name.attribute`.
pub(super) type Entries = Vec<(String, Pattern<String>)>;

impl Source {
    pub(super) fn parse(locale: &str, file: &str, text: &str) -> Result<Self, Vec<Problem>> {
        // An editor on Windows must not change what the table holds.
        let text = text.replace("\r\n", "\n");
        let resource = parser::parse(text.clone()).map_err(|(_, errors)| {
            errors
                .iter()
                .map(|error| {
                    let before = text.get(..error.pos.start).unwrap_or(&text);
                    let line = before.matches('\n').count() + 1;
                    Problem::Syntax {
                        place: format!("{file}:{line}"),
                        what: error.kind.to_string(),
                    }
                })
                .collect::<Vec<_>>()
        })?;
        Ok(Self::sorted(locale, file, resource))
    }

    fn sorted(locale: &str, file: &str, resource: Resource<String>) -> Self {
        let mut source = Self {
            locale: locale.to_owned(),
            file: file.to_owned(),
            messages: Vec::new(),
            terms: Vec::new(),
        };
        for entry in resource.body {
            match entry {
                Entry::Message(message) => {
                    let id = message.id.name;
                    let own = message.value.map(|value| (id.clone(), value));
                    let attributes = message
                        .attributes
                        .into_iter()
                        .map(|attribute| (format!("{id}.{}", attribute.id.name), attribute.value));
                    source
                        .messages
                        .push(own.into_iter().chain(attributes).collect());
                }
                Entry::Term(term) => {
                    let id = term.id.name;
                    let own = (id.clone(), term.value);
                    let attributes = term
                        .attributes
                        .into_iter()
                        .map(|attribute| (format!("{id}.{}", attribute.id.name), attribute.value));
                    source
                        .terms
                        .push(std::iter::once(own).chain(attributes).collect());
                }
                // Junk comes with an error, and errors have returned above.
                Entry::Comment(_)
                | Entry::GroupComment(_)
                | Entry::ResourceComment(_)
                | Entry::Junk { .. } => {}
            }
        }
        source
    }
}
