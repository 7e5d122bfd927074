//! Pre-filled answers for the gallery, tests and pictures: `screen=about&name=Ana&press=next`.
//! Read only beside `data-src`, which no address can pass on: a link must not be able to put words
//! into somebody's mouth, let alone tick a box.
//!
//! Names are those of the fields; beside them `screen`, `press=next`, `code-instead`, `signing`
//! (`closed`, `not-yet`), `fail` (what came of sending), `count`, `key=none`, and `thanks` (`mail`,
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
            "count" => loaded.count = value.parse().unwrap_or_default(),
            _ => loaded.campaign.keys.clear(),
        }
        debug_assert!(name == "count" || !matches!(self.bar(), None | Some(Bar::OtherKey)));
    }
}

fn sending(value: &str) -> Sending {
    Sending::Failed(match value {
        "going" => return Sending::Going,
        "solving" => return Sending::Solving,
        "offline" => Failure::Offline,
        "too-many" => Failure::TooMany,
        "too-large" => Failure::TooLarge,
        "no-random" => Failure::NoRandom,
        "broken" => Failure::Broken,
        "not-taken" => Failure::NotTaken,
        _ => Failure::Unreachable,
    })
}

fn thanks(value: &str) -> Thanks {
    let by_code = value == "code";
    Thanks {
        email: (!by_code).then(|| "ana@example.org".to_owned()),
        withdraw: by_code.then(|| "https://hub.example/s/AAAAAAAAAAAAAAAAAAAAAA".to_owned()),
        is_again: value == "again",
    }
}
