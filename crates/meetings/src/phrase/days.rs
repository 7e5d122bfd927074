//! Which days a series is on: what belongs together is kept together, and what is no single rule is
//! refused. Knows no first and no last date.

use super::error::{PhraseError, error};
use super::read::{Phrase, Unit};
use super::words::weekday;
use crate::names::CODES;

const MONDAY_TO_FRIDAY: u8 = 0b1_1111;
const WEEKEND: u8 = 0b110_0000;

/// Days that were said together: `first and third Monday`, `Tuesday and Thursday`, `1st and 15th`.
#[derive(Default)]
pub(super) struct Group {
    ordinals: Vec<i8>,
    /// Bit 0 is Monday.
    weekdays: u8,
    /// `first weekday`: counted among all of Monday to Friday.
    working: bool,
    /// `last day`: the ordinals are dates, whatever follows.
    dates: bool,
    /// It stands right behind a day of the week: `Tuesdays, 1st and 3rd`.
    behind: bool,
}

/// Which days.
enum Days {
    Unsaid,
    /// Each of these.
    Week(u8),
    /// `1TU`, `-1FR`.
    Nth(Vec<(i8, u8)>),
    /// The first, or last, of Monday to Friday.
    Working(Vec<i8>),
    /// Days of the month.
    Dates(Vec<i8>),
}

impl Phrase {
    /// A day of the week has been said.
    pub(super) fn on_weekdays(&mut self, weekdays: u8) {
        // "and every Thursday" has nothing to do with what was first.
        let apart = std::mem::take(&mut self.apart);
        match self.groups.last_mut() {
            Some(group) if !group.working && !group.dates && (group.weekdays == 0 || !apart) => {
                group.weekdays |= weekdays;
            }
            _ => self.groups.push(Group {
                weekdays,
                ..Group::default()
            }),
        }
    }

    /// `weekdays`.
    pub(super) fn on_working_days(&mut self) -> Result<(), PhraseError> {
        if self.every.is_some() || self.second {
            return self.unknown("every other week, Monday to Friday at 7pm");
        }
        match self.groups.last_mut() {
            Some(group) if group.weekdays == 0 && !group.dates => {
                group.working = true;
                group.weekdays = MONDAY_TO_FRIDAY;
            }
            _ => {
                self.apart |= self.has_ordinals();
                self.on_weekdays(MONDAY_TO_FRIDAY);
            }
        }
        self.plural = true;
        Ok(())
    }

    /// `weekends`. Which is the first, where a month begins with a Sunday?
    pub(super) fn on_weekends(&mut self) -> Result<(), PhraseError> {
        if self.has_ordinals() {
            return self.unknown("first Saturday of the month at 7pm");
        }
        self.plural = true;
        self.on_weekdays(WEEKEND);
        Ok(())
    }

    /// `first`, `15th`.
    pub(super) fn on_ordinal(&mut self, ordinal: i8) {
        match self.groups.last_mut() {
            Some(group) if group.weekdays == 0 => group.ordinals.push(ordinal),
            _ => {
                let behind = weekday(self.back(1)).is_some();
                self.groups.push(Group {
                    ordinals: vec![ordinal],
                    behind,
                    ..Group::default()
                });
            }
        }
    }

    /// Whether "day" belongs to an ordinal: `the last day of the month`.
    pub(super) fn is_date_of_month(&mut self) -> bool {
        match self.groups.last_mut() {
            Some(group) if group.weekdays == 0 => {
                group.dates = true;
                true
            }
            _ => false,
        }
    }

    /// `Monday to Friday`; false where no single day stands before it.
    pub(super) fn up_to(&mut self, to: u8) -> bool {
        let follows = weekday(self.back(2)).is_some();
        let group = self.groups.last_mut().filter(|_| follows);
        let single =
            |group: &&mut Group| group.ordinals.is_empty() && group.weekdays.count_ones() == 1;
        let Some(group) = group.filter(single) else {
            return false;
        };
        let from = group.weekdays.trailing_zeros() as u8;
        for day in 0..=(to + 7 - from) % 7 {
            group.weekdays |= 1 << ((from + day) % 7);
        }
        true
    }

    pub(super) fn has_ordinals(&self) -> bool {
        self.groups.iter().any(|group| !group.ordinals.is_empty())
    }

    /// All days of the week that are said without an ordinal.
    pub(super) fn weekdays(&self) -> u8 {
        let plain = self.groups.iter().filter(|group| group.ordinals.is_empty());
        plain.fold(0, |days, group| days | group.weekdays)
    }

    /// More than one rhythm.
    pub(super) fn two_things(&self) -> PhraseError {
        error("phrase-two-things", &self.text)
    }

    /// The rule without INTERVAL and end, and the interval.
    pub(super) fn body(&self) -> Result<(String, u32), PhraseError> {
        let mut every = self.every.unwrap_or(1);
        let mut days = self.days()?;
        match (&days, self.second) {
            (_, false) => {}
            // Only "of the month" makes it the second; else people mean every other.
            (Days::Week(weekdays), true) if self.unit == Some(Unit::Month) => {
                days = Days::Nth(nth(&[2], *weekdays));
            }
            (Days::Week(_) | Days::Unsaid, true) => every = 2,
            (_, true) => return Err(self.two_things()),
        }
        self.fits_unit(&days, every)?;
        let rule = [self.rule(&days)?, self.months()?].concat();
        Ok((rule, every))
    }

