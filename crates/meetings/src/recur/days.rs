//! Which days of a year, a month, a week or a day a rule gives, as bits. Knows no start, no end and
//! no interval.

use chrono::{Datelike, NaiveDate};

use super::{Freq, Nth, Rule};

/// Every seventh of 31 days.
const SEVENTHS: u32 = 0x1020_4081;

/// Days of a period, counted from its first.
#[derive(Copy, Clone, Default)]
pub(super) struct Bits([u64; 6]);

impl Bits {
    fn add(&mut self, at: u32) {
        self.0[at as usize / 64] |= 1 << (at % 64);
    }

    /// Adds up to 32 days from this one on.
    fn add_all(&mut self, bits: u32, at: u32) {
        let (word, shift) = (at as usize / 64, at % 64);
        let wide = u128::from(bits) << shift;
        self.0[word] |= wide as u64;
        if word < 5 {
            self.0[word + 1] |= (wide >> 64) as u64;
        }
    }

    pub(super) fn keep(&mut self, other: &Bits) {
        for (word, other) in self.0.iter_mut().zip(other.0) {
            *word &= other;
        }
    }

    pub(super) fn count(&self) -> u32 {
        // A month has the first alone.
        let words = self.0.iter().filter(|word| **word != 0);
        words.map(|word| word.count_ones()).sum()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0 == [0; 6]
    }

    /// Takes the first day out.
    pub(super) fn pop(&mut self) -> Option<u32> {
        for (at, word) in (0..).zip(&mut self.0) {
            if *word != 0 {
                let bit = word.trailing_zeros();
                *word &= *word - 1;
                return Some(at * 64 + bit);
            }
        }
        None
    }
}

/// The BY parts of a rule, with those filled in that its start gives (RFC 5545, 3.3.10:
/// "information … necessary … is taken from DTSTART").
pub(super) struct Parts<'a> {
    wkst: u8,
    weekdays: u8,
    pub(super) months: u16,
    monthdays: u64,
    nth: &'a [Nth],
    yeardays: &'a [i16],
    weeknos: &'a [i16],
    setpos: &'a [i16],
}

