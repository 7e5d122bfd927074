//! From a case as JSON gives it to the case that the rules take.

use rust_decimal::Decimal;
use swansfeet_pay as pay;
use swansfeet_pay::{HourlyRate, Hours, Money, TimeKind, case};

use super::case::{
    Accommodation, Age, Apprentice, Case, Cost, Deduction, Journey, JourneyKind, Mileage, NotWages,
    Premium, SleepIn, TimeByKind, Visit,
};
use super::clocks;
use crate::read::{At, Date, Number, ReadError, ReadFault, Time};

impl Case {
    /// The case that the rules take.
    ///
    /// # Errors
    ///
    /// What the shape alone cannot tell: two fields that say the same, a start without an end, a
    /// day outside the period.
    pub fn to_domain(&self) -> Result<pay::Case, ReadError> {
        let period = case::Period {
            from: self.period.from.0,
            to: self.period.to.0,
        };
        let mut out = pay::Case::new(period);
        out.age = self.age()?;
        out.apprentice = self.apprentice();
        out.time = self.time(period)?;
        out.sleep_ins = rows("sleep_ins", &self.sleep_ins, |sleep, at| {
            sleep.read(period, at)
        })?;
        out.pay = money(self.pay);
        out.paid_next_period = money(self.paid_next_period);
        out.premiums = rows("premiums", &self.premiums, Premium::read)?;
        out.not_wages = self.not_wages.iter().map(NotWages::read).collect();
        out.deductions = self.deductions.iter().map(Deduction::read).collect();
        out.costs = self.costs.iter().map(Cost::read).collect();
        out.mileage = self.mileage.as_ref().map(Mileage::read);
        out.accommodation = self
            .accommodation
            .as_ref()
            .map(Accommodation::read)
            .transpose()?;
        out.live_in = self.live_in.unwrap_or(false);
        out.paid_since = money(self.paid_since);
        out.today = self.today.map(|date| date.0);
        out.nation = self.nation.map(|nation| nation.0);
        out.demand = self.demand.map(|rate| HourlyRate(rate.0));
        Ok(out)
    }

    /// Where a fact of the domain's case stands in this one: hours of visits may have come one by
    /// one.
    pub(super) fn place(&self, field: pay::Field) -> &'static str {
        let listed = !self.journeys.is_empty();
        match field.name {
            "time.visits" if !self.visits.is_empty() => "visits",
            "time.travel" | "time.home_travel" if listed => "journeys",
            name => name,
        }
    }

    fn apprentice(&self) -> pay::Apprentice {
        match &self.apprentice {
            None => pay::Apprentice::Unknown,
            Some(Apprentice::Is(false)) => pay::Apprentice::No,
            Some(Apprentice::Is(true)) => pay::Apprentice::Yes { started: None },
            Some(Apprentice::Since(since)) => pay::Apprentice::Yes {
                started: since.started.map(|date| date.0),
            },
        }
    }

    fn age(&self) -> Result<pay::Age, ReadError> {
        match (&self.age, self.born) {
            (Some(_), Some(_)) => {
                Err(At::Field(&At::Top, "born").fault(ReadFault::GivenBoth { other: "age" }))
            }
            (None, None) => Ok(pay::Age::Unknown),
            (None, Some(born)) => Ok(pay::Age::Born(born.0)),
            (Some(Age::Years(years)), None) => Ok(pay::Age::Years(years.0)),
            (Some(Age::Band(band)), None) => Ok(pay::Age::Band {
                at_least: band.at_least.0,
                below: band.below.map(|below| below.0),
            }),
        }
    }

    /// One row for each kind of time that is known, and for each list.
    fn time(&self, period: case::Period) -> Result<Vec<pay::Time>, ReadError> {
        let mut time = Vec::new();
        let mut add = |kind, hours: Option<Hours>| {
            time.extend(hours.map(|hours| pay::Time { kind, hours }));
        };
        add(TimeKind::Work, hours(self.hours));
        for (kind, given) in self.time.iter().flat_map(TimeByKind::rows) {
            add(kind, hours(given));
        }
        let visits = rows("visits", &self.visits, |visit, at| {
            let Visit {
                date,
                start,
                end,
                hours,
            } = *visit;
            Span {
                date,
                start,
                end,
                hours,
            }
            .read(period, at)
        })?;
        add(TimeKind::Visits, total(visits.into_iter()));
        let journeys = rows("journeys", &self.journeys, |journey, at| {
            let Journey {
                date,
                start,
                end,
                hours,
                kind,
            } = *journey;
            let hours = Span {
                date,
                start,
                end,
                hours,
            }
            .read(period, at)?;
            Ok((
                kind.map_or(JourneyKind::BetweenVisits, |kind| kind.0),
                hours,
            ))
        })?;
        let of = |wanted| {
            total(
                journeys
                    .iter()
                    .filter(|(kind, _)| *kind == wanted)
                    .map(|(_, hours)| *hours),
            )
        };
        add(TimeKind::Travel, of(JourneyKind::BetweenVisits));
        add(TimeKind::HomeTravel, of(JourneyKind::Home));
        Ok(time)
    }
}

/// A stretch of time, as hours or as start and end.
struct Span {
    date: Option<Date>,
    start: Option<Time>,
    end: Option<Time>,
    hours: Option<Number>,
}

