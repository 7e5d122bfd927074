//! What has been heard, made into a rule and its first date. Knows no words.

use crate::names::CODES;
use chrono::{Days, Months, NaiveDate, NaiveTime};

use super::error::{PhraseError, error};
use super::read::{Phrase, Spoken, Unit};
use crate::Schedule;
use crate::recur::Rule;
use crate::zone::London;

impl Phrase {
    pub(super) fn spoken(mut self) -> Result<Spoken, PhraseError> {
        let (time, minutes) = self.hours()?;
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

    /// The rule without INTERVAL and end, and the interval.
    fn body(&self) -> Result<(String, u32), PhraseError> {
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
            .map(|day| CODES[day]);
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
            (Some(day), _) => [";UNTIL=", &day.to_string().replace('-', "")].concat(),
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
