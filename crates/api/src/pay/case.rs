//! A case as JSON gives it: its fields, their names and their schema.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use swansfeet_pay::{CostKind, DeductionKind, Nation, NotWagesKind};

use crate::read::{At, Choice, Date, Id, Node, Number, OneOf, Read, ReadError};
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
        /// Parts of `pay` that are no wages: repaid costs, tips, a loan, an allowance. What `costs` or
        /// `mileage` call repaid is taken as outside `pay` unless it is here.
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
        /// The day on which it started: with it, a night in which clocks change is as long as it was.
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
        /// The day on which it started: with it, a night in which clocks change is as long as it was.
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
        /// How long it was; 0 says no more than nothing.
        pub hours: Option<Number>,
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
        /// How much of it was paid back; absent, nothing is taken off, and a gap says so.
        pub repaid: Option<Number>,
    }

    /// Driving for the job.
    pub struct Mileage {
        /// Miles, home to work left out.
        pub miles: Number,
        /// What a mile really cost, in pounds; not HMRC's rate.
        pub cost_per_mile: Option<Number>,
        /// What the employer paid for the miles; absent, nothing is taken off, and a gap says so.
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
