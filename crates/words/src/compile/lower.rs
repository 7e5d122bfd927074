//! Fluent's patterns brought down to what a table can hold: text, blanks and choices. Terms,
//! other messages, and everything that can be known before run time are put in their places.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::{
    ast::{
        CallArguments, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey,
    },
    unicode::unescape_unicode_to_string,
};

use super::{Problem, source::Source};

/// One locale's messages by key.
pub(super) struct Lowered {
    pub(super) tag: String,
    pub(super) messages: BTreeMap<String, Message>,
}

pub(super) struct Message {
    pub(super) file: String,
    pub(super) parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Text(String),
    Blank(String),
    Choice { on: String, variants: Vec<Case> },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Case {
    pub(super) key: String,
    pub(super) is_default: bool,
    pub(super) parts: Vec<Part>,
}

impl Lowered {
    pub(super) fn new<'a>(
        tag: &str,
        sources: impl Iterator<Item = &'a Source>,
        problems: &mut Vec<Problem>,
    ) -> Self {
        let mut texts = Texts::default();
        for source in sources {
            for (entries, known) in [
                (&source.messages, &mut texts.messages),
                (&source.terms, &mut texts.terms),
            ] {
                for (key, pattern) in entries.iter().flatten() {
                    let before = known.insert(key.clone(), (source.file.as_str(), pattern));
                    if let Some((file, _)) = before {
                        problems.push(Problem::Twice {
                            key: key.clone(),
                            locale: tag.to_owned(),
                            files: [file.to_owned(), source.file.clone()],
                        });
                    }
                }
            }
        }
        let mut messages = BTreeMap::new();
        for (key, (file, pattern)) in &texts.messages {
            match texts.lower(pattern, &Scope::Message, 0) {
                Ok(parts) => {
                    messages.insert(
                        key.clone(),
                        Message {
                            file: (*file).to_owned(),
                            parts,
                        },
                    );
                }
                Err(what) => problems.push(Problem::InMessage {
                    key: key.clone(),
                    locale: tag.to_owned(),
                    file: (*file).to_owned(),
                    what,
                }),
            }
        }
        Self {
            tag: tag.to_owned(),
            messages,
        }
    }
}

impl Message {
    /// The names of all blanks, those that only choose included.
    pub(super) fn blanks(&self) -> BTreeSet<&str> {
        let mut names = BTreeSet::new();
        collect_blanks(&self.parts, &mut names);
        names
    }
}

fn collect_blanks<'a>(parts: &'a [Part], names: &mut BTreeSet<&'a str>) {
    for part in parts {
        match part {
            Part::Text(_) => {}
            Part::Blank(name) => {
                names.insert(name);
            }
            Part::Choice { on, variants } => {
                names.insert(on);
                for case in variants {
                    collect_blanks(&case.parts, names);
                }
            }
        }
    }
}

/// What a variable stands for.
enum Scope {
    /// A blank, filled at run time.
    Message,
    /// Inside a term: what the reference gives it, `{ -employer(case: "soft") }`.
    Term(BTreeMap<String, String>),
}

/// More steps from message to term to term than this go in a circle.
const DEEPEST: u8 = 12;

#[derive(Default)]
struct Texts<'a> {
    messages: BTreeMap<String, (&'a str, &'a Pattern<String>)>,
    terms: BTreeMap<String, (&'a str, &'a Pattern<String>)>,
}

type Parts = Result<Vec<Part>, String>;

