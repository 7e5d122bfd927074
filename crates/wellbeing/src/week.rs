//! Weeks: the finest time that a check-in knows. ISO 8601, from Monday to Sunday, by UTC.

use core::fmt;

use chrono::{Datelike, NaiveDate, Weekday};

/// An ISO week.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week(NaiveDate);

impl Week {
    /// The week that a day lies in.
    #[must_use]
    pub fn of(day: NaiveDate) -> Week {
        let since = i64::from(day.weekday().num_days_from_monday());
        Week(days_on(day, -since))
    }

    /// Reads `2026-W48`.
    #[must_use]
    pub fn read(text: &str) -> Option<Week> {
        // Figure by figure, here and in `id`: the standard library's numbers are a kilobyte of a
        // widget.
        let (year, week) = text.as_bytes().split_at_checked(4)?;
        let week = figures(week.strip_prefix(b"-W").filter(|week| week.len() == 2)?)?;
        let year = i32::try_from(figures(year)?).ok()?;
        NaiveDate::from_isoywd_opt(year, week, Weekday::Mon).map(Week)
    }

    /// `2026-W48`.
    #[must_use]
    pub fn id(self) -> String {
        let week = self.0.iso_week();
        let mut text = String::with_capacity(8);
        let year = u32::try_from(week.year()).unwrap_or_default();
        for (figures, number) in [(4, year), (2, week.week())] {
            if figures == 2 {
                text.push_str("-W");
            }
            for place in (0..figures).rev() {
                let figure = number / 10_u32.pow(place) % 10;
                text.push(char::from_digit(figure, 10).unwrap_or('0'));
            }
        }
        text
    }

    /// Its Monday.
    #[must_use]
    pub const fn from(self) -> NaiveDate {
        self.0
    }

    /// Its Sunday.
    #[must_use]
    pub fn to(self) -> NaiveDate {
        days_on(self.0, 6)
    }

    /// So many weeks later.
    #[must_use]
    pub fn plus(self, weeks: u32) -> Week {
        Week(days_on(self.0, 7 * i64::from(weeks)))
    }

    /// So many weeks earlier.
    #[must_use]
    pub fn minus(self, weeks: u32) -> Week {
        Week(days_on(self.0, -7 * i64::from(weeks)))
    }

    /// How many weeks later the other one is; none if it is earlier.
    #[must_use]
    pub fn until(self, other: Week) -> Option<u32> {
        u32::try_from((other.0 - self.0).num_weeks())
            .ok()
            .filter(|_| other >= self)
    }
}

/// So many days later, year by year: what leads to any day of any century is half a kilobyte of
/// tables.
fn days_on(from: NaiveDate, days: i64) -> NaiveDate {
    let length = |year| {
        let is_long = NaiveDate::from_yo_opt(year, 366).is_some();
        365 + i64::from(is_long)
    };
    let mut year = from.year();
    let mut day = i64::from(from.ordinal()) + days;
    // Only the year 262,000 has no day beside it.
    while day < 1 && year > NaiveDate::MIN.year() {
        year -= 1;
        day += length(year);
    }
    while day > length(year) && year < NaiveDate::MAX.year() {
        day -= length(year);
        year += 1;
    }
    let day = u32::try_from(day).ok();
    day.and_then(|day| NaiveDate::from_yo_opt(year, day))
        .unwrap_or(from)
}

/// A number in figures alone.
fn figures(text: &[u8]) -> Option<u32> {
    text.iter().try_fold(0, |number, figure| {
        let figure = char::from(*figure).to_digit(10)?;
        Some(number * 10 + figure)
    })
}

/// `2026-W48`. Without the standard library's padding, which a widget would have to carry.
impl fmt::Display for Week {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.id())
    }
}

#[cfg(test)]
mod tests {
    use super::Week;
    use chrono::NaiveDate;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn a_week_goes_from_monday_to_sunday() {
        let week = Week::of(day("2026-11-26"));
        assert_eq!(week.id(), "2026-W48");
        assert_eq!(
            (week.from(), week.to()),
            (day("2026-11-23"), day("2026-11-29"))
        );
        for inside in ["2026-11-23", "2026-11-29"] {
            assert_eq!(Week::of(day(inside)), week);
        }
        assert_eq!(Week::of(day("2026-11-30")), week.plus(1));
    }

    #[test]
    fn the_year_of_a_week_is_the_year_of_its_thursday() {
        assert_eq!(Week::of(day("2027-01-01")).id(), "2026-W53");
        assert_eq!(Week::of(day("2027-01-04")).id(), "2027-W01");
        assert_eq!(Week::of(day("2026-12-28")).plus(1).id(), "2027-W01");
    }

    #[test]
    fn any_number_of_weeks_earlier_or_later_is_the_calendar_s() {
        for start in ["2024-01-01", "2026-11-23", "2027-12-27"] {
            let week = Week::of(day(start));
            for weeks in 0..1_200_u32 {
                let days = chrono::TimeDelta::weeks(i64::from(weeks));
                assert_eq!(week.plus(weeks).from(), week.from() + days);
                assert_eq!(week.minus(weeks).from(), week.from() - days);
                assert_eq!(week.plus(weeks).until(week), (weeks == 0).then_some(0));
            }
        }
        // Further than there are weeks is no further at all, and soon said.
        let week = Week::of(day("2026-11-23"));
        assert_eq!((week.plus(u32::MAX), week.minus(u32::MAX)), (week, week));
    }

    #[test]
    fn weeks_are_read_as_they_are_written() {
        for text in ["2026-W48", "2026-W53", "2027-W01"] {
            assert_eq!(Week::read(text).map(Week::id).as_deref(), Some(text));
        }
        for bad in [
            "",
            "2026-48",
            "2026-W54",
            "2026-W00",
            "26-W01",
            "2026-W1",
            "2025-W53",
            "2026-W4é",
        ] {
            assert_eq!(Week::read(bad), None, "{bad}");
        }
    }

    #[test]
    fn weeks_are_counted_forwards_only() {
        let week = Week::of(day("2026-12-28"));
        assert_eq!(week.until(week.plus(4)), Some(4));
        assert_eq!(week.plus(1).until(week), None);
    }
}
