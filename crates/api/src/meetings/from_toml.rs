//! TOML as values that know their line.

use swansfeet_meetings::read::{Kind, Problem, Value};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Reads TOML. Numbers keep the digits that were written; dates and times become texts.
///
/// # Errors
/// Where it is no TOML, and why.
pub fn value(text: &str) -> Result<Value<'static>, Problem> {
    let lines = Lines(
        text.bytes()
            .enumerate()
            .filter(|(_, byte)| *byte == b'\n')
            .map(|(at, _)| at + 1)
            .collect(),
    );
    let table = DeTable::parse(text).map_err(|error| Problem {
        line: error.span().map_or(0, |span| lines.line(span.start)),
        entry: 0,
        field: String::new(),
        what: [
            "this is not TOML: ",
            error.message(),
            ". Nothing of the feed was read",
        ]
        .concat(),
        left_out: true,
    })?;
    let line = lines.line(table.span().start);
    Ok(Value {
        line,
        kind: lines.table(table.get_ref()),
    })
}

struct Lines(Vec<usize>);

impl Lines {
    fn line(&self, at: usize) -> u32 {
        let line = self.0.partition_point(|start| *start <= at);
        u32::try_from(line).unwrap_or(u32::MAX - 1) + 1
    }

    fn table(&self, table: &DeTable<'_>) -> Kind<'static> {
        let fields = table.iter();
        Kind::Map(
            fields
                .map(|(name, value)| {
                    (
                        name.get_ref().clone().into_owned().into(),
                        self.value(value),
                    )
                })
                .collect(),
        )
    }

    /// TOML itself bounds how deep values are nested.
    fn value(&self, value: &Spanned<DeValue<'_>>) -> Value<'static> {
        let kind = match value.get_ref() {
            DeValue::String(text) => Kind::Text(text.clone().into_owned().into()),
            DeValue::Integer(number) => Kind::Number(number.to_string().into()),
            DeValue::Float(number) => Kind::Number(number.to_string().into()),
            DeValue::Boolean(yes) => Kind::Bool(*yes),
            DeValue::Datetime(time) => Kind::Text(time.to_string().into()),
            DeValue::Array(rows) => Kind::List(rows.iter().map(|row| self.value(row)).collect()),
            DeValue::Table(table) => self.table(table),
        };
        Value {
            line: self.line(value.span().start),
            kind,
        }
    }
}
