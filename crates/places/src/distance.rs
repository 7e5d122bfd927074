//! Points on the ground and how far apart they are.
//!
//! The one place here with floating-point numbers. Knows no roads: a distance is as a bird flies.

use std::f64::consts::{FRAC_PI_2, PI};

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
        let (north, east) = (sine(half_north), sine(half_east));
        let haversine = north * north + cosine(here) * cosine(there) * east * east;
        // Rounding may lift it a hair above 1 for points on opposite sides of the Earth.
        Distance {
            km: 2.0 * EARTH_KM * haversine.min(1.0).sqrt().asin(),
        }
    }
}

/// The sine of an angle between -π and π. For a sum of a few powers no angle has to be brought
/// into the first circle, which is most of what a library does: 5 kB of a widget.
fn sine(angle: f64) -> f64 {
    let angle = if angle.abs() > FRAC_PI_2 {
        PI.copysign(angle) - angle
    } else {
        angle
    };
    // Up to the 23rd power: what is left out is less than the last bit.
    let square = angle * angle;
    let sum = (1..=11).rev().fold(1.0, |sum, n| {
        let n = f64::from(2 * n);
        1.0 - square / (n * (n + 1.0)) * sum
    });
    angle * sum
}

/// The cosine of a latitude.
fn cosine(angle: f64) -> f64 {
    let half = sine(angle / 2.0);
    1.0 - 2.0 * half * half
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

#[cfg(test)]
mod tests {
    use super::{PI, cosine, sine};

    #[test]
    fn sines_are_those_of_the_library() {
        for step in -1_000..=1_000 {
            let angle = f64::from(step) / 1_000.0 * PI;
            assert!((sine(angle) - angle.sin()).abs() < 1e-15, "{angle}");
            let small = angle / 1e6;
            assert!((sine(small) - small.sin()).abs() <= 1e-15 * small.abs());
            let latitude = angle / 2.0;
            assert!(
                (cosine(latitude) - latitude.cos()).abs() < 1e-15,
                "{latitude}"
            );
        }
        assert!(sine(f64::NAN).is_nan());
    }
}
