//! "First Tuesday of the month at 7.30pm" into a rule. Forgives case, punctuation and short names;
//! what it does not know it does not guess.

use chrono::{NaiveDate, NaiveDateTime};

use super::clock::{Part, Said, is_no_time};
use super::dates::Named;
use super::days::Group;
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
    /// Whether it names its date, or the one that it begins with. Without, "every other Tuesday" is
    /// counted from the day that was given.
    pub has_date: bool,
    /// Whether it says on which days it is. Without, "weekly" is on the day of the week that was
    /// given.
    pub has_day: bool,
    /// How long, where it says so.
    pub minutes: Option<u32>,
    /// Days that are left out.
    pub except: Vec<NaiveDate>,
    /// Whether some of its dates depend on the day that was given: they have no year, or are so many
    /// from there on.
    pub counts_from_day: bool,
}

/// Reads when a meeting is. Dates without a year are the next ones from `first_day` on, and a rule
/// begins with its first date from there on.
///
/// # Errors
/// What was not understood, with an example.
pub fn read(text: &str, first_day: NaiveDate) -> Result<Spoken, PhraseError> {
    read_on(first_day, text, first_day)
}

/// The same on a day that may be long after the first: a last date and those that are left out are the
/// next ones from `today` on, where they have no year.
///
/// # Errors
/// As [`read`].
pub fn read_on(today: NaiveDate, text: &str, first_day: NaiveDate) -> Result<Spoken, PhraseError> {
    let mut phrase = Phrase {
        words: cut(text),
        text: text.trim().to_owned(),
        first_day,
        today,
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
    /// As it was written.
    pub(super) text: String,
    pub(super) words: Vec<String>,
    pub(super) at: usize,
    pub(super) first_day: NaiveDate,
    pub(super) today: NaiveDate,
    pub(super) groups: Vec<Group>,
    /// The next day of the week is another matter: "and every Thursday".
    pub(super) apart: bool,
    /// "every Tuesday".
    pub(super) each: bool,
    /// "Tuesdays".
    pub(super) plural: bool,
    /// "of the month".
    pub(super) of_month: bool,
    pub(super) every: Option<u32>,
    pub(super) unit: Option<Unit>,
    /// "every second": every other, or the second of the month.
    pub(super) second: bool,
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
    /// A date without its year was said.
    pub(super) yearless: bool,
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
                "next" | "this"
                    if weekday(self.peek(1)).is_some() || unit(self.peek(1)).is_some() =>
                {
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
                if self.said()? || self.day()? || self.how_often(&word)? || self.part_of_day()? {
                    return Ok(());
                }
                if !FILLERS.contains(&word.as_str()) {
                    return self.unknown("");
                }
                self.at += 1;
                self.apart |= is_each(&word);
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
        self.apart = true;
        let word = self.peek(0).to_owned();
        let next = self.peek(1);
        match word.as_str() {
            "other" | "alternate" => self.every = Some(2),
            "second" | "2nd" if unit(next).is_some() => self.every = Some(2),
            // "every 2nd and 4th Tuesday"
            "second" | "2nd" if next == "and" || ordinal(next).is_some() => self.on_ordinal(2),
            "second" | "2nd" => self.second = true,
            // Every three weeks, or the third of the month?
            word if matches!(ordinal(word), Some(3..=5))
                && weekday(next).is_some()
                && !self
                    .words
                    .iter()
                    .any(|word| unit(word) == Some(Unit::Month)) =>
            {
                let what = ["every ", word, " ", next].concat();
                return Err(
                    error("phrase-unknown", &what).like("third Thursday of the month at 7pm")
                );
            }
            word => {
                let Some(n) = number(word).filter(|n| *n > 0) else {
                    return Ok(());
                };
                if unit(next).is_none() {
                    return self.unknown("every 2 weeks on Tuesday at 7pm");
                }
                self.every = Some(n);
            }
        }
        self.at += 1;
        Ok(())
    }

    fn how_often(&mut self, word: &str) -> Result<bool, PhraseError> {
        match word {
            // A week after Tuesday.
            "week" if weekday(self.back(1)).is_some() => {
                let what = [self.back(1), " week"].concat();
                return Err(error("phrase-which-date", &what));
            }
            "daily" => self.each(Unit::Day)?,
            "weekly" => self.each(Unit::Week)?,
            "fortnightly" | "fortnight" => {
                self.each(Unit::Week)?;
                self.every = Some(2);
            }
            "monthly" => self.each(Unit::Month)?,
            "yearly" | "annually" => self.each(Unit::Year)?,
            "alternate" => self.every = Some(2),
            "weekday" | "weekdays" => self.on_working_days()?,
            "week" if unit(self.peek(1)) == Some(Unit::Day) => {
                self.on_working_days()?;
                self.at += 1;
            }
            "weekend" | "weekends" => self.on_weekends()?,
            word => match unit(word) {
                Some(Unit::Day) if self.is_date_of_month() => {}
                Some(unit) => self.each(unit)?,
                None => return Ok(false),
            },
        }
        self.at += 1;
        Ok(true)
    }

    /// Every so many of these.
    fn each(&mut self, unit: Unit) -> Result<(), PhraseError> {
        self.of_month |= [1, 2, 3].iter().any(|words| self.back(*words) == "of");
        match self.unit {
            // "every day of the week"
            Some(Unit::Day) if self.back(2) == "of" => {}
            Some(old) if old != unit => return Err(self.two_things()),
            _ => self.unit = Some(unit),
        }
        Ok(())
    }

    /// A day of the week, an ordinal, a month, a date.
    fn day(&mut self) -> Result<bool, PhraseError> {
        if self.once()? {
            return Ok(true);
        }
        let word = self.peek(0).to_owned();
        if let Some(day) = weekday(&word) {
            self.each |= is_each(self.back(1));
            self.plural |= is_plural(&word);
            self.on_weekdays(1 << day);
        } else if let Some(nth) = ordinal(&word) {
            // "second last" is neither.
            if nth < 0 && ordinal(self.back(1)).is_some() {
                return self.unknown("");
            }
            self.on_ordinal(nth);
        } else if let Some(month) = month(&word) {
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
        if let Some(to) = weekday(self.peek(0))
            && self.up_to(to)
        {
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
                Some(unit) if !half => self.span = Some((n, unit)),
                _ => return self.unknown(FOR),
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
