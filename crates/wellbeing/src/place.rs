//! Where a group picture may be of: the nine regions of England and the three other nations.
//!
//! Twelve, and nothing smaller: no town, no employer, no postcode. The ids are those of
//! `swansfeet-places`, which a test holds them against.

/// A region of England, or one of the three other nations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Place {
    NorthEast,
    NorthWest,
    YorkshireAndTheHumber,
    EastMidlands,
    WestMidlands,
    EastOfEngland,
    London,
    SouthEast,
    SouthWest,
    Scotland,
    Wales,
    NorthernIreland,
}

impl Place {
    /// Every place, in the order in which statistics list them.
    pub const ALL: [Place; 12] = [
        Place::NorthEast,
        Place::NorthWest,
        Place::YorkshireAndTheHumber,
        Place::EastMidlands,
        Place::WestMidlands,
        Place::EastOfEngland,
        Place::London,
        Place::SouthEast,
        Place::SouthWest,
        Place::Scotland,
        Place::Wales,
        Place::NorthernIreland,
    ];

    /// A short name for files and addresses: `north-east`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Place::NorthEast => "north-east",
            Place::NorthWest => "north-west",
            Place::YorkshireAndTheHumber => "yorkshire-and-the-humber",
            Place::EastMidlands => "east-midlands",
            Place::WestMidlands => "west-midlands",
            Place::EastOfEngland => "east-of-england",
            Place::London => "london",
            Place::SouthEast => "south-east",
            Place::SouthWest => "south-west",
            Place::Scotland => "scotland",
            Place::Wales => "wales",
            Place::NorthernIreland => "northern-ireland",
        }
    }

    /// The place with this [`Place::id`].
    #[must_use]
    pub fn named(id: &str) -> Option<Place> {
        Place::ALL.into_iter().find(|place| place.id() == id)
    }
}
