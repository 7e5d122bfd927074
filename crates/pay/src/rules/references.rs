//! What to hold the pay against: the Real Living Wage, a nation's care minimum, a demand; and the
//! tax relief on mileage, which is no wages.

use crate::answer::{Reference, ReferenceKind, TaxRelief};
use crate::case::{Case, Nation};
use crate::exact::product;
use crate::rates::{MinimumWage, Quoted, Rates, Status};
use crate::units::{HourlyRate, Money};

/// In the order in which they are shown: the law first, the demand last.
pub(crate) fn all(
    case: &Case,
    rates: &Rates,
    wage: &MinimumWage,
    rate: &HourlyRate,
) -> Vec<Reference> {
    let mut list = Vec::new();
    let mut quoted = wage.quoted(*rate);
    add(&mut list, ReferenceKind::Minimum, &quoted);
    for kind in [
        Some(ReferenceKind::LivingWageUk),
        Some(ReferenceKind::LivingWageLondon),
        case.nation.and_then(Nation::care_minimum),
    ] {
        if let Some(kind) = kind
            && let Some(found) = rates.quoted_on(kind, case.period.from)
        {
            add(&mut list, kind, &found);
        }
    }
    if case.demand.is_some() {
        quoted.rate = case.demand;
        (quoted.status, quoted.source) = (Status::Verified, "");
        add(&mut list, ReferenceKind::Demand, &quoted).from = None;
    }
    list
}

fn add<'a>(
    list: &'a mut Vec<Reference>,
    kind: ReferenceKind,
    quoted: &Quoted,
) -> &'a mut Reference {
    list.push_mut(Reference {
        kind,
        rate: quoted.rate,
        from: Some(quoted.from),
        newer_due: quoted.newer_due,
        status: quoted.status,
        source: quoted.source,
    })
}

/// The difference between HMRC's rate and what was repaid. The limit of 10,000 miles is one of the
/// tax year, and a period has at most 10,000, so the higher rate is used for all: said as
/// "may be due". Nothing where it is not known what was repaid.
pub(crate) fn tax_relief(case: &Case, rates: &Rates) -> Option<TaxRelief> {
    let mileage = case.mileage.as_ref().filter(|m| !m.miles.is_zero())?;
    let repaid = mileage.repaid?;
    let quoted = rates.first_miles_on(case.period.from)?;
    let per_mile = quoted.rate?;
    let ceiling = Money(product(&mileage.miles, &per_mile.0));
    Some(TaxRelief {
        ceiling,
        repaid,
        difference: ceiling.beyond(&repaid),
        per_mile,
        status: quoted.status,
        source: quoted.source,
    })
}
