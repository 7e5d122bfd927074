//! The rates that the law and others set, by date, each with its source and how sure we are.
//!
//! Data come from `data/rates/*.toml`, checked and turned into constants when this crate is
//! built. Never extrapolates: a day outside the data has no rate.

use chrono::NaiveDate;

use crate::answer::ReferenceKind;
use crate::units::{HourlyRate, Money};

mod table {
    use super::{Row, Status};
    include!(concat!(env!("OUT_DIR"), "/rates.rs"));
}

/// How sure we are of a rate.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// Official code, statute or a government page was read.
    Verified,
    /// Only others who report it were read.
    Secondary,
    /// Only one other who reports it was read.
    SingleSecondary,
    /// There is one, but no source was found.
    NotFound,
}

impl Status {
    /// As the data files and JSON spell it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Status::Verified => "verified",
            Status::Secondary => "secondary",
            Status::SingleSecondary => "single_secondary",
            Status::NotFound => "not_found",
        }
    }
}

/// Year, month, day, packed as 20260401: small in the bundle, and sorts as dates do.
type Day = u32;

/// One row of any table, so that one search serves them all.
#[derive(Debug)]
struct Row {
    from: Day,
    /// Pence, in the order of the table; none where there is a rate but it was not found.
    ///
    /// Minimum wage: offset, rate for apprentices (nought: none), then the lowest age and the rate
    /// of each band. Real Living Wage: UK, London. Mileage: the first miles, those over.
    figures: &'static [u16],
    status: Status,
    source: &'static str,
}

/// Where the bands begin among the figures of the minimum wage.
const BANDS: usize = 2;

/// The rates. A value, so that rules take it as an argument and know no table of their own.
#[derive(Copy, Clone, Debug)]
pub struct Rates {
    minimum: &'static [Row],
    living_wage: &'static [Row],
    care_scotland: &'static [Row],
    care_wales: &'static [Row],
    mileage: &'static [Row],
}

/// The minimum wage of one day.
#[derive(Copy, Clone, Debug)]
pub struct MinimumWage(&'static Row);

/// The rate for an age band.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// The lowest age in it.
    pub at_least: u16,
    /// The age at which the next begins.
    pub below: Option<u16>,
    /// The minimum for it.
    pub rate: HourlyRate,
}

/// A rate of somebody else's making: the Real Living Wage, a nation's care minimum.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Quoted {
    /// The rate.
    pub rate: Option<HourlyRate>,
    /// Since when.
    pub from: NaiveDate,
    /// Whether a newer one was due by that day, but is not known here.
    pub newer_due: bool,
    /// How sure we are.
    pub status: Status,
    /// Where it was read.
    pub source: &'static str,
}

/// What HMRC lets an employer pay for a mile free of tax: a ceiling, not a right.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct MileageRate {
    /// Since when.
    pub from: NaiveDate,
    /// For each of the first 10,000 miles of the tax year.
    pub first: HourlyRate,
    /// For each mile after.
    pub over: HourlyRate,
    /// How sure we are.
    pub status: Status,
    /// Where it was read.
    pub source: &'static str,
}

impl Rates {
    /// The rates that ship with this crate.
    #[must_use]
    pub const fn built_in() -> Rates {
        Rates {
            minimum: table::MINIMUM,
            living_wage: table::LIVING_WAGE,
            care_scotland: table::CARE_SCOTLAND,
            care_wales: table::CARE_WALES,
            mileage: table::MILEAGE,
        }
    }

    /// The minimum wage in force on a day; `None` before the first rate and from
    /// [`Rates::minimum_ends`] on.
    #[must_use]
    pub fn minimum_on(&self, day: NaiveDate) -> Option<MinimumWage> {
        if day >= self.minimum_ends() {
            return None;
        }
        self.minimum_by(day)
    }

    /// The newest minimum wage that is known for a day, even where a newer one was due by then.
    pub(crate) fn minimum_by(&self, day: NaiveDate) -> Option<MinimumWage> {
        newest(self.minimum, day).map(MinimumWage)
    }

    /// The first day for which there is a minimum wage here.
    #[must_use]
    pub fn minimum_begins(&self) -> NaiveDate {
        self.minimum
            .first()
            .map_or(NaiveDate::MAX, |row| date(row.from))
    }

    /// The first day for which there is none yet: the first of April after the newest rate began.
    /// The rate changes every April, so the newest must not be used beyond it.
    #[must_use]
    pub fn minimum_ends(&self) -> NaiveDate {
        let Some(row) = self.minimum.last() else {
            return NaiveDate::MIN;
        };
        let year = row.from / 10_000;
        let april = year * 10_000 + 401;
        date(if row.from < april {
            april
        } else {
            april + 10_000
        })
    }

    /// The days on which the minimum wage changed.
    pub fn minimum_changes(&self) -> impl Iterator<Item = NaiveDate> {
        self.minimum.iter().map(|row| date(row.from))
    }

    /// The Real Living Wage announced last by that day: UK, then London.
    #[must_use]
    pub fn living_wage_on(&self, day: NaiveDate) -> Option<(Quoted, Quoted)> {
        let uk = self.quoted_on(ReferenceKind::LivingWageUk, day);
        uk.zip(self.quoted_on(ReferenceKind::LivingWageLondon, day))
    }

