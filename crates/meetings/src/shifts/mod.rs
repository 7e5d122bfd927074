//! When somebody works: a weekly pattern, a rota that comes round, or dated shifts.
//!
//! All times are on the clock in London, as rotas are written; what instant that is, also in the
//! nights when clocks change, is asked of [`crate::zone`] where instants are compared. Knows no
//! pay, no employer, and guesses no rota codes.

mod busy;
mod calendar;
mod clock;
mod day;
mod lex;
mod line;
mod note;
mod pieces;
mod read;

use chrono::{NaiveDate, NaiveDateTime};

pub use busy::Busy;
pub use note::{Note, Reading, What};
pub use read::times;

/// A stretch of time on the clock in London; `end` is after `start` and not part of it.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// From.
    pub start: NaiveDateTime,
    /// Until.
    pub end: NaiveDateTime,
}

/// A shift in a pattern that comes round.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot {
    /// Which day of the round, counted from 0; in a weekly pattern 0 is Monday.
    pub day: u16,
    /// Minutes after midnight, under 1,440.
    pub from: u16,
    /// How long, 1 to 1,440: over midnight where it does not fit into the day.
    pub minutes: u16,
}

/// When somebody works: a pattern, dates, or both. A date that has an entry of its own, be it a
/// shift or a day off, does not follow the pattern.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Shifts {
    /// Days after which the pattern comes round; 0: no pattern.
    round: u16,
    /// The first day of a round.
    first: NaiveDate,
    /// Rounds are weeks and begin on Mondays.
    weeks: bool,
    /// In the order of days and times.
    slots: Vec<Slot>,
    /// In the order of their starts.
    dated: Vec<Span>,
    /// Dates that do not follow the pattern, in order.
    own: Vec<NaiveDate>,
}

impl Shifts {
    /// The same every week; day 0 is Monday.
    #[must_use]
    pub fn weekly(slots: Vec<Slot>) -> Shifts {
        Shifts::rota(7, NaiveDate::default(), slots).of_weeks()
    }

    /// A rota that comes round after so many days (1 to 3,660), of which `first` is one round's
    /// first day. A rota of weeks starts on a Monday: that of the week in which `first` lies is
    /// the caller's to give.
    #[must_use]
    pub fn rota(round: u16, first: NaiveDate, mut slots: Vec<Slot>) -> Shifts {
        let round = round.clamp(1, 3_660);
        slots.retain(|slot| {
            slot.day < round && slot.from < 1_440 && (1..=1_440).contains(&slot.minutes)
        });
        let mut shifts = Shifts {
            round,
            first,
            ..Shifts::default()
        };
        slots
            .into_iter()
            .for_each(|slot| place(&mut shifts.slots, slot));
        shifts
    }

    /// Only on these dates; before the first and after the last nothing is known.
    #[must_use]
    pub fn dated(spans: Vec<Span>) -> Shifts {
        Shifts::default().with_dates(spans, Vec::new())
    }

    /// With these dated shifts and days off, which go before the pattern on their dates.
    #[must_use]
    pub fn with_dates(mut self, spans: Vec<Span>, off: Vec<NaiveDate>) -> Shifts {
        off.into_iter().for_each(|day| place(&mut self.own, day));
        for span in spans {
            if span.start < span.end {
                place(&mut self.own, span.start.date());
                place(&mut self.dated, span);
            }
        }
        self
    }

    /// Whether nothing at all is known: no pattern and no dates.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.round == 0 && self.own.is_empty()
    }

    /// From which day to which it is known who works when: a pattern is for ever, dated shifts from
    /// the first date to the last. Nothing: not at all.
    #[must_use]
    pub fn known(&self) -> Option<(NaiveDate, NaiveDate)> {
        if self.round > 0 {
            return Some((NaiveDate::MIN, NaiveDate::MAX));
        }
        Some((*self.own.first()?, *self.own.last()?))
    }

    /// The slots of the pattern, in order, and after how many days they come round (0: none).
    #[must_use]
    pub fn pattern(&self) -> (&[Slot], u16) {
        (&self.slots, self.round)
    }

    /// The dated shifts, in order.
    #[must_use]
    pub fn dates(&self) -> &[Span] {
        &self.dated
    }

    /// Every shift that touches the time between these two, in the order of starts.
    #[must_use]
    pub fn busy(&self, from: NaiveDateTime, to: NaiveDateTime) -> Busy<'_> {
        Busy::new(self, from, to)
    }

    /// The same rota, of which this is the first day of a round; a rota of weeks begins with the
    /// Monday of that week.
    #[must_use]
    pub fn starting(mut self, first: NaiveDate) -> Shifts {
        self.first = match self.weeks {
            true => day::monday(first),
            false => first,
        };
        self
    }

    fn of_weeks(mut self) -> Shifts {
        self.weeks = true;
        let first = self.first;
        self.starting(first)
    }
}

/// Puts it where it belongs, once. They come nearly in order, and this is a tenth of a sort.
fn place<T: Ord>(list: &mut Vec<T>, new: T) {
    if let Err(at) = list.binary_search(&new) {
        list.insert(at, new);
    }
}
