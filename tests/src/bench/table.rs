//! Medians side by side, with what was asked for.

use std::fmt::Write;

use super::{Form, Row, Subject, measure::Sample};

/// How much longer than the bare counter a whole widget may take.
const MOST_TIMES: f64 = 1.5;
/// Milliseconds for which the page may be blocked.
const MOST_BLOCKED: f64 = 150.0;

/// The table, and whether every goal is met.
#[must_use]
pub fn of(rows: &[Row]) -> (String, bool) {
    let mut text = format!(
        "{:<18}{:>10}{:>10}{:>8}{:>10}{:>10}{:>10}\n",
        "median of runs", "pay ms", "counter", "times", "blocked", "bytes", "counter"
    );
    let mut is_met = true;
    for form in Form::ALL {
        let of = |subject| {
            rows.iter()
                .find(|row| row.form == form && row.subject == subject)
                .map(|row| medians(&row.samples))
        };
        let (Some(pay), Some(counter)) = (of(Subject::Pay), of(Subject::Counter)) else {
            continue;
        };
        let times = pay.ms / counter.ms;
        let is_good = times <= MOST_TIMES && pay.blocked <= MOST_BLOCKED;
        is_met &= is_good;
        let _ = writeln!(
            text,
            "{:<18}{:>10.0}{:>10.0}{:>8.2}{:>10.0}{:>10.0}{:>10.0}{}",
            form.name(),
            pay.ms,
            counter.ms,
            times,
            pay.blocked,
            pay.bytes,
            counter.bytes,
            if is_good { "" } else { "  over" },
        );
    }
    let _ = writeln!(
        text,
        "asked for: at most {MOST_TIMES} times the counter, blocked at most {MOST_BLOCKED} ms"
    );
    (text, is_met)
}

fn medians(samples: &[Sample]) -> Sample {
    Sample {
        ms: median(samples.iter().map(|sample| sample.ms)),
        blocked: median(samples.iter().map(|sample| sample.blocked)),
        bytes: median(samples.iter().map(|sample| sample.bytes)),
    }
}

/// The middle one; the higher of the two in the middle of an even number. Zero for none.
pub(super) fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(subject: Subject, ms: &[f64], blocked: f64) -> Row {
        let sample = |&ms| Sample {
            ms,
            blocked,
            bytes: 1000.0,
        };
        Row {
            subject,
            form: Form::OneFile,
            samples: ms.iter().map(sample).collect(),
        }
    }

    #[test]
    fn goals_are_judged_by_medians() {
        let rows = [
            // (pay's milliseconds, blocked, whether that is good beside a counter's 100)
            (vec![140.0, 150.0, 999.0], 150.0, true),
            (vec![140.0, 151.0, 999.0], 0.0, false),
            (vec![100.0], 151.0, false),
        ];
        for (ms, blocked, expected) in rows {
            let both = [
                row(Subject::Pay, &ms, blocked),
                row(Subject::Counter, &[100.0], 0.0),
            ];
            let (text, is_met) = of(&both);
            assert_eq!(is_met, expected, "{text}");
        }
    }
}
