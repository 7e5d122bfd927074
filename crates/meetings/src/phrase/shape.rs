//! The few shapes that nearly all meetings have, for whoever puts them into words.

use chrono::Datelike;

use crate::Schedule;
use crate::recur::{End, Freq, Rule};

/// What a schedule is, roughly. The time of day is the start's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One date.
    Once,
    /// Every so many days; 1: every day.
    Days(u32),
    /// Every so many weeks (1: every week, 2: every other) on these days.
    Weeks {
        /// How many weeks from one to the next.
        every: u32,
        /// Bit 0 is Monday. 31 is Monday to Friday.
        weekdays: u8,
    },
    /// Every so many months on such days: the first Tuesday, the second and fourth Wednesday, the
    /// 15th, the last day.
    Months {
        /// How many months from one to the next.
        every: u32,
        /// Which days, in order.
        days: Vec<Day>,
        /// Months that it is left out in; bit 1 is January.
        except: u16,
    },
    /// Anything else: the next dates say it better.
    Other,
}

/// A day of a month.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Day {
    /// `(1, 1)`: the first Tuesday; `(-1, 4)`: the last Friday.
    Weekday(i8, u8),
    /// 15: the 15th; -1: the last day.
    Date(i8),
}

/// All months; bit 1 is January.
const YEAR: u16 = 0x1ffe;

/// Which shape a schedule has. When it ends is no part of it: see [`Rule::end`].
#[must_use]
pub fn shape(schedule: &Schedule) -> Shape {
    match &schedule.rules[..] {
        [] if schedule.rdates.is_empty() => Shape::Once,
        [rule] if schedule.rdates.is_empty() => of_rule(rule, schedule),
        _ => Shape::Other,
    }
}

fn of_rule(rule: &Rule, schedule: &Schedule) -> Shape {
    if rule.end == End::Count(1) {
        return Shape::Once;
    }
    if rule.rare.is_some() {
        return Shape::Other;
    }
    let every = rule.interval;
    match rule.freq {
        Freq::Daily if rule.monthdays != 0 || rule.months != 0 => Shape::Other,
        Freq::Daily if rule.weekdays == 0 => Shape::Days(every),
        Freq::Daily if every == 1 => Shape::Weeks {
            every,
            weekdays: rule.weekdays,
        },
        Freq::Weekly if rule.months == 0 => Shape::Weeks {
            every,
            weekdays: match rule.weekdays {
                0 => 1 << weekday(schedule),
                days => days,
            },
        },
        Freq::Monthly => months(rule, schedule),
        _ => Shape::Other,
    }
}

fn months(rule: &Rule, schedule: &Schedule) -> Shape {
    // Those from the end come behind those from the beginning.
    let mut days = Vec::new();
    for nth in (1..=53).chain(-53..0) {
        let its = rule.nth.iter().filter(|day| day.nth == nth);
        days.extend(its.map(|day| Day::Weekday(day.nth, day.weekday)));
    }
    let dates = (1..=31).filter(|day| rule.monthdays & 1 << day != 0);
    let from_end = (1..=31).filter(|day| rule.monthdays >> 32 & 1 << day != 0);
    let is_both = !days.is_empty() && rule.monthdays != 0;
    // Every Monday of every month is a week's matter; Friday the 13th is neither.
    if rule.weekdays != 0 || is_both {
        return Shape::Other;
    }
    days.extend(dates.map(Day::Date));
    days.extend(from_end.map(|day: i8| Day::Date(-day)));
    if days.is_empty() {
        days.push(Day::Date(day(schedule)));
    }
    let except = match rule.months {
        0 => 0,
        months => !months & YEAR,
    };
    Shape::Months {
        every: rule.interval,
        days,
        except,
    }
}

fn weekday(schedule: &Schedule) -> u32 {
    schedule.start.weekday().num_days_from_monday()
}

fn day(schedule: &Schedule) -> i8 {
    i8::try_from(schedule.start.day()).unwrap_or(1)
}
