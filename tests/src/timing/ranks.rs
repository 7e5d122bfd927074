//! Whether two lots of times differ: the test of Mann and Whitney, by ranks, which a few slow
//! answers do not lead astray.

use std::time::Duration;

/// The one in the middle.
#[must_use]
pub fn median(times: &[Duration]) -> Option<Duration> {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    sorted.get(sorted.len() / 2).copied()
}

/// How likely a difference of ranks at least as large is, in either direction, if both lots are
/// of one kind. By the normal curve: for lots of twenty and more.
#[must_use]
pub fn chance(one: &[Duration], other: &[Duration]) -> f64 {
    let mut all: Vec<(Duration, bool)> = one.iter().map(|time| (*time, true)).collect();
    all.extend(other.iter().map(|time| (*time, false)));
    all.sort_unstable();
    let (mut before, mut ranks, mut ties) = (0.0, 0.0, 0.0);
    // Those that took equally long share the rank in their middle.
    for same in all.chunk_by(|a, b| a.0 == b.0) {
        let many = same.len() as f64;
        let of_one = same.iter().filter(|(_, of_one)| *of_one).count() as f64;
        ranks += of_one * (before + (many + 1.0) / 2.0);
        ties += many.powi(3) - many;
        before += many;
    }
    let (n, m) = (one.len() as f64, other.len() as f64);
    let u = ranks - n * (n + 1.0) / 2.0;
    let spread = n * m / 12.0 * (n + m + 1.0 - ties / ((n + m) * (n + m - 1.0)));
    if spread <= 0.0 {
        return 1.0;
    }
    outside((u - n * m / 2.0).abs() / spread.sqrt())
}

/// How much of the normal curve lies further out than `z`, on both sides. Abramowitz and Stegun,
/// Handbook of Mathematical Functions, 7.1.26.
fn outside(z: f64) -> f64 {
    const TERMS: [f64; 5] = [
        1.061_405_429,
        -1.453_152_027,
        1.421_413_741,
        -0.284_496_736,
        0.254_829_592,
    ];
    let x = z / std::f64::consts::SQRT_2;
    let t = 1.0 / (1.0 + 0.327_591_1 * x);
    let sum = TERMS.iter().fold(0.0, |sum, term| (sum + term) * t);
    (sum * (-x * x).exp()).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn times(numbers: impl IntoIterator<Item = u64>) -> Vec<Duration> {
        numbers.into_iter().map(Duration::from_micros).collect()
    }

    #[test]
    fn the_curve_is_as_in_the_tables() {
        for (z, wanted) in [
            (0.0, 1.0),
            (1.0, 0.3173),
            (1.96, 0.05),
            (2.576, 0.01),
            (4.0, 0.00006),
        ] {
            assert!((outside(z) - wanted).abs() < 0.0001, "{z}: {}", outside(z));
        }
    }

    #[test]
    fn a_difference_is_seen_and_none_is_not_made_up() {
        // Row by row: two lots, and whether they differ.
        let even = times((0..400).map(|n| n * 2));
        let odd = times((0..400).map(|n| n * 2 + 1));
        let slower = times((0..400).map(|n| n * 2 + 120));
        let equal = times([7; 400]);
        let rows = [
            (&even, &odd, false),
            (&even, &even, false),
            (&even, &slower, true),
            (&slower, &even, true),
            (&equal, &equal, false),
        ];
        for (one, other, differ) in rows {
            assert_eq!(chance(one, other) < 0.01, differ, "{}", chance(one, other));
        }
    }

    #[test]
    fn the_judge_tells_times_that_differ_from_times_that_do_not() {
        let shifted = |shift: u64| times((0..2_000).map(|at| 1_000 + (at * 7_919) % 400 + shift));
        assert!(chance(&shifted(0), &shifted(0)) > 0.9);
        assert!(chance(&shifted(0), &shifted(3)) > 0.01);
        assert!(chance(&shifted(0), &shifted(30)) < 0.000_001);
        assert!((chance(&times([5; 30]), &times([5; 30])) - 1.0).abs() < 1e-9);
        // Known: U = 131 of 20 and 20, z = 1.87, p = 0.06.
        let p = chance(
            &times((0..20).map(|at| at * 2)),
            &times((0..20).map(|at| at * 2 + 7)),
        );
        assert!((0.03..0.1).contains(&p), "{p}");
    }

    #[test]
    fn it_agrees_with_a_worked_example() {
        // From the definition, by counting pairs: U = 200 of 900, z = 3.696.
        let chance = chance(&times(1..31), &times(11..41));
        assert!((chance - 0.000_218).abs() < 0.000_002, "{chance}");
    }
}
