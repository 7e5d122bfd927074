//! A case as JSON gives it, and the case that the rules take.

use std::borrow::Cow;

use chrono::NaiveTime;
use rust_decimal::Decimal;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use swansfeet_pay as pay;
use swansfeet_pay::{CostKind, DeductionKind, HourlyRate, Hours, Money, Nation, NotWagesKind};
use swansfeet_pay::{TimeKind, case};

use crate::read::{At, Choice, Date, Id, Node, Number, OneOf, Read, ReadError, ReadFault};
use crate::read::{Time, Whole, wire};

wire! {
    /// One worker, one pay period, as far as it is known. A fact that is absent is not known: the
    /// answer then says what it could change.
    pub struct Case {
        /// Given back with the answer.
        pub id: Option<Id>,
        /// The age on the first day of the period.
        pub age: Option<Age>,
        /// The date of birth, instead of the age.
        pub born: Option<Date>,
        /// Whether the worker was an apprentice: false, true, or since when.
        pub apprentice: Option<Apprentice>,
        /// What the pay covers: at most one month.
        pub period: Period,
        /// Working time that is not in `time`, `visits`, `journeys` or `sleep_ins`; all of these
        /// are added up.
        pub hours: Option<Number>,
        /// Hours by what they were spent on.
        pub time: Option<TimeByKind>,
        /// Visits one by one.
        #[schemars(default)]
        pub visits: Vec<Visit>,
        /// Journeys one by one.
        #[schemars(default)]
        pub journeys: Vec<Journey>,
        /// Sleep-ins.
        #[schemars(default)]
        pub sleep_ins: Vec<SleepIn>,
        /// Pay before tax, with everything that is on the payslip for this period.
        pub pay: Option<Number>,
        /// Pay for this period's work that came with the next period's pay.
        pub paid_next_period: Option<Number>,
        /// Parts of `pay` above the basic rate for the same work: evenings, weekends, overtime.
        #[schemars(default)]
        pub premiums: Vec<Premium>,
        /// Parts of `pay` that are no wages: repaid costs, tips, a loan, an allowance.
        #[schemars(default)]
        pub not_wages: Vec<NotWages>,
        /// What was taken from the pay, or had to be paid to the employer.
        #[schemars(default)]
        pub deductions: Vec<Deduction>,
        /// What the worker spent on the job.
        #[schemars(default)]
        pub costs: Vec<Cost>,
        /// Driving for the job in one's own car or van, home to work left out.
        pub mileage: Option<Mileage>,
        /// A home that comes with the job.
        pub accommodation: Option<Accommodation>,
        /// Whether the worker lives where the work is, without set hours.
        pub live_in: Option<bool>,
        /// What the employer has paid since towards what was missing.
        pub paid_since: Option<Number>,
        /// The day on which the question is asked: back pay is reckoned at that day's rate.
        pub today: Option<Date>,
        /// Where in the UK the work is.
        pub nation: Option<Choice<Nation>>,
        /// An hourly rate to hold the pay against.
        pub demand: Option<Number>,
    }

    /// The first and the last day, both included.
    pub struct Period {
        /// The first day.
        pub from: Date,
        /// The last day.
        pub to: Date,
    }

    /// Somewhere from `at_least` to under `below`.
    pub struct AgeBand {
        /// The lowest age that it can be.
        pub at_least: Whole,
        /// The age that had not been reached.
        pub below: Option<Whole>,
    }

    /// Since when the worker was an apprentice.
    pub struct ApprenticeSince {
        /// The first day of the apprenticeship.
        pub started: Option<Date>,
    }

    /// Hours by what they were spent on. 0 means none; absent means not known.
    pub struct TimeByKind {
        /// With the people supported.
        pub visits: Option<Number>,
        /// From one visit to the next.
        pub travel: Option<Number>,
        /// Between visits, not at home.
        pub waiting: Option<Number>,
        /// Training.
        pub training: Option<Number>,
        /// Handover, paperwork, calls.
        pub handover: Option<Number>,
        /// Between home and work: does not count.
        pub home_travel: Option<Number>,
        /// Real breaks: do not count.
        pub breaks: Option<Number>,
    }

    /// A visit: hours, or a start and an end (an end at or before the start is the next day's).
    pub struct Visit {
        /// The day on which it started.
        pub date: Option<Date>,
        /// When it started.
        pub start: Option<Time>,
        /// When it ended.
        pub end: Option<Time>,
        /// How long it was, instead of start and end.
        pub hours: Option<Number>,
    }

    /// A journey: hours, or a start and an end.
    pub struct Journey {
        /// The day on which it started.
        pub date: Option<Date>,
        /// When it started.
        pub start: Option<Time>,
        /// When it ended.
        pub end: Option<Time>,
        /// How long it was, instead of start and end.
        pub hours: Option<Number>,
        /// Between visits (the default), or between home and work.
        pub kind: Option<Choice<JourneyKind>>,
    }

    /// A sleep-in, or several of the same sort.
    pub struct SleepIn {
        /// The day on which it started.
        pub date: Option<Date>,
        /// How long it was.
        pub hours: Number,
        /// How much of it awake and working.
        pub awake: Option<Number>,
        /// Whether one may sleep for most of it and has a proper place for that.
        pub may_sleep: Option<bool>,
        /// The part of `pay` that was paid for it as a flat amount.
        pub allowance: Option<Number>,
    }

    /// A part of `pay` above the basic rate: the extra in pounds, or hours with both rates.
    pub struct Premium {
        /// The extra in pounds.
        pub extra: Option<Number>,
        /// Hours at the higher rate.
        pub hours: Option<Number>,
        /// The higher rate.
        pub paid: Option<Number>,
        /// The lowest rate for the same work.
        pub basic: Option<Number>,
    }

    /// A part of `pay` that is no wages.
    pub struct NotWages {
        /// What it is.
        pub kind: Choice<NotWagesKind>,
        /// How much.
        pub amount: Number,
    }

    /// Something taken from the pay, or paid to the employer.
    pub struct Deduction {
        /// What for.
        pub kind: Choice<DeductionKind>,
        /// How much.
        pub amount: Number,
    }

    /// Something that the worker spent on the job.
    pub struct Cost {
        /// What for.
        pub kind: Choice<CostKind>,
        /// How much.
        pub amount: Number,
        /// How much of it was paid back.
        pub repaid: Option<Number>,
    }

    /// Driving for the job.
    pub struct Mileage {
        /// Miles, home to work left out.
        pub miles: Number,
        /// What a mile really cost, in pounds; not HMRC's rate.
        pub cost_per_mile: Option<Number>,
        /// What the employer paid for the miles.
        pub repaid: Option<Number>,
    }

    /// A home that comes with the job.
    pub struct Accommodation {
        /// Days of the period on which it was there for the worker.
        pub days: Whole,
        /// What it costs a day; 0 when it is free.
        pub charge_per_day: Option<Number>,
        /// What it costs for the whole period, instead.
        pub charge: Option<Number>,
    }
}

