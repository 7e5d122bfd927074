//! The check itself, in the order of the regulations.

use crate::answer::PayCheck;
use crate::case::Case;
use crate::error::{CaseError, ErrorKind, Field};
use crate::rates::Rates;
use crate::rules::{Notes, arrears, hours, minimum, pay, references, test};
use crate::validate::validate;

/// Works out whether the pay of one period reached the minimum wage, and what is owed.
///
/// # Errors
///
/// Every fact that cannot be right, with its field. Missing facts are no errors: they make gaps.
pub fn check(case: &Case, rates: &Rates) -> Result<PayCheck, Vec<CaseError>> {
    let errors = validate(case, rates);
    if !errors.is_empty() {
        return Err(errors);
    }
    let Some(wage) = rates.minimum_on(case.period.from) else {
        let kind = ErrorKind::RateNotYet(rates.minimum_ends());
        return Err(vec![CaseError {
            field: Field::of("period.from"),
            kind,
        }]);
    };

    let mut notes = Notes::default();
    let worker = minimum::Worker::of(case);
    let rate = minimum::rate(case, &worker, &wage, &mut notes);
    let time = hours::count(case, &mut notes);
    let money = pay::count(case, &wage, &mut notes);
    let outcome = test::outcome(time.hours, money.counting, rate);
    test::explain(case, &time, &money, &outcome, &mut notes);
    test::tipping_unknown(&time, &money, rate, &mut notes);
    let owed = arrears::Owed::of(case, rates, &worker, rate);
    let arrears = outcome.map(|o| owed.explain(case, o.shortfall, &mut notes));
    let readings = test::readings(&time, &money, rate, outcome.as_ref(), &owed);

    Ok(PayCheck {
        rate,
        offset_per_day: wage.offset(),
        hours: time.hours,
        accommodation_adjustment: money.accommodation,
        counting_pay: money.counting,
        average: test::average(time.hours, money.counting),
        entitlement: time.hours.map(|hours| rate * hours),
        shortfall: outcome.map(|o| o.shortfall),
        meets_minimum: outcome.map(|o| o.meets),
        arrears,
        steps: notes.steps,
        gaps: notes.gaps,
        readings,
        references: references::all(case, rates, &wage, rate),
        hour_split: time.split,
        tax_relief: references::tax_relief(case, rates),
    })
}
