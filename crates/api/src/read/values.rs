//! Single values: decimals with their digits kept, whole numbers, dates, times, names, ids.

use std::borrow::Cow;

use chrono::{NaiveDate, NaiveTime};
use rust_decimal::Decimal;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

use super::{At, Node, Read, ReadError, ReadFault};

/// A decimal, written as a string or as a number; its digits are read from the text, never
/// through a float.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Number(pub Decimal);

/// A whole number from 0 on.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Whole(pub u16);

/// A day, as 2026-10-01.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Date(pub NaiveDate);

/// A time of day, as 07:30. 24:00 is the midnight at the end of the day.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Time(pub NaiveTime);

/// A name or number by which the caller knows a case again; given back as it came.
#[derive(Clone, Debug)]
pub struct Id(Box<RawValue>);

/// What somebody typed, as it came; the empty text where there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed(pub String);

/// A kind that has a name.
pub trait OneOf: Copy + 'static {
    /// What it is a kind of, for the schema.
    const WHAT: &'static str;
    /// Every one.
    fn all() -> &'static [Self];
    /// Its name.
    fn name(self) -> &'static str;
}

/// One of several names.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Choice<T>(pub T);

impl Read for Number {
    fn read(node: Node<'_>, at: &At<'_>) -> Result<Self, ReadError> {
        let string = node.string();
        let text = string.as_deref().map_or(node.text(), str::trim);
        decimal(text)
            .map(Number)
            .ok_or_else(|| at.fault(ReadFault::NotNumber))
    }
}

/// Digits, a point, a sign, and the exponent that JSON allows; nothing else, and no rounding.
fn decimal(text: &str) -> Option<Decimal> {
    let plain = text
        .bytes()
        .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+'));
    if plain && text.bytes().any(|b| b.is_ascii_digit()) {
        Decimal::from_str_exact(text).ok()
    } else if text.starts_with(|c: char| c.is_ascii_digit() || c == '-') {
        Decimal::from_scientific(text).ok()
    } else {
        None
    }
}

impl Read for Whole {
    fn read(node: Node<'_>, at: &At<'_>) -> Result<Self, ReadError> {
        let fault = || at.fault(ReadFault::NotWhole);
        let Number(n) = Number::read(node, at).map_err(|_| fault())?;
        if n.normalize().scale() > 0 {
            return Err(fault());
        }
        // More than fits is refused by the rules, with the most that it may be.
        if n > Decimal::from(u16::MAX) {
            return Ok(Whole(u16::MAX));
        }
        u16::try_from(n).map(Whole).map_err(|_| fault())
    }
}

impl Read for Date {
    fn read(node: Node<'_>, at: &At<'_>) -> Result<Self, ReadError> {
        node.string()
            .filter(|text| text.len() == 10)
            .and_then(|text| text.parse().ok())
            .map(Date)
            .ok_or_else(|| at.fault(ReadFault::NotDate))
    }
}

impl Read for Time {
    fn read(node: Node<'_>, at: &At<'_>) -> Result<Self, ReadError> {
        let time = node.string().and_then(|text| match text.as_str() {
            "24:00" | "24:00:00" => Some(NaiveTime::MIN),
            text if text.len() == 5 => NaiveTime::parse_from_str(text, "%H:%M").ok(),
            text if text.len() == 8 => NaiveTime::parse_from_str(text, "%H:%M:%S").ok(),
            _ => None,
        });
        time.map(Time).ok_or_else(|| at.fault(ReadFault::NotTime))
    }
}

impl Read for Id {
    fn read(node: Node<'_>, at: &At<'_>) -> Result<Self, ReadError> {
        match node.text().as_bytes().first() {
            Some(b'"' | b'-' | b'0'..=b'9') => Ok(Id(node.0.to_owned())),
            _ => Err(at.fault(ReadFault::NotId)),
        }
    }
}

impl Read for Typed {
    fn read(node: Node<'_>, at: &At<'_>) -> Result<Self, ReadError> {
        node.string()
            .map(Typed)
            .ok_or_else(|| at.fault(ReadFault::NotText))
    }

    /// An absent text is an empty one.
    fn absent(_: &At<'_>) -> Result<Self, ReadError> {
        Ok(Typed::default())
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl std::fmt::Display for Id {
    /// The id as a person reads it: a string without its quotation marks.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match Node(&self.0).string() {
            Some(text) => f.write_str(&text),
            None => f.write_str(self.0.get()),
        }
    }
}

impl<T: OneOf> Read for Choice<T> {
    fn read(node: Node<'_>, at: &At<'_>) -> Result<Self, ReadError> {
        let given = node.string();
        let found = T::all()
            .iter()
            .find(|kind| Some(kind.name()) == given.as_deref());
        found.copied().map(Choice).ok_or_else(|| {
            let names: Vec<&str> = T::all().iter().map(|kind| kind.name()).collect();
            at.fault(ReadFault::NotAChoice {
                choices: names.join(", "),
            })
        })
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

schema!(Number, "Decimal", {
    "description": "A decimal, as a string or as a number. Strings keep their digits everywhere.",
    "type": ["string", "number"],
    "pattern": "^-?[0-9]+([.][0-9]+)?$",
    "examples": ["12.50", 150]
});
schema!(Whole, "Whole", {
    "description": "A whole number from 0 on.",
    "type": ["integer", "string"],
    "minimum": 0,
    "pattern": "^[0-9]+$"
});
schema!(Date, "Date", { "type": "string", "format": "date", "examples": ["2026-10-01"] });
schema!(Time, "Time", {
    "description": "Hours and minutes; 24:00 is the midnight at the end of the day.",
    "type": "string",
    "pattern": "^([01][0-9]|2[0-4]):[0-5][0-9](:[0-5][0-9])?$",
    "examples": ["07:30"]
});
schema!(Typed, "Typed", { "description": "What somebody typed.", "type": "string" });
schema!(Id, "Id", {
    "description": "A name or number by which you know the case again; given back as it came.",
    "type": ["string", "number"]
});

impl<T: OneOf> JsonSchema for Choice<T> {
    fn schema_name() -> Cow<'static, str> {
        T::WHAT.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let names: Vec<&str> = T::all().iter().map(|kind| kind.name()).collect();
        json_schema!({ "type": "string", "enum": names })
    }
}
