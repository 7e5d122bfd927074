//! What stands against adding to the group picture. None of it stands against anything else.

use swansfeet_wellbeing::Card;
use swansfeet_wellbeing::card::CardError;

use super::{Failure, Flow, Load};

/// What stands against adding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bar {
    /// The document is on its way.
    Waiting,
    /// It did not come.
    NoDocument(Failure),
    /// No week is open.
    NoWeek,
    /// The card is refused.
    Card(CardError),
    /// It is the card of another campaign than the one that was asked for.
    OtherCampaign,
    /// It asks other questions than were answered here.
    OtherQuestions,
}

impl Flow {
    /// The card to seal by.
    ///
    /// # Errors
    /// What stands against it.
    pub fn card(&self) -> Result<&Card, Bar> {
        let document = match &self.load {
            Load::Waiting => return Err(Bar::Waiting),
            Load::Failed(failure) => return Err(Bar::NoDocument(*failure)),
            Load::Ready(document) => document,
        };
        let card = document.card.as_ref().ok_or(Bar::NoWeek)?;
        let card = card.as_ref().map_err(|error| Bar::Card(*error))?;
        if card.campaign() != document.campaign {
            return Err(Bar::OtherCampaign);
        }
        if card.pack() != self.pack {
            return Err(Bar::OtherQuestions);
        }
        Ok(card)
    }
}
