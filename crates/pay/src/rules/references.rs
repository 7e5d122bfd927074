//! What to hold the pay against: the Real Living Wage, a nation's care minimum, a demand; and the
//! tax relief on mileage, which is no wages.

use rust_decimal::Decimal;

use crate::answer::{Reference, ReferenceKind, TaxRelief};
use crate::case::Case;
use crate::rates::{MinimumWage, Quoted, Rates, Status};
use crate::units::{HourlyRate, Money};

/// In the order in which they are shown: the law first, the demand last.
pub(crate) fn all(
    case: &Case,
    rates: &Rates,
    wage: &MinimumWage,
    rate: HourlyRate,
) -> Vec<Reference> {
    let day = case.period.from;
    let mut list = vec![Reference {
        kind: ReferenceKind::Minimum,
        rate: Some(rate),
        from: Some(wage.from()),
        newer_due: false,
        status: wage.status(),
        source: wage.source(),
    }];
    if let Some((uk, london)) = rates.living_wage_on(day) {
        list.push(quoted(ReferenceKind::LivingWageUk, uk));
        list.push(quoted(ReferenceKind::LivingWageLondon, london));
    }
    let care = match case.nation.and_then(|nation| nation.care_minimum()) {
        Some(kind @ ReferenceKind::CareScotland) => rates.care_scotland_on(day).map(|q| (kind, q)),
        Some(kind) => rates.care_wales_on(day).map(|q| (kind, q)),
        None => None,
    };
    list.extend(care.map(|(kind, q)| quoted(kind, q)));
    list.extend(case.demand.map(|demand| Reference {
        kind: ReferenceKind::Demand,
        rate: Some(demand),
        from: None,
        newer_due: false,
        status: Status::Verified,
        source: "",
    }));
    list
}

fn quoted(kind: ReferenceKind, quoted: Quoted) -> Reference {
    Reference {
        kind,
        rate: quoted.rate,
        from: Some(quoted.from),
        newer_due: quoted.newer_due,
        status: quoted.status,
        source: quoted.source,
    }
}

/// The difference between HMRC's rate and what was repaid. The limit of 10,000 miles is one of the
/// tax year, and a period has at most 10,000, so the higher rate is used for all: said as
/// "may be due".
pub(crate) fn tax_relief(case: &Case, rates: &Rates) -> Option<TaxRelief> {
    let mileage = case
        .mileage
        .filter(|mileage| mileage.miles > Decimal::ZERO)?;
    let rate = rates.mileage_on(case.period.from)?;
    let ceiling = Money(mileage.miles * rate.first.0);
    Some(TaxRelief {
        ceiling,
        repaid: mileage.repaid,
        difference: (ceiling - mileage.repaid).max(Money::ZERO),
        per_mile: rate.first,
        status: rate.status,
        source: rate.source,
    })
}
