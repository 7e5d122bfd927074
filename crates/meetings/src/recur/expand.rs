//! The dates of a schedule: its rules merged with single dates, in the order of their instants.

use std::cell::Cell;

use chrono::{Datelike, NaiveDateTime, TimeDelta};

use super::days::date;
use super::walk::{Step, Walk};
use super::{End, Rule};
use crate::zone::{Zones, to_utc};
use crate::{Change, Occurrence, Schedule};

/// How many steps are taken between two dates: 700 years of a yearly rule or 6,000 months, so more
/// than the 400 years after which the calendar repeats; or 200 years that a COUNT has to be counted
/// through. Under a fifth of a millisecond.
const STEPS: u32 = 30_000;

/// Steps that all meetings of a feed, or all rules of a run, share. One meeting cannot take more
/// than its own bound between two dates; ten thousand that nobody meant well would be long.
///
/// A step is about ten nanoseconds of looking for a date, or a date that was found.
#[derive(Debug)]
pub struct Budget(Cell<u64>);

impl Budget {
    /// So many steps.
    #[must_use]
    pub const fn new(steps: u64) -> Budget {
        Budget(Cell::new(steps))
    }

    /// Adds steps.
    pub fn add(&self, steps: u32) {
        self.0.set(self.0.get().saturating_add(steps.into()));
    }

    /// Whether there are none left.
    #[must_use]
    pub const fn is_spent(&self) -> bool {
        self.0.get() == 0
    }

    fn most(&self) -> u32 {
        u32::try_from(self.0.get()).unwrap_or(u32::MAX)
    }

    fn spend(&self, steps: u32) {
        self.0.set(self.0.get().saturating_sub(steps.into()));
    }
}

/// Dates of a schedule, lazily.
///
/// Each instant comes once, but for a date that was moved onto another. A moved date comes at its
/// new instant, whether or not the rules give the old one and even where an EXDATE takes that out:
/// somebody has said that there is a meeting. A cancelled one stays and is marked. Where the zone
/// is not known, its clock is taken for UTC.
pub struct Occurrences<'a> {
    schedule: &'a Schedule,
    zones: &'a dyn Zones,
    from: Option<NaiveDateTime>,
    walks: Vec<Line<'a>>,
    /// Single dates, the last first.
    single: Vec<Occurrence>,
    exdates: Vec<Dated>,
    /// Overrides by the start that the rules give.
    overrides: Vec<Dated>,
    last: Option<NaiveDateTime>,
    /// The rule that gave the last date. Its next one is found when it is asked for: many ask for one
    /// date alone.
    due: Option<usize>,
    steps: u32,
    budget: Option<&'a Budget>,
    /// A rule could not be followed further.
    stuck: bool,
    /// A rule has been followed as far as there are years.
    beyond: bool,
    /// And that has ended the dates.
    bounded: bool,
}

/// A rule and the date that it would give next.
struct Line<'a> {
    rule: &'a Rule,
    walk: Walk<'a>,
    head: Option<Occurrence>,
}

impl Line<'_> {
    /// Finds the next date, if there is one, and says what the rule came to.
    fn advance(&mut self, schedule: &Schedule, zones: &dyn Zones, steps: &mut u32) -> Step {
        let step = self.walk.next(steps);
        self.head = match step {
            Step::Day(day) => date(day)
                .map(|day| occurrence(schedule, zones, day.and_time(schedule.start.time())))
                .filter(|date| within(self.rule.end, date)),
            Step::End | Step::Beyond | Step::Bound => None,
        };
        step
    }
}

impl<'a> Occurrences<'a> {
    pub(crate) fn new(
        schedule: &'a Schedule,
        zones: &'a dyn Zones,
        from: Option<NaiveDateTime>,
        budget: Option<&'a Budget>,
    ) -> Self {
        let exdates = in_order(&mut schedule.exdates.iter().copied());
        let overrides = in_order(&mut schedule.overrides.iter().map(|over| over.at));
        let mut all = Self {
            schedule,
            zones,
            from,
            walks: Vec::with_capacity(schedule.rules.len()),
            single: Vec::new(),
            exdates,
            overrides,
            last: None,
            due: None,
            steps: STEPS,
            budget,
            stuck: false,
            beyond: false,
            bounded: false,
        };
        all.find_single();
        let from = from.map_or(i32::MIN, |from| first_day(from, schedule.minutes));
        for rule in &schedule.rules {
            let walk = Walk::new(rule, schedule.start.date(), from);
            let head = None;
            all.walks.push(Line { rule, walk, head });
            all.advance(all.walks.len() - 1);
            if all.stuck {
                break;
            }
            if all.walks.last().is_some_and(|line| line.head.is_none()) {
                all.walks.pop();
            }
        }
        all
    }

    /// Finds the next date of a rule, within the bounds.
    fn advance(&mut self, line: usize) {
        let most = self.budget.map_or(u32::MAX, Budget::most).min(self.steps);
        let Some(line) = self.walks.get_mut(line).filter(|_| most > 0) else {
            self.stuck = true;
            return;
        };
        let mut left = most;
        match line.advance(self.schedule, self.zones, &mut left) {
            Step::Bound => self.stuck = true,
            Step::Beyond => self.beyond = true,
            Step::Day(_) | Step::End => {}
        }
        self.spend(most - left);
    }

    fn spend(&mut self, steps: u32) {
        self.steps = self.steps.saturating_sub(steps);
        if let Some(budget) = self.budget {
            budget.spend(steps);
        }
    }

