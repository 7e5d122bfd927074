//! This week's work: the engine at its hub and its open key file, until there is nothing more to do.

use std::rc::Rc;

use chrono::{DateTime, NaiveDate};
use swansfeet_embed::{Context as Edge, Random};
use swansfeet_wellbeing::card::USUAL;
use swansfeet_wellbeing::identity::Identity;
use swansfeet_wellbeing::second::{Refusal, Second, Step, Trouble};
use yew::Callback;

use crate::ring::{Ring, Shelf};
use crate::way::{Failure, Way};

/// How many weeks ahead cards are signed, so that check-ins are taken while nobody is here.
pub(crate) const AHEAD: u32 = 8;
/// A place whose sum the hub lost on the way is begun anew, and so is one that has a second cut.
const MOST_RUNS: u32 = 5;

/// Why the work stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    /// The way to the hub.
    Hub(Failure),
    /// The new key file was not saved.
    NotSaved,
    /// The hub answers what was not asked.
    Nonsense(&'static str),
    /// The hub asks for what this holder does not do.
    Refused(Refusal),
    /// The browser has no random bytes.
    NoRandom,
}

/// Today by UTC, as the hub has it.
pub(crate) fn today(edge: &Edge) -> NaiveDate {
    let now = DateTime::from_timestamp_millis(edge.page().now() as i64);
    now.unwrap_or_default().date_naive()
}

/// Does it all.
pub(crate) async fn work(
    edge: Edge,
    ring: Rc<Ring>,
    campaign: String,
    watch: Callback<Step>,
) -> Result<(), Stop> {
    let mut random = Random::of(edge.page()).ok_or(Stop::NoRandom)?;
    let secret = ring.file().identity().reveal();
    let identity = Identity::read(&secret).map_err(|_| Stop::NoRandom)?;
    for _ in 0..MOST_RUNS {
        let mut is_more = false;
        let mut second = Second {
            identity: &identity,
            campaign: &campaign,
            least: USUAL,
            hub: Way::new(&edge, &identity, &campaign),
            vault: Shelf {
                ring: Rc::clone(&ring),
                campaign: campaign.clone(),
            },
            watch: &mut |step| {
                is_more |= matches!(step, Step::Published(..) | Step::Again(..));
                watch.emit(step);
            },
        };
        let done = second.run(today(&edge), AHEAD, &mut random).await;
        done.map_err(|trouble| match trouble {
            Trouble::Hub(failure) => Stop::Hub(failure),
            Trouble::Vault(_) => Stop::NotSaved,
            Trouble::Reply(why) => Stop::Nonsense(why),
            Trouble::Refused(why) => Stop::Refused(why),
        })?;
        if !is_more {
            break;
        }
    }
    Ok(())
}
