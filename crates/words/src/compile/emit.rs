//! Writes tables and Rust source. Everything has been checked by now, save what only Rust minds:
//! two keys that become one name, and names that it keeps for itself.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use super::{
    Compiled, ENGLISH, PSEUDO, Problem,
    lower::{Lowered, Message, Part},
};
use crate::{table::MAGIC, words::BUILT_IN};

/// Languages written from right to left, by the first part of their tag (CLDR's `characterOrder`).
const RIGHT_TO_LEFT: [&str; 10] = ["ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur"];

pub(super) fn compiled(
    locales: &[Lowered],
    prefixes: &[String],
    later: &[String],
) -> Result<Compiled, Vec<Problem>> {
    let Some(english) = locales.iter().find(|locale| locale.tag == ENGLISH) else {
        return Err(vec![Problem::NoEnglish]);
    };
    let (lines, first) = lines(english, later);
    let fingerprint = fingerprint(english, &lines);
    let tables: Vec<_> = locales
        .iter()
        .map(|locale| (locale.tag.clone(), table(locale, &lines, fingerprint)))
        .collect();
    let halves = (first < lines.len()).then(|| {
        let (first, later) = lines.split_at(first);
        [first, later].map(|lines| table(english, lines, fingerprint))
    });
    let names = names(english, &lines)?;
    let mut rust = String::new();
    for (line, (key, name)) in lines.iter().zip(&names).enumerate() {
        let _ = message(&mut rust, line, name, &english.messages[*key]);
    }
    let _ = tail(&mut rust, locales, &lines, prefixes);
    if halves.is_some() {
        rust.push_str(FIRST);
    }
    Ok(Compiled {
        rust,
        tables,
        halves,
    })
}

