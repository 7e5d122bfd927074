//! Demands in JSON: what a hub hands out about a campaign, and a signature on its way in.
//!
//! The widget reads and writes the same shapes with the browser's own JSON. Knows no rule about
//! campaigns and no language. What names somebody (an address, a code) is of a type that prints
//! nothing and is wiped when dropped.

mod answers;
mod campaign;
mod signing;
mod values;

use schemars::{JsonSchema, Schema, generate::SchemaSettings};

pub use answers::{Accepted, Breakdown, Cell, Count, Tables};
pub use campaign::{Document, Facts, Signable};
pub use signing::{Copied, Placed, Signing, Solution};
pub use values::{Bytes, Natural, Private, Text};

use crate::read::{At, Node, Read, ReadError};

impl Signing {
    /// Reads a signature from the body of a request.
    ///
    /// # Errors
    /// The first fault, with its field.
    pub fn from_json(text: &str) -> Result<Signing, ReadError> {
        Signing::read(Node::parse(text)?, &At::Top)
    }
}

/// The JSON Schema (2020-12) of a type here, without the line that names the draft: it stands
/// inside a larger document.
#[must_use]
pub fn schema_of<T: JsonSchema>() -> Schema {
    let settings = SchemaSettings::draft2020_12().with(|settings| {
        settings.meta_schema = None;
        settings.inline_subschemas = true;
    });
    settings.into_generator().into_root_schema_for::<T>()
}
