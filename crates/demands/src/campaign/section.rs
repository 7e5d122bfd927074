//! Reads values out of a TOML table, keeping account of where each stands and of all that is wrong.
//!
//! Knows TOML, not campaigns: which keys there are says `file`.

use chrono::{NaiveDate, NaiveTime};
use toml::de::{DeTable, DeValue};
use toml::value::{Datetime, Offset};

use super::problem::{FileError, Problem};
use crate::near::nearest;
use crate::text::{Language, Moment, Slug, Text};

/// A table of the file, and the way to it.
pub(super) struct Section<'t> {
    table: &'t DeTable<'t>,
    path: String,
    /// Where it starts, in bytes.
    at: usize,
}

/// A value, and where it stands.
struct Value<'t> {
    value: &'t DeValue<'t>,
    at: usize,
}

/// Everything that was found wrong so far.
pub(super) struct Reader<'s> {
    source: &'s str,
    pub(super) languages: Vec<Language>,
    errors: Vec<FileError>,
}

impl<'t> Section<'t> {
    pub(super) fn whole(table: &'t DeTable<'t>) -> Section<'t> {
        Section {
            table,
            path: String::new(),
            at: 0,
        }
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    fn path_to(&self, key: &str) -> String {
        if self.path.is_empty() {
            key.to_owned()
        } else {
            format!("{}.{key}", self.path)
        }
    }
}

impl<'s> Reader<'s> {
    pub(super) fn new(source: &'s str) -> Reader<'s> {
        Reader {
            source,
            languages: Vec::new(),
            errors: Vec::new(),
        }
    }

    /// What was wrong, from the first line to the last.
    pub(super) fn finish(mut self) -> Vec<FileError> {
        self.errors.sort_by_key(|error| error.line);
        self.errors
    }

    pub(super) fn not_toml(&mut self, error: &toml::de::Error) {
        let at = error.span().map_or(0, |span| span.start);
        self.error(
            at,
            String::new(),
            Problem::NotToml(error.message().to_owned()),
        );
    }

    fn error(&mut self, at: usize, key: String, problem: Problem) {
        let before = self.source.get(..at).unwrap_or(self.source);
        let line = before.matches('\n').count() + 1;
        self.errors.push(FileError { line, key, problem });
    }

    /// Says that something is wrong with a key, where its value stands or, without one, where its
    /// table does.
    pub(super) fn wrong(&mut self, section: &Section<'_>, key: &str, problem: Problem) {
        let at = section
            .table
            .get(key)
            .map_or(section.at, |value| value.span().start);
        self.error(at, section.path_to(key), problem);
    }

    /// Complains of every key that is not known.
    pub(super) fn only(&mut self, section: &Section<'_>, known: &'static [&'static str]) {
        for key in section.table.keys() {
            let name = key.get_ref().as_ref();
            if !known.contains(&name) {
                let problem = Problem::Unknown(nearest(name, known), known);
                self.error(key.span().start, section.path_to(name), problem);
            }
        }
    }

    fn value<'t>(&mut self, section: &Section<'t>, key: &str) -> Option<Value<'t>> {
        let found = optional(section, key);
        if found.is_none() {
            self.wrong(section, key, Problem::Missing);
        }
        found
    }

