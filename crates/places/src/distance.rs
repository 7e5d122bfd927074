//! Points on the ground and how far apart they are.
//!
//! The one place here with floating-point numbers. Knows no roads: a distance is as a bird flies.

/// Mean radius of the Earth (IUGG), in kilometres.
const EARTH_KM: f64 = 6_371.008_8;
/// The international mile, by definition.
const KM_IN_A_MILE: f64 = 1.609_344;

/// A point on the ground, in degrees (WGS 84); north and east are positive.
#[derive(Copy, Clone, Debug, PartialEq)]
pub struct Point {
    /// -90 to 90.
    pub latitude: f64,
    /// -180 to 180.
    pub longitude: f64,
}

impl Point {
    /// The way to another point as a bird flies, by the haversine formula on a sphere.
    ///
    /// The Earth is not a sphere: within these islands the answer is right to 0.3%, which is
    /// 3 miles in a thousand. Points that are not numbers give a distance that is not one.
    #[must_use]
    pub fn distance(self, other: Point) -> Distance {
        let (here, there) = (self.latitude.to_radians(), other.latitude.to_radians());
        let half_north = (there - here) / 2.0;
        let half_east = (other.longitude - self.longitude).to_radians() / 2.0;
        let haversine =
            half_north.sin().powi(2) + here.cos() * there.cos() * half_east.sin().powi(2);
        // Rounding may lift it a hair above 1 for points on opposite sides of the Earth.
        Distance {
            km: 2.0 * EARTH_KM * haversine.min(1.0).sqrt().asin(),
        }
    }
}

/// A distance over ground.
#[derive(Copy, Clone, Debug, PartialEq, PartialOrd)]
pub struct Distance {
    km: f64,
}

impl Distance {
    /// So many miles.
    #[must_use]
    pub const fn from_miles(miles: f64) -> Distance {
        Distance {
            km: miles * KM_IN_A_MILE,
        }
    }

    /// In kilometres.
    #[must_use]
    pub const fn km(self) -> f64 {
        self.km
    }

    /// In miles.
    #[must_use]
    pub const fn miles(self) -> f64 {
        self.km / KM_IN_A_MILE
    }

    /// In whole miles, rounded: what a person is shown.
    #[must_use]
    pub fn whole_miles(self) -> u32 {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "never negative, at most half the Earth; `as` makes 0 of what is not a number"
        )]
        let whole = (self.miles() + 0.5) as u32;
        whole
    }
}
