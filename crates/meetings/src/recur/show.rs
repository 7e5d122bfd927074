//! A rule as text: parts in one order, lists in order, nothing that is so anyway. Dates and times as
//! iCalendar has them. Without the standard library's formatting, which is a kilobyte of a widget.

use std::fmt::{self, Display, Formatter};

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};

use super::parse::{CLOCK, freq_name};
use super::{End, Rule};
use crate::names::CODES;

impl Display for Rule {
    /// The RRULE without its name; reads back as the same rule.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let until = match self.end {
            End::Never | End::Count(_) => return f.write_str(&self.front()),
            End::Day(date) => day(date),
            End::Wall(time) => moment(time),
            End::Utc(time) => utc(time),
        };
        f.write_str(&self.until(&until))
    }
}

impl Rule {
    /// All of it but its UNTIL.
    pub(crate) fn front(&self) -> String {
        let mut out = freq_name(self.freq).to_owned();
        if self.interval > 1 {
            out.push_str(";INTERVAL=");
            out.push_str(&self.interval.to_string());
        }
        if self.wkst != 0 {
            out.push_str(";WKST=");
            out.push_str(CODES[usize::from(self.wkst)]);
        }
        let mut months = (1..=12).filter(|month| self.months & 1 << month != 0);
        list(&mut out, "BYMONTH", &mut months);
        let rare = self.rare.as_deref();
        let rare = rare.map(|rare| (&rare.weeknos, &rare.yeardays, &rare.setpos));
        if let Some((weeknos, yeardays, _)) = rare {
            list(&mut out, "BYWEEKNO", &mut weeknos.iter().copied());
            list(&mut out, "BYYEARDAY", &mut yeardays.iter().copied());
        }
        let positive = (1..=31).filter(|day| self.monthdays & 1 << day != 0);
        let negative = (1..=31)
            .rev()
            .filter(|day| self.monthdays >> 32 & 1 << day != 0);
        let mut monthdays = positive.chain(negative.map(|day: i16| -day));
        list(&mut out, "BYMONTHDAY", &mut monthdays);
        self.days(&mut out);
        for (value, part) in self.clock.iter().zip(CLOCK) {
            list(
                &mut out,
                part,
                &mut value.iter().map(|value| (*value).into()),
            );
        }
        if let Some((_, _, setpos)) = rare {
            list(&mut out, "BYSETPOS", &mut setpos.iter().copied());
        }
        if let End::Count(count) = self.end {
            out.push_str(";COUNT=");
            out.push_str(&count.to_string());
        }
        out
    }

    /// All of it, with that as its UNTIL.
    pub(crate) fn until(&self, until: &str) -> String {
        [&self.front(), ";UNTIL=", until].concat()
    }

    fn days(&self, out: &mut String) {
        let mut before = ";BYDAY=";
        for (at, name) in CODES.iter().enumerate() {
            if self.weekdays & 1 << at != 0 {
                out.push_str(before);
                out.push_str(name);
                before = ",";
            }
        }
        for nth in &self.nth {
            out.push_str(before);
            out.push_str(&nth.nth.to_string());
            out.push_str(CODES[usize::from(nth.weekday)]);
            before = ",";
        }
    }
}

fn list(out: &mut String, name: &str, numbers: &mut dyn Iterator<Item = i16>) {
    for (i, number) in numbers.enumerate() {
        if i == 0 {
            out.push(';');
            out.push_str(name);
        }
        out.push(if i == 0 { '=' } else { ',' });
        out.push_str(&number.to_string());
    }
}

/// `20260303T193000`.
pub(crate) fn moment(time: NaiveDateTime) -> String {
    let mut out = day(time.date());
    out.push('T');
    for part in [time.hour(), time.minute(), time.second()] {
        digits(&mut out, part, 2);
    }
    out
}

/// `20260303T193000Z`.
pub(crate) fn utc(time: NaiveDateTime) -> String {
    let mut out = moment(time);
    out.push('Z');
    out
}

/// `20260303`.
pub(crate) fn day(date: NaiveDate) -> String {
    let mut out = String::with_capacity(16);
    digits(&mut out, u32::try_from(date.year()).unwrap_or(0), 4);
    digits(&mut out, date.month(), 2);
    digits(&mut out, date.day(), 2);
    out
}

/// A figure with zeros before it.
pub(crate) fn digits(out: &mut String, value: u32, width: usize) {
    let text = value.to_string();
    for _ in text.len()..width {
        out.push('0');
    }
    out.push_str(&text);
}
