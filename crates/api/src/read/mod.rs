//! Reading JSON so that every fault names its field and how to mend it, and every number keeps the
//! digits that were written.
//!
//! `serde_json` finds where values begin and end ([`RawValue`]); what a value means is decided
//! here, from its text. Holds no sentences: a [`ReadError`] has a key and arguments.

mod error;
mod refusal;
mod values;

use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

pub use error::{ReadError, ReadFault};
pub use refusal::{Fault, Refusal, id_in};
pub use values::{Choice, Date, Id, Number, OneOf, Time, Typed, Whole};

/// A JSON value that has not been looked at yet.
#[derive(Copy, Clone, Debug)]
pub struct Node<'a>(&'a RawValue);

/// What can be read from a [`Node`].
pub trait Read: Sized {
    /// Reads a value that stands at a place.
    ///
    /// # Errors
    ///
    /// The first fault, with its field.
    fn read(node: Node<'_>, at: &At<'_>) -> Result<Self, ReadError>;

    /// What an absent value stands for.
    ///
    /// # Errors
    ///
    /// [`ReadFault::Missing`], unless the value may be absent.
    fn absent(at: &At<'_>) -> Result<Self, ReadError> {
        Err(at.fault(ReadFault::Missing))
    }
}

/// A place in the JSON, from the top down: `sleep_ins[2].hours`.
#[derive(Copy, Clone, Debug)]
pub enum At<'a> {
    /// The whole.
    Top,
    /// A field of an object.
    Field(&'a At<'a>, &'a str),
    /// A row of a list, from 0.
    Row(&'a At<'a>, usize),
}

impl At<'_> {
    /// A fault at this place.
    #[must_use]
    pub fn fault(&self, fault: ReadFault) -> ReadError {
        let mut field = String::new();
        self.write(&mut field);
        ReadError { field, fault }
    }

    fn write(&self, out: &mut String) {
        match self {
            At::Top => {}
            At::Field(parent, name) => {
                parent.write(out);
                if !out.is_empty() {
                    out.push('.');
                }
                out.push_str(name);
            }
            At::Row(parent, row) => {
                parent.write(out);
                out.push('[');
                out.push_str(&row.to_string());
                out.push(']');
            }
        }
    }
}

impl<'a> Node<'a> {
    /// Finds the one JSON value in a text.
    ///
    /// # Errors
    ///
    /// [`ReadFault::NotJson`] with the column, counted from 1.
    pub fn parse(text: &'a str) -> Result<Node<'a>, ReadError> {
        serde_json::from_str(text)
            .map(Node)
            .map_err(|error| ReadError {
                field: String::new(),
                fault: ReadFault::NotJson {
                    column: error.column().max(1),
                },
            })
    }

    /// The text of the value, as it was written.
    #[must_use]
    pub fn text(self) -> &'a str {
        self.0.get()
    }

    /// A string's content; `None` for any other value.
    #[must_use]
    pub fn string(self) -> Option<String> {
        if self.text().starts_with('"') {
            serde_json::from_str(self.text()).ok()
        } else {
            None
        }
    }

    fn is_null(self) -> bool {
        self.text() == "null"
    }

    /// A field of an object, whatever else the object holds; the last one if it is there twice.
    #[must_use]
    pub fn get(self, name: &str) -> Option<Node<'a>> {
        let fields = self.fields()?;
        fields
            .into_iter()
            .rev()
            .find(|(known, _)| known == name)
            .map(|(_, node)| node)
    }

    fn fields(self) -> Option<Vec<(String, Node<'a>)>> {
        if !self.text().starts_with('{') {
            return None;
        }
        let mut json = serde_json::Deserializer::from_str(self.text());
        json.deserialize_map(Fields).ok()
    }

    fn rows(self) -> Option<Vec<Node<'a>>> {
        let rows: Vec<&RawValue> = serde_json::from_str(self.text()).ok()?;
        Some(rows.into_iter().map(Node).collect())
    }
}

struct Fields;

impl<'de> Visitor<'de> for Fields {
    type Value = Vec<(String, Node<'de>)>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut fields = Vec::new();
        while let Some((name, value)) = map.next_entry::<String, &'de RawValue>()? {
            fields.push((name, Node(value)));
        }
        Ok(fields)
    }
}

