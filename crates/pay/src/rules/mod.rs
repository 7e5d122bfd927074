//! The rules, one module for each part of the calculation, and the notes that they take.

pub(crate) mod arrears;
pub(crate) mod hours;
pub(crate) mod minimum;
pub(crate) mod pay;
pub(crate) mod references;
pub(crate) mod test;

use crate::answer::{Arg, Gap, GapKind, Rule, Step};
use crate::error::Field;
use crate::source::Source;
use crate::units::Money;

/// The arguments of a sentence.
pub(crate) type Args<'a> = &'a [(&'static str, Arg)];

/// Steps and gaps, in the order in which the rules meet them.
#[derive(Default)]
pub(crate) struct Notes {
    pub(crate) steps: Vec<Step>,
    pub(crate) gaps: Vec<Gap>,
}

impl Notes {
    pub(crate) fn step(&mut self, rule: Rule, source: Source, amount: Option<Money>, args: Args) {
        self.steps.push(Step {
            rule,
            source,
            amount,
            args: args.to_vec(),
        });
    }

    pub(crate) fn gap(&mut self, kind: GapKind, field: Field, source: Source, args: Args) {
        self.gaps.push(Gap {
            kind,
            field,
            source,
            args: args.to_vec(),
        });
    }
}
