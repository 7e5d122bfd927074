//! What goes in: the facts of one worker's one pay period, as far as they are known.
//!
//! A missing fact is `None`, `Unknown` or an absent row, never a guess. Holds no name of a worker
//! or an employer.

use chrono::NaiveDate;

use crate::units::{HourlyRate, Hours, Money};

/// One worker, one pay period.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// What the pay covers: at most one month (NMWR 6).
    pub period: Period,
    /// The worker's age on the first day of the period, as far as known.
    pub age: Age,
    /// Whether the worker is an apprentice.
    pub apprentice: Apprentice,
    /// Time by kind. No row of a kind means that it is not known; a row with nought means none.
    pub time: Vec<Time>,
    /// Sleep-in shifts; their hours come on top of `time`.
    pub sleep_ins: Vec<SleepIn>,
    /// Gross pay for the period, before tax, with everything on the payslip. What was repaid for
    /// costs is in it only where `not_wages` says so.
    pub pay: Option<Money>,
    /// Pay for this period's work that came with the next period's pay (NMWR 9(1)(b)).
    pub paid_next_period: Option<Money>,
    /// Parts of `pay` above the basic rate.
    pub premiums: Vec<Premium>,
    /// Parts of `pay` that are no wages at all.
    pub not_wages: Vec<NotWages>,
    /// What the employer took out of the pay, or what the worker had to pay to the employer.
    pub deductions: Vec<Deduction>,
    /// What the worker spent on the job.
    pub costs: Vec<Cost>,
    /// Driving for the job in the worker's own car or van.
    pub mileage: Option<Mileage>,
    /// A home that comes with the job.
    pub accommodation: Option<Accommodation>,
    /// Whether the worker lives where the work is, with no set hours ("unmeasured work").
    pub live_in: bool,
    /// What the employer has paid since towards what was missing in this period.
    pub paid_since: Option<Money>,
    /// The day on which the question is asked.
    pub today: Option<NaiveDate>,
    /// Where in the UK the work is.
    pub nation: Option<Nation>,
    /// The hourly rate that a campaign demands.
    pub demand: Option<HourlyRate>,
}

impl Case {
    /// A case of which only the period is known.
    #[must_use]
    pub const fn new(period: Period) -> Case {
        Case {
            period,
            age: Age::Unknown,
            apprentice: Apprentice::Unknown,
            time: Vec::new(),
            sleep_ins: Vec::new(),
            pay: None,
            paid_next_period: None,
            premiums: Vec::new(),
            not_wages: Vec::new(),
            deductions: Vec::new(),
            costs: Vec::new(),
            mileage: None,
            accommodation: None,
            live_in: false,
            paid_since: None,
            today: None,
            nation: None,
            demand: None,
        }
    }
}

/// First and last day of what the pay covers, both included.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

impl Period {
    /// How many days, both ends counted; 0 or less when it ends before it starts.
    #[must_use]
    pub fn days(&self) -> i64 {
        i64::from(self.to.to_epoch_days()) - i64::from(self.from.to_epoch_days()) + 1
    }
}

/// The worker's age on the first day of the period.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub enum Age {
    /// Nobody said.
    #[default]
    Unknown,
    /// In whole years.
    Years(u16),
    /// Somewhere from `at_least` to under `below`; what the quick check asks.
    Band {
        /// The lowest age that it can be.
        at_least: u16,
        /// The age that has not been reached, if there is one.
        below: Option<u16>,
    },
    /// The date of birth.
    Born(NaiveDate),
}

/// Whether the worker is an apprentice.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub enum Apprentice {
    /// Nobody said.
    #[default]
    Unknown,
    /// Not an apprentice.
    No,
    /// An apprentice, with the day on which the apprenticeship began where known.
    Yes {
        /// The first day of the apprenticeship.
        started: Option<NaiveDate>,
    },
}

/// Time of one kind in the period.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Time {
    /// What it was spent on.
    pub kind: TimeKind,
    /// How long in all.
    pub hours: Hours,
}

/// What time was spent on.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TimeKind {
    /// Working time that is not split any further. Stands for all of it, so nothing is missing.
    Work,
    /// With the people supported.
    Visits,
    /// From one visit to the next.
    Travel,
    /// Between visits, ready for the next, not at home.
    Waiting,
    /// Training.
    Training,
    /// Handover, paperwork, messages, calls.
    Handover,
    /// Between home and the first or last visit, or home for a break and back. Does not count.
    HomeTravel,
    /// Real breaks: free to do as one likes. Does not count.
    Break,
}

/// One sleep-in, or several of the same sort.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub struct SleepIn {
    /// How long in all. Nought is no length for a sleep-in: it is not known either.
    pub hours: Option<Hours>,
    /// How much of it awake and working.
    pub awake: Option<Hours>,
    /// Whether the worker may sleep for most of it and has a proper place for that.
    pub may_sleep: Option<bool>,
    /// The part of `pay` that was paid for it as a flat amount.
    pub allowance: Option<Money>,
}

