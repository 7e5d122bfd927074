//! The dates of one rule, from period to period. Knows no zone, no exceptions and no UNTIL.

use chrono::{Datelike, NaiveDate};

use super::days::{Bits, Parts, date, until_weekday, weekday_of};
use super::{End, Freq, Rule};

/// 31 December 9999: RFC 5545 writes years with four figures.
const LAST_DAY: i32 = 3_652_059;

/// What a walk came to.
pub(super) enum Step {
    /// A date, as its number from the year 1 on.
    Day(i32),
    /// There are no more.
    End,
    /// There may be more, after more steps or years than are taken.
    Bound,
}

/// Where a rule has got to.
pub(super) struct Walk<'a> {
    parts: Parts<'a>,
    freq: Freq,
    interval: i32,
    /// The period: a year, a month counted from the year 0, or a first day.
    at: i32,
    /// The first day of the period that `bits` are of.
    first: i32,
    bits: Bits,
    /// No date before this one counts.
    start: i32,
    /// Dates before this one count and are not handed out.
    from: i32,
    /// The last period that is looked at, and whether the rule itself ends with it.
    last: i32,
    ends: bool,
    /// How many more COUNT allows.
    left: u32,
}

impl<'a> Walk<'a> {
    /// From the rule's first date on, handing out none before `from`. Without COUNT it begins there.
    pub(super) fn new(rule: &'a Rule, start: NaiveDate, from: i32) -> Walk<'a> {
        let first = start.num_days_from_ce();
        let mut walk = Walk {
            parts: Parts::of(rule, start),
            freq: rule.freq,
            // More than the years there are is as good as for ever.
            interval: i32::try_from(rule.interval).map_or(LAST_DAY, |n| n.min(LAST_DAY)),
            at: 0,
            first: 0,
            bits: Bits::default(),
            start: first,
            from: from.max(first),
            last: 0,
            ends: false,
            left: match rule.end {
                End::Count(count) => count,
                _ => u32::MAX,
            },
        };
        walk.at = walk.period(start, rule.wkst);
        let last = match rule.end {
            End::Never | End::Count(_) => None,
            End::Day(day) => Some(day),
            // The day may be another one on the meeting's clock.
            End::Wall(at) | End::Utc(at) => at.date().succ_opt(),
        };
        walk.ends = last.is_some_and(|last| last.num_days_from_ce() <= LAST_DAY);
        let last = last.filter(|_| walk.ends).or_else(|| date(LAST_DAY));
        walk.last = last.map_or(walk.at, |last| walk.period(last, rule.wkst));
        if !matches!(rule.end, End::Count(_))
            && let Some(from) = date(walk.from)
        {
            let behind = walk.period(from, rule.wkst) - walk.at;
            walk.at += behind / walk.unit() * walk.unit();
        }
        walk.load();
        walk
    }

    /// The period that a day lies in.
    fn period(&self, day: NaiveDate, wkst: u8) -> i32 {
        let number = day.num_days_from_ce();
        match self.freq {
            Freq::Daily => number,
            Freq::Weekly => number - until_weekday(wkst, weekday_of(number)) as i32,
            Freq::Monthly => day.year() * 12 + day.month0() as i32,
            Freq::Yearly => day.year(),
        }
    }

    /// From one period to the next, in what `at` counts.
    fn unit(&self) -> i32 {
        match self.freq {
            Freq::Weekly => self.interval.saturating_mul(7),
            _ => self.interval,
        }
    }

    /// How many steps a period takes. The Gregorian calendar repeats after 400 years, so a rule that
    /// gives nothing for so many years, 4,800 months or 20,871 weeks of its own never will.
    fn cost(&self) -> u32 {
        match self.freq {
            Freq::Yearly => 50,
            Freq::Monthly => 5,
            Freq::Weekly | Freq::Daily => 1,
        }
    }

    /// The next date. Every period takes steps.
    pub(super) fn next(&mut self, steps: &mut u32) -> Step {
        loop {
            while let Some(bit) = self.bits.pop() {
                let day = self.first + bit as i32;
                if day < self.start {
                    continue;
                }
                if self.left == 0 {
                    return Step::End;
                }
                self.left = match self.left {
                    u32::MAX => u32::MAX,
                    left => left - 1,
                };
                if day >= self.from {
                    return Step::Day(day);
                }
            }
            if self.left == 0 {
                return Step::End;
            }
            if *steps == 0 {
                return Step::Bound;
            }
            *steps = steps.saturating_sub(self.cost());
            match self.at.checked_add(self.unit()) {
                Some(at) => self.at = at,
                None => return self.over(),
            }
            if !self.load() {
                return self.over();
            }
        }
    }

    fn over(&self) -> Step {
        if self.ends { Step::End } else { Step::Bound }
    }

    /// Finds the days of the period, or passes over those that BYMONTH rules out. False: beyond the
    /// last year.
    fn load(&mut self) -> bool {
        if self.at > self.last {
            return false;
        }
        match self.freq {
            Freq::Yearly => self.load_year(),
            Freq::Monthly => self.load_month(),
            Freq::Weekly => self.load_week(),
            Freq::Daily => self.load_day(),
        }
        .is_some()
    }

    fn load_year(&mut self) -> Option<()> {
        let first = NaiveDate::from_ymd_opt(self.at, 1, 1)?;
        self.first = first.num_days_from_ce();
        self.bits = self.parts.year(first);
        Some(())
    }

    fn load_month(&mut self) -> Option<()> {
        let (year, month) = (self.at.div_euclid(12), self.at.rem_euclid(12) as u32 + 1);
        if self.parts.in_month(month) {
            let first = NaiveDate::from_ymd_opt(year, month, 1)?;
            self.first = first.num_days_from_ce();
            self.bits = self.parts.whole_month(first);
        }
        Some(())
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
            self.at += ahead / self.unit() * self.unit();
        }
        Some(())
    }
}
