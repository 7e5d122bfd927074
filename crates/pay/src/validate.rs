//! What cannot be right: refused before anything is reckoned, every fault at once.
//!
//! The limits also keep every sum inside 28 digits, so that the rules stay exact and never
//! overflow. Knows nothing of what is missing: that makes gaps, not errors.

use chrono::{Datelike, Days, Months, NaiveDate};
use rust_decimal::Decimal;

use crate::case::{Age, Apprentice, Case, Charge, Period, Premium};
use crate::error::{CaseError, ErrorKind, Field};
use crate::rates::Rates;
use crate::units::{Hours, Money};

/// Pounds, for any one amount: a period's pay is far below.
const MOST_MONEY: u32 = 1_000_000;
/// Pounds an hour.
const MOST_RATE: u32 = 1_000;
/// Miles a month.
const MOST_MILES: u32 = 10_000;
/// Decimal places of amounts and hours: 744 hours with 15 places, times a rate with 6, fit 28
/// digits. Hours that are whole seconds may have more: a third of an hour has no last digit.
const PLACES: u32 = 15;
/// Decimal places of rates and miles.
const RATE_PLACES: u32 = 6;
/// The minimum wage begins where compulsory school age ends (NMWA 1(2)(c)): at 16, and for
/// those with late birthdays some months before.
const YOUNGEST: u16 = 15;
const OLDEST: u16 = 110;

pub(crate) fn validate(case: &Case, rates: &Rates) -> Vec<CaseError> {
    let mut faults = Faults(Vec::new());
    let days = faults.period(case, rates);
    faults.worker(case);
    faults.hours(case, days);
    faults.pay(case);
    faults.reductions(case, days);
    faults.0
}

/// The last day that a pay period may have (NMWR 6): a month, counted to the day before the same
/// day of the next month, or to that month's end where it has no such day.
fn last_day(from: NaiveDate) -> Option<NaiveDate> {
    let next = from.checked_add_months(Months::new(1))?;
    if next.day() == from.day() {
        next.checked_sub_days(Days::new(1))
    } else {
        Some(next)
    }
}

struct Faults(Vec<CaseError>);

impl Faults {
    fn add(&mut self, field: Field, kind: ErrorKind) {
        self.0.push(CaseError { field, kind });
    }

    /// Checks the period and gives its days: 31 where that cannot be known.
    fn period(&mut self, case: &Case, rates: &Rates) -> u32 {
        let Period { from, to } = case.period;
        let (from_field, to_field) = (Field::of("period.from"), Field::of("period.to"));
        if from < rates.minimum_begins() {
            self.add(from_field, ErrorKind::RateTooOld(rates.minimum_begins()));
        } else if from >= rates.minimum_ends() {
            self.add(from_field, ErrorKind::RateNotYet(rates.minimum_ends()));
        }
        if to < from {
            self.add(to_field, ErrorKind::EndsBeforeStart);
            return 31;
        }
        if let Some(last) = last_day(from).filter(|last| to > *last) {
            self.add(to_field, ErrorKind::PeriodTooLong(last));
            return 31;
        }
        if case.today.is_some_and(|today| today < from) {
            self.add(Field::of("today"), ErrorKind::TodayBeforePeriod);
        }
        u32::try_from(case.period.days()).unwrap_or(31)
    }

    fn worker(&mut self, case: &Case) {
        match case.age {
            Age::Unknown => {}
            Age::Years(years) => self.age(Field::of("age"), years),
            Age::Band { at_least, below } => {
                let field = Field::of("age");
                match below {
                    Some(below) if below <= at_least => self.add(field, ErrorKind::BandEmpty),
                    Some(below) => self.age(field, below - 1),
                    None => self.age(field, at_least.max(YOUNGEST)),
                }
            }
            Age::Born(born) => {
                let field = Field::of("born");
                match case.period.from.years_since(born) {
                    Some(years) => self.age(field, u16::try_from(years).unwrap_or(u16::MAX)),
                    None => self.add(field, ErrorKind::AfterPeriodStart),
                }
            }
        }
        if let (
            Apprentice::Yes {
                started: Some(started),
            },
            Age::Born(born),
        ) = (case.apprentice, case.age)
            && started < born
        {
            self.add(Field::of("apprentice.started"), ErrorKind::BeforeBirth);
        }
    }

    fn age(&mut self, field: Field, years: u16) {
        if years < YOUNGEST {
            self.add(field, ErrorKind::TooYoung(YOUNGEST.into()));
        } else if years > OLDEST {
            self.add(field, ErrorKind::TooOld(OLDEST.into()));
        }
    }

    fn hours(&mut self, case: &Case, days: u32) {
        let most = days * 24;
        let before = self.0.len();
        let mut total = Decimal::ZERO;
        for time in &case.time {
            if self.hours_within(time.kind.field(), time.hours, most) {
                total += time.hours.0;
            }
        }
        for (row, sleep) in case.sleep_ins.iter().enumerate() {
            let field = Field::in_row("sleep_ins", row, "hours");
            if self.hours_within(field, sleep.hours, most) {
                total += sleep.hours.0;
            }
            if let Some(awake) = sleep.awake {
                let field = Field::in_row("sleep_ins", row, "awake");
                if awake > sleep.hours {
                    self.add(field, ErrorKind::AwakeLongerThanShift);
                } else {
                    self.hours_within(field, awake, most);
                }
            }
            self.money_in("sleep_ins", row, "allowance", sleep.allowance);
        }
        if self.0.len() == before {
            // Each alone is possible, all together are not: the last one named gets the blame
            // only where there is but one, else the hours as a whole.
            let field = match (case.time.as_slice(), case.sleep_ins.is_empty()) {
                ([one], true) => one.kind.field(),
                _ => Field::of("hours"),
            };
            self.hours_within(field, Hours(total), most);
        }
    }

