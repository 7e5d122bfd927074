//! The tables of a backup and their columns, parents before children. A migration that adds a
//! column adds it here, and counts up [`super::FORMAT`].

use super::super::sql::{Row, Value};
use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::Value as Json;

use crate::store::StoreError;

/// What is in a column.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Text,
    Number,
    Flag,
    Bytes,
}
use Kind::{Bytes, Flag, Number, Text};

pub(super) struct Table {
    pub(super) name: &'static str,
    pub(super) count: &'static str,
    pub(super) select: &'static str,
    pub(super) insert: &'static str,
    pub(super) columns: &'static [Kind],
}

macro_rules! table {
    ($name:literal ($columns:literal) by $key:literal, $blanks:literal, $kinds:expr) => {
        Table {
            name: $name,
            count: concat!("SELECT COUNT(*) FROM ", $name),
            select: concat!("SELECT ", $columns, " FROM ", $name, " ORDER BY ", $key),
            insert: concat!(
                "INSERT INTO ",
                $name,
                " (",
                $columns,
                ") VALUES (",
                $blanks,
                ")"
            ),
            columns: &$kinds,
        }
    };
}

/// In the order of random ids, so that a backup does not tell who came after whom.
pub(super) const TABLES: [Table; 20] = [
    table!("setting" ("name, value") by "name", "$1, $2", [Text, Text]),
    table!("campaign" ("slug, file, stage, version, batches") by "slug",
        "$1, $2, $3, $4, $5", [Text, Text, Text, Number, Number]),
    table!("wording" ("campaign, since, file") by "campaign, since",
        "$1, $2, $3", [Text, Number, Text]),
    table!("epoch" ("campaign, epoch, public, proven, made") by "campaign, epoch",
        "$1, $2, $3, $4, $5", [Text, Number, Bytes, Flag, Text]),
    table!("organiser" ("campaign, id, public, added") by "campaign, id",
        "$1, $2, $3, $4", [Text, Text, Bytes, Text]),
    table!("wrapped" ("campaign, epoch, organiser, sealed") by "campaign, epoch, organiser",
        "$1, $2, $3, $4", [Text, Number, Text, Bytes]),
    table!("signature" ("id, campaign, token, confirmed, held, quarantine, day, epoch, demands, \
        consent, partner, category, area, nation, region, council, constituency, language, \
        priorities, mark_address, mark_person, mark_place, record") by "id",
        "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, \
        $20, $21, $22, $23",
        [Bytes, Text, Bytes, Flag, Flag, Number, Text, Number, Bytes, Number, Text, Text, Text,
        Text, Text, Text, Text, Text, Text, Bytes, Bytes, Bytes, Bytes]),
    table!("copy" ("signature, partner, record") by "signature, partner",
        "$1, $2, $3", [Bytes, Text, Bytes]),
    table!("outbox" ("signature, day") by "signature", "$1, $2", [Bytes, Text]),
    table!("code" ("campaign, mark, used") by "campaign, mark", "$1, $2, $3", [Text, Bytes, Flag]),
    table!("hidden" ("campaign, dimension, cell") by "campaign, dimension, cell",
        "$1, $2, $3", [Text, Text, Text]),
    table!("log" ("at, campaign, actor, action, detail") by "line",
        "$1, $2, $3, $4, $5", [Number, Text, Text, Text, Text]),
    table!("feed" ("slug, name, version, updated") by "slug",
        "$1, $2, $3, $4", [Text, Text, Number, Number]),
    // Without `claimed`: no hub of the other database has anything in hand.
    table!("source" ("feed, url, name, minutes, etag, modified, kind, body, good, tried, due, \
        failures, problem") by "feed, url",
        "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13",
        [Text, Text, Text, Number, Text, Text, Text, Bytes, Number, Number, Number, Number, Text]),
    table!("meeting" ("feed, source, id, meeting, words, version, gone, filed")
        by "feed, source, id",
        "$1, $2, $3, $4, $5, $6, $7, $8",
        [Text, Text, Text, Text, Text, Number, Number, Number]),
    table!("public_id" ("feed, source, id, public, gone") by "feed, source, id",
        "$1, $2, $3, $4, $5", [Text, Text, Text, Text, Number]),
    table!("organiser_link" ("token, feed, label, made") by "token",
        "$1, $2, $3, $4", [Bytes, Text, Text, Text]),
    table!("wellbeing" ("slug, pack, minimum, setting, first_name, first_key, second_name, \
        second_key, places") by "slug", "$1, $2, $3, $4, $5, $6, $7, $8, $9",
        [Text, Text, Number, Text, Text, Bytes, Text, Bytes, Text]),
    table!("wellbeing_card" ("slug, week, card") by "slug, week", "$1, $2, $3",
        [Text, Text, Bytes]),
    table!("wellbeing_picture" ("slug, place, week, picture, signature") by "slug, week, place",
        "$1, $2, $3, $4, $5", [Text, Text, Text, Bytes, Bytes]),
];

/// A column's value, between a database and a line.
#[derive(Debug, PartialEq)]
pub(super) enum Cell {
    Text(Option<String>),
    Number(Option<i64>),
    Flag(bool),
    Bytes(Option<Vec<u8>>),
}

impl Cell {
    pub(super) fn of_row(row: &Row, column: usize, kind: Kind) -> Result<Cell, StoreError> {
        Ok(match kind {
            Text => Cell::Text(row.get(column)?),
            Number => Cell::Number(row.get(column)?),
            Flag => Cell::Flag(row.get(column)?),
            Bytes => Cell::Bytes(row.get(column)?),
        })
    }

    /// `None` where the line holds something else.
    pub(super) fn of_json(json: &Json, kind: Kind) -> Option<Cell> {
        let none = json.is_null();
        Some(match kind {
            Text if none => Cell::Text(None),
            Text => Cell::Text(Some(json.as_str()?.to_owned())),
            Number if none => Cell::Number(None),
            Number => Cell::Number(Some(json.as_i64()?)),
            Flag => Cell::Flag(json.as_bool()?),
            Bytes if none => Cell::Bytes(None),
            Bytes => Cell::Bytes(Some(BASE64_STANDARD.decode(json.as_str()?).ok()?)),
        })
    }

    pub(super) fn into_json(self) -> Json {
        match self {
            Cell::Text(text) => text.into(),
            Cell::Number(number) => number.into(),
            Cell::Flag(flag) => flag.into(),
            Cell::Bytes(bytes) => bytes.map(|bytes| BASE64_STANDARD.encode(bytes)).into(),
        }
    }

    pub(super) fn as_value(&self) -> Value<'_> {
        match self {
            Cell::Text(text) => Value::MaybeText(text.as_deref()),
            Cell::Number(number) => Value::MaybeNumber(*number),
            Cell::Flag(flag) => Value::Flag(*flag),
            Cell::Bytes(bytes) => Value::MaybeBytes(bytes.as_deref()),
        }
    }
}
