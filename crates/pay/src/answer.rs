//! What comes out: the figures, how they were worked out, and what could change them.
//!
//! Holds no sentences. Every step, gap and reference is a key with arguments; exact figures are
//! kept exact, and only whoever shows them rounds (to the penny, half up).

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::case::TimeKind;
use crate::error::Field;
use crate::rates::Status;
use crate::source::Source;
use crate::units::{HourlyRate, Hours, Money};

/// The answer for one pay period.
///
/// Where the law is not settled or a fact is missing, the figures are the cautious ones (the
/// least that the worker is owed); [`PayCheck::readings`] and [`PayCheck::gaps`] give the others.
#[derive(Clone, Debug, PartialEq)]
pub struct PayCheck {
    /// The legal minimum for this worker in this period.
    pub rate: HourlyRate,
    /// The accommodation offset for one day.
    pub offset_per_day: Money,
    /// The hours that count; `None` when no hours were given.
    pub hours: Option<Hours>,
    /// What a home that comes with the job adds to the pay that counts, or takes off it; `None`
    /// when there is no such home or its price is not known.
    pub accommodation_adjustment: Option<Money>,
    /// The pay that counts; `None` when no pay was given.
    pub counting_pay: Option<Money>,
    /// Counting pay for each hour that counts, to ten places, half up. For the eye only: the
    /// test never uses it.
    pub average: Option<HourlyRate>,
    /// The minimum for all the hours that count.
    pub entitlement: Option<Money>,
    /// What is missing to the minimum; nought when nothing is.
    pub shortfall: Option<Money>,
    /// Whether the pay reached the minimum; `None` when hours or pay are not known.
    pub meets_minimum: Option<bool>,
    /// What is owed today (NMWA 17): the shortfall, or the shortfall at today's rate where that
    /// is more, less what was paid since. To ten places, half up, where the division does not end.
    pub arrears: Option<Money>,
    /// How it was worked out, in order.
    pub steps: Vec<Step>,
    /// What is not known or not settled, and what it could change.
    pub gaps: Vec<Gap>,
    /// The other ways to read the law or the facts, each with its own figures.
    pub readings: Vec<Reading>,
    /// The rates to hold this pay against.
    pub references: Vec<Reference>,
    /// Where the hours went.
    pub hour_split: Vec<Share>,
    /// Tax relief that may be due on mileage: apart from wages.
    pub tax_relief: Option<TaxRelief>,
}

/// A figure or a date in a sentence.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// Pounds.
    Money(Money),
    /// Pounds an hour, or a mile.
    Rate(HourlyRate),
    /// Hours.
    Hours(Hours),
    /// A day.
    Date(NaiveDate),
    /// A count.
    Count(u32),
    /// Any other number.
    Number(Decimal),
    /// One of a few names that the sentence chooses by: `"uniform"`.
    Name(&'static str),
}

/// One step of the working.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What was done; names the sentence.
    pub rule: Rule,
    /// Why.
    pub source: Source,
    /// What it came to, where it is money.
    pub amount: Option<Money>,
    /// The figures of the sentence.
    pub args: Vec<(&'static str, Arg)>,
}

