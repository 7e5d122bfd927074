//! Dates within a phrase: the only one, the first, the last, and those that are left out. Knows no
//! times of day.

use chrono::{Datelike, NaiveDate};

use super::error::{PhraseError, error};
use super::read::{Phrase, is_until};
use super::words::{date, month, number, ordinal, weekday};
use crate::names::{MONTHS, WEEKDAYS};

/// A date as it is named, perhaps without its year, perhaps with a day of the week.
#[derive(Copy, Clone, Debug)]
pub(super) struct Named {
    year: Option<i32>,
    month: u32,
    day: u32,
    /// 0 is Monday.
    weekday: Option<u8>,
}

impl Named {
    /// The date; without a year, the next one from that day on.
    ///
    /// # Errors
    /// It is another day of the week.
    pub(super) fn from(self, first: NaiveDate) -> Result<NaiveDate, PhraseError> {
        let years = match self.year {
            Some(year) => year..=year,
            // The longest that anybody waits for 29 February.
            None => first.year()..=first.year() + 8,
        };
        let day = years
            .filter_map(|year| NaiveDate::from_ymd_opt(year, self.month, self.day))
            .find(|day| self.year.is_some() || *day >= first);
        let day = day.ok_or_else(|| error("phrase-never", &self.shown()))?;
        match self.weekday {
            Some(said) => is_on(day, said).map(|()| day),
            None => Ok(day),
        }
    }

    pub(super) const fn is_yearless(self) -> bool {
        self.year.is_none()
    }

    fn shown(self) -> String {
        let mut text = [&self.day.to_string(), " ", &month_name(self.month)].concat();
        if let Some(year) = self.year {
            text += " ";
            text += &year.to_string();
        }
        text
    }
}

/// Holds a day of the week against a date.
pub(super) fn is_on(day: NaiveDate, said: u8) -> Result<(), PhraseError> {
    let weekday = day.weekday().num_days_from_monday();
    if weekday == u32::from(said) {
        return Ok(());
    }
    let name = |at: usize| {
        WEEKDAYS
            .get(at)
            .map_or_else(String::new, |name| large(name))
    };
    let is = name(weekday as usize);
    let says = name(usize::from(said));
    let mut error = error("phrase-weekday", "");
    error.what = [&is, " ", &shown(day), ", not ", &says].concat();
    Err(error)
}

/// `3 March 2026`.
pub(super) fn shown(day: NaiveDate) -> String {
    let (month, year) = (month_name(day.month()), day.year().to_string());
    [&day.day().to_string(), " ", &month, " ", &year].concat()
}

fn month_name(month: u32) -> String {
    let name = month.checked_sub(1).and_then(|at| MONTHS.get(at as usize));
    name.map_or_else(String::new, |name| large(name))
}

/// A name with its capital.
fn large(name: &str) -> String {
    let (first, rest) = name.split_at(1);
    [&first.to_uppercase(), rest].concat()
}

/// A day of a month, without the month.
fn day_of(word: &str) -> Option<u32> {
    match ordinal(word) {
        Some(day) => u32::try_from(day).ok(),
        None => number(word).filter(|day| (1..=31).contains(day)),
    }
}

impl Phrase {
    /// A date that is neither the last nor left out: the only one, or the first.
    pub(super) fn once(&mut self) -> Result<bool, PhraseError> {
        let Some(named) = self.date().or_else(|| self.first_of_span()) else {
            return Ok(false);
        };
        let day = named.from(self.first_day)?;
        self.yearless |= named.is_yearless();
        if self.once.replace(day).is_some() {
            return Err(error("phrase-twice", &shown(day)));
        }
        Ok(true)
    }

    /// Behind "from" and "starting": the first date, where there is one. A month means its first
    /// day on.
    pub(super) fn begins(&mut self) -> Result<(), PhraseError> {
        while matches!(self.peek(0), "on" | "the" | "in" | "from") {
            self.at += 1;
        }
        let day = if let Some(named) = self.dated().or_else(|| self.first_of_span()) {
            self.yearless |= named.is_yearless();
            named.from(self.first_day)?
        } else if let Some(month) = month(self.peek(0)) {
            self.at += 1;
            let year = year(self.peek(0));
            self.at += usize::from(year.is_some());
            self.yearless |= year.is_none();
            self.month_from(year, month.into())?
        } else if ordinal(self.peek(0)).is_some() {
            return self.unknown("every Tuesday from 7 April at 7pm");
        } else {
            return Ok(());
        };
        if self.begin.replace(day).is_some() {
            return Err(error("phrase-twice", &shown(day)));
        }
        Ok(())
    }

    fn month_from(&self, year: Option<i32>, month: u32) -> Result<NaiveDate, PhraseError> {
        let first = Named {
            year,
            month,
            day: 1,
            weekday: None,
        };
        // The month that it is has begun.
        if year.is_none() && month == self.first_day.month() {
            return Ok(self.first_day);
        }
        first.from(self.first_day)
    }

