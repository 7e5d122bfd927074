//! The rates that the law and others set, by date, each with its source and how sure we are.
//!
//! Data come from `data/rates/*.toml`, checked and turned into constants when this crate is
//! built. Never extrapolates: a day outside the data has no rate.

use chrono::NaiveDate;

use crate::units::{HourlyRate, Money};

mod table {
    use super::{BandRow, CareRow, LivingWageRow, MileageRow, MinimumRow, Status};
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

/// Row of the minimum wage. Rates in pence.
#[derive(Debug)]
pub(crate) struct MinimumRow {
    from: Day,
    bands: &'static [BandRow],
    apprentice: Option<u16>,
    offset: u16,
    status: Status,
    source: &'static str,
}

#[derive(Debug)]
pub(crate) struct BandRow(u8, u16);

#[derive(Debug)]
pub(crate) struct LivingWageRow {
    from: Day,
    pence: Option<(u16, u16)>,
    status: Status,
    source: &'static str,
}

#[derive(Debug)]
pub(crate) struct CareRow {
    from: Day,
    pence: Option<u16>,
    status: Status,
    source: &'static str,
}

#[derive(Debug)]
pub(crate) struct MileageRow {
    from: Day,
    first: u16,
    over: u16,
    status: Status,
    source: &'static str,
}

/// The rates. A value, so that rules take it as an argument and know no table of their own.
#[derive(Copy, Clone, Debug)]
pub struct Rates {
    minimum: &'static [MinimumRow],
    living_wage: &'static [LivingWageRow],
    care_scotland: &'static [CareRow],
    care_wales: &'static [CareRow],
    mileage: &'static [MileageRow],
}

/// The minimum wage of one day.
#[derive(Copy, Clone, Debug)]
pub struct MinimumWage(&'static MinimumRow);

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
        newest(self.minimum, day, |row| row.from).map(MinimumWage)
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
        let (row, newer_due) = known(self.living_wage, day, |r| r.from, |r| r.pence.is_some())?;
        let quoted = |pence: u16| Quoted {
            rate: Some(pounds(pence)),
            from: date(row.from),
            newer_due,
            status: row.status,
            source: row.source,
        };
        row.pence.map(|(uk, london)| (quoted(uk), quoted(london)))
    }

    /// The minimum for adult social care in Scotland.
    #[must_use]
    pub fn care_scotland_on(&self, day: NaiveDate) -> Option<Quoted> {
        care(self.care_scotland, day)
    }

    /// The social care Real Living Wage in Wales.
    #[must_use]
    pub fn care_wales_on(&self, day: NaiveDate) -> Option<Quoted> {
        care(self.care_wales, day)
    }

    /// HMRC's rate for a mile by car or van.
    #[must_use]
    pub fn mileage_on(&self, day: NaiveDate) -> Option<MileageRate> {
        newest(self.mileage, day, |row| row.from).map(|row| MileageRate {
            from: date(row.from),
            first: pounds(row.first),
            over: pounds(row.over),
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
        let rows = self.0.bands;
        (0..rows.len()).map(move |i| Band {
            at_least: u16::from(rows[i].0),
            below: rows.get(i + 1).map(|next| u16::from(next.0)),
            rate: pounds(rows[i].1),
        })
    }

    /// The band that an age is in.
    #[must_use]
    pub fn band(&self, age: u16) -> Band {
        let mut bands = self.bands().rev();
        bands.find(|band| band.at_least <= age).unwrap_or(Band {
            at_least: 0,
            below: None,
            rate: HourlyRate::ZERO,
        })
    }

    /// The band for the oldest.
    #[must_use]
    pub fn top(&self) -> Band {
        self.band(u16::MAX)
    }

    /// The rate for apprentices; `None` before October 2010, when they had none.
    #[must_use]
    pub fn apprentice(&self) -> Option<HourlyRate> {
        self.0.apprentice.map(pounds)
    }

    /// The accommodation offset for one day.
    #[must_use]
    pub fn offset(&self) -> Money {
        Money(pounds(self.0.offset).0)
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

fn newest<T>(rows: &'static [T], day: NaiveDate, from: fn(&T) -> Day) -> Option<&'static T> {
    rows.iter().rev().find(|row| date(from(row)) <= day)
}

/// The newest row with figures, and whether a row without comes after it.
fn known<T>(
    rows: &'static [T],
    day: NaiveDate,
    from: fn(&T) -> Day,
    has_figures: fn(&T) -> bool,
) -> Option<(&'static T, bool)> {
    let mut newer_due = false;
    for row in rows.iter().rev().filter(|row| date(from(row)) <= day) {
        if has_figures(row) {
            return Some((row, newer_due));
        }
        newer_due = true;
    }
    None
}

/// A care minimum is law-like: an old one says nothing of today, so a missing one stays missing.
fn care(rows: &'static [CareRow], day: NaiveDate) -> Option<Quoted> {
    newest(rows, day, |row| row.from).map(|row| Quoted {
        rate: row.pence.map(pounds),
        from: date(row.from),
        newer_due: row.pence.is_none(),
        status: row.status,
        source: row.source,
    })
}
