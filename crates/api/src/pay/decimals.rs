//! How decimals are written.
//!
//! One rule for all: every digit that the sum has, up to ten places, and none that says nothing.
//! What has more (20 minutes are 0.3333… hours, arrears at today's rate may not end) is rounded at
//! the tenth place, half up. Zeros at the end are dropped, but money and rates keep two places:
//! "134.40", "11.814", "12.71". Hours keep none: "150", "37.5". Rounding to the penny is for
//! whoever shows a figure, and nothing is rounded before the test.

use rust_decimal::{Decimal, RoundingStrategy};
use swansfeet_pay::{HourlyRate, Hours, Money};

/// Pounds: at least two places.
#[must_use]
pub fn money(money: Money) -> String {
    at_least_two(money.0)
}

/// Pounds an hour or a mile: at least two places.
#[must_use]
pub fn rate(rate: HourlyRate) -> String {
    at_least_two(rate.0)
}

/// Hours: no zeros at the end.
#[must_use]
pub fn hours(hours: Hours) -> String {
    plain(hours.0).to_string()
}

fn at_least_two(n: Decimal) -> String {
    let mut n = plain(n);
    if n.scale() < 2 {
        n.rescale(2);
    }
    n.to_string()
}

/// At most ten places, no zeros at the end, no minus before nought.
fn plain(n: Decimal) -> Decimal {
    let n = n.round_dp_with_strategy(10, RoundingStrategy::MidpointAwayFromZero);
    if n.is_zero() {
        Decimal::ZERO
    } else {
        n.normalize()
    }
}
