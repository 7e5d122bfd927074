//! Single fields of JSON, read with a word about what is wrong with them.

use super::gather::{At, Gather};
use super::{Kind, Value, clean};

/// A field's text on one line; empty where there is none.
pub(crate) fn text_of(value: &Value, name: &str, most: usize) -> String {
    let text = value.get(name).and_then(Value::text);
    text.map_or_else(String::new, |text| clean::line(text, most))
}

/// A link that `check` lets through; what is wrong with it is reported.
pub(crate) fn link(
    value: &Value,
    name: &str,
    field: &str,
    at: At,
    gather: &mut Gather,
    check: fn(&str) -> Result<String, &'static str>,
) -> Option<String> {
    link_in(value.get(name)?, field, at, gather, check)
}

/// The same of the value itself.
pub(crate) fn link_in(
    found: &Value,
    field: &str,
    at: At,
    gather: &mut Gather,
    check: fn(&str) -> Result<String, &'static str>,
) -> Option<String> {
    let text = found.text().unwrap_or_default();
    if text.trim().is_empty() {
        return None;
    }
    match check(text) {
        Ok(link) => Some(link),
        Err(why) => {
            gather.note(
                At {
                    line: found.line,
                    ..at
                },
                field,
                why,
            );
            None
        }
    }
}

/// What is said of a value where a text belongs; nothing where it is one, or a number.
pub(crate) fn no_text(value: &Value) -> Option<String> {
    if !cfg!(feature = "reports") {
        return None;
    }
    let kind = match value.kind {
        Kind::List(_) => "a list",
        Kind::Map(_) => "an object",
        Kind::Bool(_) => "true or false",
        Kind::Null | Kind::Number(_) | Kind::Text(_) => return None,
    };
    Some(told(&["this is ", kind, ", not a text, and was left out"]))
}

/// Yes or no; anything else is reported.
pub(crate) fn flag(value: &Value, name: &str, field: &str, at: At, gather: &mut Gather) -> bool {
    let Some(flag) = value.get(name) else {
        return false;
    };
    flag.yes().unwrap_or_else(|| {
        // Withheld by mistake does less harm than handed out by mistake, and who asks whether a meeting is
        // called off travels less far than who was told that it is not.
        let safe = name != "women_only";
        let what = if safe {
            "this is true or false; it was taken for true"
        } else {
            "this is true or false; it was taken for false"
        };
        gather.note(
            At {
                line: flag.line,
                ..at
            },
            field,
            what,
        );
        safe
    })
}

/// `“weekly” is no …`.
pub(crate) fn quoted(text: &str, what: &str) -> String {
    if !cfg!(feature = "reports") {
        return String::new();
    }
    told(&["“", &clean::line(text, 60), "” ", what])
}

/// A sentence as it stands, where somebody reads it.
#[inline]
pub(crate) const fn why(text: &'static str) -> &'static str {
    if cfg!(feature = "reports") { text } else { "" }
}

/// A sentence of its parts, where somebody reads it.
#[inline]
pub(crate) fn told(parts: &[&str]) -> String {
    if cfg!(feature = "reports") {
        parts.concat()
    } else {
        String::new()
    }
}

/// What an error says, where somebody reads it: in a page its sentences would be carried for nobody.
#[inline]
pub(crate) fn said(error: &impl std::fmt::Display) -> String {
    if cfg!(feature = "reports") {
        error.to_string()
    } else {
        String::new()
    }
}
