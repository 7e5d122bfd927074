//! States for the gallery, tests and pictures: `answers=7,8,-,4&screen=share&place=london`. Read only
//! beside `data-src`, which no address can pass on: a link must not put words into anybody's mouth.
//!
//! `answers` (a dash is "prefer not to say"; after the last of all comes the result), `choose` (the
//! question that is shown), `press=next`, `nation`, `place`, `screen`, `sending`, `picture` (place and
//! weeks by number), `diary` (`nowhere`, `off`, `locked`, `wrong`, `short`, `empty`, `open`, `kept`).

use swansfeet_wellbeing::{Nation, Place};

use crate::app::{App, pretended};
use crate::diary::{self, Book, Diary, State, Trouble};
use crate::flow::{Answer, Screen};
use crate::wire::parts;

/// Takes over every part that is known.
#[inline(never)]
pub(crate) fn prefill(app: &mut App, text: &str) {
    for part in parts(text, '&') {
        let both = parts(part, '=');
        let (name, value) = (both[0], both.get(1).copied().unwrap_or_default());
        let flow = app.flow();
        match name {
            "answers" => {
                flow.go_on();
                for answer in parts(value, ',') {
                    flow.choose(Answer::read(answer));
                    flow.go_on();
                }
            }
            "choose" => flow.choose(Answer::read(value)),
            "press" => {
                flow.go_on();
            }
            "lacking" => flow.is_lacking = true,
            "nation" => flow.nation = Nation::named(value).unwrap_or_default(),
            "place" => flow.place = Place::named(value),
            "screen" => app.open(screen(value)),
            "sending" => flow.sending = pretended(value),
            "picture" => {
                let both = parts(value, ',');
                let number = |at: usize| both.get(at).and_then(|text| text.parse().ok());
                flow.shown = (number(0).unwrap_or(0), number(1).unwrap_or(0));
            }
            "diary" => *app.diary() = pretended_diary(value),
            _ => {}
        }
    }
}

fn screen(name: &str) -> Screen {
    match name {
        "support" => Screen::Support,
        "share" => Screen::Share,
        "picture" => Screen::Picture,
        "diary" => Screen::Diary,
        _ => Screen::Result,
    }
}

fn pretended_diary(name: &str) -> Diary {
    let entries = match name {
        "open" | "kept" => diary::read("2026-11-26 ons4 2314\n2026-11-24 ons4 1142\n"),
        _ => Vec::new(),
    };
    Diary {
        state: match name {
            "nowhere" => State::Nowhere,
            "off" | "short" => State::Off,
            "locked" | "wrong" => State::Locked,
            _ => State::Open(Book {
                vault: None,
                entries,
            }),
        },
        trouble: match name {
            "short" => Some(Trouble::TooShort),
            "wrong" => Some(Trouble::Wrong),
            _ => None,
        },
        is_kept: name == "kept",
        ..Diary::default()
    }
}
