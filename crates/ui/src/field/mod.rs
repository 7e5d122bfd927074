//! One line of text with its label, hint and error: the frame that every typed field stands in.
//! Does not read what was typed; the domain does.

use yew::prelude::*;

use crate::kit::{id_of, ids, join, mark, value_to};
use crate::tag::{At, Hears, Tag, YES, all};

/// Which keyboard a phone shows.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(rename_all = "lowercase")
)]
pub enum Keyboard {
    /// Letters and all else.
    #[default]
    Text,
    /// Digits with a decimal separator.
    Decimal,
    /// Digits alone.
    Numeric,
    /// An address with an @.
    Email,
    /// A telephone number.
    Tel,
    /// Letters and all else, hidden from whoever looks over a shoulder: a passphrase.
    Secret,
}

impl Keyboard {
    fn name(self) -> &'static str {
        match self {
            Keyboard::Text | Keyboard::Secret => "text",
            Keyboard::Decimal => "decimal",
            Keyboard::Numeric => "numeric",
            Keyboard::Email => "email",
            Keyboard::Tel => "tel",
        }
    }
}

/// How long an answer to expect: the box shows it before a word is read.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(rename_all = "lowercase")
)]
pub enum Width {
    /// As wide as there is room.
    #[default]
    Full,
    /// About ten characters: an amount, hours.
    Medium,
    /// About four characters: an age.
    Short,
}

impl Width {
    fn name(self) -> &'static str {
        match self {
            Width::Full => "full",
            Width::Medium => "medium",
            Width::Short => "short",
        }
    }
}

/// A text field.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct Field {
    /// Unique in the widget; where an error link leads.
    pub id: AttrValue,
    /// What is asked. Empty only with `labelled_by`.
    pub label: AttrValue,
    /// Id of a heading that asks already ([`crate::Screen`]'s is its id and `-heading`): no label is drawn then.
    pub labelled_by: Option<AttrValue>,
    /// One sentence that helps to answer, above the box.
    pub hint: Option<AttrValue>,
    /// What is wrong and how to mend it.
    pub error: Option<AttrValue>,
    /// What was typed, as it was typed.
    pub value: AttrValue,
    /// Sign before the box, such as £; hidden from screen readers, so the label or hint must say it too.
    pub before: Option<AttrValue>,
    /// Unit after the box, such as "days"; the same holds.
    pub after: Option<AttrValue>,
    /// How the answer was understood, below the box, read out when it changes.
    pub reading: Option<AttrValue>,
    /// Whether this field has readings at all: the place that is read out must be there before its words.
    pub reads: bool,
    /// Keyboard to show.
    pub keyboard: Keyboard,
    /// Expected length.
    pub width: Width,
    /// What the browser may fill in, such as "email"; off unless said, because phones are shared.
    pub autocomplete: Option<AttrValue>,
    /// The raw text after each key.
    #[cfg_attr(feature = "examples", serde(skip))]
    pub oninput: Callback<String>,
}

crate::kit::in_html!(Field);

impl From<Field> for Html {
    fn from(p: Field) -> Html {
        let describedby = ids(&[
            id_of(p.hint.is_some(), &p.id, "-hint"),
            id_of(p.error.is_some(), &p.id, "-error"),
            id_of(p.reads, &p.id, "-reading"),
        ]);
        let input = input(
            &p.id,
            p.keyboard.name(),
            p.error.is_some(),
            p.value,
            p.autocomplete,
        )
        .is(
            At::Type,
            if p.keyboard == Keyboard::Secret {
                "password"
            } else {
                "text"
            },
        )
        .put(At::LabelledBy, p.labelled_by.clone())
        .put(At::DescribedBy, describedby)
        .on(Hears::Input, value_to(p.oninput));
        let mut line = Tag::new("div", "swan-field__box").is(At::Width, p.width.name());
        if let Some(sign) = p.before {
            line = line.with(affix(sign));
        }
        line = line.with(input.html());
        if let Some(unit) = p.after {
            line = line.with(affix(unit));
        }
        let mut field = frame(&p.id, p.label, p.labelled_by.is_some(), &p.hint, &p.error);
        field = field.with(line.html());
        if p.reads {
            let reading = Tag::new("p", "swan-field__reading")
                .put(At::Id, Some(join(&p.id, "-reading")))
                .is(At::Role, "status")
                .text(p.reading.unwrap_or_default());
            field = field.with(reading.html());
        }
        field.html()
    }
}

fn affix(text: AttrValue) -> Html {
    Tag::new("span", "swan-field__affix")
        .is(At::Hidden, YES)
        .text(text)
        .html()
}

/// A box to type in.
pub(crate) fn input(
    id: &AttrValue,
    keyboard: &'static str,
    invalid: bool,
    value: AttrValue,
    autocomplete: Option<AttrValue>,
) -> Tag {
    Tag::new("input", "swan-field__input")
        .is(At::Type, "text")
        .put(At::Id, Some(id.clone()))
        .put(At::Name, Some(id.clone()))
        .is(At::Inputmode, keyboard)
        .is(At::Enterkeyhint, "next")
        .put(
            At::Autocomplete,
            autocomplete.or(Some(AttrValue::Static("off"))),
        )
        .is(At::Autocapitalize, "none")
        .is(At::Spellcheck, "false")
        .sign(At::AriaInvalid, invalid)
        .value(value)
}

/// A field with one box up to where the box begins: label, hint, error.
pub(crate) fn frame(
    id: &AttrValue,
    label: AttrValue,
    asked_by_heading: bool,
    hint: &Option<AttrValue>,
    error: &Option<AttrValue>,
) -> Tag {
    let mut field = Tag::new("div", "swan-field")
        .is(At::Part, "field")
        .sign(At::Invalid, error.is_some());
    if !asked_by_heading {
        let label = Tag::new("label", "swan-field__label")
            .put(At::For, Some(id.clone()))
            .text(label);
        field = field.with(label.html());
    }
    field.with(advice(id, hint, error))
}

/// The hint and then the error, both before the box: a keyboard on a phone covers what comes after.
pub(crate) fn advice(id: &str, hint: &Option<AttrValue>, error: &Option<AttrValue>) -> Html {
    let mut pieces = Vec::new();
    if let Some(hint) = hint {
        let hint = Tag::new("p", "swan-field__hint").text(hint.clone());
        pieces.push(hint.put(At::Id, Some(join(id, "-hint"))).html());
    }
    if let Some(error) = error {
        let line = Tag::new("p", "swan-field__error")
            .put(At::Id, Some(join(id, "-error")))
            .with(mark("!"))
            .words("span", "", Some(error.clone()));
        pieces.push(line.html());
    }
    all(pieces)
}
