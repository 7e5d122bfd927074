//! What has been heard, made into a rule and its first date. Knows no words.

use chrono::{Days, Months, NaiveDate, NaiveTime};

use super::dates::{is_on, shown};
use super::error::{PhraseError, error};
use super::read::{Phrase, Spoken, Unit};
use crate::Schedule;
use crate::recur::Rule;
use crate::zone::London;

impl Phrase {
    pub(super) fn spoken(self) -> Result<Spoken, PhraseError> {
        let (time, minutes) = self.hours()?;
        let spoken = Spoken {
            rules: Vec::new(),
            start: self.first_day.and_time(time.unwrap_or(NaiveTime::MIN)),
            has_time: time.is_some(),
            has_date: self.once.or(self.begin).is_some(),
            has_day: self.once.is_some() || !self.groups.is_empty(),
            minutes,
            except: Vec::new(),
            counts_from_day: self.counts_from_day(),
        };
        match self.once {
            Some(day) if self.is_single(day)? => Ok(Spoken {
                start: day.and_time(spoken.start.time()),
                ..spoken
            }),
            _ => self.series(spoken),
        }
    }

    fn counts_from_day(&self) -> bool {
        let mut later = self.except.iter().chain(&self.until);
        let begins = self.once.or(self.begin).is_some();
        let counted = self.count.is_some() || self.span.is_some();
        self.yearless || counted && !begins || !begins && later.any(|named| named.is_yearless())
    }

    /// Whether a date is the only one, and not the first of many.
    fn is_single(&self, day: NaiveDate) -> Result<bool, PhraseError> {
        if let Some(begin) = self.begin {
            return Err(error("phrase-twice", &shown(begin)));
        }
        let rhythm = self.every.is_some() || self.second || self.unit.is_some();
        if rhythm || self.has_ordinals() || self.each_day() && self.until.is_some() {
            return Ok(false);
        }
        let goes_on = self.until.is_some() || self.span.is_some() || self.count.is_some();
        let but = !self.except.is_empty() || self.only | self.without != 0;
        if goes_on || but || self.each_day() || self.weekdays().count_ones() > 1 {
            return Err(error("phrase-once-or-often", &shown(day)));
        }
        self.weekday_of(day)?;
        Ok(true)
    }

    /// "every Tuesday", "Tuesdays": more than one of them.
    const fn each_day(&self) -> bool {
        self.each || self.plural
    }

    /// Holds the one day of the week that is said, if there is one, against a date.
    fn weekday_of(&self, day: NaiveDate) -> Result<(), PhraseError> {
        match self.weekdays().count_ones() {
            1 => is_on(day, self.weekdays().trailing_zeros() as u8),
            _ => Ok(()),
        }
    }

    fn series(&self, spoken: Spoken) -> Result<Spoken, PhraseError> {
        let begin = self.once.or(self.begin).unwrap_or(self.first_day);
        let (mut rule, every) = self.body()?;
        let first = first_date(&rule, begin).ok_or_else(|| error("phrase-never", &self.text))?;
        // "from 5 January" may be a day before the first; "every other Thursday, 5 March" is it.
        if let Some(day) = self
            .once
            .filter(|day| *day != first && self.until.is_none())
        {
            self.weekday_of(day)?;
            return Err(error("phrase-once-or-often", &shown(day)));
        }
        if every > 1 {
            rule += &[";INTERVAL=", &every.to_string()].concat();
        }
        rule += &self.ending(begin, first)?;
        let rule = Rule::parse(&rule).map_err(|_| error("phrase-unknown", &rule))?;
        let from = begin.max(self.today);
        let except = self.except.iter().map(|named| named.from(from));
        Ok(Spoken {
            rules: vec![rule],
            start: first.and_time(spoken.start.time()),
            except: except.collect::<Result<_, _>>()?,
            ..spoken
        })
    }

    /// Until when, or how often.
    fn ending(&self, begin: NaiveDate, first: NaiveDate) -> Result<String, PhraseError> {
        let ends = [
            self.until.is_some(),
            self.span.is_some(),
            self.count.is_some(),
        ];
        if ends.iter().filter(|end| **end).count() > 1 {
            return Err(error("phrase-twice", "until, for").like("Tuesdays at 7pm until 30 June"));
        }
        let last = match (self.until, self.span) {
            (Some(named), _) => named.from(begin.max(self.today))?,
            (None, Some((n, unit))) => {
                last_of(first, n, unit).ok_or_else(|| error("phrase-never", &self.text))?
            }
            (None, None) => {
                let count = self.count.map(|count| count.to_string());
                return Ok(count.map_or_else(String::new, |count| [";COUNT=", &count].concat()));
            }
        };
        if last < first {
            return Err(error("phrase-backwards", &shown(last)));
        }
        Ok([";UNTIL=", &last.to_string().replace('-', "")].concat())
    }
}

/// The last day of so many weeks, or whatever, from a day on.
fn last_of(first: NaiveDate, n: u32, unit: Unit) -> Option<NaiveDate> {
    let after = match unit {
        Unit::Day => first.checked_add_days(Days::new(n.into())),
        Unit::Week => first.checked_add_days(Days::new(u64::from(n) * 7)),
        Unit::Month => first.checked_add_months(Months::new(n)),
        Unit::Year => first.checked_add_months(Months::new(n * 12)),
    };
    after?.pred_opt()
}

/// The first date of a rule from a day on. So "every other Thursday" begins with the next Thursday.
fn first_date(body: &str, from: NaiveDate) -> Option<NaiveDate> {
    let mut schedule = Schedule::once(from.and_time(NaiveTime::MIN), 0);
    schedule.zone = None;
    schedule.rules.push(Rule::parse(body).ok()?);
    let first = schedule.occurrences(&London).next();
    first.map(|first| first.start.date())
}
