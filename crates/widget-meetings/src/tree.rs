//! JSON that the browser has parsed and written out again, as the tree that `swansfeet-meetings`
//! reads. The browser has refused what is no JSON and left no spaces, so this only takes apart:
//! asking the browser for each value by name would be several calls for each.
//!
//! Knows no feed.

use std::borrow::Cow;

use swansfeet_meetings::read::{Kind, Value};

/// How deep lists may lie in one another: a feed needs six.
const DEEPEST: u32 = 32;

/// The tree of a text that `JSON.stringify` has written; `null` for anything else.
pub(crate) fn tree(text: &str) -> Value<'_> {
    Reader { text, at: 0 }.value(0)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn value(&mut self, depth: u32) -> Value<'a> {
        let kind = match self.peek() {
            _ if depth > DEEPEST => {
                self.at = self.text.len();
                Kind::Null
            }
            b'{' => Kind::Map(self.members(b'}', |reader| {
                let name = reader.string();
                // The colon.
                reader.at += 1;
                (name, reader.value(depth + 1))
            })),
            b'[' => Kind::List(self.members(b']', |reader| reader.value(depth + 1))),
            b'"' => Kind::Text(self.string()),
            _ => self.word(),
        };
        Value { line: 0, kind }
    }

    fn members<T>(&mut self, end: u8, mut member: impl FnMut(&mut Self) -> T) -> Vec<T> {
        // A meeting has a dozen members.
        let mut all = Vec::with_capacity(if end == b'}' { 12 } else { 2 });
        self.at += 1;
        while !matches!(self.peek(), 0) && self.peek() != end {
            all.push(member(self));
            if self.peek() == b',' {
                self.at += 1;
            }
        }
        self.at += 1;
        all
    }

    fn word(&mut self) -> Kind<'a> {
        let start = self.at;
        // Never stands still, whatever is there.
        self.at += self
            .length_to(|byte| matches!(byte, b',' | b']' | b'}'))
            .max(1);
        match self.text.get(start..self.at).unwrap_or_default() {
            "true" => Kind::Bool(true),
            "false" => Kind::Bool(false),
            "null" | "" | "," | "]" | "}" => Kind::Null,
            number => Kind::Number(number.into()),
        }
    }

    /// A text as it stands there, unless something in it is written in another way.
    fn string(&mut self) -> Cow<'a, str> {
        let mut out = Cow::Borrowed("");
        self.at += 1;
        loop {
            let start = self.at;
            let end = start + self.length_to(|byte| byte == b'"' || byte == b'\\');
            let part = self.text.get(start..end).unwrap_or_default();
            match &mut out {
                Cow::Borrowed("") => out = Cow::Borrowed(part),
                out => out.to_mut().push_str(part),
            }
            self.at = end;
            let stop = self.peek();
            self.at = (end + 1).min(self.text.len());
            if stop != b'\\' {
                return out;
            }
            let escaped = self.escape();
            out.to_mut().push(escaped);
        }
    }

    /// How many bytes there are before one at which something ends.
    fn length_to(&self, ends: impl Fn(u8) -> bool) -> usize {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let end = |byte: &u8| ends(*byte);
        rest.iter().position(end).unwrap_or(rest.len())
    }

    /// What stands after a backslash. `JSON.stringify` writes `\u` for control characters and for
    /// halves of pairs that stand alone; neither belongs in a text.
    fn escape(&mut self) -> char {
        let kind = self.peek();
        self.at += 1;
        match kind {
            b'n' => '\n',
            b't' => '\t',
            b'"' | b'\\' | b'/' => char::from(kind),
            b'u' => {
                self.at += 4;
                '\u{fffd}'
            }
            _ => ' ',
        }
    }

    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::tree;
    use swansfeet_meetings::read::{Kind, Value};

    fn as_json(value: &Value<'_>) -> serde_json::Value {
        use serde_json::Value as Json;
        match &value.kind {
            Kind::Null => Json::Null,
            Kind::Bool(yes) => Json::Bool(*yes),
            Kind::Number(number) => serde_json::from_str(number).expect("a number"),
            Kind::Text(text) => Json::String(text.clone().into_owned()),
            Kind::List(list) => list.iter().map(as_json).collect(),
            Kind::Map(map) => {
                let members = map
                    .iter()
                    .map(|(name, value)| (name.to_string(), as_json(value)));
                Json::Object(members.collect())
            }
        }
    }

    #[test]
    fn what_was_written_out_is_taken_apart() {
        for text in [
            "null",
            "true",
            "-12.5e3",
            r#""""#,
            r#""a \"quoted\" \\ back\nslash Ŵyn 🦢""#,
            "[]",
            "{}",
            "[[],{},[1,2,[3]],null]",
            r#"{"a":{"b":["x",1.5,-3,true]},"t":{"en":"one, {two} [three]","cy":""},"n":null}"#,
        ] {
            let read: serde_json::Value = serde_json::from_str(text).expect("JSON");
            assert_eq!(as_json(&tree(&read.to_string())), read, "{text}");
        }
    }

    #[test]
    fn whatever_it_is_it_ends() {
        let deep = "[".repeat(100_000);
        for text in [
            "",
            "{",
            "[",
            "\"",
            "{\"a",
            "{\"a\"",
            "{\"a\":",
            "\"\\",
            "\"\\u",
            "\"\\u00",
            "]",
            "}",
            ",",
            "[,]",
            "[}",
            "{]",
            "<html>",
            "ŵ",
            "\"ŵ\\uŵ\"",
            &deep,
        ] {
            let _ = tree(text);
        }
    }
}
