//! What the second holder says of its work, and why it stops. Keys and places, no sentence for a
//! person: those live with whoever runs it.

use core::fmt;

use crate::place::Place;
use crate::week::Week;

/// What happened, for whoever watches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A card was signed.
    Signed(Week),
    /// So many check-ins of a place have been looked at, of so many.
    Counting(Place, u32, u32),
    /// A place was published, of so many weeks.
    Published(Place, Week, u32),
    /// A place has too few; it is carried over.
    Carried(Place, Week),
    /// So many check-ins of a place were refused unread.
    Refused(Place, u32),
    /// The keys of a place and week were destroyed.
    Destroyed(Place, Week),
    /// A place cannot be added up: its keys of that week are not here.
    Missing(Place, Week),
    /// The card of a week was signed with keys that are not here: nothing of it can be counted. An
    /// older copy of the keys is in use, or they were lost.
    Lost(Week),
    /// The hub began anew meanwhile: this place needs another run.
    Again(Place, Week),
}

/// What this holder does not do, whoever asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// To sign a card of another campaign or week.
    OtherCard,
    /// To sign a card that names somebody else as the second holder.
    OtherHolder,
    /// To sign a card with a k that is too small.
    TooSmall,
    /// To count a week that has not ended.
    NotEnded,
    /// To carry answers for longer than they may be.
    CarriedTooLong,
    /// To count other weeks than the sum is said to be of, or one twice.
    OtherWeeks,
    /// To add answers to different questions up.
    OtherQuestions,
    /// To count more check-ins than the hub said that there are.
    TooMany,
    /// To give a second sum over weeks of which one was given.
    CutAnew,
}

impl Refusal {
    /// The key of the message in the languages of whoever shows it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Refusal::OtherCard => "refusal-other-card",
            Refusal::OtherHolder => "refusal-other-holder",
            Refusal::TooSmall => "refusal-too-small",
            Refusal::NotEnded => "refusal-not-ended",
            Refusal::CarriedTooLong => "refusal-carried-too-long",
            Refusal::OtherWeeks => "refusal-other-weeks",
            Refusal::OtherQuestions => "refusal-other-questions",
            Refusal::TooMany => "refusal-too-many",
            Refusal::CutAnew => "refusal-cut-anew",
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Refusal::OtherCard => "the card is of another campaign or week",
            Refusal::OtherHolder => "the card names another second holder",
            Refusal::TooSmall => "the card would publish groups that are too small",
            Refusal::NotEnded => "the hub would count a week that has not ended",
            Refusal::CarriedTooLong => "the hub would carry answers for too long",
            Refusal::OtherWeeks => "the hub would count other weeks than it says",
            Refusal::OtherQuestions => "the hub would add answers to different questions up",
            Refusal::TooMany => "the hub would count more check-ins than it says",
            Refusal::CutAnew => "the hub would cut weeks anew that were given already",
        })
    }
}

/// Why the second holder stops.
#[derive(Debug, thiserror::Error)]
pub enum Trouble<H, V> {
    /// The way to the hub.
    #[error(transparent)]
    Hub(H),
    /// What is kept.
    #[error(transparent)]
    Vault(V),
    /// The hub answers what was not asked.
    #[error("the hub answers what was not asked: {0}")]
    Reply(&'static str),
    /// The hub asks for what this holder does not do.
    #[error("refused: {0}")]
    Refused(Refusal),
}