    /// The minimum for adult social care in Scotland.
    #[must_use]
    pub fn care_scotland_on(&self, day: NaiveDate) -> Option<Quoted> {
        self.quoted_on(ReferenceKind::CareScotland, day)
    }

    /// The social care Real Living Wage in Wales.
    #[must_use]
    pub fn care_wales_on(&self, day: NaiveDate) -> Option<Quoted> {
        self.quoted_on(ReferenceKind::CareWales, day)
    }

    /// Any of the three above; `None` for the minimum wage and for a demand.
    #[must_use]
    pub fn quoted_on(&self, kind: ReferenceKind, day: NaiveDate) -> Option<Quoted> {
        // A care minimum is law-like: an old one says nothing of today, so a missing one stays
        // missing. An old Real Living Wage is still what was last announced.
        let (rows, at, may_be_old) = match kind {
            ReferenceKind::LivingWageUk => (self.living_wage, 0, true),
            ReferenceKind::LivingWageLondon => (self.living_wage, 1, true),
            ReferenceKind::CareScotland => (self.care_scotland, 0, false),
            ReferenceKind::CareWales => (self.care_wales, 0, false),
            ReferenceKind::Minimum | ReferenceKind::Demand => return None,
        };
        let mut newer_due = false;
        for row in rows.iter().rev() {
            if date(row.from) <= day {
                newer_due |= row.figures.is_empty();
                if !may_be_old || !row.figures.is_empty() {
                    return Some(row.quoted(at, newer_due));
                }
            }
        }
        None
    }

    /// HMRC's rate for each of the first 10,000 miles of the tax year.
    pub(crate) fn first_miles_on(&self, day: NaiveDate) -> Option<Quoted> {
        newest(self.mileage, day).map(|row| row.quoted(0, false))
    }

    /// HMRC's rate for a mile by car or van.
    #[must_use]
    pub fn mileage_on(&self, day: NaiveDate) -> Option<MileageRate> {
        let row = newest(self.mileage, day)?;
        Some(MileageRate {
            from: date(row.from),
            first: pounds(row.figure(0)?),
            over: pounds(row.figure(1)?),
            status: row.status,
            source: row.source,
        })
    }
}

impl MinimumWage {
    /// The first day of this rate.
    #[must_use]
    pub fn from(&self) -> NaiveDate {
        date(self.0.from)
    }

    /// The age bands, youngest first.
    pub fn bands(&self) -> impl DoubleEndedIterator<Item = Band> + use<> {
        let wage = *self;
        (0..(wage.0.figures.len() - BANDS) / 2).map(move |at| wage.band_at(at))
    }

    /// The band that an age is in.
    #[must_use]
    pub fn band(&self, age: u16) -> Band {
        let mut at = 0;
        while self.band_at(at).below.is_some_and(|next| next <= age) {
            at += 1;
        }
        self.band_at(at)
    }

    /// The band for the oldest.
    #[must_use]
    pub fn top(&self) -> Band {
        self.band(u16::MAX)
    }

    fn band_at(&self, at: usize) -> Band {
        let at = BANDS + at * 2;
        Band {
            at_least: self.0.figure(at).unwrap_or_default(),
            below: self.0.figure(at + 2),
            rate: pounds(self.0.figure(at + 1).unwrap_or_default()),
        }
    }

    /// The rate for apprentices; `None` before October 2010, when they had none.
    #[must_use]
    pub fn apprentice(&self) -> Option<HourlyRate> {
        self.0.figure(1).filter(|pence| *pence > 0).map(pounds)
    }

    /// The rate of a worker, with its day and source.
    pub(crate) fn quoted(&self, rate: HourlyRate) -> Quoted {
        Quoted {
            rate: Some(rate),
            ..self.0.quoted(0, false)
        }
    }

    /// The accommodation offset for one day.
    #[must_use]
    pub fn offset(&self) -> Money {
        Money(pounds(self.0.figure(0).unwrap_or_default()).0)
    }

    /// How sure we are.
    #[must_use]
    pub fn status(&self) -> Status {
        self.0.status
    }

    /// Where it was read.
    #[must_use]
    pub fn source(&self) -> &'static str {
        self.0.source
    }
}

impl Row {
    fn figure(&self, at: usize) -> Option<u16> {
        self.figures.get(at).copied()
    }

    fn quoted(&self, at: usize, newer_due: bool) -> Quoted {
        Quoted {
            rate: self.figure(at).map(pounds),
            from: date(self.from),
            newer_due,
            status: self.status,
            source: self.source,
        }
    }
}

fn pounds(pence: u16) -> HourlyRate {
    HourlyRate::hundredths(i32::from(pence))
}

#[expect(
    clippy::cast_possible_wrap,
    reason = "the build script checks that these are dates"
)]
fn date(day: Day) -> NaiveDate {
    NaiveDate::from_ymd_opt((day / 10_000) as i32, day / 100 % 100, day % 100)
        .unwrap_or(NaiveDate::MAX)
}

fn newest(rows: &'static [Row], day: NaiveDate) -> Option<&'static Row> {
    rows.iter().rev().find(|row| date(row.from) <= day)
}