impl Texts<'_> {
    fn lower(&self, pattern: &Pattern<String>, scope: &Scope, depth: u8) -> Parts {
        if depth > DEEPEST {
            return Err("refers to itself".to_owned());
        }
        let mut parts = Vec::new();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => {
                    join(&mut parts, vec![Part::Text(value.clone())]);
                }
                PatternElement::Placeable { expression } => {
                    join(&mut parts, self.expression(expression, scope, depth)?);
                }
            }
        }
        Ok(parts)
    }

    fn expression(&self, expression: &Expression<String>, scope: &Scope, depth: u8) -> Parts {
        match expression {
            Expression::Inline(inline) => self.inline(inline, scope, depth),
            Expression::Select { selector, variants } => {
                self.select(selector, variants, scope, depth)
            }
        }
    }

    fn inline(&self, inline: &InlineExpression<String>, scope: &Scope, depth: u8) -> Parts {
        match inline {
            InlineExpression::StringLiteral { value } => Ok(vec![Part::Text(
                unescape_unicode_to_string(value).into_owned(),
            )]),
            InlineExpression::NumberLiteral { value } => Ok(vec![Part::Text(value.clone())]),
            InlineExpression::VariableReference { id } => match scope {
                Scope::Message => Ok(vec![Part::Blank(id.name.clone())]),
                Scope::Term(given) => match given.get(&id.name) {
                    Some(text) => Ok(vec![Part::Text(text.clone())]),
                    None => Err(format!(
                        "does not give `${}` to the term that needs it",
                        id.name
                    )),
                },
            },
            InlineExpression::MessageReference { id, attribute } => {
                let key = joined_key(&id.name, attribute.as_ref().map(|a| a.name.as_str()));
                let (_, pattern) = self
                    .messages
                    .get(&key)
                    .ok_or_else(|| format!("refers to `{key}`, which is no message here"))?;
                self.lower(pattern, &Scope::Message, depth + 1)
            }
            InlineExpression::TermReference {
                id,
                attribute: None,
                arguments,
            } => {
                let (_, pattern) = self
                    .terms
                    .get(&id.name)
                    .ok_or_else(|| format!("refers to `-{}`, which is no term here", id.name))?;
                self.lower(pattern, &Scope::Term(given(arguments.as_ref())?), depth + 1)
            }
            InlineExpression::TermReference { id, .. } => Err(format!(
                "shows an attribute of `-{}`; attributes only select",
                id.name
            )),
            InlineExpression::FunctionReference { id, .. } => Err(format!(
                "calls {}(); values carry their type here, write the variable alone",
                id.name
            )),
            InlineExpression::Placeable { expression } => self.expression(expression, scope, depth),
        }
    }

    /// A choice at run time, or, where the selector is known already, the variant that it takes.
    fn select(
        &self,
        selector: &InlineExpression<String>,
        variants: &[Variant<String>],
        scope: &Scope,
        depth: u8,
    ) -> Parts {
        let known = match (selector, scope) {
            (InlineExpression::VariableReference { id }, Scope::Message) => {
                let variants = variants
                    .iter()
                    .map(|variant| {
                        Ok(Case {
                            key: variant_key(variant).to_owned(),
                            is_default: variant.default,
                            parts: self.lower(&variant.value, scope, depth + 1)?,
                        })
                    })
                    .collect::<Result<_, String>>()?;
                return Ok(vec![Part::Choice {
                    on: id.name.clone(),
                    variants,
                }]);
            }
            (InlineExpression::VariableReference { id }, Scope::Term(given)) => {
                given.get(&id.name).cloned().unwrap_or_default()
            }
            (
                InlineExpression::TermReference {
                    id,
                    attribute: Some(attribute),
                    ..
                },
                _,
            ) => self.term_attribute(&id.name, &attribute.name, depth)?,
            _ => return Err("selects by something that is no variable and no term".to_owned()),
        };
        let taken = variants
            .iter()
            .find(|variant| variant_key(variant) == known)
            .or_else(|| variants.iter().find(|variant| variant.default))
            .ok_or("has a choice without a default")?;
        self.lower(&taken.value, scope, depth + 1)
    }

    fn term_attribute(&self, term: &str, attribute: &str, depth: u8) -> Result<String, String> {
        let key = joined_key(term, Some(attribute));
        let (_, pattern) = self
            .terms
            .get(&key)
            .ok_or_else(|| format!("refers to `-{key}`, which is no term's attribute here"))?;
        let parts = self.lower(pattern, &Scope::Term(BTreeMap::new()), depth + 1)?;
        match parts.as_slice() {
            [Part::Text(text)] => Ok(text.clone()),
            _ => Err(format!("selects by `-{key}`, which is not plain text")),
        }
    }
}

/// What a reference gives to a term.
fn given(arguments: Option<&CallArguments<String>>) -> Result<BTreeMap<String, String>, String> {
    let Some(arguments) = arguments else {
        return Ok(BTreeMap::new());
    };
    arguments
        .named
        .iter()
        .map(|argument| {
            let text = match &argument.value {
                InlineExpression::StringLiteral { value } => {
                    unescape_unicode_to_string(value).into_owned()
                }
                InlineExpression::NumberLiteral { value } => value.clone(),
                _ => return Err("gives a term something that is no plain text".to_owned()),
            };
            Ok((argument.name.name.clone(), text))
        })
        .collect()
}

fn joined_key(id: &str, attribute: Option<&str>) -> String {
    match attribute {
        Some(attribute) => format!("{id}.{attribute}"),
        None => id.to_owned(),
    }
}

fn variant_key(variant: &Variant<String>) -> &str {
    match &variant.key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    }
}

/// Appends, making one text of neighbours.
fn join(parts: &mut Vec<Part>, more: Vec<Part>) {
    for part in more {
        match (parts.last_mut(), part) {
            (Some(Part::Text(before)), Part::Text(text)) => before.push_str(&text),
            (_, part) => parts.push(part),
        }
    }
}
