//! What cannot be right: refused before anything is reckoned, every fault at once.
//!
//! The limits also keep every sum inside 28 digits, so that the rules stay exact and never
//! overflow. Knows nothing of what is missing: that makes gaps, not errors.

use chrono::{Datelike, Days, Months, NaiveDate};
use rust_decimal::Decimal;

use crate::case::{Age, Apprentice, Case, Charge, Period, Premium};
use crate::clocks::last_sunday;
use crate::error::{CaseError, ErrorKind, Field};
use crate::rates::{MinimumWage, Rates};
use crate::units::{HourlyRate, Hours, Money};

/// Pounds, for any one amount: a period's pay is far below.
const MOST_MONEY: u32 = 1_000_000;
/// Pounds an hour.
const MOST_RATE: u32 = 1_000;
/// Miles a month.
const MOST_MILES: u32 = 10_000;
/// Decimal places of amounts and hours: 745 hours with 15 places, times a rate with 6, fit 28
/// digits. Hours that are whole seconds may have more: a third of an hour has no last digit.
const PLACES: u32 = 15;
/// Decimal places of rates and miles.
const RATE_PLACES: u32 = 6;
/// The minimum wage begins where compulsory school age ends (NMWA 1(2)(c)): at 16, and for
/// those with late birthdays some months before.
const YOUNGEST: u16 = 15;
const OLDEST: u16 = 110;

