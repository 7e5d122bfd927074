//! Shifts between two times, day by day.

use std::slice::Iter;

use chrono::{Days, Duration, NaiveDate, NaiveDateTime};

use super::{Shifts, Slot, Span};

/// Shifts that touch a stretch of time, in the order of their starts. Made by [`Shifts::busy`].
pub struct Busy<'a> {
    shifts: &'a Shifts,
    from: NaiveDateTime,
    to: NaiveDateTime,
    /// The next day of which the pattern is asked.
    day: Option<NaiveDate>,
    /// The day that is being read, and what is left of it.
    today: NaiveDate,
    slots: Iter<'a, Slot>,
    dated: Iter<'a, Span>,
    /// The next of each, where the other one came first.
    waiting: (Option<Span>, Option<Span>),
}

impl<'a> Busy<'a> {
    pub(super) fn new(shifts: &'a Shifts, from: NaiveDateTime, to: NaiveDateTime) -> Self {
        // A slot lasts a day at most, so yesterday's may reach into today.
        let first = from.date().pred_opt().unwrap_or(from.date());
        Self {
            shifts,
            from,
            to,
            day: (shifts.round > 0).then_some(first),
            today: first,
            slots: [].iter(),
            dated: shifts.dated.iter(),
            waiting: (None, None),
        }
    }

    fn by_pattern(&mut self) -> Option<Span> {
        loop {
            for slot in self.slots.by_ref() {
                let midnight = self.today.and_time(chrono::NaiveTime::MIN);
                let after = |time: NaiveDateTime, minutes: u16| {
                    time.checked_add_signed(Duration::minutes(i64::from(minutes)))
                };
                // Nothing at the end of time, where there is no next day.
                if let Some(start) = after(midnight, slot.from)
                    && let Some(end) = after(start, slot.minutes)
                    && self.from < end
                    && start < self.to
                {
                    return Some(Span { start, end });
                }
            }
            let day = self.day.filter(|day| *day <= self.to.date())?;
            self.day = day.checked_add_days(Days::new(1));
            self.today = day;
            if self.shifts.own.binary_search(&day).is_err() {
                self.slots = self.shifts.slots_on(day).iter();
            }
        }
    }

    fn by_date(&mut self) -> Option<Span> {
        let (from, to) = (self.from, self.to);
        self.dated
            .by_ref()
            .copied()
            .find(|span| from < span.end && span.start < to)
    }
}

impl Iterator for Busy<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let pattern = self.waiting.0.take().or_else(|| self.by_pattern());
        let dated = self.waiting.1.take().or_else(|| self.by_date());
        match (pattern, dated) {
            (Some(one), Some(other)) if other < one => {
                self.waiting.0 = Some(one);
                Some(other)
            }
            (Some(one), other) => {
                self.waiting.1 = other;
                Some(one)
            }
            (None, other) => other,
        }
    }
}

impl Shifts {
    /// The slots of a day, by the pattern.
    fn slots_on(&self, day: NaiveDate) -> &[Slot] {
        let past = day.signed_duration_since(self.first).num_days();
        let which = past.rem_euclid(i64::from(self.round.max(1)));
        let which = u16::try_from(which).unwrap_or(0);
        let start = self.slots.partition_point(|slot| slot.day < which);
        let end = self.slots.partition_point(|slot| slot.day <= which);
        &self.slots[start..end]
    }
}
