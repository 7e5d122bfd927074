//! After signing: what happens to the name now, and what a person can do for the campaign.
//!
//! Every link opens only when it is pressed, and nothing of others is loaded. What is written here
//! (a letter) stays on the device until the person sends it.

mod letter;
mod poster;
mod share;
mod thanks;

use swansfeet_demands::campaign::{Action, Step};
use swansfeet_embed::{Context as Edge, wish};
use swansfeet_ui::{Kind, Way, WayOn};
use yew::prelude::*;

use crate::app::{Act, App};
use crate::draw::{View, part, put};
use crate::flow::Flow;
use crate::msg;
use crate::wire::Loaded;

pub(crate) use thanks::screen;

/// What somebody does after signing.
#[derive(Clone)]
pub enum Do {
    /// Opens the device's own sheet for handing on.
    Share,
    /// Copies something.
    Copy(What),
    /// It was copied, or the browser refused.
    Copied(What, bool),
    /// Opens the poster.
    Poster,
    /// Changes a letter.
    Write(usize, String),
    /// Opens a letter by itself, to be printed.
    Print(usize),
    /// Goes to the meetings on this page.
    Meetings,
}

/// What can be copied.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// The campaign's address.
    Address,
    /// The link that takes the name back.
    Withdraw,
    /// A letter.
    Letter(usize),
}

/// What is kept for it.
#[derive(Default)]
pub(crate) struct After {
    /// Where others can sign.
    pub(crate) address: String,
    /// Letters as they were changed, by their place in the campaign.
    letters: Vec<Option<String>>,
    /// The hub's page of the campaign's meetings.
    meetings: String,
    /// What was copied last, and whether the browser did it.
    copied: Option<(What, bool)>,
}

impl After {
    /// Finds out where others can sign: on the same page.
    pub(crate) fn address(&mut self, edge: &Edge, slug: &str) {
        let mut address = edge.page().address();
        // The hub's own page, and the frame in a partner's, know the campaign from their query.
        if address.ends_with("/w/demands") {
            address = [&address, "?campaign=", slug].concat();
        }
        self.address = address;
        self.meetings = [edge.page().hub(), "/w/meetings?campaign=", slug].concat();
    }

    #[inline(never)]
    pub(crate) fn does(&mut self, what: &Do, ctx: &Context<App>, flow: &Flow) {
        let edge = &ctx.props().cx;
        let Some(loaded) = flow.campaign() else {
            return;
        };
        let campaign = &loaded.campaign;
        let lang = edge.words().lang();
        match what {
            Do::Share => wish::share(
                campaign.name.in_language(lang),
                campaign.introduction.in_language(lang),
                &self.address,
            ),
            Do::Copy(what) => {
                let text = match what {
                    What::Address => self.address.clone(),
                    What::Withdraw => flow
                        .thanks
                        .as_ref()
                        .and_then(|thanks| thanks.withdraw.clone())
                        .unwrap_or_default(),
                    What::Letter(at) => self.letter(*at, flow, lang),
                };
                let what = *what;
                let done = ctx
                    .link()
                    .callback(move |done| Act::After(Do::Copied(what, done)));
                wish::copy(&text, done);
            }
            Do::Copied(what, done) => {
                self.copied = Some((*what, *done));
                edge.announce(&edge.words().get(if *done {
                    msg::BUTTON_COPIED
                } else {
                    msg::COPY_REFUSED
                }));
            }
            Do::Poster => {
                let page = poster::page(edge.words(), campaign, &self.address);
                let _ = wish::show(&page, poster::KIND);
            }
            Do::Write(at, text) => {
                if self.letters.len() <= *at {
                    self.letters.resize(*at + 1, None);
                }
                self.letters[*at] = Some(text.clone());
            }
            Do::Print(at) => {
                let text = self.letter(*at, flow, lang);
                let _ = wish::show(&text, "text/plain;charset=utf-8");
            }
            Do::Meetings => wish::go_to(MEETINGS),
        }
    }

    /// A letter as it stands in its box.
    fn letter(&self, at: usize, flow: &Flow, lang: &str) -> String {
        let changed = self.letters.get(at).cloned().flatten();
        changed.unwrap_or_else(|| letter::filled(flow, at, lang))
    }
}

/// The meeting finder, where the page has one.
const MEETINGS: &str = "swan-meetings";

/// What the campaign offers, in its order.
fn steps(view: &View, loaded: &Loaded) -> Vec<Html> {
    let steps = loaded.campaign.steps.iter();
    steps.map(|step| self::step(view, loaded, step)).collect()
}

#[inline(never)]
fn step(view: &View, loaded: &Loaded, step: &Step) -> Html {
    let body = match &step.action {
        Action::Share => share::ways(view, loaded),
        Action::Letter => letter::letters(view, loaded),
        Action::Meetings if wish::is_there(MEETINGS) => {
            let label = view.text(msg::GO_TO_MEETINGS);
            vec![view.button(Kind::Quiet, label, Act::After(Do::Meetings))]
        }
        // On the hub's own page, where this one has no finder.
        Action::Meetings => vec![link(view, view.own(&step.title), &view.after.meetings)],
        Action::Link(address) => vec![link(view, view.own(&step.title), address)],
    };
    let mut pieces = vec![
        put("h3", "swan-demands__title", view.own(&step.title)),
        put("p", "", view.own(&step.text)),
    ];
    pieces.extend(body);
    part("section", "swan-demands__step", pieces)
}

#[inline(never)]
fn link(view: &View, title: AttrValue, address: &str) -> Html {
    WayOn {
        ways: vec![Way {
            title,
            href: address.to_owned().into(),
            text: None,
        }],
        new_tab: view.text(msg::OPENS_NEW_TAB),
    }
    .into()
}

/// A button that copies, and says that it has.
fn copies(view: &View, what: What, label: swansfeet_words::Msg) -> Html {
    let label = match view.after.copied {
        Some((last, true)) if last == what => msg::BUTTON_COPIED,
        Some((last, false)) if last == what => msg::COPY_REFUSED,
        _ => label,
    };
    view.button(Kind::Quiet, view.text(label), Act::After(Do::Copy(what)))
}

/// Text as a part of an address.
#[inline(never)]
pub(crate) fn encoded(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte == b'\n' {
            // The line ends of mail (RFC 6068, section 5).
            out.push_str("%0D%0A");
        } else if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            for half in [byte >> 4, byte & 15] {
                out.push(char::from(b"0123456789ABCDEF"[usize::from(half)]));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn any_text_can_stand_in_an_address() {
        assert_eq!(
            super::encoded("Tâl & co\n50%"),
            "T%C3%A2l%20%26%20co%0D%0A50%25"
        );
    }
}