    /// Whether it ended because a bound was reached, and not because there are no more dates: too
    /// many steps without one, the end of a [`Budget`], or the year 9999. In the last case, single dates
    /// were handed out up to there.
    #[must_use]
    pub fn bounded(&self) -> bool {
        self.bounded
    }

    /// RDATEs, a start without rules, and where dates are moved to.
    fn find_single(&mut self) {
        let schedule = self.schedule;
        let once = schedule.rules.is_empty().then_some(schedule.start);
        let mut single: Vec<Occurrence> = once
            .iter()
            .chain(&schedule.rdates)
            .map(|start| occurrence(schedule, self.zones, *start))
            .collect();
        for (i, over) in schedule.overrides.iter().enumerate() {
            if let Change::Moved { start, minutes } = over.change
                && self.find_override(over.at) == Some(i)
            {
                let mut moved = occurrence(schedule, self.zones, start);
                moved.id = over.at;
                moved.minutes = minutes.unwrap_or(schedule.minutes);
                moved.moved = start != over.at;
                moved.over = Some(i);
                single.push(moved);
            }
        }
        if let Some(from) = self.from {
            single.retain(|date| !date.has_ended(from));
        }
        // A changed date stays behind another at the same instant, so that it is not taken for its double.
        let order = in_order(&mut single.iter().map(|date| date.utc));
        let last_first = order.iter().rev();
        self.single = last_first.map(|(_, i)| single[*i].clone()).collect();
    }

    /// The last override of that start, should there be several.
    fn find_override(&self, at: NaiveDateTime) -> Option<usize> {
        let end = self.overrides.partition_point(|(start, _)| *start <= at);
        let (start, i) = *self.overrides[..end].last()?;
        (start == at).then_some(i)
    }

    /// The earliest date of all, as it is.
    fn take(&mut self) -> Option<Occurrence> {
        let heads = self.walks.iter().enumerate();
        let first = heads
            .filter_map(|(i, line)| Some((line.head.as_ref()?.utc, i)))
            .min();
        // Many rules make every date dear.
        self.spend(u32::try_from(1 + self.walks.len() / 8).unwrap_or(u32::MAX));
        let single = self.single.last().map(|date| date.utc);
        match (first, single) {
            (Some((utc, i)), single) if single.is_none_or(|single| utc <= single) => {
                self.due = Some(i);
                self.walks[i].head.take()
            }
            _ => self.single.pop(),
        }
    }

    /// Whether a date counts; marks what is known of it.
    fn counts(&mut self, date: &mut Occurrence) -> bool {
        if self.from.is_some_and(|from| date.has_ended(from)) {
            return false;
        }
        if date.over.is_some() {
            return true;
        }
        // A file may name a start in the missing hour, or where it was moved on to.
        let out = |at: &NaiveDateTime| self.exdates.binary_search_by_key(at, |out| out.0).is_ok();
        if self.last == Some(date.utc) || out(&date.id) || out(&date.start) {
            return false;
        }
        let over = self.find_override(date.id);
        if let Some(i) = over.or_else(|| self.find_override(date.start)) {
            match self.schedule.overrides[i].change {
                Change::Moved { .. } => return false,
                Change::Cancelled => date.cancelled = true,
            }
            date.over = Some(i);
        }
        self.last = Some(date.utc);
        true
    }
}

impl Iterator for Occurrences<'_> {
    type Item = Occurrence;

    fn next(&mut self) -> Option<Occurrence> {
        loop {
            if let Some(line) = self.due.take() {
                self.advance(line);
            }
            // What is behind a bound is not known, so nothing can be said to come next.
            if self.stuck {
                self.bounded = true;
                return None;
            }
            let Some(mut date) = self.take() else {
                self.bounded = self.beyond;
                return None;
            };
            if self.counts(&mut date) {
                self.steps = STEPS;
                return Some(date);
            }
        }
    }
}

/// A time and its place in a list.
type Dated = (NaiveDateTime, usize);

/// In the order of times, and of their places in the list where these are the same. One sort for all:
/// each kind would be one more on a phone.
fn in_order(times: &mut dyn Iterator<Item = NaiveDateTime>) -> Vec<Dated> {
    let mut order: Vec<Dated> = times.zip(0..).collect();
    order.sort_unstable();
    order
}

fn occurrence(schedule: &Schedule, zones: &dyn Zones, wall: NaiveDateTime) -> Occurrence {
    let zone = schedule.zone.as_deref();
    let at = zone.and_then(|zone| to_utc(zones, zone, wall));
    Occurrence {
        id: wall,
        start: at.map_or(wall, |at| at.wall),
        utc: at.map_or(wall, |at| at.utc),
        minutes: schedule.minutes,
        cancelled: false,
        moved: false,
        over: None,
    }
}

/// The first day, in any zone, whose meetings may not have ended at that instant.
fn first_day(from: NaiveDateTime, minutes: u32) -> i32 {
    // No zone is further than 14 hours from UTC; Samoa has skipped a whole day.
    let before = TimeDelta::minutes(i64::from(minutes) + 38 * 60);
    let day = from.checked_sub_signed(before);
    day.map_or(i32::MIN, |day| day.date().num_days_from_ce())
}

fn within(end: End, date: &Occurrence) -> bool {
    match end {
        End::Never | End::Count(_) => true,
        End::Day(day) => date.id.date() <= day,
        End::Wall(at) => date.id <= at,
        End::Utc(at) => date.utc <= at,
    }
}
