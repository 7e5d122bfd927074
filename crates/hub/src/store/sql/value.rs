//! Values on their way into a statement.

use std::fmt::Write as _;

use chrono::NaiveDate;
use sqlx::{Postgres, Sqlite, postgres::PgArguments, query, query::Query, sqlite::SqliteArguments};

use crate::store::model::{Id, TokenHash};
use swansfeet_demands::duplicate::Mark;

/// A value of a column.
#[derive(Clone, Debug)]
pub(crate) enum Value<'a> {
    /// A text.
    Text(&'a str),
    /// A text made for the statement.
    Made(String),
    /// A text or none.
    MaybeText(Option<&'a str>),
    /// A whole number.
    Number(i64),
    /// A whole number or none.
    MaybeNumber(Option<i64>),
    /// Yes or no.
    Flag(bool),
    /// Bytes.
    Bytes(&'a [u8]),
    /// Bytes or none.
    MaybeBytes(Option<&'a [u8]>),
    /// Many ids: an array for PostgreSQL, and for SQLite a JSON list of hex.
    Ids(&'a [Id]),
}

/// A list of [`Value`]s, from whatever turns into one.
macro_rules! values {
    ($($value:expr),* $(,)?) => { &[$($crate::store::sql::Value::from($value)),*] };
}
pub(crate) use values;

macro_rules! from {
    ($($given:ty => |$name:ident| $value:expr;)*) => {$(
        impl<'a> From<$given> for Value<'a> {
            fn from($name: $given) -> Self {
                $value
            }
        }
    )*};
}

from! {
    &'a str => |it| Value::Text(it);
    &'a String => |it| Value::Text(it);
    Option<&'a str> => |it| Value::MaybeText(it);
    &'a Option<String> => |it| Value::MaybeText(it.as_deref());
    String => |it| Value::Made(it);
    i64 => |it| Value::Number(it);
    u32 => |it| Value::Number(i64::from(it));
    Option<i64> => |it| Value::MaybeNumber(it);
    bool => |it| Value::Flag(it);
    &'a [u8] => |it| Value::Bytes(it);
    &'a Vec<u8> => |it| Value::Bytes(it);
    &'a [u8; 32] => |it| Value::Bytes(it);
    &'a Id => |it| Value::Bytes(&it.0);
    &'a [Id] => |it| Value::Ids(it);
    &'a TokenHash => |it| Value::Bytes(&it.0);
    &'a Mark => |it| Value::Bytes(&it.0);
    Option<&'a Mark> => |it| Value::MaybeBytes(it.map(|mark| &mark.0[..]));
    Option<&'a Id> => |it| Value::MaybeBytes(it.map(|id| &id.0[..]));
    NaiveDate => |it| Value::Made(it.to_string());
    Option<NaiveDate> => |it| it.map_or(Value::MaybeText(None), Value::from);
}

/// The statement with its values, for SQLite.
pub(super) fn on_sqlite(
    sql: &'static str,
    values: &[Value<'_>],
) -> Query<'static, Sqlite, SqliteArguments> {
    values.iter().fold(query(sql), |query, value| match value {
        Value::Text(text) => query.bind((*text).to_owned()),
        Value::Made(text) => query.bind(text.clone()),
        Value::MaybeText(text) => query.bind(text.map(str::to_owned)),
        Value::Number(number) => query.bind(*number),
        Value::MaybeNumber(number) => query.bind(*number),
        Value::Flag(flag) => query.bind(*flag),
        Value::Bytes(bytes) => query.bind(bytes.to_vec()),
        Value::MaybeBytes(bytes) => query.bind(bytes.map(<[u8]>::to_vec)),
        Value::Ids(ids) => query.bind(hex_list(ids)),
    })
}

/// The statement with its values, for PostgreSQL.
pub(super) fn on_postgres(
    sql: &'static str,
    values: &[Value<'_>],
) -> Query<'static, Postgres, PgArguments> {
    values.iter().fold(query(sql), |query, value| match value {
        Value::Text(text) => query.bind(*text),
        Value::Made(text) => query.bind(text.as_str()),
        Value::MaybeText(text) => query.bind(*text),
        Value::Number(number) => query.bind(*number),
        Value::MaybeNumber(number) => query.bind(*number),
        Value::Flag(flag) => query.bind(*flag),
        Value::Bytes(bytes) => query.bind(*bytes),
        Value::MaybeBytes(bytes) => query.bind(*bytes),
        Value::Ids(ids) => query.bind(ids.iter().map(|id| id.0.to_vec()).collect::<Vec<_>>()),
    })
}

fn hex_list(ids: &[Id]) -> String {
    let mut list = String::from("[");
    for (at, id) in ids.iter().enumerate() {
        list.push_str(if at == 0 { "\"" } else { ",\"" });
        for byte in id.0 {
            write!(list, "{byte:02x}").expect("writing to a String never fails");
        }
        list.push('"');
    }
    list.push(']');
    list
}
