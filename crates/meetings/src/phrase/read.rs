//! "First Tuesday of the month at 7.30pm" into a rule. Forgives case, punctuation and short names;
//! what it does not know it does not guess.

use chrono::{NaiveDate, NaiveDateTime};

use super::clock::{Part, Said, is_no_time};
use super::dates::Named;
use super::error::{PhraseError, error};
use super::words::{cut, is_plural, month, number, ordinal, weekday};
use crate::recur::Rule;

/// A phrase, understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// One rule; none: a single date.
    pub rules: Vec<Rule>,
    /// The first start; at midnight where the phrase names no time.
    pub start: NaiveDateTime,
    /// Whether the phrase names a time.
    pub has_time: bool,
    /// Whether it names its date, or the one that it begins with. Without, "every other Tuesday" and
    /// "monthly" are counted from the day that was given.
    pub has_date: bool,
    /// How long, where it says so.
    pub minutes: Option<u32>,
    /// Days that are left out.
    pub except: Vec<NaiveDate>,
}

/// Reads when a meeting is. Dates without a year are the next ones from `first_day` on, and a rule
/// begins with its first date from there on.
///
/// # Errors
/// What was not understood, with an example.
pub fn read(text: &str, first_day: NaiveDate) -> Result<Spoken, PhraseError> {
    let mut phrase = Phrase {
        words: cut(text),
        first_day,
        ..Phrase::default()
    };
    if phrase.words.len() > 60 {
        return Err(error("phrase-unknown", text));
    }
    while phrase.at < phrase.words.len() {
        phrase.word()?;
    }
    phrase.spoken()
}

#[derive(Copy, Clone, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// What has been heard so far.
#[derive(Default)]
pub(super) struct Phrase {
    pub(super) words: Vec<String>,
    pub(super) at: usize,
    pub(super) first_day: NaiveDate,
    pub(super) weekdays: u8,
    /// "every Tuesday", "Tuesdays": more than one of them.
    pub(super) each_day: bool,
    pub(super) ordinals: Vec<i8>,
    pub(super) every: Option<u32>,
    pub(super) unit: Option<Unit>,
    /// "every second": every other, or the second of the month.
    pub(super) second: bool,
    pub(super) last_day: bool,
    pub(super) from: Option<Said>,
    pub(super) to: Option<Said>,
    pub(super) part: Option<Part>,
    /// Behind the last time of day.
    pub(super) timed: usize,
    pub(super) minutes: Option<u32>,
    pub(super) once: Option<NaiveDate>,
    /// The first date, or a day before it.
    pub(super) begin: Option<NaiveDate>,
    pub(super) until: Option<Named>,
    pub(super) count: Option<u32>,
    pub(super) span: Option<(u32, Unit)>,
    pub(super) only: u16,
    pub(super) without: u16,
    pub(super) except: Vec<Named>,
}

const FILLERS: [&str; 14] = [
    "the",
    "of",
    "on",
    "at",
    "and",
    "a",
    "in",
    "each",
    "from",
    "starting",
    "beginning",
    "then",
    "or",
    "meeting",
];

fn is_each(word: &str) -> bool {
    matches!(word, "every" | "each")
}

pub(super) fn is_until(word: &str) -> bool {
    matches!(word, "until" | "till" | "til" | "to" | "through")
}

pub(super) fn is_beginning(word: &str) -> bool {
    matches!(word, "from" | "starting" | "beginning")
}

impl Phrase {
    pub(super) fn peek(&self, ahead: usize) -> &str {
        self.words.get(self.at + ahead).map_or("", String::as_str)
    }

    /// The word that stands so many before this one.
    pub(super) fn back(&self, words: usize) -> &str {
        let at = self.at.checked_sub(words);
        at.and_then(|at| self.words.get(at))
            .map_or("", String::as_str)
    }

    /// This word is not understood here; an example that fits, or an empty text.
    pub(super) fn unknown<T>(&self, example: &'static str) -> Result<T, PhraseError> {
        let word = self.peek(0);
        let both = self.in_two_words();
        let time = both.as_deref().unwrap_or(word);
        let error = if is_no_time(time) {
            error("phrase-no-time", time)
        } else {
            match word {
                "next" | "this" if weekday(self.peek(1)).is_some() => {
                    let text = [word, " ", self.peek(1)].concat();
                    error("phrase-which-date", &text)
                }
                "today" | "tomorrow" | "tonight" => error("phrase-which-date", word),
                _ if example.is_empty() => error("phrase-unknown", word),
                _ => error("phrase-unknown", word).like(example),
            }
        };
        Err(error)
    }

    /// Reads one thing from here on.
    fn word(&mut self) -> Result<(), PhraseError> {
        let word = self.peek(0).to_owned();
        match word.as_str() {
            "every" => self.every(),
            "except" | "excluding" | "not" | "but" | "apart" | "without" => self.except(),
            word if is_until(word) => self.until(),
            "for" => self.during(),
            _ => {
                if self.said()? || self.day()? || self.how_often(&word) || self.part_of_day()? {
                    return Ok(());
                }
                if !FILLERS.contains(&word.as_str()) {
                    return self.unknown("");
                }
                self.at += 1;
                if is_beginning(&word) {
                    self.begins()?;
                }
                Ok(())
            }
        }
    }