    fn hours_within(&mut self, field: Field, hours: Hours, most: u32) -> bool {
        // In this order: the seconds of a number without bounds could overflow.
        if hours.is_negative() {
            self.add(field, ErrorKind::Negative);
        } else if hours.0 > Decimal::from(most) {
            self.add(field, ErrorKind::TooManyHours(most));
        } else if hours.0.normalize().scale() > PLACES && !hours.seconds().is_integer() {
            self.add(field, ErrorKind::TooPrecise(PLACES));
        } else {
            return true;
        }
        false
    }

    fn pay(&mut self, case: &Case) {
        let pay_can_be = self.money("pay", case.pay);
        self.money("paid_next_period", case.paid_next_period);
        self.money("paid_since", case.paid_since);
        if let Some(demand) = case.demand {
            self.rate(Field::of("demand"), demand.0);
        }
        // What is told apart inside the pay cannot be more than the pay.
        let mut left = case.pay.filter(|_| pay_can_be);
        for (row, premium) in case.premiums.iter().enumerate() {
            if let Some(extra) = self.premium(row, *premium) {
                self.take(&mut left, Field::in_row("premiums", row, ""), extra);
            }
        }
        for (row, part) in case.not_wages.iter().enumerate() {
            let field = Field::in_row("not_wages", row, "amount");
            if self.number(field, part.amount.0, Some(MOST_MONEY), PLACES) {
                self.take(&mut left, field, part.amount);
            }
        }
        for (row, sleep) in case.sleep_ins.iter().enumerate() {
            let field = Field::in_row("sleep_ins", row, "allowance");
            // Its own faults are told with its hours.
            let allowance = sleep.allowance.filter(|a| !a.is_negative());
            if let Some(allowance) = allowance {
                self.take(&mut left, field, allowance);
            }
        }
    }

    /// Checks a premium and gives the extra in it.
    fn premium(&mut self, row: usize, premium: Premium) -> Option<Money> {
        let field = |part| Field::in_row("premiums", row, part);
        match premium {
            Premium::Extra(extra) => {
                let fine = self.number(field("extra"), extra.0, Some(MOST_MONEY), PLACES);
                fine.then_some(extra)
            }
            Premium::Hours { hours, paid, basic } => {
                let fine = self.hours_within(field("hours"), hours, 31 * 24)
                    & self.rate(field("paid"), paid.0)
                    & self.rate(field("basic"), basic.0);
                if fine && basic > paid {
                    self.add(field("basic"), ErrorKind::BasicAbovePaid);
                    return None;
                }
                fine.then(|| premium.extra())
            }
        }
    }

    fn take(&mut self, left: &mut Option<Money>, field: Field, part: Money) {
        let Some(rest) = left else { return };
        if part > *rest {
            self.add(field, ErrorKind::MoreThanPay);
            *left = None;
        } else {
            *left = Some(*rest - part);
        }
    }

    fn reductions(&mut self, case: &Case, days: u32) {
        for (row, deduction) in case.deductions.iter().enumerate() {
            self.money_in("deductions", row, "amount", Some(deduction.amount));
        }
        for (row, cost) in case.costs.iter().enumerate() {
            self.money_in("costs", row, "amount", Some(cost.amount));
            self.money_in("costs", row, "repaid", Some(cost.repaid));
        }
        if let Some(mileage) = case.mileage {
            let field = Field::of("mileage.miles");
            self.number(field, mileage.miles, Some(MOST_MILES), RATE_PLACES);
            if let Some(cost) = mileage.cost_per_mile {
                self.rate(Field::of("mileage.cost_per_mile"), cost.0);
            }
            self.money("mileage.repaid", Some(mileage.repaid));
        }
        if let Some(home) = case.accommodation {
            if home.days > days {
                self.add(
                    Field::of("accommodation.days"),
                    ErrorKind::TooManyDays(days),
                );
            }
            match home.charge {
                Charge::Unknown => {}
                Charge::PerDay(charge) => {
                    self.money("accommodation.charge_per_day", Some(charge));
                }
                Charge::InAll(charge) => {
                    self.money("accommodation.charge", Some(charge));
                }
            }
        }
    }

    fn money(&mut self, name: &'static str, amount: Option<Money>) -> bool {
        let can_be =
            |amount: Money| self.number(Field::of(name), amount.0, Some(MOST_MONEY), PLACES);
        amount.is_none_or(can_be)
    }

    fn money_in(
        &mut self,
        list: &'static str,
        row: usize,
        part: &'static str,
        amount: Option<Money>,
    ) {
        if let Some(amount) = amount {
            self.number(
                Field::in_row(list, row, part),
                amount.0,
                Some(MOST_MONEY),
                PLACES,
            );
        }
    }

    fn rate(&mut self, field: Field, rate: Decimal) -> bool {
        self.number(field, rate, Some(MOST_RATE), RATE_PLACES)
    }

    fn number(&mut self, field: Field, n: Decimal, most: Option<u32>, places: u32) -> bool {
        let kind = if n < Decimal::ZERO {
            ErrorKind::Negative
        } else if let Some(most) = most.filter(|most| n > Decimal::from(*most)) {
            ErrorKind::TooLarge(most)
        } else if n.normalize().scale() > places {
            ErrorKind::TooPrecise(places)
        } else {
            return true;
        };
        self.add(field, kind);
        false
    }
}
