//! What every screen is drawn with: the view, words on it, and buttons.
//!
//! Functions that are not inlined, because each visitor pays for every byte: `html!` and a filled
//! struct of properties each write some hundred bytes of wasm wherever they stand, a call thirty.

use swansfeet_ui::{Button, Notice, Tone, button::Kind};
use swansfeet_words::{Msg, Words};
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VList, VTag, VText};

use crate::app::Act;
use crate::flow::{Field, Flow};
use crate::msg;

/// What every screen is drawn from.
pub(crate) struct View<'a> {
    pub(crate) flow: &'a Flow,
    pub(crate) words: &'a Words,
    pub(crate) send: Callback<Act>,
    pub(crate) arrivals: u32,
    /// The words that come later could not be had.
    pub(crate) lacks_words: bool,
}

impl View<'_> {
    /// A sentence without blanks.
    #[inline(never)]
    pub(crate) fn text(&self, message: Msg) -> AttrValue {
        AttrValue::from(self.words.get(message))
    }

    /// A paragraph of that class.
    pub(crate) fn line(&self, class: &'static str, message: Msg) -> Html {
        put("p", class, vec![said(self.text(message))])
    }

    /// What stands where words that come later are not there yet.
    pub(crate) fn wait(&self) -> Html {
        if !self.lacks_words {
            return self.line("swan-pay__quiet", msg::WORDS_COMING);
        }
        let again = self.text(msg::BUTTON_TRY_AGAIN);
        Notice {
            tone: Tone::Warning,
            heading: self.text(msg::WORDS_MISSING),
            body: self.button(Kind::Quiet, again, None, Act::Bring),
            role: Some(AttrValue::Static("status")),
        }
        .into()
    }

    /// Hands on what is typed into a field, or picked.
    #[inline(never)]
    pub(crate) fn into(&self, field: Field) -> Callback<String> {
        let send = self.send.clone();
        Callback::from(move |text| send.emit(Act::Type(field, text)))
    }

    /// Does something when pressed.
    #[inline(never)]
    pub(crate) fn press(&self, act: Act) -> Callback<MouseEvent> {
        let send = self.send.clone();
        Callback::from(move |_| send.emit(act.clone()))
    }

    /// A button; `full` where the label alone could mean several.
    #[inline(never)]
    pub(crate) fn button(
        &self,
        kind: Kind,
        label: AttrValue,
        full: Option<AttrValue>,
        act: Act,
    ) -> Html {
        Button {
            label,
            full,
            kind,
            busy: false,
            id: None,
            onclick: self.press(act),
        }
        .into()
    }
}

/// An element of a class, with what is in it. An empty class is none.
#[inline(never)]
pub(crate) fn put(tag: &'static str, class: &'static str, children: Vec<Html>) -> Html {
    let mut element = VTag::new(tag);
    if !class.is_empty() {
        let class = AttributeOrProperty::Attribute(AttrValue::Static(class));
        element.set_attributes(Attributes::Dynamic {
            keys: &["class"],
            values: Box::new([Some(class)]),
        });
    }
    element.add_child(all(children));
    element.into()
}

/// Words as they stand inside an element. `into` would write them out anew, by way of `fmt`: 2 kB.
#[inline(never)]
pub(crate) fn said(text: impl Into<AttrValue>) -> Html {
    VText::new(text).into()
}

/// Several pieces, one after the other.
#[inline(never)]
pub(crate) fn all(pieces: Vec<Html>) -> Html {
    VList::with_children(pieces, None).into()
}
