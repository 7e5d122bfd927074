//! The rate: the one of the period's first day, for the worker's age and apprenticeship that day
//! (NMWR 4B, 5). A birthday or a first of April inside the period changes nothing until the next.

use chrono::{Months, NaiveDate};

use super::Notes;
use crate::answer::{GapKind, Rule};
use crate::case::{Age, Apprentice, Case};
use crate::rates::{MinimumWage, Status};
use crate::source::Source;
use crate::units::HourlyRate;

/// Who the worker was on the first day of the period, as far as known. Kept apart from the rates,
/// since arrears put the same worker under the rates of today (NMWA 17(4)).
pub(crate) struct Worker {
    /// The lowest and the highest age that it can be. Not known: the highest there is.
    ages: (u16, u16),
    apprentice: IsApprentice,
}

/// Whether the rate for apprentices is the worker's.
#[derive(Copy, Clone, PartialEq, Eq)]
enum IsApprentice {
    No,
    /// Facts are missing to tell.
    Perhaps,
    Yes,
}

/// The rate for a worker: the lowest that it can be, and the highest.
pub(crate) struct Found {
    pub(crate) rate: HourlyRate,
    pub(crate) highest: HourlyRate,
}

impl Worker {
    pub(crate) fn of(case: &Case) -> Worker {
        let ages = match case.age {
            Age::Unknown => (u16::MAX, u16::MAX),
            Age::Years(years) => (years, years),
            Age::Band { at_least, below } => (at_least, below.map_or(u16::MAX, |b| b - 1)),
            Age::Born(born) => {
                // Someone born on 29 February turns a year older on 1 March.
                let years = case.period.from.years_since(born).unwrap_or(0);
                let years = u16::try_from(years).unwrap_or(u16::MAX);
                (years, years)
            }
        };
        Worker {
            ages,
            apprentice: apprentice(case, ages),
        }
    }

    /// What this worker's rate is under the minimum wage of some day.
    pub(crate) fn under(&self, wage: &MinimumWage) -> Found {
        let (youngest, oldest) = self.ages;
        let apprentice = wage.apprentice().unwrap_or_default();
        let of_age = |age, is_apprentice: bool| match is_apprentice {
            true => apprentice,
            false => wage.band(age).rate,
        };
        Found {
            rate: of_age(youngest, self.apprentice != IsApprentice::No),
            highest: of_age(oldest, self.apprentice == IsApprentice::Yes),
        }
    }
}

impl Found {
    /// Whether it can be more than one rate.
    pub(crate) fn spans(&self) -> bool {
        self.highest > self.rate
    }
}

/// NMWR 5: under 19, or in the first twelve months of the apprenticeship.
fn apprentice(case: &Case, (lowest, highest): (u16, u16)) -> IsApprentice {
    let Apprentice::Yes { started } = case.apprentice else {
        return IsApprentice::No;
    };
    let first_day = case.period.from;
    if started.is_some_and(|started| started > first_day) {
        return IsApprentice::No;
    }
    if highest < 19 {
        return IsApprentice::Yes;
    }
    match started.map(|started| started.checked_add_months(Months::new(12))) {
        None => IsApprentice::Perhaps,
        Some(Some(year)) if first_day >= year => {
            if lowest < 19 {
                IsApprentice::Perhaps
            } else {
                IsApprentice::No
            }
        }
        Some(_) => IsApprentice::Yes,
    }
}

/// The rate that the check uses, with its steps and gaps.
pub(crate) fn rate(case: &Case, worker: &Worker, wage: &MinimumWage, notes: &mut Notes) -> Found {
    let period = &case.period;
    let days = u32::try_from(period.days()).unwrap_or_default();
    let args = notes.step(Rule::Period);
    args.date("from", period.from)
        .date("to", period.to)
        .count("days", days);
    if NaiveDate::from_ymd_opt(2015, 4, 6).is_some_and(|day| period.from < day) {
        notes.step(Rule::Regulations1999);
    }
    notes.step(Rule::FirstDay).date("date", period.from);

    let found = worker.under(wage);
    explain_rate(case, worker, wage, &found, notes);
    gaps(case, worker, wage, &found, notes);
    found
}

fn explain_rate(
    case: &Case,
    worker: &Worker,
    wage: &MinimumWage,
    found: &Found,
    notes: &mut Notes,
) {
    let band = wage.band(worker.ages.0);
    let rule = if worker.apprentice == IsApprentice::No {
        let started = match case.apprentice {
            Apprentice::Yes { started } => started,
            _ => None,
        };
        if started.is_some_and(|started| started <= case.period.from) {
            notes.step(Rule::ApprenticePast);
        }
        match band.at_least {
            0 => Rule::RateYoungest,
            _ => Rule::Rate,
        }
    } else if wage.apprentice().is_none() {
        Rule::ApprenticeNoMinimum
    } else {
        notes.step(Rule::Apprentice);
        Rule::RateApprentice
    };
    let mut args = notes.step_by(&published(wage), rule, None);
    if rule != Rule::ApprenticeNoMinimum {
        args = args.rate("rate", &found.rate);
    }
    args = args.date("date", wage.from());
    if rule == Rule::Rate {
        args.count("age", band.at_least.into());
    }
}

fn published(wage: &MinimumWage) -> Source {
    Source::Rate(wage.source(), wage.status())
}

fn gaps(case: &Case, worker: &Worker, wage: &MinimumWage, found: &Found, notes: &mut Notes) {
    if case.age == Age::Unknown && worker.apprentice == IsApprentice::No {
        let args = notes.gap(GapKind::Age).rate("rate", &found.rate);
        args.count("age", wage.top().at_least.into());
    } else if found.spans() {
        let kind = match worker.apprentice {
            IsApprentice::Perhaps => GapKind::ApprenticeStart,
            _ => GapKind::AgeBand,
        };
        let args = notes.gap(kind).rate("rate", &found.rate);
        args.rate("higher", &found.highest);
    }
    // Unless the age is plainly past it: school leaving age falls between 15 and 16.
    if worker.ages.0 <= 16 && worker.ages.1 < 18 {
        notes.gap(GapKind::SchoolAge);
    }
    if case.apprentice == Apprentice::Unknown
        && let Some(apprentice) = wage.apprentice()
        && apprentice < found.rate
    {
        notes.gap(GapKind::Apprentice).rate("rate", &apprentice);
    }
    if wage.status() != Status::Verified {
        let place = ("period.from", "", published(wage));
        notes.gap_by(&place, GapKind::RateStatus, None);
    }
}