impl Span {
    fn read(&self, period: case::Period, at: &At<'_>) -> Result<Hours, ReadError> {
        inside(self.date, period, at)?;
        let fault = |field, fault| Err(At::Field(at, field).fault(fault));
        match (self.start, self.end, self.hours) {
            (None, None, Some(hours)) => Ok(Hours(hours.0)),
            (Some(start), Some(end), None) => {
                Ok(clocks::length(self.date.map(|date| date.0), start.0, end.0))
            }
            (Some(_), None, None) => fault("end", ReadFault::Missing),
            (None, Some(_), None) => fault("start", ReadFault::Missing),
            (None, None, None) => fault("hours", ReadFault::Missing),
            (_, _, Some(_)) => fault("hours", ReadFault::GivenBoth { other: "start" }),
        }
    }
}

fn inside(date: Option<Date>, period: case::Period, at: &At<'_>) -> Result<(), ReadError> {
    match date {
        Some(date) if date.0 < period.from || date.0 > period.to => {
            Err(At::Field(at, "date").fault(ReadFault::OutsidePeriod))
        }
        _ => Ok(()),
    }
}

/// All together; `None` for none at all.
fn total(hours: impl Iterator<Item = Hours>) -> Option<Hours> {
    // What is too much to be added is too much to be true; the rules say so.
    hours.reduce(|sum, more| Hours(sum.0.checked_add(more.0).unwrap_or(Decimal::MAX)))
}

fn rows<T, U>(
    name: &'static str,
    list: &[T],
    read: impl Fn(&T, &At<'_>) -> Result<U, ReadError>,
) -> Result<Vec<U>, ReadError> {
    let at = At::Field(&At::Top, name);
    list.iter()
        .enumerate()
        .map(|(i, row)| read(row, &At::Row(&at, i)))
        .collect()
}

fn hours(number: Option<Number>) -> Option<Hours> {
    number.map(|number| Hours(number.0))
}

fn money(number: Option<Number>) -> Option<Money> {
    number.map(|number| Money(number.0))
}

impl TimeByKind {
    fn rows(&self) -> [(TimeKind, Option<Number>); 7] {
        [
            (TimeKind::Visits, self.visits),
            (TimeKind::Travel, self.travel),
            (TimeKind::Waiting, self.waiting),
            (TimeKind::Training, self.training),
            (TimeKind::Handover, self.handover),
            (TimeKind::HomeTravel, self.home_travel),
            (TimeKind::Break, self.breaks),
        ]
    }
}

impl SleepIn {
    fn read(&self, period: case::Period, at: &At<'_>) -> Result<pay::SleepIn, ReadError> {
        inside(self.date, period, at)?;
        Ok(pay::SleepIn {
            hours: hours(self.hours),
            awake: self.awake.map(|hours| Hours(hours.0)),
            may_sleep: self.may_sleep,
            allowance: money(self.allowance),
        })
    }
}

impl Premium {
    fn read(&self, at: &At<'_>) -> Result<pay::Premium, ReadError> {
        let fault = |field, fault| Err(At::Field(at, field).fault(fault));
        match (self.extra, self.hours, self.paid, self.basic) {
            (Some(extra), None, None, None) => Ok(pay::Premium::Extra(Money(extra.0))),
            (Some(_), ..) => fault("extra", ReadFault::GivenBoth { other: "hours" }),
            (None, Some(hours), Some(paid), Some(basic)) => Ok(pay::Premium::Hours {
                hours: Hours(hours.0),
                paid: HourlyRate(paid.0),
                basic: HourlyRate(basic.0),
            }),
            (None, None, None, None) => fault("extra", ReadFault::Missing),
            (None, None, ..) => fault("hours", ReadFault::Missing),
            (None, _, None, _) => fault("paid", ReadFault::Missing),
            (None, ..) => fault("basic", ReadFault::Missing),
        }
    }
}

impl NotWages {
    fn read(&self) -> pay::NotWages {
        pay::NotWages {
            kind: self.kind.0,
            amount: Money(self.amount.0),
        }
    }
}

impl Deduction {
    fn read(&self) -> pay::Deduction {
        pay::Deduction {
            kind: self.kind.0,
            amount: Money(self.amount.0),
        }
    }
}

impl Cost {
    fn read(&self) -> pay::Cost {
        pay::Cost {
            kind: self.kind.0,
            amount: Money(self.amount.0),
            repaid: money(self.repaid),
        }
    }
}

impl Mileage {
    fn read(&self) -> pay::Mileage {
        pay::Mileage {
            miles: self.miles.0,
            cost_per_mile: self.cost_per_mile.map(|cost| HourlyRate(cost.0)),
            repaid: money(self.repaid),
        }
    }
}

impl Accommodation {
    fn read(&self) -> Result<pay::Accommodation, ReadError> {
        let charge = match (self.charge_per_day, self.charge) {
            (None, None) => pay::Charge::Unknown,
            (Some(charge), None) => pay::Charge::PerDay(Money(charge.0)),
            (None, Some(charge)) => pay::Charge::InAll(Money(charge.0)),
            (Some(_), Some(_)) => {
                let at = At::Field(&At::Top, "accommodation");
                let other = "charge_per_day";
                return Err(At::Field(&at, "charge").fault(ReadFault::GivenBoth { other }));
            }
        };
        Ok(pay::Accommodation {
            days: self.days.0.into(),
            charge,
        })
    }
}
