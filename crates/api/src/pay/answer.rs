//! The answer to a case, as JSON.

use schemars::JsonSchema;
use serde::Serialize;
use swansfeet_pay as pay;
use swansfeet_pay::{Arg, CaseError, Field, PayCheck, Source, Status};

use super::Case;
use super::decimals::{hours, money, rate};
use crate::read::{Fault, Id, Refusal};

/// Finds the sentence for a key and its arguments.
pub type Say<'a> = &'a dyn Fn(&str, &[(&'static str, Arg)]) -> String;

/// The answer to one case. Money, rates and hours are decimal strings; null means that it cannot
/// be known from what was given.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Answer {
    /// As it came.
    pub id: Option<Id>,
    /// The legal minimum for an hour.
    pub rate: String,
    /// The accommodation offset for a day.
    pub offset_per_day: String,
    /// The hours that count.
    pub hours: Option<String>,
    /// What a home that comes with the job adds to the pay, or takes off it.
    pub accommodation_adjustment: Option<String>,
    /// The pay that counts.
    pub counting_pay: Option<String>,
    /// The pay that counts for each hour, for the eye only.
    pub average: Option<String>,
    /// The legal minimum for these hours.
    pub entitlement: Option<String>,
    /// What is missing.
    pub shortfall: Option<String>,
    /// Whether the pay reached the minimum.
    pub meets_minimum: Option<bool>,
    /// What is owed today.
    pub arrears: Option<String>,
    /// How it was worked out.
    pub steps: Vec<Step>,
    /// What is not known or not settled.
    pub gaps: Vec<Gap>,
    /// Other ways to read the law or the facts.
    pub readings: Vec<Reading>,
    /// Rates to hold the pay against.
    pub references: Vec<Reference>,
    /// Where the hours went.
    pub hour_split: Vec<Share>,
    /// Tax relief that may be due on mileage, apart from wages.
    pub tax_relief: Option<TaxRelief>,
}

/// One step of the working.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Step {
    /// Which rule.
    pub rule: &'static str,
    /// Law, manual, judgment, or where the rate was read.
    pub source: String,
    /// How sure we are of the source, where it is not verified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<&'static str>,
    /// The step in words.
    pub text: String,
    /// What it came to; what is taken off is below nought.
    pub amount: Option<String>,
}

/// Something not known or not settled.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Gap {
    /// What it is about.
    pub gap: &'static str,
    /// The field that would close it.
    pub field: String,
    /// Why it matters.
    pub source: String,
    /// How sure we are of the source, where it is not verified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<&'static str>,
    /// The gap in words, with what it could change.
    pub text: String,
}

/// Another way to read the law or the facts.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reading {
    /// Which.
    pub reading: &'static str,
    /// The reading in words.
    pub text: String,
    /// The hours that then count.
    pub hours: String,
    /// The pay that then counts.
    pub counting_pay: String,
    /// The minimum for those hours.
    pub entitlement: String,
    /// What is then missing.
    pub shortfall: String,
    /// What is then owed today.
    pub arrears: String,
}

/// A rate to hold the pay against.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reference {
    /// Which.
    pub reference: &'static str,
    /// Its name in words.
    pub text: String,
    /// Null where there is one that is not known here.
    pub rate: Option<String>,
    /// Since when.
    pub from: Option<String>,
    /// Whether a newer one was due by then that is not known here.
    pub newer_due: bool,
    /// How sure we are.
    pub status: &'static str,
    /// Where it was read.
    pub source: &'static str,
}

/// Time of one kind.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Share {
    /// What it was spent on.
    pub kind: &'static str,
    /// How long.
    pub hours: String,
    /// Whether it counts.
    pub counts: bool,
}

/// Tax relief that may be due on mileage. It comes from HMRC, not from the employer.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TaxRelief {
    /// What could have been paid free of tax.
    pub ceiling: String,
    /// What was paid.
    pub repaid: String,
    /// The difference, on which relief may be claimed.
    pub difference: String,
    /// HMRC's rate for a mile.
    pub per_mile: String,
    /// How sure we are of it.
    pub status: &'static str,
    /// Where it was read.
    pub source: &'static str,
}

/// One line of output.
#[derive(JsonSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "only its schema is used")]
pub(super) enum Line {
    Answer(Box<Answer>),
    Refusal(Refusal),
}