    fn rule(&self, days: &Days) -> Result<String, PhraseError> {
        let (by, list) = match days {
            Days::Unsaid => {
                let freq = match self.unit {
                    Some(Unit::Day) => "FREQ=DAILY",
                    Some(Unit::Week) => "FREQ=WEEKLY",
                    Some(Unit::Month) => "FREQ=MONTHLY",
                    Some(Unit::Year) => "FREQ=YEARLY",
                    None => return Err(error("phrase-no-day", "")),
                };
                (freq, String::new())
            }
            Days::Week(days) if self.unit == Some(Unit::Month) => {
                ("FREQ=MONTHLY;BYDAY=", codes(*days))
            }
            Days::Week(days) => ("FREQ=WEEKLY;BYDAY=", codes(*days)),
            Days::Nth(all) => {
                let all = all.iter();
                let all = all.map(|(n, day)| [&n.to_string(), code(*day)].concat());
                let all: Vec<String> = all.collect();
                ("FREQ=MONTHLY;BYDAY=", all.join(","))
            }
            Days::Working(nth) => ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=", numbers(nth)),
            Days::Dates(dates) => ("FREQ=MONTHLY;BYMONTHDAY=", numbers(dates)),
        };
        Ok([by, &list].concat())
    }

    fn days(&self) -> Result<Days, PhraseError> {
        let days = match &self.groups[..] {
            [] => return Ok(Days::Unsaid),
            groups if !self.has_ordinals() => {
                // "every other Tuesday and every Thursday"
                if groups.len() > 1 && (self.every.is_some() || self.second) {
                    return Err(self.two_things());
                }
                return Ok(Days::Week(self.weekdays()));
            }
            [group] if group.weekdays == 0 => return Ok(Days::Dates(group.ordinals.clone())),
            [group] if group.working => Days::Working(group.ordinals.clone()),
            [plain, group] if plain.ordinals.is_empty() && group.weekdays == 0 && group.behind => {
                self.is_monthly(&group.ordinals)?;
                Days::Nth(nth(&group.ordinals, plain.weekdays))
            }
            groups if groups.iter().all(Group::is_nth) => {
                let all = groups.iter();
                let all = all.flat_map(|group| nth(&group.ordinals, group.weekdays));
                Days::Nth(all.collect())
            }
            _ => return Err(self.two_things()),
        };
        let mut ordinals = self.groups.iter().flat_map(|group| &group.ordinals);
        match ordinals.find(|n| **n > 5) {
            Some(far) => Err(error("phrase-unknown", &far.to_string())),
            None => Ok(days),
        }
    }

    /// "the 15th" alone is one date as well as one of each month.
    fn is_monthly(&self, ordinals: &[i8]) -> Result<(), PhraseError> {
        match ordinals {
            [day] if *day > 0 && self.unit.is_none() && !self.plural => {
                let end = match day {
                    1 | 21 | 31 => "st",
                    2 | 22 => "nd",
                    3 | 23 => "rd",
                    _ => "th",
                };
                let error = error("phrase-once-or-often", &[&day.to_string(), end].concat());
                Err(error.like("15th of every month at 7.30pm"))
            }
            _ => Ok(()),
        }
    }

    /// Whether the days are such as one has each week, month or year.
    fn fits_unit(&self, days: &Days, every: u32) -> Result<(), PhraseError> {
        let fits = match (self.unit, days) {
            (_, Days::Unsaid) | (Some(Unit::Week), Days::Week(_)) => true,
            (None, Days::Dates(dates)) => {
                self.is_monthly(dates)?;
                every == 1
            }
            (None, _) => true,
            // "daily, Monday to Friday"
            (Some(Unit::Day), Days::Week(_)) => every == 1,
            // "monthly on Tuesday": on which?
            (Some(Unit::Month), Days::Week(_)) if !(self.each || self.plural && self.of_month) => {
                return Err(error("phrase-no-day", "").like("first Tuesday of the month at 7.30pm"));
            }
            (Some(Unit::Month), _) => true,
            (Some(Unit::Year), Days::Nth(_) | Days::Working(_)) => every == 1 && self.only != 0,
            (Some(Unit::Year | Unit::Day | Unit::Week), _) => false,
        };
        if fits { Ok(()) } else { Err(self.two_things()) }
    }

    fn months(&self) -> Result<String, PhraseError> {
        let months = match (self.only, self.without) {
            (0, 0) => return Ok(String::new()),
            (0, without) => 0x1ffe & !without,
            (only, without) => only & !without,
        };
        let months = (1..=12).filter(|month| months & 1 << month != 0);
        let months: Vec<i8> = months.collect();
        if months.is_empty() {
            return Err(error("phrase-never", &self.text));
        }
        Ok([";BYMONTH=", &numbers(&months)].concat())
    }
}

impl Group {
    const fn is_nth(&self) -> bool {
        !self.ordinals.is_empty() && self.weekdays != 0 && !self.working
    }
}

/// Each of these ordinals with each of these days.
fn nth(ordinals: &[i8], weekdays: u8) -> Vec<(i8, u8)> {
    let days = move || (0..7).filter(move |day| weekdays & 1 << day != 0);
    let all = ordinals.iter().flat_map(|n| days().map(|day| (*n, day)));
    all.collect()
}

fn codes(weekdays: u8) -> String {
    let days = (0..7).filter(|day| weekdays & 1 << day != 0).map(code);
    days.collect::<Vec<_>>().join(",")
}

fn code(weekday: u8) -> &'static str {
    CODES.get(usize::from(weekday)).copied().unwrap_or_default()
}

fn numbers(all: &[i8]) -> String {
    all.iter().map(i8::to_string).collect::<Vec<_>>().join(",")
}
