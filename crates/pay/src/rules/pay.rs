//! The pay that counts (NMWR 8 to 16): gross pay, less what is no basic pay, less what the
//! employer keeps and what the job costs, each counted once, with the accommodation offset.

use rust_decimal::Decimal;

use super::Notes;
use crate::answer::{Arg, GapKind, Rule};
use crate::case::{Accommodation, Case, Charge, Cost, Deduction, Mileage};
use crate::error::Field;
use crate::rates::MinimumWage;
use crate::source::Source;
use crate::units::Money;

/// The pay of the period.
pub(crate) struct Counted {
    /// The pay that counts; `None` when no pay was given.
    pub(crate) counting: Option<Money>,
    /// What is added to gross pay, or (below nought) taken off it. Known even where pay is not.
    pub(crate) adjustments: Money,
    /// What accommodation adds or takes off.
    pub(crate) accommodation: Option<Money>,
    /// Miles driven at a cost that is not known.
    pub(crate) open_miles: Option<Mileage>,
}

pub(crate) fn count(case: &Case, wage: &MinimumWage, notes: &mut Notes) -> Counted {
    let mut taken = Taken {
        notes,
        total: Money::ZERO,
    };
    taken.wages(case);
    taken.deductions(case);
    taken.costs(case);
    let open_miles = case
        .mileage
        .filter(|m| m.cost_per_mile.is_none() && !m.miles.is_zero());
    if let Some(mileage) = case.mileage {
        taken.mileage(mileage);
    }
    let accommodation = case
        .accommodation
        .and_then(|home| taken.accommodation(home, wage));
    let adjustments = taken.total;
    let counting = case.pay.map(|pay| pay + adjustments);
    if let Some(counting) = counting {
        notes.step(Rule::CountingPay, Source::Nmwr("8"), Some(counting), &[]);
    }
    Counted {
        counting,
        adjustments,
        accommodation,
        open_miles,
    }
}

/// Takes notes of all that changes the gross pay, and adds it up.
struct Taken<'a> {
    notes: &'a mut Notes,
    total: Money,
}

impl Taken<'_> {
    fn step(&mut self, rule: Rule, source: Source, amount: Money, args: super::Args) {
        self.total = self.total + amount;
        self.notes.step(rule, source, Some(amount), args);
    }

    fn wages(&mut self, case: &Case) {
        if let Some(pay) = case.pay {
            self.notes
                .step(Rule::Pay, Source::Nmwr("9(1)(a)"), Some(pay), &[]);
        }
        if let Some(later) = case.paid_next_period.filter(|later| !later.is_zero()) {
            self.step(Rule::PaidNextPeriod, Source::Nmwr("9(1)(b)"), later, &[]);
        }
        let premiums: Money = case.premiums.iter().map(|premium| premium.extra()).sum();
        if !premiums.is_zero() {
            self.step(Rule::Premium, Source::Nmwr("10(j)"), -premiums, &[]);
        }
        for part in &case.not_wages {
            let (rule, source) = part.kind.rule();
            self.step(rule, source, -part.amount, &[]);
        }
    }

    fn deductions(&mut self, case: &Case) {
        for (row, deduction) in case.deductions.iter().enumerate() {
            let Deduction { kind, amount } = *deduction;
            let args = [
                ("kind", Arg::Name(kind.name())),
                ("amount", Arg::Money(amount)),
            ];
            let (reduces, source) = kind.reduces();
            match reduces {
                Some(true) => self.step(Rule::Deduction, source, -amount, &args),
                Some(false) => {
                    self.notes.step(Rule::DeductionIgnored, source, None, &args);
                }
                None => {
                    let field = Field::in_row("deductions", row, "kind");
                    self.notes
                        .gap(GapKind::Deduction, field, source, &args[1..]);
                }
            }
        }
    }

    /// What the worker spent for the job and did not get back (NMWR 13). What was taken from the
    /// pay for the same thing is counted there, and only there (NMWR 11(2)).
    fn costs(&mut self, case: &Case) {
        let mut twice = vec![false; case.deductions.len()];
        for (row, cost) in case.costs.iter().enumerate() {
            let Cost {
                kind,
                amount,
                repaid,
            } = *cost;
            let money = ("amount", Arg::Money(amount));
            let same = case
                .deductions
                .iter()
                .enumerate()
                .position(|(i, deduction)| {
                    !twice[i]
                        && Some(deduction.kind) == kind.same_as()
                        && deduction.amount == amount
                });
            if let Some(same) = same.filter(|_| !amount.is_zero()) {
                twice[same] = true;
                self.notes
                    .step(Rule::CountedOnce, Source::Nmwr("11(2)"), None, &[money]);
                let field = Field::in_row("costs", row, "amount");
                self.notes
                    .gap(GapKind::CountedOnce, field, Source::Nmwr("11(2)"), &[money]);
            } else if kind.reduces() {
                let net = (amount - repaid).max(Money::ZERO);
                let args = [
                    ("kind", Arg::Name(kind.name())),
                    ("spent", Arg::Money(amount)),
                    ("repaid", Arg::Money(repaid)),
                ];
                self.step(Rule::Cost, Source::Nmwr("13"), -net, &args);
            } else {
                self.notes.step(
                    Rule::CostIgnored,
                    Source::Manual("NMWM11090"),
                    None,
                    &[money],
                );
            }
        }
    }

    /// Driving at what it really cost, not at HMRC's rate, which is a ceiling for tax.
    fn mileage(&mut self, mileage: Mileage) {
        let Some(cost) = mileage.cost_per_mile else {
            return;
        };
        let net = (Money(mileage.miles * cost.0) - mileage.repaid).max(Money::ZERO);
        let args = [
            ("miles", Arg::Number(mileage.miles)),
            ("cost", Arg::Rate(cost)),
            ("repaid", Arg::Money(mileage.repaid)),
        ];
        self.step(Rule::Mileage, Source::Nmwr("13"), -net, &args);
    }

    /// NMWR 14 to 16, NMWM10220: free adds the offset, at or under it changes nothing, above it
    /// the excess comes off.
    fn accommodation(&mut self, home: Accommodation, wage: &MinimumWage) -> Option<Money> {
        let per_day = wage.offset();
        let offset = per_day.times(home.days);
        let charge = match home.charge {
            Charge::PerDay(charge) => charge.times(home.days),
            Charge::InAll(charge) => charge,
            Charge::Unknown => {
                let args = [("offset", Arg::Money(offset))];
                let field = Field::of("accommodation.charge_per_day");
                self.notes.gap(
                    GapKind::AccommodationCharge,
                    field,
                    Source::Nmwr("14"),
                    &args,
                );
                return None;
            }
        };
        let free = matches!(home.charge, Charge::PerDay(c) | Charge::InAll(c) if c.is_zero());
        let args = [
            ("days", Arg::Count(home.days)),
            ("offset", Arg::Money(per_day)),
            ("charge", Arg::Money(charge)),
            ("allowed", Arg::Money(offset)),
        ];
        let (rule, source, change) = if free {
            (Rule::AccommodationFree, Source::Nmwr("9(1)(e)"), offset)
        } else if charge <= offset {
            (
                Rule::AccommodationWithin,
                Source::Nmwr("14"),
                Money(Decimal::ZERO),
            )
        } else {
            (
                Rule::AccommodationAbove,
                Source::Nmwr("14"),
                offset - charge,
            )
        };
        let used = if free { &args[..2] } else { &args[..] };
        self.step(rule, source, change, used);
        Some(change)
    }
}