    /// Behind "until": the last date.
    pub(super) fn last_date(&mut self) -> Result<bool, PhraseError> {
        let Some(named) = self.dated() else {
            return Ok(false);
        };
        if self.until.replace(named).is_some() {
            return Err(error("phrase-twice", &named.shown()));
        }
        Ok(true)
    }

    /// `except December`, `but not in August or December`, `except 22 and 29 December 2026`.
    pub(super) fn except(&mut self) -> Result<(), PhraseError> {
        const EXCEPT: &str = "Tuesdays at 7pm except 22 and 29 December";
        self.at += 1;
        while matches!(self.peek(0), "not" | "in" | "for" | "from" | "on" | "the") {
            self.at += 1;
        }
        let Some(mut is_date) = self.left_out() else {
            return self.unknown(EXCEPT);
        };
        loop {
            // The last of the days that are left out, or the last one of all?
            if is_date && self.goes_on() {
                let what = [self.back(2), self.back(1), self.peek(0), self.peek(1)];
                let what = [&what.join(" "), " ", self.peek(2)].concat();
                return Err(error("phrase-unknown", &what).like(EXCEPT));
            }
            let here = self.at;
            while is_list(self.peek(0)) || matches!(self.peek(0), "not" | "in" | "on") {
                self.at += 1;
            }
            let Some(next_is_date) = self.left_out() else {
                self.at = here;
                return Ok(());
            };
            is_date = next_is_date;
        }
    }

    /// `until 5 January`, and no time of day.
    fn goes_on(&self) -> bool {
        let the = usize::from(self.peek(1) == "the");
        let day = usize::from(weekday(self.peek(1 + the)).is_some());
        is_until(self.peek(0)) && self.date_at(1 + the + day).is_some()
    }

    /// One date, several of a month, or a month; whether it was no month.
    fn left_out(&mut self) -> Option<bool> {
        if let Some(named) = self.dated() {
            self.except.push(named);
        } else if let Some((days, named)) = self.several() {
            self.except.extend(days.map(|day| Named { day, ..named }));
            self.except.push(named);
        } else if let Some(month) = month(self.peek(0)) {
            self.without |= 1 << month;
            self.at += 1;
            return Some(false);
        } else {
            return None;
        }
        Some(true)
    }

    /// `22 and 29 December`: the days, and the last one as a date.
    fn several(&mut self) -> Option<(impl Iterator<Item = u32> + use<>, Named)> {
        let (mut days, mut ahead) = (Vec::new(), 0);
        loop {
            if let Some((named, used)) = self.date_at(ahead) {
                self.at += ahead + used;
                // Each of them must exist, as the last one does.
                let all = days.iter().all(|day| exists(named.year, named.month, *day));
                return all.then(|| (days.into_iter(), named));
            }
            days.push(day_of(self.peek(ahead))?);
            ahead += 1;
            while is_list(self.peek(ahead)) {
                ahead += 1;
            }
        }
    }

    /// `5` of `5 to 26 January`.
    fn first_of_span(&mut self) -> Option<Named> {
        let day = day_of(self.peek(0)).filter(|_| is_until(self.peek(1)))?;
        let (last, _) = self.date_at(2)?;
        if day >= last.day {
            return None;
        }
        self.at += 1;
        Some(Named { day, ..last })
    }

    /// A date, also with its day of the week before it.
    fn dated(&mut self) -> Option<Named> {
        let weekday = weekday(self.peek(0));
        let before = usize::from(weekday.is_some());
        let (named, used) = self.date_at(before)?;
        self.at += before + used;
        Some(Named { weekday, ..named })
    }

    fn date(&mut self) -> Option<Named> {
        let (named, used) = self.date_at(0)?;
        self.at += used;
        Some(named)
    }

    /// `2026-03-03`, `3 March`, `3rd of March 2026`, `March 3`, and how many words that is.
    fn date_at(&self, ahead: usize) -> Option<(Named, usize)> {
        let word = |at: usize| self.peek(ahead + at);
        if let Some(day) = date(word(0)) {
            let named = Named {
                year: Some(day.year()),
                month: day.month(),
                day: day.day(),
                weekday: None,
            };
            return Some((named, 1));
        }
        let skip = usize::from(word(1) == "of");
        let (day, month, used) = match (day_of(word(0)), month(word(1 + skip))) {
            (Some(day), Some(month)) => (day, month, 2 + skip),
            _ => (day_of(word(1))?, month(word(0))?, 2),
        };
        let year = year(word(used));
        let named = Named {
            year,
            month: month.into(),
            day,
            weekday: None,
        };
        let used = used + usize::from(year.is_some());
        exists(year, named.month, day).then_some((named, used))
    }
}

/// Four figures behind a date. "3 March 1930" has a time: nobody meets in a year like that.
fn year(word: &str) -> Option<i32> {
    let year = number(word).filter(|year| (1960..=2099).contains(year))?;
    i32::try_from(year).ok()
}

fn exists(year: Option<i32>, month: u32, day: u32) -> bool {
    // Without a year, 29 February is one that comes.
    NaiveDate::from_ymd_opt(year.unwrap_or(2000), month, day).is_some()
}

fn is_list(word: &str) -> bool {
    matches!(word, "and" | "or" | "nor" | "the")
}