macro_rules! keyed {
    ($(#[$doc:meta])* pub enum $name:ident { $($(#[$vdoc:meta])* $variant:ident = $key:literal,)* }) => {
        $(#[$doc])*
        #[derive(Copy, Clone, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$vdoc])* $variant,)*
        }

        impl $name {
            /// Every one of them, for checking that each has its sentence.
            pub const ALL: &'static [$name] = &[$($name::$variant,)*];

            /// The keys of their messages, in the same order.
            pub const KEYS: [&'static str; Self::ALL.len()] = [$($key,)*];

            /// The key of the message.
            #[must_use]
            pub const fn key(self) -> &'static str {
                Self::KEYS[self as usize]
            }
        }
    };
}

keyed! {
    /// What a step does.
    pub enum Rule {
        /// The period that the pay covers. `$from`, `$to`, `$days`
        Period = "step-period",
        /// The regulations of 2015 stand for those of 1999, which they remade.
        Regulations1999 = "step-regulations-1999",
        /// The rate is the one of the first day. `$date`
        FirstDay = "step-first-day",
        /// The rate for the worker's age. `$rate`, `$age` (the lowest of the band), `$date`
        Rate = "step-rate",
        /// The same for the youngest, who have one from school leaving age on. `$rate`, `$date`
        RateYoungest = "step-rate-youngest",
        /// Under 19 or in the first year: the rate for apprentices.
        Apprentice = "step-apprentice",
        /// The rate for apprentices. `$rate`, `$date`
        RateApprentice = "step-rate-apprentice",
        /// An apprentice past the first year and 19 or over: the rate for the age.
        ApprenticePast = "step-apprentice-past",
        /// Before October 2010 apprentices had no minimum.
        ApprenticeNoMinimum = "step-apprentice-no-minimum",
        /// Working time not split further. `$hours`
        HoursWork = "step-hours-work",
        /// Visits. `$hours`
        HoursVisits = "step-hours-visits",
        /// Journeys between visits. `$hours`
        HoursTravel = "step-hours-travel",
        /// Waiting. `$hours`
        HoursWaiting = "step-hours-waiting",
        /// Training. `$hours`
        HoursTraining = "step-hours-training",
        /// Handover. `$hours`
        HoursHandover = "step-hours-handover",
        /// Journeys to and from home. `$hours`
        HoursHomeTravel = "step-hours-home-travel",
        /// Real breaks. `$hours`
        HoursBreak = "step-hours-break",
        /// A sleep-in where only the time awake counts. `$hours`, `$awake`
        SleepInAwake = "step-sleep-in-awake",
        /// A sleep-in without a place or leave to sleep. `$hours`
        SleepInAll = "step-sleep-in-all",
        /// All the hours that count. `$hours`
        HoursTotal = "step-hours-total",
        /// Gross pay.
        Pay = "step-pay",
        /// Paid with the next period.
        PaidNextPeriod = "step-paid-next-period",
        /// The extra in a higher rate comes off.
        Premium = "step-premium",
        /// Repaid expenses come off.
        NotWagesExpenses = "step-not-wages-expenses",
        /// Tips come off.
        NotWagesTips = "step-not-wages-tips",
        /// A loan comes off.
        NotWagesLoan = "step-not-wages-loan",
        /// An allowance comes off.
        NotWagesAllowance = "step-not-wages-allowance",
        /// A deduction that the employer keeps comes off. `$kind`, `$amount`
        Deduction = "step-deduction",
        /// A deduction that changes nothing. `$kind`, `$amount`
        DeductionIgnored = "step-deduction-ignored",
        /// A cost of the job that was not paid back comes off. `$kind`, `$spent`, `$repaid`
        Cost = "step-cost",
        /// A cost that changes nothing: the DBS fee itself. `$amount`
        CostIgnored = "step-cost-ignored",
        /// The true cost of driving that was not paid back comes off. `$miles`, `$cost` (of a
        /// mile), `$repaid`
        Mileage = "step-mileage",
        /// The same thing in both lists is counted once. `$amount`
        CountedOnce = "step-counted-once",
        /// A free home adds the offset. `$days`, `$offset`
        AccommodationFree = "step-accommodation-free",
        /// A home at or under the offset changes nothing. `$days`, `$offset`, `$charge`, `$allowed`
        AccommodationWithin = "step-accommodation-within",
        /// What a home costs above the offset comes off. `$days`, `$offset`, `$charge`, `$allowed`
        AccommodationAbove = "step-accommodation-above",
        /// The pay that counts.
        CountingPay = "step-counting-pay",
        /// The minimum for these hours. `$hours`, `$rate`
        Entitlement = "step-entitlement",
        /// It reached the minimum.
        Meets = "step-meets",
        /// It did not: the shortfall.
        Short = "step-short",
        /// Today's rate makes it more. `$old`, `$new`
        Uplift = "step-uplift",
        /// Paid since.
        PaidSince = "step-paid-since",
        /// What is owed today.
        Arrears = "step-arrears",
    }
}

/// Something not known or not settled, and what it could change.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// What it is; names the sentence.
    pub kind: GapKind,
    /// The fact that would close it.
    pub field: Field,
    /// Why it matters.
    pub source: Source,
    /// The figures of the sentence.
    pub args: Vec<(&'static str, Arg)>,
}

keyed! {
    /// What a gap is about.
    pub enum GapKind {
        /// Age not known: the top rate was used. `$rate`, `$age`
        Age = "gap-age",
        /// The age band given spans two rates: the lower was used. `$rate`, `$higher`
        AgeBand = "gap-age-band",
        /// 15 or 16: only for those over school leaving age.
        SchoolAge = "gap-school-age",
        /// Not known whether an apprentice. `$rate` is the apprentice's
        Apprentice = "gap-apprentice",
        /// Apprentice, but not known since when: the lower rate was used. `$rate`, `$higher`
        ApprenticeStart = "gap-apprentice-start",
        /// The rate is not read from an official page.
        RateStatus = "gap-rate-status",
        /// No hours: below the minimum if more than this. `$hours`
        Hours = "gap-hours",
        /// No pay: below the minimum if less than this. `$amount`
        Pay = "gap-pay",
        /// Neither hours nor pay.
        HoursAndPay = "gap-hours-and-pay",
        /// Time of a kind not known: below the minimum if over this. `$kind` (of time, or
        /// `sleep_ins`), `$hours`
        Time = "gap-time",
        /// The same, where it is below already or the pay is not known: each hour adds this.
        /// `$kind`, `$rate`
        TimeAdds = "gap-time-adds",
        /// Not known how long awake in a sleep-in; counted as none.
        SleepInAwake = "gap-sleep-in-awake",
        /// The same, and it tips the answer: below the minimum if awake more than `$hours`
        SleepInTips = "gap-sleep-in-tips",
        /// Not known whether the worker could sleep: the other reading counts it all.
        SleepInFacilities = "gap-sleep-in-facilities",
        /// All of the sleep-in likely counts: that is for a tribunal to say.
        SleepInLikely = "gap-sleep-in-likely",
        /// Whether a sleep-in allowance counts as pay is not settled. `$allowance`
        SleepInAllowance = "gap-sleep-in-allowance",
        /// Who keeps this deduction? It could come off too. `$amount`
        Deduction = "gap-deduction",
        /// Given as a deduction and as a cost, counted once. `$amount`
        CountedOnce = "gap-counted-once",
        /// Something kept by the employer beside costs of other amounts: the same in part?
        /// `$amount`
        CountedTwice = "gap-counted-twice",
        /// Costs of which it is not known how much was repaid; taken as nothing. `$amount`
        Repaid = "gap-repaid",
        /// What was repaid for costs, taken as no part of the pay. `$amount`
        RepaidInPay = "gap-repaid-in-pay",
        /// The true cost of a mile is not known: below the minimum if over this. `$miles`,
        /// `$cost`
        MileageCost = "gap-mileage-cost",
        /// The true cost of a mile is not known, and it is below already. `$miles`
        MileageCostAdds = "gap-mileage-cost-adds",
        /// What the home costs is not known: above the offset it comes off. `$offset`
        AccommodationCharge = "gap-accommodation-charge",
        /// Live-in work may be "unmeasured work", which is reckoned in another way.
        LiveIn = "gap-live-in",
        /// Today not known: no uplift to today's rate.
        Today = "gap-today",
        /// Today's rate not known here: the newest is the floor. `$date` is the first day without a
        /// rate
        RateToday = "gap-rate-today",
        /// Today's rate spans two bands for the age given: the lower was used. `$rate`, `$higher`
        UpliftBand = "gap-uplift-band",
    }
}

/// Another way to read the law or the facts, with its figures.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Which.
    pub kind: ReadingKind,
    /// The hours that then count.
    pub hours: Hours,
    /// The pay that then counts.
    pub counting_pay: Money,
    /// The minimum for those hours.
    pub entitlement: Money,
    /// What is then missing.
    pub shortfall: Money,
    /// What is then owed today.
    pub arrears: Money,
}

