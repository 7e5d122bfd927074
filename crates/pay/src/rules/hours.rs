//! The hours that count (NMWR 30 to 35), sleep-ins among them.
//!
//! A sleep-in counts for the time awake for the purposes of working where the worker may sleep and
//! has proper facilities ([2021] UKSC 8; NMWR 32(2)); else all of it likely counts.

use super::Notes;
use crate::answer::{GapKind, Rule, Share};
use crate::case::{Case, SleepIn, Time, TimeKind};
use crate::units::{Hours, Money};

/// The hours of the period.
#[derive(Default)]
pub(crate) struct Counted {
    total: Hours,
    known: bool,
    /// What comes on top if sleep-ins count whole where it is not known whether one could sleep.
    pub(crate) if_sleep_counts: Hours,
    /// Sleep-in allowances for nights that do not count whole: whether they are pay is not
    /// settled.
    pub(crate) allowances: Money,
    /// Where the hours went.
    pub(crate) split: Vec<Share>,
}

pub(crate) fn count(case: &Case, notes: &mut Notes) -> Counted {
    let mut counted = Counted::default();
    for time in &case.time {
        counted.add(time, notes);
    }
    for (row, sleep) in case.sleep_ins.iter().enumerate() {
        counted.sleep_in(row, sleep, notes);
    }
    counted.known |= !case.time.is_empty();
    if counted.known {
        notes.step(Rule::HoursTotal).hours("hours", &counted.total);
    }
    counted
}

/// Whether time of this kind is left open: visits are known, but not the time between them.
/// `Work` stands for all working time.
pub(crate) fn is_open(case: &Case, kind: TimeKind) -> bool {
    let has = |kind| case.time.iter().any(|time| time.kind == kind);
    has(TimeKind::Visits) && !has(TimeKind::Work) && !has(kind)
}

impl Counted {
    /// The hours that count; `None` when none of any kind were given.
    pub(crate) fn hours(&self) -> Option<&Hours> {
        self.known.then_some(&self.total)
    }

    fn add(&mut self, time: &Time, notes: &mut Notes) {
        if !time.hours.is_zero() {
            notes.step(time.kind.rule()).hours("hours", &time.hours);
        }
        self.share(Some(time.kind), &time.hours, time.kind.counts());
    }

    fn sleep_in(&mut self, row: usize, sleep: &SleepIn, notes: &mut Notes) {
        self.known |= sleep.length().is_some() || sleep.awake.is_some();
        if sleep.may_sleep == Some(false)
            && let Some(hours) = sleep.length()
        {
            self.share(None, hours, true);
            notes.step(Rule::SleepInAll).hours("hours", hours);
            notes.gap_in(row, GapKind::SleepInLikely);
            return;
        }
        let awake = sleep.awake.unwrap_or_default();
        // How long it was may not be known; it was no shorter than the time awake.
        let hours = sleep.length().unwrap_or(&awake);
        let asleep = hours - &awake;
        self.share(None, &awake, true);
        self.share(None, &asleep, false);
        if !hours.is_zero() {
            let args = notes.step(Rule::SleepInAwake);
            args.hours("hours", hours).hours("awake", &awake);
        }
        if sleep.may_sleep.is_none() {
            self.if_sleep_counts += &asleep;
            notes.gap_in(row, GapKind::SleepInFacilities);
        }
        if let Some(allowance) = &sleep.allowance
            && !allowance.is_zero()
        {
            self.allowances += allowance;
            let args = notes.gap_in(row, GapKind::SleepInAllowance);
            args.money("allowance", allowance);
        }
    }

    /// Adds time up; one share for each kind, however many rows it came in.
    fn share(&mut self, kind: Option<TimeKind>, hours: &Hours, counts: bool) {
        if counts {
            self.total += hours;
        }
        if hours.is_zero() {
            return;
        }
        let same = |share: &&mut Share| share.kind == kind && share.counts == counts;
        match self.split.iter_mut().find(same) {
            Some(share) => share.hours += hours,
            None => self.split.push(Share {
                kind,
                hours: *hours,
                counts,
            }),
        }
    }
}
