//! Every zone there is, from chrono-tz.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeZone};
use chrono_tz::{TZ_VARIANTS, Tz};

use super::{Zones, canonical};

/// The IANA time zone database, with Outlook's names and those in old files.
#[derive(Copy, Clone, Debug, Default)]
pub struct Iana;

impl Iana {
    /// Every IANA name.
    pub fn names() -> impl Iterator<Item = &'static str> {
        TZ_VARIANTS.iter().map(|zone| zone.name())
    }

    /// Every name of Windows' and every older one that is known besides.
    pub fn windows() -> impl Iterator<Item = &'static str> {
        super::names::all().map(|(name, _)| name)
    }

    /// The IANA name of a zone, whatever it is called here; nothing where it is not known.
    #[must_use]
    pub fn known(zone: &str) -> Option<&'static str> {
        find(zone).map(Tz::name)
    }
}

impl Zones for Iana {
    fn offset(&self, zone: &str, utc: NaiveDateTime) -> Option<i32> {
        let zone = find(zone)?;
        let at = |utc: NaiveDateTime| zone.offset_from_utc_datetime(&utc).fix().local_minus_utc();
        if utc.year() <= LAST {
            return Some(at(utc));
        }
        // Some zones have written out a summer for years before, and end without one.
        let last =
            |month| NaiveDate::from_ymd_opt(LAST, month, 1).map(|day| day.and_time(NaiveTime::MIN));
        let (winter, summer) = (at(last(1)?), at(last(7)?));
        if winter == summer {
            return Some(winter);
        }
        alike(utc).map(at)
    }
}

/// The last year of chrono-tz's tables: after it, every zone would have the clocks of its winter.
const LAST: i32 = 2099;

/// The last years within the tables that begin on a Monday, a Tuesday and so on; then the same of leap
/// years.
const ALIKE: [[i32; 7]; 2] = [
    [2091, 2097, 2098, 2099, 2094, 2095, 2090],
    [2080, 2092, 2076, 2088, 2072, 2084, 2096],
];

/// The same moment of a year within the tables that has the same days of the week: the last rules go on
/// for ever, as they do in the calendars that we write.
fn alike(utc: NaiveDateTime) -> Option<NaiveDateTime> {
    let first = utc.date().with_ordinal(1)?;
    let years = ALIKE[usize::from(first.leap_year())];
    let weekday = first.weekday().num_days_from_monday();
    utc.with_year(*years.get(usize::try_from(weekday).ok()?)?)
}

fn find(zone: &str) -> Option<Tz> {
    if let Ok(zone) = zone.parse::<Tz>() {
        return Some(zone);
    }
    let name = canonical(zone)?;
    let exact = name.parse::<Tz>().ok();
    exact.or_else(|| {
        let mut all = TZ_VARIANTS.iter();
        all.find(|zone| zone.name().eq_ignore_ascii_case(name))
            .copied()
    })
}
