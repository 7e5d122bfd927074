//! One line of text with its label, hint and error: the frame that every typed field stands in.
//! Does not read what was typed; the domain does.

use yew::prelude::*;

use crate::kit::{id_of, ids, join, mark, typed};

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
}

impl Keyboard {
    fn name(self) -> &'static str {
        match self {
            Keyboard::Text => "text",
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
        let invalid = p.error.is_some().then_some("true");
        html! {
            <div class="swan-field" part="field" data-invalid={invalid}>
                if p.labelled_by.is_none() {
                    <label class="swan-field__label" for={p.id.clone()}>{ p.label }</label>
                }
                { advice(&p.id, &p.hint, &p.error) }
                <div class="swan-field__box" data-width={p.width.name()}>
                    if let Some(before) = p.before {
                        <span class="swan-field__affix" aria-hidden="true">{ before }</span>
                    }
                    <input class="swan-field__input" type="text" id={p.id.clone()} name={p.id.clone()}
                        inputmode={p.keyboard.name()} enterkeyhint="next"
                        autocomplete={p.autocomplete.unwrap_or(AttrValue::Static("off"))}
                        autocapitalize="none" spellcheck="false"
                        aria-labelledby={p.labelled_by} aria-describedby={describedby} aria-invalid={invalid}
                        value={p.value} oninput={typed(&p.oninput)} />
                    if let Some(after) = p.after {
                        <span class="swan-field__affix" aria-hidden="true">{ after }</span>
                    }
                </div>
                if p.reads {
                    <p class="swan-field__reading" id={join(&p.id, "-reading")} role="status">{ p.reading }</p>
                }
            </div>
        }
    }
}

/// The hint and then the error, both before the box: a keyboard on a phone covers what comes after.
pub(crate) fn advice(id: &str, hint: &Option<AttrValue>, error: &Option<AttrValue>) -> Html {
    html! {<>
        if let Some(hint) = hint {
            <p class="swan-field__hint" id={join(id, "-hint")}>{ hint }</p>
        }
        if let Some(error) = error {
            <p class="swan-field__error" id={join(id, "-error")}>
                { mark("!") }<span>{ error }</span>
            </p>
        }
    </>}
}
