//! What is JSON is read as serde reads it, and nothing else is read.

use super::{length, tree};
use serde_json::Value as Json;
use swansfeet_meetings::read::{Kind, Value};

fn as_json(value: &Value<'_>) -> Json {
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

/// Numbers that look like chance and are the same in every run (Marsaglia's xorshift).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or_default() % end
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }

    /// JSON of some depth, in any of the ways in which it can be written.
    fn json(&mut self, depth: usize, out: &mut String) {
        self.space(out);
        match self.below(if depth == 0 { 4 } else { 6 }) {
            0 => out.push_str(self.one(&["null", "true", "false"])),
            1 => out.push_str(self.one(&NUMBERS)),
            2 | 3 => self.text(out),
            kind => {
                out.push(if kind == 4 { '[' } else { '{' });
                for at in 0..self.below(4) {
                    if at > 0 {
                        out.push(',');
                    }
                    if kind == 5 {
                        self.space(out);
                        self.text(out);
                        self.space(out);
                        out.push(':');
                    }
                    self.json(depth - 1, out);
                }
                self.space(out);
                out.push(if kind == 4 { ']' } else { '}' });
            }
        }
        self.space(out);
    }

    fn text(&mut self, out: &mut String) {
        out.push('"');
        for _ in 0..self.below(9) {
            out.push_str(self.one(&PIECES));
        }
        out.push('"');
    }

    fn space(&mut self, out: &mut String) {
        if self.below(3) == 0 {
            out.push_str(self.one(&[" ", "\n", "\r\n\t", "  "]));
        }
    }
}

const NUMBERS: [&str; 10] = [
    "0", "-0", "7", "-12", "1200", "0.5", "-3.25", "1e2", "2E+3", "125e-2",
];
const PIECES: [&str; 22] = [
    "a",
    "word",
    "!",
    "#",
    "[",
    "]",
    "\u{7f}",
    "é",
    "Ŵ",
    "会",
    "🦢",
    " ",
    "\\\"",
    "\\\\",
    "\\/",
    "\\n\\t",
    "\\r\\b\\f",
    "\\u0041",
    "\\u00E9",
    "\\u20ac",
    "\\uD83E\\uDDA2",
    "\\u0000",
];

#[test]
fn all_json_is_read_as_serde_reads_it() {
    let mut chance = Chance(41);
    for _ in 0..20_000 {
        let mut text = String::new();
        chance.json(5, &mut text);
        let read: Json = serde_json::from_str(&text).expect("JSON");
        let ours = tree(&text).unwrap_or_else(|| panic!("refused: {text}"));
        assert_eq!(as_json(&ours), read, "{text}");
    }
}

#[test]
fn what_serde_refuses_is_refused() {
    let mut chance = Chance(15);
    let (mut good, mut bad) = (0, 0);
    for _ in 0..60_000 {
        let mut text = String::new();
        chance.json(3, &mut text);
        let mut letters: Vec<char> = text.chars().collect();
        for _ in 0..=chance.below(2) {
            let at = chance.below(letters.len());
            let other = chance.one(&[
                "", "{", "}", "[", "]", ",", ":", "\"", "\\", "0", "1", "-", "+", ".", "e", "u",
                "n", " ", "\u{a0}", "\u{feff}", "\u{1}", "\n", "\0",
            ]);
            letters.splice(at..=at, other.chars());
            if letters.is_empty() {
                break;
            }
        }
        let text: String = letters.into_iter().collect();
        let read: Option<Json> = serde_json::from_str(&text).ok();
        match &read {
            Some(_) => good += 1,
            None => bad += 1,
        }
        // Half of a pair of surrogates is JSON, and serde's texts cannot hold it.
        if read.is_some() || !text.to_lowercase().contains("\\ud") {
            assert_eq!(tree(&text).as_ref().map(as_json), read, "{text:?}");
        }
    }
    assert!(good > 5_000 && bad > 5_000, "{good} good, {bad} bad");
}

#[test]
fn no_number_but_json_s() {
    for text in [
        "01", "-", "-a", "1.", ".5", "+1", "1e", "1e+", "0x1", "1.e1", "--1", "NaN", "00", "1 2",
        "-01",
    ] {
        assert_eq!(tree(text), None, "{text}");
    }
}

#[test]
fn half_of_a_pair_is_a_mark_that_something_was_there() {
    for (text, read) in [
        (r#""\ud83e\udda2""#, "🦢"),
        (r#""\ud83e""#, "\u{fffd}"),
        (r#""\udda2x""#, "\u{fffd}x"),
        (r#""\ud83e\n""#, "\u{fffd}\n"),
        (r#""\ud83e\u0041""#, "\u{fffd}A"),
        (r#""\ud83e\ud83e\udda2""#, "\u{fffd}🦢"),
    ] {
        let kind = tree(text).map(|value| value.kind);
        assert_eq!(kind, Some(Kind::Text(read.into())), "{text}");
    }
    for text in [r#""\ud83e\u""#, r#""\ud83e\u00""#, r#""\u+123""#, r#""\x""#] {
        assert_eq!(tree(text), None, "{text}");
    }
}

#[test]
fn whatever_it_is_it_ends() {
    for text in [
        "", " ", "{", "[", "\"", "{\"a", "{\"a\"", "{\"a\":", "\"\\", "\"\\u", "]", "[,]", "[1,]",
    ] {
        assert_eq!(tree(text), None, "{text}");
    }
    let nested = |deep: usize| ["[".repeat(deep), "]".repeat(deep)].concat();
    assert!(tree(&nested(100)).is_some());
    assert_eq!(tree(&nested(200)), None);
    assert_eq!(tree(&"[".repeat(100_000)), None);
    assert_eq!(tree(&"{\"a\":".repeat(100_000)), None);
}

#[test]
fn a_text_ends_at_the_first_byte_that_ends_it() {
    for end in 0..=255_u8 {
        for before in [&[][..], b"a", b"!\xff", b"\x7f\x80# ", b"\xe2\x82\xac]["] {
            let bytes = [before, &[end], b"\"\\\x01 and more"].concat();
            let ends = matches!(end, b'"' | b'\\' | 0..0x20);
            assert_eq!(
                length(&bytes),
                before.len() + usize::from(!ends),
                "{bytes:?}"
            );
        }
    }
}
