//! What is owed today (NMWA 17): the higher of the shortfall A and A ÷ (rate then) × (rate now for
//! the worker as of then), less what was paid since.

use super::Notes;
use super::minimum::{Found, Worker};
use super::test::ten_places;
use crate::answer::{GapKind, Rule};
use crate::case::Case;
use crate::exact::{product, quotient};
use crate::rates::Rates;
use crate::units::Money;

/// All that the sum needs but the shortfall itself.
pub(crate) struct Owed<'a> {
    old: &'a Found,
    /// The rate of today, or where that is not known yet, the newest: no rate has ever fallen, so
    /// it is the least that today's can be. `None` where today is not known.
    new: Option<Found>,
    paid_since: Money,
}

impl<'a> Owed<'a> {
    pub(crate) fn of(case: &Case, rates: &Rates, worker: &Worker, old: &'a Found) -> Owed<'a> {
        let now = case.today.and_then(|today| rates.minimum_by(today));
        Owed {
            old,
            new: now.map(|now| worker.under(&now)),
            paid_since: case.paid_since.unwrap_or_default(),
        }
    }

    /// What is owed today for a shortfall. NMWA 17(6) takes what was paid since off both amounts,
    /// so off the higher.
    pub(crate) fn today(&self, shortfall: &Money) -> Money {
        let raised = self.uplifted(shortfall);
        raised.unwrap_or(*shortfall).beyond(&self.paid_since)
    }

    /// Multiplied before it is divided. `None`: a rate that fell takes nothing away.
    fn uplifted(&self, shortfall: &Money) -> Option<Money> {
        let new = self.new.as_ref().filter(|new| new.rate > self.old.rate)?;
        let raised = quotient(&product(&shortfall.0, &new.rate.0), &self.old.rate.0);
        let raised = raised.map(|raised| Money(ten_places(&raised)));
        Some(raised.unwrap_or_default().max(*shortfall))
    }

    pub(crate) fn explain(
        &self,
        case: &Case,
        rates: &Rates,
        shortfall: &Money,
        notes: &mut Notes,
    ) -> Money {
        if shortfall.is_zero() {
            return Money::ZERO;
        }
        match &self.new {
            Some(new) => {
                if let Some(raised) = self.uplifted(shortfall) {
                    let args = notes.sum(Rule::Uplift, &raised);
                    args.rate("old", &self.old.rate).rate("new", &new.rate);
                }
                // Told once: where the rate of the period spans bands, a gap says it already.
                if new.spans() && !self.old.spans() {
                    let args = notes.gap(GapKind::UpliftBand);
                    args.rate("rate", &new.rate).rate("higher", &new.highest);
                }
                let ends = rates.minimum_ends();
                if case.today.is_some_and(|today| today >= ends) {
                    notes.gap(GapKind::RateToday).date("date", ends);
                }
            }
            None => {
                notes.gap(GapKind::Today);
            }
        }
        if !self.paid_since.is_zero() {
            notes.sum(Rule::PaidSince, &-self.paid_since);
        }
        let arrears = self.today(shortfall);
        notes.sum(Rule::Arrears, &arrears);
        arrears
    }
}
