//! From a typed postcode or town to a point, on the device: nothing here asks anybody.

use swansfeet_meetings::Place;
use swansfeet_places::{Area, Place as Found, Postcode};

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
        if typed.len() < 3 {
            return Near::Nothing;
        }
        let area = match Postcode::read(typed) {
            Ok(reading) => match reading.postcode.place() {
                Found::Area(area) => Some(area),
                _ => None,
            },
            Err(_) => Area::all()
                .iter()
                .find(|area| area.name().eq_ignore_ascii_case(typed)),
        };
        area.map_or(Near::Unknown, |area| Near::Here {
            place: Place {
                point: area.rough_centre(),
                within_miles: 15,
            },
            name: area.name().to_owned(),
        })
    }

    pub(crate) fn place(&self) -> Option<Place> {
        match self {
            Near::Here { place, .. } => Some(*place),
            _ => None,
        }
    }
}
