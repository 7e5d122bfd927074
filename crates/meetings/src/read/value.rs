//! JSON that somebody else has parsed. Texts are borrowed where they can be: most are looked at once,
//! and cleaned into something of their own.

use std::borrow::Cow;

use crate::figures::signed;

/// A value with the line that it stands on.
#[derive(Clone, Debug, PartialEq)]
pub struct Value<'a> {
    /// Counted from 1; 0 where lines are not known.
    pub line: u32,
    /// What it is.
    pub kind: Kind<'a>,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as it is written.
    Number(Cow<'a, str>),
    /// A text.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Value<'a>>),
    /// An object, in the order of the file.
    Map(Vec<(Cow<'a, str>, Value<'a>)>),
}

impl<'a> Value<'a> {
    /// A field of an object; nothing for `null` and for what is no object.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value<'a>> {
        let fields = self.fields();
        // Most names are told by their lengths.
        let same = |known: &str| known.len() == name.len() && known == name;
        let (_, value) = fields.iter().find(|(known, _)| same(known))?;
        (value.kind != Kind::Null).then_some(value)
    }

    /// An object's fields; none for anything else.
    pub(crate) fn fields(&self) -> &[(Cow<'a, str>, Value<'a>)] {
        match &self.kind {
            Kind::Map(fields) => fields,
            _ => &[],
        }
    }

    /// A list's rows.
    pub(crate) fn rows(&self) -> Option<&[Value<'a>]> {
        match &self.kind {
            Kind::List(rows) => Some(rows),
            _ => None,
        }
    }

    /// A list's rows, or the value itself as the only one.
    pub(crate) fn one_or_more(&self) -> &[Value<'a>] {
        match &self.kind {
            Kind::List(rows) => rows,
            Kind::Null => &[],
            _ => std::slice::from_ref(self),
        }
    }

    /// A text, or the digits of a number.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Text(text) | Kind::Number(text) => Some(text),
            _ => None,
        }
    }

    /// Yes or no, also as `"1"`, `"yes"` and the like.
    pub(crate) fn yes(&self) -> Option<bool> {
        match &self.kind {
            Kind::Bool(yes) => Some(*yes),
            Kind::Text(text) | Kind::Number(text) => yes(text),
            _ => None,
        }
    }

    /// A whole number.
    pub(crate) fn whole(&self) -> Option<i64> {
        let text = self.text()?.trim();
        let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
        signed(whole).filter(|_| rest.bytes().all(|b| b == b'0'))
    }
}

/// Yes or no in a word.
pub(crate) fn yes(text: &str) -> Option<bool> {
    let text = text.trim();
    let is = |words: &[&str]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
    if is(&["1", "yes", "true", "y", "t", "x", "on"]) {
        Some(true)
    } else if is(&["0", "no", "false", "n", "f", "off", ""]) {
        Some(false)
    } else {
        None
    }
}
