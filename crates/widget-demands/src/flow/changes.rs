//! What is different in a campaign that was loaded again: nobody signs what they have not read.

use swansfeet_demands::Campaign;
use swansfeet_demands::campaign::Demand;

/// What has changed since the campaign was shown first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Places in the new list of demands that are new or say something else.
    pub demands: Vec<usize>,
    /// Whether a demand is gone.
    pub is_shorter: bool,
    /// Whether the words of consent are others.
    pub consent: bool,
}

impl Changes {
    pub(crate) fn between(old: &Campaign, new: &Campaign) -> Self {
        let is_known = |demand: &Demand| old.demands.contains(demand);
        let is_gone = |demand: &Demand| new.demand(demand.id.as_str()).is_none();
        let all = new.demands.iter().enumerate();
        Self {
            demands: all
                .filter(|(_, demand)| !is_known(demand))
                .map(|(at, _)| at)
                .collect(),
            is_shorter: old.demands.iter().any(is_gone),
            // Keys of partners are part of it: who gets a copy must be whom was agreed to.
            consent: old.consent != new.consent,
        }
    }
}
