//! What every picture is drawn with, and which one is drawn.
//!
//! Functions that are not inlined, because each visitor pays for every byte.

mod card;
mod details;
mod filters;
mod list;
mod shifts;
mod still;
mod week;

use chrono::NaiveDate;
use swansfeet_embed::Context;
use swansfeet_ui::button::Kind;
use swansfeet_ui::tag::{At, Tag};
use swansfeet_ui::{Button, Notice, Tone};
use swansfeet_words::{Msg, Words};
use yew::prelude::*;

use crate::app::Act;
use crate::say;
use crate::state::{Field, Group, State};

pub(crate) use still::Still;
pub(crate) use swansfeet_ui::tag::{all, put};

/// What every picture is drawn from.
pub(crate) struct View<'a> {
    pub(crate) state: &'a State,
    pub(crate) cx: &'a Context,
    pub(crate) words: &'a Words,
    pub(crate) send: Callback<Act>,
    /// On the screen for shifts.
    pub(crate) at_shifts: bool,
    /// How often another screen was shown: moves focus to its heading.
    pub(crate) arrivals: u32,
    /// The heading of the meeting that somebody was led to.
    pub(crate) gone: &'a NodeRef,
    /// What was drawn before and need not be drawn again.
    pub(crate) still: &'a Still,
}

/// The finder.
pub(crate) fn finder(view: &View) -> Html {
    if view.at_shifts {
        view.still.forget();
        shifts::screen(view)
    } else {
        list::screen(view)
    }
}

impl View<'_> {
    /// From where days are far or near.
    pub(crate) fn today(&self) -> NaiveDate {
        self.state.now(self.cx).date()
    }

    #[inline(never)]
    pub(crate) fn text(&self, message: Msg) -> AttrValue {
        say::text(self.words, message)
    }

    #[inline(never)]
    pub(crate) fn button(&self, label: AttrValue, kind: Kind, act: Act) -> Html {
        self.named_button(label, None, kind, act)
    }

    #[inline(never)]
    pub(crate) fn named_button(
        &self,
        label: AttrValue,
        full: Option<AttrValue>,
        kind: Kind,
        act: Act,
    ) -> Html {
        Button {
            label,
            full,
            kind,
            onclick: self.press(act),
            ..Button::default()
        }
        .into()
    }

    #[inline(never)]
    pub(crate) fn press(&self, act: Act) -> Callback<MouseEvent> {
        let send = self.send.clone();
        Callback::from(move |_| send.emit(act.clone()))
    }

    /// Hands on what is typed into a field, or picked.
    #[inline(never)]
    pub(crate) fn into(&self, field: Field) -> Callback<String> {
        let send = self.send.clone();
        Callback::from(move |text| send.emit(Act::Type(field, text)))
    }

    /// Hands on what is ticked in a group.
    #[inline(never)]
    pub(crate) fn ticks(&self, group: Group) -> Callback<String> {
        let send = self.send.clone();
        Callback::from(move |id| send.emit(Act::Tick(group, id)))
    }

    #[inline(never)]
    pub(crate) fn notice(&self, tone: Tone, heading: AttrValue, body: Html) -> Html {
        Notice {
            tone,
            heading,
            body,
            // It appears by itself, and nothing goes on without it.
            role: Some("alert".into()),
        }
        .into()
    }
}

/// A sentence that is read out when it changes.
#[inline(never)]
pub(crate) fn status(class: &'static str, words: AttrValue) -> Html {
    Tag::new("p", class)
        .is(At::Role, "status")
        .text(words)
        .html()
}

/// An id of one meeting.
#[inline(never)]
pub(crate) fn id_of(start: &str, meeting: usize) -> AttrValue {
    [start, &meeting.to_string()].concat().into()
}
