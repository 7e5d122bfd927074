//! What is owed today (NMWA 17): the higher of the shortfall A and A ÷ (rate then) × (rate now for
//! the worker as of then), less what was paid since.

use super::Notes;
use super::minimum::{Found, Worker};
use super::test::ten_places;
use crate::answer::{Arg, GapKind, Rule};
use crate::case::Case;
use crate::error::Field;
use crate::rates::Rates;
use crate::source::Source;
use crate::units::{HourlyRate, Money};

/// All that the sum needs but the shortfall itself.
pub(crate) struct Owed {
    old: HourlyRate,
    /// The rate of today; `None` where today, or its rate, is not known.
    new: Option<Found>,
    paid_since: Money,
    /// The first day without a rate, where today is on or after it.
    beyond: Option<chrono::NaiveDate>,
}

impl Owed {
    pub(crate) fn of(case: &Case, rates: &Rates, worker: &Worker, old: HourlyRate) -> Owed {
        let now = case.today.and_then(|today| rates.minimum_on(today));
        Owed {
            old,
            new: now.map(|now| worker.under(&now)),
            paid_since: case.paid_since.unwrap_or_default(),
            beyond: case
                .today
                .filter(|_| now.is_none())
                .map(|_| rates.minimum_ends()),
        }
    }

    /// What is owed today for a shortfall. NMWA 17(6) takes what was paid since off both amounts,
    /// so off the higher.
    pub(crate) fn today(&self, shortfall: Money) -> Money {
        (self.uplifted(shortfall) - self.paid_since).max(Money::ZERO)
    }

    /// Multiplied before it is divided; a rate that fell takes nothing away.
    fn uplifted(&self, shortfall: Money) -> Money {
        match self.new {
            Some(new) if new.rate > self.old => (shortfall.0 * new.rate.0)
                .checked_div(self.old.0)
                .map_or(shortfall, |raised| Money(ten_places(raised)).max(shortfall)),
            _ => shortfall,
        }
    }

    pub(crate) fn explain(&self, case: &Case, shortfall: Money, notes: &mut Notes) -> Money {
        if shortfall.is_zero() {
            return Money::ZERO;
        }
        let today = Field::of("today");
        let section = Source::Nmwa("17(4)");
        match (self.new, self.beyond) {
            (Some(new), _) => {
                if new.rate > self.old {
                    let args = [("old", Arg::Rate(self.old)), ("new", Arg::Rate(new.rate))];
                    let raised = self.uplifted(shortfall);
                    notes.step(Rule::Uplift, section, Some(raised), &args);
                }
                // Told once: where the rate of the period spans bands, that gap says it already.
                let told = notes
                    .gaps
                    .iter()
                    .any(|gap| matches!(gap.kind, GapKind::AgeBand | GapKind::ApprenticeStart));
                if new.highest > new.rate && !told {
                    let args = [
                        ("rate", Arg::Rate(new.rate)),
                        ("higher", Arg::Rate(new.highest)),
                    ];
                    notes.gap(GapKind::UpliftBand, Field::of("age"), section, &args);
                }
            }
            (None, Some(day)) => {
                notes.gap(
                    GapKind::RateToday,
                    today,
                    section,
                    &[("date", Arg::Date(day))],
                );
            }
            (None, None) => notes.gap(GapKind::Today, today, section, &[]),
        }
        if let Some(paid) = case.paid_since.filter(|paid| !paid.is_zero()) {
            notes.step(Rule::PaidSince, Source::Nmwa("17(6)"), Some(-paid), &[]);
        }
        let arrears = self.today(shortfall);
        notes.step(Rule::Arrears, Source::Nmwa("17(1)"), Some(arrears), &[]);
        arrears
    }
}
