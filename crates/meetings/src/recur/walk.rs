//! The dates of one rule, from period to period. Knows no zone, no exceptions and no UNTIL.
//!
//! What a calendar month gives depends on its length and the weekday of its first, what a year gives
//! on little more: 28 kinds of each. So a rule that gives nothing for long is not tried day by day.
//! Days and weeks are walked a month at a time, each kind is worked out once, and where no kind that
//! the rule can reach has a day, there is no date.

use chrono::{Datelike, NaiveDate};

use super::days::{Bits, Parts, date, is_leap, january, month_at, until_weekday, weekday_of};
use super::{End, Freq, Rule};

/// 31 December 9999: RFC 5545 writes years with four figures.
const LAST_DAY: i32 = 3_652_059;
/// After so many periods without a date, kinds are remembered, and the calendar is asked whether
/// there can be one. Meetings have a date sooner.
const BARREN: u32 = 16;
/// Steps for a month or year that COUNT is counted through, or for a date where that cannot be by the
/// month: two hundred years of months.
const COUNTED: u32 = 10;

/// What a walk came to.
pub(super) enum Step {
    /// A date, as its number from the year 1 on.
    Day(i32),
    /// There are no more.
    End,
    /// There are no more up to the year 9999, beyond which nobody looks.
    Beyond,
    /// There may be more, after more steps than are taken.
    Bound,
}

/// What is gone through at a time.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Pace {
    Year,
    Month,
    Week,
    Day,
    /// A month, of which blocks of so many days count, one in so many days.
    Blocks {
        length: i32,
        cycle: i32,
    },
}

impl Pace {
    /// Beyond four weeks, most months would be empty, and it is periods that are gone through.
    fn of(freq: Freq, interval: i32, by_month: bool) -> Pace {
        let blocks = |length| Pace::Blocks {
            length,
            cycle: interval * length,
        };
        match freq {
            Freq::Yearly => Pace::Year,
            Freq::Monthly => Pace::Month,
            Freq::Weekly if by_month && interval <= 4 => blocks(7),
            Freq::Daily if by_month && interval <= 28 => blocks(1),
            Freq::Weekly => Pace::Week,
            Freq::Daily => Pace::Day,
        }
    }
}

/// Where a rule has got to.
pub(super) struct Walk<'a> {
    parts: Parts<'a>,
    pace: Pace,
    /// From one period to the next, in what `at` counts.
    unit: i32,
    /// The period: a year, a month counted from the year 0, or a first day.
    at: i32,
    /// The first day of the period that `bits` are of.
    first: i32,
    bits: Bits,
    /// The first day of the start's own period.
    anchor: i32,
    /// No date before this one counts.
    start: i32,
    /// Dates before this one count and are not handed out.
    from: i32,
    /// The last period that is looked at, and whether the rule itself ends with it.
    last: i32,
    ends: bool,
    /// How many more COUNT allows.
    left: u32,
    /// How many periods in a row gave no date.
    barren: u32,
    kinds: Option<Box<Kinds>>,
}

/// The days of each kind of month or year, those of `known` alone.
#[derive(Default)]
struct Kinds {
    known: u32,
    bits: [Bits; 28],
}