/// The minimum wage of the period, if nothing is wrong with the case.
pub(crate) fn validate(case: &Case, rates: &Rates) -> Result<MinimumWage, Vec<CaseError>> {
    let mut faults = Faults {
        found: Vec::new(),
        list: "",
        row: None,
    };
    let wage = rates.minimum_on(case.period.from);
    if wage.is_none() {
        faults.no_rate(case, rates);
    }
    let days = faults.period(case);
    faults.worker(case);
    faults.hours(case, days);
    faults.pay(case);
    faults.reductions(case, days);
    match wage {
        Some(wage) if faults.found.is_empty() => Ok(wage),
        _ => Err(faults.found),
    }
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

/// The hours that so many days of the period have: one more with the last Sunday of October, when
/// clocks go back (Summer Time Act 1972, section 1). Not one less with that of March: a day of 24
/// hours as a contract has it is no fault of whoever types it in.
fn hours_of(period: Period, days: u32) -> u32 {
    let back = last_sunday(period.from.year(), 10);
    let is_in = back.is_some_and(|day| period.from <= day && day <= period.to);
    days * 24 + u32::from(is_in)
}

/// What was found so far, and where we look.
struct Faults {
    found: Vec<CaseError>,
    /// The list of the row; of no meaning outside lists.
    list: &'static str,
    row: Option<usize>,
}

// Each check takes the name of a fact, within the row that was gone to, and what is checked by
// reference: a place and an amount built for each of thirty calls were most of this module's code.
impl Faults {
    fn go_to(&mut self, list: &'static str, row: usize) {
        (self.list, self.row) = (list, Some(row));
    }

    fn leave_list(&mut self) {
        self.row = None;
    }

    #[inline(never)]
    fn add(&mut self, fact: &'static str, kind: ErrorKind) {
        let field = match self.row {
            Some(row) => Field::in_row(self.list, row, fact),
            None => Field::of(fact),
        };
        self.found.push(CaseError { field, kind });
    }

    fn no_rate(&mut self, case: &Case, rates: &Rates) {
        let begins = rates.minimum_begins();
        let kind = match case.period.from < begins {
            true => ErrorKind::RateTooOld(begins),
            false => ErrorKind::RateNotYet(rates.minimum_ends()),
        };
        self.add("period.from", kind);
    }

    /// Checks the period and gives its days: 31 where that cannot be known.
    fn period(&mut self, case: &Case) -> u32 {
        let Period { from, to } = case.period;
        if to < from {
            self.add("period.to", ErrorKind::EndsBeforeStart);
            return 31;
        }
        if let Some(last) = last_day(from).filter(|last| to > *last) {
            self.add("period.to", ErrorKind::PeriodTooLong(last));
            return 31;
        }
        if case.today.is_some_and(|today| today < from) {
            self.add("today", ErrorKind::TodayBeforePeriod);
        }
        u32::try_from(case.period.days()).unwrap_or(31)
    }

    fn worker(&mut self, case: &Case) {
        match case.age {
            Age::Unknown => {}
            Age::Years(years) => self.age("age", years),
            Age::Band { at_least, below } => match below {
                Some(below) if below <= at_least => self.add("age", ErrorKind::BandEmpty),
                Some(below) => self.age("age", below - 1),
                None => self.age("age", at_least.max(YOUNGEST)),
            },
            Age::Born(born) => {
                match case.period.from.years_since(born) {
                    Some(years) => self.age("born", u16::try_from(years).unwrap_or(u16::MAX)),
                    None => self.add("born", ErrorKind::AfterPeriodStart),
                }
                if let Apprentice::Yes { started } = case.apprentice
                    && started.is_some_and(|started| started < born)
                {
                    self.add("apprentice.started", ErrorKind::BeforeBirth);
                }
            }
        }
    }

    fn age(&mut self, fact: &'static str, years: u16) {
        if years < YOUNGEST {
            self.add(fact, ErrorKind::TooYoung(YOUNGEST.into()));
        } else if years > OLDEST {
            self.add(fact, ErrorKind::TooOld(OLDEST.into()));
        }
    }

    fn hours(&mut self, case: &Case, days: u32) {
        let most = hours_of(case.period, days);
        let before = self.found.len();
        let mut total = Hours::ZERO;
        for time in &case.time {
            if self.hours_within(time.kind.field().name, &time.hours, most) {
                total += &time.hours;
            }
        }
        for (row, sleep) in case.sleep_ins.iter().enumerate() {
            self.go_to("sleep_ins", row);
            // Of one whose length is not known, the time awake is all that is.
            let whole = sleep.length();
            let fact = if whole.is_some() { "hours" } else { "awake" };
            if let Some(known) = whole.or(sleep.awake.as_ref())
                && self.hours_within(fact, known, most)
            {
                total += known;
            }
            match (whole, &sleep.awake) {
                (Some(whole), Some(awake)) if awake > whole => {
                    self.add("awake", ErrorKind::AwakeLongerThanShift);
                }
                (Some(_), Some(awake)) => {
                    self.hours_within("awake", awake, most);
                }
                _ => {}
            }
            self.money("allowance", sleep.allowance.as_ref());
        }
        self.leave_list();
        if self.found.len() == before {
            // Each alone is possible, all together are not: the last one named gets the blame
            // only where there is but one, else the hours as a whole.
            let fact = match (case.time.as_slice(), case.sleep_ins.is_empty()) {
                ([one], true) => one.kind.field().name,
                _ => "hours",
            };
            self.hours_within(fact, &total, most);
        }
    }

    fn hours_within(&mut self, fact: &'static str, hours: &Hours, most: u32) -> bool {
        // In this order: the seconds of a number without bounds could overflow.
        let kind = if hours.is_negative() {
            ErrorKind::Negative
        } else if hours.0 > Decimal::from(most) {
            ErrorKind::TooManyHours(most)
        } else if is_longer(&hours.0, PLACES) && !hours.seconds().is_integer() {
            ErrorKind::TooPrecise(PLACES)
        } else {
            return true;
        };
        self.add(fact, kind);
        false
    }

    fn pay(&mut self, case: &Case) {
        let pay_can_be = self.money("pay", case.pay.as_ref());
        self.money("paid_next_period", case.paid_next_period.as_ref());
        self.money("paid_since", case.paid_since.as_ref());
        self.rate("demand", case.demand.as_ref());
        // What is told apart inside the pay cannot be more than the pay.
        let mut left = case.pay.filter(|_| pay_can_be);
        for (row, premium) in case.premiums.iter().enumerate() {
            self.go_to("premiums", row);
            if self.premium(premium) {
                self.take(&mut left, "", &premium.extra());
            }
        }
        for (row, part) in case.not_wages.iter().enumerate() {
            self.go_to("not_wages", row);
            if self.money("amount", Some(&part.amount)) {
                self.take(&mut left, "amount", &part.amount);
            }
        }
        for (row, sleep) in case.sleep_ins.iter().enumerate() {
            self.go_to("sleep_ins", row);
            // Its own faults are told with its hours.
            if let Some(allowance) = &sleep.allowance
                && !allowance.is_negative()
            {
                self.take(&mut left, "allowance", allowance);
            }
        }
        self.leave_list();
    }

    /// Whether the extra in a premium can be.
    fn premium(&mut self, premium: &Premium) -> bool {
        match premium {
            Premium::Extra(extra) => self.money("extra", Some(extra)),
            Premium::Hours { hours, paid, basic } => {
                let fine = self.hours_within("hours", hours, 31 * 24 + 1)
                    & self.rate("paid", Some(paid))
                    & self.rate("basic", Some(basic));
                let swapped = fine && basic > paid;
                if swapped {
                    self.add("basic", ErrorKind::BasicAbovePaid);
                }
                fine && !swapped
            }
        }
    }

    fn take(&mut self, left: &mut Option<Money>, fact: &'static str, part: &Money) {
        let Some(rest) = left else { return };
        if *part > *rest {
            self.add(fact, ErrorKind::MoreThanPay);
            *left = None;
        } else {
            *rest += &-*part;
        }
    }

    fn reductions(&mut self, case: &Case, days: u32) {
        for (row, deduction) in case.deductions.iter().enumerate() {
            self.go_to("deductions", row);
            self.money("amount", Some(&deduction.amount));
        }
        for (row, cost) in case.costs.iter().enumerate() {
            self.go_to("costs", row);
            self.money("amount", Some(&cost.amount));
            self.money("repaid", cost.repaid.as_ref());
        }
        self.leave_list();
        if let Some(mileage) = &case.mileage {
            self.number("mileage.miles", &mileage.miles, MOST_MILES, RATE_PLACES);
            self.rate("mileage.cost_per_mile", mileage.cost_per_mile.as_ref());
            self.money("mileage.repaid", mileage.repaid.as_ref());
        }
        if let Some(home) = &case.accommodation {
            if home.days > days {
                self.add("accommodation.days", ErrorKind::TooManyDays(days));
            }
            let (fact, charge) = match &home.charge {
                Charge::Unknown => return,
                Charge::PerDay(charge) => ("accommodation.charge_per_day", charge),
                Charge::InAll(charge) => ("accommodation.charge", charge),
            };
            self.money(fact, Some(charge));
        }
    }

    #[inline(never)]
    fn money(&mut self, fact: &'static str, amount: Option<&Money>) -> bool {
        amount.is_none_or(|amount| self.number(fact, &amount.0, MOST_MONEY, PLACES))
    }

    #[inline(never)]
    fn rate(&mut self, fact: &'static str, rate: Option<&HourlyRate>) -> bool {
        rate.is_none_or(|rate| self.number(fact, &rate.0, MOST_RATE, RATE_PLACES))
    }

    fn number(&mut self, fact: &'static str, n: &Decimal, most: u32, places: u32) -> bool {
        let kind = if *n < Decimal::ZERO {
            ErrorKind::Negative
        } else if *n > Decimal::from(most) {
            ErrorKind::TooLarge(most)
        } else if is_longer(n, places) {
            ErrorKind::TooPrecise(places)
        } else {
            return true;
        };
        self.add(fact, kind);
        false
    }
}

/// Whether it has more decimal places than this.
fn is_longer(n: &Decimal, places: u32) -> bool {
    n.normalize().scale() > places
}
