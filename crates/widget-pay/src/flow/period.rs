//! Pay periods as people are paid: which days one covers, and the latest whole one.
//! Knows no rule about pay; the law's limit of one month is `swansfeet-pay`'s to refuse.

use chrono::{Datelike, Days, Months, NaiveDate};

/// How often a person is paid. Monthly is also taken where it is not known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rhythm {
    /// A number of whole weeks: 1, 2 or 4.
    Weeks(u64),
    /// Every calendar month.
    Month,
}

impl Rhythm {
    /// From the answer's code.
    #[must_use]
    pub fn of(code: &str) -> Self {
        match code {
            "weekly" => Self::Weeks(1),
            "fortnightly" => Self::Weeks(2),
            "four-weekly" => Self::Weeks(4),
            _ => Self::Month,
        }
    }

    /// The last day of the period that starts on `from`.
    #[must_use]
    pub fn last_day(self, from: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Weeks(weeks) => from.checked_add_days(Days::new(weeks * 7 - 1)),
            Self::Month => from.checked_add_months(Months::new(1))?.pred_opt(),
        }
    }

    /// The first day of the latest whole period before `today`: calendar months, or weeks from
    /// Monday to Sunday.
    #[must_use]
    pub fn latest_before(self, today: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Weeks(weeks) => {
                let monday = u64::from(today.weekday().num_days_from_monday());
                today.checked_sub_days(Days::new(monday + weeks * 7))
            }
            Self::Month => today.with_day(1)?.checked_sub_months(Months::new(1)),
        }
    }
}

/// As a person would type it into three boxes: "1/10/2026".
pub(super) fn as_typed(day: NaiveDate) -> String {
    let mut text = (day.day() as usize).to_string();
    for part in [day.month() as usize, day.year() as usize] {
        text.push('/');
        text.push_str(&part.to_string());
    }
    text
}
