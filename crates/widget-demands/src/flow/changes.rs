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
        let same = |a: &Demand, b: &Demand| {
            a.id == b.id && a.title == b.title && a.text == b.text && a.why == b.why
        };
        let is_known = |demand: &Demand| old.demands.iter().any(|known| same(known, demand));
        let is_gone = |demand: &Demand| new.demand(demand.id.as_str()).is_none();
        let all = new.demands.iter().enumerate();
        Self {
            demands: all
                .filter(|(_, demand)| !is_known(demand))
                .map(|(at, _)| at)
                .collect(),
            is_shorter: old.demands.iter().any(is_gone),
            // The words hold who gets what; the partners' keys say who can read it.
            consent: old.consent.wording_hash() != new.consent.wording_hash()
                || keys(old) != keys(new),
        }
    }
}

fn keys(campaign: &Campaign) -> Vec<[u8; 32]> {
    let partners = campaign.consent.partners.iter();
    partners.map(|partner| partner.key.to_bytes()).collect()
}
