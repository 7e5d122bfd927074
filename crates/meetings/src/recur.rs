//! Recurrence rules (RFC 5545, 3.3.10) and their expansion.

use chrono::NaiveDateTime;

use crate::zone::Zones;
use crate::{Occurrence, Schedule};

/// One RRULE.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {}

/// Why a text is no rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleError {}

impl Rule {
    /// Reads what stands behind `RRULE:`.
    ///
    /// # Errors
    /// What is wrong, worded for whoever writes a feed.
    pub fn parse(_text: &str) -> Result<Rule, RuleError> {
        Ok(Rule {})
    }
}

/// Dates of a schedule, lazily.
pub struct Occurrences<'a> {
    schedule: &'a Schedule,
    zones: &'a dyn Zones,
    from: Option<NaiveDateTime>,
}

impl<'a> Occurrences<'a> {
    pub(crate) fn new(
        schedule: &'a Schedule,
        zones: &'a dyn Zones,
        from: Option<NaiveDateTime>,
    ) -> Self {
        Self {
            schedule,
            zones,
            from,
        }
    }

    /// Whether it ended because a bound of steps was reached, not because there are no more dates.
    #[must_use]
    pub fn bounded(&self) -> bool {
        false
    }
}

impl Iterator for Occurrences<'_> {
    type Item = Occurrence;

    fn next(&mut self) -> Option<Occurrence> {
        let _ = (self.schedule, self.zones, self.from);
        None
    }
}
