//! JSON as values that know their line. `serde_json` finds where values begin and end.

use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use swansfeet_meetings::read::{Kind, Problem, Value};

/// Deeper than this no feed is.
const DEPTH: u32 = 32;
/// More values that are too deep are not listed.
const MOST_TOLD: usize = 100;

/// Reads JSON. Numbers keep the digits that were written. A value that is nested more than 32 deep is
/// `null`, and reported: whatever a program keeps in one field, the others are still read.
///
/// # Errors
/// Where it is no JSON, and why.
pub fn value(text: &str) -> Result<(Value<'_>, Vec<Problem>), Problem> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let raw: &RawValue = serde_json::from_str(text).map_err(|error| Problem {
        line: u32::try_from(error.line()).unwrap_or(u32::MAX),
        entry: 0,
        field: String::new(),
        what: worded(&error),
        left_out: true,
    })?;
    let mut too_deep = Vec::new();
    let value = Lines::of(text).value(raw, 0, &mut too_deep)?;
    Ok((value, too_deep))
}

/// Without serde's own mention of the place.
fn worded(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let what = text.split(" at line ").next().unwrap_or(&text);
    ["this is not JSON: ", what, ". Nothing of the feed was read"].concat()
}

/// Where lines begin, to find the line of a value.
struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn of(text: &'a str) -> Lines<'a> {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        Lines {
            text,
            starts: ends.map(|(at, _)| at + 1).collect(),
        }
    }

    fn line(&self, raw: &RawValue) -> u32 {
        // Raw values are slices of the text.
        let at = raw
            .get()
            .as_ptr()
            .addr()
            .saturating_sub(self.text.as_ptr().addr());
        let line = self.starts.partition_point(|start| *start <= at);
        u32::try_from(line).unwrap_or(u32::MAX - 1) + 1
    }

    fn value(
        &self,
        raw: &'a RawValue,
        depth: u32,
        too_deep: &mut Vec<Problem>,
    ) -> Result<Value<'a>, Problem> {
        let text = raw.get();
        let line = self.line(raw);
        let problem = |what: &str, left_out| Problem {
            line,
            entry: 0,
            field: String::new(),
            what: what.to_owned(),
            left_out,
        };
        if depth > DEPTH {
            if too_deep.len() < MOST_TOLD {
                let what = "a value here is nested more than 32 deep and was left out";
                too_deep.push(problem(what, false));
            }
            let kind = Kind::Null;
            return Ok(Value { line, kind });
        }
        let not_json = |_| problem("this is not JSON. Nothing of the feed was read", true);
        let kind = match text.as_bytes().first() {
            Some(b'{') => {
                let mut json = serde_json::Deserializer::from_str(text);
                let fields = json.deserialize_map(Fields).map_err(not_json)?;
                let fields = fields
                    .into_iter()
                    .map(|(name, raw)| Ok((name.into(), self.value(raw, depth + 1, too_deep)?)));
                Kind::Map(fields.collect::<Result<_, Problem>>()?)
            }
            Some(b'[') => {
                let rows: Vec<&RawValue> = serde_json::from_str(text).map_err(not_json)?;
                let rows = rows
                    .into_iter()
                    .map(|raw| self.value(raw, depth + 1, too_deep));
                Kind::List(rows.collect::<Result<_, Problem>>()?)
            }
            Some(b'"') => Kind::Text(string(text).into()),
            Some(b't') => Kind::Bool(true),
            Some(b'f') => Kind::Bool(false),
            Some(b'n') => Kind::Null,
            _ => Kind::Number(text.into()),
        };
        Ok(Value { line, kind })
    }
}

/// A text's content. Half a pair of surrogates, which no text can hold, leaves the text as it is
/// written.
fn string(text: &str) -> String {
    serde_json::from_str(text).unwrap_or_else(|_| text.trim_matches('"').to_owned())
}

struct Fields;

impl<'de> Visitor<'de> for Fields {
    type Value = Vec<(String, &'de RawValue)>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(fields)
    }
}
