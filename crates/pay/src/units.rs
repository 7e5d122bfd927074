//! Units: money in pounds, time in hours, rates in pounds an hour; exact decimals.
//!
//! Knows nothing of rounding for the eye: that is the business of whoever shows a figure.

use core::iter::Sum;
use core::ops::{Add, AddAssign, Mul, Neg, Sub};

use rust_decimal::Decimal;

use crate::exact::{Round, difference, product, quotient, rounded, sum};

macro_rules! unit {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Copy, Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(pub Decimal);

        impl $name {
            /// Nothing at all.
            pub const ZERO: $name = $name(Decimal::ZERO);

            /// From hundredths: `Money::hundredths(1271)` is £12.71.
            #[must_use]
            pub const fn hundredths(n: i32) -> $name {
                // Mantissa and scale: exact, and constant at build time.
                $name(Decimal::from_parts(n.unsigned_abs(), 0, 0, n < 0, 2))
            }

            /// The larger of the two.
            #[must_use]
            pub fn max(self, other: $name) -> $name {
                if self.0 < other.0 { other } else { self }
            }

            /// Whether this is below nothing.
            #[must_use]
            pub fn is_negative(&self) -> bool {
                self.0 < Decimal::ZERO
            }

            /// Whether this is nothing.
            // Once, like the sums below: the rules ask it at every turn.
            #[must_use]
            #[inline(never)]
            pub fn is_zero(&self) -> bool {
                self.0.is_zero()
            }
        }

        impl Add<&$name> for &$name {
            type Output = $name;
            fn add(self, other: &$name) -> $name {
                $name(sum(&self.0, &other.0))
            }
        }

        impl Add for $name {
            type Output = $name;
            fn add(self, other: $name) -> $name {
                &self + &other
            }
        }

        impl AddAssign<&$name> for $name {
            fn add_assign(&mut self, other: &$name) {
                self.0 = sum(&self.0, &other.0);
            }
        }

        impl Sub<&$name> for &$name {
            type Output = $name;
            fn sub(self, other: &$name) -> $name {
                $name(difference(&self.0, &other.0))
            }
        }

        impl Sub for $name {
            type Output = $name;
            fn sub(self, other: $name) -> $name {
                &self - &other
            }
        }

        impl Neg for $name {
            type Output = $name;
            fn neg(self) -> $name {
                $name(-self.0)
            }
        }

        impl Sum for $name {
            fn sum<I: Iterator<Item = $name>>(parts: I) -> $name {
                parts.fold($name::ZERO, Add::add)
            }
        }
    };
}

unit! {
    /// Pounds.
    Money
}
unit! {
    /// Hours; a quarter of an hour is 0.25.
    Hours
}
unit! {
    /// Pounds for one hour (or, for mileage, pounds for one mile).
    HourlyRate
}

impl Mul<&Hours> for &HourlyRate {
    type Output = Money;
    /// By the second, so that 20 minutes at £12 are £4 and not £3.9999…: see [`Hours::seconds`].
    ///
    /// To 18 places: exact where it ends (a rate in pence, hours with 15 places), and where it
    /// does not, so near that no amount with 15 places could be mistaken for it. What is left of
    /// the 28 digits is for adding and taking away without loss.
    fn mul(self, hours: &Hours) -> Money {
        let pay = product(&self.0, &hours.seconds());
        let pay = quotient(&pay, &SECONDS).unwrap_or_default();
        Money(rounded(&pay, 18, Round::Even))
    }
}

impl Mul<Hours> for HourlyRate {
    type Output = Money;
    fn mul(self, hours: Hours) -> Money {
        &self * &hours
    }
}

impl Money {
    /// How much this is above the other; nothing where it is not.
    #[must_use]
    pub fn beyond(&self, other: &Money) -> Money {
        (self - other).max(Money::ZERO)
    }

    /// So many times this amount.
    #[must_use]
    pub fn times(self, count: u32) -> Money {
        Money(product(&self.0, &Decimal::from(count)))
    }

    /// This amount for each of so many hours, to 28 digits; `None` for no hours.
    #[must_use]
    pub fn per(self, hours: Hours) -> Option<HourlyRate> {
        quotient(&product(&self.0, &SECONDS), &hours.seconds()).map(HourlyRate)
    }
}

/// In an hour.
const SECONDS: Decimal = Decimal::from_parts(3600, 0, 0, false, 0);

impl Hours {
    /// Whole minutes as hours, to 28 digits where they do not end.
    #[must_use]
    pub fn from_minutes(minutes: u32) -> Hours {
        Hours(quotient(&minutes.into(), &Decimal::from(60)).unwrap_or_default())
    }

    /// Whole seconds as hours, to 28 digits where they do not end.
    #[must_use]
    pub fn from_seconds(seconds: u32) -> Hours {
        Hours(quotient(&seconds.into(), &SECONDS).unwrap_or_default())
    }

    /// The same in seconds. A third of an hour has no end in decimals, whoever wrote it down (a
    /// spreadsheet with 15 digits, a clock with 28); so what is within two thousandths of a second
    /// of a whole second is that second. All else is exact.
    #[must_use]
    pub fn seconds(self) -> Decimal {
        let exact = product(&self.0, &SECONDS);
        let whole = rounded(&exact, 0, Round::Even);
        let near = Decimal::from_parts(2, 0, 0, false, 3);
        if difference(&exact, &whole).abs() <= near {
            whole
        } else {
            exact
        }
    }
}
