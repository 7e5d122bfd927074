//! The rate: the one of the period's first day, for the worker's age and apprenticeship that day
//! (NMWR 4B, 5). A birthday or a first of April inside the period changes nothing until the next.

use chrono::Months;

use super::Notes;
use crate::answer::{Arg, GapKind, Rule};
use crate::case::{Age, Apprentice, Case};
use crate::error::Field;
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
#[derive(Copy, Clone)]
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
        let apprentice = wage.apprentice().unwrap_or(HourlyRate::ZERO);
        if self.apprentice == IsApprentice::Yes {
            return Found {
                rate: apprentice,
                highest: apprentice,
            };
        }
        let rate = wage.band(self.ages.0).rate;
        let highest = wage.band(self.ages.1).rate;
        match self.apprentice {
            IsApprentice::Perhaps => Found {
                rate: apprentice,
                highest,
            },
            _ => Found { rate, highest },
        }
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
pub(crate) fn rate(
    case: &Case,
    worker: &Worker,
    wage: &MinimumWage,
    notes: &mut Notes,
) -> HourlyRate {
    let period = case.period;
    let days = u32::try_from(period.days()).unwrap_or_default();
    let args = [
        ("from", Arg::Date(period.from)),
        ("to", Arg::Date(period.to)),
        ("days", Arg::Count(days)),
    ];
    notes.step(Rule::Period, Source::Nmwr("6"), None, &args);
    notes.step(
        Rule::FirstDay,
        Source::Nmwr("4B"),
        None,
        &[("date", Arg::Date(period.from))],
    );

    let found = worker.under(wage);
    explain_rate(case, worker, wage, found, notes);
    gaps(case, worker, wage, found, notes);
    found.rate
}

fn explain_rate(case: &Case, worker: &Worker, wage: &MinimumWage, found: Found, notes: &mut Notes) {
    let source = Source::Rate(wage.source(), wage.status());
    let since = ("date", Arg::Date(wage.from()));
    let figure = ("rate", Arg::Rate(found.rate));
    if worker.apprentice == IsApprentice::No {
        if let Apprentice::Yes {
            started: Some(started),
        } = case.apprentice
            && started <= case.period.from
        {
            notes.step(Rule::ApprenticePast, Source::Nmwr("5"), None, &[]);
        }
        let band = wage.band(worker.ages.0);
        if band.at_least == 0 {
            notes.step(Rule::RateYoungest, source, None, &[figure, since]);
        } else {
            let age = ("age", Arg::Count(band.at_least.into()));
            notes.step(Rule::Rate, source, None, &[figure, since, age]);
        }
    } else if wage.apprentice().is_none() {
        notes.step(Rule::ApprenticeNoMinimum, source, None, &[since]);
    } else {
        notes.step(Rule::Apprentice, Source::Nmwr("5"), None, &[]);
        notes.step(Rule::RateApprentice, source, None, &[figure, since]);
    }
}

fn gaps(case: &Case, worker: &Worker, wage: &MinimumWage, found: Found, notes: &mut Notes) {
    let reg4 = Source::Nmwr("4A");
    let rate = ("rate", Arg::Rate(found.rate));
    let higher = ("higher", Arg::Rate(found.highest));
    if worker.apprentice == IsApprentice::Perhaps && found.highest > found.rate {
        let field = Field::of("apprentice.started");
        notes.gap(
            GapKind::ApprenticeStart,
            field,
            Source::Nmwr("5"),
            &[rate, higher],
        );
    } else if case.age == Age::Unknown && worker.apprentice == IsApprentice::No {
        let age = ("age", Arg::Count(wage.top().at_least.into()));
        notes.gap(GapKind::Age, Field::of("age"), reg4, &[rate, age]);
    } else if found.highest > found.rate {
        notes.gap(GapKind::AgeBand, Field::of("age"), reg4, &[rate, higher]);
    }
    // Unless the age is plainly past it: school leaving age falls between 15 and 16.
    if worker.ages.0 <= 16 && worker.ages.1 < 18 {
        notes.gap(
            GapKind::SchoolAge,
            Field::of("age"),
            Source::Nmwa("1(2)(c)"),
            &[],
        );
    }
    let apprentice = wage
        .apprentice()
        .filter(|apprentice| *apprentice < found.rate);
    if let (Apprentice::Unknown, Some(apprentice)) = (case.apprentice, apprentice) {
        let args = [("rate", Arg::Rate(apprentice))];
        notes.gap(
            GapKind::Apprentice,
            Field::of("apprentice"),
            Source::Nmwr("5"),
            &args,
        );
    }
    if wage.status() != Status::Verified {
        let source = Source::Rate(wage.source(), wage.status());
        notes.gap(GapKind::RateStatus, Field::of("period.from"), source, &[]);
    }
}
