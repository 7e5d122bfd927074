//! Single values of a signature: text, private text, bytes, whole numbers.

use std::borrow::Cow;
use std::fmt;

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use zeroize::Zeroizing;

use crate::read::{At, Node, Read, ReadError, ReadFault};

/// Text that names nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text(pub String);

/// Text that may name somebody. Never printed; wiped when dropped.
#[derive(Clone)]
pub struct Private(pub Zeroizing<String>);

/// Bytes, written in base64url without padding.
#[derive(Clone, PartialEq, Eq)]
pub struct Bytes(pub Vec<u8>);

/// A whole number from 0 on.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Natural(pub u64);

impl fmt::Debug for Private {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Private(…)")
    }
}

impl fmt::Debug for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Bytes({})", self.0.len())
    }
}

impl Read for Text {
    fn read(node: Node<'_>, at: &At<'_>) -> Result<Self, ReadError> {
        let text = node.string();
        text.map(Text).ok_or_else(|| at.fault(ReadFault::NotText))
    }
}

impl Read for Private {
    fn read(node: Node<'_>, at: &At<'_>) -> Result<Self, ReadError> {
        let text = node.string().map(Zeroizing::new);
        text.map(Private)
            .ok_or_else(|| at.fault(ReadFault::NotText))
    }
}

impl Read for Bytes {
    fn read(node: Node<'_>, at: &At<'_>) -> Result<Self, ReadError> {
        let text = node.string().ok_or_else(|| at.fault(ReadFault::NotBytes))?;
        BASE64_URL_SAFE_NO_PAD
            .decode(text)
            .map(Bytes)
            .map_err(|_| at.fault(ReadFault::NotBytes))
    }
}

impl Read for Natural {
    fn read(node: Node<'_>, at: &At<'_>) -> Result<Self, ReadError> {
        let number = node.text().parse();
        number
            .map(Natural)
            .map_err(|_| at.fault(ReadFault::NotWhole))
    }
}

macro_rules! schema {
    ($type:ty, $name:literal, $schema:tt) => {
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    };
}

schema!(Text, "Text", { "type": "string" });
schema!(Private, "Private", { "type": "string" });
schema!(Bytes, "Bytes", {
    "description": "Bytes in base64url without padding.",
    "type": "string",
    "pattern": "^[A-Za-z0-9_-]*$"
});
schema!(Natural, "Natural", { "type": "integer", "minimum": 0 });
