//! The rules, one module for each part of the calculation, and the notes that they take.

pub(crate) mod arrears;
pub(crate) mod hours;
pub(crate) mod minimum;
pub(crate) mod pay;
pub(crate) mod references;
pub(crate) mod test;

mod cited;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::answer::{Arg, Gap, GapKind, Rule, Step};
use crate::error::Field;
use crate::source::Source;
use crate::units::{HourlyRate, Hours, Money};

/// Steps and gaps, in the order in which the rules meet them.
#[derive(Default)]
pub(crate) struct Notes {
    pub(crate) steps: Vec<Step>,
    pub(crate) gaps: Vec<Gap>,
}

impl Notes {
    /// A step that comes to no money.
    pub(crate) fn step(&mut self, rule: Rule) -> Args<'_> {
        self.step_by(cited::of_step(rule), rule, None)
    }

    /// A step that comes to so much.
    pub(crate) fn sum(&mut self, rule: Rule, amount: &Money) -> Args<'_> {
        self.step_by(cited::of_step(rule), rule, Some(amount))
    }

    /// A step whose source depends on the facts.
    pub(crate) fn step_by(
        &mut self,
        source: &Source,
        rule: Rule,
        amount: Option<&Money>,
    ) -> Args<'_> {
        let step = self.steps.push_mut(Step {
            rule,
            source: *source,
            amount: amount.copied(),
            args: Vec::new(),
        });
        Args(&mut step.args)
    }

    /// A gap that a fact outside any list would close.
    pub(crate) fn gap(&mut self, kind: GapKind) -> Args<'_> {
        self.gap_by(cited::of_gap(kind), kind, None)
    }

    /// A gap that a fact in this row of a list would close.
    pub(crate) fn gap_in(&mut self, row: usize, kind: GapKind) -> Args<'_> {
        self.gap_by(cited::of_gap(kind), kind, Some(row))
    }

    /// A gap whose source depends on the facts.
    pub(crate) fn gap_by(
        &mut self,
        (name, part, source): &cited::Place,
        kind: GapKind,
        row: Option<usize>,
    ) -> Args<'_> {
        let (source, field) = (*source, Field { name, row, part });
        let gap = self.gaps.push_mut(Gap {
            kind,
            field,
            source,
            args: Vec::new(),
        });
        Args(&mut gap.args)
    }
}

/// The figures of a sentence, added one after the other. By calls and by reference: a slice of
/// them built at every place was a third of the rules' code.
pub(crate) struct Args<'a>(&'a mut Vec<(&'static str, Arg)>);

impl Args<'_> {
    #[inline(never)]
    pub(crate) fn money(self, name: &'static str, money: &Money) -> Self {
        self.0.push((name, Arg::Money(*money)));
        self
    }

    #[inline(never)]
    pub(crate) fn rate(self, name: &'static str, rate: &HourlyRate) -> Self {
        self.0.push((name, Arg::Rate(*rate)));
        self
    }

    #[inline(never)]
    pub(crate) fn hours(self, name: &'static str, hours: &Hours) -> Self {
        self.0.push((name, Arg::Hours(*hours)));
        self
    }

    #[inline(never)]
    pub(crate) fn date(self, name: &'static str, day: NaiveDate) -> Self {
        self.0.push((name, Arg::Date(day)));
        self
    }

    #[inline(never)]
    pub(crate) fn count(self, name: &'static str, count: u32) -> Self {
        self.0.push((name, Arg::Count(count)));
        self
    }

    #[inline(never)]
    pub(crate) fn number(self, name: &'static str, number: &Decimal) -> Self {
        self.0.push((name, Arg::Number(*number)));
        self
    }

    #[inline(never)]
    pub(crate) fn name(self, name: &'static str, chosen: &'static str) -> Self {
        self.0.push((name, Arg::Name(chosen)));
        self
    }
}
