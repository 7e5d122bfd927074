//! The pay that counts (NMWR 8 to 16): gross pay, less what is no basic pay, less what the
//! employer keeps and what the job costs, each counted once, with the accommodation offset.

use super::{Args, Notes, cited};
use crate::answer::{GapKind, Rule};
use crate::case::{Accommodation, Case, Charge, Cost, CostKind, Deduction, DeductionKind, Mileage};
use crate::exact::product;
use crate::rates::MinimumWage;
use crate::units::Money;

/// The pay of the period.
pub(crate) struct Counted {
    /// The pay that counts; `None` when no pay was given.
    pub(crate) counting: Option<Money>,
    /// What is added to gross pay, or (below nought) taken off it. Known even where pay is not.
    pub(crate) adjustments: Money,
    /// What accommodation adds or takes off.
    pub(crate) accommodation: Option<Money>,
    /// Costs of which nobody said what was repaid, taken as nothing: the row (none for the miles)
    /// and the cost.
    pub(crate) perhaps_repaid: Vec<(Option<usize>, Money)>,
}

pub(crate) fn count(case: &Case, wage: &MinimumWage, notes: &mut Notes) -> Counted {
    let mut taken = Taken {
        notes,
        total: Money::ZERO,
        perhaps_repaid: Vec::new(),
    };
    taken.wages(case);
    taken.deductions(case);
    taken.costs(case);
    if let Some(mileage) = &case.mileage {
        taken.mileage(mileage);
    }
    let home = case.accommodation.as_ref();
    let accommodation = home.and_then(|home| taken.accommodation(home, wage));
    let (adjustments, perhaps_repaid) = (taken.total, taken.perhaps_repaid);
    let counting = case.pay.as_ref().map(|pay| pay + &adjustments);
    if let Some(counting) = &counting {
        notes.sum(Rule::CountingPay, counting);
    }
    Counted {
        counting,
        adjustments,
        accommodation,
        perhaps_repaid,
    }
}

/// Takes notes of all that changes the gross pay, and adds it up.
struct Taken<'a> {
    notes: &'a mut Notes,
    total: Money,
    perhaps_repaid: Vec<(Option<usize>, Money)>,
}