impl<'a> Walk<'a> {
    /// From the rule's first date on, handing out none before `from`. Without COUNT it begins there.
    pub(super) fn new(rule: &'a Rule, start: NaiveDate, from: i32) -> Walk<'a> {
        let first = start.num_days_from_ce();
        // More than the years there are is as good as for ever.
        let interval = i32::try_from(rule.interval).map_or(LAST_DAY, |n| n.min(LAST_DAY));
        let mut parts = Parts::of(rule, start);
        let pace = Pace::of(rule.freq, interval, parts.fold_positions(rule.freq));
        let mut walk = Walk {
            parts,
            pace,
            unit: match pace {
                Pace::Week => interval.saturating_mul(7),
                Pace::Blocks { .. } => 1,
                _ => interval,
            },
            at: 0,
            first: 0,
            bits: Bits::default(),
            anchor: match rule.freq {
                Freq::Weekly => first - until_weekday(rule.wkst, weekday_of(first)) as i32,
                _ => first,
            },
            start: first,
            from: from.max(first),
            last: 0,
            ends: false,
            left: match rule.end {
                End::Count(count) => count,
                _ => u32::MAX,
            },
            barren: 0,
            kinds: None,
        };
        walk.begin(rule, start);
        walk
    }

    /// Finds the first period and the last.
    fn begin(&mut self, rule: &Rule, start: NaiveDate) {
        self.at = self.period(start, rule.wkst);
        let last = match rule.end {
            End::Never | End::Count(_) => None,
            End::Day(day) => Some(day),
            // The day may be another one on the meeting's clock.
            End::Wall(at) | End::Utc(at) => at.date().succ_opt(),
        };
        self.ends = last.is_some_and(|last| last.num_days_from_ce() <= LAST_DAY);
        let last = last.filter(|_| self.ends).or_else(|| date(LAST_DAY));
        self.last = last.map_or(self.at, |last| self.period(last, rule.wkst));
        if !matches!(rule.end, End::Count(_))
            && let Some(from) = date(self.from)
        {
            let behind = self.period(from, rule.wkst) - self.at;
            self.at += behind / self.unit * self.unit;
        }
        self.load();
    }

    /// The period that a day lies in.
    fn period(&self, day: NaiveDate, wkst: u8) -> i32 {
        let number = day.num_days_from_ce();
        match self.pace {
            Pace::Day => number,
            Pace::Week => number - until_weekday(wkst, weekday_of(number)) as i32,
            Pace::Month | Pace::Blocks { .. } => day.year() * 12 + day.month0() as i32,
            Pace::Year => day.year(),
        }
    }

    /// How many steps a period takes, as the time goes: about ten nanoseconds each. The Gregorian
    /// calendar repeats after 400 years, so a rule that gives nothing for so many years or 4,800
    /// months of its own never will.
    fn cost(&self) -> u32 {
        match self.pace {
            Pace::Year if self.barren < BARREN => 40,
            Pace::Year => 20,
            Pace::Blocks { .. } if self.bits.is_empty() => 1,
            Pace::Month | Pace::Blocks { .. } => 5,
            Pace::Day => 6,
            Pace::Week => 8,
        }
    }

    /// The next date. Every period takes steps.
    pub(super) fn next(&mut self, steps: &mut u32) -> Step {
        self.barren = 0;
        loop {
            if self.count_through() {
                *steps = steps.saturating_sub(COUNTED);
            }
            while let Some(bit) = self.bits.pop() {
                let day = self.first + bit as i32;
                if day < self.start {
                    continue;
                }
                if self.left == 0 {
                    return Step::End;
                }
                self.count(1);
                if day >= self.from {
                    return Step::Day(day);
                }
                *steps = steps.saturating_sub(COUNTED);
            }
            if self.left == 0 {
                return Step::End;
            }
            if *steps == 0 {
                return Step::Bound;
            }
            *steps = steps.saturating_sub(self.cost());
            self.barren += 1;
            if self.barren == BARREN && self.never() {
                return self.over();
            }
            match self.at.checked_add(self.unit) {
                Some(at) => self.at = at,
                None => return self.over(),
            }
            if !self.load() {
                return self.over();
            }
        }
    }

    fn count(&mut self, dates: u32) {
        if self.left < u32::MAX {
            self.left -= dates;
        }
    }

    /// Counts the dates of a period that is over as a whole.
    fn count_through(&mut self) -> bool {
        let length = match self.pace {
            Pace::Year => 366,
            Pace::Month | Pace::Blocks { .. } => 31,
            Pace::Week | Pace::Day => return false,
        };
        if self.first < self.start || self.first + length > self.from {
            return false;
        }
        let many = self.bits.count();
        let has_more = many < self.left;
        if has_more {
            self.count(many);
            self.bits = Bits::default();
        }
        has_more
    }

    fn over(&self) -> Step {
        if self.ends { Step::End } else { Step::Beyond }
    }

    /// Whether no day that the rule can reach is one of its days. Where this cannot say, it is false.
    fn never(&self) -> bool {
        match self.pace {
            Pace::Year => false,
            Pace::Week => self.parts.week_is_empty(),
            Pace::Month => {
                // Every twelfth month is always the same one.
                let mut reached = 0;
                for step in 0..12 {
                    reached |= 1 << ((self.at + step * (self.unit % 12)).rem_euclid(12) + 1);
                }
                self.parts.months_are_empty(reached)
            }
            Pace::Day => self.no_day(self.unit),
            Pace::Blocks { length: 1, cycle } => self.no_day(cycle),
            Pace::Blocks { .. } => self.parts.months_are_empty(u16::MAX),
        }
    }

    /// Whether no day of any month, one in so many days, is one of the rule's.
    fn no_day(&self, cycle: i32) -> bool {
        let always = 1 << weekday_of(self.start);
        cycle % 7 == 0 && !self.parts.on_weekday(always)
            || self.parts.has_positions()
            || self.parts.months_are_empty(u16::MAX)
    }

    /// Finds the days of the period, or passes over those that BYMONTH rules out. False: beyond the
    /// last year.
    fn load(&mut self) -> bool {
        if self.at > self.last {
            return false;
        }
        match self.pace {
            Pace::Year => self.load_year(),
            Pace::Month | Pace::Blocks { .. } => self.load_month(),
            Pace::Week => return self.load_week().is_some(),
            Pace::Day => return self.load_day().is_some(),
        }
        true
    }

    fn load_year(&mut self) {
        self.first = january(self.at);
        let year = self.at;
        // The weeks at its ends are its neighbours', whose lengths count too.
        let lengths = if is_leap(year) {
            1
        } else if is_leap(year - 1) {
            2
        } else {
            3 * u32::from(is_leap(year + 1))
        };
        let kind = u32::from(weekday_of(self.first)) + 7 * lengths;
        self.bits = self.of_kind(kind, |parts| parts.year(year));
    }

    fn load_month(&mut self) {
        let (year, month) = (self.at.div_euclid(12), self.at.rem_euclid(12) as u32 + 1);
        let (first, length) = month_at(year, month);
        self.first = first;
        if !self.parts.in_month(month) {
            self.bits = Bits::default();
            return;
        }
        let weekday = weekday_of(first);
        let kind = u32::from(weekday) + 7 * (length - 28);
        self.bits = self.of_kind(kind, |parts| parts.whole_month(weekday, length));
        if let Pace::Blocks { length, cycle } = self.pace
            && cycle > length
        {
            self.bits.keep(&blocks(self.anchor - first, length, cycle));
        }
    }

    /// The days of a kind of month or year.
    fn of_kind(&mut self, kind: u32, days: impl FnOnce(&Parts<'_>) -> Bits) -> Bits {
        if self.barren < BARREN {
            return days(&self.parts);
        }
        let kinds = self.kinds.get_or_insert_default();
        let bits = &mut kinds.bits[kind as usize];
        if kinds.known & 1 << kind == 0 {
            kinds.known |= 1 << kind;
            *bits = days(&self.parts);
        }
        *bits
    }

    fn load_week(&mut self) -> Option<()> {
        if self.parts.months != 0 {
            let (first, last) = (date(self.at)?, date(self.at + 6)?);
            if !self.parts.in_month(first.month()) && !self.parts.in_month(last.month()) {
                return self.pass_over(last, 6);
            }
        }
        self.first = self.at;
        self.bits = self.parts.week(self.at);
        Some(())
    }

    fn load_day(&mut self) -> Option<()> {
        let day = date(self.at)?;
        if !self.parts.in_month(day.month()) {
            return self.pass_over(day, 0);
        }
        self.first = self.at;
        self.bits = self.parts.day(day);
        Some(())
    }

    /// Goes on to the last period of the rule before the next month that BYMONTH allows, so that the
    /// step after it reaches that month. `length` is what a period has beyond its first day.
    fn pass_over(&mut self, day: NaiveDate, length: i32) -> Option<()> {
        let mut month = day.year() * 12 + day.month0() as i32 + 1;
        while !self.parts.in_month(month.rem_euclid(12) as u32 + 1) {
            month += 1;
        }
        let (year, month) = (month.div_euclid(12), month.rem_euclid(12) as u32 + 1);
        let next = NaiveDate::from_ymd_opt(year, month, 1)?;
        let ahead = next.num_days_from_ce() - length - 1 - self.at;
        if ahead > 0 {
            self.at += ahead / self.unit * self.unit;
        }
        Some(())
    }
}

/// Blocks of so many days, one in so many days, of which one begins at that day of a month.
fn blocks(at: i32, length: i32, cycle: i32) -> Bits {
    let block = (1_u64 << length) - 1;
    let mut bits = 0;
    // The last block that begins before the month, or with it.
    let mut at = -(-at).rem_euclid(cycle);
    while at < 31 {
        bits |= if at < 0 { block >> -at } else { block << at };
        at += cycle;
    }
    Bits::from(bits as u32)
}
