//! The test: the pay that counts against rate × hours, exact, by multiplication. A rounded average
//! decides nothing.

use rust_decimal::Decimal;

use super::arrears::Owed;
use super::cited::{Place, of_gap, of_step};
use super::{Notes, hours, pay};
use crate::answer::{GapKind, Reading, ReadingKind, Rule};
use crate::case::{Case, Cost, CostKind, NotWagesKind, TimeKind};
use crate::exact::{Round, quotient, rounded};
use crate::units::{HourlyRate, Hours, Money};

/// What the test gives, and what it was made with.
pub(crate) struct Outcome<'a> {
    hours: &'a Hours,
    counting: &'a Money,
    rate: &'a HourlyRate,
    entitlement: Money,
    pub(crate) shortfall: Money,
    pub(crate) meets: bool,
}

impl<'a> Outcome<'a> {
    pub(crate) fn of(hours: &'a Hours, counting: &'a Money, rate: &'a HourlyRate) -> Outcome<'a> {
        let entitlement = rate * hours;
        Outcome {
            hours,
            counting,
            rate,
            shortfall: entitlement.beyond(counting),
            meets: *counting >= entitlement,
            entitlement,
        }
    }

    /// Counting pay for each hour, to ten places, half up. For the eye only.
    pub(crate) fn average(&self) -> Option<HourlyRate> {
        let average = self.counting.per(*self.hours)?;
        Some(HourlyRate(ten_places(&average.0)))
    }

    /// The steps of the test, and the gaps with the point at which they would tip it.
    pub(crate) fn explain(&self, case: &Case, money: &pay::Counted, notes: &mut Notes) {
        let args = notes.sum(Rule::Entitlement, &self.entitlement);
        args.hours("hours", self.hours).rate("rate", self.rate);
        if self.meets {
            notes.step(Rule::Meets);
        } else {
            notes.sum(Rule::Short, &self.shortfall);
        }
        let spare = self.spare();
        open_hours(case, spare.as_ref(), self.rate, notes);
        self.tipping_mileage(case, notes);
        self.repaid(case, money, notes);
        settle_later(case, spare.as_ref(), notes);
    }

    /// The hours that the pay would still cover, where it covers those that count.
    fn spare(&self) -> Option<Hours> {
        let bought = hours_bought(self.counting, self.rate)?;
        self.meets.then(|| &bought - self.hours)
    }

    /// What was repaid for costs is taken as no part of the pay, unless it is told apart inside it:
    /// said where the pay would be below the minimum without it (NMWM09170).
    fn repaid(&self, case: &Case, money: &pay::Counted, notes: &mut Notes) {
        let repaid = case.costs.iter().filter_map(|cost| cost.repaid);
        let repaid: Money = repaid.chain(case.mileage.and_then(|m| m.repaid)).sum();
        let expenses = case.not_wages.iter();
        let expenses = expenses.filter(|part| part.kind == NotWagesKind::Expenses);
        let inside = repaid.beyond(&expenses.map(|part| part.amount).sum());
        if !inside.is_zero() && self.counting - &inside < self.entitlement {
            notes.gap(GapKind::RepaidInPay).money("amount", &inside);
        }
        if !self.meets {
            perhaps_repaid(money, notes);
        }
    }

    /// The cost of a mile not known: how much it may be before the pay is below the minimum.
    fn tipping_mileage(&self, case: &Case, notes: &mut Notes) {
        let Some(mileage) = &case.mileage else {
            return;
        };
        let is_driving = |cost: &Cost| cost.kind == CostKind::Mileage;
        let is_known = mileage.cost_per_mile.is_some() || case.costs.iter().any(is_driving);
        if is_known || mileage.miles.is_zero() {
            return;
        }
        // Where it is not known what was repaid, there is no cost that is beyond doubt.
        let spare = self.counting - &self.entitlement;
        let spare = mileage
            .repaid
            .filter(|_| self.meets)
            .map(|repaid| spare + repaid);
        match spare.and_then(|spare| quotient(&spare.0, &mileage.miles)) {
            Some(cost) => {
                let cost = HourlyRate(up_to_the_penny(&cost));
                let args = notes.gap(GapKind::MileageCost);
                args.number("miles", &mileage.miles).rate("cost", &cost)
            }
            None => {
                let args = notes.gap(GapKind::MileageCostAdds);
                args.number("miles", &mileage.miles)
            }
        };
    }
}

/// Time of a kind that was left open: how much of it there may be before the pay is below the
/// minimum, and where that is so already or the pay is not known, what an hour of it adds.
fn open_hours(case: &Case, spare: Option<&Hours>, rate: &HourlyRate, notes: &mut Notes) {
    let mut say = |place: &Place, row, name, spare: Option<Hours>| {
        let kind = match spare {
            Some(_) => GapKind::Time,
            None => GapKind::TimeAdds,
        };
        let args = notes.gap_by(place, kind, row).name("kind", name);
        match &spare {
            Some(spare) => args.hours("hours", spare),
            None => args.rate("rate", rate),
        };
    };
    for kind in [
        TimeKind::Travel,
        TimeKind::Waiting,
        TimeKind::Training,
        TimeKind::Handover,
    ] {
        if hours::is_open(case, kind) {
            let place = (kind.field().name, "", *of_step(kind.rule()));
            say(&place, None, kind.name(), spare.copied());
        }
    }
    for (row, sleep) in case.sleep_ins.iter().enumerate() {
        if sleep.length().is_none() && sleep.may_sleep != Some(true) {
            // The time awake is counted already.
            let spare = spare.map(|spare| spare + &sleep.awake.unwrap_or_default());
            say(of_gap(GapKind::Time), Some(row), "sleep_ins", spare);
        }
    }
}

/// Costs of which nobody said what was repaid.
fn perhaps_repaid(money: &pay::Counted, notes: &mut Notes) {
    let (costs, part, source) = *of_gap(GapKind::Repaid);
    for (row, cost) in &money.perhaps_repaid {
        let place = match row {
            Some(_) => (costs, part, source),
            None => ("mileage.repaid", "", source),
        };
        let args = notes.gap_by(&place, GapKind::Repaid, *row);
        args.money("amount", cost);
    }
}

/// Ten decimal places, half away from nought.
pub(crate) fn ten_places(n: &Decimal) -> Decimal {
    rounded(n, 10, Round::Away)
}

/// What stays open with or without an outcome: the time awake at night, where that is not known
/// (the sleep-ins that are long enough to tip the answer say when they do), and living in.
fn settle_later(case: &Case, spare: Option<&Hours>, notes: &mut Notes) {
    for (row, sleep) in case.sleep_ins.iter().enumerate() {
        if sleep.awake.is_some() || sleep.may_sleep == Some(false) {
            continue;
        }
        let is_long = |spare: &&Hours| sleep.length().is_none_or(|hours| *spare < hours);
        match spare.filter(is_long) {
            Some(spare) => notes
                .gap_in(row, GapKind::SleepInTips)
                .hours("hours", spare),
            None => notes.gap_in(row, GapKind::SleepInAwake),
        };
    }
    if case.live_in {
        notes.gap(GapKind::LiveIn);
    }
}

/// Hours or pay not known: what the other must be for the minimum to be reached.
pub(crate) fn explain_unknown(
    case: &Case,
    hours: Option<&Hours>,
    money: &pay::Counted,
    rate: &HourlyRate,
    notes: &mut Notes,
) {
    open_hours(case, None, rate, notes);
    perhaps_repaid(money, notes);
    settle_later(case, None, notes);
    if let Some(hours) = hours {
        let amount = (rate * hours).beyond(&money.adjustments);
        let amount = Money(up_to_the_penny(&amount.0));
        notes.gap(GapKind::Pay).money("amount", &amount);
    } else if let Some(counting) = &money.counting {
        if let Some(hours) = hours_bought(counting, rate) {
            notes.gap(GapKind::Hours).hours("hours", &hours);
        }
    } else {
        notes.gap(GapKind::HoursAndPay);
    }
}

/// The hours that this pay buys at this rate, up to the whole minute: whoever worked longer than
/// that was below the minimum, beyond doubt. `None` where there is no minimum.
fn hours_bought(counting: &Money, rate: &HourlyRate) -> Option<Hours> {
    let pay = counting.beyond(&Money::ZERO);
    let minutes = quotient(&pay.times(60).0, &rate.0)?;
    let whole = rounded(&minutes, 0, Round::Up);
    let hours = quotient(&whole, &Decimal::from(60u32))?;
    Some(Hours(ten_places(&hours)))
}

fn up_to_the_penny(amount: &Decimal) -> Decimal {
    rounded(amount, 2, Round::Up)
}

/// The other readings of sleep-ins, each with its figures.
pub(crate) fn readings(time: &hours::Counted, main: &Outcome<'_>, owed: &Owed<'_>) -> Vec<Reading> {
    let mut readings = Vec::new();
    let mut read = |kind, hours: &Hours, counting: &Money| {
        let other = Outcome::of(hours, counting, main.rate);
        readings.push(Reading {
            kind,
            hours: *hours,
            counting_pay: *counting,
            arrears: owed.today(&other.shortfall),
            entitlement: other.entitlement,
            shortfall: other.shortfall,
        });
    };
    if !time.if_sleep_counts.is_zero() {
        let hours = main.hours + &time.if_sleep_counts;
        read(ReadingKind::SleepInAll, &hours, main.counting);
    }
    if !time.allowances.is_zero() {
        let counting = main.counting - &time.allowances;
        read(ReadingKind::AllowanceNotPay, main.hours, &counting);
    }
    readings
}
