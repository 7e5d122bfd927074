//! Pre-filled answers, as a partner may write them on the tag or behind a link on a leaflet:
//! `screen=result&age=21&paid=monthly&visits=120&pay=1500`. Read once, never written: what a
//! person types is not put into any address.
//!
//! Names are those of the fields and `screen`; for tests and screenshots also `today`, which pins
//! the day, and `press=next`, which presses the button once.

use swansfeet_words::{cut, input};

use super::{Field, Flow, Screen, nothing_typed, read};

/// A part of the text that was left out, for the console of the site's owner.
#[derive(Debug, PartialEq, Eq)]
pub struct Ignored {
    /// The part as written: `visits=abc`.
    pub part: String,
    /// Whether its name is known, and only the value is not.
    pub known_name: bool,
}

impl Flow {
    /// Takes over every part that can be read, and gives back the others.
    pub fn prefill(&mut self, text: &str) -> Vec<Ignored> {
        let mut ignored = Vec::new();
        let mut screen = None;
        let mut presses_next = false;
        let mut rest = text.strip_prefix('?').unwrap_or(text);
        while !rest.is_empty() {
            let (part, after) = cut(rest, b'&').unwrap_or((rest, ""));
            rest = after;
            if part.is_empty() {
                continue;
            }
            let (name, raw) = cut(part, b'=').unwrap_or((part, ""));
            let value = decode(raw);
            let taken = match name {
                "screen" => {
                    screen = Screen::named(&value);
                    screen.is_some()
                }
                "press" => {
                    presses_next = value == "next";
                    presses_next
                }
                "today" => input::date(&value, self.today)
                    .map(|day| self.set_today(day))
                    .is_ok(),
                _ => Field::named(name).is_some_and(|field| self.take(field, &value)),
            };
            if !taken {
                let known_name =
                    matches!(name, "screen" | "today" | "press") || Field::named(name).is_some();
                ignored.push(Ignored {
                    part: part.to_owned(),
                    known_name,
                });
            }
        }
        if let Some(screen) = screen {
            self.start_at(screen);
        }
        if presses_next {
            self.go_on();
        }
        ignored
    }

    /// Where the partner's readers work, by code; not taken where the code is unknown. Stays when
    /// the check is started again.
    pub fn choose_nation(&mut self, code: &str) -> bool {
        let taken = self.take(Field::Nation, code);
        if taken {
            code.clone_into(&mut self.nation);
        }
        taken
    }

    /// Forgets every answer and every screen before, and shows the first question one step on.
    /// What the partner set stays.
    pub fn restart(&mut self) {
        self.answers = nothing_typed();
        self.type_in(Field::Nation, self.nation.clone());
        // The result of answers that are gone is no longer there to go back to.
        self.trail.fill(Screen::Age);
        self.open(Screen::Age);
    }

    fn take(&mut self, field: Field, value: &str) -> bool {
        let readable = !value.is_empty() && read::read(field, value, self.today).is_ok();
        if readable {
            self.type_in(field, value.to_owned());
        }
        readable
    }
}

/// Undoes `%41` and `+`. What cannot be undone stays as written.
fn decode(raw: &str) -> String {
    let bytes = raw.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let hex = hex_digit(bytes, at + 1)
            .zip(hex_digit(bytes, at + 2))
            .map(|(a, b)| a * 16 + b);
        match (byte, hex) {
            (b'%', Some(decoded)) => {
                out.push(decoded);
                at += 2;
            }
            (b'+', _) => out.push(b' '),
            _ => out.push(byte),
        }
        at += 1;
    }
    String::from_utf8(out).unwrap_or_else(|_| raw.to_owned())
}

fn hex_digit(bytes: &[u8], at: usize) -> Option<u8> {
    let digit = char::from(*bytes.get(at)?).to_digit(16)?;
    Some(digit as u8)
}
