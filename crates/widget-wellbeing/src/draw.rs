//! What every screen is drawn with: the view, words on it, buttons and links.
//!
//! Functions that are not inlined, because each visitor pays for every byte.

use swansfeet_ui::tag::{At, Tag, out};
use swansfeet_ui::{Button, Kind, Notice, Tone};
use swansfeet_words::{Msg, Words};
use yew::prelude::*;

use crate::app::Act;
use crate::diary::Diary;
use crate::flow::Flow;

pub(crate) use swansfeet_ui::tag::{all, put};

/// What every screen is drawn from.
pub(crate) struct View<'a> {
    pub(crate) flow: &'a Flow,
    pub(crate) diary: &'a Diary,
    pub(crate) words: &'a Words,
    /// The hub's address.
    pub(crate) hub: &'a str,
    pub(crate) send: Callback<Act>,
    /// How often another screen was shown: moves focus to its heading.
    pub(crate) arrivals: u32,
}

impl View<'_> {
    /// A sentence without blanks.
    #[inline(never)]
    pub(crate) fn text(&self, message: Msg) -> AttrValue {
        AttrValue::from(self.words.get(message))
    }

    /// A paragraph.
    #[inline(never)]
    pub(crate) fn line(&self, message: Msg) -> Html {
        put("p", "", self.text(message))
    }

    /// A quieter one.
    #[inline(never)]
    pub(crate) fn quiet(&self, message: Msg) -> Html {
        put("p", QUIET, self.text(message))
    }

    /// Hands on an act when pressed.
    #[inline(never)]
    pub(crate) fn press(&self, act: fn() -> Act) -> Callback<MouseEvent> {
        let send = self.send.clone();
        Callback::from(move |_| send.emit(act()))
    }

    /// A button.
    #[inline(never)]
    pub(crate) fn button(&self, kind: Kind, label: Msg, act: fn() -> Act) -> Html {
        Button {
            label: self.text(label),
            full: None,
            kind,
            busy: false,
            id: None,
            onclick: self.press(act),
        }
        .into()
    }

    /// Hands on what is typed into a field, or picked.
    #[inline(never)]
    pub(crate) fn into(&self, act: fn(String) -> Act) -> Callback<String> {
        let send = self.send.clone();
        Callback::from(move |text| send.emit(act(text)))
    }

    /// A message set apart.
    #[inline(never)]
    pub(crate) fn notice(
        &self,
        tone: Tone,
        heading: Msg,
        body: Html,
        role: Option<&'static str>,
    ) -> Html {
        Notice {
            tone,
            heading: self.text(heading),
            body,
            role: role.map(AttrValue::Static),
        }
        .into()
    }

    /// What somebody should know, under a small heading.
    #[inline(never)]
    pub(crate) fn fact(&self, heading: Msg, pieces: Vec<Html>) -> Html {
        self.fact_of(heading, all(pieces))
    }

    /// The same with one sentence.
    #[inline(never)]
    pub(crate) fn told(&self, heading: Msg, sentence: Msg) -> Html {
        self.fact_of(heading, self.line(sentence))
    }

    #[inline(never)]
    fn fact_of(&self, heading: Msg, body: Html) -> Html {
        Tag::new("section", "swan-wellbeing__fact")
            .words("h3", NAME, Some(self.text(heading)))
            .with(body)
            .html()
    }
}

/// The class of a small heading.
pub(crate) const NAME: &str = "swan-wellbeing__name";
/// The class of words that matter less.
pub(crate) const QUIET: &str = "swan-wellbeing__quiet";

/// An element of a class with pieces in it.
#[inline(never)]
pub(crate) fn part(tag: &'static str, class: &'static str, pieces: Vec<Html>) -> Html {
    Tag::new(tag, class).with(all(pieces)).html()
}

/// A call or a text as a button, a page in a tab of its own as a link.
#[inline(never)]
pub(crate) fn link(label: AttrValue, href: String, new_tab: Option<AttrValue>) -> Html {
    let link = out("swan-button swan-wellbeing__link", Some(href.into())).text(label);
    match new_tab {
        Some(words) => {
            let brackets = [" (", &words, ")"].concat().into();
            let link = link.is(At::Kind, "link");
            link.words("span", "swan-unseen", Some(brackets)).html()
        }
        // A call or a text leaves nothing behind: no tab for it.
        None => link.is(At::Kind, "quiet").put(At::Target, None).html(),
    }
}

/// Several sentences in the room of the longest, of which one is seen. What is as high whatever it
/// says tells nobody outside a frame which one it is.
#[inline(never)]
pub(crate) fn one_of(sentences: Vec<AttrValue>, seen: usize) -> Html {
    let mut stack = Tag::new("div", "swan-wellbeing__stack");
    for (at, sentence) in sentences.into_iter().enumerate() {
        let line = Tag::new("p", "")
            .sign(At::Hidden, at != seen)
            .text(sentence);
        stack = stack.with(line.html());
    }
    stack.html()
}