impl Answer {
    /// The answer in JSON's form, with its sentences.
    #[must_use]
    pub fn of(id: Option<Id>, check: &PayCheck, say: Say<'_>) -> Answer {
        Answer {
            id,
            rate: rate(check.rate),
            offset_per_day: money(check.offset_per_day),
            hours: check.hours.map(hours),
            accommodation_adjustment: check.accommodation_adjustment.map(money),
            counting_pay: check.counting_pay.map(money),
            average: check.average.map(rate),
            entitlement: check.entitlement.map(money),
            shortfall: check.shortfall.map(money),
            meets_minimum: check.meets_minimum,
            arrears: check.arrears.map(money),
            steps: check.steps.iter().map(|step| Step::of(step, say)).collect(),
            gaps: check.gaps.iter().map(|gap| Gap::of(gap, say)).collect(),
            readings: check
                .readings
                .iter()
                .map(|reading| Reading::of(reading, say))
                .collect(),
            references: check
                .references
                .iter()
                .map(|r| Reference::of(r, say))
                .collect(),
            hour_split: check.hour_split.iter().map(Share::of).collect(),
            tax_relief: check.tax_relief.as_ref().map(TaxRelief::of),
        }
    }
}

impl Step {
    fn of(step: &pay::Step, say: Say<'_>) -> Step {
        Step {
            rule: without_prefix(step.rule.key()),
            source: cite(step.source),
            status: doubt(step.source),
            text: say(step.rule.key(), &step.args),
            amount: step.amount.map(money),
        }
    }
}

impl Gap {
    fn of(gap: &pay::Gap, say: Say<'_>) -> Gap {
        Gap {
            gap: without_prefix(gap.kind.key()),
            field: path(gap.field),
            source: cite(gap.source),
            status: doubt(gap.source),
            text: say(gap.kind.key(), &gap.args),
        }
    }
}

impl Reading {
    fn of(reading: &pay::Reading, say: Say<'_>) -> Reading {
        let args = [
            ("hours", Arg::Hours(reading.hours)),
            ("shortfall", Arg::Money(reading.shortfall)),
            ("arrears", Arg::Money(reading.arrears)),
        ];
        Reading {
            reading: without_prefix(reading.kind.key()),
            text: say(reading.kind.key(), &args),
            hours: hours(reading.hours),
            counting_pay: money(reading.counting_pay),
            entitlement: money(reading.entitlement),
            shortfall: money(reading.shortfall),
            arrears: money(reading.arrears),
        }
    }
}

impl Reference {
    fn of(reference: &pay::Reference, say: Say<'_>) -> Reference {
        Reference {
            reference: without_prefix(reference.kind.key()),
            text: say(reference.kind.key(), &[]),
            rate: reference.rate.map(rate),
            from: reference.from.map(|day| day.to_string()),
            newer_due: reference.newer_due,
            status: reference.status.name(),
            source: reference.source,
        }
    }
}

impl Share {
    fn of(share: &pay::Share) -> Share {
        Share {
            kind: share.kind.map_or("sleep_ins", |kind| kind.name()),
            hours: hours(share.hours),
            counts: share.counts,
        }
    }
}

impl TaxRelief {
    fn of(relief: &pay::TaxRelief) -> TaxRelief {
        TaxRelief {
            ceiling: money(relief.ceiling),
            repaid: money(relief.repaid),
            difference: money(relief.difference),
            per_mile: rate(relief.per_mile),
            status: relief.status.name(),
            source: relief.source,
        }
    }
}

impl Fault {
    /// A fault that the rules found in a case.
    #[must_use]
    pub fn of_case(error: &CaseError, case: &Case, say: Say<'_>) -> Fault {
        let args: Vec<_> = error.arg().into_iter().collect();
        let field = Field {
            name: case.place(error.field),
            ..error.field
        };
        Fault {
            field: path(field),
            message: say(error.key(), &args),
        }
    }
}

/// `step-rate` is the rule `rate`.
fn without_prefix(key: &'static str) -> &'static str {
    key.split_once('-').map_or(key, |(_, rule)| rule)
}

/// `sleep_ins[0].awake`.
fn path(field: Field) -> String {
    let mut path = field.name.to_owned();
    if let Some(row) = field.row {
        path.push('[');
        path.push_str(&row.to_string());
        path.push(']');
    }
    if !field.part.is_empty() {
        path.push('.');
        path.push_str(field.part);
    }
    path
}

fn cite(source: Source) -> String {
    let (name, part) = (source.name(), source.part());
    if name.is_empty() || part.is_empty() {
        return format!("{name}{part}");
    }
    format!("{name} {part}")
}

fn doubt(source: Source) -> Option<&'static str> {
    match source.status() {
        Status::Verified => None,
        other => Some(other.name()),
    }
}