/// An object of which every field is known and comes once.
#[derive(Debug)]
pub struct Object<'a> {
    at: &'a At<'a>,
    fields: Vec<(String, Node<'a>)>,
}

impl<'a> Object<'a> {
    /// Opens an object and refuses fields that are unknown or given twice.
    ///
    /// # Errors
    ///
    /// Not an object, an unknown field (with the nearest known name), a field given twice.
    pub fn open(
        node: Node<'a>,
        at: &'a At<'a>,
        known: &'static [&'static str],
    ) -> Result<Object<'a>, ReadError> {
        let fields = node
            .fields()
            .ok_or_else(|| at.fault(ReadFault::NotObject))?;
        for (i, (name, _)) in fields.iter().enumerate() {
            let here = At::Field(at, name);
            if !known.contains(&name.as_str()) {
                return Err(here.fault(ReadFault::UnknownField {
                    nearest: nearest(name, known),
                }));
            }
            if fields[..i].iter().any(|(before, _)| before == name) {
                return Err(here.fault(ReadFault::GivenTwice));
            }
        }
        Ok(Object { at, fields })
    }

    /// Reads a field.
    ///
    /// # Errors
    ///
    /// Whatever is wrong with it.
    pub fn take<T: Read>(&self, name: &'static str) -> Result<T, ReadError> {
        let at = At::Field(self.at, name);
        match self.fields.iter().find(|(known, _)| known == name) {
            Some((_, node)) if !node.is_null() => T::read(*node, &at),
            _ => T::absent(&at),
        }
    }
}

/// The known name that the given one was most likely meant to be.
fn nearest(name: &str, known: &'static [&'static str]) -> Option<&'static str> {
    // Comparing a name of a megabyte would take its length times theirs in memory.
    if name.len() > 60 {
        return None;
    }
    let name = name.to_lowercase().replace(['-', ' '], "_");
    known
        .iter()
        .map(|candidate| (strsim::damerau_levenshtein(&name, candidate), *candidate))
        .filter(|(distance, candidate)| *distance <= candidate.len().div_ceil(3).max(2))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

impl<T: Read> Read for Option<T> {
    fn read(node: Node<'_>, at: &At<'_>) -> Result<Self, ReadError> {
        T::read(node, at).map(Some)
    }

    fn absent(_: &At<'_>) -> Result<Self, ReadError> {
        Ok(None)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(node: Node<'_>, at: &At<'_>) -> Result<Self, ReadError> {
        let rows = node.rows().ok_or_else(|| at.fault(ReadFault::NotList))?;
        rows.into_iter()
            .enumerate()
            .map(|(i, row)| T::read(row, &At::Row(at, i)))
            .collect()
    }

    /// An absent list is an empty one.
    fn absent(_: &At<'_>) -> Result<Self, ReadError> {
        Ok(Vec::new())
    }
}

impl Read for bool {
    fn read(node: Node<'_>, at: &At<'_>) -> Result<Self, ReadError> {
        match node.text() {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(at.fault(ReadFault::NotYesNo)),
        }
    }
}

/// A struct that is read from an object of the same fields and publishes its own schema, so that
/// the two cannot differ.
#[cfg(any(
    feature = "demands",
    feature = "lists",
    feature = "meetings",
    feature = "pay"
))]
macro_rules! wire {
    ($(
        $(#[$doc:meta])*
        pub struct $name:ident { $($(#[$field_doc:meta])* pub $field:ident: $type:ty,)* }
    )*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, schemars::JsonSchema)]
        #[schemars(deny_unknown_fields)]
        pub struct $name { $($(#[$field_doc])* pub $field: $type,)* }

        impl $crate::read::Read for $name {
            fn read(
                node: $crate::read::Node<'_>,
                at: &$crate::read::At<'_>,
            ) -> Result<Self, $crate::read::ReadError> {
                let object =
                    $crate::read::Object::open(node, at, &[$(stringify!($field)),*])?;
                Ok($name { $($field: object.take(stringify!($field))?,)* })
            }
        }
    )*};
}
#[cfg(any(
    feature = "demands",
    feature = "lists",
    feature = "meetings",
    feature = "pay"
))]
pub(crate) use wire;