/// An age in whole years, or a band.
#[derive(Clone, Debug)]
pub enum Age {
    /// Whole years.
    Years(Whole),
    /// A band.
    Band(AgeBand),
}

/// Whether the worker was an apprentice.
#[derive(Clone, Debug)]
pub enum Apprentice {
    /// No, or yes without more.
    Is(bool),
    /// Yes, with the start.
    Since(ApprenticeSince),
}

/// Where a journey led.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum JourneyKind {
    /// From one visit to the next, or from the workplace to a visit.
    BetweenVisits,
    /// Between home and work.
    Home,
}

impl OneOf for JourneyKind {
    const WHAT: &'static str = "JourneyKind";
    fn all() -> &'static [Self] {
        &[JourneyKind::BetweenVisits, JourneyKind::Home]
    }
    fn name(self) -> &'static str {
        match self {
            JourneyKind::BetweenVisits => "between_visits",
            JourneyKind::Home => "home",
        }
    }
}

macro_rules! one_of {
    ($($kind:ident),*) => {$(
        impl OneOf for $kind {
            const WHAT: &'static str = stringify!($kind);
            fn all() -> &'static [Self] {
                $kind::ALL
            }
            fn name(self) -> &'static str {
                $kind::name(self)
            }
        }
    )*};
}
one_of!(CostKind, DeductionKind, Nation, NotWagesKind);

impl Read for Age {
    fn read(node: Node<'_>, at: &At<'_>) -> Result<Self, ReadError> {
        if node.text().starts_with('{') {
            AgeBand::read(node, at).map(Age::Band)
        } else {
            Whole::read(node, at).map(Age::Years)
        }
    }
}

impl Read for Apprentice {
    fn read(node: Node<'_>, at: &At<'_>) -> Result<Self, ReadError> {
        if node.text().starts_with('{') {
            ApprenticeSince::read(node, at).map(Apprentice::Since)
        } else {
            bool::read(node, at).map(Apprentice::Is)
        }
    }
}

macro_rules! either {
    ($type:ident, $simple:ty, $object:ty) => {
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }
            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let simple = generator.subschema_for::<$simple>();
                let object = generator.subschema_for::<$object>();
                json_schema!({ "anyOf": [simple, object] })
            }
        }
    };
}
either!(Age, Whole, AgeBand);
either!(Apprentice, bool, ApprenticeSince);

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
    /// By the clock on the wall: the hour that a clock change adds or takes is not seen here.
    fn read(&self, period: case::Period, at: &At<'_>) -> Result<Hours, ReadError> {
        inside(self.date, period, at)?;
        let fault = |field, fault| Err(At::Field(at, field).fault(fault));
        match (self.start, self.end, self.hours) {
            (None, None, Some(hours)) => Ok(Hours(hours.0)),
            (Some(start), Some(end), None) if start.0 != end.0 => Ok(between(start.0, end.0)),
            (Some(_), Some(_), None) => fault("end", ReadFault::NoLength),
            (Some(_), None, None) => fault("end", ReadFault::Missing),
            (None, Some(_), None) => fault("start", ReadFault::Missing),
            (None, None, None) => fault("hours", ReadFault::Missing),
            (_, _, Some(_)) => fault("hours", ReadFault::GivenBoth { other: "start" }),
        }
    }
}

/// From one time to the next, over midnight where the end is before the start.
fn between(start: NaiveTime, end: NaiveTime) -> Hours {
    let seconds = end
        .signed_duration_since(start)
        .num_seconds()
        .rem_euclid(24 * 60 * 60);
    Hours::from_seconds(u32::try_from(seconds).unwrap_or_default())
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
            hours: Hours(self.hours.0),
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
        let repaid = money(self.repaid).unwrap_or_default();
        pay::Cost {
            kind: self.kind.0,
            amount: Money(self.amount.0),
            repaid,
        }
    }
}

impl Mileage {
    fn read(&self) -> pay::Mileage {
        pay::Mileage {
            miles: self.miles.0,
            cost_per_mile: self.cost_per_mile.map(|cost| HourlyRate(cost.0)),
            repaid: money(self.repaid).unwrap_or_default(),
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
