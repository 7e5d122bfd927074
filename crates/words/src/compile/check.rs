//! Holds the locales against each other and each choice against its language. Changes nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Problem,
    lower::{Case, Lowered, Message, Part},
};
use crate::words::BUILT_IN;

const CATEGORIES: [&str; 5] = ["zero", "one", "two", "few", "many"];

/// English alone: the built-in lines are there, every prefix leads somewhere, every choice can be
/// made.
pub(super) fn english(english: &Lowered, keyed: &[String], problems: &mut Vec<Problem>) {
    for (key, blanks) in BUILT_IN {
        match english.messages.get(key) {
            None => problems.push(Problem::Missing {
                key: key.to_owned(),
                locale: english.tag.clone(),
                english: "the shared common.ftl, which every catalog needs".to_owned(),
            }),
            Some(message) if !message.blanks().iter().eq(blanks) => {
                problems.push(Problem::OtherBlanks {
                    key: key.to_owned(),
                    locale: english.tag.clone(),
                    file: message.file.clone(),
                    blanks: [
                        message.blanks().into_iter().map(str::to_owned).collect(),
                        blanks.iter().map(|&blank| blank.to_owned()).collect(),
                    ],
                });
            }
            Some(_) => {}
        }
    }
    prefixes(english, keyed, problems);
    choices(english, problems);
}

/// Every prefix leads somewhere.
pub(super) fn prefixes(english: &Lowered, prefixes: &[String], problems: &mut Vec<Problem>) {
    for prefix in prefixes {
        if !english.messages.keys().any(|key| key.starts_with(prefix)) {
            problems.push(Problem::UnusedPrefix {
                prefix: prefix.clone(),
            });
        }
    }
}

/// Another locale against English.
pub(super) fn against(english: &Lowered, other: &Lowered, problems: &mut Vec<Problem>) {
    for (key, message) in &english.messages {
        let Some(translated) = other.messages.get(key) else {
            problems.push(Problem::Missing {
                key: key.clone(),
                locale: other.tag.clone(),
                english: message.file.clone(),
            });
            continue;
        };
        let (own, blanks) = (translated.blanks(), message.blanks());
        if own != blanks {
            let listed = |names: BTreeSet<&str>| names.into_iter().map(str::to_owned).collect();
            problems.push(Problem::OtherBlanks {
                key: key.clone(),
                locale: other.tag.clone(),
                file: translated.file.clone(),
                blanks: [listed(own), listed(blanks)],
            });
        }
        same_texts(key, message, &other.tag, translated, problems);
    }
    for (key, message) in &other.messages {
        if !english.messages.contains_key(key) {
            problems.push(Problem::Extra {
                key: key.clone(),
                locale: other.tag.clone(),
                file: message.file.clone(),
            });
        }
    }
    choices(other, problems);
}

/// A variant that chooses by text must be one that English knows: `[wale]` would never be taken.
fn same_texts(
    key: &str,
    english: &Message,
    locale: &str,
    translated: &Message,
    problems: &mut Vec<Problem>,
) {
    let known = text_keys(&english.parts);
    for (on, keys) in text_keys(&translated.parts) {
        let Some(known) = known.get(on) else { continue };
        for unknown in keys.difference(known).filter(|&&key| key != "other") {
            problems.push(Problem::InMessage {
                key: key.to_owned(),
                locale: locale.to_owned(),
                file: translated.file.clone(),
                what: format!("chooses by `${on}` = [{unknown}], which English does not know"),
            });
        }
    }
}

fn text_keys(parts: &[Part]) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut keys = BTreeMap::<&str, BTreeSet<&str>>::new();
    each_choice(parts, &mut |on, variants| {
        if !counts(variants) {
            keys.entry(on)
                .or_default()
                .extend(variants.iter().map(|case| case.key.as_str()));
        }
    });
    keys
}

/// Every choice by number has only keys that this language can reach.
fn choices(locale: &Lowered, problems: &mut Vec<Problem>) {
    for (key, message) in &locale.messages {
        let mut wrong = Vec::new();
        each_choice(&message.parts, &mut |on, variants| {
            if counts(variants) {
                let unreachable = variants
                    .iter()
                    .filter(|case| !reachable(&locale.tag, &case.key));
                wrong.extend(unreachable.map(|case| {
                    format!("counts `${on}` with [{}], which is never taken", case.key)
                }));
            }
        });
        problems.extend(wrong.into_iter().map(|what| Problem::InMessage {
            key: key.clone(),
            locale: locale.tag.clone(),
            file: message.file.clone(),
            what,
        }));
    }
}

/// Whether a choice is by number: some key is a number or a plural category. `other` alone is
/// what people call any default.
fn counts(variants: &[Case]) -> bool {
    variants
        .iter()
        .any(|case| CATEGORIES.contains(&case.key.as_str()) || is_number(&case.key))
}

fn is_number(key: &str) -> bool {
    key.starts_with(|c: char| c.is_ascii_digit() || c == '-')
}

/// CLDR's categories of the languages that we know; a language that we do not may use them all.
fn reachable(tag: &str, key: &str) -> bool {
    match (tag, key) {
        (_, "other") => true,
        ("en", category) if CATEGORIES.contains(&category) => category == "one",
        (_, category) if CATEGORIES.contains(&category) => true,
        (_, exact) => exact.parse::<u32>().is_ok(),
    }
}

fn each_choice<'a>(parts: &'a [Part], look: &mut dyn FnMut(&'a str, &'a [Case])) {
    for part in parts {
        if let Part::Choice { on, variants } = part {
            look(on, variants);
            for case in variants {
                each_choice(&case.parts, look);
            }
        }
    }
}