keyed! {
    /// What differs in another reading. `$hours`, `$shortfall`, `$arrears`
    pub enum ReadingKind {
        /// The sleep-in allowance is not pay for the minimum wage.
        AllowanceNotPay = "reading-allowance-not-pay",
        /// Every hour of the sleep-in counts.
        SleepInAll = "reading-sleep-in-all",
    }
}

/// A rate to hold the pay against.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Which.
    pub kind: ReferenceKind,
    /// The rate on the period's first day; `None` where there is one but we do not know it.
    pub rate: Option<HourlyRate>,
    /// Since when (for the Real Living Wage: when it was announced).
    pub from: Option<NaiveDate>,
    /// Whether a newer one was due by then, but is not known here.
    pub newer_due: bool,
    /// How sure we are.
    pub status: Status,
    /// Where it was read; empty for a demand.
    pub source: &'static str,
}

keyed! {
    /// What a reference rate is.
    pub enum ReferenceKind {
        /// The legal minimum that the check used.
        Minimum = "reference-minimum",
        /// Real Living Wage, the UK outside London.
        LivingWageUk = "reference-living-wage-uk",
        /// Real Living Wage, London.
        LivingWageLondon = "reference-living-wage-london",
        /// The minimum for adult social care in Scotland.
        CareScotland = "reference-care-scotland",
        /// The social care Real Living Wage in Wales.
        CareWales = "reference-care-wales",
        /// The campaign's demand.
        Demand = "reference-demand",
    }
}

/// Time of one kind, for the picture of where the hours went.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// What it was spent on; `None` is sleep-ins.
    pub kind: Option<TimeKind>,
    /// How long.
    pub hours: Hours,
    /// Whether it counts for the minimum wage.
    pub counts: bool,
}

/// Tax relief that may be due on mileage. No wages: it comes from HMRC, not from the employer.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct TaxRelief {
    /// What could have been paid free of tax.
    pub ceiling: Money,
    /// What was paid.
    pub repaid: Money,
    /// The difference, on which tax relief may be claimed.
    pub difference: Money,
    /// HMRC's rate for a mile.
    pub per_mile: HourlyRate,
    /// How sure we are of that rate.
    pub status: Status,
    /// Where it was read.
    pub source: &'static str,
}
