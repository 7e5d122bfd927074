//! From a typed postcode or town to a point, on the device: nothing here asks anybody.

use swansfeet_meetings::{Place, locate};

/// What came of a typed place.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Near {
    /// Nothing is typed yet, or too little to tell.
    Nothing,
    /// We do not know it.
    Unknown,
    /// There.
    Here { place: Place, name: String },
}

impl Near {
    pub(crate) fn read(typed: &str) -> Self {
        let typed = typed.trim();
        // Somebody who is still typing is not told off.
        let is_half = typed.len() == 2 && typed.ends_with(|c: char| c.is_ascii_digit());
        if typed.len() < 3 && !is_half {
            return Near::Nothing;
        }
        locate(typed).map_or(Near::Unknown, |found| Near::Here {
            place: Place {
                point: found.point,
                within_miles: found.within_miles,
            },
            name: found.area.name().to_owned(),
        })
    }

    pub(crate) fn place(&self) -> Option<Place> {
        match self {
            Near::Here { place, .. } => Some(*place),
            _ => None,
        }
    }
}
