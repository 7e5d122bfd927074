//! Calendar files as components and properties (RFC 5545, 3.1), as files really are: folded rightly
//! or wrongly, with any line ends, cut short. Knows lines and escapes, and what no property means.
//!
//! Components come one at a time, so that a file of fifty thousand is never in memory as a whole.

mod lines;

use std::borrow::Cow;

use lines::{Lines, Raw};

/// More properties than this in one component are passed over.
const MOST_PROPERTIES: usize = 50_000;

/// A component that stands directly in a calendar (`VEVENT`, `VTIMEZONE`), or the calendar itself.
#[derive(Clone, Debug, Default)]
pub(crate) struct Component<'a> {
    /// `VEVENT`, as it is written.
    pub(crate) name: &'a str,
    /// The line of its `BEGIN`, counted from 1.
    pub(crate) line: u32,
    /// In the order of the file. Those of what is nested in it have [`Property::within`].
    pub(crate) properties: Vec<Property<'a>>,
    /// The first line that is no property and was taken for a broken fold; 0: none.
    pub(crate) broken: u32,
    /// The file or the calendar ended before it did, or it had more properties than are read.
    pub(crate) cut: bool,
}

/// One content line, unfolded.
#[derive(Clone, Debug)]
pub(crate) struct Property<'a> {
    /// `DTSTART`, as it is written; without a group.
    pub(crate) name: Cow<'a, str>,
    /// The line that it begins on, counted from 1.
    pub(crate) line: u32,
    /// Parameters, with their quotes taken off: `TZID`, `Europe/London`. A list stays one text.
    pub(crate) params: Vec<(String, String)>,
    /// As it is written: [`unescape`] reads a text.
    pub(crate) value: Cow<'a, str>,
    /// The nested component that it belongs to (`DAYLIGHT`, `VALARM`); empty: none.
    pub(crate) within: &'a str,
}

impl<'a> Component<'a> {
    /// Its own first property of that name.
    pub(crate) fn get(&self, name: &str) -> Option<&Property<'a>> {
        self.properties
            .iter()
            .find(|p| p.within.is_empty() && p.name.eq_ignore_ascii_case(name))
    }

    /// Its own properties of that name.
    pub(crate) fn all<'s>(&'s self, name: &'s str) -> impl Iterator<Item = &'s Property<'a>> {
        self.properties
            .iter()
            .filter(move |p| p.within.is_empty() && p.name.eq_ignore_ascii_case(name))
    }

    /// Whether it is a component of that name.
    pub(crate) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }
}

impl Property<'_> {
    /// A parameter's value.
    pub(crate) fn param(&self, name: &str) -> Option<&str> {
        self.params
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    /// Its value as a text, without escapes.
    pub(crate) fn text(&self) -> String {
        unescape(&self.value)
    }
}

/// Whether a text is a calendar file.
pub(crate) fn is_calendar(text: &str) -> bool {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    start
        .get(.."BEGIN:VCALENDAR".len())
        .is_some_and(|head| head.eq_ignore_ascii_case("BEGIN:VCALENDAR"))
}

/// A text without its escapes (RFC 5545, 3.3.11), and without those that some programs add.
pub(crate) fn unescape(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.next() {
            Some('n' | 'N') => out.push('\n'),
            Some(c @ (',' | ';' | '\\' | ':' | '"')) => out.push(c),
            Some(other) => {
                out.push('\\');
                out.push(other);
            }
            None => out.push('\\'),
        }
    }
    out
}

/// The parts of a value between commas that are not escaped; each still with its escapes.
pub(crate) fn parts(value: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(value);
    std::iter::from_fn(move || {
        let text = rest?;
        let mut escaped = false;
        for (at, byte) in text.bytes().enumerate() {
            match byte {
                b'\\' => escaped = !escaped,
                b',' if !escaped => {
                    rest = Some(&text[at + 1..]);
                    return Some(&text[..at]);
                }
                _ => escaped = false,
            }
        }
        rest = None;
        Some(text)
    })
}

/// Hands out a file's components one by one. The calendar's own properties (`X-WR-CALNAME`) come
/// last, as a component of the name `VCALENDAR`.
pub(crate) struct Reader<'a> {
    lines: Lines<'a>,
    calendar: Component<'a>,
    done: bool,
}

