//! "First Tuesday of the month at 7.30pm" into a rule. Forgives case, punctuation and short names;
//! what it does not know it does not guess.

use std::fmt;

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::words::{Said, cut, date, month, number, ordinal, time, weekday};
use crate::Schedule;
use crate::recur::Rule;
use crate::zone::London;

/// A phrase, understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// One rule; none: a single date.
    pub rules: Vec<Rule>,
    /// The first start; at midnight where the phrase names no time.
    pub start: NaiveDateTime,
    /// Whether the phrase names a time.
    pub has_time: bool,
    /// How long, where it says so.
    pub minutes: Option<u32>,
    /// Days that are left out.
    pub except: Vec<NaiveDate>,
}

/// What was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhraseError {
    /// The key of the sentence; its arguments are `what` and `example`.
    pub key: &'static str,
    /// The words that were not understood, at most 40 characters; may be empty.
    pub what: String,
    /// A phrase that would be understood.
    pub example: &'static str,
}

impl fmt::Display for PhraseError {
    /// In English, for whoever keeps a feed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.key {
            "phrase-am-or-pm" => "morning or evening is not said",
            "phrase-no-day" => "no day is said",
            "phrase-never" => "there is no such date",
            "phrase-twice" => "this is said twice",
            _ => "this is not understood",
        })?;
        if !self.what.is_empty() {
            f.write_str(": ")?;
            f.write_str(&self.what)?;
        }
        f.write_str("; write for example ")?;
        f.write_str(self.example)
    }
}

impl std::error::Error for PhraseError {}

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
enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// What has been heard so far.
#[derive(Default)]
struct Phrase {
    words: Vec<String>,
    at: usize,
    first_day: NaiveDate,
    weekdays: u8,
    ordinals: Vec<i8>,
    every: Option<u32>,
    unit: Option<Unit>,
    /// "every second": every other, or the second of the month.
    second: bool,
    last_day: bool,
    from: Option<Said>,
    to: Option<Said>,
    minutes: Option<u32>,
    once: Option<NaiveDate>,
    until: Option<NaiveDate>,
    count: Option<u32>,
    span: Option<(u32, Unit)>,
    only: u16,
    without: u16,
    except: Vec<NaiveDate>,
}

const FILLERS: [&str; 20] = [
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
    "evening",
    "evenings",
    "morning",
    "mornings",
    "afternoon",
    "afternoons",
    "or",
    "meeting",
];

impl Phrase {
    fn peek(&self, ahead: usize) -> &str {
        self.words.get(self.at + ahead).map_or("", String::as_str)
    }

    fn unknown<T>(&self) -> Result<T, PhraseError> {
        Err(error("phrase-unknown", self.peek(0)))
    }

