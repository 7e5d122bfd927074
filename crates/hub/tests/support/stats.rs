//! Whether two lists of times differ: the rank test of Mann and Whitney, which asks nothing of how
//! times are spread.

/// Probability of a difference at least this large between lists of the same kind, in either
/// direction. For lists of more than twenty.
pub(crate) fn mann_whitney(a: &[u64], b: &[u64]) -> f64 {
    let mut all: Vec<(u64, bool)> = a.iter().map(|time| (*time, true)).collect();
    all.extend(b.iter().map(|time| (*time, false)));
    all.sort_unstable();
    let (mut ranks, mut ties) = (0.0, 0.0);
    let mut start = 0;
    while start < all.len() {
        let same = all[start..]
            .iter()
            .take_while(|(time, _)| *time == all[start].0)
            .count();
        // Those that are equal share their ranks.
        let rank = (2 * start + same + 1) as f64 / 2.0;
        let of_a = all[start..start + same]
            .iter()
            .filter(|(_, of_a)| *of_a)
            .count();
        ranks += rank * of_a as f64;
        let same_f = same as f64;
        ties += same_f.powi(3) - same_f;
        start += same;
    }
    let (n, m) = (a.len() as f64, b.len() as f64);
    let total = n + m;
    let u = ranks - n * (n + 1.0) / 2.0;
    let variance = n * m / 12.0 * (total + 1.0 - ties / (total * (total - 1.0)));
    if variance <= 0.0 {
        return 1.0;
    }
    let z = (u - n * m / 2.0).abs() / variance.sqrt();
    erfc(z / std::f64::consts::SQRT_2)
}

pub(crate) fn percentile(times: &[u64], part: f64) -> u64 {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    let at = ((sorted.len() - 1) as f64 * part).round() as usize;
    sorted[at]
}

/// Abramowitz and Stegun, 7.1.26; right to 1.5e-7.
fn erfc(x: f64) -> f64 {
    let t = 1.0 / (1.0 + 0.327_591_1 * x);
    let terms = [
        0.254_829_592,
        -0.284_496_736,
        1.421_413_741,
        -1.453_152_027,
        1.061_405_429,
    ];
    let sum = terms.iter().rev().fold(0.0, |sum, term| (sum + term) * t);
    sum * (-x * x).exp()
}
