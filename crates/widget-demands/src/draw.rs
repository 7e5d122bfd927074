//! What every screen is drawn with: the view, words on it, and buttons.
//!
//! Functions that are not inlined, because each visitor pays for every byte: a filled struct of
//! properties writes some hundred bytes of wasm wherever it stands, a call thirty. The screens' own
//! parts are not inlined either, though each is called once: small functions that are alike compress
//! better than one that has all of them (0.3 kB).

use swansfeet_demands::text::Text;
use swansfeet_ui::tag::{At, Tag};
use swansfeet_ui::{Button, Notice, Tone, button::Kind};
use swansfeet_words::{Msg, Words};
use yew::prelude::*;

use crate::after::After;
use crate::app::Act;
use crate::flow::{Field, Flow};

pub(crate) use swansfeet_ui::tag::{all, put};

/// What every screen is drawn from.
pub(crate) struct View<'a> {
    pub(crate) flow: &'a Flow,
    pub(crate) after: &'a After,
    pub(crate) words: &'a Words,
    pub(crate) send: Callback<Act>,
    pub(crate) arrivals: u32,
}

impl View<'_> {
    /// A sentence without blanks.
    #[inline(never)]
    pub(crate) fn text(&self, message: Msg) -> AttrValue {
        AttrValue::from(self.words.get(message))
    }

    /// The campaign's own words, in the reader's language.
    #[inline(never)]
    pub(crate) fn own(&self, text: &Text) -> AttrValue {
        AttrValue::from(text.in_language(self.words.lang()).to_owned())
    }

    /// A paragraph.
    pub(crate) fn line(&self, message: Msg) -> Html {
        put("p", "", self.text(message))
    }

    /// Hands on what is typed into a field, or picked.
    #[inline(never)]
    pub(crate) fn into(&self, field: Field) -> Callback<String> {
        let send = self.send.clone();
        Callback::from(move |text| send.emit(Act::Type(field, text)))
    }

    /// Hands on what is ticked in a list.
    #[inline(never)]
    pub(crate) fn ticks(&self, field: Field) -> Callback<String> {
        let send = self.send.clone();
        Callback::from(move |id| send.emit(Act::Tick(field, id)))
    }

    /// A button.
    #[inline(never)]
    pub(crate) fn button(&self, kind: Kind, label: AttrValue, act: Act) -> Html {
        let send = self.send.clone();
        Button {
            label,
            full: None,
            kind,
            busy: false,
            id: None,
            onclick: Callback::from(move |_| send.emit(act.clone())),
        }
        .into()
    }

    /// A message set apart.
    #[inline(never)]
    pub(crate) fn notice(
        &self,
        tone: Tone,
        heading: AttrValue,
        body: Html,
        role: Option<&'static str>,
    ) -> Html {
        Notice {
            tone,
            heading,
            body,
            role: role.map(AttrValue::Static),
        }
        .into()
    }

    /// The campaign's words inside another language: a screen reader must know, and a script that
    /// runs the other way must stand the right way round.
    pub(crate) fn in_own_language(&self, body: Html) -> Html {
        let shown = self
            .flow
            .campaign()
            .and_then(|loaded| crate::sealing::language_read(&loaded.campaign, self.words.lang()));
        let reads = self.words.lang();
        let other = shown.filter(|shown| !reads.starts_with(shown.base()));
        let Some(other) = other else {
            return body;
        };
        Tag::new("div", "swan-demands__parts")
            .put(At::Lang, Some(other.as_str().to_owned().into()))
            .is(At::Dir, "auto")
            .with(body)
            .html()
    }
}

/// An element of a class with pieces in it.
#[inline(never)]
pub(crate) fn part(tag: &'static str, class: &'static str, pieces: Vec<Html>) -> Html {
    Tag::new(tag, class).with(all(pieces)).html()
}
