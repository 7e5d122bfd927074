//! From when to when, within a phrase. Knows no dates.

use chrono::NaiveTime;

use super::clock::{Said, four_figures, part, time, until};
use super::error::{PhraseError, error};
use super::read::{Phrase, is_beginning, is_until, unit};
use super::words::{month, number};

impl Phrase {
    /// The start, and how many minutes it takes, as far as either is said.
    pub(super) fn hours(&self) -> Result<(Option<NaiveTime>, Option<u32>), PhraseError> {
        let Some(from) = self.from else {
            return Ok((None, self.minutes));
        };
        let said = self.part.map_or(Some(from), |part| from.in_part(part));
        let said = said.ok_or_else(|| which_half(from))?;
        let start = said.start(self.to).ok_or_else(|| which_half(from))?;
        let Some(to) = self.to else {
            return Ok((Some(start), self.minutes));
        };
        let end = to.end(start, said).ok_or_else(|| which_half(to))?;
        // To the same hour is round the clock.
        let minutes = match until(start, end).num_minutes() {
            0 => 24 * 60,
            minutes => minutes,
        };
        Ok((Some(start), u32::try_from(minutes).ok()))
    }

    /// Reads when it starts.
    pub(super) fn said(&mut self) -> Result<bool, PhraseError> {
        let here = self.peek(0).to_owned();
        let Some(said) = self.time() else {
            return Ok(false);
        };
        if self.from.replace(said).is_some() {
            return Err(error("phrase-twice", &here).like("Tuesdays and Thursdays at 7pm"));
        }
        self.timed = self.at;
        Ok(true)
    }

    /// Reads when it ends, behind "until".
    pub(super) fn ends(&mut self) -> Result<bool, PhraseError> {
        let here = self.peek(0).to_owned();
        let Some(said) = self.from.and_then(|_| self.time()) else {
            return Ok(false);
        };
        if self.to.replace(said).is_some() {
            return Err(error("phrase-twice", &here).like("Tuesdays 7pm to 9pm"));
        }
        self.timed = self.at;
        Ok(true)
    }

    /// `evenings`, which says the half of the day of all that has none; behind a time, of that one.
    pub(super) fn part_of_day(&mut self) -> Result<bool, PhraseError> {
        let Some(part) = part(self.peek(0)) else {
            return Ok(false);
        };
        let words = match (self.back(2), self.back(1)) {
            ("in", "the") => 2,
            (_, "at") => 1,
            _ => 0,
        };
        if words > 0 && self.timed > 0 && self.timed == self.at - words {
            let said = if self.to.is_some() {
                &mut self.to
            } else {
                &mut self.from
            };
            if let Some(said) = said {
                *said = said.in_part(part).ok_or_else(|| which_half(*said))?;
            }
        } else if self.part.replace(part).is_some_and(|old| old != part) {
            let example = "Tuesday and Thursday evenings at 7.30";
            return Err(error("phrase-twice", self.peek(0)).like(example));
        }
        self.at += 1;
        Ok(true)
    }

    /// A time, also in two words: `7 pm`, `12 noon`.
    fn time(&mut self) -> Option<Said> {
        if let Some(both) = self.in_two_words() {
            let said = time(&both)?;
            self.at += 2;
            return Some(said);
        }
        let said = time(self.peek(0)).or_else(|| self.figures())?;
        self.at += 1;
        // "12pm noon", "7 o'clock"
        let more = matches!(self.peek(0), "noon" | "midday") && said.is_twelve();
        self.at += usize::from(more || self.peek(0) == "o'clock");
        Some(said)
    }

    /// `7 pm` and `12 noon` in one.
    pub(super) fn in_two_words(&self) -> Option<String> {
        let (here, next) = (self.peek(0), self.peek(1));
        let half = match next.trim_end_matches('.') {
            "am" | "a.m" => "am",
            "pm" | "p.m" => "pm",
            "noon" | "midday" | "midnight" => {
                let twelve = matches!(here, "12" | "twelve" | "12.00" | "12:00");
                return twelve.then(|| next.to_owned());
            }
            _ => return None,
        };
        let is_number = here.starts_with(is_figure) || number(here).is_some();
        is_number.then(|| [here, half].concat())
    }

    /// Figures without a sign that they are a time: `1930`, and `7` where the words around it say
    /// so.
    fn figures(&self) -> Option<Said> {
        if let Some(said) = four_figures(self.peek(0)) {
            return (!self.is_year()).then_some(said);
        }
        let hour = number(self.peek(0)).and_then(Said::hour)?;
        let before = self.back(1);
        let is_hour = match (self.peek(1), self.peek(2), self.peek(3)) {
            ("o'clock", ..) => true,
            (_, _, _) if self.counts(0) => false,
            ("in", "the", word) | ("at", word, _) if part(word).is_some() => true,
            (next, end, _) if is_until(next) => time(end).is_some() || self.is_hour(2),
            _ => false,
        };
        let follows = before == "at" || part(before).is_some();
        let ends = is_until(before) && self.from.is_some();
        (is_hour || (follows || ends) && !self.counts(0)).then_some(hour)
    }

    /// Whether that word is a number of one to twelve that counts nothing.
    fn is_hour(&self, ahead: usize) -> bool {
        let hour = number(self.peek(ahead)).and_then(Said::hour);
        hour.is_some() && !self.counts(ahead)
    }

    /// Whether a number has behind it what it counts: `3 March`, `3 weeks`.
    fn counts(&self, ahead: usize) -> bool {
        let next = match self.peek(ahead + 1) {
            "of" => self.peek(ahead + 2),
            next => next,
        };
        month(next).is_some() || unit(next).is_some() || is_length(next)
    }

    /// Whether four figures are rather a year: `in 2030`, `March 2030`, `7pm until 2030`.
    fn is_year(&self) -> bool {
        let before = self.back(1);
        // "3 March 1930" would have been a date with its year.
        let of_month = month(before).is_some() && !self.back(2).starts_with(is_figure);
        if of_month || matches!(before, "in" | "of") {
            return true;
        }
        let span = is_until(before) || is_beginning(before);
        let other = if is_until(self.peek(1)) {
            self.peek(2)
        } else {
            self.back(2)
        };
        span && self.peek(0).starts_with("20") && four_figures(other).is_none()
    }
}

/// `hours`, `minutes`, `times`: what a number can count, and no part of a date.
fn is_length(word: &str) -> bool {
    let one = word.trim_end_matches('s');
    matches!(
        one,
        "hour" | "hr" | "minute" | "min" | "time" | "date" | "meeting" | "session"
    )
}

fn is_figure(c: char) -> bool {
    c.is_ascii_digit()
}

fn which_half(said: Said) -> PhraseError {
    let error = error("phrase-am-or-pm", &said.shown());
    if said.is_twelve() {
        error.like("Tuesdays at 12 noon")
    } else {
        error
    }
}
