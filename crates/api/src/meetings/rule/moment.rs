//! A date as it is written: `2026-03-03T19:30:00`, for an instant with `Z`. There can be millions.

use std::fmt;

use chrono::{Datelike, NaiveDateTime, Timelike};
use schemars::JsonSchema;
use serde::{Serialize, Serializer};

/// A date and time of day with four figures for the year.
#[derive(Copy, Clone, Debug, PartialEq, Eq, JsonSchema)]
#[schemars(with = "String")]
pub struct Moment {
    at: NaiveDateTime,
    is_utc: bool,
}

impl Moment {
    /// What a clock on the wall shows.
    #[must_use]
    pub const fn on_the_wall(at: NaiveDateTime) -> Moment {
        Moment { at, is_utc: false }
    }

    /// An instant.
    #[must_use]
    pub const fn in_utc(at: NaiveDateTime) -> Moment {
        Moment { at, is_utc: true }
    }

    /// Its text, in a buffer that has room for it.
    fn text(self, buffer: &mut [u8; 20]) -> &str {
        *buffer = *b"0000-00-00T00:00:00Z";
        let mut two = |at: usize, number: u32| {
            buffer[at] += (number / 10 % 10) as u8;
            buffer[at + 1] += (number % 10) as u8;
        };
        let year = self.at.year().unsigned_abs();
        two(0, year / 100);
        two(2, year % 100);
        two(5, self.at.month());
        two(8, self.at.day());
        two(11, self.at.hour());
        two(14, self.at.minute());
        two(17, self.at.second());
        let length = if self.is_utc { 20 } else { 19 };
        // Figures and signs are text.
        std::str::from_utf8(&buffer[..length]).unwrap_or_default()
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text(&mut [0; 20]))
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.text(&mut [0; 20]))
    }
}

#[cfg(test)]
mod tests {
    use super::Moment;
    use chrono::NaiveDate;

    #[test]
    fn a_moment_is_written_with_all_its_figures() {
        for (year, month, day, hour, minute, second) in [
            (2026, 3, 3, 19, 30, 0),
            (1, 12, 31, 0, 0, 59),
            (9999, 10, 20, 23, 59, 9),
        ] {
            let at = NaiveDate::from_ymd_opt(year, month, day)
                .and_then(|day| day.and_hms_opt(hour, minute, second))
                .expect("a time");
            assert_eq!(Moment::on_the_wall(at).to_string(), format!("{at:?}"));
            assert_eq!(Moment::in_utc(at).to_string(), format!("{at:?}Z"));
        }
    }
}
