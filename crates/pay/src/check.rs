//! The check itself, in the order of the regulations.

use crate::answer::PayCheck;
use crate::case::Case;
use crate::error::CaseError;
use crate::rates::Rates;
use crate::rules::arrears::Owed;
use crate::rules::test::Outcome;
use crate::rules::{Notes, hours, minimum, pay, references, test};
use crate::validate::validate;

/// Works out whether the pay of one period reached the minimum wage, and what is owed.
///
/// # Errors
///
/// Every fact that cannot be right, with its field. Missing facts are no errors: they make gaps.
pub fn check(case: &Case, rates: &Rates) -> Result<PayCheck, Vec<CaseError>> {
    let wage = validate(case, rates)?;
    let mut notes = Notes::default();
    let worker = minimum::Worker::of(case);
    let found = minimum::rate(case, &worker, &wage, &mut notes);
    let rate = &found.rate;
    let time = hours::count(case, &mut notes);
    let money = pay::count(case, &wage, &mut notes);

    let (average, shortfall, meets_minimum, arrears, readings);
    if let (Some(hours), Some(counting)) = (time.hours(), &money.counting) {
        let outcome = Outcome::of(hours, counting, rate);
        let owed = Owed::of(case, rates, &worker, &found);
        outcome.explain(case, &money, &mut notes);
        average = outcome.average();
        shortfall = Some(outcome.shortfall);
        meets_minimum = Some(outcome.meets);
        arrears = Some(owed.explain(case, rates, &outcome.shortfall, &mut notes));
        readings = test::readings(&time, &outcome, &owed);
    } else {
        test::explain_unknown(case, time.hours(), &money, rate, &mut notes);
        (average, shortfall, meets_minimum, arrears) = (None, None, None, None);
        readings = Vec::new();
    }

    Ok(PayCheck {
        rate: *rate,
        offset_per_day: wage.offset(),
        hours: time.hours().copied(),
        accommodation_adjustment: money.accommodation,
        counting_pay: money.counting,
        average,
        entitlement: time.hours().map(|hours| rate * hours),
        shortfall,
        meets_minimum,
        arrears,
        steps: notes.steps,
        gaps: notes.gaps,
        readings,
        references: references::all(case, rates, &wage, rate),
        hour_split: time.split,
        tax_relief: references::tax_relief(case, rates),
    })
}
