//! The hours that count (NMWR 30 to 35), sleep-ins among them.
//!
//! A sleep-in counts for the time awake for the purposes of working where the worker may sleep and
//! has proper facilities ([2021] UKSC 8; NMWR 32(2)); else all of it likely counts.

use super::Notes;
use crate::answer::{Arg, GapKind, Rule, Share};
use crate::case::{Case, SleepIn, Time, TimeKind};
use crate::error::Field;
use crate::source::Source;
use crate::units::{Hours, Money};

/// The hours of the period.
pub(crate) struct Counted {
    /// The hours that count; `None` when none of any kind were given.
    pub(crate) hours: Option<Hours>,
    /// What comes on top if sleep-ins count whole where it is not known whether one could sleep.
    pub(crate) if_sleep_counts: Hours,
    /// Sleep-in allowances for nights that do not count whole: whether they are pay is not
    /// settled.
    pub(crate) allowances: Money,
    /// Sleep-ins, by row, of which it is not known how long one was awake, with their hours.
    pub(crate) unknown_awake: Vec<(usize, Hours)>,
    /// Where the hours went.
    pub(crate) split: Vec<Share>,
    /// Whether visits are known, but not the time of this kind.
    pub(crate) unknown_travel: bool,
    pub(crate) unknown_waiting: bool,
}

const SLEEPING: Source = Source::Judgment("[2021] UKSC 8");
const SLEEP_IN: Source = Source::Nmwr("32(2)");

pub(crate) fn count(case: &Case, notes: &mut Notes) -> Counted {
    let mut counted = Counted {
        hours: None,
        if_sleep_counts: Hours::ZERO,
        allowances: Money::ZERO,
        unknown_awake: Vec::new(),
        split: Vec::new(),
        unknown_travel: false,
        unknown_waiting: false,
    };
    let mut total = Hours::ZERO;
    for time in &case.time {
        counted.add(*time, &mut total, notes);
    }
    for (row, sleep) in case.sleep_ins.iter().enumerate() {
        counted.sleep_in(row, *sleep, &mut total, notes);
    }
    if !case.time.is_empty() || !case.sleep_ins.is_empty() {
        notes.step(
            Rule::HoursTotal,
            Source::Nmwr("30"),
            None,
            &[("hours", Arg::Hours(total))],
        );
        counted.hours = Some(total);
    }
    // `Work` stands for all working time. Visits alone leave the time between them open.
    let has = |kind| case.time.iter().any(|time| time.kind == kind);
    let split_up = has(TimeKind::Visits) && !has(TimeKind::Work);
    counted.unknown_travel = split_up && !has(TimeKind::Travel);
    counted.unknown_waiting = split_up && !has(TimeKind::Waiting);
    counted
}

impl Counted {
    fn add(&mut self, time: Time, total: &mut Hours, notes: &mut Notes) {
        let counts = time.kind.counts();
        if counts {
            *total = *total + time.hours;
        }
        if time.hours.is_zero() {
            return;
        }
        let (rule, source) = time.kind.rule();
        notes.step(rule, source, None, &[("hours", Arg::Hours(time.hours))]);
        self.share(Some(time.kind), time.hours, counts);
    }

    fn sleep_in(&mut self, row: usize, sleep: SleepIn, total: &mut Hours, notes: &mut Notes) {
        let field = |part| Field::in_row("sleep_ins", row, part);
        let hours = ("hours", Arg::Hours(sleep.hours));
        if sleep.may_sleep == Some(false) {
            *total = *total + sleep.hours;
            self.share(None, sleep.hours, true);
            notes.step(Rule::SleepInAll, SLEEP_IN, None, &[hours]);
            notes.gap(GapKind::SleepInLikely, field("may_sleep"), SLEEPING, &[]);
            return;
        }
        let awake = sleep.awake.unwrap_or_default();
        let asleep = sleep.hours - awake;
        *total = *total + awake;
        self.share(None, awake, true);
        self.share(None, asleep, false);
        notes.step(
            Rule::SleepInAwake,
            SLEEPING,
            None,
            &[hours, ("awake", Arg::Hours(awake))],
        );
        if sleep.awake.is_none() {
            self.unknown_awake.push((row, sleep.hours));
        }
        if sleep.may_sleep.is_none() {
            self.if_sleep_counts = self.if_sleep_counts + asleep;
            notes.gap(
                GapKind::SleepInFacilities,
                field("may_sleep"),
                SLEEP_IN,
                &[hours],
            );
        }
        if let Some(allowance) = sleep.allowance.filter(|allowance| !allowance.is_zero()) {
            self.allowances = self.allowances + allowance;
            let args = [("allowance", Arg::Money(allowance))];
            notes.gap(
                GapKind::SleepInAllowance,
                field("allowance"),
                SLEEPING,
                &args,
            );
        }
    }

    /// One share for each kind, however many rows it came in.
    fn share(&mut self, kind: Option<TimeKind>, hours: Hours, counts: bool) {
        if hours.is_zero() {
            return;
        }
        match self
            .split
            .iter_mut()
            .find(|s| s.kind == kind && s.counts == counts)
        {
            Some(share) => share.hours = share.hours + hours,
            None => self.split.push(Share {
                kind,
                hours,
                counts,
            }),
        }
    }
}