impl Taken<'_> {
    fn add(&mut self, rule: Rule, amount: &Money) -> Args<'_> {
        self.total += amount;
        self.notes.sum(rule, amount)
    }

    fn take(&mut self, rule: Rule, amount: &Money) -> Args<'_> {
        self.add(rule, &-*amount)
    }

    fn wages(&mut self, case: &Case) {
        if let Some(pay) = &case.pay {
            self.notes.sum(Rule::Pay, pay);
        }
        if let Some(later) = &case.paid_next_period
            && !later.is_zero()
        {
            self.add(Rule::PaidNextPeriod, later);
        }
        let mut premiums = Money::ZERO;
        for premium in &case.premiums {
            premiums += &premium.extra();
        }
        if !premiums.is_zero() {
            self.take(Rule::Premium, &premiums);
        }
        for part in &case.not_wages {
            self.take(part.kind.rule(), &part.amount);
        }
    }

    fn deductions(&mut self, case: &Case) {
        for (row, deduction) in case.deductions.iter().enumerate() {
            let amount = &deduction.amount;
            let (reduces, source) = cited::of_deduction(deduction.kind);
            let args = match reduces {
                Some(true) => {
                    let less = -*amount;
                    self.total += &less;
                    self.notes.step_by(source, Rule::Deduction, Some(&less))
                }
                Some(false) => self.notes.step_by(source, Rule::DeductionIgnored, None),
                None => {
                    let args = self.notes.gap_in(row, GapKind::Deduction);
                    args.money("amount", amount);
                    continue;
                }
            };
            args.name("kind", deduction.kind.name())
                .money("amount", amount);
        }
    }

    /// What the worker spent for the job and did not get back (NMWR 13). What was taken from the
    /// pay for the same thing is counted there, and only there (NMWR 11(2)).
    fn costs(&mut self, case: &Case) {
        let mut deductions: Vec<_> = case.deductions.iter().collect();
        for (row, cost) in case.costs.iter().enumerate() {
            let amount = &cost.amount;
            if !amount.is_zero() && (is_driven(case, cost) || is_deducted(&mut deductions, cost)) {
                self.notes.step(Rule::CountedOnce).money("amount", amount);
                let args = self.notes.gap_in(row, GapKind::CountedOnce);
                args.money("amount", amount);
            } else if cost.kind.reduces() {
                // Of driving, it may be said with the miles alone.
                let driven = case.mileage.filter(|_| cost.kind == CostKind::Mileage);
                let repaid = cost.repaid.or(driven.and_then(|driven| driven.repaid));
                let repaid = &self.repaid(Some(row), amount, repaid);
                let args = self.take(Rule::Cost, &amount.beyond(repaid));
                args.name("kind", cost.kind.name())
                    .money("spent", amount)
                    .money("repaid", repaid);
            } else {
                self.notes.step(Rule::CostIgnored).money("amount", amount);
            }
        }
        // The same in part, of other amounts: nobody but the worker can tell.
        if deductions.len() < case.deductions.len() {
            return;
        }
        for (row, deduction) in case.deductions.iter().enumerate() {
            let amount = &deduction.amount;
            let may_be = |cost: &Cost| !cost.amount.is_zero() && may_be(cost, deduction.kind);
            if !amount.is_zero() && case.costs.iter().any(may_be) {
                let args = self.notes.gap_in(row, GapKind::CountedTwice);
                args.money("amount", amount);
            }
        }
    }

    fn repaid(&mut self, row: Option<usize>, spent: &Money, repaid: Option<Money>) -> Money {
        if repaid.is_none() && !spent.is_zero() {
            self.perhaps_repaid.push((row, *spent));
        }
        repaid.unwrap_or_default()
    }

    /// Driving at what it really cost, not at HMRC's rate, which is a ceiling for tax.
    fn mileage(&mut self, mileage: &Mileage) {
        let Some(cost) = &mileage.cost_per_mile else {
            return;
        };
        let spent = Money(product(&mileage.miles, &cost.0));
        let repaid = &self.repaid(None, &spent, mileage.repaid);
        let args = self.take(Rule::Mileage, &spent.beyond(repaid));
        args.number("miles", &mileage.miles)
            .rate("cost", cost)
            .money("repaid", repaid);
    }

    /// NMWR 14 to 16, NMWM10220: free adds the offset, at or under it changes nothing, above it
    /// the excess comes off.
    fn accommodation(&mut self, home: &Accommodation, wage: &MinimumWage) -> Option<Money> {
        let per_day = wage.offset();
        let offset = per_day.times(home.days);
        let (price, charge) = match &home.charge {
            Charge::PerDay(price) => (price, price.times(home.days)),
            Charge::InAll(price) => (price, *price),
            Charge::Unknown => {
                let args = self.notes.gap(GapKind::AccommodationCharge);
                args.money("offset", &offset);
                return None;
            }
        };
        let (rule, change) = if price.is_zero() {
            (Rule::AccommodationFree, offset)
        } else if charge <= offset {
            (Rule::AccommodationWithin, Money::ZERO)
        } else {
            (Rule::AccommodationAbove, offset - charge)
        };
        let args = self.add(rule, &change);
        let args = args.count("days", home.days).money("offset", &per_day);
        if !price.is_zero() {
            args.money("charge", &charge).money("allowed", &offset);
        }
        Some(change)
    }
}

/// Whether this cost is that of driving which is given by the mile, too.
fn is_driven(case: &Case, cost: &Cost) -> bool {
    let by_the_mile = |driven: &Mileage| driven.cost_per_mile.is_some() && !driven.miles.is_zero();
    cost.kind == CostKind::Mileage && case.mileage.as_ref().is_some_and(by_the_mile)
}

/// Whether the same was taken from the pay: as much, and for what can be the same thing. Each
/// deduction is the same as one cost at most, and a cost rather as one of its own kind.
fn is_deducted(deductions: &mut Vec<&Deduction>, cost: &Cost) -> bool {
    let mut place = None;
    for (at, deduction) in deductions.iter().enumerate() {
        if deduction.amount == cost.amount && may_be(cost, deduction.kind) {
            place = Some(at);
            if cost.kind.may_be(deduction.kind) {
                break;
            }
        }
    }
    place.map(|at| deductions.remove(at)).is_some()
}

/// Whether a deduction of that kind can be for the same thing.
fn may_be(cost: &Cost, deduction: DeductionKind) -> bool {
    let is_anything = deduction == DeductionKind::EmployerOwnUse && cost.kind.reduces();
    is_anything || cost.kind.may_be(deduction)
}
