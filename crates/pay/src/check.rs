//! The check itself, in the order of the regulations.

use crate::answer::PayCheck;
use crate::case::Case;
use crate::error::{CaseError, ErrorKind, Field};
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
    let found = minimum::rate(case, &worker, &wage, &mut notes);
    let rate = &found.rate;
    let time = hours::count(case, &mut notes);
    let money = pay::count(case, &wage, &mut notes);

    let mut answer = PayCheck {
        rate: *rate,
        offset_per_day: wage.offset(),
        hours: time.hours().copied(),
        accommodation_adjustment: money.accommodation,
        counting_pay: money.counting,
        average: None,
        entitlement: time.hours().map(|hours| rate * hours),
        shortfall: None,
        meets_minimum: None,
        arrears: None,
        steps: Vec::new(),
        gaps: Vec::new(),
        readings: Vec::new(),
        references: references::all(case, rates, &wage, rate),
        hour_split: Vec::new(),
        tax_relief: references::tax_relief(case, rates),
    };
    if let (Some(hours), Some(counting)) = (time.hours(), &money.counting) {
        let outcome = Outcome::of(hours, counting, rate);
        let owed = Owed::of(case, rates, &worker, &found);
        outcome.explain(case, &mut notes);
        answer.average = outcome.average();
        answer.shortfall = Some(outcome.shortfall);
        answer.meets_minimum = Some(outcome.meets);
        answer.arrears = Some(owed.explain(case, rates, &outcome.shortfall, &mut notes));
        answer.readings = test::readings(&time, &outcome, &owed);
    } else {
        test::explain_unknown(case, time.hours(), &money, rate, &mut notes);
    }
    (answer.steps, answer.gaps) = (notes.steps, notes.gaps);
    answer.hour_split = time.split;
    Ok(answer)
}