const FIRST: &str = "
/// The part of the English table that is inside a widget's program; the rest follows it.
pub const FIRST: &str = include_str!(concat!(env!(\"OUT_DIR\"), \"/first.txt\"));
";

/// The order of a table, and how many lines do not come later: the built-in lines, then by key.
fn lines<'a>(english: &'a Lowered, later: &[String]) -> (Vec<&'a str>, usize) {
    let built_in = BUILT_IN.map(|(key, _)| key);
    let others = english.messages.keys().map(String::as_str);
    let (behind, others): (Vec<_>, Vec<_>) = others
        .filter(|key| !built_in.contains(key))
        .partition(|key| later.iter().any(|prefix| key.starts_with(prefix)));
    let lines: Vec<_> = built_in.into_iter().chain(others).collect();
    let first = lines.len();
    (lines.into_iter().chain(behind).collect(), first)
}

/// Which keys, in which order, with which blanks: FNV-1a, 32 bits. It guards against a mix-up of
/// builds, not against malice; the integrity hash of the script does that.
fn fingerprint(english: &Lowered, lines: &[&str]) -> u32 {
    let mut hash = 0x811c_9dc5_u32;
    let mut eat = |text: &str| {
        for byte in text.bytes().chain([0]) {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    };
    for key in lines {
        eat(key);
        for blank in english.messages[*key].blanks() {
            eat(blank);
        }
        eat("\n");
    }
    hash
}

fn table(locale: &Lowered, lines: &[&str], fingerprint: u32) -> String {
    let language = locale.tag.split('-').next().unwrap_or_default();
    let rtl = locale.tag == PSEUDO || RIGHT_TO_LEFT.contains(&language);
    let direction = if rtl { "rtl" } else { "ltr" };
    let mut out = format!(
        "{MAGIC}{} {direction} {fingerprint:x} {}\n",
        locale.tag,
        lines.len()
    );
    for key in lines {
        pattern(&locale.messages[*key].parts, &mut out);
        out.push('\n');
    }
    out
}

/// The notation that `crate::pattern` reads.
fn pattern(parts: &[Part], out: &mut String) {
    for part in parts {
        match part {
            Part::Text(text) => escaped(text, out),
            Part::Blank(name) => {
                out.push('{');
                out.push_str(name);
                out.push('}');
            }
            Part::Choice { on, variants } => {
                out.push('{');
                out.push_str(on);
                for case in variants {
                    out.push('|');
                    if case.is_default {
                        out.push('*');
                    }
                    out.push_str(&case.key);
                    out.push('=');
                    pattern(&case.parts, out);
                }
                out.push('}');
            }
        }
    }
}

fn escaped(text: &str, out: &mut String) {
    for char in text.chars() {
        match char {
            '\n' => out.push_str("\\n"),
            '\\' | '{' | '}' | '|' => {
                out.push('\\');
                out.push(char);
            }
            other => out.push(other),
        }
    }
}

/// Whether every table has it, named or not.
pub(super) fn is_built_in(key: &str) -> bool {
    BUILT_IN.iter().any(|(known, _)| *known == key)
}

/// What a message may be called in Rust, without blanks and with them.
pub(super) fn names_of(key: &str) -> [String; 2] {
    [constant(key), camel(key)]
}

/// The Rust name of each line: a constant, or a type if there are blanks to fill.
fn names(english: &Lowered, lines: &[&str]) -> Result<Vec<String>, Vec<Problem>> {
    let mut taken: BTreeMap<String, &str> = BTreeMap::new();
    let mut names = Vec::new();
    let mut problems = Vec::new();
    for key in lines {
        let found = &english.messages[*key];
        let blanks = found.blanks();
        let name = if blanks.is_empty() {
            constant(key)
        } else {
            camel(key)
        };
        let mut wrong = |what: String| {
            problems.push(Problem::InMessage {
                key: (*key).to_owned(),
                locale: english.tag.clone(),
                file: found.file.clone(),
                what,
            });
        };
        if let Some(other) = taken.insert(name.clone(), key) {
            wrong(format!("and `{other}` both become `{name}` in Rust"));
        }
        let mut fields = BTreeSet::new();
        for blank in blanks {
            if KEYWORDS.contains(&blank) || !fields.insert(field(blank)) {
                wrong(format!(
                    "has a blank `${blank}` that cannot be a field's name in Rust"
                ));
            }
        }
        if matches!(name.as_str(), "Self" | "EN" | "TABLES") {
            wrong(format!("becomes `{name}` in Rust, which is taken"));
        }
        names.push(name);
    }
    if problems.is_empty() {
        Ok(names)
    } else {
        Err(problems)
    }
}

const KEYWORDS: [&str; 39] = [
    "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn",
    "else", "enum", "extern", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop",
    "macro", "match", "mod", "move", "mut", "pub", "ref", "return", "self", "static", "struct",
    "try", "type", "use", "where", "while",
];

fn constant(key: &str) -> String {
    key.replace(['-', '.'], "_").to_uppercase()
}

fn camel(key: &str) -> String {
    key.split(['-', '_', '.'])
        .filter_map(|word| {
            let (first, rest) = word.split_at_checked(1)?;
            Some(first.to_uppercase() + rest)
        })
        .collect()
}

fn field(blank: &str) -> String {
    blank.replace('-', "_").to_lowercase()
}

fn message(out: &mut String, line: usize, name: &str, found: &Message) -> std::fmt::Result {
    let mut english = String::new();
    pattern(&found.parts, &mut english);
    // In code marks, so that nothing in a sentence is taken for a link.
    writeln!(out, "/// `` {} ``", english.replace('`', "'"))?;
    let blanks = found.blanks();
    if blanks.is_empty() {
        return writeln!(
            out,
            "pub const {name}: ::swansfeet_words::Msg = ::swansfeet_words::Msg({line});\n"
        );
    }
    writeln!(out, "pub struct {name} {{")?;
    for blank in &blanks {
        writeln!(out, "    /// Fills `{blank}`.")?;
        writeln!(out, "    pub {}: ::swansfeet_words::Value,", field(blank))?;
    }
    writeln!(out, "}}\n\nimpl {name} {{")?;
    writeln!(out, "    /// The message with its blanks open.")?;
    writeln!(
        out,
        "    pub const MSG: ::swansfeet_words::Msg = ::swansfeet_words::Msg({line});\n"
    )?;
    writeln!(out, "    /// The sentence in the language of `words`.")?;
    writeln!(out, "    #[must_use]")?;
    writeln!(
        out,
        "    pub fn say(self, words: &::swansfeet_words::Words) -> ::std::string::String {{"
    )?;
    write!(out, "        words.say(Self::MSG, &[")?;
    for blank in &blanks {
        write!(out, "({blank:?}, self.{}), ", field(blank))?;
    }
    writeln!(out, "])\n    }}\n}}\n")
}

fn tail(
    out: &mut String,
    locales: &[Lowered],
    lines: &[&str],
    prefixes: &[String],
) -> std::fmt::Result {
    writeln!(
        out,
        "/// The message of a key that starts with one of: {}.",
        prefixes.join(", ")
    )?;
    writeln!(out, "#[must_use]")?;
    writeln!(
        out,
        "pub const fn keyed(key: &str) -> ::std::option::Option<::swansfeet_words::Msg> {{"
    )?;
    writeln!(out, "    const RUNS: &[(u16, &str)] = &[")?;
    for (first, keys) in runs(lines, prefixes) {
        writeln!(out, "        ({first}, {keys:?}),")?;
    }
    writeln!(out, "    ];\n    ::swansfeet_words::find(RUNS, key)\n}}\n")?;
    writeln!(out, "/// The English table, whole.")?;
    writeln!(
        out,
        "pub const EN: &str = include_str!(concat!(env!(\"OUT_DIR\"), \"/words/en.txt\"));\n"
    )?;
    writeln!(
        out,
        "/// Every locale and its table, for programs that carry them all."
    )?;
    writeln!(out, "pub const TABLES: &[(&str, &str)] = &[")?;
    for locale in locales {
        let tag = &locale.tag;
        writeln!(
            out,
            "    ({tag:?}, include_str!(concat!(env!(\"OUT_DIR\"), \"/words/{tag}.txt\"))),"
        )?;
    }
    writeln!(out, "];")
}

/// The keys with one of the prefixes, as `crate::find` reads them: neighbours in the table beside
/// each other, with the line of the first.
fn runs(lines: &[&str], prefixes: &[String]) -> Vec<(usize, String)> {
    let mut runs: Vec<(usize, String)> = Vec::new();
    let mut next = None;
    for (line, key) in lines.iter().enumerate() {
        if !prefixes.iter().any(|prefix| key.starts_with(prefix)) {
            continue;
        }
        match runs.last_mut() {
            Some((_, keys)) if next == Some(line) => {
                keys.push(' ');
                keys.push_str(key);
            }
            _ => runs.push((line, (*key).to_owned())),
        }
        next = Some(line + 1);
    }
    runs
}