impl SleepIn {
    /// How long in all, where that is known.
    pub(crate) fn length(&self) -> Option<&Hours> {
        self.hours.as_ref().filter(|hours| !hours.is_zero())
    }
}

/// A part of the pay above the lowest rate in the contract for the same work (NMWR 10(j)):
/// evenings, weekends, bank holidays, overtime.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Premium {
    /// The extra, in pounds.
    Extra(Money),
    /// So many hours at a higher rate than the basic one.
    Hours {
        /// How many hours.
        hours: Hours,
        /// The rate paid for them.
        paid: HourlyRate,
        /// The lowest rate for the same work.
        basic: HourlyRate,
    },
}

impl Premium {
    /// The extra, in pounds.
    #[must_use]
    pub fn extra(&self) -> Money {
        match self {
            Premium::Extra(extra) => *extra,
            Premium::Hours { hours, paid, basic } => &(paid - basic) * hours,
        }
    }
}

/// A part of `pay` that is no wages.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct NotWages {
    /// What it is.
    pub kind: NotWagesKind,
    /// How much of `pay` it is.
    pub amount: Money,
}

/// What a part of the pay can be that is no wages.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum NotWagesKind {
    /// Repaid expenses, mileage money among them.
    Expenses,
    /// Tips and service charges.
    Tips,
    /// A loan, or wages paid early.
    Loan,
    /// An allowance that is not for how well the work was done.
    Allowance,
}

/// Something that the employer took, or that the worker had to pay to the employer.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Deduction {
    /// What for.
    pub kind: DeductionKind,
    /// How much.
    pub amount: Money,
}

/// What a deduction was for.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum DeductionKind {
    /// Uniform or work clothes.
    Uniform,
    /// Tools, gloves, masks, a work phone.
    Equipment,
    /// Training that the job asks for.
    Training,
    /// What the employer charges for handling a DBS check.
    DbsAdministration,
    /// A ride to work in the employer's van, fuel, parking.
    Transport,
    /// Anything else that the employer keeps.
    EmployerOwnUse,
    /// The DBS fee itself, passed on (NMWM11090).
    DbsFee,
    /// Income tax and National Insurance.
    Tax,
    /// Pension.
    Pension,
    /// Union dues.
    UnionDues,
    /// Money for somebody else: student loan, court order, child maintenance.
    ThirdParty,
    /// A loan or an early payment of wages that is paid back.
    LoanRepaid,
    /// Wages paid by mistake that are taken back.
    Overpayment,
    /// Damage or loss for which the contract makes the worker liable.
    Damage,
    /// Nobody knows.
    Unknown,
}

/// Something that the worker paid for because the job needs it.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Cost {
    /// What for.
    pub kind: CostKind,
    /// How much.
    pub amount: Money,
    /// How much of it was paid back; taken as nothing where that is not known.
    pub repaid: Option<Money>,
}

/// What a cost was for.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum CostKind {
    /// Uniform or work clothes.
    Uniform,
    /// Calls and data on one's own phone.
    Phone,
    /// Fuel, wear and insurance at what they really cost; better given as [`Mileage`].
    Mileage,
    /// Parking while at work.
    Parking,
    /// Buses, trains and tolls between visits.
    Fares,
    /// Gloves, masks, tools.
    Equipment,
    /// Training that the job asks for.
    Training,
    /// What somebody charges for handling a DBS check.
    DbsAdministration,
    /// The DBS fee itself (NMWM11090): does not count.
    DbsFee,
    /// Anything else that the job needs.
    Other,
}

/// Driving for the job in the worker's own car or van, home to work left out.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Mileage {
    /// Miles driven for the job.
    pub miles: rust_decimal::Decimal,
    /// What a mile really cost: fuel, wear, the share of insurance and tax. Not HMRC's 45p.
    pub cost_per_mile: Option<HourlyRate>,
    /// What the employer paid for the miles; taken as nothing where that is not known.
    pub repaid: Option<Money>,
}

/// A home that comes with the job.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Accommodation {
    /// On how many days of the period it was there for the worker.
    pub days: u32,
    /// What it costs the worker, gas, water and the like included where they must be paid.
    pub charge: Charge,
}

/// What a home that comes with the job costs the worker.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Charge {
    /// Nobody said.
    Unknown,
    /// So much a day; nought when it is free.
    PerDay(Money),
    /// So much for the period; nought when it is free.
    InAll(Money),
}

/// The nations of the UK.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Nation {
    /// England.
    England,
    /// Northern Ireland.
    NorthernIreland,
    /// Scotland.
    Scotland,
    /// Wales.
    Wales,
}
