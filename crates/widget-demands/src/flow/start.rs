//! Pre-filled answers for the gallery, tests and pictures: `screen=about&name=Ana&press=next`.
//! Read only beside `data-src`, which no address can pass on: a link must not be able to put words
//! into somebody's mouth, let alone tick a box.
//!
//! Names are those of the fields; beside them `screen`, `press=next`, `code-instead`, `signing`
//! (`closed`, `not-yet`), `fail` (what came of sending), `count=0`, `key=none`, and `thanks` (`mail`,
//! `again`, `code`).

use super::{Bar, Changes, Failure, Field, Flow, Load, Screen, Sending, Thanks};
use crate::wire::Signable;

impl Flow {
    /// Takes over every part that is known.
    #[inline(never)]
    pub fn prefill(&mut self, text: &str) {
        for part in text.split('&') {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            match name {
                "screen" => {
                    if let Some(screen) = Screen::named(value) {
                        self.trail = vec![screen];
                        self.at = 0;
                    }
                }
                "press" => {
                    self.go_on();
                }
                "code-instead" => self.swap_code(),
                "fail" => self.sending = sending(value),
                "thanks" => self.thanks = Some(thanks(value)),
                "changed" => {
                    self.changes = Some(Changes {
                        demands: vec![0, 2],
                        is_shorter: true,
                        consent: true,
                    });
                }
                "signing" | "count" | "key" => self.pretend(name, value),
                _ => {
                    if let Some(field) = Field::named(name) {
                        self.type_in(field, value.replace('+', " "));
                    }
                }
            }
        }
    }

    fn pretend(&mut self, name: &str, value: &str) {
        let Load::Ready(loaded) = &mut self.load else {
            return;
        };
        match name {
            "signing" if value == "closed" => loaded.signing = Signable::Closed,
            "signing" => loaded.signing = Signable::NotYet,
            "count" => loaded.count = 0,
            _ => loaded.campaign.keys.clear(),
        }
        debug_assert!(name == "count" || !matches!(self.bar(), None | Some(Bar::OtherKey)));
    }
}

/// What came of sending, by its name. A table is half as much wasm as as many comparisons.
const SENT: [(&str, Sending); 8] = [
    ("going", Sending::Going),
    ("solving", Sending::Solving),
    ("offline", Sending::Failed(Failure::Offline)),
    ("too-many", Sending::Failed(Failure::TooMany)),
    ("too-large", Sending::Failed(Failure::TooLarge)),
    ("no-random", Sending::Failed(Failure::NoRandom)),
    ("broken", Sending::Failed(Failure::Broken)),
    ("not-taken", Sending::Failed(Failure::NotTaken)),
];

fn sending(value: &str) -> Sending {
    let known = SENT.iter().find(|(name, _)| *name == value);
    known.map_or(Sending::Failed(Failure::Unreachable), |(_, sent)| *sent)
}

fn thanks(value: &str) -> Thanks {
    let by_code = value == "code";
    Thanks {
        email: (!by_code).then(|| "ana@example.org".to_owned()),
        withdraw: by_code.then(|| "https://hub.example/s/AAAAAAAAAAAAAAAAAAAAAA".to_owned()),
        is_again: value == "again",
    }
}