    /// `every`, `every other`, `every 3`, `every second`, and what follows.
    fn every(&mut self) -> Result<(), PhraseError> {
        self.at += 1;
        let word = self.peek(0).to_owned();
        if matches!(word.as_str(), "other" | "alternate") {
            self.at += 1;
            self.every = Some(2);
        } else if matches!(word.as_str(), "second" | "2nd") {
            self.at += 1;
            self.second = true;
        } else if let Some(n) = number(&word).filter(|n| *n > 0) {
            if unit(self.peek(1)).is_none() {
                return self.unknown("every 2 weeks on Tuesday at 7pm");
            }
            self.at += 1;
            self.every = Some(n);
        }
        Ok(())
    }

    fn how_often(&mut self, word: &str) -> bool {
        let (every, unit) = match word {
            "daily" => (1, Unit::Day),
            "weekly" => (1, Unit::Week),
            "fortnightly" | "fortnight" => (2, Unit::Week),
            "monthly" => (1, Unit::Month),
            "yearly" | "annually" => (1, Unit::Year),
            "alternate" => {
                self.at += 1;
                self.every = Some(2);
                return true;
            }
            "weekday" | "weekdays" => {
                self.at += 1;
                self.weekdays |= 0b1_1111;
                self.each_day = true;
                return true;
            }
            "weekend" | "weekends" => {
                self.at += 1;
                self.weekdays |= 0b110_0000;
                self.each_day = true;
                return true;
            }
            word => match unit(word) {
                // "the last day of the month"
                Some(Unit::Day) if self.ordinals.last() == Some(&-1) => {
                    self.at += 1;
                    self.last_day = true;
                    return true;
                }
                Some(unit) => (self.every.unwrap_or(1), unit),
                None => return false,
            },
        };
        self.at += 1;
        if every > 1 {
            self.every = Some(every);
        }
        self.unit = Some(unit);
        true
    }

    /// A day of the week, an ordinal, a month, a date.
    fn day(&mut self) -> Result<bool, PhraseError> {
        if self.once()? {
            return Ok(true);
        }
        let word = self.peek(0);
        if let Some(day) = weekday(word) {
            self.each_day |= is_each(self.back(1)) || is_plural(word);
            self.weekdays |= 1 << day;
        } else if let Some(ordinal) = ordinal(word) {
            self.ordinals.push(ordinal);
        } else if let Some(month) = month(word) {
            self.only |= 1 << month;
        } else {
            return Ok(false);
        }
        self.at += 1;
        Ok(true)
    }

    /// `until 9pm` is how long, `until 30 June` when it ends.
    fn until(&mut self) -> Result<(), PhraseError> {
        self.at += 1;
        self.at += usize::from(matches!(self.peek(0), "the" | "and" | "end"));
        if self.last_date()? {
            return Ok(());
        }
        // "Monday to Friday".
        let single = self.weekdays.count_ones() == 1 && weekday(self.back(2)).is_some();
        if let (Some(to), true) = (weekday(self.peek(0)), single) {
            let from = self.weekdays.trailing_zeros() as u8;
            for day in 0..=(to + 7 - from) % 7 {
                self.weekdays |= 1 << ((from + day) % 7);
            }
            self.at += 1;
            return Ok(());
        }
        if self.ends()? {
            return Ok(());
        }
        self.unknown(if self.begin.or(self.once).is_some() {
            "every Tuesday from 5 January to 9 March at 7pm"
        } else {
            "Tuesdays at 7pm until 30 June"
        })
    }

    /// `for 6 weeks`, `for 90 minutes`, `for 6 times`.
    fn during(&mut self) -> Result<(), PhraseError> {
        const FOR: &str = "Tuesdays at 7pm for 6 weeks";
        self.at += 1;
        self.at += usize::from(self.peek(0) == "the" || self.peek(0) == "next");
        let half = self.peek(0) == "half";
        let n = if half || matches!(self.peek(0), "an" | "a") {
            Some(1)
        } else {
            number(self.peek(0)).filter(|n| *n > 0)
        };
        let Some(n) = n else {
            return self.unknown(FOR);
        };
        self.at += 1;
        if half {
            self.at += usize::from(self.peek(0) == "an");
        }
        let word = self.peek(0).to_owned();
        match word.trim_end_matches('s') {
            "hour" | "hr" if half => self.minutes = Some(30),
            "hour" | "hr" => self.minutes = Some(n * 60),
            "minute" | "min" => self.minutes = Some(n),
            "time" | "date" | "meeting" | "session" => self.count = Some(n),
            _ => match unit(&word) {
                Some(unit) => self.span = Some((n, unit)),
                None => return self.unknown(FOR),
            },
        }
        self.at += 1;
        Ok(())
    }
}

pub(super) fn unit(word: &str) -> Option<Unit> {
    match word {
        "day" | "days" => Some(Unit::Day),
        "week" | "weeks" => Some(Unit::Week),
        "month" | "months" => Some(Unit::Month),
        "year" | "years" => Some(Unit::Year),
        _ => None,
    }
}