impl<'a> Parts<'a> {
    pub(super) fn of(rule: &'a Rule, start: NaiveDate) -> Parts<'a> {
        let (yeardays, weeknos, setpos) = match rule.rare.as_deref() {
            Some(rare) => (&rare.yeardays[..], &rare.weeknos[..], &rare.setpos[..]),
            None => (&[][..], &[][..], &[][..]),
        };
        let mut parts = Parts {
            wkst: rule.wkst,
            weekdays: rule.weekdays,
            months: rule.months,
            monthdays: rule.monthdays,
            nth: &rule.nth,
            yeardays,
            weeknos,
            setpos,
        };
        let says_day = rule.weekdays != 0
            || !rule.nth.is_empty()
            || rule.monthdays != 0
            || !yeardays.is_empty();
        let by_weekday = rule.freq == Freq::Weekly || !weeknos.is_empty();
        let weekday = 1 << weekday_of(start.num_days_from_ce());
        if !says_day && by_weekday {
            parts.weekdays = weekday;
        } else if !says_day && rule.freq != Freq::Daily {
            parts.monthdays = 1 << start.day();
            if rule.freq == Freq::Yearly && rule.months == 0 {
                parts.months = 1 << start.month();
            }
        }
        parts
    }

    /// Does without BYSETPOS where a week or a day is always the same choice. Whether no BYSETPOS is
    /// left, so that days of a month can be told without their weeks.
    pub(super) fn fold_positions(&mut self, freq: Freq) -> bool {
        match freq {
            _ if self.setpos.is_empty() => {}
            Freq::Daily => {
                let has = |position| self.setpos.binary_search(&position).is_ok();
                if has(1) || has(-1) {
                    self.setpos = &[];
                }
            }
            Freq::Weekly if self.months == 0 => {
                let mut chosen = self.chosen(Bits::from(self.weekdays_of_week()));
                let mut weekdays = 0;
                while let Some(at) = chosen.pop() {
                    weekdays |= 1 << ((u32::from(self.wkst) + at) % 7);
                }
                if weekdays != 0 {
                    (self.weekdays, self.setpos) = (weekdays, &[]);
                }
            }
            _ => {}
        }
        !self.has_positions()
    }

    pub(super) fn has_positions(&self) -> bool {
        !self.setpos.is_empty()
    }

    /// Whether a day of one of these weekdays may count.
    pub(super) fn on_weekday(&self, weekdays: u8) -> bool {
        self.weekdays == 0 || self.weekdays & weekdays != 0
    }

    /// Whether not even a week that lies in allowed months as a whole has a day.
    pub(super) fn week_is_empty(&self) -> bool {
        self.chosen(Bits::from(self.weekdays_of_week())).is_empty()
    }

    /// Whether no month that is both among these and allowed has a day, of whatever length and
    /// beginning on whatever weekday.
    pub(super) fn months_are_empty(&self, among: u16) -> bool {
        let months = (1..=12).filter(|month| among & 1 << month != 0 && self.in_month(*month));
        !months
            .flat_map(|month| [false, true].map(|leap| month_length(month, leap)))
            .flat_map(|length| (0..7).map(move |weekday| (weekday, length)))
            .any(|(weekday, length)| !self.whole_month(weekday, length).is_empty())
    }

    pub(super) fn in_month(&self, month: u32) -> bool {
        self.months == 0 || self.months & 1 << month != 0
    }

    /// A calendar year.
    pub(super) fn year(&self, year: i32) -> Bits {
        let mut bits = Bits::default();
        let leap = is_leap(year);
        let weekday = weekday_of(january(year));
        let mut offset = 0;
        // Without BYMONTH, the second Tuesday is the year's, not every month's.
        let of_the_year = self.months == 0 && !self.nth.is_empty();
        for month in 1..=12 {
            let length = month_length(month, leap);
            if self.in_month(month) {
                let weekday = (u32::from(weekday) + offset) % 7;
                bits.add_all(self.month(weekday as u8, length, !of_the_year), offset);
            }
            offset += length;
        }
        if of_the_year {
            bits.keep(&self.weekdays_of_year(weekday, offset));
        }
        if !self.yeardays.is_empty() {
            bits.keep(&days_of_year(self.yeardays, offset));
        }
        if !self.weeknos.is_empty() {
            bits.keep(&self.weeks_of_year(year, offset));
        }
        self.chosen(bits)
    }

    /// A calendar month that BYMONTH allows, of this length, that begins on this day of the week.
    pub(super) fn whole_month(&self, weekday: u8, length: u32) -> Bits {
        self.chosen(Bits::from(self.month(weekday, length, true)))
    }

    /// A week that begins on this day, which is a WKST.
    pub(super) fn week(&self, first: i32) -> Bits {
        let mut bits = self.weekdays_of_week();
        if self.months != 0 {
            for (at, day) in (0..7).zip(first..) {
                let month = date(day).map_or(0, |day| day.month());
                if !self.in_month(month) {
                    bits &= !(1 << at);
                }
            }
        }
        self.chosen(Bits::from(bits))
    }

    fn weekdays_of_week(&self) -> u32 {
        let twice = u32::from(self.weekdays) | u32::from(self.weekdays) << 7;
        twice >> self.wkst & 0x7f
    }

    /// One day in a month that BYMONTH allows.
    pub(super) fn day(&self, day: NaiveDate) -> Bits {
        let weekday = weekday_of(day.num_days_from_ce());
        let mut fits = self.on_weekday(1 << weekday);
        if self.monthdays != 0 {
            let from_end = month_length(day.month(), day.leap_year()) - day.day() + 1;
            let either = 1 << day.day() | 1 << (32 + from_end);
            fits &= self.monthdays & either != 0;
        }
        self.chosen(Bits::from(u32::from(fits)))
    }

    /// Days of a month of this length that begins on this day of the week.
    fn month(&self, weekday: u8, length: u32, by_weekday: bool) -> u32 {
        let all = u32::MAX >> (32 - length);
        let mut bits = all;
        if self.monthdays != 0 {
            let forwards = (self.monthdays as u32) >> 1;
            let backwards = ((self.monthdays >> 33) as u32).reverse_bits() >> (32 - length);
            bits &= forwards | backwards;
        }
        if by_weekday && (self.weekdays != 0 || !self.nth.is_empty()) {
            let mut days = 0;
            for day in 0..7 {
                if self.weekdays & 1 << day != 0 {
                    days |= SEVENTHS << until_weekday(weekday, day);
                }
            }
            for nth in self.nth {
                days |= nth.at(weekday, length).map_or(0, |at| 1 << at);
            }
            bits &= days;
        }
        bits
    }

    fn weekdays_of_year(&self, weekday: u8, length: u32) -> Bits {
        let mut bits = Bits::default();
        for at in 0..length {
            let day = (u32::from(weekday) + at) % 7;
            if self.weekdays & 1 << day != 0 {
                bits.add(at);
            }
        }
        for at in self.nth.iter().filter_map(|nth| nth.at(weekday, length)) {
            bits.add(at);
        }
        bits
    }

    /// The days of a year that lie in the chosen weeks, be they numbered by this year or, for a few
    /// at its ends, by a neighbour.
    fn weeks_of_year(&self, this: i32, length: u32) -> Bits {
        let mut bits = Bits::default();
        let january = january(this);
        for year in this - 1..=this + 1 {
            let (start, end) = (self.week_one(year), self.week_one(year + 1));
            let weeks = (end - start) / 7;
            for number in self.weeknos.iter().map(|number| i32::from(*number)) {
                let week = if number < 0 {
                    weeks + number
                } else {
                    number - 1
                };
                if !(0..weeks).contains(&week) {
                    continue;
                }
                for day in 0..7 {
                    let at = start + week * 7 + day - january;
                    if let Ok(at) = u32::try_from(at)
                        && at < length
                    {
                        bits.add(at);
                    }
                }
            }
        }
        bits
    }

    /// The first day of the first week with four days in that year.
    fn week_one(&self, year: i32) -> i32 {
        let january = january(year);
        let into = until_weekday(self.wkst, weekday_of(january)) as i32;
        january - into + if into > 3 { 7 } else { 0 }
    }

    /// What BYSETPOS leaves.
    fn chosen(&self, bits: Bits) -> Bits {
        if self.setpos.is_empty() {
            return bits;
        }
        let mut left = bits;
        let mut chosen = Bits::default();
        let count = bits.count() as i16;
        let mut position = 0;
        while let Some(at) = left.pop() {
            position += 1;
            let has = |position: i16| self.setpos.binary_search(&position).is_ok();
            if has(position) || has(position - count - 1) {
                chosen.add(at);
            }
        }
        chosen
    }
}

impl From<u32> for Bits {
    fn from(bits: u32) -> Bits {
        let mut all = Bits::default();
        all.0[0] = u64::from(bits);
        all
    }
}

impl Nth {
    /// Which day it is, from 0, of so many that begin on this day of the week.
    fn at(self, first: u8, length: u32) -> Option<u32> {
        let offset = until_weekday(first, self.weekday);
        let weeks = u32::from(self.nth.unsigned_abs() - 1);
        if self.nth > 0 {
            Some(offset + weeks * 7).filter(|at| *at < length)
        } else {
            let last = (length - 1 - offset) / 7;
            Some(offset + last.checked_sub(weeks)? * 7)
        }
    }
}

fn days_of_year(days: &[i16], length: u32) -> Bits {
    let mut bits = Bits::default();
    for day in days {
        let n = u32::from(day.unsigned_abs());
        let at = if *day > 0 {
            n - 1
        } else {
            length.wrapping_sub(n)
        };
        if at < length {
            bits.add(at);
        }
    }
    bits
}

/// How many days from one day of the week to the next such other one, 0 to 6.
pub(super) const fn until_weekday(from: u8, to: u8) -> u32 {
    ((to + 7 - from) % 7) as u32
}

/// 0 is Monday; the first day of the year 1 was one.
pub(super) const fn weekday_of(day: i32) -> u8 {
    (day - 1).rem_euclid(7) as u8
}

/// A date by its number from the year 1 on.
pub(super) fn date(day: i32) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(day)
}

/// The number of a year's first day.
pub(super) const fn january(year: i32) -> i32 {
    let past = year - 1;
    past * 365 + past.div_euclid(4) - past.div_euclid(100) + past.div_euclid(400) + 1
}

pub(super) const fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// The number of a month's first day, and its length.
pub(super) fn month_at(year: i32, month: u32) -> (i32, u32) {
    let leap = is_leap(year);
    let before: u32 = (1..month).map(|month| month_length(month, leap)).sum();
    (january(year) + before as i32, month_length(month, leap))
}

const fn month_length(month: u32, leap: bool) -> u32 {
    match month {
        2 => 28 + leap as u32,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
