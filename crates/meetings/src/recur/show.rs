//! A rule as text: parts in one order, lists in order, nothing that is so anyway.

use std::fmt::{self, Display, Formatter, Write};

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};

use super::parse::{CLOCK, freq_name};
use super::{End, Rule};
use crate::names::CODES;

impl Display for Rule {
    /// The RRULE without its name; reads back as the same rule.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(freq_name(self.freq))?;
        if self.interval > 1 {
            write!(f, ";INTERVAL={}", self.interval)?;
        }
        if self.wkst != 0 {
            f.write_str(";WKST=")?;
            f.write_str(CODES[usize::from(self.wkst)])?;
        }
        let months = (1..=12).filter(|month| self.months & 1 << month != 0);
        list(f, "BYMONTH", months)?;
        let rare = self.rare.as_deref();
        let rare = rare.map(|rare| (&rare.weeknos, &rare.yeardays, &rare.setpos));
        if let Some((weeknos, yeardays, _)) = rare {
            list(f, "BYWEEKNO", weeknos.iter().copied())?;
            list(f, "BYYEARDAY", yeardays.iter().copied())?;
        }
        let positive = (1..=31).filter(|day| self.monthdays & 1 << day != 0);
        let negative = (1..=31)
            .rev()
            .filter(|day| self.monthdays >> 32 & 1 << day != 0);
        list(f, "BYMONTHDAY", positive.chain(negative.map(|day| -day)))?;
        days(f, self)?;
        for (value, part) in self.clock.iter().zip(CLOCK) {
            list(f, part, value.iter().map(|value| i16::from(*value)))?;
        }
        if let Some((_, _, setpos)) = rare {
            list(f, "BYSETPOS", setpos.iter().copied())?;
        }
        end(f, self.end)
    }
}

fn list(f: &mut Formatter<'_>, name: &str, numbers: impl Iterator<Item = i16>) -> fmt::Result {
    for (i, number) in numbers.enumerate() {
        if i == 0 {
            f.write_char(';')?;
            f.write_str(name)?;
        }
        f.write_char(if i == 0 { '=' } else { ',' })?;
        number.fmt(f)?;
    }
    Ok(())
}

fn days(f: &mut Formatter<'_>, rule: &Rule) -> fmt::Result {
    let mut before = ";BYDAY=";
    for (at, name) in CODES.iter().enumerate() {
        if rule.weekdays & 1 << at != 0 {
            f.write_str(before)?;
            f.write_str(name)?;
            before = ",";
        }
    }
    for nth in &rule.nth {
        f.write_str(before)?;
        nth.nth.fmt(f)?;
        f.write_str(CODES[usize::from(nth.weekday)])?;
        before = ",";
    }
    Ok(())
}

fn end(f: &mut Formatter<'_>, end: End) -> fmt::Result {
    match end {
        End::Never => Ok(()),
        End::Count(count) => write!(f, ";COUNT={count}"),
        End::Day(day) => {
            f.write_str(";UNTIL=")?;
            date(f, day)
        }
        End::Wall(at) => time(f, at),
        End::Utc(at) => {
            time(f, at)?;
            f.write_char('Z')
        }
    }
}

fn time(f: &mut Formatter<'_>, at: NaiveDateTime) -> fmt::Result {
    f.write_str(";UNTIL=")?;
    date(f, at.date())?;
    write!(f, "T{:02}{:02}{:02}", at.hour(), at.minute(), at.second())
}

fn date(f: &mut Formatter<'_>, day: NaiveDate) -> fmt::Result {
    write!(f, "{:04}{:02}{:02}", day.year(), day.month(), day.day())
}