    /// One line of text that must be there.
    pub(super) fn line<'t>(
        &mut self,
        section: &Section<'t>,
        key: &str,
        longest: usize,
    ) -> Option<&'t str> {
        let value = self.value(section, key)?;
        self.words(value, section.path_to(key), longest)
    }

    fn words<'t>(&mut self, value: Value<'t>, path: String, longest: usize) -> Option<&'t str> {
        let DeValue::String(words) = value.value else {
            self.error(value.at, path, Problem::Needs("text in quotation marks"));
            return None;
        };
        let unseen = |c: char| c.is_control() && c != '\n';
        let problem = if words.trim().is_empty() {
            Problem::Empty
        } else if words.chars().count() > longest {
            Problem::TooLong(longest)
        } else if let Some(found) = words.chars().find(|c| unseen(*c)) {
            Problem::Character(found)
        } else {
            return Some(words.trim());
        };
        self.error(value.at, path, problem);
        None
    }

    /// Words in every language of the campaign.
    pub(super) fn text(
        &mut self,
        section: &Section<'_>,
        key: &str,
        longest: usize,
    ) -> Option<Text> {
        let value = self.value(section, key)?;
        let path = section.path_to(key);
        let DeValue::Table(table) = value.value else {
            self.error(
                value.at,
                path,
                Problem::Needs("words by language: { en = \"…\" }"),
            );
            return None;
        };
        let before = self.errors.len();
        let mut words = Vec::new();
        for (tag, value) in table {
            let path = format!("{path}.{}", tag.get_ref());
            let language = Language::new(tag.get_ref());
            match language.filter(|language| self.languages.contains(language)) {
                None => self.error(tag.span().start, path, Problem::OtherLanguage),
                Some(language) => {
                    let value = Value {
                        value: value.get_ref(),
                        at: value.span().start,
                    };
                    let found = self.words(value, path, longest);
                    words.extend(found.map(|found| (language, found.to_owned())));
                }
            }
        }
        for language in self.languages.clone() {
            if !table.contains_key(language.as_str()) {
                let problem = Problem::NoWordsIn(language.to_string());
                self.error(value.at, path.clone(), problem);
            }
        }
        (self.errors.len() == before).then(|| Text::new(words))
    }

    pub(super) fn slug(&mut self, section: &Section<'_>, key: &str) -> Option<Slug> {
        let text = self.line(section, key, usize::MAX)?;
        let slug = Slug::new(text);
        if slug.is_none() {
            self.wrong(section, key, Problem::NotAnId);
        }
        slug
    }

    /// One of these words; `known` and what each stands for.
    pub(super) fn word<T: Copy>(
        &mut self,
        section: &Section<'_>,
        key: &str,
        known: &'static [&'static str],
        meaning: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.line(section, key, usize::MAX)?;
        let found = meaning(text);
        if found.is_none() {
            self.wrong(
                section,
                key,
                Problem::NoSuchWord(nearest(text, known), known),
            );
        }
        found
    }

    pub(super) fn https(&mut self, section: &Section<'_>, key: &str) -> Option<String> {
        let text = self.line(section, key, 500)?;
        let address = text.strip_prefix("https://");
        let fits =
            |rest: &str| !rest.starts_with('/') && rest.bytes().all(|b| b.is_ascii_graphic());
        if !address.is_some_and(|rest| !rest.is_empty() && fits(rest)) {
            self.wrong(section, key, Problem::NotHttps);
            return None;
        }
        Some(text.to_owned())
    }

    /// A whole number that must be there.
    pub(super) fn number(
        &mut self,
        section: &Section<'_>,
        key: &str,
        (from, to): (u32, u32),
    ) -> Option<u32> {
        let value = self.value(section, key)?;
        let DeValue::Integer(written) = value.value else {
            self.error(
                value.at,
                section.path_to(key),
                Problem::Needs("a whole number"),
            );
            return None;
        };
        let digits = written.as_str().replace('_', "");
        let number = u32::from_str_radix(&digits, written.radix()).ok();
        let number = number.filter(|number| (from..=to).contains(number));
        if number.is_none() {
            self.wrong(section, key, Problem::OutOfRange(from, to));
        }
        number
    }

    /// A moment that may be missing.
    pub(super) fn moment(&mut self, section: &Section<'_>, key: &str) -> Option<Moment> {
        let value = optional(section, key)?;
        let DeValue::Datetime(written) = value.value else {
            let needs = Problem::Needs("a date and time without quotation marks");
            self.error(value.at, section.path_to(key), needs);
            return None;
        };
        let moment = moment(written);
        if moment.is_none() {
            self.wrong(section, key, Problem::NoOffset);
        }
        moment
    }

    /// A list of words that must be there.
    pub(super) fn lines<'t>(&mut self, section: &Section<'t>, key: &str) -> Vec<&'t str> {
        let Some(value) = self.value(section, key) else {
            return Vec::new();
        };
        let path = section.path_to(key);
        let needs = Problem::Needs("a list of words: [\"…\", \"…\"]");
        let DeValue::Array(array) = value.value else {
            self.error(value.at, path, needs);
            return Vec::new();
        };
        if array.is_empty() {
            self.error(value.at, path.clone(), Problem::Empty);
        }
        let mut lines = Vec::new();
        for item in array.iter() {
            let value = Value {
                value: item.get_ref(),
                at: item.span().start,
            };
            lines.extend(self.words(value, path.clone(), 100));
        }
        lines
    }

    /// A table that must be there.
    pub(super) fn table<'t>(&mut self, section: &Section<'t>, key: &str) -> Option<Section<'t>> {
        let value = self.value(section, key)?;
        let path = section.path_to(key);
        let DeValue::Table(table) = value.value else {
            self.error(value.at, path, Problem::Needs("a table"));
            return None;
        };
        Some(Section {
            table,
            path,
            at: value.at,
        })
    }

    /// The tables under a key, `[[so]]`. Whether one is needed is the caller's to say.
    pub(super) fn tables<'t>(
        &mut self,
        section: &Section<'t>,
        key: &str,
        needed: bool,
    ) -> Vec<Section<'t>> {
        let path = section.path_to(key);
        let Some(value) = optional(section, key) else {
            if needed {
                self.error(section.at, path, Problem::Missing);
            }
            return Vec::new();
        };
        let needs = || Problem::Needs("tables, each under its own [[name]]");
        let DeValue::Array(array) = value.value else {
            self.error(value.at, path, needs());
            return Vec::new();
        };
        if needed && array.is_empty() {
            self.error(value.at, path.clone(), Problem::Empty);
        }
        let mut sections = Vec::new();
        for (number, item) in array.iter().enumerate() {
            let path = format!("{path}[{}]", number + 1);
            match item.get_ref() {
                DeValue::Table(table) => {
                    sections.push(Section {
                        table,
                        path,
                        at: item.span().start,
                    });
                }
                _ => self.error(item.span().start, path, needs()),
            }
        }
        sections
    }
}

fn optional<'t>(section: &Section<'t>, key: &str) -> Option<Value<'t>> {
    let value = section.table.get(key)?;
    Some(Value {
        value: value.get_ref(),
        at: value.span().start,
    })
}

/// A date and time with its distance from UTC.
fn moment(written: &Datetime) -> Option<Moment> {
    let (date, time) = (written.date?, written.time?);
    let minutes = match written.offset? {
        Offset::Z => 0,
        Offset::Custom { minutes } => i64::from(minutes),
    };
    let day = NaiveDate::from_ymd_opt(
        i32::from(date.year),
        u32::from(date.month),
        u32::from(date.day),
    )?;
    let time = NaiveTime::from_hms_opt(
        u32::from(time.hour),
        u32::from(time.minute),
        u32::from(time.second),
    )?;
    Some(Moment(
        day.and_time(time).and_utc().timestamp() - minutes * 60,
    ))
}