    /// Reads one thing from here on.
    fn word(&mut self) -> Result<(), PhraseError> {
        let word = self.peek(0).to_owned();
        match word.as_str() {
            "every" => self.every(),
            "except" | "excluding" | "not" | "but" | "apart" | "without" => self.except(),
            "until" | "till" | "til" | "to" | "through" => self.until(),
            "for" => self.during(),
            _ => {
                if self.said()? || self.day()? || self.how_often(&word) {
                    return Ok(());
                }
                if !FILLERS.contains(&word.as_str()) {
                    return self.unknown();
                }
                // "from 3 March": where it begins, and not the only date.
                let begins = matches!(word.as_str(), "from" | "starting" | "beginning");
                self.at += 1;
                if begins {
                    self.at += usize::from(matches!(self.peek(0), "on" | "the"));
                    if let Some(day) = self.date() {
                        self.first_day = day;
                    }
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
                return self.unknown();
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
                return true;
            }
            "weekend" | "weekends" => {
                self.at += 1;
                self.weekdays |= 0b110_0000;
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
        if let Some(day) = self.date() {
            if self.once.replace(day).is_some() {
                return Err(error("phrase-twice", self.words[self.at - 1].as_str()));
            }
            return Ok(true);
        }
        let word = self.peek(0);
        if let Some(day) = weekday(word) {
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

    /// `2026-03-03`, `3 March`, `3rd of March 2026`, `March 3`.
    fn date(&mut self) -> Option<NaiveDate> {
        if let Some(day) = date(self.peek(0)) {
            self.at += 1;
            return Some(day);
        }
        let day_of = |word: &str| match ordinal(word) {
            Some(day) => u32::try_from(day).ok(),
            None => number(word).filter(|day| (1..=31).contains(day)),
        };
        let skip = usize::from(self.peek(1) == "of");
        let (day, month, mut used) = match (day_of(self.peek(0)), month(self.peek(1 + skip))) {
            (Some(day), Some(month)) => (day, month, 2 + skip),
            _ => (day_of(self.peek(1))?, month(self.peek(0))?, 2),
        };
        // "March 3pm" has a time in it.
        let year = number(self.peek(used)).filter(|year| (1900..=9999).contains(year));
        let found = match year {
            Some(year) => {
                used += 1;
                NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, u32::from(month), day)
            }
            None => {
                let years = self.first_day.year()..=self.first_day.year() + 8;
                years
                    .filter_map(|year| NaiveDate::from_ymd_opt(year, u32::from(month), day))
                    .find(|day| *day >= self.first_day)
            }
        };
        self.at += if found.is_some() { used } else { 0 };
        found
    }

    /// A time, also in two words: `7 pm`.
    fn time(&mut self) -> Option<Said> {
        let next = self.peek(1);
        let halves = match next.trim_end_matches('.') {
            "am" | "a.m" => "am",
            "pm" | "p.m" => "pm",
            _ => "",
        };
        if !halves.is_empty() && number(self.peek(0)).is_some()
            || time(self.peek(0)).is_some_and(|t| t.pm.is_none()) && !halves.is_empty()
        {
            let both = [self.peek(0), halves].concat();
            let said = time(&both)?;
            self.at += 2;
            return Some(said);
        }
        if let Some(said) = time(self.peek(0)) {
            self.at += 1;
            self.at += usize::from(self.peek(0) == "noon" && said.hour == 12);
            return Some(said);
        }
        // "7 to 9pm", "from 7 until 9.30pm".
        let hour = number(self.peek(0)).filter(|hour| (1..=12).contains(hour))?;
        let until = matches!(next, "to" | "until" | "till");
        (until && time(self.peek(2)).is_some()).then(|| {
            self.at += 1;
            Said {
                hour,
                minute: 0,
                pm: None,
                whole_day: false,
            }
        })
    }

    fn said(&mut self) -> Result<bool, PhraseError> {
        let here = self.peek(0).to_owned();
        let Some(said) = self.time() else {
            return Ok(false);
        };
        if self.from.replace(said).is_some() {
            return Err(error("phrase-twice", &here));
        }
        Ok(true)
    }

    /// `until 9pm` is how long, `until 30 June` when it ends.
    fn until(&mut self) -> Result<(), PhraseError> {
        self.at += 1;
        self.at += usize::from(matches!(self.peek(0), "the" | "and" | "end"));
        if let Some(day) = self.date() {
            self.until = Some(day);
            return Ok(());
        }
        // "Monday to Friday".
        if let (Some(to), true) = (weekday(self.peek(0)), self.weekdays.count_ones() == 1) {
            let from = self.weekdays.trailing_zeros() as u8;
            for day in 0..=(to + 7 - from) % 7 {
                self.weekdays |= 1 << ((from + day) % 7);
            }
            self.at += 1;
            return Ok(());
        }
        match self.time() {
            Some(said) if self.from.is_some() => self.to = Some(said),
            _ => return self.unknown(),
        }
        Ok(())
    }

    /// `for 6 weeks`, `for 90 minutes`, `for 6 times`.
    fn during(&mut self) -> Result<(), PhraseError> {
        self.at += 1;
        self.at += usize::from(self.peek(0) == "the" || self.peek(0) == "next");
        let half = self.peek(0) == "half";
        let n = if half || matches!(self.peek(0), "an" | "a") {
            Some(1)
        } else {
            number(self.peek(0)).filter(|n| *n > 0)
        };
        let Some(n) = n else {
            return self.unknown();
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
                None => return self.unknown(),
            },
        }
        self.at += 1;
        Ok(())
    }

    /// `except December`, `but not in August or December`, `except 29 December 2026`.
    fn except(&mut self) -> Result<(), PhraseError> {
        self.at += 1;
        let mut any = false;
        loop {
            if let Some(day) = self.date() {
                self.except.push(day);
                any = true;
            } else if let Some(month) = month(self.peek(0)) {
                self.without |= 1 << month;
                self.at += 1;
                any = true;
            } else if matches!(self.peek(0), "in" | "not" | "for" | "from" | "on" | "the")
                || any && matches!(self.peek(0), "and" | "or" | "nor")
            {
                self.at += 1;
            } else if any {
                return Ok(());
            } else {
                return self.unknown();
            }
        }
    }

    fn spoken(mut self) -> Result<Spoken, PhraseError> {
        let time = self.starts()?;
        let minutes = self.length(time)?;
        let at = time.unwrap_or(NaiveTime::MIN);
        let repeats = self.weekdays != 0 && self.every.is_some()
            || self.unit.is_some()
            || !self.ordinals.is_empty();
        if let Some(day) = self.once.filter(|_| !repeats) {
            return Ok(Spoken {
                rules: Vec::new(),
                start: day.and_time(at),
                has_time: time.is_some(),
                minutes,
                except: Vec::new(),
            });
        }
        if let Some(day) = self.once {
            self.first_day = day;
        }
        let (body, every) = self.body()?;
        let first = first_date(&body, self.first_day).ok_or_else(|| error("phrase-never", ""))?;
        let mut rule = body;
        if every > 1 {
            rule += &[";INTERVAL=", &every.to_string()].concat();
        }
        rule += &self.ending(first);
        let rule = Rule::parse(&rule).map_err(|_| error("phrase-unknown", &rule))?;
        Ok(Spoken {
            rules: vec![rule],
            start: first.and_time(at),
            has_time: time.is_some(),
            minutes,
            except: self.except,
        })
    }

    fn starts(&self) -> Result<Option<NaiveTime>, PhraseError> {
        match self.from {
            None => Ok(None),
            Some(from) => match from.time(self.to) {
                Some(time) => Ok(Some(time)),
                None => Err(error("phrase-am-or-pm", &from.hour.to_string())),
            },
        }
    }

    fn length(&self, start: Option<NaiveTime>) -> Result<Option<u32>, PhraseError> {
        let (Some(start), Some(to)) = (start, self.to) else {
            return Ok(self.minutes);
        };
        let end = to.time(self.from);
        let end = end.ok_or_else(|| error("phrase-am-or-pm", &to.hour.to_string()))?;
        let mut length = end.signed_duration_since(start);
        // Past midnight it ends the next day.
        if length <= TimeDelta::zero() {
            length += TimeDelta::days(1);
        }
        Ok(u32::try_from(length.num_minutes()).ok())
    }

    /// The rule without INTERVAL and end, and the interval.
    fn body(&self) -> Result<(String, u32), PhraseError> {
        const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
        let mut ordinals = self.ordinals.clone();
        let mut every = self.every.unwrap_or(1);
        let monthly = self.unit == Some(Unit::Month);
        if self.second {
            // Only "of the month" makes it the second; else people mean every other.
            if monthly && self.weekdays != 0 {
                ordinals.push(2);
            } else {
                every = 2;
            }
        }
        let days = (0..7)
            .filter(|day| self.weekdays & 1 << day != 0)
            .map(|day| DAYS[day]);
        let days: Vec<&str> = days.collect();
        let mut rule = if !ordinals.is_empty() && !days.is_empty() && !self.last_day {
            if let Some(far) = ordinals.iter().find(|n| **n > 5) {
                return Err(error("phrase-unknown", &far.to_string()));
            }
            let nth = ordinals
                .iter()
                .flat_map(|n| days.iter().map(move |day| [&n.to_string(), *day].concat()));
            ["FREQ=MONTHLY;BYDAY=", &nth.collect::<Vec<_>>().join(",")].concat()
        } else if !ordinals.is_empty() {
            let dates: Vec<String> = ordinals.iter().map(i8::to_string).collect();
            ["FREQ=MONTHLY;BYMONTHDAY=", &dates.join(",")].concat()
        } else if !days.is_empty() {
            let freq = if monthly {
                "FREQ=MONTHLY;BYDAY="
            } else {
                "FREQ=WEEKLY;BYDAY="
            };
            [freq, &days.join(",")].concat()
        } else {
            match self.unit {
                Some(Unit::Day) => "FREQ=DAILY".to_owned(),
                Some(Unit::Week) => "FREQ=WEEKLY".to_owned(),
                Some(Unit::Month) => "FREQ=MONTHLY".to_owned(),
                Some(Unit::Year) => "FREQ=YEARLY".to_owned(),
                None => return Err(error("phrase-no-day", "")),
            }
        };
        let months = match (self.only, self.without) {
            (0, 0) => 0,
            (0, without) => 0x1ffe & !without,
            (only, without) => only & !without,
        };
        let months = (1..=12).filter(|month| months & 1 << month != 0);
        let months: Vec<String> = months.map(|month: u8| month.to_string()).collect();
        if !months.is_empty() {
            rule += &[";BYMONTH=", &months.join(",")].concat();
        }
        Ok((rule, every))
    }

    fn ending(&self, first: NaiveDate) -> String {
        let span = self.span.and_then(|(n, unit)| {
            let after = match unit {
                Unit::Day => first.checked_add_days(Days::new(n.into())),
                Unit::Week => first.checked_add_days(Days::new(u64::from(n) * 7)),
                Unit::Month => first.checked_add_months(Months::new(n)),
                Unit::Year => first.checked_add_months(Months::new(n * 12)),
            };
            after?.pred_opt()
        });
        match (self.until.or(span), self.count) {
            (Some(day), _) => day.format(";UNTIL=%Y%m%d").to_string(),
            (None, Some(count)) => [";COUNT=", &count.to_string()].concat(),
            (None, None) => String::new(),
        }
    }
}

/// The first date of a rule from a day on. So "every other Thursday" begins with the next Thursday.
fn first_date(body: &str, from: NaiveDate) -> Option<NaiveDate> {
    let mut schedule = Schedule::once(from.and_time(NaiveTime::MIN), 0);
    schedule.zone = None;
    schedule.rules.push(Rule::parse(body).ok()?);
    let first = schedule.occurrences(&London).next();
    first.map(|first| first.start.date())
}

fn unit(word: &str) -> Option<Unit> {
    match word {
        "day" | "days" => Some(Unit::Day),
        "week" | "weeks" => Some(Unit::Week),
        "month" | "months" => Some(Unit::Month),
        "year" | "years" => Some(Unit::Year),
        _ => None,
    }
}

fn error(key: &'static str, what: &str) -> PhraseError {
    PhraseError {
        key,
        what: what.chars().take(40).collect(),
        example: match key {
            "phrase-am-or-pm" => "Tuesdays at 7.30pm",
            "phrase-twice" => "3 March 2026 at 7pm",
            "phrase-no-day" => "every Monday at 10am",
            _ => "first Tuesday of the month at 7.30pm",
        },
    }
}
