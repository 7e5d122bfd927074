//! From a typed postcode or town to a point, on the device: nothing here asks anybody.

use swansfeet_meetings::Place;
use swansfeet_places::{Located, locate};

/// What came of a typed place.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Near {
    /// Nothing is typed yet, or too little to tell.
    Nothing,
    /// We do not know it.
    Unknown,
    /// There.
    Here {
        place: Place,
        name: String,
    },
}

impl Near {
    pub(crate) fn read(typed: &str) -> Self {
        let typed = typed.trim();
        if typed.len() < 2 {
            return Near::Nothing;
        }
        match locate(typed) {
            Some(Located { point, within_miles, name, .. }) => Near::Here {
                place: Place { point, within_miles },
                name,
            },
            // Somebody who is still typing is not told off.
            None if typed.len() < 3 => Near::Nothing,
            None => Near::Unknown,
        }
    }

    pub(crate) fn place(&self) -> Option<Place> {
        match self {
            Near::Here { place, .. } => Some(*place),
            _ => None,
        }
    }
}
