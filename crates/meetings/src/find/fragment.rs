//! A filter as the text of an address, and back.
//!
//! Keys: `q`, `how`, `day`, `part`, `role`, `open`, `lang`, `access`, `women`, `often`, `miles`,
//! `fits`. They are in addresses that people have shared: none is ever given another meaning.

use chrono::Weekday;

use super::{Filter, Often, Open, PartOfDay, Ways, Women};
use crate::figures::figures;
use crate::{AccessNeed, percent};

const DAYS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Mon),
    ("tue", Weekday::Tue),
    ("wed", Weekday::Wed),
    ("thu", Weekday::Thu),
    ("fri", Weekday::Fri),
    ("sat", Weekday::Sat),
    ("sun", Weekday::Sun),
];

/// What an address may hold at most, so that a hostile one costs nothing: bytes of a value, and
/// entries of a list.
const VALUE: usize = 200;
const LIST: usize = 20;

impl Filter {
    /// The filter for the fragment of an address: `how=online&day=tue,thu`. Empty where nothing is
    /// asked for. Holds the miles but no postcode and no point: who gets a shared list must not
    /// learn where the sender lives.
    #[must_use]
    pub fn to_fragment(&self) -> String {
        let mut out = Writer(String::new());
        out.value("q", self.text.trim());
        let ways = Ways::ALL.into_iter().filter(|how| self.ways.has(*how));
        out.list("how", &mut ways.map(|how| how.id()));
        let days = DAYS.iter().filter(|(_, day)| self.days.has(*day));
        out.list("day", &mut days.map(|(id, _)| *id));
        let parts = PartOfDay::ALL.into_iter();
        let parts = parts.filter(|part| self.parts.has(*part));
        out.list("part", &mut parts.map(PartOfDay::id));
        out.list("role", &mut self.roles.iter().map(String::as_str));
        match &self.open {
            Open::Any => {}
            Open::All => out.value("open", "all"),
            Open::Union(union) => out.list("open", &mut ["union", union].into_iter()),
        }
        out.list("lang", &mut self.languages.iter().map(String::as_str));
        out.list("access", &mut self.access.needs().map(AccessNeed::id));
        match self.women {
            Women::Shown => {}
            Women::Hidden => out.value("women", "hidden"),
            Women::Only => out.value("women", "only"),
        }
        match self.often {
            Often::Any => {}
            Often::Weekly => out.value("often", "weekly"),
            Often::Once => out.value("often", "once"),
        }
        if let Some(miles) = self.miles {
            out.value("miles", &miles.to_string());
        }
        if self.fits {
            out.value("fits", "yes");
        }
        out.0
    }

    /// Reads a fragment or a query, with or without its `#` or `?`. Keys and values that are not
    /// known are passed over.
    #[must_use]
    pub fn from_fragment(text: &str) -> Filter {
        let mut filter = Filter::default();
        for pair in text.trim_start_matches(['#', '?']).split('&') {
            if let Some((key, value)) = pair.split_once('=') {
                filter.take(key, value);
            }
        }
        filter
    }

    fn take(&mut self, key: &str, value: &str) {
        let mut list = value.split(',').take(LIST).map(decode);
        match key {
            "q" => decode(value).trim().clone_into(&mut self.text),
            "how" => {
                for id in list {
                    if let Some(how) = Ways::ALL.into_iter().find(|how| how.id() == id) {
                        self.ways = self.ways.set(how, true);
                    }
                }
            }
            "day" => {
                for id in list {
                    if let Some((_, day)) = DAYS.iter().find(|(name, _)| *name == id) {
                        self.days = self.days.set(*day, true);
                    }
                }
            }
            "part" => {
                for id in list {
                    let mut parts = PartOfDay::ALL.into_iter();
                    if let Some(part) = parts.find(|part| part.id() == id) {
                        self.parts = self.parts.set(part, true);
                    }
                }
            }
            "role" => self.roles = distinct(list),
            "lang" => self.languages = distinct(list.map(|tag| tag.to_ascii_lowercase())),
            "open" => {
                self.open = match (list.next().as_deref(), list.next()) {
                    (Some("all"), _) => Open::All,
                    (Some("union"), Some(union)) if !union.trim().is_empty() => {
                        Open::Union(union.trim().to_owned())
                    }
                    _ => Open::Any,
                }
            }
            "access" => {
                let needs = list.filter_map(|id| AccessNeed::by_id(&id));
                self.access = needs.collect();
            }
            "women" => {
                self.women = match value {
                    "hidden" => Women::Hidden,
                    "only" => Women::Only,
                    _ => Women::Shown,
                }
            }
            "often" => {
                self.often = match value {
                    "weekly" => Often::Weekly,
                    "once" => Often::Once,
                    _ => Often::Any,
                }
            }
            "miles" => self.miles = miles(value),
            "fits" => self.fits = value == "yes",
            _ => {}
        }
    }
}

fn miles(value: &str) -> Option<u16> {
    u16::try_from(figures(value)?)
        .ok()
        .filter(|miles| *miles > 0)
}

/// Without empty and repeated entries, in the order in which they came.
fn distinct(list: impl Iterator<Item = String>) -> Vec<String> {
    let mut out = Vec::new();
    for entry in list {
        if !entry.is_empty() && !out.contains(&entry) {
            out.push(entry);
        }
    }
    out
}

struct Writer(String);

impl Writer {
    fn value(&mut self, key: &str, value: &str) {
        self.list(key, &mut Some(value).into_iter());
    }

    fn list(&mut self, key: &str, values: &mut dyn Iterator<Item = &str>) {
        let mut first = true;
        for value in values.filter(|value| !value.is_empty()) {
            if !first {
                self.0.push(',');
            } else {
                if !self.0.is_empty() {
                    self.0.push('&');
                }
                self.0.push_str(key);
                self.0.push('=');
            }
            first = false;
            percent::encode(value, &mut self.0);
        }
    }
}

/// What is not UTF-8 becomes U+FFFD; a `%` that begins nothing stays; `+` is a space, as forms
/// write it.
fn decode(value: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = value.as_bytes();
    while let [byte, behind @ ..] = rest {
        rest = behind;
        bytes.push(match (byte, behind) {
            (b'+', _) => b' ',
            (b'%', [high, low, after @ ..]) => match (hex(*high), hex(*low)) {
                (Some(high), Some(low)) => {
                    rest = after;
                    high << 4 | low
                }
                _ => b'%',
            },
            _ => *byte,
        });
    }
    // What is no text was written by nobody.
    let mut text = String::from_utf8(bytes).unwrap_or_default();
    let mut end = VALUE.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.truncate(end);
    text
}

fn hex(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}