impl<'a> Reader<'a> {
    /// Over a whole file.
    pub(crate) fn new(text: &'a str) -> Reader<'a> {
        Reader {
            lines: Lines::new(text),
            calendar: Component {
                name: "VCALENDAR",
                ..Component::default()
            },
            done: false,
        }
    }

    /// The rest of a component whose `BEGIN` has been read.
    fn component(&mut self, name: &'a str, line: u32) -> Component<'a> {
        let mut found = Component {
            name,
            line,
            ..Component::default()
        };
        // Only the outermost nested name matters: nothing nests deeper than that with a meaning.
        let (mut within, mut depth) = ("", 0_u32);
        loop {
            let Some(raw) = self.lines.next(&mut found.broken) else {
                found.cut = true;
                return found;
            };
            match edge(&raw) {
                // A second event begins where the first has not ended: the first is cut short.
                Some((true, inner)) if is_outer(inner) => {
                    self.lines.give_back(raw);
                    found.cut = true;
                    return found;
                }
                Some((true, inner)) => {
                    if depth == 0 {
                        within = inner;
                    }
                    depth += 1;
                }
                Some((false, inner)) if inner.eq_ignore_ascii_case("VCALENDAR") => {
                    found.cut = true;
                    return found;
                }
                Some((false, inner)) if depth == 0 || inner.eq_ignore_ascii_case(name) => {
                    return found;
                }
                Some((false, _)) => {
                    depth -= 1;
                    if depth == 0 {
                        within = "";
                    }
                }
                None if found.properties.len() < MOST_PROPERTIES => {
                    found.properties.extend(property(raw, within));
                }
                None => found.cut = true,
            }
        }
    }
}

impl<'a> Iterator for Reader<'a> {
    type Item = Component<'a>;

    fn next(&mut self) -> Option<Component<'a>> {
        if self.done {
            return None;
        }
        let mut broken = 0;
        while let Some(raw) = self.lines.next(&mut broken) {
            match edge(&raw) {
                Some((true, name)) if !name.eq_ignore_ascii_case("VCALENDAR") => {
                    return Some(self.component(name, raw.line));
                }
                Some(_) => {}
                None if self.calendar.properties.len() < MOST_PROPERTIES => {
                    self.calendar.properties.extend(property(raw, ""));
                }
                None => self.calendar.cut = true,
            }
        }
        self.done = true;
        Some(std::mem::take(&mut self.calendar))
    }
}

/// Components that stand directly in a calendar.
fn is_outer(name: &str) -> bool {
    ["VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE"]
        .iter()
        .any(|outer| name.eq_ignore_ascii_case(outer))
}

/// `BEGIN:VEVENT` is true and its name, `END:VEVENT` false.
fn edge<'a>(raw: &Raw<'a>) -> Option<(bool, &'a str)> {
    let (head, name) = raw.text.split_once(':')?;
    let begins = match head.trim() {
        head if head.eq_ignore_ascii_case("BEGIN") => true,
        head if head.eq_ignore_ascii_case("END") => false,
        _ => return None,
    };
    let name = match &raw.text {
        Cow::Borrowed(text) => text.split_once(':')?.1.trim(),
        // Folded within its name, which nobody does with a reason.
        Cow::Owned(_) if name.trim().eq_ignore_ascii_case("VEVENT") => "VEVENT",
        Cow::Owned(_) => "?",
    };
    Some((begins, name))
}

/// Takes a content line apart; nothing where it has no colon.
fn property<'a>(raw: Raw<'a>, within: &'a str) -> Option<Property<'a>> {
    let text = raw.text.as_ref();
    let name_end = text.find([':', ';'])?;
    let (params, value_start) = if text.as_bytes()[name_end] == b':' {
        (Vec::new(), name_end + 1)
    } else {
        match params(&text[name_end + 1..]) {
            Some((params, used)) => (params, name_end + 1 + used),
            // A quote that never ends: what stands behind the first colon is the value.
            None => (Vec::new(), text.find(':')? + 1),
        }
    };
    // A group (`item1.URL`) belongs to address books; some programs write it all the same.
    let name_start = text[..name_end].rfind('.').map_or(0, |dot| dot + 1);
    let (name, value) = match raw.text {
        Cow::Borrowed(text) => (
            Cow::Borrowed(text[name_start..name_end].trim()),
            Cow::Borrowed(&text[value_start..]),
        ),
        Cow::Owned(ref text) => (
            Cow::Owned(text[name_start..name_end].trim().to_owned()),
            Cow::Owned(text[value_start..].to_owned()),
        ),
    };
    Some(Property {
        name,
        line: raw.line,
        params,
        value,
        within,
    })
}

/// Parameters up to the colon that ends them, and how many bytes they and it take.
fn params(text: &str) -> Option<(Vec<(String, String)>, usize)> {
    let mut found = Vec::new();
    let (mut start, mut quoted, mut is_zone) = (0, false, None);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'=' if is_zone.is_none() => {
                is_zone = Some(text[start..at].trim().eq_ignore_ascii_case("TZID"));
            }
            // Names of zones with a colon should be quoted: tzone://Microsoft/Utc, GMT+01:00.
            b':' if !quoted && is_zone == Some(true) && !is_year(&text[at + 1..]) => {}
            b';' | b':' if !quoted => {
                let (name, value) = text[start..at].split_once('=').unwrap_or_default();
                if !name.is_empty() {
                    found.push((name.trim().to_owned(), param_value(value)));
                }
                (start, is_zone) = (at + 1, None);
                if byte == b':' {
                    return Some((found, start));
                }
            }
            _ => {}
        }
    }
    None
}

/// Whether a date begins there.
fn is_year(text: &str) -> bool {
    let year = text.trim_start().as_bytes().first_chunk::<4>();
    year.is_some_and(|year| year.iter().all(u8::is_ascii_digit))
}

/// Without quotes and the escapes of RFC 6868.
fn param_value(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut chars = value.trim().chars().peekable();
    while let Some(c) = chars.next() {
        let escape = match (c, chars.peek()) {
            ('^', Some('n')) => Some('\n'),
            ('^', Some('^')) => Some('^'),
            ('^', Some('\'')) => Some('"'),
            _ => None,
        };
        if let Some(meant) = escape {
            out.push(meant);
            chars.next();
        } else if c != '"' {
            out.push(c);
        }
    }
    out
}
